import Canvas
import Domain
import Figures
import Output

// The list of documents.

extension SourcesPanel {
  /// The kinds of records that have their own column.
  private static let counted: [Contribution.Kind] = [
    .figures, .milestones, .clusters, .tasks, .parks, .conflicts,
  ]

  func renderDocuments(
    _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let later = context.dataset.sources.count - list.documents.count
    SectionTitle(
      "\(context.text("文件", "Documents")) \(list.documents.count)",
      remark: later > 0
        ? context.text("另有\(later)份当时未知", "\(later) more not yet known")
        : area.width < 60
          ? context.text("新的在前", "newest first")
          : context.text(
            "新的在前；各列为引用它的条数，一条可引多份", "newest first; counts of what cites it, which may cite several"),
      isActive: list.selectedDocument != nil
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let counts = ContributionCounts(context.board)
    let rows = list.documents.map { source -> Canvas.Table.Row in
      let cells = [
        source.date.label(context.language), name(source, context, body.width),
        context.text(source.kind.name),
      ]
      let numbers = SourcesPanel.counted.map { kind -> Canvas.Table.Content in
        let count = counts[source.id, kind]
        return count == 0 ? .text("-", .muted) : .text("\(count)")
      }
      return Canvas.Table.Row(
        [.text(cells[0], .muted), .text(cells[1], .strong), .text(cells[2])]
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
      let head = context.text(kind.name)
      // The counts of figures and conflicts are the most important ones of a document.
      let priority = [.conflicts: 9, .figures: 9, .milestones: 7, .clusters: 6][kind] ?? 5
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
}
