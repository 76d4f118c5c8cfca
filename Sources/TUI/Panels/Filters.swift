import Canvas
import Domain
import Figures

// The filters of the views: what the frame shows of them, and what an empty list says about them.

extension ViewState {
  /// Returns the names of the filters that are set, in the order of a panel.
  package func filters(of panel: any Panel) -> [String] { panel.filters.filter { filters[$0] != nil } }
}

extension Panel {
  /// Returns the values of the filters that are set, in order; none if the frame shows them.
  func filterLabels(_ view: ViewState, in context: PanelContext) -> [String] {
    context.hasFiltersShown
      ? [] : Self.filters.filter { view.filters[$0] != nil }.map { label(ofFilter: $0, view, in: context) }
  }

  /// Returns why a list is empty: `没有符合条件的项目，按 x 清除筛选（签约、新材料）`.
  func noMatches(_ records: Name, _ view: ViewState, in context: PanelContext) -> String {
    var shown = context
    shown.hasFiltersShown = false
    let labels = filterLabels(view, in: shown) + (context.isPast ? ["\(context.board.asOf)"] : [])
    let (key, list) = (context.clearingKey, context.list(labels))
    let reason = labels.isEmpty ? "" : context.text("（\(list)）", " (\(list))")
    return context.text(
      "没有符合条件的\(records.zh)，按 \(key) 清除筛选", "no matching \(records.en); \(key) clears the filters")
      + reason
  }
}

extension PanelContext {
  /// Returns a filter text in quotation marks.
  func quoted(_ typed: String) -> String { text("“\(typed)”", "\"\(typed)\"") }
}

// MARK: Views

extension ClustersPanel {
  func name(of id: String, in context: PanelContext) -> Name? { context.dataset.clusters[id]?.name }
}

extension TargetsPanel {
  static let filters = ["unreported", "all"]

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    name == "all"
      ? context.text("含另有目标", "with other targets") : context.text("目标年已过、数据未公布", "past due, unpublished")
  }

  func name(of id: String, in context: PanelContext) -> Name? {
    context.board.target(id).map { Name(both: context.title(of: $0)) }
  }
}

extension ProjectsPanel {
  static let filters = [
    "stage", "cluster", "park", "owner", "nature", "overdue", "lapsed", "unreported", "waiting", "text",
  ]

  func name(of id: String, in context: PanelContext) -> Name? { context.dataset.projects[id]?.name }
}

extension TasksPanel {
  static let filters = ["plan", "text"]

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    let value = view.filters[name] ?? ""
    return name == "plan"
      ? context.dataset.plans[value].map { context.text($0.short) } ?? value : context.quoted(value)
  }

  func name(of id: String, in context: PanelContext) -> Name? {
    let bare = String(id.split(separator: "/").last ?? "")
    let programmes = context.dataset.programmes
    return programmes.lazy.flatMap(\.tasks).first { $0.id == bare }?.name ?? programmes[bare]?.name
      ?? context.dataset.organisations[bare]?.name
  }
}

extension ParkPanel {
  func name(of id: String, in context: PanelContext) -> Name? { context.dataset.parks[id]?.name }
}

extension SourcesPanel {
  static let filters = ["source", "kind", "severity", "text"]

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    let value = view.filters[name] ?? ""
    let known: Name? =
      switch name {
      case "source": context.dataset.sources[value]?.short
      case "kind": Conflict.Kind(rawValue: value)?.name
      case "severity": Conflict.Severity(rawValue: value)?.name
      default: nil
      }
    return known.map { context.text($0) } ?? context.quoted(value)
  }

  func name(of id: String, in context: PanelContext) -> Name? {
    context.dataset.sources[id]?.short ?? context.board.conflicts.first { $0.id == id }?.title
  }
}
