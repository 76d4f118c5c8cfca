import Canvas
import Domain
import Figures
import Output

// The layout of the view, and its lists.

extension PoliciesPanel {
  /// The width, in columns, from which the record under the cursor is shown beside the list.
  private static let besideWidth = 100
  /// The height, in rows, from which it is shown below the list if there is no room beside it.
  private static let belowHeight = 16

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    guard !area.isEmpty else { return }
    let list = list(view, context)
    let item = item(view, context, list)
    if view.isOpen, let item {
      renderDetail(item, context, area, scroll: view.scroll, isActive: true, &buffer)
      return
    }
    let lines = area.height > 6 ? verdict(context).wrapped(to: area.width - 1) : []
    let (top, body) = area.splitTop(min(lines.count, 2))
    for (row, line) in lines.prefix(top.height).enumerated() {
      buffer.put(line, in: top.splitLeft(1).rest, row: row, ellipsis: context.glyphs.ellipsis)
    }
    guard let item else {
      renderList(list, view, context, body, &buffer)
      return
    }
    if area.width >= Self.besideWidth {
      let (left, right) = body.splitLeft(body.width * 11 / 20)
      renderList(list, view, context, left, &buffer)
      renderDetail(item, context, right.splitLeft(2).rest, scroll: 0, isActive: false, &buffer)
    } else if area.height >= Self.belowHeight {
      let (upper, lower) = body.splitTop(body.height * 3 / 5)
      renderList(list, view, context, upper, &buffer)
      renderDetail(item, context, lower, scroll: 0, isActive: false, &buffer)
    } else {
      renderList(list, view, context, body, &buffer)
    }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderList(list(view, context), view, context, area, &buffer)
  }

  /// Returns how many measures, strengths and firms there are, and what the documents leave open.
  func verdict(_ context: PanelContext) -> Line {
    let (data, board) = (context.dataset, context.board)
    let measures = data.measures.filter { board.isKnown($0.citations) }
    let firms = data.firms.filter { board.isKnown($0.citations) }
    var parts: [String] = []
    func add(_ count: Int, _ zh: String, _ en: String) { if count > 0 { parts.append(context.text(zh, en)) } }
    let unled = measures.count { $0.lead.isEmpty }
    add(
      measures.count,
      "措施\(measures.count)项" + (unled > 0 ? "，其中\(unled)项未写明责任单位" : ""),
      "\(counted(measures.count, "measure"))"
        + (unled > 0 ? ", \(unled) without a responsible unit in the document" : ""))
    let strengths = count(of: .strengths, context)
    add(strengths, "优势\(strengths)项", counted(strengths, "strength"))
    let placed = firms.count { reached(by: $0, context) != nil }
    add(
      firms.count, "企业\(firms.count)家，\(placed)家已公布所处梯度",
      "\(counted(firms.count, "firm")), \(placed) with a published rung")
    guard !parts.isEmpty else { return Line("") }
    return Line(parts.joined(separator: context.text("；", "; ")) + context.text("。", "."))
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func renderList(
    _ list: List, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let labels = filterLabels(view, in: context)
    let parts = parts(context)
    let names = parts.map { part in
      "\(context.text(part.name)) \(part == list.part ? list.items.count : count(of: part, context))"
    }
    SectionTabs(
      names, chosen: parts.firstIndex(of: list.part) ?? 0,
      remark: labels.isEmpty ? context.text("按空格换", "Space") : labels.joined(separator: " + ")
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    guard !list.items.isEmpty else {
      TextBlock([Line(emptyText(list, view, context), .muted)])
        .render(in: body.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
      return
    }
    var rows: [Table.Row] = []
    var selection: Int?
    let chosen = selectedIndex(view, in: list.items.map(\.key))
    var index = 0
    for group in list.groups {
      rows.append(
        Table.Row(
          heading: Line([
            Span(" \(context.text(group.name)) ", Style(.accent)), Span("\(group.items.count)", .muted),
          ])))
      for item in group.items {
        if index == chosen { selection = rows.count }
        rows.append(Table.Row(cells(item, context), record: item.key))
        index += 1
      }
    }
    Table(
      columns: columns(list.part, context), rows: rows, selection: selection, hasHeader: body.height >= 10
    )
    .withoutEmptyColumns().render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  func emptyText(_ list: List, _ view: ViewState, _ context: PanelContext) -> String {
    let records = Name(zh: list.part.name.zh, en: list.part.name.en.lowercased())
    return view.filters.isEmpty
      ? context.text("当时所知的资料中没有政策措施", "no measure in the documents known on the day")
      : noMatches(records, view, in: context)
  }

  // MARK: Rows

  func columns(_ part: Part, _ context: PanelContext) -> [Table.Column] {
    let isChinese = context.language == .zh
    let sources = Table.Column(context.text("文件", "Document"), width: isChinese ? 12 : 14, priority: 7)
    switch part {
    case .measures:
      let measures = RecordCatalogue.measures
      return [
        context.column(measures["name"], width: isChinese ? 26 : 32, flex: 4, priority: 10),
        context.column(measures["lead"], width: 14, flex: 1, priority: 8),
        context.column(measures["cadence"], width: isChinese ? 6 : 9, priority: 6),
        sources, context.column(measures["serves"], width: 18, flex: 3, priority: 4),
      ]
    case .strengths:
      let strengths = RecordCatalogue.strengths
      return [
        context.column(strengths["name"], width: isChinese ? 28 : 34, flex: 4, priority: 10),
        Table.Column(context.text("数字", "Figures"), width: 16, flex: 2, priority: 5), sources,
      ]
    case .firms:
      let firms = RecordCatalogue.firms
      return [
        context.column(firms["name"], width: isChinese ? 16 : 22, flex: 1, priority: 10),
        context.column(firms["rung"], width: isChinese ? 12 : 20, priority: 9),
        context.column(firms["honours"], width: 20, flex: 3, priority: 8),
        context.column(firms["cluster"], width: 14, flex: 1, priority: 4),
        context.column(firms["role"], width: 12, flex: 1, priority: 3), sources,
      ]
    }
  }

  func cells(_ item: Item, _ context: PanelContext) -> [Table.Content] {
    let documents = Table.Content.text(documents(item.citations, context), .muted)
    switch item {
    case .measure(let measure):
      let measures = RecordCatalogue.measures
      func cell(_ key: String) -> String { context.text(measures[key], of: measure) }
      let units = names(measure.lead, context)
      let more = units.count > 1 ? " +\(units.count - 1)" : ""
      let none = context.text("未写明", "not named")
      return [
        .text(cell("name")), .text(units.first.map { $0 + more } ?? none, .muted), .text(cell("cadence")),
        documents, .text(cell("serves"), .muted),
      ]
    case .strength(let strength):
      return [
        .text(context.text(strength.name)), .text(figures(strength.figures, context), .accent), documents,
      ]
    case .firm(let firm):
      let firms = RecordCatalogue.firms
      let honours = firm.honours.map { context.text($0.name) }.joined(separator: context.text("、", ", "))
      return [
        .text(context.text(firm.name)),
        .text(reached(by: firm, context).map { context.text($0.name) } ?? "", .accent), .text(honours),
        .text(context.text(firms["cluster"], of: firm), .muted),
        .text(context.text(firms["role"], of: firm), .muted), documents,
      ]
    }
  }

  /// Returns the short names of the documents that are cited, each once.
  func documents(_ citations: [Citation], _ context: PanelContext) -> String {
    var ids: [String] = []
    for citation in citations where !ids.contains(citation.source) { ids.append(citation.source) }
    return ids.compactMap { context.dataset.sources[$0].map { context.text($0.short) } }
      .joined(separator: context.text("、", ", "))
  }

  func names(_ units: [String], _ context: PanelContext) -> [String] {
    units.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id }
  }

  private func figures(_ ids: [String], _ context: PanelContext) -> String {
    context.board.figures.filter { ids.contains($0.id) }.map { context.label($0) }
      .joined(separator: context.text("、", ", "))
  }
}

extension PoliciesPanel.Part {
  /// The name of its records, in both languages.
  var name: Name {
    switch self {
    case .measures: Name(zh: "措施", en: "Measures")
    case .strengths: Name(zh: "优势", en: "Strengths")
    case .firms: Name(zh: "企业", en: "Firms")
    }
  }

  /// The kind of its records in `list`.
  var kind: ListKind {
    switch self {
    case .measures: .measures
    case .strengths: .strengths
    case .firms: .firms
    }
  }
}
