import Canvas

/// Lines of the help page in two columns, where the screen has room for them.
enum HelpColumns {
  /// The columns of the keys before their actions.
  static let keyWidth = 12
  /// The narrowest page with two columns.
  private static let width = 76
  /// The blanks between the columns.
  private static let gap = 2

  /// Returns the lines side by side, in the order of reading: a pair where both fit into half of the width, otherwise one.
  static func lines(_ rows: [Line], width: Int) -> [Line] {
    guard width >= Self.width else { return rows }
    let half = (width - gap) / 2
    var lines: [Line] = []
    var left: Line?
    for row in rows {
      guard row.columns <= half else {
        lines += [left, row].compactMap { $0 }
        left = nil
        continue
      }
      if let first = left {
        let blanks = String(repeating: " ", count: half - first.columns + gap)
        lines.append(Line(first.spans + [Span(blanks)] + row.spans))
        left = nil
      } else {
        left = row
      }
    }
    return lines + (left.map { [$0] } ?? [])
  }
}
