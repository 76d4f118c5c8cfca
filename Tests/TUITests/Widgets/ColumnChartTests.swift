import Testing

@testable import TUI

struct ColumnChartTests {
  private typealias Point = ColumnChart.Point

  private func render(
    _ points: [Point], _ width: Int, _ height: Int, glyphs: Glyphs = .blocks
  ) -> Buffer {
    drawn(width, height) { ColumnChart(points).render(in: $0, into: &$1, glyphs: glyphs) }
  }

  private let rising = [
    Point(10, label: "10", caption: "2020"), Point(20, label: "20", caption: "2021", role: .reached),
  ]

  @Test func `columns stand in proportion, all from zero`() {
    let buffer = render(rising, 20, 6)
    expectLines(
      buffer,
      [
        "             20",
        "            █████",
        "   10       █████",
        "  █████     █████",
        "  █████     █████",
        "  2020      2021",
      ])
    #expect(buffer.style(3, 2) == Style(.strong))
    #expect(buffer.style(2, 3) == Style(.accent))
    #expect(buffer.style(12, 3) == Style(.reached))
    #expect(buffer.style(2, 5) == Style(.muted))
  }

  @Test func `the top of a column is drawn in eighths`() {
    for eighth in 1...8 {
      let points = [
        Point(Double(eighth), label: "a", caption: "b"), Point(16, label: "c", caption: "d"),
      ]
      let top = render(points, 20, 4).lines[2]
      let glyph = String("▁▂▃▄▅▆▇█".dropFirst(eighth - 1).prefix(1))
      #expect(top == "  \(String(repeating: glyph, count: 5))     █████")
    }
  }

  @Test func `what was not reached is an outline`() {
    var points = rising
    points[1].isOutline = true
    expectLines(
      render(points, 20, 4),
      ["             20", "   10       ░░░░░", "  █████     ░░░░░", "  2020      2021"])
    expectLines(
      render(points, 20, 5, glyphs: .ascii),
      ["             20", "   10       :::::", "  .....     :::::", "  #####     :::::", "  2020      2021"])
  }

  @Test func `the last points that fit are shown`() {
    let points = (0..<5).map { Point(Double($0 + 1), label: "\($0)", caption: "c\($0)") }
    #expect(render(points, 29, 4).lines.last == "   c3        c4")
    #expect(render(points, 30, 4).lines.last == "   c2        c3        c4")
    #expect(render(points, 99, 4).lines.last == "   c0        c1        c2        c3        c4")
  }

  @Test func `long labels are cut to their column`() {
    let points = [Point(1, label: "144.54亿元以上", caption: "2020年推算"), Point(1, label: "b", caption: "d")]
    let lines = render(points, 20, 4).lines
    #expect(lines[0] == "144.54亿…     b")
    #expect(lines[3] == "2020年推…     d")
  }

  @Test func `values that are no height have none`() {
    let points = [
      Point(-5, label: "-5", caption: "a"), Point(0, label: "0", caption: "b"),
      Point(8, label: "8", caption: "c"),
    ]
    expectLines(
      render(points, 30, 4),
      [
        "                        8", "                      █████", "   -5         0       █████",
        "    a         b         c",
      ])
    for value in [Double.nan, .infinity, -.infinity, -1, 0, 1e300] {
      let points = [Point(value, label: "x", caption: "y"), Point(1, label: "z", caption: "w")]
      #expect(render(points, 20, 6).cells.count == 120)
      #expect(render([points[0]], 20, 6).cells.count == 120)
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (9, 9), (10, 3)])
  func `where there is no room nothing is drawn`(width: Int, height: Int) {
    #expect(render(rising, width, height) == Buffer(width: width, height: height))
    #expect(render([], 40, 10) == Buffer(width: 40, height: 10))
  }
}
