import Canvas
import Domain
import Figures

// The words above the list: what is counted, filtered and out of date.

extension ProjectsPanel {
  /// Returns `项目 12/268`: the shown and all projects. A part is counted with its project.
  func title(_ rows: ProjectRows, _ context: PanelContext) -> String {
    "\(context.text("项目", "Projects")) \(rows.counts.projects)/\(context.board.projectCounts.projects)"
  }

  /// Returns the name of each filter in use whose values a key goes through, of its value, and of all values.
  private func choices(_ view: ViewState, _ context: PanelContext) -> [(
    title: Name, names: [String], chosen: Int
  )] {
    let (dataset, rows) = (context.dataset, rows(view, context))
    func cluster(_ id: String) -> String { dataset.clusters[id].map { context.name(of: $0) } ?? id }
    func stage(_ id: String) -> String { Rung(rawValue: id).map { context.rungName($0) } ?? id }
    let kinds: [(String, Name, (String) -> String)] = [
      ("cluster", Name(zh: "集群", en: "Cluster"), cluster), ("stage", Name(zh: "阶段", en: "Stage"), stage),
      ("park", Name(zh: "园区", en: "Park"), { id in dataset.parks[id].map { context.text($0.name) } ?? id }),
      ("owner", Name(zh: "业主", en: "Owner"), { id in dataset.firms[id].map { context.text($0.name) } ?? id }),
    ]
    return kinds.compactMap { key, title, name in
      guard let value = view.filters[key] else { return nil }
      let values = rows.choices[key] ?? []
      // A filter that another view set may have a value that the key does not offer.
      let offered = values.contains(value) ? values : [value] + values
      return (title, offered.map(name), offered.firstIndex(of: value) ?? 0)
    }
  }

  /// Returns a line for each of these filters: what is chosen, and what else there is.
  func choiceLines(_ view: ViewState, _ context: PanelContext, width: Int) -> [Line] {
    let none = context.text("全部", "all")
    var lines = choices(view, context).map { title, names, chosen in
      ChoiceLine(title: context.text(title), values: names, chosen: chosen, none: none)
        .line(width: width, glyphs: context.glyphs)
    }
    if arrangement(view) == .table, order(view) != .stage {
      let orders = Order.allCases.map { context.text($0.name) }
      lines.append(
        ChoiceLine(
          title: context.text("排序", "Sort"), values: orders, chosen: order(view).rawValue
        ).line(width: width, glyphs: context.glyphs))
    }
    return lines
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
    case "nature": return context.text("只看项目", "projects only")
    case "overdue": return context.text(Lateness.overdue.name)
    case "lapsed": return context.text(Plan.lapsed)
    case "unreported": return context.text(Lateness.unreported.name)
    case "waiting": return context.text("签约未开工", "signed, not started")
    default: return value
    }
  }

  /// Returns `◷ 到期无新资料237，资料止于2024-10-30`: how many projects are past due without a newer document.
  func unreportedRemark(_ context: PanelContext) -> String {
    let count = context.board.counts(of: context.board.unreported).projects
    guard count > 0, let newest = context.board.newestSource?.date.text else { return "" }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    return context.text(
      "\(glyph) 到期无新资料\(count)，资料止于\(newest)", "\(glyph) due, no newer document \(count), data end \(newest)")
  }
}
