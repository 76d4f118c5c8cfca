import Model
import Testing

@testable import TUI

/// On the small dataset, whose README has the numbers.
struct OverviewPanelTests {
  @Test func `the whole page at 80 columns`() throws {
    try expectPanel(
      "overview", .en, 80, 22,
      shows: [
        " 5 targets   ✗ far behind 1  ▼ behind 1  ▲ on pace 2  ○ no data 1",
        "Main figures ──────────────────────────────────────────── ┃ where pace should be",
        "▌Gross output          120 █████████─┃──── / 200 x100M yuan  ▼ behind -20.0",
        " Energy intensity      0.8 █████┃───────── / ≤0.5 tce per 1… ▲ on pace 0.0",
        "Two industries 2022 Gross output ─────────────────────────── sum 120 = total 120",
        " Machinery              90 █████████┃▍──── / 130 x100M yuan  ▲ on pace +10.0",
        " Food                   30 ██████▍─────┃── / 70 x100M yuan   ✗ far behind -140.0",
        "Pipeline ──────────── named/reported  Needs attention ──────────────────────── 3",
        " Planned        0      ─────────────   ✗ Food                   -140.0 Plan",
        " Reserve        1      ██████▌──────   ▼ Gross output            -20.0 Plan",
        " Signed         1      ██████▌──────   ▼ Overdue projects            1",
        " Started        0   /2 ────────────┃",
        " Under const…   1      ██████▌──────  Yearly commitments ───────────────────────",
        " Commissioned   1      ██████▌──────   Projects to be started ≥2 a year  2022 2…",
        " Full output    1      ██████▌──────",
      ])
  }

  @Test func `one list at 40 columns`() throws {
    try expectPanel(
      "overview", .zh, 40, 10,
      shows: [
        " 共5个目标   ✗ 1  ▼ 1  ▲ 2  ○ 1",
        "▌规上工业总产值        120 ▼ 滞后 -20.0",
        " 单位产值能耗          0.8 ▲ 达序时 0.0",
        " 机械                   90 ▲ 达序时 +10…",
        " 食品                   30 ✗ 严重滞后 -…",
      ])
  }

  @Test func `a wide page adds milestones and documents`() throws {
    let lines = try panelLines("overview", .zh, 120, 34)
    for title in ["主要指标", "两大产业 2022年 规上工业总产值", "项目动态", "资料"] {
      #expect(lines.contains { $0.hasPrefix(title) })
    }
    for title in ["项目管道", "需要关注", "年度承诺"] { #expect(lines.contains { $0.contains("  \(title) ─") }) }
    #expect(lines.contains { $0.hasPrefix(" 2023-07-31 测试区2023年上半年工业发布会") })
  }

  @Test func `statuses have their colours`() throws {
    let state = try Fixture.smallState("overview")
    let buffer = drawn(80, 22) { PanelRegistry.panel("overview").render(state, in: $0, into: &$1) }
    #expect(buffer.style(61, 2) == Style(.behind, on: .selection))
    #expect(buffer.style(61, 3) == Style(.onPace))
    #expect(buffer.style(61, 6) == Style(.farBehind))
    #expect(buffer.cursorRows == [2])
  }

  @Test func `the figure under the cursor is told with its citations`() throws {
    var state = try Fixture.smallState("overview")
    #expect(
      told(state) == [
        "district-output-2022 report 4 120亿元", "district-output-2025 plan 4 200亿元",
        "district-output-2023-h1 briefing 2 60亿元", "district-output-2020 plan 3 100亿元",
      ])
    state.press(.down, .down)
    #expect(told(state).first == "machinery-output-2022 report 4 90亿元")
    state.press(.end)
    #expect(told(state) == ["- plan 15 2022年底前开工"])
  }

  @Test func `the cursor leads to the view of what it is on`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.enter)
    #expect(state.view == "targets")
    #expect(state.viewState().selection == "district-output-2025")
    #expect(state.viewState().isOpen)
    state.press(.escape, .escape)
    #expect(state.view == "overview")
    state.press(.down, .down, .down, .enter)
    #expect(state.view == "clusters")
    #expect(state.viewState().selection == "food")
    state.press(.escape, .end, .enter)
    #expect(state.view == "projects")
    #expect(state.viewState().filters == ["overdue": "yes"])
    #expect(state.screen[1].hasPrefix("Projects 1/5"))
  }
}
