import Canvas

extension [Section] {
  /// Returns the lines of all sections with a blank line between two of them. `width` is in columns; fields and text
  /// are not yet wrapped to it.
  package func lines(width: Int) -> [Line] {
    let parts = map { $0.lines(width: width) }.filter { !$0.isEmpty }
    return [Line](parts.joined(separator: [Line("")]))
  }

  /// Returns the text for a place of `width` columns; continuation lines begin after `indent` blanks.
  func block(width: Int, indent: Int, scroll: Int = 0) -> TextBlock {
    TextBlock(lines(width: width), scroll: scroll, indent: indent)
  }
}

extension Section {
  fileprivate func lines(width: Int) -> [Line] {
    let remark = remark.isEmpty ? [] : [Span("  \(remark)", .muted)]
    let end = hint.isEmpty ? [] : [Span("  ")] + hint
    let heading = title.isEmpty ? [] : [Line([Span(title, Style(.title, on: .plain, .bold))] + remark + end)]
    return heading + blocks.flatMap { $0.lines(width: width) }
  }
}

extension Section.Block {
  fileprivate func lines(width: Int) -> [Line] {
    switch self {
    case .fields(let fields, let labelWidth): fields.flatMap { $0.lines(labelWidth: labelWidth) }
    case .text(let lines): lines
    case .list: []
    case .drawing(let lines, _): lines(width)
    }
  }
}

extension Section.Field {
  /// Returns the rows, the first one after the label. A label that is too long moves its own value to the right.
  fileprivate func lines(labelWidth: Int) -> [Line] {
    let name = TextWidth.padded(label, to: max(labelWidth, TextWidth.columns(of: label) + 1))
    let blank = TextWidth.padded("", to: labelWidth)
    return rows.enumerated().map { Line([Span($0.offset == 0 ? name : blank, .muted)] + $0.element) }
  }
}
