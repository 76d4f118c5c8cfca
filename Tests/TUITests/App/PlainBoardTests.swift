import Testing

@testable import App
@testable import Domain
@testable import Panels

/// The board in words: commands in, lines out, nothing drawn.
struct PlainBoardTests {
  private func board(_ view: String = "overview", _ language: Language = .en) throws -> PlainBoard {
    PlainBoard(try Fixture.builtInState(view, language))
  }

  private func text(_ answer: PlainBoard.Answer) -> String {
    if case .text(let text) = answer { text } else { "" }
  }

  @Test(arguments: PanelRegistry.all.map(\.id), Language.allCases)
  func `every view is lines of words without anything drawn`(view: String, language: Language) throws {
    let page = try board(view, language).page
    let drawn = Set("│─┌┐└┘├┤█▏▎▍▌▋▊▉░▒▓━┃▲▼◆◇●○✓⚑»›▸")
    #expect(!page.contains { drawn.contains($0) }, "\(page.filter { drawn.contains($0) })")
    #expect(page.split(separator: "\n").contains { $0.contains(":") || $0.contains("：") })
    #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func `commands go where keys go`() throws {
    var board = try board()
    #expect(text(board.answer("3")).contains("Targets"))
    #expect(text(board.answer("projects")).contains("Projects"))
    #expect(text(board.answer("filter sanlei")).contains("Sanlei"))
    let all = text(board.answer("filter"))
    #expect(all.count > text(board.answer("filter sl")).count)
    #expect(text(board.answer("2")) != all)
    #expect(text(board.answer("filter x")).contains("no text filter"))
    #expect(text(board.answer("search 三磊")).hasPrefix("1. "))
    #expect(text(board.answer("open 1")).count > 20)
    #expect(text(board.answer("语言")).contains("命令") || board.prompt == "命令> ")
    #expect(board.answer("退出") == .quit)
  }

  @Test func `a name opens its page, and a date alone looks back`() throws {
    var board = try board("overview", .zh)
    let page = text(board.answer("打开　新材料"))
    #expect(page.contains("企业") && page.contains("35.75"))
    #expect(!page.contains("生物医药"), "other clusters are not asked for")
    #expect(text(board.answer("２０２１")).contains("历史时点"))
    #expect(text(board.answer("2021-12")).contains("2021-12-31"))
    #expect(text(board.answer("帮助")).contains("打开 名称或编号（open）"))
  }

  @Test func `sources are of what is asked for, or refused`() throws {
    var board = try board("clusters")
    _ = board.answer("open 3")
    let first = text(board.answer("sources 1"))
    #expect(first.isEmpty == false && !first.contains("69.88"), "not of another cluster in the list behind")
    #expect(text(board.answer("sources 999")).contains("not found:"))
    #expect(text(board.answer("sources xyzzy")).contains("not found:"))
    _ = board.answer("1")
    #expect(text(board.answer("sources biomedicine")).contains("2.89"))
  }

  @Test func `a filter without a text takes all filters away`() throws {
    var board = try board("projects", .zh)
    let all = board.page
    _ = board.answer("1")
    let funnel = text(board.answer("1")).split(separator: "\n").first { $0.contains("储备") }
    let number = try #require(funnel?.split(separator: ".").first)
    #expect(text(board.answer("打开 \(number)")).contains("没有符合条件的项目"))
    #expect(text(board.answer("筛选")) == all)
  }

  @Test func `after a search a number is that of a hit`() throws {
    var board = try board()
    _ = board.answer("search sanlei")
    #expect(text(board.answer("1")).contains("Sanlei"))
    #expect(text(board.answer("today")).contains("Overview") == false)
    #expect(text(board.answer("2021-13-01")).contains("write a date"))
  }

  @Test(arguments: PanelRegistry.all.map(\.id))
  func `every row that has a number stands for a record or for nothing`(
    view: String
  ) throws {
    for mode in 0..<3 {
      for var stage in [try Fixture.stage(view), try Fixture.builtInStage(view)] {
        stage.view.mode = mode
        let rows = stage.page.blocks.reduce(0) { sum, block in
          if case .table(let sheet) = block { sum + sheet.rows.count } else { sum }
        }
        #expect(stage.panel.selections(stage.view, in: stage.context).count == rows, "\(mode)")
      }
    }
  }

  @Test func `a number opens the record of its row, also one that the drawn list folds`() throws {
    let stage = try Fixture.builtInStage("targets", .en)
    let ids = stage.panel.selections(stage.view, in: stage.context)
    let row = try #require(ids.last.flatMap { $0 }.flatMap { stage.context.board.target($0) })
    var board = try board("targets")
    #expect(text(board.answer("open \(ids.count)")).contains(stage.context.title(of: row)))
    #expect(text(board.answer("back")).contains("\(ids.count). "))
    #expect(text(board.answer("open \(ids.count + 1)")).contains("not found:"))
  }

  @Test func `changes are reported since a day, or since the day before`() throws {
    var board = try board()
    let since = text(board.answer("changes 2021-12-31"))
    #expect(since.hasPrefix("Changes since 2021-12-31\n"))
    #expect(since.contains("New documents"))
    #expect(text(board.answer("d")).hasPrefix("Changes since "))
    #expect(text(board.answer("changes x")).contains("2021-12"))
    _ = board.answer("asof 2019")
    #expect(text(board.answer("changes")).contains("this is the first publication date"))
  }

  @Test func `the view is exported where files can be written`() throws {
    var board = try board("targets")
    guard case .write(let name, let bytes) = board.answer("export csv") else {
      Issue.record("no file")
      return
    }
    #expect(name.hasPrefix("qjboard-targets-") && name.hasSuffix(".csv"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("Indicator"))
    #expect(board.message(of: .written(name: name)).contains(name))
    #expect(text(board.answer("export")).contains("export md"))
    var state = try Fixture.builtInState("targets", .en)
    state.mayWrite = false
    var restricted = PlainBoard(state)
    #expect(text(restricted.answer("export md")).contains("cannot write files"))
  }

  @Test func `an unknown command is reported with control characters made visible`() throws {
    var board = try board()
    let answer = text(board.answer("\u{1B}[31mx"))
    #expect(answer.contains("unknown command"))
    #expect(!answer.unicodeScalars.contains("\u{1B}"))
  }
}
