import Domain

/// A problem and where it stands.
package struct ProblemStanding: Sendable {
  /// The problem, with its history up to the day.
  package var problem: Problem
  /// Where it stands on the day.
  package var supervision: Supervision
  /// Whether it was raised in the period.
  package var isNew: Bool
  /// Whether it was settled in the period, and still is.
  package var isNewlySettled: Bool
}

/// A decision and where it stands.
package struct DecisionStanding: Sendable {
  /// The decision, with its history up to the day.
  package var decision: Decision
  /// Where it stands on the day.
  package var supervision: Supervision
}

/// A cluster or a unit in the order of its schedule ratios.
package struct DispatchRank: Sendable {
  /// The id of the cluster or unit.
  package var id: String
  /// Its name.
  package var name: Name
  /// The schedule ratio; for a unit the median of those of the indicators that its tasks must deliver.
  package var ratio: Double
  /// The schedule ratio of the period before; nil if there was none.
  package var ratioBefore: Double?
  /// Its place, from 1 for the highest ratio; equal ratios share a place.
  package var place: Int
  /// Its place in the period before; nil if it had none.
  package var placeBefore: Int?
  /// Its lights: how many red, yellow and green ones.
  package var lights: [Light: Int]

  /// By how many places it rose; negative if it fell; nil without a place before.
  package var rise: Int? { placeBefore.map { $0 - place } }
}

/// Something that a rule of the dataset sends to the next level.
package struct EscalatedMatter: Sendable {
  /// The kind of matter, with its id.
  package enum Matter: Hashable, Sendable {
    /// A light, by the id of its history.
    case light(String)
    case problem(String)
    case decision(String)
    case duty(String)
  }

  /// The matter.
  package var matter: Matter
  /// Its name.
  package var name: Name
  /// The rule that applies.
  package var rule: DispatchRules.Escalation
  /// The number that met the rule: periods or days.
  package var count: Int

  /// Why it goes up: `连续3期黄灯或更差`, `overdue by 20 days`.
  package var reason: Name {
    switch rule.trigger {
    case .light(.red, _): Name(zh: "连续\(count)期红灯", en: "red for \(count) \(Self.periods(count))")
    case .light: Name(zh: "连续\(count)期未达绿灯", en: "not green for \(count) \(Self.periods(count))")
    case .overdue: Name(zh: "逾期\(count)天", en: "overdue by \(count) days")
    case .missedReports:
      Name(zh: "连续\(count)期未按时报送", en: "reports missed for \(count) \(Self.periods(count))")
    }
  }

  private static func periods(_ count: Int) -> String { count == 1 ? "period" : "periods" }
}

/// The month of an office as of a day: lights, problems, duties, decisions and what goes up, for the last period whose lights
/// are fixed by then.
package struct DispatchBoard: Sendable {
  /// The rules of the dataset, or the default ones.
  package let rules: DispatchRules
  /// The period.
  package let period: ReportingPeriod
  /// The first day of what is new: the day after the lights of the period before were fixed.
  package let since: Day
  /// The day of the board.
  package var asOf: Day { board.asOf }
  /// Whether the dataset asks for lights.
  package let hasLights: Bool
  /// The lights, the worst first.
  package let lights: [LightHistory]
  /// The problems: overdue ones first, then open ones by due day, then the settled.
  package let problems: [ProblemStanding]
  /// The decisions, in the same order.
  package let decisions: [DecisionStanding]
  /// The periods of the matrix of duties, the oldest first; the last one is `period`.
  package let periods: [ReportingPeriod]
  /// The duties with their reports, in file order.
  package let duties: [DutyRow]
  /// The clusters, the highest schedule ratio first.
  package let clusters: [DispatchRank]
  /// The units, the highest median first.
  package let units: [DispatchRank]
  /// What the rules send to the next level, in the order of lights, problems, decisions and duties.
  package let escalated: [EscalatedMatter]
  /// The newest statement about each task, by its id.
  package let taskStates: [String: StatusEntry]
  private let board: Board

  /// The number of periods in the matrix of duties.
  package static let span = 12

  /// Creates the board of a period.
  ///
  /// - Parameters:
  ///   - board: the data as of the day.
  ///   - period: the period; nil for the last one whose lights are fixed by the day.
  package init(_ board: Board, period: ReportingPeriod? = nil) {
    let rules = board.complete.info.dispatch ?? DispatchRules()
    var day = DispatchBoard.day(of: board)
    let last = DispatchBoard.lastPeriod(rules, asOf: day)
    var wanted = period.map { min($0, last) } ?? last
    // A sum since January, or that of the whole year.
    let figures = board.figures.lazy.filter {
      $0.plan == nil && ($0.kind == .cumulative || $0.kind == .actual && $0.period.isYear)
    }
    if period == nil, board.complete.info.dispatch != nil, let newest = figures.map(\.period.end).max() {
      // A period whose table has not come yet has no lights.
      wanted = min(wanted, rules.period(containing: newest))
    }
    // An earlier period is shown as it was on the day on which its lights were fixed.
    if let wanted = period, wanted < last { day = rules.cutoff(of: wanted) }
    let period = wanted
    let asked = board
    let board = day < board.asOf ? Board(board.complete, asOf: day) : board
    self.board = board
    self.rules = rules
    self.period = period
    hasLights = board.complete.info.dispatch != nil
    // A leader judges a light after it was fixed: what was said until the next one belongs to it.
    let judgements = asked.statusEntries.filter { $0.light != nil && $0.about.task == nil }
    let histories = hasLights ? LightBoard(board.complete, rules).histories(through: period) : []
    let lights = histories.map { found -> LightHistory in
      var history = found
      history.judgement = judgements.last { entry in
        entry.about.indicator == found.indicator.id && entry.about.subject == found.subject
          && DispatchBoard.lastPeriod(rules, asOf: entry.date) == period
      }
      return history
    }
    self.lights = lights
    let since = DispatchBoard.firstDay(of: period, rules)
    self.since = since
    problems = board.problems.map { problem in
      let standing = problem.supervision(asOf: board.asOf)
      return ProblemStanding(
        problem: problem, supervision: standing, isNew: problem.raised >= since,
        isNewlySettled: standing.isSettled && standing.since >= since)
    }.sorted {
      DispatchBoard.order($0.supervision, $0.problem.id) < DispatchBoard.order($1.supervision, $1.problem.id)
    }
    decisions = board.decisions.map {
      DecisionStanding(decision: $0, supervision: $0.supervision(asOf: board.asOf))
    }.sorted {
      DispatchBoard.order($0.supervision, $0.decision.id)
        < DispatchBoard.order($1.supervision, $1.decision.id)
    }
    periods = (0..<DispatchBoard.span).map { period.advanced(by: $0 - DispatchBoard.span + 1) }
    duties = ReportMatrix(board: board, periods: periods).rows
    taskStates = board.taskStates
    clusters = DispatchRanks(board, lights).clusters
    units = DispatchRanks(board, lights).units
    escalated = DispatchBoard.escalated(
      rules, board, lights: lights, problems: problems, decisions: decisions, duties: duties)
  }

  /// Returns the day of the board, or that of the newest record if nothing was recorded for more than a month: what is
  /// overdue since then is not known.
  private static func day(of board: Board) -> Day {
    let newest = [
      board.newestSource?.knownOn, board.reports.map(\.received).max(), board.statusEntries.map(\.date).max(),
      board.problems.flatMap { [$0.raised] + $0.history.map(\.date) }.max(),
      board.decisions.flatMap { [$0.date] + $0.history.map(\.date) }.max(),
    ].compactMap(\.self).max()
    guard let newest, newest < board.asOf, board.asOf.number - newest.number > 31 else { return board.asOf }
    return newest
  }

  /// Returns the last period whose lights are fixed by a day.
  package static func lastPeriod(_ rules: DispatchRules, asOf day: Day) -> ReportingPeriod {
    var period = rules.period(containing: day)
    // Days of the first year have no earlier period.
    while rules.cutoff(of: period) > day, period.start.year > 1 { period = period.advanced(by: -1) }
    return period
  }

  /// Returns the first day on which something counts as new for a period.
  private static func firstDay(of period: ReportingPeriod, _ rules: DispatchRules) -> Day {
    let before = rules.cutoff(of: period.advanced(by: -1))
    return Day.last(ofYear: before.year, month: before.month) == before
      ? ReportingPeriod(.month, containing: before).advanced(by: 1).start
      : Day(year: before.year, month: before.month, day: before.day + 1) ?? period.start
  }

  /// Overdue ones first, the longest first; then open ones by due day; postponed ones; settled ones, the newest first.
  private static func order(_ standing: Supervision, _ id: String) -> (Int, Int, String) {
    if let days = standing.overdueDays { return (0, -days, id) }
    if standing.isOpen { return (1, standing.due?.number ?? .max, id) }
    if standing.isSettled { return (3, -standing.since.number, id) }
    return (2, standing.since.number, id)
  }

  /// The lights that are others than in the period before, the worst first.
  package var changedLights: [LightHistory] { lights.filter(\.hasChanged) }
  /// The problems raised in the period.
  package var newProblems: [ProblemStanding] { problems.filter(\.isNew) }
  /// The problems whose day is over.
  package var overdueProblems: [ProblemStanding] { problems.filter(\.supervision.isOverdue) }
  /// The problems settled in the period.
  package var settledProblems: [ProblemStanding] { problems.filter(\.isNewlySettled) }
  /// The problems on which a unit still has to act.
  package var openProblems: [ProblemStanding] { problems.filter(\.supervision.isOpen) }
  /// The decisions that are not carried out yet.
  package var openDecisions: [DecisionStanding] { decisions.filter(\.supervision.isOpen) }
  /// The duties whose newest report is missing.
  package var missingReports: [DutyRow] {
    duties.filter { if case .missing? = $0.newest?.state { true } else { false } }
  }
  /// The lights of a colour.
  package func count(_ light: Light) -> Int { lights.count { $0.light == light } }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { lights.isEmpty && problems.isEmpty && decisions.isEmpty && duties.isEmpty }

  /// Returns the name of what a matter is about: the problem, the task, the indicator of a subject, or the subject.
  package func name(of about: Matter) -> Name? {
    let dataset = board.dataset
    if let task = about.task {
      return dataset.programmes.lazy.flatMap(\.tasks).first { $0.id == task }?.name
    }
    let subject = about.subject == .district ? nil : dataset.name(of: about.subject)
    guard let indicator = about.indicator.flatMap({ dataset.indicators[$0] }) else { return subject }
    return subject.map { $0 + Name(zh: indicator.short.zh, en: " " + indicator.short.en) } ?? indicator.short
  }

  /// What goes up, once for each matter: the rule that comes last in the file is the highest level that it reached.
  package var highestLevels: [(matter: EscalatedMatter, units: [String])] {
    var places: [EscalatedMatter.Matter: Int] = [:]
    var result: [(matter: EscalatedMatter, units: [String])] = []
    for matter in escalated {
      if let place = places[matter.matter] {
        result[place].matter = matter
        if !result[place].units.contains(matter.rule.unit) {
          result[place].units.insert(matter.rule.unit, at: 0)
        }
      } else {
        places[matter.matter] = result.count
        result.append((matter, [matter.rule.unit]))
      }
    }
    return result
  }

  private static func escalated(
    _ rules: DispatchRules, _ board: Board, lights: [LightHistory], problems: [ProblemStanding],
    decisions: [DecisionStanding], duties: [DutyRow]
  ) -> [EscalatedMatter] {
    var result: [EscalatedMatter] = []
    func add(_ matter: EscalatedMatter.Matter, _ name: Name, _ count: (DispatchRules.Trigger) -> Int?) {
      for rule in rules.escalations {
        guard let reached = count(rule.trigger) else { continue }
        result.append(EscalatedMatter(matter: matter, name: name, rule: rule, count: reached))
      }
    }
    for history in lights {
      add(.light(history.id), board.dataset.name(of: history)) { trigger in
        guard case .light(let light, let periods) = trigger else { return nil }
        let run = history.run(atWorst: light)
        return run >= periods ? run : nil
      }
    }
    func overdue(_ standing: Supervision) -> (DispatchRules.Trigger) -> Int? {
      { trigger in
        guard case .overdue(let days) = trigger, let late = standing.overdueDays, late > days else {
          return nil
        }
        return late
      }
    }
    for row in problems { add(.problem(row.problem.id), row.problem.title, overdue(row.supervision)) }
    for row in decisions { add(.decision(row.decision.id), row.decision.title, overdue(row.supervision)) }
    for row in duties {
      let unit = board.dataset.organisations[row.duty.unit]?.name ?? Name(both: row.duty.unit)
      add(.duty(row.duty.id), unit + Name(zh: "：" + row.duty.name.zh, en: ": " + row.duty.name.en)) {
        trigger in
        guard case .missedReports(let periods) = trigger, row.missedInRow >= periods else { return nil }
        return row.missedInRow
      }
    }
    return result
  }
}

extension Dataset {
  /// Returns the name of a light: its subject and indicator; the indicator alone for the district.
  package func name(of history: LightHistory) -> Name {
    guard history.subject != .district else { return history.indicator.short }
    return name(of: history.subject)
      + Name(zh: history.indicator.short.zh, en: " " + history.indicator.short.en)
  }
}
