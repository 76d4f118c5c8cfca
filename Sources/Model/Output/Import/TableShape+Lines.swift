import Domain

/// Consecutive lines of a table that have the same label and reason.
package struct LabelledLines: Sendable {
  /// The numbers of the first and last row in a spreadsheet.
  package var rows: ClosedRange<Int>
  /// What the lines are.
  package var label: LineLabel
  /// Why; nil for data and blank lines.
  package var reason: Name?
  /// The first text of the first row; empty for data.
  package var text: String
}

extension TableShape {
  /// The lines with their labels; empty where the table has only a head and data below it.
  var lines: [LabelledLines] {
    let isPlain =
      labels.head.count == 1 && labels.head.lowerBound == 0
      && labels.labels.dropFirst().allSatisfy { $0 == .data || $0 == .blank }
    guard !isPlain else { return [] }
    var lines: [LabelledLines] = []
    for row in labels.labels.indices where labels.labels[row] != .blank {
      let (label, number) = (labels.labels[row], grid.number(row))
      if let last = lines.last, last.label == label,
        label == .data || label == .head && last.rows.upperBound == number - 1
      {
        lines[lines.count - 1].rows = last.rows.lowerBound...number
        continue
      }
      let first = grid.filled(row).first.map { grid.text(row, $0) } ?? ""
      lines.append(
        LabelledLines(
          rows: number...number, label: label, reason: labels.reasons[row],
          text: label == .data || label == .head ? "" : HeadReader.unwrapped(first)))
    }
    return lines
  }
}
