import Canvas
import Domain
import Figures

/// The first page of the board: the main figures with their targets and pace, the clusters, the pipeline, and what
/// needs attention.
struct OverviewPanel: Panel {
  static let id = ViewID.overview
  static let title = Name(zh: "总览", en: "Overview")
  static let shortTitle = Name(zh: "总览", en: "Home")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "进入", "open"),
    .citations,
  ]

  // MARK: Keys

  /// A row that can be selected.
  enum Entry {
    case target(TargetProgress)
    /// A main figure without a target.
    case figure(Figure)
    case cluster(ClusterSummary)
    case rung(Pipeline.Step)
    /// Targets that are past due and have no figure for their end.
    case unreportedTargets([TargetProgress])
    /// Projects past their expected date, with no document newer than that date.
    case unreported([ProjectStatus])
    /// Projects listed in a plan that has ended, and not reported since.
    case lapsed([ProjectStatus])
    /// Projects past their expected date, although a later document exists that does not report them.
    case overdue([ProjectStatus])
    /// Projects signed and not started, the longest wait first.
    case waiting([ProjectStatus])
    /// Projects that are halted.
    case halted([ProjectStatus])
    /// A newer figure for part of a year, beside a target that it cannot be compared with.
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
      case .halted: "halted"
      case .partial(_, let figure): "partial/\(figure.id)"
      }
    }
  }

  /// - Parameter isWhole: whether all stages are among them, as on a page.
  func entries(_ context: PanelContext, isWhole: Bool = false) -> [Entry] {
    headlines(context) + context.board.clusters.map { .cluster($0) }
      + steps(context, isWhole: isWhole).map { .rung($0) } + attention(context)
  }

  /// Returns one id for each entry, also if the data names a headline twice.
  func ids(of entries: [Entry]) -> [String] {
    var seen: Set<String> = []
    return entries.map { seen.insert($0.id).inserted ? $0.id : "again/\($0.id)" }
  }

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    let entries = entries(context)
    let ids = ids(of: entries)
    if key == .enter || key == .right, let index = selectedIndex(view, in: ids) {
      return enter(entries[index])
    }
    return moveSelection(&view, in: context, on: key, through: ids, page: 5)
  }

  /// Returns the effect that opens the view with an entry in full.
  private func enter(_ entry: Entry) -> PanelEffect {
    switch entry {
    case .target(let row), .partial(let row, _): .go(to: ViewID.targets, at: .opened(row.target.id))
    case .figure: .showCitations
    case .cluster(let summary): .go(to: ViewID.clusters, at: .on(summary.cluster.id))
    case .rung(let step): .go(to: ViewID.projects, filters: ["stage": step.rung.rawValue])
    case .unreportedTargets: .go(to: ViewID.targets, at: .first, filters: ["unreported": "yes"])
    case .unreported: .go(to: ViewID.projects, filters: ["unreported": "yes"])
    case .lapsed: .go(to: ViewID.projects, filters: ["lapsed": "yes"])
    case .overdue: .go(to: ViewID.projects, filters: ["overdue": "yes"])
    case .waiting: .go(to: ViewID.projects, filters: ["waiting": "yes"])
    case .halted: .go(to: ViewID.projects, filters: ["stage": Rung.stalled.rawValue])
    }
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    let entries = entries(context)
    let ids = ids(of: entries)
    guard let index = selectedIndex(view, in: ids) else { return [] }
    switch entries[index] {
    case .target(let row): return TargetsPanel.statements(of: row, context)
    case .figure(let figure): return [context.statement(figure)]
    case .cluster(let summary): return ClustersPanel.statements(of: summary, context)
    case .rung(let step): return [step.reported].compactMap { $0 }.map(context.statement)
    case .waiting(let projects):
      return projects.compactMap { status in
        status.waiting.map { waiting in
          Statement(
            label: status.project.name,
            value: Name(zh: waiting.since.dateLabel(.zh), en: waiting.since.dateLabel(.en)),
            citations: waiting.since.citations)
        }
      }
    case .halted(let projects):
      return projects.compactMap { status in
        status.reached.map {
          Statement(
            label: status.project.name, value: Name(zh: $0.dateLabel(.zh), en: $0.dateLabel(.en)),
            citations: $0.citations)
        }
      }
    case .partial(_, let figure): return [context.statement(figure)]
    case .unreportedTargets(let rows): return rows.map { context.statement($0.target) }
    case .lapsed(let projects):
      return projects.map { status in
        let plan = context.board.lapsedPlan(of: status)?.lapsedText ?? Name(both: "")
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

  func explained(_ view: ViewState, in context: PanelContext) -> [String] {
    let entries = entries(context)
    guard let index = selectedIndex(view, in: ids(of: entries)) else { return [] }
    switch entries[index] {
    case .target(let row), .partial(let row, _): return ["target/\(row.target.id)"]
    case .cluster(let summary): return ClustersPanel.explained(summary)
    default: return []
    }
  }

  // MARK: Content

  func headlines(_ context: PanelContext) -> [Entry] {
    context.dataset.info.headlines.compactMap { indicator in
      context.board.headline(indicator).map { .target($0) }
        ?? context.board.newest(indicator).map { .figure($0) }
    }
  }

  /// Returns the rungs that projects reached or that have an official total, up the ladder and then beside it.
  func steps(_ context: PanelContext, isWhole: Bool = false) -> [Pipeline.Step] {
    // A low screen has no room for stages of which documents name neither projects nor a total.
    let isLow = context.height < 30 && !isWhole
    return context.board.pipeline.steps.filter { step in
      if isLow, step.isUnknown, step.reported == nil { return false }
      return (step.rung < .stalled && step.everReached > 0) || step.listed > 0 || step.reported != nil
    }
  }
}
