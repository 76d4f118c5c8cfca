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
      Section(title, [sides(of: conflict, context)]),
    ].lines(width: width)
  }

  /// Returns the sides, beside each other from 96 columns on.
  func sides(of conflict: Conflict, _ context: PanelContext) -> Section.Block {
    .drawing(
      lines: { width in
        let count = SourcesPanel.sides(conflict.statements.count, in: width)
        let column = SourcesPanel.columnWidth(width, count)
        let blocks = conflict.statements.enumerated().map { index, statement in
          side(statement, number: index + 1, conflict, context, width: column)
        }
        return arranged(blocks, in: count, width: width, context)
      }, words: [.fields(statementFields(of: conflict, context), labelWidth: 0)])
  }

  private func statementFields(of conflict: Conflict, _ context: PanelContext) -> [Section.Field] {
    statements(of: conflict, context).enumerated().map { index, said in
      Section.Field(
        context.text("说法 \(index + 1)", "Statement \(index + 1)"),
        [[Span("\(context.text(said.label)) \(context.text(said.value))")]], citations: said.citations)
    }
  }

  /// Returns how many sides are shown beside each other.
  private static func sides(_ count: Int, in width: Int) -> Int {
    width < 96 ? 1 : min(count, max(2, width / 56))
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

  /// Returns one side: first the printed text, then its subject and its citation.
  private func side(
    _ statement: Conflict.Statement, number: Int, _ conflict: Conflict, _ context: PanelContext, width: Int
  ) -> [Line] {
    let citations = context.board.citations(of: statement)
    var lines: [Line] = []
    switch statement {
    case .figure(let id):
      guard let figure = context.dataset.figures[id] else { return [] }
      let said = context.statement(figure)
      for (index, citation) in citations.enumerated() {
        lines.append(Line([Span(quoted(citation.printed, context), Style(.strong, on: .plain, .bold))]))
        if index == 0 {
          lines.append(Line("\(context.text(said.label))  \(context.text(said.value))"))
          lines += mark(figure, conflict, context)
        }
        lines += place(citation, context)
      }
    case .claim(let claim, _):
      lines.append(Line(context.text(claim)))
      for citation in citations {
        lines.append(Line([Span(quoted(citation.printed, context), Style(.strong, on: .plain, .bold))]))
        lines += place(citation, context)
      }
    }
    let indent = 3
    let wrapped = lines.flatMap { $0.wrapped(to: width - indent, indent: 2) }
    return wrapped.enumerated().map { index, line in
      let margin = index == 0 ? TextWidth.padded("\(number)", to: indent, ellipsis: false) : "   "
      return Line([Span(margin, .accent)] + line.spans)
    }
  }

  /// Returns the mark of the side whose value is shown; empty for the others.
  private func mark(_ figure: Figure, _ conflict: Conflict, _ context: PanelContext) -> [Line] {
    guard context.board.verdict(on: conflict).shown?.id == figure.id else { return [] }
    return [Line("\(context.glyph(.reached)) \(context.text("显示此值", "this one is shown"))", .reached)]
  }

  /// Returns title, issuer, number, date and section of a citation, and its file and line for checking.
  private func place(_ citation: Citation, _ context: PanelContext) -> [Line] {
    guard let source = context.dataset.sources[citation.source] else {
      return [Line(citation.source, .muted)]
    }
    let parts = [context.text(source.issuer), source.number, source.date.label(context.language)]
    return [
      Line(context.text(source.title)),
      Line(parts.filter { !$0.isEmpty }.joined(separator: "  ")),
      Line([
        Span(citation.section.isEmpty ? "" : "\(citation.section)  "),
        Span("\(source.file) \(context.place(citation.line...citation.line))", .muted),
      ]),
    ]
  }

  func quoted(_ printed: String, _ context: PanelContext) -> String {
    context.text("“\(printed)”", "\"\(printed)\"")
  }

  // MARK: Preview

  /// Returns the verdict and one row for each side: printed text, subject, place.
  func preview(of conflict: Conflict, _ context: PanelContext, width: Int) -> [Line] {
    let sides = conflict.statements.flatMap { statement -> [(String, String, Citation)] in
      let about =
        switch statement {
        case .figure(let id): context.dataset.figures[id].map { subject($0, context) } ?? ""
        case .claim(let claim, _): context.text(claim)
        }
      return context.board.citations(of: statement).map { (quoted($0.printed, context), about, $0) }
    }
    let first = min(sides.map { TextWidth.columns(of: $0.0) }.max() ?? 0, width / 3)
    let second = min(sides.map { TextWidth.columns(of: $0.1) }.max() ?? 0, width * 2 / 5)
    let mark = context.glyphs.ellipsis
    let rows = sides.map { printed, about, citation in
      Line([
        Span(TextWidth.padded(printed, to: first, mark: mark), .strong), Span("  "),
        Span(TextWidth.padded(about, to: second, mark: mark)), Span("  "),
        Span(short(citation, context, fitting: max(0, width - first - second - 4)), .muted),
      ])
    }
    return [Section([verdict(conflict, context), .text(rows)])].lines(width: width)
  }

  /// Returns the document of a citation with as much of its date, section and line as fits into `columns`.
  private func short(_ citation: Citation, _ context: PanelContext, fitting columns: Int) -> String {
    let source = context.dataset.sources[citation.source]
    let name = source.map { context.text($0.short) } ?? citation.source
    let place = context.place(citation.line...citation.line)
    let section = citation.section.isEmpty ? "" : "  \(citation.section)"
    let texts = [
      "\(name) \(source?.date.text ?? "")\(section)  \(place)", "\(name)\(section)  \(place)",
      "\(name)\(section)", "\(name)  \(place)", name,
    ]
    return texts.first { TextWidth.columns(of: $0) <= columns }
      ?? TextWidth.fitted(name, to: columns, mark: context.glyphs.ellipsis)
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
