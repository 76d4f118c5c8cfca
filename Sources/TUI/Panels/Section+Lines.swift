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
    case .fields(let fields, let labelWidth): fields.lines(labelWidth: labelWidth, in: width)
    case .text(let lines): lines
    case .list: []
    case .drawing(let lines, _): lines(width)
    }
  }
}

extension [Section.Field] {
  /// Returns the rows of all fields, their values in one column: as far to the right as the longest label needs, up to a
  /// third of the width. A longer label moves its own value to the right.
  fileprivate func lines(labelWidth: Int, in width: Int) -> [Line] {
    // A narrow place has no room to lose.
    guard labelWidth > 0, width >= 60 else { return flatMap { $0.lines(labelWidth: labelWidth) } }
    let needed = filter { !$0.rows.isEmpty }.map { TextWidth.columns(of: $0.label) + 1 }.max() ?? 0
    let fitting = Swift.max(labelWidth, Swift.min(needed, width / 3))
    return flatMap { $0.lines(labelWidth: fitting) }.map { line in
      var line = line
      if fitting > labelWidth { line.indent = fitting }
      return line
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
