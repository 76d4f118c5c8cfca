import Canvas
import Domain
import Figures
import Output

// The list of conflicts.

extension SourcesPanel {
  func renderConflicts(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    renderConflictTitle(list, view, context, head, &buffer)
    guard !list.conflicts.isEmpty else {
      message(
        list.all.isEmpty
          ? context.text("各文件没有矛盾", "no conflicts between documents")
          : noMatches(Name(zh: "矛盾", en: "conflicts"), view, in: context),
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
    filterLabels(view, in: context).joined(separator: " + ")
  }

  private func renderConflictTable(
    _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let columns = conflictColumns(list, context, area.width - 1)
    let layout = Canvas.Table(columns: columns, rows: []).layout(width: area.width - 1)
    func room(_ index: Int) -> Int? { layout.first { $0.index == index }?.width }
    let catalogue = RecordCatalogue.conflicts
    let rows = list.conflicts.map { conflict in
      Canvas.Table.Row(
        [
          .text(context.severityText(conflict.severity), conflict.severity.role),
          .text(context.text(catalogue["title"], of: conflict)),
          .text(room(2).map { context.values(of: conflict, fitting: $0) } ?? "", .strong),
          .text(context.text(catalogue["kind"], of: conflict), .muted),
          .text(room(4).map { context.documents(of: conflict, fitting: $0) } ?? "", .muted),
          .text(context.text(catalogue["found-by"], of: conflict), .muted),
        ], record: list.id(of: conflict))
    }
    Canvas.Table(columns: columns, rows: rows, selection: list.selectedConflict)
      .render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the columns. The titles take the room they need before the values and the documents take the rest.
  private func conflictColumns(
    _ list: SourcesList, _ context: PanelContext, _ width: Int
  ) -> [Canvas.Table.Column] {
    let kind = Conflict.Kind.allCases.map { TextWidth.columns(of: context.text($0.name)) }.max() ?? 8
    // The longest name of a document, with the number of further ones.
    let names = list.documents.map { TextWidth.columns(of: context.text($0.short)) }.max() ?? 0
    let documents = min(max(20, names + 6), 26)
    let widest = list.all.map { TextWidth.columns(of: context.text($0.title)) }.max() ?? 0
    let values = width < 90 ? 30 : 34
    let rest = width - context.severityColumns - values - 2
    let found = context.title(RecordCatalogue.conflicts["found-by"])
    return [
      context.column(RecordCatalogue.conflicts["severity"], width: context.severityColumns, priority: 9),
      Canvas.Table.Column(
        context.text("矛盾", "Conflict"), width: max(20, min(widest, rest, 48)), flex: 2, priority: 9),
      Canvas.Table.Column(context.text("各方数字", "Values"), width: values, flex: 1, priority: 8),
      Canvas.Table.Column(context.title(RecordCatalogue.conflicts["kind"]), width: kind, priority: 4),
      Canvas.Table.Column(context.text("涉及文件", "Documents"), width: documents, flex: 1, priority: 5),
      Canvas.Table.Column(found, width: max(6, TextWidth.columns(of: found)), priority: 3),
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
