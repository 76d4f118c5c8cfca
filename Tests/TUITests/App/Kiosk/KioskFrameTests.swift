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
        let dates = KioskRegistry.view(kiosk.pages[page])?.page(kiosk.app.context)?.dates ?? []
        #expect(
          dates.isEmpty
            || dates.contains { lines.last?.contains($0) == true || lines[height - 2].contains($0) },
          "\(place)")
      }
    }
  }

  @Test func `a progress line in the foot runs to the next page`() throws {
    var kiosk = try KioskState.small()
    func line() -> Int { kiosk.screen[34].count { $0 == "█" } }
    #expect(line() == 0)
    kiosk.wait(until: 7500)
    #expect((6...8).contains(line()))
    kiosk.wait(until: 14_000)
    #expect(line() > 13)
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

  @Test func `the picture moves against burn-in without losing content`() throws {
    var kiosk = try KioskState.small()
    var places: Set<Int> = []
    for turn in 0..<24 {
      kiosk.turns = turn
      let lines = kiosk.screen
      places.insert(kiosk.shift.x * 10 + kiosk.shift.y)
      #expect(lines.firstIndex { !$0.isEmpty } == kiosk.shift.y)
      #expect(lines.contains { $0.contains("12:00") } && !lines.contains { $0.contains("2024-11-15") })
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
}
