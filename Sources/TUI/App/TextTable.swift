import Canvas
import Output

/// Lines of a table as plain text: columns in step, two blanks between them, numbers at the right.
///
/// The widths follow from the first rows, so that the first of a million can be written before the last is known.
package struct TextTable: Sendable {
  /// The columns of the screen that each column takes.
  package let widths: [Int]
  private let columns: [Sheet.Column]
  /// Columns of the screen; nil where nothing is cut.
  private let limit: Int?
  private let ellipsis: String

  private static let gap = 2
  /// No column is made narrower than this to fit.
  private static let narrowest = 4

  /// - Parameters:
  ///   - sample: rows of as many cells as there are columns; the widths are theirs.
  ///   - limit: the columns of the screen that a line may take; nil cuts nothing, and later cells may stand out.
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

  /// The widest columns of text give way first; numbers are never cut for others.
  private static func fitted(_ natural: [Int], _ columns: [Sheet.Column], to limit: Int) -> [Int] {
    var widths = natural
    var excess = natural.reduce(0, +) + gap * max(0, natural.count - 1) - limit
    while excess > 0 {
      let texts = widths.indices.filter { !columns[$0].isNumeric && widths[$0] > narrowest }
      // Of equally wide ones the last: what stands first tells the rows apart.
      guard let widest = texts.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  package var head: String { line(columns.map(\.name)) }

  /// One row, cleaned, without blanks at its end.
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
