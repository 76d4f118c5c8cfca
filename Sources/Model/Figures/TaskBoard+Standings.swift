import Domain

/// Finds the targets and commitments for the indicators of tasks.
struct Standings {
  private let dataset: Dataset
  private let targets: [TargetBoard.Topic: [TargetProgress]]
  /// Goals that plans set for the district, its clusters and parks.
  private let goals: [TargetBoard.Topic: [Figure]]
  private let commitments: [String: Pipeline.Commitment]

  init(_ board: Board) {
    dataset = board.dataset
    targets = Dictionary(grouping: board.targets) { TargetBoard.Topic($0.target) }
    goals = Dictionary(grouping: board.figures.filter(Standings.isGoal), by: TargetBoard.Topic.init)
    commitments = Dictionary(
      board.pipeline.commitments.map { ($0.target.indicator, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a figure is such a goal. Goals of a project or firm appear on its own page.
  private static func isGoal(_ figure: Figure) -> Bool {
    figure.plan != nil && figure.subject.kind != .project && figure.subject.kind != .firm
  }

  /// Returns the progress of a link's indicator; nil if the indicator is unknown. The target is chosen in this order:
  /// printed in the link's own line, set by the task's plan, a level before a rate of growth, shown before replaced,
  /// nearer year.
  func standing(_ link: Programme.Link, plan: String) -> IndicatorStanding? {
    guard let indicator = dataset.indicators[link.indicator] else { return nil }
    let topic = TargetBoard.Topic(subject: link.subject, indicator: link.indicator)
    func position(_ figure: Figure, isSecondary: Bool) -> (Int, Int, Int, Int, Day) {
      (
        link.shares(figure.citations) ? 0 : 1, figure.plan == plan ? 0 : 1, figure.kind == .growth ? 1 : 0,
        isSecondary ? 1 : 0, figure.period.end
      )
    }
    let target = targets[topic]?.min {
      position($0.target, isSecondary: $0.isSecondary) < position($1.target, isSecondary: $1.isSecondary)
    }
    let shown = target.flatMap { self.shown(insteadOf: $0, topic) }
    let goal = goals[topic]?.min { position($0, isSecondary: false) < position($1, isSecondary: false) }
    return IndicatorStanding(
      indicator: indicator, subject: link.subject, links: [link], target: target,
      shown: shown,
      goal: target == nil ? goal : nil,
      commitment: link.subject == .district ? commitments[link.indicator] : nil)
  }

  /// Returns the target shown in its place, of the same plan and year, if that has another number.
  private func shown(insteadOf row: TargetProgress, _ topic: TargetBoard.Topic) -> TargetProgress? {
    guard row.isSecondary else { return nil }
    return targets[topic]?.first {
      !$0.isSecondary && $0.target.plan == row.target.plan && $0.target.kind == row.target.kind
        && $0.target.period.end == row.target.period.end
        && ($0.target.value != row.target.value || $0.target.unit != row.target.unit)
    }
  }

  /// Returns the figures that the plan sets in the lines of a task for topics without a link of the task, in file
  /// order.
  func printed(in task: Programme.Task, plan: String) -> [Figure] {
    let linked = Set(task.indicators.map { TargetBoard.Topic(subject: $0.subject, indicator: $0.indicator) })
    let lines = Set(task.citations.map(Line.init))
    let found = goals.filter { !linked.contains($0.key) }.values.joined().filter { figure in
      figure.plan == plan && figure.citations.contains { lines.contains(Line($0)) }
    }
    return found.sorted(byKey: { dataset.figures.position(of: $0.id) ?? .max }, <)
  }

  /// A line of a document.
  struct Line: Hashable {
    let source: String
    let line: Int

    init(_ citation: Citation) { (source, line) = (citation.source, citation.line) }
  }
}

extension Programme.Link {
  /// Whether any of the citations is in a line that the link cites.
  func shares(_ others: [Citation]) -> Bool {
    let lines = Set(citations.map(Standings.Line.init))
    return others.contains { lines.contains(Standings.Line($0)) }
  }
}
