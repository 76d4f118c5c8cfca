import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// On the small dataset, whose README has the numbers.
struct OverviewPanelTests {
  @Test func `the whole page at 80 columns`() throws {
    try expectPanel(
      "overview", .en, 80, 22,
      shows: [
        " ▼ Gross output 2022 120 x100M yuan, 132 x100M yuan expected → 8 months behind",
        "   slowest: Food 115 months behind    moved last: Cannery Full output (2023-03)",
        "Main figures ────── base (* computed), actual, target; bar: earned, ┃: time gone",
        "▌Gross output      100 → 120 → 200 x100M yuan     ██▉─┃────── ▼ 8 months behind",
        " Energy intensity    1 → 0.8 → ≤0.5 tce per 10k … ████┃────── ▲ on time",
        "Two industries 2022 Gross output ─────────────────────────── sum 120 = total 120",
        " Food               50 →  30 → 70 x100M yuan      ────┃────── ✗ 115 months behi…",
        " Machinery          50 →  90 → 130 x100M yuan     ████┃█▊──── ▲ 13 months ahead",
        "Pipeline ──────────────────── 5 listed  Needs attention ────────────────────────",
        "              Now        Official 2022   ✗ Food                115 months behind",
        " Planned        0 ──────                 ▼ Gross output          8 months behind",
        " Reserve        1 ██████                 ▼ Overdue projects                    1",
        " Signed         1 ██████                 ▼ Signed, not started                 1",
        " Started        0 ──────             2   · Gross output to 6/…                60",
        " Under const…   1 ██████",
        " Commissioned   1 ██████                Yearly commitments ─────────────────────",
        " Full output    1 ██████                 Projects to be started ≥2/yr  not publ…",
      ])
  }

  @Test func `one list at 40 columns`() throws {
    try expectPanel(
      "overview", .zh, 40, 10,
      shows: [
        " ▼ 规上工业总产值 滞后8个月",
        "▌规上工业总产值        120 ▼ 滞后8个月",
        " 单位产值能耗          0.8 ▲ 按序时",
        " 食品                   30 ✗ 滞后115个月",
        " 机械                   90 ▲ 超前13个月",
      ])
  }

  @Test func `a wide page adds milestones and documents`() throws {
    let lines = try panelLines("overview", .zh, 120, 34)
    for title in ["主要指标", "两大产业 2022年 规上工业总产值", "项目动态", "资料"] {
      #expect(lines.contains { $0.hasPrefix(title) })
    }
    for title in ["项目漏斗", "需要关注", "年度目标任务"] { #expect(lines.contains { $0.contains("  \(title) ─") }) }
    #expect(lines.contains { $0.hasPrefix(" 2023-07-31 测试区2023年上半年工业发布会") })
  }

  @Test func `statuses have their colours`() throws {
    let stage = try Fixture.stage("overview")
    let buffer = stage.buffer
    #expect(buffer.style(62, 3) == Style(.behind, on: .selection))
    #expect(buffer.style(62, 4) == Style(.onPace))
    #expect(buffer.style(62, 6) == Style(.farBehind))
    #expect(buffer.style(62, 7) == Style(.onPace))
    #expect(buffer.cursorRows == [3])
  }

  @Test func `the figure under the cursor is reported with its citations`() throws {
    var stage = try Fixture.stage("overview")
    #expect(
      told(stage) == [
        "district-output-2022 report 4 120亿元", "district-output-2025 plan 4 200亿元",
        "district-output-2023-h1 briefing 2 60亿元", "district-output-2020 plan 3 100亿元",
      ])
    stage.press(.down, .down)
    #expect(told(stage).first == "food-output-2022 report 4 30亿元")
    stage.press(.end)
    #expect(told(stage) == ["district-output-2023-h1 briefing 2 60亿元"])
    stage.press(.up)
    #expect(told(stage) == ["- report 8 2022年4月"])
    stage.press(.up)
    #expect(told(stage) == ["- plan 15 2022年底前开工"])
  }

  @Test func `the cursor leads to the view of what it is on`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.enter)
    #expect(state.view == "targets" && state.top.hasPrefix("Gross output"))
    state.press(.escape, .escape)
    #expect(state.view == "overview")
    state.press(.down, .down, .enter)
    #expect(state.view == "clusters" && state.screen.contains { $0.hasPrefix("▌Food") })
    for (filter, project) in [("overdue", "Gear works"), ("waiting", "Engine works")] {
      state.press(.escape, .end, .up)
      if filter == "overdue" { state.press(.up) }
      state.press(.enter)
      #expect(state.view == "projects")
      #expect(state.screen.fromHeading[0].hasPrefix("Projects 1/5"))
      #expect(state.screen.fromHeading[2].hasPrefix("▌\(project)"))
    }
    state.press(.escape, .end, .enter)
    #expect(state.view == "targets" && state.top.hasPrefix("Gross output"))
  }

  @Test func `projects of a plan that is over are a count that leads to them`() throws {
    var dataset = try Fixture.small()
    let works = try #require(dataset.projects["gear-works"])
    // Without the printed date of its beginning.
    let undated = Project(
      id: works.id, name: works.name, aliases: [], clusters: works.clusters,
      milestones: [works.milestones[0]],
      citations: works.citations, origin: .unknown)
    dataset.projects = Records(dataset.projects.map { $0.id == undated.id ? undated : $0 })
    var state = Fixture.state(dataset, "overview", .en, width: 120, height: 40)
    #expect(!state.screen.contains { $0.contains("Plan over") })
    state.board = Board(dataset, asOf: try #require(Day("2026-01-01")))
    let row = try #require(state.screen.first { $0.contains("Plan over, no report") })
    #expect(row.split(separator: " ").last == "1")
    state.updateView { $0.selection = "lapsed" }
    state.press(.enter)
    #expect(state.view == "projects")
    #expect(
      state.screen.fromHeading[0].hasPrefix("Projects 1/5")
        && state.screen.fromHeading[2].hasPrefix("▌Gear works"))
    state.press(.enter)
    #expect(
      state.screen.contains { $0.contains("listed in a plan that ended in 2025, nothing reported since") })
  }

  @Test func `the date of the data is in the head of every view, in either language`() throws {
    for panel in PanelRegistry.all {
      for language in Language.allCases {
        let head = try Fixture.builtInState(panel.id, language).screen[0]
        #expect(head.contains("2024-10-30") && head.contains("7"), "\(panel.id) \(language)")
      }
    }
  }
}
