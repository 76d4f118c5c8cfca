import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels
@testable import Store

/// The page of the dispatch: on six months of an invented county, and not where nothing is recorded.
struct KioskDispatchTests {
  private static let data = Result {
    try DatasetLoader.load(directory: "\(Fixture.package)/fixtures/month").dataset
  }

  private func context(_ language: Language, _ day: String = "2024-07-12") throws -> PanelContext {
    let date = try #require(Day(day))
    let board = Board(try Self.data.get(), asOf: date)
    return PanelContext(
      board: board, today: date, language: language, glyphs: .blocks, width: 120, height: 36)
  }

  private func page(_ language: Language, _ day: String = "2024-07-12") throws -> KioskPage {
    try #require(KioskDispatch().page(context(language, day)))
  }

  @Test func `the lights are blocks of their colour, with sign, word and number`() throws {
    let blocks = try #require(page(.zh).rows.first).compactMap {
      $0.line.pieces[0].text.isEmpty ? nil : $0.line.pieces[0]
    }
    #expect(blocks.map(\.text) == ["✗ 红灯 1", "▼ 黄灯 0", "▲ 绿灯 3"])
    #expect(blocks.map(\.role) == [.farBehind, .noData, .onPace] && blocks.allSatisfy(\.isBlock))
  }

  @Test func `rows count what changed, what is overdue and who is late`() throws {
    let page = try page(.en)
    let rows = try #require(page.rows.first).map { $0.line.pieces.dropFirst().map(\.text) }
    #expect(
      rows == [
        ["Lights changed", "1", "Food Output yellow→green"], ["Problems overdue", "1", "of 3 open"],
        ["Decisions overdue", "1", "of 2 to carry out"], ["Not reported", "2", "Investment Office"],
      ])
    #expect(page.notes.contains { $0[0] == "Problems overdue: No land quota for the dye works, 42 d" })
    #expect(page.headings[0] == "dispatch of 2024-06; new and settled since 2024-06-11")
    #expect(page.dates[0] == "records up to 2024-07-12")
  }

  @Test func `the age of the records is counted from the newest one`() throws {
    #expect(try page(.zh, "2024-12-01").dates[0].hasPrefix("调度数据截至2024-07-12，距今"))
  }

  @Test func `it is drawn in large words, and fits a small screen`() throws {
    for (width, height) in [(120, 36), (80, 24), (64, 20)] {
      for language in Language.allCases {
        let page = try page(language)
        let plan = KioskDrawing(page: page, glyphs: .blocks).plan(width: width - 4, height: height - 4)
        #expect(plan.table.count == 4, "\(width) \(language)")
        if width == 120 { #expect(plan.table.size.rows > 1, "\(language)") }
      }
    }
  }

  @Test func `data without a month have no such page`() throws {
    let date = try #require(Day("2024-07-12"))
    let board = Board(try Fixture.builtIn(), asOf: date)
    let context = PanelContext(
      board: board, today: date, language: .zh, glyphs: .blocks, width: 120, height: 36)
    #expect(KioskDispatch().page(context) == nil)
    let kiosk = KioskState.of(try Self.data.get())
    #expect(kiosk.pages.contains("dispatch"))
    #expect(try KioskState.builtIn().pages.contains("dispatch") == false)
  }
}
