import Testing

@testable import Canvas

struct SectionTitleTests {
  private func line(
    _ title: String, _ remark: String, _ width: Int, glyphs: Glyphs = .blocks
  ) -> String {
    drawn(width, 1) { SectionTitle(title, remark: remark).render(in: $0, into: &$1, glyphs: glyphs) }.lines[0]
  }

  @Test(arguments: [
    (24, "Targets ──────── by gaps"), (18, "Targets ── by gaps"), (17, "Targets ─────────"),
    (11, "Targets ───"), (10, "Targe… ───"), (5, "… ───"), (4, " ───"), (1, " "), (0, ""),
  ])
  func `the rule runs to the edge, the remark gives way first`(width: Int, line: String) {
    var trimmed = line
    while trimmed.last == " " { trimmed.removeLast() }
    #expect(self.line("Targets", "by gaps", width) == trimmed)
  }

  @Test func `a long remark is cut`() {
    #expect(line("Targets", "by plan and category", 22) == "Targets ── by plan an…")
    #expect(line("目标", "按规划和类别", 18) == "目标 ─── 按规划和…")
    #expect(line("目标", "按规划和类别", 18, glyphs: .ascii) == "目标 -- 按规划和..")
  }

  @Test func `the part with the cursor has another colour`() {
    for isActive in [false, true] {
      let buffer = drawn(20, 2) {
        SectionTitle("Parts", remark: "remarked", isActive: isActive).render(
          in: $0, into: &$1, glyphs: .blocks)
      }
      #expect(buffer.lines == ["Parts ───── remarked", ""])
      #expect(buffer.style(0, 0) == Style(isActive ? .accent : .title, on: .plain, .bold))
      #expect(buffer.style(8, 0) == Style(.border))
      #expect(buffer.style(14, 0) == Style(.muted))
    }
  }

  @Test(arguments: [(0, 0), (1, 0), (0, 1), (1, 1), (3, 1), (6, 2)])
  func `the smallest areas are safe`(width: Int, height: Int) {
    let buffer = drawn(width, height) {
      SectionTitle("黔江", remark: "武陵山").render(in: $0, into: &$1, glyphs: .blocks)
    }
    #expect(buffer.cells.count == width * height)
  }
}
