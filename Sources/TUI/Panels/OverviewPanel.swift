import Model

/// The face of the board: the main figures against target and pace, the clusters, the pipeline, and what needs
/// attention, on one page.
struct OverviewPanel: Panel {
  let id = ViewID.overview
  let title = Name(zh: "总览", en: "Overview")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "进入", "open"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  // MARK: Keys

  /// What can be selected.
  enum Entry {
    case target(TargetProgress)
    /// A main figure that has no target.
    case figure(Figure)
    case cluster(ClusterSummary)
    case rung(Pipeline.Step)
    /// Targets whose time is over and for whose end no figure is known.
    case unreportedTargets([TargetProgress])
    /// Projects that are past the date they were expected, where no document is newer than that.
    case unreported([ProjectStatus])
    /// Projects that a plan lists which is over, and of which nothing was reported since.
    case lapsed([ProjectStatus])
    /// Projects that are past the date they were expected, and that a later document does not report.
    case overdue([ProjectStatus])
    /// Projects that are signed and not started, the longest wait first.
    case waiting([ProjectStatus])
    /// A newer figure over part of a year, beside a target that it cannot be held against.
    case partial(TargetProgress, Figure)

    var id: String {
      switch self {
      case .target(let row): "target/\(row.target.id)"
      case .figure(let figure): "figure/\(figure.id)"
      case .cluster(let summary): "cluster/\(summary.cluster.id)"
      case .rung(let step): "rung/\(step.rung.rawValue)"
      case .unreportedTargets: "unreported-targets"
      case .unreported: "unreported"
      case .lapsed: "lapsed"
      case .overdue: "overdue"
      case .waiting: "waiting"
      case .partial(_, let figure): "partial/\(figure.id)"
      }
    }
  }

  func entries(_ state: AppState) -> [Entry] {
    headlines(state) + state.board.clusters.map { .cluster($0) }
      + steps(state).map { .rung($0) } + attention(state)
  }

  /// One id for each entry. What is both a main figure and behind stands twice on the page.
  func ids(of entries: [Entry]) -> [String] {
    var seen: Set<String> = []
    return entries.map { seen.insert($0.id).inserted ? $0.id : "again/\($0.id)" }
  }

  func update(_ state: inout AppState, on key: Key) -> Bool {
    let entries = entries(state)
    let ids = ids(of: entries)
    if key == .enter || key == .right, let index = selectedIndex(state, in: ids) {
      switch entries[index] {
      case .target(let row): state.go(to: ViewID.targets, selecting: row.target.id, open: true)
      case .figure: _ = state.show(.citations)
      case .cluster(let summary): state.go(to: ViewID.clusters, selecting: summary.cluster.id)
      case .rung(let step):
        state.go(to: ViewID.projects)
        ProjectsPanel.filter(&state, by: ["stage": step.rung.rawValue])
      case .unreportedTargets:
        state.go(to: ViewID.targets)
        TargetsPanel.filterUnreported(&state)
      case .unreported:
        state.go(to: ViewID.projects)
        ProjectsPanel.filter(&state, by: ["unreported": "yes"])
      case .lapsed:
        state.go(to: ViewID.projects)
        ProjectsPanel.filter(&state, by: ["lapsed": "yes"])
      case .overdue:
        state.go(to: ViewID.projects)
        ProjectsPanel.filter(&state, by: ["overdue": "yes"])
      case .waiting:
        state.go(to: ViewID.projects)
        ProjectsPanel.filter(&state, by: ["waiting": "yes"])
      case .partial(let row, _): state.go(to: ViewID.targets, selecting: row.target.id, open: true)
      }
      return true
    }
    return moveSelection(&state, on: key, through: ids, page: 5)
  }

  func statements(_ state: AppState) -> [Statement] {
    let entries = entries(state)
    let ids = ids(of: entries)
    guard let index = selectedIndex(state, in: ids) else { return [] }
    switch entries[index] {
    case .target(let row): return TargetsPanel.statements(of: row, state)
    case .figure(let figure): return [state.statement(figure)]
    case .cluster(let summary): return ClustersPanel.statements(of: summary, state)
    case .rung(let step): return [step.reported].compactMap { $0 }.map(state.statement)
    case .waiting(let projects):
      return projects.compactMap { status in
        status.waiting.map { waiting in
          Statement(
            label: status.project.name,
            value: Name(zh: waiting.since.dateLabel(.zh), en: waiting.since.dateLabel(.en)),
            citations: waiting.since.citations)
        }
      }
    case .partial(_, let figure): return [state.statement(figure)]
    case .unreportedTargets(let rows): return rows.map { state.statement($0.target) }
    case .lapsed(let projects):
      return projects.map { status in
        let plan = state.board.lapsedPlan(of: status)?.lapsedText ?? Name(both: "")
        return Statement(label: status.project.name, value: plan, citations: status.project.citations)
      }
    case .overdue(let projects), .unreported(let projects):
      return projects.compactMap { status in
        status.expected.map {
          Statement(
            label: status.project.name, value: Name(zh: $0.date.label(.zh), en: $0.date.label(.en)),
            citations: $0.citations)
        }
      }
    }
  }

  func explained(_ state: AppState) -> [String] {
    let entries = entries(state)
    guard let index = selectedIndex(state, in: ids(of: entries)) else { return [] }
    switch entries[index] {
    case .target(let row), .partial(let row, _): return ["target/\(row.target.id)"]
    case .cluster(let summary): return ClustersPanel.explained(summary)
    default: return []
    }
  }

  // MARK: Content

  func headlines(_ state: AppState) -> [Entry] {
    state.dataset.info.headlines.compactMap { indicator in
      state.board.headline(indicator).map { .target($0) } ?? state.board.newest(indicator).map { .figure($0) }
    }
  }

  /// The rungs that projects have come to or that a total is reported for, up the ladder and then beside it.
  func steps(_ state: AppState) -> [Pipeline.Step] {
    state.board.pipeline.steps.filter { step in
      (step.rung < .stalled && step.everReached > 0) || step.listed > 0 || step.reported != nil
    }
  }

  /// What needs attention: what is due and nothing is known of; targets that are behind, worst first; projects that are
  /// overdue or wait to be started; and newer figures that the targets above cannot be measured by.
  func attention(_ state: AppState) -> [Entry] {
    let (targets, projects) = (state.board.unreportedTargets, state.board.unreported)
    let overdue = state.board.overdue
    let waiting = state.board.waiting
    return (targets.isEmpty ? [] : [.unreportedTargets(targets)])
      + (projects.isEmpty ? [] : [.unreported(projects)])
      + (state.board.lapsed.isEmpty ? [] : [.lapsed(state.board.lapsed)])
      + state.board.behind.map { .target($0) }
      + (overdue.isEmpty ? [] : [.overdue(overdue)]) + (waiting.isEmpty ? [] : [.waiting(waiting)])
      + partials(state)
  }

  private func partials(_ state: AppState) -> [Entry] {
    let headlines = state.dataset.info.headlines.compactMap { state.board.headline($0) }
    return (headlines + state.board.clusters.compactMap(\.target)).compactMap { row in
      row.partial.map { .partial(row, $0) }
    }
  }
}
