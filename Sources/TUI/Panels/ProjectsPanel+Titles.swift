import Canvas
import Domain
import Figures

// The words above the list: what is counted, filtered and out of date.

extension ProjectsPanel {
  /// Returns `项目 12/268`: the shown and all projects. A part is counted with its project.
  func title(_ rows: ProjectRows, _ context: PanelContext) -> String {
    "\(context.text("项目", "Projects")) \(rows.counts.projects)/\(context.board.projectCounts.projects)"
  }

  /// Returns how many counted items are not construction projects, and how many parts are not counted.
  func countRemarks(_ rows: ProjectRows, _ context: PanelContext) -> [String] {
    [rows.counts.planItemsText, rows.counts.partsText].compactMap { $0.map { context.text($0) } }
  }

  func filterText(_ view: ViewState, _ context: PanelContext) -> String {
    let filters = view.filters
    let rows = rows(view, context)
    func place(_ name: String) -> String {
      let values = rows.choices[name] ?? []
      guard let index = filters[name].flatMap(values.firstIndex), values.count > 1 else { return "" }
      return " \(index + 1)/\(values.count)"
    }
    var parts: [String] = []
    if let stage = filters["stage"].flatMap(Rung.init) {
      parts.append(context.rungName(stage) + place("stage"))
    }
    if let cluster = filters["cluster"].flatMap({ context.dataset.clusters[$0] }) {
      let classification =
        context.dataset.classifications[cluster.classification].map { context.text($0.name) } ?? ""
      parts.append("\(classification): \(context.text(cluster.name))\(place("cluster"))")
    }
    if let park = filters["park"].flatMap({ context.dataset.parks[$0] }) {
      parts.append(context.text(park.name) + place("park"))
    }
    if let owner = filters["owner"].flatMap({ context.dataset.firms[$0] }) {
      parts.append(context.text(owner.name) + place("owner"))
    }
    if filters["nature"] != nil { parts.append(context.text("只看项目", "projects only")) }
    if filters["overdue"] != nil { parts.append(context.text(Lateness.overdue.name)) }
    if filters["lapsed"] != nil { parts.append(context.text(Plan.lapsed)) }
    if filters["unreported"] != nil { parts.append(context.text(Lateness.unreported.name)) }
    if filters["waiting"] != nil { parts.append(context.text("签约未开工", "signed, not started")) }
    if let text = filters["text"] { parts.append(text) }
    if parts.isEmpty || order(view) != .stage { parts.append(context.text(order(view).name)) }
    return parts.joined(separator: " + ")
  }

  /// Returns `◷ 到期无新资料237，资料止于2024-10-30`: how many projects are past due without a newer document.
  func unreportedRemark(_ context: PanelContext) -> String {
    let count = context.board.counts(of: context.board.unreported).projects
    guard count > 0, let newest = context.board.newestSource?.date.text else { return "" }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    return context.text(
      "\(glyph) 到期无新资料\(count)，资料止于\(newest)", "\(glyph) due, no newer document \(count), data end \(newest)")
  }

  /// Returns `列入2025年到期的规划、此后无报道 238`.
  func lapsedRemark(_ context: PanelContext) -> String {
    context.board.lapsedByPlan.map { "\(context.text($0.plan.lapsedText)) \($0.count)" }.joined(
      separator: "  ")
  }
}
