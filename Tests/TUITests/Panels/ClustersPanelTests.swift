import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels

/// On the small dataset, whose README has the numbers.
struct ClustersPanelTests {
  @Test func `the list and the one under the cursor`() throws {
    try expectPanel(
      "clusters", .en, 80, 22,
      shows: [
        "Clusters ───────────────── bar: earned, ┃: time gone  Two industries x100M yuan",
        " Cluster       2022 Growth Target Needs/yr Earned    Lag, end 2022        Share",
        "▌Food            30   -25%     70    32.6% ───┃───── ✗ 115 months behind  25.0%",
        " Machinery       90    50%    130    13.0% ███┃█▌─── ▲ 13 months ahead    75.0%",
        "",
        "Food ─────────────────────────────────────────────────────────────── Enter opens",
        " Why          fell 22.5% a year 2020–2022, needs 32.6% a year from 2022",
        " Gross output 2020 50 x100M yuan  2021 40 x100M yuan  2022 30 x100M yuan",
        " Growth       -25% published  -25.0% computed",
        " Target       70 x100M yuan 2025 Plan  ✗ 2022: 115 months behind",
        " Share        25.0%  adds -10.00 pp to growth (computed)",
        " Where        East Park, South group",
        " Projects     Under construction 1  Commissioned 1  Full output 1",
      ])
  }

  @Test func `the notes of the page hold the sources of every output and target in it`() throws {
    let stage = try Fixture.stage("clusters")
    let notes = stage.page.notes
    for summary in stage.context.board.clusters {
      let figures = [summary.output, summary.target?.target].compactMap(\.self)
      #expect(figures.count == 2)
      for line in stage.context.citationLines(figures.flatMap(\.citations)) {
        #expect(notes.contains(line.text.singlySpaced), "\(line.text)")
      }
    }
  }

  @Test func `a narrow list keeps output and lag`() throws {
    try expectPanel(
      "clusters", .zh, 40, 10,
      shows: [
        "产业集群 ──────────────── 两大产业 亿元",
        " 集群         2022   目标 滞后",
        "▌食品           30     70 ✗ 滞后115个月",
        " 机械           90    130 ▲ 超前13个月",
        "食品 ──────────────────────── Enter 展开",
        " 原因      2020—2022年年均下降22.5%，",
        "           2022年起须年均32.6%",
        " 规上工业总产值 2020年 50亿元  2021年",
        "           40亿元  2022年 30亿元",
        " 增长      -25% 公布  -25.0% 推算     ↓",
      ])
  }

  @Test func `one cluster in full`() throws {
    try expectPanel(
      "clusters", .en, 80, 22, keys: [.enter],
      shows: [
        "Food ────────────────────────────────── Up/Down scroll  Enter projects  Esc back",
        " Why          fell 22.5% a year 2020–2022, needs 32.6% a year from 2022",
        " Gross output 2020 50 x100M yuan  2021 40 x100M yuan  2022 30 x100M yuan",
        " Growth       -25% published  -25.0% computed",
        " Target       70 x100M yuan 2025 Plan  ✗ 2022: 115 months behind",
        " Share        25.0%  adds -10.00 pp to growth (computed)",
        "",
        " Components",
        " Where     East Park, South group",
        " Projects  Under construction 1  Commissioned 1  Full output 1",
        "",
        " Projects 3  v shows them in their view",
        " Full output        2023-03     Cannery",
        " Commissioned       2022-06-27  Dairy",
        " Under construction undated     Bakery",
        "",
        " Where it is printed",
        " Food: Gross output  30 x100M yuan  2022, actual, above-scale",
        "   \"30亿元\"  Industry of Testshire in 2022  Testshire Daily  2023-01, treated",
        "           as the last day  1  copy: report.txt line 4",
        " Food: Gross output  -25%  2022, growth, above-scale",
        "   \"下降25%\"  Industry of Testshire in 2022  Testshire Daily  2023-01, treat… ↓",
      ])
  }

  @Test func `a cluster is in the parks that it names and in those that list it`() throws {
    var dataset = try Fixture.small()
    dataset.parks = Records(
      dataset.parks.map { park in
        var park = park
        if park.id == "north-group" { park.clusters = [] }
        return park
      })
    var stage = PanelStage("clusters", Board(dataset, asOf: Fixture.today))
    stage.view.select("machinery", opens: true)
    #expect(stage.lines.contains(" Where     East Park, North group"))
    stage.view.select("food", opens: true)
    #expect(stage.lines.contains(" Where     East Park, South group"))
  }

  @Test func `a scenario is marked as one`() throws {
    try expectPanel(
      "clusters", .en, 80, 22, keys: [.character("w")],
      shows: [
        " SCENARIO: assumed growth, not data, never saved",
        " Cluster                2022  Growth/yr     2025?                Target      Gap",
        "▌Food                     30     -25.0%      12.7 ██▌───────────     70    -57.3",
        " Machinery                90      50.0%     303.8 █████╋████████    130   +173.8",
        "",
        " Total     316.4 x100M yuan (2025)",
        " Target    200 x100M yuan",
        " Gap       +116.4 x100M yuan",
        " Reached   2024",
        "",
        " Method: every cluster compounds at its own rate and the sum is taken year by",
        "           year; unchanged ones grow as published. The target's page",
        "           extrapolates the total itself and may give another year.",
        " Left/Right to the next whole percent, PgUp/PgDn to the next ten, x resets, Esc",
        "           leaves",
      ])
  }

  @Test func `a wide list has all columns`() throws {
    let lines = try panelLines("clusters", .zh, 120, 34)
    #expect(
      lines[1].split(separator: " ") == [
        "集群", "2022实际", "增速", "2025目标", "2022年起须年均", "进度", "2022年底滞后", "拉动增长", "占比",
      ])
    #expect(lines[2].hasPrefix("▌食品") && lines[2].contains("  70          32.6% ──"))
    #expect(lines[2].split(separator: " ").suffix(3) == ["滞后115个月", "-10.00点", "25.0%"])
    #expect(lines[3].split(separator: " ").suffix(3) == ["超前13个月", "+30.00点", "75.0%"])
  }

  @Test func `the reason is the growth beside that of the path, and no target of another figure`() throws {
    let board = try Fixture.builtInStage("clusters").context.board
    let consumer = try #require(board.clusters.first { $0.cluster.id == "consumer-goods" })
    let zh = ClusterCause(consumer, try Fixture.builtInStage("clusters", .zh).context)
    #expect(
      zh.sentence == "2022年增长3.9%，2022年起须年均166.6%")
    let en = ClusterCause(consumer, try Fixture.builtInStage("clusters", .en).context)
    // (100 / 5.28)^(1/3) - 1, the same as in the list
    #expect(en.short == "grew 3.9% in 2022, needs 166.6% a year from 2022")
    let tobacco = try #require(board.clusters.first { $0.cluster.id == "tobacco" })
    #expect(
      ClusterCause(tobacco, try Fixture.builtInStage("clusters", .en).context).sentence
        == "grew 8.0% in 2022, needs 19.8% a year from 2022; 4 months behind against the other target of >¥10bn"
    )
    let energy = try #require(board.clusters.first { $0.target?.asksForNothing == true })
    #expect(ClusterCause(energy, try Fixture.builtInStage("clusters", .en).context).sentence.contains("base"))
  }

  @Test func `a scenario for a year that is over says so`() throws {
    func page(on day: String) throws -> String {
      var stage = PanelStage("clusters", Board(try Fixture.small(), asOf: try #require(Day(day))))
      stage.press(.character("w"))
      return stage.lines.joined(separator: "\n")
    }
    #expect(
      try page(on: "2026-01-01").contains("2025 is over: this is what the figures of 2022 would have led to"))
    #expect(try !page(on: "2025-12-31").contains("is over"))
  }

  @Test func `a scenario changes the growth of the one under the cursor and is forgotten`() throws {
    var stage = try Fixture.stage("clusters")
    func growth() -> String {
      stage.underCursor.split(separator: " ").dropFirst(2).first.map(String.init) ?? ""
    }
    stage.press(.character("w"))
    #expect(growth() == "-25.0%")
    // From -25.0 to -24, up to -20, and two down.
    stage.press(.right, .pageUp, .left, .left)
    #expect(growth() == "-22.0%")
    stage.press(.character("x"))
    #expect(growth() == "-25.0%")
    stage.press(.right, .escape, .character("w"))
    #expect(growth() == "-25.0%")
    stage.press(.escape)
    #expect(!stage.lines.joined().contains("SCENARIO"))
  }

  @Test func `the figure under the cursor is reported with its citations`() throws {
    let stage = try Fixture.stage("clusters")
    #expect(
      told(stage) == [
        "food-output-2022 report 4 30亿元", "food-growth-2022 report 4 下降25%", "food-output-2025 plan 4 70亿元",
        "- plan 10 食品产业",
      ])
  }
}
