import Canvas
import Domain

/// Citations in columns: the figure as printed, the document, its date, the section and the line of the copy. What the
/// figure is about has its own column if there is room, otherwise a line below.
struct CitationTable: Sendable {
  struct Row: Sendable {
    /// The figure as printed, in quotation marks.
    var value: String
    /// The subject, time and kind of the figure, or the claim.
    var about: String
    /// A remark after the subject, such as that this value is shown; empty for none.
    var remark = ""
    var citation: Citation
  }

  var rows: [Row]
  var context: PanelContext
  /// Whether each row takes one line, without a heading, and leaves out what it has no column for.
  var isBrief = false

  private static let gap = "  "

  /// Returns the heading and the rows for `width` columns; empty without rows. A value that is too long for its column has
  /// a line of its own.
  func lines(width: Int) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let titles = Titles(context)
    let names = rows.map { document($0.citation) }
    let dates = rows.map { date($0.citation) }
    let places = rows.map { place($0.citation) }
    let widths = Widths(
      value: min(widest(rows.map(\.value) + [titles.value]), max(12, width / 3)),
      about: widest(rows.map { about($0) } + [titles.about]), document: widest(names + [titles.document]),
      date: widest(dates + [titles.date]), place: widest(places + [titles.place]))
    guard isBrief || widths.all(about: false) <= width else { return stacked() }
    let hasAbout = widths.all(about: true) <= width
    var head = [padded(titles.value, widths.value)]
    if hasAbout { head.append(padded(titles.about, widths.about)) }
    head += [padded(titles.document, widths.document), padded(titles.date, widths.date), titles.place]
    return (isBrief ? [] : [Line(head.joined(separator: Self.gap), .muted)])
      + rows.indices.flatMap { index -> [Line] in
        let row = rows[index]
        let tail =
          [padded(names[index], widths.document), padded(dates[index], widths.date), places[index]]
          .joined(separator: Self.gap)
        let isLong = TextWidth.columns(of: row.value) > widths.value
        var lines = isLong ? [Line(row.value, Style(.strong, on: .plain, .bold))] : []
        var spans = [Span(padded(isLong ? "" : row.value, widths.value), Style(.strong, on: .plain, .bold))]
        if hasAbout { spans.append(Span(Self.gap + padded(about(row), widths.about))) }
        spans.append(Span(Self.gap + tail, .muted))
        lines.append(Line(spans))
        if !hasAbout, !isBrief, !row.about.isEmpty { lines.append(Line([Span("  \(about(row))")])) }
        return lines
      }
  }

  /// Returns the rows for a place that is narrower than their columns: the parts of each below one another.
  private func stacked() -> [Line] {
    rows.flatMap { row -> [Line] in
      let document = [document(row.citation), date(row.citation)].filter { !$0.isEmpty }
        .joined(separator: Self.gap)
      return [Line(row.value, Style(.strong, on: .plain, .bold))]
        + (row.about.isEmpty ? [] : [Line([Span(Self.gap + about(row))])])
        + [
          Line(Self.gap + document, .muted), Line(Self.gap + place(row.citation), .muted),
        ]
    }
  }

  private struct Titles {
    let value, about, document, date, place: String

    init(_ context: PanelContext) {
      value = context.text("原文数字", "As printed")
      about = context.text("所指", "About")
      document = context.text("文件", "Document")
      date = context.text("日期", "Date")
      place = context.text("章节与文本行", "Section, line of the copy")
    }
  }

  private struct Widths {
    var value, about, document, date, place: Int

    func all(about hasAbout: Bool) -> Int {
      value + document + date + place + 6 + (hasAbout ? about + 2 : 0)
    }
  }

  private func about(_ row: Row) -> String {
    row.about + (row.remark.isEmpty ? "" : "  \(row.remark)")
  }

  private func document(_ citation: Citation) -> String {
    context.dataset.sources[citation.source].map { context.text($0.short) } ?? citation.source
  }

  private func date(_ citation: Citation) -> String {
    context.dataset.sources[citation.source]?.date.label(context.language) ?? ""
  }

  private func place(_ citation: Citation) -> String {
    let line = context.place(citation.line...citation.line)
    let section = context.section(of: citation)
    return section.isEmpty ? line : "\(section)  \(line)"
  }

  private func widest(_ texts: [String]) -> Int { texts.map { TextWidth.columns(of: $0) }.max() ?? 0 }

  private func padded(_ text: String, _ width: Int) -> String {
    TextWidth.padded(text, to: max(width, TextWidth.columns(of: text)))
  }
}
