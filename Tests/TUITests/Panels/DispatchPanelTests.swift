import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels
@testable import Store

/// The dispatch view on six months of an invented county, and on data without any record of a month.
struct DispatchPanelTests {
  private func stage(
    _ language: Language = .en, width: Int = 80, height: Int = 22, on day: String = "2024-07-12"
  ) throws -> PanelStage {
    let data = try DatasetLoader.load(directory: "\(Fixture.package)/fixtures/month").dataset
    let board = Board(data, asOf: try #require(Day(day)))
    return PanelStage(
      "dispatch", board, language, width: width, height: height, today: try #require(Day(day)))
  }

  @Test func `the verdict counts lights, problems, reports and decisions`() throws {
    let lines = try stage(width: 120).lines
    #expect(lines[0].hasPrefix(" 2024-06 (as of 2024-07-12): ✗1 red  ▼0 yellow  ▲3 green  1 changed"))
    #expect(
      lines[1].hasPrefix(
        " 3 open problems (1 overdue), 1 new, 1 settled; 2 reports missing; 2 decisions (1 overdue)"))
  }

  @Test func `a changed light shows both colours, and a judgement that differs`() throws {
    let text = try stage(width: 160, height: 40).lines.joined(separator: "\n")
    #expect(text.contains("yellow→green"))
    #expect(text.contains("≠judged yellow"))
  }

  @Test func `each arrangement has its list`() throws {
    var stage = try stage(.zh)
    #expect(stage.lines.contains { $0.contains("染整厂用地指标未落实") && $0.contains("逾期42天") })
    stage.press(.character(" "))
    let textile = try #require(stage.lines.first { $0.contains("纺织产值") })
    // Six months of lights, the newest at the right.
    #expect(textile.filter { $0 == "✗" }.count == 4 && textile.filter { $0 == "▼" }.count == 3)
    stage.press(.character(" "))
    #expect(stage.lines.contains { $0.contains("食品订单下滑") && $0.contains("销号") })
    stage.press(.character(" "))
    #expect(stage.lines.contains { $0.contains("招商局") && $0.contains("未报，逾期7天") })
    stage.press(.character(" "))
    #expect(stage.lines.contains { $0.contains("农业局") && $0.contains("92.0%") })
    stage.press(.character(" "))
    #expect(stage.lines.contains { $0.contains("变灯 1") })
  }

  @Test func `Enter opens a problem with its history, and goes on to what it is about`() throws {
    var stage = try stage(width: 120)
    stage.press(.character(" "), .character(" "), .enter)
    let text = stage.lines.joined(separator: "\n")
    #expect(text.contains("No land quota for the dye works"))
    #expect(text.contains("extension asked") && text.contains("waiting for the city's approval"))
    stage.press(.enter)
    #expect(stage.effects == [.go(to: ViewID.projects, at: .opened("dye-works"))])
  }

  @Test func `an earlier period is one key away, and the last one is the end`() throws {
    var stage = try stage()
    stage.press(.character("-"))
    #expect(stage.view.filters["period"] == "2024-05")
    #expect(stage.lines[0].contains("2024-05 (as of 2024-06-10)"))
    stage.press(.character("="), .character("="))
    #expect(stage.view.filters["period"] == nil)
  }

  @Test func `a unit filters problems, reports and decisions`() throws {
    var stage = try stage(width: 120)
    stage.view.mode = 2
    stage.view.filters["unit"] = "economy-office"
    let text = stage.lines.joined(separator: "\n")
    #expect(text.contains("Loans of machinery firms") && !text.contains("dye works"))
  }

  @Test func `without records the view says what the documents say`() throws {
    let text = try Fixture.builtInStage("dispatch", .zh).lines.map { String($0.drop { $0 == " " }) }.joined()
    #expect(text.contains("没有调度记录") && text.contains("（2022-08）写明“成员单位每月报送”，所收资料不含这类报送"))
    #expect(!text.contains(".md"), "no file of ours is named on the screen")
    #expect(text.contains("每月1日前") && text.contains("每月调度通报"))
  }

  @Test func `without records the keys that turn to other records are not offered, and say why`() throws {
    var stage = try Fixture.builtInStage("dispatch", .zh)
    let offered = stage.panel.hints(stage.view, in: stage.context).compactMap(\.id)
    #expect(!offered.contains("dispatch.arrange") && !offered.contains("dispatch.earlier"))
    stage.press(.character(" "), .character("-"))
    #expect(stage.effects == Array(repeating: .say(Name(zh: "没有调度记录", en: "nothing is recorded")), count: 2))
    #expect(stage.view.filters.isEmpty && stage.view.mode == 0)
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 36), (240, 70), (1, 1), (0, 0)])
  func `every size is drawn`(size: (Int, Int)) throws {
    var stage = try stage(width: size.0, height: size.1)
    for _ in 0..<5 {
      #expect(stage.buffer.lines.count == size.1)
      stage.press(.character(" "))
    }
  }

  @Test func `a page has the whole period`() throws {
    let page = try stage(.zh).page
    let text = page.blocks.map { "\($0)" }.joined()
    #expect(text.contains("未报") && text.contains("上报") && text.contains("连续3期红灯"))
  }
}
