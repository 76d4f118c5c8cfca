import Domain

/// Draws columns from a common zero as SVG, with a caption and a text alternative.
struct ColumnDrawing {
  private let chart: Chart
  private let columns: [Chart.Column]
  /// The size in units of the drawing. It is scaled to the width of the page, down to that of a phone.
  private let width = 480.0
  private let height = 224.0

  init(_ chart: Chart, _ columns: [Chart.Column]) {
    self.chart = chart
    self.columns = columns
  }

  /// A `figure` element with its caption; empty when there is nothing to draw.
  var text: String {
    let content = drawing
    guard !content.isEmpty else { return "" }
    return """
      <figure>
      <figcaption>\(Markup.escaped(chart.title))</figcaption>
      <svg viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-label="\(Markup.escaped(chart.alternative))">
      \(content)</svg>
      </figure>

      """
  }

  private var drawing: String {
    let highest = columns.map(\.value).max() ?? 0
    guard highest > 0 else { return "" }
    let (top, floor) = (24.0, 180.0)
    let step = min(140, width / Double(columns.count))
    var content = ""
    for (index, column) in columns.enumerated() {
      let height = (floor - top) * max(0, column.value) / highest
      let x = step * Double(index) + step * 0.2
      let middle = x + step * 0.3
      content += rectangle(
        x: x, y: floor - height, width: step * 0.6, height: height, isDashed: column.isTarget)
      content += text([column.text], x: middle, y: floor - height - 6)
      content += text(lines(column.label, room: step), x: middle, y: floor + 18)
    }
    return content
      + "<line x1=\"0\" y1=\"\(number(floor))\" x2=\"\(number(step * Double(columns.count)))\" y2=\"\(number(floor))\" "
      + "stroke=\"#1a1a1a\" stroke-width=\"2\"/>\n"
  }

  private func rectangle(x: Double, y: Double, width: Double, height: Double, isDashed: Bool) -> String {
    let look = isDashed ? "fill=\"#fff\" stroke=\"#3b6ea5\" stroke-dasharray=\"4 3\"" : "fill=\"#3b6ea5\""
    return
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" \(look)/>\n"
  }

  /// Returns a label on one line, or word by word where it would overlap the next label.
  private func lines(_ label: String, room: Double) -> [String] {
    let columns = label.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x1100 ? 7.5 : 14) }
    return columns < room - 4 ? [label] : label.split(separator: " ").map(String.init)
  }

  private func text(_ lines: [String], x: Double, y: Double) -> String {
    lines.enumerated().map { index, line in
      let y = y + 16 * Double(index)
      return
        "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"14\" text-anchor=\"middle\">\(Markup.escaped(line))</text>\n"
    }.joined()
  }

  private func number(_ value: Double) -> String { Decimal.text(value, digits: 1) }
}
