import Testing

@testable import Canvas

struct ProgressBarTests {
  private func line(
    _ width: Int, _ value: Double, pace: Double? = nil, glyphs: Glyphs = .blocks
  ) -> String {
    drawn(width, 1) { ProgressBar(value: value, pace: pace).render(in: $0, into: &$1, glyphs: glyphs) }
      .lines[0]
  }

  @Test(arguments: zip([0, 1, 2, 3, 4, 5, 6, 7, 8], ["─", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]))
  func `one cell has eight steps`(eighths: Int, line: String) {
    #expect(self.line(1, Double(eighths) / 8) == line)
  }

  @Test(arguments: [
    (8, 0.5, "████────"), (8, 1.0 / 64, "▏───────"), (8, 1.0 / 200, "────────"), (8, 63.0 / 64, "███████▉"),
    (3, 0.5, "█▌─"), (10, 0.36, "███▋──────"), (5, 1, "█████"), (4, -0.5, "────"), (2, -1e300, "──"),
  ])
  func `the filled part is in proportion to the width`(width: Int, value: Double, line: String) {
    #expect(self.line(width, value) == line)
  }

  @Test(arguments: [
    (10, 2.0, "█████╋████"), (10, 1.25, "████████╋█"), (10, 1.001, "█████████╋"), (10, 1e300, "╋█████████"),
    (1, 2, "╋"),
  ])
  func `beyond the target a mark shows the level`(width: Int, value: Double, line: String) {
    #expect(self.line(width, value) == line)
  }

  @Test(arguments: [
    (0.3, 0.5, "███──┃────"), (0.8, 0.5, "█████┃██──"), (0.3, 0, "┃██───────"), (0.3, 1, "███──────┃"),
    (0.3, -1, "┃██───────"), (0.3, 2, "███──────┃"), (2, 0.5, "██┃██╋████"), (0.3, 1e300, "███──────┃"),
    (0.3, -1e300, "┃██───────"),
  ])
  func `pace is a mark on the same scale`(value: Double, pace: Double, line: String) {
    #expect(self.line(10, value, pace: pace) == line)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is not a number is not drawn`(value: Double) {
    #expect(line(4, value, pace: 0.5) == "")
    #expect(line(4, 0.5, pace: value) == "██──")
  }

  @Test(arguments: [
    (0.0, nil as Double?, "----------"), (0.54, nil, "#####-----"), (0.55, nil, "######----"),
    (1, nil, "##########"),
    (2, 0.25, "#|###+####"), (0.3, 0.5, "###--|----"),
  ])
  func `in ASCII whole cells are filled`(value: Double, pace: Double?, line: String) {
    #expect(self.line(10, value, pace: pace, glyphs: .ascii) == line)
  }

  @Test(arguments: [
    (0.0, "──────────", "----------"), (1.0 / 1000, "▏─────────", ".---------"),
    (0.05, "▌─────────", "#---------"),
    (1, "██████████", "##########"),
  ])
  func `a small count still draws a trace`(value: Double, blocks: String, ascii: String) {
    for (glyphs, line) in [(Glyphs.blocks, blocks), (.ascii, ascii)] {
      let bar = ProgressBar(value: value, leavesTrace: true)
      #expect(drawn(10, 1) { bar.render(in: $0, into: &$1, glyphs: glyphs) }.lines == [line])
    }
  }

  @Test func `the parts differ in style`() {
    let bar = ProgressBar(value: 0.5, pace: 0.75, role: .behind)
    let buffer = drawn(4, 2) { bar.render(in: $0, into: &$1, glyphs: .blocks) }
    #expect(buffer.lines == ["██─┃", ""])
    #expect(
      (0..<4).map { buffer.style($0, 0) } == [
        Style(.behind), Style(.behind), Style(.track), Style(.paceMark, on: .plain, .bold),
      ])
  }

  @Test func `a mark inside the filled part has its colour behind it`() {
    let buffer = drawn(10, 1) {
      ProgressBar(value: 2, pace: 0.5, role: .reached).render(in: $0, into: &$1, glyphs: .blocks)
    }
    #expect(buffer.style(2, 0) == Style(.paceMark, on: .reached, .bold))
    #expect(buffer.style(5, 0) == Style(.paceMark, on: .reached, .bold))
    #expect(buffer.style(9, 0) == Style(.reached))
  }

  @Test func `only the first row of its area is drawn`() {
    var buffer = Buffer(width: 6, height: 3)
    ProgressBar(value: 1).render(
      in: Rect(x: 2, y: 1, width: 3, height: 2), into: &buffer, glyphs: .blocks)
    #expect(buffer.lines == ["", "  ███", ""])
  }

  @Test(arguments: [(0, 0), (1, 0), (0, 1), (1, 1)])
  func `the smallest areas are safe`(width: Int, height: Int) {
    for value in [-1, 0, 0.5, 1, 7, .nan, .infinity] {
      let buffer = drawn(width, height) {
        ProgressBar(value: value, pace: value).render(in: $0, into: &$1, glyphs: .blocks)
      }
      #expect(buffer.cells.count == width * height)
    }
  }
}
