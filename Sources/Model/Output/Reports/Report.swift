import Domain
import Figures

/// The contents of a dispatch report 调度通报 about a period: selected from a board, not computed again.
package struct Report: Sendable {
  /// A target that is behind, with the units that documents make responsible for it.
  package struct Alert: Sendable {
    /// The target on the list.
    package var row: TargetProgress
    /// The tasks that link to its indicator, the units that lead them, and the places where the tasks print it.
    package var responsibility: Responsibility
    /// For the total of all clusters: the clusters that are behind, worst first. Empty for other targets.
    package var clusters: [TargetProgress]
  }

  /// A unit and the targets that documents make it responsible for.
  package struct Duty: Sendable {
    /// The unit that leads the tasks.
    package var unit: Organisation
    /// The tasks that it leads and that link to a target that is behind.
    package var tasks: [TaskStanding]
    /// The targets, with the numbers printed by the tasks, worst first.
    package var targets: [TargetProgress]
  }

  /// Whether figures after the period are left out.
  package let isLimited: Bool
  /// The period that the report is about.
  package let period: ReportPeriod
  /// The board of all figures: what is known on its day about the time up to the end of the period.
  package let board: Board
  /// Targets of plans that began by the end of the period, worst first.
  package let targets: [TargetProgress]
  /// The targets of headline indicators, in the dataset's order.
  package let totals: [TargetProgress]
  /// The newest figures of headline indicators without a target.
  package let levels: [Figure]
  /// The clusters by the schedule ratio of their target, the best first, as reached ones; those without a ratio follow
  /// by growth, then by output.
  package let clusters: [ClusterSummary]
  /// The red and yellow lists: far behind and behind, worst first.
  package let alerts: [Alert]
  /// Units with tasks that link to a target that is behind.
  package let duties: [Duty]
  /// Targets that are behind and have no responsible unit in any document.
  package let unassigned: [Alert]
  /// Units that lead tasks, none of which links to a target that is behind.
  package let otherUnits: [Organisation]
  /// Targets set only by documents that became known after the period.
  package let laterTargets: [TargetProgress]
  /// Projects that reached another stage in the period, in the order of the files.
  package let moves: [BoardDiff.Move]
  /// Projects that documents report at another stage than at the end of the previous period, without a date in the
  /// period.
  package let undated: [BoardDiff.Move]
  /// All projects and parts that the end of the previous period did not have, whatever their stage.
  package let listed: [ProjectStatus]
  /// Halted projects and parts of projects; the part only, when the project has its stage from the part.
  package let stalled: [ProjectStatus]
  /// Projects with a milestone expected in the next period, or in the rest of this one.
  package let due: [ProjectStatus]
  /// The targets whose newest figure is older than its cadence allows.
  package let stale: [TargetProgress]
  /// Conflicts that would mislead a reader.
  package let conflicts: [Conflict]
  /// Documents that became known in the period.
  package let sources: [Source]
  /// The month of the office in the last month of the period; nil if the dataset has no records of one.
  package let month: DispatchBoard?

  /// - Parameters:
  ///   - dataset: the complete data.
  ///   - asOf: the day; only documents known on it count.
  ///   - period: nil takes the year of the newest figure and leaves nothing out.
  package init(_ dataset: Dataset, asOf: Day, period: ReportPeriod? = nil) {
    let current = Board(dataset, asOf: asOf)
    let board = period.map { Board(dataset, asOf: asOf, through: $0.end) } ?? current
    self.board = board
    let chosen = period ?? ReportPeriod(year: current.newestPeriod?.year ?? asOf.year)
    self.period = chosen
    isLimited = period != nil
    // Plans that had not begun are removed before plans are ranked, so that they hide no target of the period.
    let begun = period.map { Report.plans(of: dataset, begunBy: $0.end) }
    let planned =
      begun.flatMap { begun in period.map { Board(begun, asOf: asOf, through: $0.end) } } ?? current
    let latest = begun.map { Board($0, asOf: asOf) } ?? current
    targets = planned.targets.filter { !$0.isSecondary && $0.plan.start <= chosen.end }
    let headlines = dataset.info.headlines.map { (id: $0, row: planned.headline($0)) }
    totals = headlines.compactMap(\.row)
    levels = headlines.compactMap { $0.row == nil ? board.newest($0.id) : nil }
    clusters = Report.ranked(planned.clusters)
    let tasks = TaskBoard(board, begunBy: period?.end)
    let alerts = targets.filter { $0.status.severity >= Status.behind.severity }
      .map { Report.alert($0, tasks, planned) }
    self.alerts = alerts
    let duties = Report.duties(alerts, tasks)
    self.duties = duties
    unassigned = alerts.filter(\.responsibility.units.isEmpty)
    let asked = Set(duties.map(\.unit.id))
    otherUnits = tasks.units.filter { !$0.led.isEmpty && !asked.contains($0.organisation.id) }.map(
      \.organisation)
    laterTargets = targets.filter { Report.isOnlyKnown(after: chosen.end, $0, dataset) }
    let diff = BoardDiff(from: Board(dataset, asOf: asOf, through: chosen.previous.end), to: board)
    listed = diff.appeared
    let all = Report.moves(diff, on: board)
    let others = all.filter { $0.from != nil || ($0.to ?? .planned) > .reserve }
    moves = others.filter { Report.isDated($0, in: board, from: chosen.start) }
    undated = others.filter { !Report.isDated($0, in: board, from: chosen.start) }
    stalled = board.projects.filter { $0.rung == .stalled && $0.stagePart == nil }
    due = board.projects.filter { status in
      guard let day = status.expected?.date.latest else { return false }
      let now = min(asOf, chosen.end)
      // What is due on this very day is not late yet, and listed as due.
      return (day > now || (day == now && status.lateness == nil)) && day <= chosen.next.end
    }
    stale = latest.targets.filter { $0.isStale && !$0.isSecondary && $0.plan.start <= chosen.end }
    conflicts = board.conflicts.filter { $0.severity == .critical }
    sources = board.sources.filter { chosen.contains($0.knownOn) }
    month = current.hasMonth ? Report.month(current, period) : nil
  }

  /// Returns the dispatch board of the last of the office's periods in the period of the report, as it was when its lights
  /// were fixed; for a report without a period the last one.
  private static func month(_ board: Board, _ period: ReportPeriod?) -> DispatchBoard {
    let rules = board.complete.info.dispatch ?? DispatchRules()
    return DispatchBoard(board, period: period.map { rules.period(containing: $0.end) })
  }

  /// Whether all documents that set a target became known after a day.
  private static func isOnlyKnown(after day: Day, _ row: TargetProgress, _ dataset: Dataset) -> Bool {
    row.target.citations.allSatisfy { citation in
      dataset.sources[citation.source].map { $0.knownOn > day } ?? false
    }
  }

  /// Returns the projects whose stage differs from the earlier board, in the order of the files. Projects that it did
  /// not list have no earlier stage.
  private static func moves(_ diff: BoardDiff, on new: Board) -> [BoardDiff.Move] {
    let appeared = diff.appeared.filter { $0.rung != nil && $0.stagePart == nil }.map {
      BoardDiff.Move(project: $0.project, from: nil, to: $0.rung, parent: $0.parent)
    }
    guard !appeared.isEmpty else { return diff.moved }
    return (diff.moved + appeared).sorted(byKey: { new.position(ofProject: $0.project.id) ?? .max }, <)
  }

  /// Whether a document dates a move, on `start` or later.
  private static func isDated(_ move: BoardDiff.Move, in board: Board, from start: Day) -> Bool {
    guard let status = board.position(ofProject: move.project.id).map({ board.projects[$0] }) else {
      return false
    }
    return status.hasDatedStage && (status.reached?.date.earliest ?? .distantPast) >= start
  }

  /// Returns the dataset without figures of plans that began later.
  private static func plans(of dataset: Dataset, begunBy day: Day) -> Dataset {
    var begun = dataset
    begun.figures = Records(
      dataset.figures.filter { figure in
        figure.plan.flatMap { dataset.plans[$0] }.map { $0.start <= day } ?? true
      })
    return begun
  }

  /// Returns the growth that a cluster is ranked by, in percent: the published one, otherwise the computed one; nil
  /// without either.
  package static func growth(of cluster: ClusterSummary) -> Double? {
    cluster.publishedGrowth?.value ?? cluster.computedGrowth.map { $0 * 100 }
  }

  /// Whether a cluster has no rank among clusters with a target, because its own asked for no more than its base.
  package static func isUnranked(_ cluster: ClusterSummary) -> Bool {
    cluster.target?.asksForNothing == true
  }

  /// Returns the schedule ratio that a cluster is ranked by; infinite once its target is reached, nil without a measured
  /// target, and for one that asked for no more than its base.
  package static func standing(of cluster: ClusterSummary) -> Double? {
    guard let target = cluster.target, !target.asksForNothing else { return nil }
    return target.status == .reached ? .infinity : target.scheduleRatio
  }

  private static func ranked(_ clusters: [ClusterSummary]) -> [ClusterSummary] {
    clusters.enumerated().sorted { left, right in
      func key(_ cluster: ClusterSummary) -> (Double, Double, Double) {
        (
          -(standing(of: cluster) ?? -.infinity),
          isUnranked(cluster) ? .infinity : -(growth(of: cluster) ?? -.infinity),
          -(cluster.output?.value ?? -.infinity)
        )
      }
      let (a, b) = (key(left.element), key(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  private static func alert(_ row: TargetProgress, _ board: TaskBoard, _ all: Board) -> Alert {
    let isWhole = row.target.subject == .district && row.indicator.id == all.dataset.info.total
    let clusters = isWhole ? all.clusters.compactMap(\.target) : []
    return Alert(
      row: row, responsibility: board.responsibility(for: row),
      clusters: clusters.filter { $0.status.severity >= Status.behind.severity }
        .sorted(byKey: TargetOrder.init, <))
  }

  /// Returns the duties of each unit: alerts that one of its tasks prints, and targets that are behind and that its
  /// tasks print instead.
  private static func duties(_ alerts: [Alert], _ board: TaskBoard) -> [Duty] {
    board.units.compactMap { unit in
      let id = unit.organisation.id
      var rows: [TargetProgress] = []
      var tasks: Set<String> = []
      for alert in alerts {
        let responsibility = alert.responsibility
        if responsibility.units.contains(where: { $0.id == id }) {
          rows.append(alert.row)
          tasks.formUnion(responsibility.tasks.map(\.task.id))
        }
        for other in responsibility.others
        where other.task.task.lead.contains(id) && other.row.status.severity >= Status.behind.severity {
          rows.append(other.row)
          tasks.insert(other.task.task.id)
        }
      }
      guard !rows.isEmpty else { return nil }
      return Duty(
        unit: unit.organisation, tasks: unit.led.filter { tasks.contains($0.task.id) },
        targets: rows.sorted(byKey: TargetOrder.init, <))
    }
  }
}
