import Canvas
import Domain
import Output

// One conflict: the shown value and the rule used, and the statement of each side with its citation.

extension SourcesPanel {
  /// Returns the lines of the opened conflict.
  func lines(of conflict: Conflict, _ context: PanelContext, width: Int) -> [Line] {
    let head = [
      Line([
        Span(
          context.severityText(conflict.severity), Style(conflict.severity.role, on: .plain, .bold)),
        Span("  \(context.text(conflict.kind.name))"),
        Span("  \(context.text(conflict.foundBy.sentence))", .muted),
      ]),
      Line([Span(context.text(conflict.title), Style(.strong, on: .plain, .bold))]),
    ]
    let title = context.text(
      "各文件说法 \(conflict.statements.count)", "What each document says: \(conflict.statements.count)")
    return [
      Section([.text(head)]), Section([verdict(conflict, context)]),
      Section(title, [sides(of: conflict, context)]), documents(of: conflict, context),
    ].lines(width: width)
  }

  /// Returns the sides as citations in columns.
  func sides(of conflict: Conflict, _ context: PanelContext) -> Section.Block {
    let table = citationTable(of: conflict, context)
    return .drawing(
      lines: { table.lines(width: $0) },
      words: [.fields(statementFields(of: conflict, context), labelWidth: 0)])
  }

  private func citationTable(of conflict: Conflict, _ context: PanelContext) -> CitationTable {
    let shown = context.board.verdict(on: conflict).shown?.id
    let rows = conflict.statements.flatMap { statement -> [CitationTable.Row] in
      var (about, remark) = ("", "")
      switch statement {
      case .figure(let id):
        about = context.dataset.figures[id].map { subject($0, context) } ?? ""
        if shown == id {
          remark = "\(context.glyph(.reached)) \(context.text("采用", "shown"))"
        }
      case .claim(let claim, _): about = context.text(claim)
      }
      return context.board.citations(of: statement).map {
        CitationTable.Row(value: quoted($0.printed, context), about: about, remark: remark, citation: $0)
      }
    }
    return CitationTable(rows: rows, context: context)
  }

  /// Returns title, issuer, number and file of each cited document, which the columns name briefly.
  private func documents(of conflict: Conflict, _ context: PanelContext) -> Section {
    var seen: Set<String> = []
    let sources = context.board.citations(of: conflict).map(\.source).filter { seen.insert($0).inserted }
      .compactMap { context.dataset.sources[$0] }
    return Section(
      context.text("所引文件", "Documents"),
      [
        .fields(
          sources.map { source in
            let parts = [context.text(source.title), context.text(source.issuer), source.number]
            return Section.Field(
              context.text(source.short), parts.filter { !$0.isEmpty }.joined(separator: "  "),
              remark: source.file)
          }, labelWidth: 16)
      ])
  }

  private func statementFields(of conflict: Conflict, _ context: PanelContext) -> [Section.Field] {
    statements(of: conflict, context).enumerated().map { index, said in
      Section.Field(
        context.text("说法 \(index + 1)", "Statement \(index + 1)"),
        [[Span("\(context.text(said.label)) \(context.text(said.value))")]], citations: said.citations)
    }
  }

  /// Returns the shown value, the arithmetic and the rule used.
  func verdict(_ conflict: Conflict, _ context: PanelContext) -> Section.Block {
    let verdict = context.board.verdict(on: conflict)
    return .fields(
      [
        context.field(
          RecordCatalogue.conflicts["computed"], conflict.computed.map { context.text($0) } ?? ""),
        context.field(
          RecordCatalogue.conflicts["shown"], verdict.words.map { context.text($0) } ?? "", .strong),
        context.field(
          RecordCatalogue.conflicts["rule"], verdict.ruleID.isEmpty ? "" : context.text(verdict.rule)),
      ], labelWidth: SourcesPanel.labelColumns)
  }

  func quoted(_ printed: String, _ context: PanelContext) -> String {
    context.text("“\(printed)”", "\"\(printed)\"")
  }

  // MARK: Preview

  /// Returns the verdict and the sides as citations in columns.
  func preview(of conflict: Conflict, _ context: PanelContext, width: Int) -> [Line] {
    var table = citationTable(of: conflict, context)
    table.isBrief = true
    return [Section([verdict(conflict, context), .text(table.lines(width: width))])].lines(width: width)
  }

  /// Returns the subject of a figure with its time and kind: `卷烟及配套 规上总产值 2022年 实际`.
  private func subject(_ figure: Figure, _ context: PanelContext) -> String {
    var parts = figure.subject == .district ? [] : [context.text(context.dataset.name(of: figure.subject))]
    parts.append(
      context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator)
    parts.append(figure.period.label(context.language))
    parts.append(context.text(figure.kind.name))
    return parts.joined(separator: " ")
  }
}
