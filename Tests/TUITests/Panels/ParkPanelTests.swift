import Foundation
import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels
@testable import Store

struct ParkPanelTests {
  private let panel = ParkPanel()

  /// A panel on a screen of this size, of which head and foot take two rows.
  private func stage(
    _ fixture: String = "small", asOf: String? = nil, language: Language = .zh, width: Int = 80,
    height: Int = 24, glyphs: Glyphs = .blocks
  ) throws -> PanelStage {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let dataset = try DatasetLoader.load(directory: root.appending(path: "fixtures/\(fixture)").path).dataset
    return try self.stage(
      dataset, asOf: asOf, language: language, width: width, height: height, glyphs: glyphs)
  }

  private func stage(
    _ dataset: Dataset, asOf: String? = nil, language: Language = .zh, width: Int = 80, height: Int = 24,
    glyphs: Glyphs = .blocks
  ) throws -> PanelStage {
    let today = try #require(Day("2024-01-01"))
    return PanelStage(
      panel.id, Board(dataset, asOf: asOf.flatMap { Day($0) } ?? today), language, glyphs: glyphs,
      width: width, height: height - 2, today: today)
  }

  // MARK: Picture

  /// A group of another row is joined by no line.
  @Test(arguments: [0, 1]) func `the legend of lines is there if there is a line`(row: Int) throws {
    var dataset = try Fixture.small()
    dataset.parks = dataset.parks.changed { park in
      guard park.id == "south-group" else { return park }
      var part = park
      part.parent = "north-group"
      part.place = Park.Place(row: row, column: 1)
      return part
    }
    let stage = PanelStage("park", Board(dataset, asOf: Fixture.today), width: 120, height: 34)
    #expect(stage.lines.contains { $0.contains("line: part of") } == (row == 0))
  }

  @Test func `boxes stand in a frame in the places that the data gives`() throws {
    var stage = try self.stage(width: 60, height: 22)
    stage.press(.down)
    #expect(
      stage.buffer.lines.prefix(10) == [
        " 5项清单项目中5项写明所在，其中图上5项",
        "┌ 东园  面积 6平方公里≠ ──────────────── 示意图，不按比例 ─┐",
        "│ ┏▌北组团 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │",
        "│ ┃ · 机械                             2025年目标130亿元 ┃ │",
        "│ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 签约 1  储备 1 ━┛ │",
        "│ ┌ 南组团 ──────────────────────────────────────────────┐ │",
        "│ │ · 食品                              2025年目标70亿元 │ │",
        "│ └───────────────────────────── 达产 1  投产 1  在建 1 ─┘ │",
        "└──────────────────────────────────────────────────────────┘",
        "北组团 ──────────────────────────── 组团，属东园  Enter 展开",
      ])
  }

  @Test func `an industry is named once, with the status of the one that means about the same`() throws {
    var stage = try self.stage("qianjiang", asOf: "2024-11-15", width: 240, height: 70)
    stage.view.select("zhengyang-group", opens: true)
    // 大健康 has a target and no figure; 生物医药, which means about the same, is far behind.
    let rows = stage.lines.filter { $0.contains("大健康") && $0.contains("30亿元") }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("无数据（工业强城 生物医药 50亿元≠：严重滞后）") == true, "\(rows)")
  }

  @Test func `what a text does not place is not on the map`() throws {
    let board = ParkBoard(try self.stage("qianjiang").context.board)
    #expect(
      board.placed.map(\.id) == ["logistics-base", "qinggang-group", "zhengyang-group", "fengjia-group"])
    for id in ["service-centre", "research-zone"] { #expect(board.others.contains { $0.id == id }) }
  }

  @Test func `the picture is drawn in ASCII where the terminal has no lines`() throws {
    var stage = try self.stage(language: .en, width: 60, height: 22, glyphs: .ascii)
    stage.press(.down)
    #expect(
      stage.buffer.lines.dropFirst().prefix(5) == [
        "+ East Park  Area 6 km2!= ------- schematic, not to scale -+",
        "| #>North group =========================================# |",
        "| # * Machinery              target 2025: 130 x100M yuan # |",
        "| #================================ 1 signed, 1 reserve =# |",
        "| + South group -----------------------------------------+ |",
      ])
  }

  @Test func `the selected box is marked in style as well as in lines`() throws {
    var stage = try self.stage(width: 60, height: 22)
    stage.press(.down)
    let buffer = stage.buffer
    #expect(buffer[3, 2]?.style == Style(.accent, on: .selection))
    #expect(buffer[2, 2]?.style == Style(.accent))
    #expect(buffer[2, 5]?.style == Style(.border))
  }

  @Test func `a small screen has a list by kind instead`() throws {
    var stage = try self.stage(width: 40, height: 12)
    stage.press(.down)
    #expect(
      stage.buffer.lines == [
        " 5/5项写明所在", "园区 3 ─────────────────────────────────", " 名称                           项目",
        " 园区 1", " 东园",
        " 组团 2", "▌北组团                         2项", " 南组团                         3项", "", "",
      ])
  }

  @Test func `the detail has figures, clusters, firms, projects and their citations`() throws {
    var stage = try self.stage()
    stage.press(.down, .enter)
    #expect(
      stage.buffer.lines.prefix(13) == [
        "北组团 ──────────────────────────────────────── 上下滚动  Enter 看项目  Esc 返回",
        " 种类       组团，属东园", " 产业       · 机械  130亿元 2025 规划  达到序时",
        " 企业       测试机械公司  牵头企业", "", " 写明在此的项目 2", " 签约 发动机厂  2022-04     测试机械公司",
        " 储备 齿轮厂                测试机械公司", "", " 出处",
        " “北组团”  测试区工业发展规划（2021—2025年） 测府发〔2021〕1号  测试区人民政府",
        "            2021-03-01  三  文本：plan.txt 第13行", "",
      ])
  }

  // MARK: Keys

  @Test func `arrows go from box to box and stay at the edges`() throws {
    var stage = try self.stage()
    stage.press(.down)
    #expect(stage.underCursor.hasPrefix("北组团"))
    stage.press(.left)
    #expect(stage.underCursor.hasPrefix("北组团"))
    stage.press(.down, .down)
    #expect(stage.underCursor.hasPrefix("南组团"))
    stage.press(.character("k"), .up)
    #expect(stage.underCursor.hasPrefix("东园"))
    stage.press(.end)
    #expect(stage.underCursor.hasPrefix("南组团"))
    stage.press(.home)
    #expect(stage.underCursor.hasPrefix("东园"))
  }

  @Test func `the list lies below the map`() throws {
    var stage = try self.stage("qianjiang")
    let board = ParkBoard(stage.context.board)
    let (first, last) = (try #require(board.others.first?.name.zh), try #require(board.placed.last?.name.zh))
    stage.press(.pageDown)
    #expect(stage.underCursor.hasPrefix(first))
    stage.press(.pageDown)
    #expect(stage.underCursor.hasPrefix(board.others[10].name.zh))
    stage.press(.pageUp, .up)
    #expect(stage.underCursor.hasPrefix(last))
    stage.press(.down)
    #expect(stage.underCursor.hasPrefix(first))
  }

  @Test func `Enter twice shows the projects that are there`() throws {
    var stage = try self.stage()
    stage.press(.down, .enter, .enter)
    #expect(stage.effects == [.go(to: "projects", filters: ["park": "north-group"])])
  }

  @Test func `who sees few of the projects of a park is told of those by cluster`() throws {
    var stage = try Fixture.builtInStage("park", .en)
    stage.press(.character("v"))
    guard case .go("projects", .kept, let filters, let remark)? = stage.effects.first else {
      Issue.record("\(stage.effects)")
      return
    }
    let parks = panel.parks(stage.context)
    let summary = try #require(parks.board.summary(of: filters?["park"] ?? "", parks.projects))
    #expect(remark?.en.contains(" \(summary.industryMatches.count) more") == true)
  }

  @Test func `v opens the detail of a park without projects`() throws {
    var stage = try self.stage()
    stage.press(.character("v"))
    #expect(stage.lines.contains { $0.contains("出处") })
    #expect(stage.effects.count == 1)
    if case .say? = stage.effects.first {} else { Issue.record("nothing is said") }
  }

  @Test func `scrolling ends with the text`() throws {
    var stage = try self.stage(width: 40, height: 12)
    stage.press(.down, .enter, .end)
    let last = stage.lines
    stage.press(.down)
    #expect(stage.lines == last)
    stage.press(.up)
    #expect(stage.lines[2] == last[1] && stage.lines != last)
  }

  // MARK: Facts

  @Test func `statements cite the park and its figures`() throws {
    let stage = try self.stage()
    let statements = stage.statements
    #expect(statements.map(\.label.zh) == ["东园", "东园 面积", "东园 面积"])
    #expect(statements.map(\.figure) == [nil, "east-area-report", "east-area-briefing"])
    #expect(statements.first?.citations.map(\.line) == [13])
  }

  @Test func `a park that no document had named yet is not there`() throws {
    let stage = try self.stage("qianjiang", asOf: "2021-12-31")
    let board = ParkBoard(stage.context.board)
    let later = ParkBoard(try self.stage("qianjiang").context.board)
    #expect(board.parks.count < later.parks.count)
    #expect(board.parks.allSatisfy { park in later.parks.contains { $0.id == park.id } })
    let before = try self.stage(asOf: "2020-01-01")
    #expect(before.buffer.lines.first == " 此日期尚无园区资料")
    #expect(before.statements.isEmpty)
  }

  @Test func `a project counts where a document puts it, and by cluster where none does`() throws {
    let stage = try self.stage("qianjiang")
    let board = ParkBoard(stage.context.board)
    let projects = board.projects()
    let all = board.parks.compactMap { board.summary(of: $0.id, projects) }
    #expect(all.contains { !$0.projects.isEmpty } && all.contains { !$0.industryMatches.isEmpty })
    for park in board.parks {
      let summary = try #require(board.summary(of: park.id, projects))
      #expect(summary.projects.allSatisfy { $0.project.park == park.id })
      #expect(summary.industryMatches.allSatisfy { $0.project.park == nil })
    }
  }

  // MARK: Edges

  @Test func `no data is a sentence`() throws {
    var stage = try self.stage(Dataset(), language: .en)
    stage.press(.down, .enter, .character("v"))
    #expect(stage.buffer.lines.first == " no parks known on this day")
  }

  @Test(arguments: ["small", "qianjiang", "gas-conversion"])
  func `every size is drawn without a cut character`(fixture: String) throws {
    let fresh = try self.stage(fixture)
    for (width, height) in [(0, 0), (1, 1), (3, 2), (40, 12), (60, 18), (61, 40), (110, 20), (240, 70)] {
      for keys in [[], [Key.down], [.pageDown], [.down, .enter]] {
        var stage = fresh
        (stage.context.width, stage.context.height) = (width, max(0, height - 2))
        for key in keys { stage.press(key) }
        let buffer = stage.buffer
        for (x, cell) in buffer.cells.enumerated() where cell.width == 2 {
          #expect(buffer.cells[x + 1].width == 0)
        }
      }
    }
  }

  @Test func `a map wider than the screen shows the columns around the selected one`() throws {
    var dataset = try self.stage().context.dataset
    dataset.parks = Records(
      (0..<9).map { column in
        Park(
          id: "p\(column)", name: Name(both: "park \(column)"), aliases: [], kind: .zone, parent: nil,
          clusters: [], place: Park.Place(row: 0, column: column), note: nil,
          citations: dataset.parks.first?.citations ?? [])
      })
    var stage = try self.stage(dataset)
    #expect(stage.buffer.lines[2].contains("park 3"))
    stage.press(.end)
    #expect(stage.buffer.lines[2].contains("park 8"))
    #expect(!stage.buffer.lines[2].contains("park 3"))
    stage.press(.left)
    #expect(stage.underCursor.hasPrefix("park 7"))
  }

  @Test func `certain and possible are counted apart, and what is counted in two places is said to be`()
    throws
  {
    let stage = try Fixture.builtInStage("park", .zh)
    let board = ParkBoard(stage.context.board)
    let projects = board.projects()
    let total = board.industryMatchTotal(projects)
    // The sub-industries that the zones name do not overlap.
    #expect(total.counted == total.distinct && total.distinct > 0)
    let all = stage.context.board.projects
    let located = Set(
      all.filter { $0.project.park != nil && all[$0.root].project.nature == .project }.map(\.root)
    ).count
    #expect(projects.locatedCount == located)
    let listed = stage.context.board.projectCounts.projects
    #expect(stage.lines[0].hasPrefix(" 没有文件写明项目落在图上哪一处：\(listed)项中\(located)项"))
    #expect(stage.lines[1].hasPrefix(" 另有\(total.distinct)项可能在图上各处"))
    #expect(!stage.lines[1].contains("有重复"))
    #expect(stage.lines.contains { $0.contains("可能 40") && !$0.contains("写明 0") })
    var dataset = try Fixture.builtIn()
    dataset.parks = Records(
      dataset.parks.map { park in
        var park = park
        park.clusters.removeAll { $0 == "light-textile" }
        return park
      })
    let overlapping = PanelStage("park", Board(dataset, asOf: stage.context.board.asOf), .zh)
    let parks = ParkBoard(overlapping.context.board)
    let both = parks.industryMatchTotal(parks.projects())
    #expect(both.counted > both.distinct)
    #expect(overlapping.lines[1].contains("合计\(both.counted)，有重复"))
    #expect(stage.lines.contains { $0.contains("写明：文件写明在此  可能：行业相同、位置未写明") })
  }
}
