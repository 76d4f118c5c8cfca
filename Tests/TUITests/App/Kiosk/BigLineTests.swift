import Testing

@testable import App
@testable import Canvas

/// Words and figures of several rows.
struct BigLineTests {
  private func lines(_ line: BigLine, _ size: BigSize, width: Int = 40, _ glyphs: Glyphs = .blocks) -> Buffer
  {
    drawn(width, line.rows(size)) { line.render(size, in: $0, into: &$1, glyphs: glyphs) }
  }

  @Test func `a dot of a figure is as high as wide`() {
    expectLines(
      lines(BigLine([.large("7")]), .figures(2)),
      ["██████████", "        ██", "      ██", "    ██", "  ██", "  ██", "  ██"])
    expectLines(lines(BigLine([.large("1.")]), .figures(1)), [" ▄█", "  █", "  █", " ▀▀▀  ▀"])
    expectLines(
      lines(BigLine([.large("1-")]), .figures(2), .ascii),
      [
        "    ##", "  ####", "    ##", "    ##      ######", "    ##", "    ##", "  ######",
      ])
  }

  @Test func `words beside a large figure stay ordinary, on its baseline`() {
    let lines = lines(BigLine([.large("7"), .large("个月"), .small("a\nb")]), .figures(1)).lines
    #expect(lines[3].hasSuffix("个月  b") && lines[2].hasSuffix("a"))
    #expect(lines[0].hasPrefix("▀▀▀"))
  }

  @Test func `a Chinese character takes 16 columns and 8 rows, a letter 8`() {
    let buffer = lines(BigLine([.large("一a")]), .words(1))
    #expect(buffer.lines.count == 8)
    #expect(
      buffer.lines[3].prefix(16).contains("▄▄▄▄▄▄▄▄") || buffer.lines[3].prefix(16).contains("▀▀▀▀▀▀▀▀"))
    #expect(BigLine([.large("一a")]).columns(.words(1)) == 24)
    #expect(BigLine([.large("一a")]).columns(.words(2)) == 48)
    #expect(BigLine([.large("一"), .large("a")]).columns(.words(1)) == 28)
  }

  @Test func `figures are as high as the words beside them`() {
    let buffer = lines(BigLine([.large("8"), .large("年")]), .words(1))
    let figure = (0..<8).filter { row in (0..<10).contains { buffer[$0, row]?.glyph != " " } }
    #expect(figure.count >= 7)
  }

  @Test func `a block fills its width and all its rows`() {
    let line = BigLine([.block("是", .behind)])
    let buffer = lines(line, .words(1))
    #expect(line.columns(.words(1)) == 20)
    for x in 0..<20 {
      for y in 0..<8 { #expect(buffer[x, y]?.style.attributes.contains(.reverse) == true) }
    }
    #expect(buffer[20, 0]?.style.attributes.contains(.reverse) == false)
  }

  @Test(arguments: ["0123456789.,-+/%><=≥≤≈", "规上产值亿元≠✗✓▲▽▼◇○◷¥吨晟", "Gross output (2022)"])
  func `every sign of the screen has a shape that stays in its columns`(text: String) {
    for character in text where character != " " {
      let line = BigLine([.large(String(character))])
      for size in [BigSize.words(1), .words(2)] {
        let buffer = lines(line, size)
        #expect(buffer.lines.allSatisfy { $0.count <= line.columns(size) ?? 0 }, "\(character)")
        #expect(buffer.lines.contains { !$0.isEmpty }, "\(character)")
      }
    }
  }

  @Test func `a character without a shape, and words as figures, cannot be drawn`() {
    #expect(BigLine([.large("龘")]).columns(.words(1)) == nil)
    #expect(BigLine([.large("e\u{301}")]).columns(.words(1)) == nil)
    #expect(BigLine([.large("亿元")]).columns(.figures(1)) == nil)
    #expect(BigLine([.small("亿元")]).columns(.figures(1)) == 4)
  }

  @Test func `a word is broken between words, or between Chinese characters`() {
    func broken(_ text: String, _ columns: Int, limit: Int = 2) -> [String]? {
      BigLine([.large(text)]).broken(to: columns, scale: 1, limit: limit)?.flatMap { $0.pieces.map(\.text) }
    }
    #expect(broken("再生铝项目", 48) == ["再生铝", "项目"])
    #expect(broken("New materials", 80) == ["New", "materials"])
    #expect(broken("再生铝项目", 80) == ["再生铝项目"])
    #expect(broken("再生铝项目", 32) == nil)
  }

  @Test func `words are large only where there is room`() {
    #expect(BigSize.allowed(width: 120, height: 36, .blocks).contains(.words(1)))
    #expect(!BigSize.allowed(width: 119, height: 36, .blocks).contains(.words(1)))
    #expect(!BigSize.allowed(width: 120, height: 35, .blocks).contains(.words(1)))
    #expect(BigSize.allowed(width: 120, height: 36, .ascii) == [.plain, .figures(2), .figures(4)])
  }
}
