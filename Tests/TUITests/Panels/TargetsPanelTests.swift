import Testing

@testable import App
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels
@testable import Store

/// On the small dataset, whose README has the numbers.
struct TargetsPanelTests {
  @Test func `Esc from what the overview opened brings back the filters of before`() throws {
    var stage = try Fixture.stage("targets")
    stage.view.filters = ["unreported": "yes"]
    stage.view.filtersBefore = ["all": "yes"]
    stage.press(.escape)
    #expect(stage.view.filters == ["all": "yes"] && stage.view.filtersBefore == nil)
    #expect(stage.effects == [.back(onlyTo: ViewID.overview)])
  }

  @Test func `only goals in the unit of the target stand in its chart`() throws {
    let context = try Fixture.stage("targets").context
    func goals(with other: String) throws -> Int {
      var row = try #require(context.board.targets.first { $0.target.id == "district-output-2025" })
      row.alternatives = [try #require(context.dataset.figures[other])]
      return HistoryPoints.chart(of: row, context).targets.count
    }
    #expect(try goals(with: "machinery-output-2025") == 2)
    #expect(try goals(with: "energy-2025") == 1)
  }

  @Test func `the lowest schedule ratio is first`() throws {
    try expectPanel(
      "targets", .en, 80, 22,
      shows: [
        " 4 of 5 can be judged: 1 moved away, 1 behind, 2 on pace; 1 no data",
        " slowest: Food 115 months behind in 2022",
        "Targets 4, yearly 1 ──────────────────────── lowest schedule ratio first (Space)",
        "   Indicator          Actual Target        Earned      Lag, end 2022      Due",
        "▌✗ Food                   30 70 x100M yuan ────┃────── 115 months behind   2025",
        " ▼ Gross output         120+ 200 x100M yu… ██▉─┃────── 8 months behind·    2025",
        " ▲ Energy intensity      0.8 ≤0.5 tce per… ████┃────── on time             2025",
        " ▲ Machinery              90 130 x100M yu… ████┃█▊──── 13 months ahead     2025",
        " ○ Projects to be st…      - ≥2                                            2023",
        "",
        "Food Gross output ────────────────────────────────────────────── Industrial plan",
        " ───────────────────────────────┃──────────────────────────────────────────────",
        " earned 0.0%, ┃ time gone 40.0%: moved back in 24 months",
        " Status          ✗ moved away  115 months behind  by the figure of 2022, moved",
        "                 back in 24 months",
        " Target          70 x100M yuan  Plan 2025 Above-scale",
        " Actual          30 x100M yuan  2022 Above-scale",
        " Base            50 x100M yuan  2020",
        " Expected        57.2 x100M yuan  compound path",
        " Schedule ratio  -3.80  earned -151.8% / time gone 40.0%",
        " Other methods   linear progress / time gone -2.50, R -3.24  the same status",
        " Attainment      42.9%  actual / target                                       ↓",
      ])
  }

  @Test func `a superseded target has no status of its own`() throws {
    for language in Language.allCases {
      var stage = try Fixture.builtInStage("targets", language)
      let standIns = [TargetProgress.otherTarget.name[language], TargetProgress.restated.name[language]]
      func isMarked(_ cell: String) -> Bool { standIns.contains { cell.contains($0) } }
      func words() -> [[String]] {
        let tables = stage.page.blocks.compactMap { block -> Sheet? in
          if case .table(let sheet) = block { sheet } else { nil }
        }
        return tables.flatMap { $0.rows.map { $0.map(\.text) } }
      }
      #expect(!words().joined().contains(where: isMarked))
      stage.press(.character("+"))
      let marked = words().filter { $0.contains(where: isMarked) }
      #expect(marked.count == stage.context.board.targets.count { $0.isSecondary } && marked.count > 1)
      for status in Status.allCases {
        #expect(!marked.joined().contains(stage.context.text(status.name)), "\(status)")
      }
    }
  }

  @Test func `a narrow list grouped by category`() throws {
    try expectPanel(
      "targets", .zh, 40, 10, keys: [.character(" ")],
      shows: [
        " 4/5项：背离目标1、未达序时1、达到序时2",
        "目标 4，年度目标任务 1 ─── 按类别（空格…",
        "   指标                   2022年底滞后",
        " 经济总量",
        "▌✗ 食品                   滞后115个月",
        " ▼ 规上工业总产值         滞后8个月·",
        " ▲ 机械                   超前13个月",
        " 节能减排",
        " ▲ 单位产值能耗           按序时",
        "↓投资与项目",
      ])
  }

  @Test func `one target with its history and in words`() throws {
    try expectPanel(
      "targets", .en, 80, 22, keys: [.enter],
      shows: [
        "Food Gross output ────────────────────────────────────────────── Industrial plan",
        " ───────────────────────────────┃──────────────────────────────────────────────",
        " earned 0.0%, ┃ time gone 40.0%: moved back in 24 months",
        " 75┤                                expected                      ...◆ 70 Plan",
        "   │                                     .............············",
        "   │50      ...............··············",
        " 50┤●──▁▁▁▁▁▁   40",
        "   │         ────●▁▁▁▁▁      30",
        "   │                   ──────▁●",
        " 25┤",
        "  2020         2021         2022                                   2025",
        " Status          ✗ moved away  115 months behind  by the figure of 2022, moved",
        "                 back in 24 months",
        " Target          70 x100M yuan  Plan 2025 Above-scale",
        " Actual          30 x100M yuan  2022 Above-scale",
        " Base            50 x100M yuan  2020",
        " Expected        57.2 x100M yuan  compound path",
        " Schedule ratio  -3.80  earned -151.8% / time gone 40.0%",
        " Other methods   linear progress / time gone -2.50, R -3.24  the same status",
        " Attainment      42.9%  actual / target",
        " Required growth 32.6%  needs a yearly growth of 32.6% from 2022 to 2025",
        " So far a year   -22.5%  from 2020 to 2022                                    ↓",
      ])
  }

  @Test(arguments: ["targets", "clusters"])
  func `the chart of an opened record has the full screen, and its words follow`(
    view: String
  ) throws {
    var stage = try Fixture.stage(view, .en)
    stage.press(.enter)
    func axis() -> Int {
      drawn(80, 23) { stage.panel.renderFocus(stage.view, in: stage.context, area: $0, into: &$1) }
        .lines.count { $0.contains("│") || $0.contains("┤") }
    }
    #expect(axis() >= 19)
    stage.press(.down)
    #expect(axis() == 0)
  }

  @Test func `at 120 columns plan, growth and age are reported too`() throws {
    let lines = try panelLines("targets", .en, 120, 34)
    for column in ["Due", "Plan", "Data"] { #expect(lines[3].contains(column)) }
    #expect(lines[4].split(separator: " ").suffix(4) == ["2025", "Plan", "2022", "32.6%"])
  }

  @Test func `where it is wide the target under the cursor is beside the list`() throws {
    let lines = try panelLines("targets", .en, 160, 34, keys: [.down])
    #expect(lines[2].contains("Gross output ─"))
    #expect(lines[5].hasPrefix("▌▼ Gross output"))
    #expect(lines.contains { $0.contains("Year to date    60 x100M yuan  2023-01 to 2023-06") })
  }

  @Test func `the figure under the cursor is reported with its citations`() throws {
    var stage = try Fixture.stage("targets")
    #expect(
      told(stage) == [
        "food-output-2022 report 4 30亿元", "food-output-2025 plan 4 70亿元", "food-output-2020 plan 3 50亿元",
      ])
    stage.press(.end)
    #expect(told(stage) == ["commitment-2023 plan 6 不少于2个"])
  }

  @Test(arguments: Language.allCases) func `a target that is due is marked with the age of its figure`(
    language: Language
  ) throws {
    var state = AppState(
      dataset: try Fixture.small(), asOf: nil, today: try #require(Day("2026-11-21")), language: language,
      theme: .dark, glyphs: .blocks, width: 120, height: 36, view: "targets")
    let list = state.screen
    #expect(list[2].contains(language == .zh ? "4项目标年已过、结果未公布" : "4 past due, result unknown"))
    #expect(list[5].contains("◷2025"))
    state.press(.down, .enter)
    let page = state.screen.joined(separator: "\n")
    #expect(page.contains(language == .zh ? "2025年目标年已过、数据未公布" : "past due in 2025, result unpublished"))
    #expect(
      page.contains(language == .zh ? "最新数为2022年，距今3年10个月" : "the newest figure is of 2022, 3 y 10 mo old"))
    #expect(page.contains(language == .zh ? "2022年—2025年需年均增长18.6%" : "needed a yearly growth of 18.6%"))
    #expect(!page.contains(language == .zh ? "其后3年" : "years left"))
    state.view = "overview"
    let face = state.screen
    // That the result is not known comes before the older figure.
    #expect(face[1].contains(language == .zh ? "2023—2025年数据未公布" : "nothing published for 2023 to 2025"))
    #expect(
      face[2].contains(
        language == .zh ? "2022年底 规上工业总产值 120亿元，应达132亿元" : "end 2022: Gross output 120 x100M yuan"))
    #expect(face.contains { $0.contains(language == .zh ? "4个目标：目标年已过" : "4 targets past due") })
    #expect(face.contains { $0.contains(language == .zh ? "到期，其后无新资料" : "due, no document since") })
  }

  /// Targets of the east park's output in different years, and perhaps a part of a year for it.
  private func east(_ count: Int, hasPart: Bool = false) throws -> PanelStage {
    func figure(_ id: String, _ period: String, _ more: String) -> String {
      """
      {"id": "\(id)", "subject": "park/east", "indicator": "output", "value": 7, "unit": "亿元", "period": "\(period)",
      "scope": "above-scale", "comparator": "=", \(more)}
      """
    }
    func cited(_ source: String) -> String {
      "\"citations\": [{\"source\": \"\(source)\", \"line\": 1, \"printed\": \"7\"}]"
    }
    var figures = (0..<count).map {
      figure(
        "east-\($0)", "\(2025 + $0)", "\"kind\": \"target\", \"plan\": \"plan-2025\", " + cited("plan"))
    }
    if hasPart {
      figures.append(figure("part", "2023-01/2023-06", "\"kind\": \"cumulative\", " + cited("briefing")))
    }
    let text = "{\"figures\": [\(figures.joined(separator: ",\n"))]}"
    let files = try InputFile.readDirectory("\(Fixture.package)/fixtures/small")
    let file = InputFile(path: "figures-more.json", name: "figures-more.json", bytes: Array(text.utf8))
    let dataset = try DatasetLoader.load(files: files + [file], place: "data").dataset
    return PanelStage("targets", Board(dataset, asOf: Fixture.today))
  }

  /// The yearly commitment is one of eight without data.
  @Test(arguments: [(6, false, false), (7, false, true), (8, false, true), (9, true, false)])
  func `eight targets without any figure are folded, not those with a part of a year`(
    count: Int, hasPart: Bool, isFolded: Bool
  ) throws {
    let stage = try east(count, hasPart: hasPart)
    let ids = TargetsPanel().ids(stage.view, stage.context)
    #expect(ids.contains(TargetsPanel.Fold.noData.id) == isFolded)
    #expect(ids.contains("east-0") != isFolded)
  }

  @Test func `targets that no figure compares with are one line until it is opened`() throws {
    var stage = try Fixture.builtInStage("targets", .zh)
    let hidden = stage.context.board.targets.filter {
      $0.status == .noData && $0.partial == nil && !$0.isSecondary
    }
    let old = stage.context.board.targets.count { TargetsPanel.Fold.noNews.holds($0) }
    // Those without news are folded as well.
    let all = stage.context.board.targets.count { !$0.isSecondary } - old + 1
    #expect(TargetsPanel().ids(stage.view, stage.context).count == all - hidden.count + 1)
    stage.press(.end)
    let targets = hidden.count { !$0.isYearly }
    #expect(stage.lines.contains { $0.contains("\(targets)项目标、") && $0.contains("Enter 展开") })
    stage.press(.enter)
    #expect(
      TargetsPanel().ids(stage.view, stage.context).count == all
        && stage.view.selection == hidden[0].target.id)
    #expect(!stage.view.isOpen)
    stage.press(.escape)
    #expect(stage.view.selection == TargetsPanel.Fold.noData.id && stage.effects.isEmpty)
    // What is looked for from elsewhere is not hidden.
    stage.view.selection = hidden[3].target.id
    #expect(TargetsPanel().selected(stage.view, stage.context)?.target.id == hidden[3].target.id)
    #expect(TargetsPanel().ids(stage.view, stage.context).count == all)
    // In words nothing is left out.
    #expect(TargetsPanel().groups(stage.view, stage.context).flatMap(\.rows).count == all + old - 1)
  }
}
