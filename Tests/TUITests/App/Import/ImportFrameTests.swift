import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output

/// The import screen at every size, with cells of any kind.
struct ImportFrameTests {
  private static let sizes = [
    (200, 50), (120, 36), (100, 30), (80, 24), (79, 23), (60, 20), (40, 12), (40, 40), (200, 12), (39, 12),
    (80, 11), (7, 3), (1, 1),
  ]

  /// Cells with what a terminal would obey, with wide characters and marks, and of great length.
  private static let hostile = """
    "\u{1B}]0;title\u{7}名单\u{202E}",,
    项目名称,"总\u{9B}31m投资（万元）",开工日期\u{200B}
    "甲\u{1B}[2J厂a\u{301}\u{301}\u{301}\u{301}\u{301}",\u{FEFF}12000,2023-01
    "\(String(repeating: "长", count: 300))",🇨🇳👩‍👩‍👧,\u{E000}
    "两\n行",≥5,—

    """

  private static let pages = [
    "", "e", "e Enter", "f", "u", "r", "H", "o", "p", "?", "c", "d", "w", "s", "End $",
  ]

  @Test(arguments: Language.allCases, [Glyphs.blocks, .ascii])
  func `every page can be drawn at every size`(language: Language, glyphs: Glyphs) throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    for table in [Self.hostile, "项目名称,总投资（万元）,开工日期\n甲厂,12000,2023-01\n", ""] {
      guard
        var start = try? ImportStage(.projects, table, .init(source: "briefing"), language, glyphs: glyphs)
      else { continue }
      for page in Self.pages {
        var stage = start
        stage.press(page)
        for (width, height) in Self.sizes {
          _ = stage.state.take(.resize(width: width, height: height))
          let buffer = ImportFrame.render(stage.state)
          #expect(
            check.fault(in: buffer, width: width, height: height) == nil, "\(page) \(width)x\(height)")
          if glyphs.isASCII, language == .en, table.isEmpty {
            #expect(buffer.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
          }
        }
      }
      start.press("q")
    }
  }

  @Test func `a small screen says the size that it needs, and q still leaves`() throws {
    var stage = try ImportStage(.projects, "name\nA\n", width: 39, height: 11)
    #expect(stage.text.contains("now 39x11, need 40x12"))
    stage.press("q")
    #expect(stage.state.ending == .left)
  }

  @Test func `columns stand below each other, also with Chinese cells`() throws {
    let stage = try ImportStage(
      .projects, "项目名称,业主,开工日期\n甲厂,某某公司,2023-01\nB,A,2023-02\n长名称的项目一期,乙,2023-03\n")
    let rows = stage.lines.filter { $0.contains("  data") }
    #expect(rows.count == 3)
    let places = rows.map { line in
      TextWidth.columns(of: String(line[..<(line.firstRange(of: "2023-0")?.lowerBound ?? line.startIndex)]))
    }
    #expect(Set(places).count == 1 && places[0] > 30)
  }

  @Test func `the column and the row under the cursor are always in sight`() throws {
    let heads = (1...40).map { "列\($0)" }.joined(separator: ",")
    let rows = (1...200).map { row in (1...40).map { "r\(row)c\($0)" }.joined(separator: ",") }
    var stage = try ImportStage(.projects, "\(heads)\n\(rows.joined(separator: "\n"))\n")
    for (keys, cell) in [
      ("$", "列40"), ("End", "r200c40"), ("0", "r200c1"), ("g G", "r200c1"), ("Home Right Right", "列3"),
      ("PgDn", "r10c3"),
    ] {
      stage.press(keys)
      #expect(stage.lines.dropLast(6).contains { $0.contains(cell) }, "\(keys) \(cell)\n\(stage.text)")
    }
  }

  @Test(arguments: TestSize.isFull ? Array(1...20) : [UInt64(1), 2])
  func `any keys at any size, and nothing is written without w and y`(seed: UInt64) throws {
    let check = FrameCheck()
    var random = SplitMix(seed: seed)
    var stage = try ImportStage(.projects, Self.hostile)
    let keys: [Key] =
      [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .backspace, .tab]
      + "furpHSoxbenNzdscjkhlgG0$ ?Lt-亩万1".map(Key.character)
    for press in 0..<1500 {
      let event: Event =
        press % 40 == 0
        ? .resize(width: .random(in: 1...160, using: &random), height: .random(in: 1...50, using: &random))
        : press % 41 == 0 ? .paste("y w y") : .key(keys.randomElement(using: &random) ?? .down)
      let effect = stage.state.take(event)
      try #require(effect != .quit && stage.state.ending == nil)
      if press % 25 == 0 {
        let (width, height) = (stage.state.width, stage.state.height)
        #expect(check.fault(in: ImportFrame.render(stage.state), width: width, height: height) == nil)
      }
    }
  }

  @Test func `a frame is drawn once for what changes it, and not for time`() throws {
    var stage = try ImportStage(.projects, "name\nA\n")
    var terminal = MemoryTerminal()
    stage.state.present(on: &terminal)
    _ = stage.state.take(.tick(Moment(monotonic: 5, day: .distantFuture, minute: 0)))
    stage.state.present(on: &terminal)
    #expect(terminal.frames.count == 1)
    stage.press("Down")
    stage.state.present(on: &terminal)
    #expect(terminal.frames.count == 2)
  }
}
