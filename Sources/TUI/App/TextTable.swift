import Canvas
import Output

/// Formats a table as plain text: aligned columns, two blanks between them, numbers right-aligned.
///
/// The widths depend only on the first rows, so that the first of a million rows can be written before the last is
/// known.
package struct TextTable: Sendable {
  /// The width of each column in cells.
  package let widths: [Int]
  private let columns: [Sheet.Column]
  /// The width of the screen in cells; nil if nothing is cut.
  private let limit: Int?
  private let ellipsis: String

  private static let gap = 2
  /// The minimum width of a column that is narrowed to fit, in cells.
  private static let narrowest = 4

  /// - Parameters:
  ///   - columns: the columns, from left to right.
  ///   - ellipsis: the mark of a cut.
  ///   - sample: rows with one cell per column; they determine the widths.
  ///   - limit: the maximum width of a line in cells; nil cuts nothing, and later cells may be wider than their column.
  package init(_ columns: [Sheet.Column], sample: [[String]], limit: Int?, ellipsis: String = "…") {
    self.columns = columns
    self.limit = limit
    self.ellipsis = ellipsis
    let natural = columns.indices.map { index in
      sample.reduce(TextWidth.columns(of: columns[index].name)) {
        max($0, TextWidth.columns(of: $1.indices.contains(index) ? $1[index] : ""))
      }
    }
    widths = limit.map { TextTable.fitted(natural, columns, to: $0) } ?? natural
  }

  /// Returns the widths that fit. The widest text columns shrink first; numbers are never cut for others.
  private static func fitted(_ natural: [Int], _ columns: [Sheet.Column], to limit: Int) -> [Int] {
    var widths = natural
    var excess = natural.reduce(0, +) + gap * max(0, natural.count - 1) - limit
    while excess > 0 {
      let texts = widths.indices.filter { !columns[$0].isNumeric && widths[$0] > narrowest }
      // Of equally wide columns the last shrinks: the first ones identify the rows.
      guard let widest = texts.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The line of headers.
  package var head: String { line(columns.map(\.name)) }

  /// Returns one row, cleaned, without trailing blanks.
  package func line(_ cells: [String]) -> String {
    var line = ""
    for (index, width) in widths.enumerated() {
      let cell = TextWidth.cleaned(cells.indices.contains(index) ? cells[index] : "")
      let fits = limit == nil && TextWidth.columns(of: cell) > width
      line +=
        fits
        ? cell
        : TextWidth.padded(
          cell, to: width, alignment: columns[index].isNumeric ? .right : .left, mark: ellipsis)
      if index < widths.count - 1 { line += String(repeating: " ", count: TextTable.gap) }
    }
    if let limit { line = TextWidth.fitted(line, to: limit, mark: ellipsis) }
    while line.last == " " { line.removeLast() }
    return line
  }
}
