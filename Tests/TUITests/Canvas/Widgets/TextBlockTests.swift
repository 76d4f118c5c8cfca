import Testing

@testable import Canvas

struct TextBlockTests {
  private let five: [Line] = ["one", "two", "three", "four", "five"]

  private func render(
    _ lines: [Line], _ width: Int, _ height: Int, scroll: Int = 0, glyphs: Glyphs = .blocks
  ) -> [String] {
    drawn(width, height) {
      TextBlock(lines, scroll: scroll).render(in: $0, into: &$1, glyphs: glyphs)
    }.lines
  }

  @Test(arguments: [
    (0, ["one", "two", "three ↓"]), (1, ["two", "three", "four  ↓"]), (2, ["three", "four", "five"]),
    (3, ["three", "four", "five"]), (9999, ["three", "four", "five"]), (-5, ["one", "two", "three ↓"]),
  ])
  func `it scrolls between its first and last page`(scroll: Int, lines: [String]) {
    #expect(render(five, 7, 3, scroll: scroll) == lines)
  }

  @Test func `text that fits has no ellipsis`() {
    #expect(render(five, 7, 5) == ["one", "two", "three", "four", "five"])
    #expect(render(five, 7, 6, scroll: 3) == ["one", "two", "three", "four", "five", ""])
    #expect(render([], 7, 2) == ["", ""])
  }

  @Test func `the mark is ASCII where it must be`() {
    #expect(render(five, 7, 2, glyphs: .ascii) == ["one", "two   v"])
  }

  @Test func `the mark hides no part of a word`() {
    #expect(render(["line 41", "x"], 7, 1) == ["line… ↓"])
    #expect(render(["line 4", "x"], 8, 1) == ["line 4 ↓"])
  }

  @Test func `rows are those after wrapping`() {
    let block = TextBlock(["产业集群发展", "abc"], indent: 2)
    #expect(block.rows(width: 6).map(\.text) == ["产业集", "  群发", "  展", "abc"])
    #expect(block.maximumScroll(in: Rect(width: 6, height: 3)) == 1)
    #expect(block.maximumScroll(in: Rect(width: 6, height: 4)) == 0)
    #expect(block.maximumScroll(in: Rect(width: 6, height: 40)) == 0)
    #expect(block.maximumScroll(in: Rect(width: 80, height: 1)) == 1)
  }

  @Test(arguments: [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (3, 1)])
  func `the smallest areas are safe`(width: Int, height: Int) {
    for scroll in [0, 1, 99] {
      let lines = render(["黔江 abc", "x"], width, height, scroll: scroll)
      #expect(lines.count == height)
      #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
    }
  }
}
