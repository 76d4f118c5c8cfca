import Canvas
import Domain
import Figures
import Output

// The lists: documents above, conflicts below, and a preview of the record under the cursor if there is room.

extension SourcesPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let list = SourcesList(context, view: view)
    if list.documents.isEmpty && list.all.isEmpty {
      SectionTitle(context.text("出处", "Sources")).render(in: area, into: &buffer, glyphs: context.glyphs)
      message(
        context.text("此日尚无文件", "no document is known on this day"), context, area.splitTop(1).rest, &buffer)
    } else if view.isOpen, let item = list.selected {
      renderDetail(item, list, context, area, view.scroll, &buffer)
    } else if area.width >= 150 {
      renderWide(list, view, context, area, &buffer)
    } else if list.isConflictsOnly {
      renderFull(list, view, context, area, &buffer)
    } else {
      renderBoth(list, view, context, area, &buffer)
    }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let list = SourcesList(context, view: view)
    switch list.selected {
    case .document? where !view.isOpen: renderDocuments(list, context, area, &buffer)
    case .conflict? where !view.isOpen: renderConflicts(list, view, context, area, &buffer)
    default: render(view, in: context, area: area, into: &buffer)
    }
  }

  /// Draws the documents across and, below them, the conflicts with a preview at their side; or the conflicts alone.
  private func renderWide(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var rest = area
    if !list.isConflictsOnly {
      let (top, below) = area.splitTop(documentRows(list, area))
      renderDocuments(list, context, top, &buffer)
      rest = below
    }
    let (left, right) = rest.splitLeft(rest.width * 52 / 100)
    renderConflicts(list, view, context, left, &buffer)
    guard let item = list.selected else { return }
    let pane = right.splitLeft(2).rest
    renderDetail(item, list, context, pane, 0, &buffer, isPreview: true)
  }

  /// Draws the conflicts at full height and, below them, the sides of the selected one.
  private func renderFull(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let rows = area.height >= 16 ? min(area.height / 2, 16) : 0
    // A short list leaves its room to the preview.
    let needed = rows > 0 ? listRows(list) : area.height
    let (top, below) = area.splitTop(min(needed, area.height - rows))
    renderConflicts(list, view, context, top, &buffer)
    if rows > 0, let item = list.selected { renderPreview(item, list, context, below, &buffer) }
  }

  /// Returns the rows of all conflicts with their headings and a blank row.
  private func listRows(_ list: SourcesList) -> Int { max(list.conflicts.count, 1) + 3 }

  private func renderPreview(
    _ item: Item, _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard case .conflict(let conflict) = item else {
      renderDetail(item, list, context, area, 0, &buffer, isPreview: true)
      return
    }
    let (head, body) = area.splitTop(1)
    SectionTitle(context.text(conflict.title), remark: context.text(conflict.foundBy.sentence))
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let text = body.inset(columns: 1)
    TextBlock(preview(of: conflict, context, width: text.width), indent: SourcesPanel.labelColumns)
      .render(in: text, into: &buffer, glyphs: context.glyphs)
  }

  /// Draws documents and conflicts, or only the part with the cursor if there are fewer than 14 rows.
  private func renderBoth(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height >= 14 else {
      if case .conflict? = list.selected {
        renderConflicts(list, view, context, area, &buffer)
      } else {
        renderDocuments(list, context, area, &buffer)
      }
      return
    }
    let (top, below) = area.splitTop(documentRows(list, area))
    renderDocuments(list, context, top, &buffer)
    guard let item = list.selected, below.height - listRows(list) >= 8 else {
      renderConflicts(list, view, context, below, &buffer)
      return
    }
    let (middle, rest) = below.splitTop(listRows(list))
    renderConflicts(list, view, context, middle, &buffer)
    renderPreview(item, list, context, rest, &buffer)
  }

  private func documentRows(_ list: SourcesList, _ area: Rect) -> Int {
    min(max(list.documents.count, 2) + 2 + (area.height >= 30 ? 1 : 0), area.height / 2)
  }

  private func message(_ text: String, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    buffer.put(
      Line([Span(text, .muted)]), in: area.inset(columns: 1), ellipsis: context.glyphs.ellipsis)
  }

  // MARK: Documents

  /// The kinds of records that have their own column.
  private static let counted: [Contribution.Kind] = [
    .figures, .milestones, .clusters, .tasks, .parks, .conflicts,
  ]

  private func renderDocuments(
    _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let later = context.dataset.sources.count - list.documents.count
    SectionTitle(
      "\(context.text("文件", "Documents")) \(list.documents.count)",
      remark: later > 0
        ? context.text("另有\(later)份当时未知", "\(later) more not yet known")
        : context.text("新的在前", "newest first"),
      isActive: list.selectedDocument != nil
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let counts = ContributionCounts(context.board)
    let rows = list.documents.map { source -> Canvas.Table.Row in
      let cells: [String] = [
        source.date.label(context.language), name(source, context, body.width),
        context.text(source.kind.name),
        precision(source, context),
      ]
      let numbers = SourcesPanel.counted.map { kind -> Canvas.Table.Content in
        let count = counts[source.id, kind]
        return count == 0 ? .text("-", .muted) : .text("\(count)")
      }
      return Canvas.Table.Row(
        [.text(cells[0], .muted), .text(cells[1], .strong), .text(cells[2]), .text(cells[3], .muted)]
          + numbers + (list.hasNumbers ? [.text(source.number, .muted)] : [])
          + [.text(context.text(source.issuer), .muted)], record: source.id)
    }
    Canvas.Table(
      columns: documentColumns(list, context, body.width), rows: rows, selection: list.selectedDocument
    )
    .named("documents").render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  private func documentColumns(_ list: SourcesList, _ context: PanelContext, _ width: Int) -> [Canvas.Table
    .Column]
  {
    func widest(_ texts: [String], atLeast head: String) -> Int {
      (texts + [head]).map(TextWidth.columns).max() ?? 0
    }
    func column(
      _ head: String, _ texts: [String], priority: Int, alignment: TextWidth.Alignment = .left
    ) -> Canvas.Table.Column {
      Canvas.Table.Column(
        head, width: widest(texts, atLeast: head), alignment: alignment, priority: priority)
    }
    let documents = list.documents
    let sources = RecordCatalogue.sources
    let names = documents.map { name($0, context, width) }
    let numbers = SourcesPanel.counted.map { kind in
      let head = context.text(width >= 150 ? kind.name : kind.short)
      // The counts of figures and conflicts are the most important ones of a document.
      let priority = kind == .conflicts || kind == .figures ? 9 : 7
      return Canvas.Table.Column(
        head, width: max(4, TextWidth.columns(of: head)), alignment: .right, priority: priority)
    }
    let fixed =
      [
        column(
          context.title(sources["date"]), documents.map { $0.date.label(context.language) }, priority: 10),
        Canvas.Table.Column(
          context.text("文件", "Document"), width: width < 60 ? 12 : min(widest(names, atLeast: ""), 90),
          flex: width < 100 ? 1 : 0, priority: 10),
        column(
          context.title(RecordCatalogue.sources["kind"]), documents.map { context.text($0.kind.name) },
          priority: 8),
        column(context.text("精度", "Exact to"), documents.map { precision($0, context) }, priority: 5),
      ] + numbers
    let issuer = Canvas.Table.Column(
      context.title(RecordCatalogue.sources["issuer"]), width: 18, flex: 1, priority: 3)
    guard list.hasNumbers else { return fixed + [issuer] }
    return fixed + [column(context.title(sources["number"]), documents.map(\.number), priority: 2), issuer]
  }

  /// Returns the title from 200 columns on, otherwise the short name.
  private func name(_ source: Source, _ context: PanelContext, _ width: Int) -> String {
    context.text(width >= 200 ? source.title : source.short)
  }

  /// Returns the precision of the date, and whether the file has a note about it.
  private func precision(_ source: Source, _ context: PanelContext) -> String {
    context.text(source.date.precision.name) + (source.dateNote == nil ? "" : context.text(" 有注", ", note"))
  }

  // MARK: Conflicts

  private func renderConflicts(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    renderConflictTitle(list, view, context, head, &buffer)
    guard !list.conflicts.isEmpty else {
      let clear = context.clearingKey
      message(
        list.all.isEmpty
          ? context.text("各文件没有矛盾", "no conflicts between documents")
          : context.text("没有符合条件的矛盾，按 \(clear) 清除筛选", "no matching conflicts; \(clear) clears the filters"),
        context, body, &buffer)
      return
    }
    if area.width < 60 {
      renderNarrowConflicts(list, view, context, body, &buffer)
    } else {
      renderConflictTable(list, context, body, &buffer)
    }
  }

  /// Draws `矛盾 192  ✗ 重大分歧 36  ▽ 需注明 75  · 提示 81`, with the filters at the end.
  private func renderConflictTitle(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let filters = filterText(view, context)
    let isFiltered = list.conflicts.count != list.all.count
    let count = isFiltered ? "\(list.conflicts.count)/\(list.all.count)" : "\(list.all.count)"
    let title = "\(context.text("矛盾", "Conflicts")) \(count)"
    var parts: [Span] = []
    for severity in Conflict.Severity.allCases {
      let number = list.conflicts.count { $0.severity == severity }
      guard number > 0 else { continue }
      let name = area.width < 60 ? "\(context.glyph(severity)) " : "\(context.severityText(severity)) "
      parts.append(Span(" \(name)\(number) ", severity.role))
    }
    let used = TextWidth.columns(of: title) + 1
    let counts = Line(parts)
    let room = area.width - used - counts.columns
    SectionTitle(
      title, remark: room >= min(TextWidth.columns(of: filters), 20) + 4 ? filters : "",
      isActive: list.selectedConflict != nil
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
    buffer.put(counts, in: area.splitLeft(used).rest, ellipsis: context.glyphs.ellipsis)
  }

  private func filterText(_ view: ViewState, _ context: PanelContext) -> String {
    let filters = view.filters
    var parts: [String] = []
    if let source = filters["source"].flatMap({ context.dataset.sources[$0] }) {
      parts.append(context.text(source.short))
    }
    if let kind = filters["kind"].flatMap(Conflict.Kind.init) { parts.append(context.text(kind.name)) }
    if let severity = filters["severity"].flatMap(Conflict.Severity.init) {
      parts.append(context.text(severity.name))
    }
    if let text = filters["text"] { parts.append(context.text("“\(text)”", "\"\(text)\"")) }
    return parts.joined(separator: " + ")
  }

  private func renderConflictTable(
    _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let columns = conflictColumns(list, context, area.width - 1)
    let room = Canvas.Table(columns: columns, rows: []).layout(width: area.width - 1).first { $0.index == 3 }
    let catalogue = RecordCatalogue.conflicts
    let rows = list.conflicts.map { conflict in
      Canvas.Table.Row(
        [
          .text(context.severityText(conflict.severity), conflict.severity.role),
          .text(context.text(catalogue["kind"], of: conflict), .muted),
          .text(context.text(catalogue["title"], of: conflict)),
          .text(room.map { context.documents(of: conflict, fitting: $0.width) } ?? "", .muted),
          .text(context.text(catalogue["found-by"], of: conflict), .muted),
        ], record: list.id(of: conflict))
    }
    Canvas.Table(columns: columns, rows: rows, selection: list.selectedConflict)
      .render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the columns. The titles take the room they need before the documents take the rest.
  private func conflictColumns(
    _ list: SourcesList, _ context: PanelContext, _ width: Int
  ) -> [Canvas.Table.Column] {
    let kind = Conflict.Kind.allCases.map { TextWidth.columns(of: context.text($0.name)) }.max() ?? 8
    // Includes room for the mark that there is more.
    let found = context.language == .zh ? 6 : 10
    // The longest name of a document, with the number of further ones.
    let names = list.documents.map { TextWidth.columns(of: context.text($0.short)) }.max() ?? 0
    let documents = min(max(20, names + 6), 26)
    let widest = list.all.map { TextWidth.columns(of: context.text($0.title)) }.max() ?? 0
    let rest = width - context.severityColumns - kind - found - documents - 4
    let conflicts = RecordCatalogue.conflicts
    return [
      context.column(conflicts["severity"], width: context.severityColumns, priority: 9),
      context.column(conflicts["kind"], width: kind, priority: 7),
      Canvas.Table.Column(
        context.text("矛盾", "Conflict"), width: max(42, min(widest, rest)), flex: width < 100 ? 1 : 0,
        priority: 9),
      Canvas.Table.Column(context.text("涉及文件", "Documents"), width: documents, flex: 1, priority: 4),
      context.column(conflicts["found-by"], width: found, priority: 6),
    ]
  }

  /// Draws titles with the glyph of their severity, under headings with its name while they are ordered by it.
  private func renderNarrowConflicts(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var rows: [Canvas.Table.Row] = []
    var selection: Int?
    let isGrouped = view.filters["text"] == nil
    for (index, conflict) in list.conflicts.enumerated() {
      if isGrouped, index == 0 || list.conflicts[index - 1].severity != conflict.severity {
        let word = " \(context.severityText(conflict.severity))"
        rows.append(
          Canvas.Table.Row(heading: Line([Span(word, Style(conflict.severity.role, on: .plain, .bold))])))
      }
      if index == list.selectedConflict { selection = rows.count }
      rows.append(
        Canvas.Table.Row(
          [
            .text(context.glyph(conflict.severity), conflict.severity.role),
            .text(context.text(conflict.title)),
          ], record: list.id(of: conflict)))
    }
    let glyphs = Conflict.Severity.allCases.map { TextWidth.columns(of: context.glyph($0)) }
    Canvas.Table(
      columns: [
        Canvas.Table.Column("", width: glyphs.max() ?? 1, priority: 9),
        Canvas.Table.Column("", width: 20, flex: 1, priority: 9),
      ], rows: rows, selection: selection, hasHeader: false
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
  }
}
