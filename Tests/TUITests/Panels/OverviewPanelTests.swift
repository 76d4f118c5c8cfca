import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// On the small dataset, whose README has the numbers.
struct OverviewPanelTests {
  @Test func `the right arrow opens what Enter opens`() throws {
    var count = 0
    let first = try Fixture.stage("overview")
    for case let id? in first.panel.selections(first.view, in: first.context) {
      var (enter, right) = (first, first)
      enter.view.select(id)
      right.view.select(id)
      enter.press(.enter)
      right.press(.right)
      #expect(enter.effects == right.effects, "\(id)")
      count += enter.effects.count
    }
    #expect(count > 3)
  }

  @Test func `a headline without a target has the period of its figure`() throws {
    var dataset = try Fixture.small()
    dataset.info.headlines.append("projects-started")
    let stage = PanelStage("overview", Board(dataset, asOf: Fixture.today), width: 120, height: 36)
    #expect(stage.lines.contains { $0.contains("Projects started") && $0.contains("2022") })
  }

  @Test func `the whole page at 80 columns`() throws {
    try expectPanel(
      "overview", .en, 80, 22,
      shows: [
        " ▼ end 2022: Gross output 120 x100M yuan → behind by 8 months",
        "   slowest: Food 115 months behind   moved last: Cannery Full output (2023-03)",
        "Main figures ─────────────────── base, actual, target; bar: earned, ┃: time gone",
        "▌Gross output     100 → 120 → 200 x100M yuan     ██▉─┃────── ▼ 2022: 8 mo behind",
        " Energy intensity   1 → 0.8 → ≤0.5 tce per 10k … ████┃────── ▲ 2022: on time",
        "Two industries 2022 Gross output ──────────────────── the 2 parts make the total",
        " Food              50 →  30 → 70 x100M yuan      ────┃────── ✗ 115 months behind",
        " Machinery         50 →  90 → 130 x100M yuan     ████┃█▊──── ▲ 13 months ahead",
        "Pipeline ──────────────────── 5 listed  Needs attention ────────────────────────",
        "              Now        Official 2022   ▼ 1 project overdue",
        " Planned        0 ──────                 ▼ 1 project signed, not started",
        " Reserve        1 ██████                 · Gross output to 6/2023: 40% of the y…",
        " Signed         1 ██████",
        " Started        0 ──────             2  Yearly commitments ─────────────────────",
        " Under const…   1 ██████                 Projects to be started ≥2/yr  not publ…",
        " Commissioned   1 ██████",
        " Full output    1 ██████",
      ])
  }

  @Test func `one list at 40 columns`() throws {
    try expectPanel(
      "overview", .zh, 40, 10,
      shows: [
        " ▼ 2022年底 规上工业总产值 滞后8个月",
        "▌规上工业总产值    120亿元 ▼ 滞后8个月",
        " 单位产值能耗          0.8 ▲ 按序时",
        " 食品               30亿元 ✗ 滞后115个月",
        " 机械               90亿元 ▲ 超前13个月",
      ])
  }

  @Test func `a wide page adds the history and milestones, a large one documents`() throws {
    let lines = try panelLines("overview", .zh, 120, 34)
    for title in ["主要指标", "两大产业 2022年 规上工业总产值", "规上工业总产值 亿元", "项目动态"] {
      #expect(lines.contains { $0.hasPrefix(title) })
    }
    for title in ["项目漏斗", "需要关注", "年度目标任务"] { #expect(lines.contains { $0.contains("  \(title) ─") }) }
  }

  @Test func `what needs attention is not on the page already`() throws {
    func behind(_ board: Board) -> Set<String> {
      let context = PanelContext(
        board: board, today: Fixture.today, language: .zh, glyphs: .blocks, width: 120, height: 34)
      return Set(
        OverviewPanel().attention(context).compactMap { entry in
          if case .target(let row) = entry { row.target.id } else { nil }
        })
    }
    let board = try Fixture.builtInStage("overview").context.board
    let above = board.clusters.compactMap(\.target?.target.id)
    #expect(board.belowPace.contains { above.contains($0.target.id) })
    #expect(behind(board).isDisjoint(with: above))
    #expect(try !behind(Fixture.kindsBoard()).isEmpty)
  }

  @Test func `the verdict names the plans that disagree and the years without a result`() throws {
    let lines = try Fixture.builtInStage("overview", .zh, width: 120, height: 34).lines
    #expect(lines[0].hasSuffix("严重滞后8个月（12个月只完成3.7个月的进度）"))
    var state = try Fixture.builtInState("overview", .zh, width: 120, height: 36)
    _ = update(&state, .day(try #require(Day("2026-11-01"))))
    #expect(state.screen[1].contains("400亿元（工业强城）≠350亿元（十四五规划）：目标年已过，2023—2025年数据未公布"))
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
    #expect(!state.screen.contains { $0.contains("plan over") })
    state.board = Board(dataset, asOf: try #require(Day("2026-01-01")))
    #expect(state.screen.contains { $0.contains("1 project: plan over, no report") })
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
        // Nine English tabs leave room for the month.
        let date = language == .en ? "2024-10" : "2024-10-30"
        #expect(head.contains(date) && head.contains("7"), "\(panel.id) \(language)")
      }
    }
  }
}
