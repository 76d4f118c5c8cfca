/// Draws a chart as SVG with a title and a text alternative.
struct ChartDrawing {
  private let chart: Chart
  private let language: Language
  /// Units of the drawing; it is scaled to the width of the page.
  private let width = 720.0

  init(_ chart: Chart, _ language: Language) {
    self.chart = chart
    self.language = language
  }

  /// A figure with its caption; empty when there is nothing to draw.
  var text: String {
    let (height, content) =
      switch chart.marks {
      case .bars(let bars): (30.0 * Double(bars.count) + 22, self.bars(bars))
      case .columns(let columns): (210.0, self.columns(columns))
      }
    guard !content.isEmpty else { return "" }
    let size = "\(number(width)) \(number(height))"
    return """
      <figure>
      <figcaption>\(Markup.escaped(chart.title))</figcaption>
      <svg viewBox="0 0 \(size)" role="img" aria-label="\(Markup.escaped(chart.alternative))">
      \(content)</svg>
      </figure>

      """
  }

  // MARK: Bars

  private func bars(_ bars: [Chart.Bar]) -> String {
    guard !bars.isEmpty else { return "" }
    let (left, length) = (150.0, 330.0)
    var content = ""
    for (index, bar) in bars.enumerated() {
      let y = 30.0 * Double(index) + 6
      let filled = length * min(max(bar.value, 0), 1)
      content += label(bar.label, x: left - 8, y: y + 14, anchor: "end", columns: 20)
      content += rectangle(x: left, y: y, width: length, height: 18, fill: "#e4e0d8")
      content += rectangle(x: left, y: y, width: filled, height: 18, fill: colour(bar.status))
      if let pace = bar.pace {
        let x = left + length * min(max(pace, 0), 1)
        content += line(x1: x, y1: y - 3, x2: x, y2: y + 21)
      }
      content += label(
        "\(bar.text)  \(bar.status.name[language])", x: left + length + 8, y: y + 14, anchor: "start",
        columns: 36)
    }
    let y = 30.0 * Double(bars.count) + 6
    content += line(x1: left, y1: y + 1, x2: left, y2: y + 13)
    let legend =
      language == .zh ? "条为进度，竖线为时间进度，从基期到目标" : "bar: time earned; line: time gone; from base to target"
    return content + label(legend, x: left + 8, y: y + 12, anchor: "start", columns: 60)
  }

  // MARK: Columns

  private func columns(_ columns: [Chart.Column]) -> String {
    let highest = columns.map(\.value).max() ?? 0
    guard highest > 0 else { return "" }
    let (top, floor) = (24.0, 180.0)
    let step = min(140, width / Double(columns.count))
    var content = ""
    for (index, column) in columns.enumerated() {
      let height = (floor - top) * max(0, column.value) / highest
      let x = step * Double(index) + step * 0.2
      let middle = number(x + step * 0.3)
      content += rectangle(
        x: x, y: floor - height, width: step * 0.6, height: height,
        fill: column.isTarget ? "#fff" : "#3b6ea5",
        isDashed: column.isTarget)
      content += text(column.text, x: middle, y: number(floor - height - 6), anchor: "middle")
      content += text(column.label, x: middle, y: number(floor + 18), anchor: "middle")
    }
    return content + line(x1: 0, y1: floor, x2: step * Double(columns.count), y2: floor)
  }

  // MARK: Marks

  private func colour(_ status: Status) -> String {
    switch status {
    case .farBehind, .movedAway, .notReached: "#a30000"
    case .behind: "#c77700"
    case .slightlyBehind, .basicallyReached: "#b59b00"
    case .onPace, .reached: "#2f7d4b"
    case .noDataSinceBase, .noData: "#8c8c8c"
    }
  }

  private func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, isDashed: Bool = false
  ) -> String {
    let stroke = isDashed ? " stroke=\"#3b6ea5\" stroke-dasharray=\"4 3\"" : ""
    return
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" "
      + "fill=\"\(fill)\"\(stroke)/>\n"
  }

  private func line(x1: Double, y1: Double, x2: Double, y2: Double) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" "
      + "stroke=\"#1a1a1a\" stroke-width=\"2\"/>\n"
  }

  /// A text that is squeezed when it is longer than its room: `columns` half-width letters.
  private func label(_ label: String, x: Double, y: Double, anchor: String, columns: Int) -> String {
    let wide = label.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    let room = Double(columns) * 6.5
    let squeeze =
      wide > columns ? " textLength=\"\(number(room))\" lengthAdjust=\"spacingAndGlyphs\"" : ""
    return text(label, x: number(x), y: number(y), anchor: anchor, extra: squeeze)
  }

  private func text(_ text: String, x: String, y: String, anchor: String, extra: String = "") -> String {
    "<text x=\"\(x)\" y=\"\(y)\" font-size=\"13\" text-anchor=\"\(anchor)\"\(extra)>\(Markup.escaped(text))</text>\n"
  }

  private func number(_ value: Double) -> String { Decimal.text(value, digits: 1) }
}
