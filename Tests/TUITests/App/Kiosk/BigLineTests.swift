import Testing

@testable import App
@testable import Canvas

/// Words and figures of several rows.
struct BigLineTests {
  private static let low = BigSize(font: .low)
  private static let lowNarrow = BigSize(font: .low, isNarrow: true)
  private static let high = BigSize(font: .high)

  private func lines(_ line: BigLine, _ size: BigSize, width: Int = 40, _ glyphs: Glyphs = .blocks) -> Buffer
  {
    drawn(width, line.rows(size)) {
      line.render(size, columns: line.widths(size) ?? [], in: $0, into: &$1, glyphs: glyphs)
    }
  }

  @Test func `a Chinese character is as wide as high, or half as wide`() {
    let line = BigLine([.text("一")])
    #expect(line.widths(Self.high) == [16] && line.rows(Self.high) == 8)
    #expect(line.widths(Self.low) == [12] && line.rows(Self.low) == 6)
    #expect(line.widths(Self.lowNarrow) == [6] && line.rows(Self.lowNarrow) == 6)
    #expect(line.widths(BigSize(font: .high, scale: 2)) == [32])
    #expect(line.widths(.plain) == [2] && line.rows(.plain) == 1)
  }

  @Test func `letters are as wide as their dots, digits all of one width`() {
    let widths = ["i", "m", "111", "888", "8\u{2007}8"].map {
      BigLine([.text($0)]).widths(Self.low)?.first ?? 0
    }
    #expect(widths[0] < widths[1])
    #expect(Set(widths[2...]).count == 1 && widths[2] > 0)
  }

  @Test func `a narrow dot is a quarter of a cell, a square one a half`() {
    expectLines(lines(BigLine([.text("-")]), Self.lowNarrow), ["", "", "", "▀▀▘", "", ""])
    expectLines(lines(BigLine([.text("-")]), Self.low), ["", "", "", "▀▀▀▀▀", "", ""])
    #expect(
      lines(BigLine([.text("-")]), BigSize(font: .low, isNarrow: true, scale: 2), .ascii).lines.contains(
        "#####"))
  }

  @Test func `a block is a row higher than its text, which touches no edge`() {
    let line = BigLine([.block("滞后", .behind)])
    #expect(line.rows(Self.low) == 7)
    let buffer = lines(line, Self.low)
    let width = line.widths(Self.low)?.first ?? 0
    for x in 0..<width {
      for y in 0..<7 { #expect(buffer[x, y]?.style.attributes.contains(.reverse) == true) }
      #expect(!["█", "▀"].contains(buffer[x, 0]?.glyph), "the upper half row is free")
      #expect(!["█", "▄"].contains(buffer[x, 6]?.glyph), "the lower half row is free")
    }
    for y in 0..<7 { #expect(buffer[0, y]?.glyph == " " && buffer[width - 1, y]?.glyph == " ") }
    #expect(buffer[width, 0]?.style.attributes.contains(.reverse) == false)
  }

  @Test func `a figure ends at the right of its column`() {
    let line = BigLine([.figure("7")])
    let buffer = drawn(10, 1) { line.render(.plain, columns: [4], in: $0, into: &$1, glyphs: .blocks) }
    expectLines(buffer, ["   7"])
  }

  @Test(arguments: ["0123456789.,-+/%><=≥≤≈", "规上产值亿元≠✗✓▲▽▼◇○◷¥吨晟", "Gross output (2022)"])
  func `every sign of the screen has a shape that stays in its columns`(text: String) {
    for character in text where character != " " {
      let line = BigLine([.text(String(character))])
      for size in BigSize.allowed(.blocks) {
        let buffer = lines(line, size)
        let columns = line.widths(size)?.first ?? 0
        #expect(buffer.lines.allSatisfy { TextWidth.columns(of: $0) <= columns }, "\(character) \(size)")
        #expect(buffer.lines.contains { !$0.isEmpty }, "\(character) \(size)")
      }
    }
  }

  @Test func `a character without a shape cannot be large`() {
    #expect(BigLine([.text("龘")]).widths(Self.high) == nil)
    #expect(BigLine([.text("e\u{301}")]).widths(Self.low) == nil)
    #expect(BigLine([.text("龘")]).widths(.plain) == [2])
  }

  @Test func `a word is broken between words, or between Chinese characters`() {
    func broken(_ text: String, _ columns: Int, limit: Int = 2) -> [String]? {
      BigLine([.text(text)]).broken(Self.high, to: columns, limit: limit)?.flatMap { $0.pieces.map(\.text) }
    }
    #expect(broken("再生铝项目", 48) == ["再生铝", "项目"])
    #expect(broken("New materials", 80) == ["New", "materials"])
    #expect(broken("再生铝项目", 80) == ["再生铝项目"])
    #expect(broken("再生铝项目", 32) == nil)
  }

  @Test func `sizes grow, and ASCII has whole cells only`() {
    let sizes = BigSize.allowed(.blocks)
    #expect(sizes.first == .plain)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0.rows <= $1.rows })
    #expect(BigSize.allowed(.ascii).allSatisfy { $0.font == nil || $0.scale % 2 == 0 })
  }
}
