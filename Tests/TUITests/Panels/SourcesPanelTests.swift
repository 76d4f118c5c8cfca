import Model
import Testing

@testable import TUI

struct SourcesPanelTests {
  private let panel = SourcesPanel()

  private func render(_ state: AppState, _ width: Int, _ height: Int) -> Buffer {
    drawn(width, height) { panel.render(state, in: $0, into: &$1) }
  }

  private func press(_ state: inout AppState, _ keys: Key...) {
    for key in keys { _ = panel.update(&state, on: key) }
  }

  private func type(_ state: inout AppState, _ text: String) {
    for character in text { _ = panel.update(&state, on: .character(character)) }
  }

  private func selected(_ state: AppState) -> String? {
    SourcesList(state, view: state.viewState(panel.id)).selectedID
  }

  private func shown(_ state: AppState) -> [String] {
    SourcesList(state, view: state.viewState(panel.id)).conflicts.map(\.id)
  }

  /// The small dataset without its documents and all that cites them.
  private func empty(_ language: Language) throws -> AppState {
    var dataset = try Fixture.small()
    dataset.sources = Model.Table([])
    dataset.conflicts = Model.Table([])
    return Fixture.state(dataset, "sources", language)
  }

  // MARK: Drawing

  @Test func `documents, conflicts, and the document under the cursor`() throws {
    expectLines(
      render(try Fixture.smallState("sources"), 80, 22),
      [
        "Documents 3 ─────────────────────────────────────────────────────── newest first",
        " Date       Document               Kind       Figs Steps Clust Tasks Parks Confl",
        "▌2023-07-31 Briefing 2023          conference    3     2     -     -     -     1",
        " 2023-01    Report 2022            newspaper    15     5     -     -     -     1",
        " 2021-03-01 Plan                   plan          9     4     2     2     3     -",
        "Conflicts 1  ▽ needs label 1 ───────────────────────────────────────────────────",
        " Severity      Kind          Conflict                                   Found",
        " ▽ needs label contradiction Area of East Park: 5 or 6 km2              both", "",
        "Briefing 2023 ──────────────────────────────────────────────────────────────────",
        " Press conference on the first half of 2023", "",
        " Issuer    Testshire Economy Office", " Number    none", " Kind      conference",
        " Date      2023-07-31 (exact to: day)", " Date from as printed",
        " Known     from 2023-07-31", " Copy      briefing.txt",
        " Gives     Figures 3  Milestones 2  Projects 2  Strengths 1  Conflicts 1", "",
        " Figures 3                                                                    ↓",
      ])
  }

  @Test func `a narrow place shows the part with the cursor`() throws {
    var state = try Fixture.smallState("sources", .zh)
    expectLines(
      render(state, 40, 6),
      [
        "文件 3 ──────────────────────── 新的在前", " 日期       文件               数字 矛盾",
        "▌2023-07-31 2023发布会            3    1", " 2023-01    2022总结             15    1",
        " 2021-03-01 规划                  9    -", "",
      ])
    press(&state, .end)
    expectLines(
      render(state, 40, 6),
      ["矛盾 1  ▽ 1 ────────────────────────────", " ▽ 须标注", "▌▽ 东园面积：5还是6平方公里", "", "", ""])
  }

  @Test func `both sides of a conflict stand beside each other from 100 columns on`() throws {
    var state = try Fixture.smallState("sources", .zh)
    press(&state, .end, .enter)
    expectLines(
      render(state, 100, 16),
      [
        "矛盾 1/1 ────────────────────────────────────────────────────────────────────────────── Enter 到园区",
        " ▽ 须标注  说法不一  人工核对，程序也按规则发现", " 东园面积：5还是6平方公里", "",
        " 显示      6平方公里", " 采用规则  较新文件为准", "", " 各文件说法 2",
        " 1  “5平方公里”                                  │ 2  “6平方公里”",
        "    东园 面积  5平方公里  2022年 实际 园区       │    东园 面积  6平方公里  2022年 实际 园区",
        "    测试区2022年工业总结                         │    ✓ 显示此值",
        "    测试日报  2023-01                            │    测试区2023年上半年工业发布会",
        "    三  report.txt 第13行                        │    测试区经信局  2023-07-31",
        "                                                 │    briefing.txt 第5行", "", "",
      ])
    let narrow = render(state, 80, 22).lines
    #expect(narrow.contains(" 1  “5平方公里”"))
    #expect(narrow.contains(" 2  “6平方公里”"))
  }

  @Test func `a document says how its date was found and what it gives`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .down, .enter)
    let lines = render(state, 100, 40).lines
    #expect(lines.contains(" Date      2023-01 (exact to: month)"))
    #expect(lines.contains(" Date from no day is printed"))
    #expect(lines.contains(" Figures 15"))
    #expect(lines.contains { $0.contains("line 13") && $0.contains("East Park: Area  5 km2") })
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 1), (1, 9), (17, 3)])
  func `any size can be drawn`(width: Int, height: Int) throws {
    var state = try Fixture.smallState("sources", .zh)
    for _ in 0..<4 {
      _ = render(state, width, height)
      press(&state, .character(" "))
      _ = render(state, width, height)
      press(&state, .enter)
    }
  }

  @Test(arguments: Language.allCases)
  func `without documents it says so`(language: Language) throws {
    let state = try empty(language)
    let lines = render(state, 40, 5).lines
    #expect(lines[1] == (language == .zh ? " 此日尚无文件" : " no document is known on this day"))
    #expect(panel.statements(state).isEmpty)
  }

  @Test func `keys without documents change nothing that shows`() throws {
    var state = try empty(.en)
    press(&state, .down, .enter, .end, .character("c"), .character(" "), .enter, .escape)
    #expect(render(state, 40, 5).lines[1] == " no document is known on this day")
  }

  // MARK: The cursor

  @Test func `the cursor goes through the documents into the conflicts`() throws {
    var state = try Fixture.smallState("sources")
    #expect(selected(state) == "briefing")
    press(&state, .down, .down)
    #expect(selected(state) == "plan")
    press(&state, .down)
    #expect(selected(state) == "east-area")
    press(&state, .home)
    #expect(selected(state) == "briefing")
  }

  @Test func `Space goes to the conflicts and back to a document that is cited`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .end, .up, .character(" "))
    #expect(selected(state) == "east-area")
    #expect(render(state, 80, 22).lines[0].hasPrefix("Conflicts 1"))
    press(&state, .character(" "))
    #expect(selected(state) == "briefing")
  }

  @Test func `the cursor stays on its record in another language and size`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .down, .enter)
    state.language = .zh
    #expect(render(state, 60, 12).lines[0].hasPrefix("2022总结"))
    press(&state, .escape)
    #expect(selected(state) == "report")
  }

  @Test func `the scroll ends where the text does`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .enter, .end)
    let end = state.viewState(panel.id).scroll
    press(&state, .down)
    #expect(state.viewState(panel.id).scroll == end)
    press(&state, .up)
    #expect(state.viewState(panel.id).scroll == max(0, end - 1))
  }

  @Test func `Enter goes from a document to its conflicts, Escape comes back`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .home, .down, .down, .enter, .enter)
    #expect(shown(state).isEmpty)
    press(&state, .escape)
    #expect(selected(state) == "plan")
    #expect(state.viewState(panel.id).isOpen)
    press(&state, .escape, .up, .enter, .enter)
    #expect(shown(state) == ["east-area"])
  }

  @Test func `what other views open need not be in the list`() throws {
    var state = try Fixture.smallState("overview")
    state.views["sources", default: ViewState()].filters = ["severity": "note"]
    state.go(to: "sources", selecting: "east-area", open: true)
    #expect(render(state, 80, 22).lines[2] == " Area of East Park: 5 or 6 km2")
  }

  // MARK: Filters

  @Test(arguments: [Key.character("x"), .delete])
  func `filters narrow the conflicts and are cleared`(clear: Key) throws {
    var state = try Fixture.builtInState("sources")
    let all = shown(state).count
    press(&state, .character("c"))
    let kind = shown(state)
    #expect(kind.count < all)
    press(&state, .character(";"))
    #expect(shown(state).count < kind.count)
    press(&state, .character("."))
    press(&state, .character("t"))
    press(&state, clear)
    #expect(shown(state).count == all)
  }

  @Test(arguments: Language.allCases)
  func `a figure is found by typing its beginning, and its conflict comes first`(language: Language) throws {
    var state = try Fixture.builtInState("sources", language)
    type(&state, ",144")
    #expect(state.viewState(panel.id).input == "144")
    #expect(selected(state) == "c-cluster-sum-2022")
    let lines = render(state, 80, 22).lines
    #expect(lines.contains { $0.contains("= ¥14.453bn") || $0.contains("＝144.53") })
    #expect(lines.contains { $0.contains("144.54亿元") && $0.contains(language == .zh ? "导语" : "2023") })
    press(&state, .down)
    #expect(selected(state) != "c-cluster-sum-2022")
    press(&state, .enter)
    #expect(state.viewState(panel.id).input == nil)
    #expect(state.viewState(panel.id).filters["text"] == "144")
  }

  @Test func `full-width text finds half-width text, Escape forgets it`() throws {
    var state = try Fixture.builtInState("sources")
    type(&state, ",１４４．５３")
    #expect(shown(state).first == "c-cluster-sum-2022")
    press(&state, .escape)
    #expect(shown(state).count == state.board.conflicts.count)
  }

  // MARK: Citations

  @Test func `the statements are both sides of the conflict`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .end)
    let statements = panel.statements(state)
    #expect(statements.flatMap(\.citations).map(\.printed) == ["5平方公里", "6平方公里"])
    #expect(statements.map(\.label.en) == ["East Park: Area", "East Park: Area"])
  }

  @Test func `the statement of a document is where it comes from`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .end, .up)
    let statement = panel.statements(state).first
    #expect(statement?.label.zh == "测试区工业发展规划（2021—2025年）")
    #expect(statement?.value.en == "Testshire Government  测府发〔2021〕1号  2021-03-01  plan.txt")
  }

  @Test func `an earlier day knows fewer documents and conflicts`() throws {
    var state = try Fixture.smallState("sources")
    press(&state, .down)
    state.board = Board(state.dataset, asOf: Day("2023-01-31") ?? .distantPast)
    #expect(selected(state) == "report")
    let lines = render(state, 80, 22).lines
    #expect(lines[0].hasSuffix("1 more not yet known"))
    #expect(lines.contains(" no document contradicts another"))
  }
}
