import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures

struct KioskFrameTests {
  private static let sizes = [
    (240, 70), (120, 36), (100, 30), (80, 24), (79, 23), (60, 20), (40, 12), (40, 40), (200, 12), (39, 12),
    (7, 3),
    (1, 1),
  ]

  /// Full rows, no cut characters, the clock and the data's date always there.
  @Test(arguments: Language.allCases, [Glyphs.blocks, .ascii])
  func `every page can be drawn at every size`(language: Language, glyphs: Glyphs) throws {
    let check = FrameCheck()
    try #require(check.hasLocale)
    var kiosk = try KioskState.builtIn(KioskOptions(), language, glyphs: glyphs)
    for (width, height) in TestSize.some(of: Self.sizes, every: 2, turn: glyphs.isASCII ? 1 : 0) {
      _ = update(&kiosk, .resize(width: width, height: height))
      for page in kiosk.pages.indices {
        kiosk.index = page
        let buffer = KioskFrame.render(kiosk)
        let place = "\(kiosk.pages[page]) \(width)x\(height)"
        #expect(check.fault(in: buffer, width: width, height: height) == nil, "\(place)")
        guard width >= 40, height >= 12 else { continue }
        let lines = buffer.lines
        #expect(lines.contains { $0.contains("12:00") }, "\(place)")
        #expect(lines.suffix(3).contains { $0.contains("2024-10-30") }, "\(place)")
      }
    }
  }

  @Test(arguments: Language.allCases) func `main figures are seven rows high at 120x36`(language: Language)
    throws
  {
    var kiosk = try KioskState.builtIn(KioskOptions(), language)
    for page in kiosk.pages.indices
    where ["overview", "clusters", "targets"].contains(kiosk.pages[page].view) {
      kiosk.index = page
      #expect(kiosk.screen.count { $0.contains("██") } >= 7 + 3, "\(kiosk.pages[page])")
    }
  }

  @Test func `the overview shows the total against its target`() throws {
    let kiosk = try KioskState.builtIn()
    let screen = kiosk.screen
    let row = try #require(kiosk.app.board.headline(kiosk.app.dataset.info.total))
    #expect(screen.contains { $0.contains("目标 \(kiosk.app.context.label(row.target))") })
    // 132.76 · (400 / 132.76)^0.25 expected, and 8.3 months late, large.
    #expect(screen.contains { $0.contains("应达174.91亿元") })
    let isLarge = (2...4).contains { scale in
      let figure = drawn(60, BigText.rows(scale: scale)) {
        BigText(text: "8.3", scale: scale, style: Style()).render(in: $0, into: &$1, glyphs: .blocks)
      }
      return figure.lines.allSatisfy { line in screen.contains { $0.hasSuffix(line) } }
    }
    #expect(isLarge)
  }

  @Test func `a progress line runs to the next page`() throws {
    var kiosk = try KioskState.small()
    func line() -> Int { kiosk.screen[34].count { $0 == "█" } }
    #expect(line() == 0)
    kiosk.wait(until: 7500)
    #expect((50...60).contains(line()))
    kiosk.wait(until: 14_000)
    #expect(line() > 100)
    kiosk.wait(until: 15_000)
    #expect(line() == 0)
  }

  @Test func `the picture changes once a second and with the clock, and no more often`() throws {
    var kiosk = try KioskState.small()
    var changes = 0
    for time in stride(from: 0, through: 14_990, by: 10) {
      let before = kiosk.picture
      kiosk.wait(until: time)
      if kiosk.picture != before { changes += 1 }
    }
    #expect(changes == 14)
  }

  @Test func `the picture moves against burn-in, and loses nothing by it`() throws {
    var kiosk = try KioskState.small()
    var places: Set<Int> = []
    for turn in 0..<24 {
      kiosk.turns = turn
      let lines = kiosk.screen
      places.insert(kiosk.shift.x * 10 + kiosk.shift.y)
      #expect(lines.firstIndex { !$0.isEmpty } == kiosk.shift.y)
      #expect(lines.contains { $0.contains("2024-11-15  12:00") })
    }
    #expect(places.count == 6)
  }

  @Test func `hostile names are cleaned`() throws {
    var dataset = try Fixture.small()
    dataset.info.short = Name(both: "a\u{1B}[31m\u{202E}b\u{7}")
    let kiosk = KioskState.of(dataset)
    #expect(FrameCheck().fault(in: KioskFrame.render(kiosk), width: 120, height: 36) == nil)
  }

  @Test func `every view has a file of its own and a name in both languages`() {
    let files = TextFile.names(in: "\(Fixture.package)/Sources/TUI/App/Kiosk")
    for view in KioskRegistry.all { #expect(files.contains("\(type(of: view)).swift")) }
    #expect(Set(KioskRegistry.ids).count == KioskRegistry.all.count)
    #expect(KioskRegistry.all.count <= 9)
    #expect(KioskRegistry.all.allSatisfy { !$0.title.zh.isEmpty && !$0.title.en.isEmpty })
  }

  @Test func `a target that is due reports it`() throws {
    let board = Board(try Fixture.builtIn(), asOf: try #require(Day("2026-11-21")))
    let target = try #require(KioskRegistry.view("targets")?.entries(board).first)
    var state = try Fixture.builtInState("overview", .zh, width: 120, height: 30)
    state.board = board
    let page = drawn(120, 30) {
      KioskRegistry.view("targets")?.render(state.context, entry: target, in: $0, into: &$1)
    }.lines
    #expect(page.contains { $0.contains("✗ 2022年严重滞后") && $0.contains("◷ 2025年目标年已过、数据未公布") })
    #expect(page.contains { $0.contains("至2025年年均需") })
    #expect(!page.contains { $0.contains("还须") })
    let projects = KioskRegistry.view("projects")?.entries(board) ?? []
    #expect(projects.last == "lapsed")
  }

  @Test func `commitments say what became of each, and beside it which projects are identified`() throws {
    let state = try Fixture.builtInState("overview", .zh, width: 120, height: 30)
    let page = drawn(120, 30) { KioskCommitments().render(state.context, entry: "", in: $0, into: &$1) }.lines
    let text = page.joined(separator: "\n")
    for words in ["✓ 完成  清单 ", "○ 不可比  清单 ", "2022年通报", "通报数未公布"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("未完成"))
  }

  @Test func `the pipeline counts listed projects, official totals below`() throws {
    let state = try Fixture.builtInState("overview", .en, width: 160, height: 40)
    let page = drawn(160, 40) { KioskPipeline().render(state.context, entry: "", in: $0, into: &$1) }.lines
    #expect(page.contains { $0.contains("official 2022: 24") })
    #expect(
      KioskPipeline().subtitle(state.context, entry: "").hasPrefix(
        "large: listed projects, below: official totals"))
  }

  @Test func `what a plan lists that is over is one large count`() throws {
    let board = Board(try Fixture.builtIn(), asOf: try #require(Day("2026-11-21")))
    var state = try Fixture.builtInState("overview", .zh, width: 120, height: 30)
    state.board = board
    let page = drawn(120, 30) {
      KioskProjects().render(state.context, entry: "lapsed", in: $0, into: &$1)
    }.lines
    #expect(!board.lapsed.isEmpty)
    #expect(page.contains { $0.contains("列入2025年到期的规划、此后无报道") })
  }

  @Test func `a percent sign is in its figure`() throws {
    let figure = try #require(try Fixture.builtIn().figures.first { $0.kind == .growth && $0.unit == "%" })
    let state = try Fixture.builtInState("overview")
    let tile = KioskTile(observation: figure, label: "", state.context)
    #expect(tile.value.hasSuffix("%") && !tile.note.hasPrefix("%"))
  }
}
