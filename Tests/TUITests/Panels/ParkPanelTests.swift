import Foundation
import Testing

@testable import Model
@testable import TUI

struct ParkPanelTests {
  private let panel = ParkPanel()

  private func state(
    _ fixture: String = "small", asOf: String? = nil, language: Language = .zh, width: Int = 80,
    height: Int = 24, glyphs: Glyphs = .blocks
  ) throws -> AppState {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let dataset = try DatasetLoader.load(directory: root.appending(path: "fixtures/\(fixture)").path).dataset
    return try state(
      dataset, asOf: asOf, language: language, width: width, height: height, glyphs: glyphs)
  }

  private func state(
    _ dataset: Dataset, asOf: String? = nil, language: Language = .zh, width: Int = 80, height: Int = 24,
    glyphs: Glyphs = .blocks
  ) throws -> AppState {
    let today = try #require(Day("2024-01-01"))
    return AppState(
      dataset: dataset, asOf: asOf.flatMap { Day($0) }, today: today, language: language, theme: .dark,
      glyphs: glyphs, width: width, height: height, view: panel.id)
  }

  /// What the panel paints between the head and the foot of the screen.
  private func buffer(_ state: AppState) -> Buffer {
    var buffer = Buffer(width: state.width, height: max(0, state.height - 2))
    panel.render(state, in: buffer.area, into: &buffer)
    return buffer
  }

  private func press(_ keys: Key..., on state: inout AppState) {
    for key in keys { _ = panel.update(&state, on: key) }
  }

  // MARK: Picture

  @Test func `boxes stand in a frame in the places that the data gives`() throws {
    var state = try state(width: 60, height: 22)
    press(.down, on: &state)
    #expect(
      buffer(state).lines.prefix(9) == [
        "┌ 东园  面积 6平方公里≠ ──────────────── 示意图，不按比例 ─┐",
        "│ ┏▌北组团 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │",
        "│ ┃ ▲ 机械                                       130亿元 ┃ │",
        "│ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 签约 1  储备 1 ━┛ │",
        "│ ┌ 南组团 ──────────────────────────────────────────────┐ │",
        "│ │ ✗ 食品                                        70亿元 │ │",
        "│ └───────────────────────────── 达产 1  投产 1  在建 1 ─┘ │",
        "└───────────────────────────────────────── 符号：目标状态 ─┘",
        "北组团 ──────────────────────────── 组团，属东园  Enter 展开",
      ])
  }

  @Test func `a sign is of the number beside it, and not of a cluster that means about the same`() throws {
    let state = try state("qianjiang", asOf: "2024-11-15", width: 240, height: 70)
    // 大健康 has a target and no figure; 生物医药, which means about the same, is far behind.
    #expect(buffer(state).lines.contains { $0.contains("○ 大健康") && $0.contains(" 30亿元") })
    #expect(!buffer(state).lines.contains { $0.contains("✗ 大健康") })
  }

  @Test func `the picture is drawn in ASCII where the terminal has no lines`() throws {
    var state = try state(language: .en, width: 60, height: 22, glyphs: .ascii)
    press(.down, on: &state)
    #expect(
      buffer(state).lines.prefix(5) == [
        "+ East Park  Area 6 km2!= ------- schematic, not to scale -+",
        "| #>North group =========================================# |",
        "| # ^ Machinery                           130 x100M yuan # |",
        "| #================================ 1 signed, 1 reserve =# |",
        "| + South group -----------------------------------------+ |",
      ])
  }

  @Test func `the selected box is marked in style as well as in lines`() throws {
    var state = try state(width: 60, height: 22)
    press(.down, on: &state)
    let buffer = buffer(state)
    #expect(buffer[3, 1]?.style == Style(.accent, on: .selection))
    #expect(buffer[2, 1]?.style == Style(.accent))
    #expect(buffer[2, 4]?.style == Style(.border))
  }

  @Test func `a small screen has a list by kind instead`() throws {
    var state = try state(width: 40, height: 12)
    press(.down, on: &state)
    #expect(
      buffer(state).lines == [
        "园区 3 ─────────────────────────────────", " 名称                           项目", " 园区 1", " 东园",
        " 组团 2", "▌北组团                         2项", " 南组团                         3项", "", "", "",
      ])
  }

  @Test func `the detail says figures, clusters, firms, projects and where they are printed`() throws {
    var state = try state()
    press(.down, .enter, on: &state)
    #expect(
      buffer(state).lines.prefix(13) == [
        "北组团 ──────────────────────────────────────── 上下滚动  Enter 看项目  Esc 返回",
        " 类别       组团，属东园", " 产业       ▲ 机械  130亿元 2025 规划  达到序时",
        " 企业       测试机械公司  牵头企业", "", " 项目 2  原文写明在此", " 签约 发动机厂  2022-04     测试机械公司",
        " 储备 齿轮厂                测试机械公司", "", " 出处",
        " “北组团”  测试区工业发展规划（2021—2025年） 测府发〔2021〕1号  测试区人民政府",
        "            2021-03-01  三  核对用：plan.txt 第13行", "",
      ])
  }

  // MARK: Keys

  @Test func `arrows go from box to box and stay at the edges`() throws {
    var state = try state()
    press(.down, on: &state)
    #expect(state.viewState().selection == "north-group")
    press(.left, on: &state)
    #expect(state.viewState().selection == "north-group")
    press(.down, .down, on: &state)
    #expect(state.viewState().selection == "south-group")
    press(.character("k"), .up, on: &state)
    #expect(state.viewState().selection == "east")
    press(.end, on: &state)
    #expect(state.viewState().selection == "south-group")
    press(.home, on: &state)
    #expect(state.viewState().selection == "east")
  }

  @Test func `the list lies below the map`() throws {
    var state = try state("qianjiang")
    let board = ParkBoard(state.board)
    let first = try #require(board.others.first?.id)
    press(.pageDown, on: &state)
    #expect(state.viewState().selection == first)
    press(.pageDown, on: &state)
    #expect(state.viewState().selection == board.others[10].id)
    press(.pageUp, .up, on: &state)
    #expect(state.viewState().selection == board.placed.last?.id)
    press(.down, on: &state)
    #expect(state.viewState().selection == first)
  }

  @Test func `Enter twice shows the projects that are there`() throws {
    var state = try state()
    press(.down, .enter, .enter, on: &state)
    #expect(state.view == "projects")
    #expect(state.viewState().filters == ["park": "north-group"])
    #expect(state.history == ["park"])
  }

  @Test func `who sees few of the projects of a park is told of those by cluster`() throws {
    var state = try Fixture.builtInState("park", .en)
    press(.character("v"), on: &state)
    #expect(state.view == "projects")
    let notice = try #require(state.notice)
    let summary = try #require(
      state.parks.board.summary(of: state.viewState().filters["park"] ?? "", state.parks.projects))
    #expect(notice.text.en.contains(" \(summary.kindred.count) more"))
  }

  @Test func `v opens the detail of a park without projects`() throws {
    var state = try state()
    press(.character("v"), on: &state)
    #expect(state.view == "park")
    #expect(state.viewState().isOpen)
  }

  @Test func `scrolling ends with the text`() throws {
    var state = try state(width: 40, height: 12)
    press(.down, .enter, .end, on: &state)
    let last = state.viewState().scroll
    press(.up, on: &state)
    #expect(state.viewState().scroll == last - 1)
  }

  // MARK: Facts

  @Test func `statements cite the park and its figures`() throws {
    let state = try state()
    let statements = panel.statements(state)
    #expect(statements.map(\.label.zh) == ["东园", "东园 面积", "东园 面积"])
    #expect(statements.map(\.figure) == [nil, "east-area-report", "east-area-briefing"])
    #expect(statements.first?.citations.map(\.line) == [13])
  }

  @Test func `a park that no document had named yet is not there`() throws {
    let state = try state("qianjiang", asOf: "2021-12-31")
    let board = ParkBoard(state.board)
    let later = ParkBoard(try self.state("qianjiang").board)
    #expect(board.parks.count < later.parks.count)
    #expect(board.parks.allSatisfy { park in later.parks.contains { $0.id == park.id } })
    let before = try self.state(asOf: "2020-01-01")
    #expect(buffer(before).lines.first == " 此日期尚无园区资料")
    #expect(panel.statements(before).isEmpty)
  }

  @Test func `a project counts where a document puts it, and by cluster where none does`() throws {
    let state = try state("qianjiang")
    let board = ParkBoard(state.board)
    let projects = board.projects()
    let all = board.parks.compactMap { board.summary(of: $0.id, projects) }
    #expect(all.contains { !$0.projects.isEmpty } && all.contains { !$0.kindred.isEmpty })
    for park in board.parks {
      let summary = try #require(board.summary(of: park.id, projects))
      #expect(summary.projects.allSatisfy { $0.project.park == park.id })
      #expect(summary.kindred.allSatisfy { $0.project.park == nil })
    }
  }

  // MARK: Edges

  @Test func `no data is a sentence`() throws {
    var state = try state(Dataset(), language: .en)
    press(.down, .enter, .character("v"), on: &state)
    #expect(buffer(state).lines.first == " no parks known on this day")
  }

  @Test(arguments: ["small", "qianjiang", "gas-conversion"])
  func `every size is drawn without a cut character`(fixture: String) throws {
    let fresh = try state(fixture)
    for (width, height) in [(0, 0), (1, 1), (3, 2), (40, 12), (60, 18), (61, 40), (110, 20), (240, 70)] {
      for keys in [[], [Key.down], [.pageDown], [.down, .enter]] {
        var state = fresh
        (state.width, state.height) = (width, height)
        for key in keys { press(key, on: &state) }
        let buffer = buffer(state)
        for (x, cell) in buffer.cells.enumerated() where cell.width == 2 {
          #expect(buffer.cells[x + 1].width == 0)
        }
      }
    }
  }

  @Test func `a map wider than the screen shows the columns around the selected one`() throws {
    var dataset = try state().dataset
    dataset.parks = Table(
      (0..<9).map { column in
        Park(
          id: "p\(column)", name: Name(both: "park \(column)"), aliases: [], kind: .group, parent: nil,
          clusters: [], place: Park.Place(row: 0, column: column), note: nil,
          citations: dataset.parks.first?.citations ?? [])
      })
    var state = try state(dataset)
    #expect(buffer(state).lines[1].contains("park 3"))
    press(.end, on: &state)
    #expect(buffer(state).lines[1].contains("park 8"))
    #expect(!buffer(state).lines[1].contains("park 3"))
    press(.left, on: &state)
    #expect(state.viewState().selection == "p7")
  }

  @Test func `what is counted in two groups is said to be`() throws {
    let board = ParkBoard(Board(try Fixture.builtIn(), asOf: Fixture.today))
    let total = board.kindredTotal(board.projects())
    #expect(total.counted > total.distinct && total.distinct > 0)
    let screen = try Fixture.builtInState("park", .zh).screen
    #expect(screen.contains { $0.contains("各组团去重\(total.distinct)") })
  }
}
