import Model
import Testing

@testable import TUI

/// On the small dataset, whose README has the numbers.
struct ClustersPanelTests {
  @Test func `the list and the one under the cursor`() throws {
    try expectPanel(
      "clusters", .en, 80, 22,
      shows: [
        "Clusters ───────────────────────────────────────────── Two industries x100M yuan",
        " Cluster                     2022 Growth Target Need/yr  Share Status",
        "▌Machinery                     90    50%    130   13.0%  75.0% ▲ on pace",
        " Food                          30   -25%     70   32.6%  25.0% ✗ far behind",
        "",
        "Machinery ────────────────────────────────────────────────────────── Enter opens",
        " Output    2020 50 x100M yuan  2021 60 x100M yuan  2022 90 x100M yuan",
        " Growth    50% published  50.0% computed",
        " Target    130 x100M yuan Plan 2025  ▲ on pace +10.0pp",
        " Share     75.0%  adds 30.00 pp to growth (computed)",
        " Chain     [Gears] → [Engines]",
        " Firms     Test Machinery(Lead firm)",
        " Where     East Park, North group",
        " Projects  Reserve 1  Signed 1",
        " Also      -",
      ])
  }

  @Test func `a narrow list keeps output and target`() throws {
    try expectPanel(
      "clusters", .zh, 40, 10,
      shows: [
        "产业集群 ───────────────── 两大产业 亿元",
        " 集群                 2022   增速   目标",
        "▌机械                   90    50%    130",
        " 食品                   30   -25%     70",
        "机械 ──────────────────────── Enter 展开",
        " 产值      2020 50亿元  2021 60亿元",
        "           2022 90亿元",
        " 增长      50% 公布  50.0% 推算",
        " 目标      130亿元 规划 2025  ▲ 达序时",
        "           +10.0pp                    ↓",
      ])
  }

  @Test func `one cluster in full`() throws {
    try expectPanel(
      "clusters", .en, 80, 22, keys: [.down, .enter],
      shows: [
        "Food ────────────────────────────────────────────────── Up/Down scroll, Esc back",
        " Output    2020 50 x100M yuan  2021 40 x100M yuan  2022 30 x100M yuan",
        " Growth    -25% published  -25.0% computed",
        " Target    70 x100M yuan Plan 2025  ✗ far behind -140.0pp",
        " Share     25.0%  adds -10.00 pp to growth (computed)",
        " Firms     -",
        " Where     East Park, South group",
        " Projects  Under construction 1  Commissioned 1  Full output 1",
        " Also      -",
      ])
  }

  @Test func `a scenario is marked as one`() throws {
    try expectPanel(
      "clusters", .en, 80, 22, keys: [.character("w")],
      shows: [
        " SCENARIO: assumed growth, not data, never saved",
        " Cluster                2022  Growth/yr     2025?                Target      Gap",
        "▌Machinery                90      50.0%     303.8 █████╋████████    130   +173.8",
        " Food                     30     -25.0%      12.7 ██▌───────────     70    -57.3",
        "",
        " Total     316.4 x100M yuan (2025)",
        " Target    200.0 x100M yuan",
        " Gap       +116.4 x100M yuan",
        " Reached   2024",
        "",
        " Others grow as published; compound. Left/Right one point, PgUp/PgDn ten, x",
        "           resets, Esc leaves",
      ])
  }

  @Test func `a wide list has all columns`() throws {
    let lines = try panelLines("clusters", .zh, 120, 34)
    #expect(
      lines[1].split(separator: " ") == ["集群", "2022", "增速", "目标", "进度", "年均需", "占比", "拉动", "状态"])
    #expect(lines[2].hasPrefix("▌机械"))
    #expect(lines[2].hasSuffix("13.0%  75.0%  +30.00 ▲ 达序时"))
    #expect(lines[3].hasSuffix("32.6%  25.0%  -10.00 ✗ 严重滞后"))
  }

  @Test func `a scenario changes the growth of the one under the cursor and is forgotten`() throws {
    var state = try Fixture.smallState("clusters")
    state.press(.character("w"), .down, .right, .pageUp, .left, .left)
    #expect(state.viewState().scenario == ["food": -16])
    state.press(.character("x"))
    #expect(state.viewState().scenario == [:])
    state.press(.escape)
    #expect(state.viewState().scenario == nil)
    #expect(!state.screen.joined().contains("SCENARIO"))
  }

  @Test func `the figure under the cursor is told with its citations`() throws {
    var state = try Fixture.smallState("clusters")
    state.press(.down)
    #expect(
      told(state) == [
        "food-output-2022 report 4 30亿元", "food-growth-2022 report 4 下降25%", "food-output-2025 plan 4 70亿元",
        "- plan 10 食品产业",
      ])
  }
}
