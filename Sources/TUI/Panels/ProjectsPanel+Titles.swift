import Canvas
import Domain
import Figures

// The words above the list: what is counted, filtered and out of date.

extension ProjectsPanel {
  /// Returns the number of product lines and programmes beside the projects, and the key for them; empty without any.
  func itemsRemark(_ rows: ProjectRows, _ context: PanelContext) -> String {
    guard rows.planItems > 0 else { return "" }
    let isShown = rows.counts.planItems > 0
    let english = rows.planItems == 1 ? "1 product line" : "\(rows.planItems) product lines"
    return context.text(
      "产品方向、计划事项\(rows.planItems)\(isShown ? "" : "未列（i）")", isShown ? english : "\(english) not listed (i)")
  }

  /// Returns `建设项目 12/132`: the shown and all projects. A part is counted with its project.
  func title(_ rows: ProjectRows, _ context: PanelContext) -> String {
    let all = context.board.projectCounts
    let name =
      all.planItems > 0
      ? context.text("建设项目", "Construction projects") : context.text("项目", "Projects")
    return "\(name) \(rows.counts.projects)/\(all.projects)"
  }

  /// Returns the filters in words, and the order.
  func filterText(_ view: ViewState, _ context: PanelContext) -> String {
    var parts = filterLabels(view, in: context)
    if parts.isEmpty || order(view) != .stage { parts.append(context.text(order(view).name)) }
    return parts.joined(separator: " + ")
  }

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    let value = view.filters[name] ?? ""
    let dataset = context.dataset
    switch name {
    case "stage": return Rung(rawValue: value).map { context.rungName($0) } ?? value
    case "cluster":
      guard let cluster = dataset.clusters[value] else { return value }
      let classification = dataset.classifications[cluster.classification].map { context.text($0.name) } ?? ""
      return "\(classification): \(context.text(cluster.name))"
    case "park": return dataset.parks[value].map { context.text($0.name) } ?? value
    case "owner": return dataset.firms[value].map { context.text($0.name) } ?? value
    case "nature":
      return value == ProjectFilter.all
        ? context.text("含产品方向、计划事项", "with product lines") : context.text("只看项目", "projects only")
    case "overdue": return context.text(Lateness.overdue.name)
    case "lapsed": return context.text(Plan.lapsed)
    case "unreported": return context.text(Lateness.unreported.name)
    case "waiting": return context.text("签约未开工", "signed, not started")
    default: return value
    }
  }

  /// Returns `◷ 到期无新资料237，资料止于2024-10-30`: how many projects are past due without a newer document.
  func unreportedRemark(_ rows: ProjectRows, _ context: PanelContext) -> String {
    let count = rows.unreportedCount
    guard count > 0, let newest = context.board.newestSource?.date.text else { return "" }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    return context.text(
      "\(glyph) 到期无新资料\(count)，资料止于\(newest)", "\(glyph) due, no newer document \(count), data end \(newest)")
  }
}
