import Domain

/// Draws bars as HTML: their labels are text of the page and wrap, where a drawing would cut or shrink them.
struct BarDrawing {
  private let chart: Chart
  private let bars: [Chart.Bar]
  private let language: Language

  init(_ chart: Chart, _ bars: [Chart.Bar], _ language: Language) {
    self.chart = chart
    self.bars = bars
    self.language = language
  }

  /// A `figure` element with its caption; empty when there is nothing to draw.
  var text: String {
    guard !bars.isEmpty else { return "" }
    let legend =
      language == .zh ? "条为进度，竖线为时间进度，从基期到目标" : "bar: time earned; line: time gone; from base to target"
    return """
      <figure>
      <figcaption>\(Markup.escaped(chart.title))</figcaption>
      <div role="img" aria-label="\(Markup.escaped(chart.alternative))">
      \(bars.map(bar).joined())</div>
      <p class="legend">\(legend)</p>
      </figure>

      """
  }

  private func bar(_ bar: Chart.Bar) -> String {
    let words = Markup.escaped("\(bar.text)  \(bar.status.name[language])")
    let pace = bar.pace.map { "<b style=\"left:\(percent($0))\"></b>" } ?? ""
    return """
      <div class="bar"><p><span>\(Markup.escaped(bar.label))</span><span>\(words)</span></p>
      <div><i class="\(bar.status.rawValue)" style="width:\(percent(bar.value))"></i>\(pace)</div></div>

      """
  }

  private func percent(_ fraction: Double) -> String {
    Decimal.text(100 * min(max(fraction, 0), 1), digits: 1) + "%"
  }
}
