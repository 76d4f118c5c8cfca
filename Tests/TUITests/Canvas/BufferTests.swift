import Testing

@testable import Canvas

struct BufferTests {
  @Test func `text is drawn and its columns are returned`() {
    var buffer = Buffer(width: 8, height: 2)
    #expect(buffer.put("黔江 ab", x: 1, y: 0, style: Style(.title)) == 7)
    #expect(buffer.lines == [" 黔江 ab", ""])
    #expect(buffer[1, 0] == Cell(glyph: "黔", width: 2, style: Style(.title)))
    #expect(buffer[2, 0] == Cell(glyph: " ", width: 0, style: Style(.title)))
  }

  @Test func `a wide character is never cut at the edges`() {
    var buffer = Buffer(width: 4, height: 1)
    buffer.put("abcd", x: 0, y: 0)
    buffer.put("黔江区", x: 1, y: 0, style: Style(.title))
    #expect(buffer.lines == ["a黔"], "the d is gone")
    #expect(buffer[3, 0] == Cell(glyph: " ", width: 1, style: Style(.title)))
    buffer.put("abcd", x: 0, y: 0)
    buffer.put("黔江", x: -1, y: 0, style: Style(.title))
    #expect(buffer.lines == [" 江d"], "the a is gone")
    #expect(buffer.cells.map(\.width) == [1, 2, 0, 1])
    #expect(buffer[0, 0]?.style == Style(.title))
  }

  @Test func `a clip cuts as the edges do, over text as well`() {
    var buffer = Buffer(width: 8, height: 1)
    buffer.put("abcdefgh", x: 0, y: 0)
    let clip = Rect(x: 2, y: 0, width: 4, height: 1)
    buffer.put("黔江区", x: 1, y: 0, clip: clip)
    #expect(buffer.lines == ["ab 江 gh"])
    #expect(buffer.cells.map(\.width) == [1, 1, 1, 2, 0, 1, 1, 1])
    buffer.put("黔", x: 1, y: 0, clip: Rect(x: 2, y: 0, width: 0, height: 1))
    buffer.put("黔", x: 6, y: 0, clip: clip)
    #expect(buffer.lines == ["ab 江 gh"], "nothing is inside")
  }

  @Test func `clipping counts columns that are not seen`() {
    var buffer = Buffer(width: 10, height: 3)
    let clip = Rect(x: 2, y: 1, width: 3, height: 1)
    #expect(buffer.put("黔江", x: 1, y: 1, clip: clip) == 4)
    #expect(buffer.lines == ["", "   江", ""])
    buffer.put("黔江", x: 2, y: 0, clip: clip)
    buffer.put("黔江", x: 2, y: 2, clip: clip)
    #expect(buffer.lines == ["", "   江", ""])
  }

  @Test func `half of a wide character that is overwritten becomes blank`() {
    var buffer = Buffer(width: 6, height: 1)
    buffer.put("黔江区", x: 0, y: 0)
    buffer.put("a", x: 1, y: 0)
    #expect(buffer.lines == [" a江区"])
    buffer.put("b", x: 2, y: 0)
    #expect(buffer.lines == [" ab 区"])
    buffer.put("武", x: 3, y: 0)
    #expect(buffer.lines == [" ab武"])
    #expect(buffer.cells.map(\.width) == [1, 1, 1, 2, 0, 1])
  }

  @Test(arguments: [(0, 0), (1, 1), (-3, 2), (1, 0), (2, 1)])
  func `any place in any size is safe`(width: Int, height: Int) {
    var buffer = Buffer(width: width, height: height)
    for x in -3...3 {
      for y in -3...3 {
        buffer.put("黔a江\u{301}👍🏽", x: x, y: y)
        buffer.fill(Rect(x: x, y: y, width: 3, height: 3), with: "#")
        buffer.restyle(Rect(x: x, y: y, width: 9, height: 9)) { $0.attributes.insert(.bold) }
        _ = buffer[x, y]
      }
    }
    #expect(buffer.cells.count == max(0, width) * max(0, height))
  }

  @Test func `controls do not get into cells`() {
    var buffer = Buffer(width: 9, height: 1)
    buffer.put("a\u{1B}[2J\u{202E}b\n", x: 0, y: 0)
    #expect(buffer.lines == ["a\u{FFFD}[2Jb"])
  }

  /// What the columns of the cells say is what a terminal advances when it draws them.
  @Test func `cells cover their columns`() {
    var buffer = Buffer(width: 40, height: 1)
    buffer.put("👨‍👩‍👧🇨🇳한\u{1112}\u{1161}e\u{301}ｶﾞनमस्ते黔ก็", x: 0, y: 0)
    #expect(buffer.lines[0].hasPrefix("👨👩👧") && buffer.lines[0].hasSuffix("黔ก็"))
    for x in 0..<40 {
      guard let cell = buffer[x, 0], cell.width > 0 else { continue }
      #expect(TextWidth.columns(of: cell.glyph) == Int(cell.width))
      if cell.width == 2 { #expect(buffer[x + 1, 0]?.width == 0) }
    }
  }
}
