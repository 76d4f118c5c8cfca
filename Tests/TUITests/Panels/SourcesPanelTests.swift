import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels

struct SourcesPanelTests {
  private let panel = SourcesPanel()

  private func selected(_ stage: PanelStage) -> String? {
    SourcesList(stage.context, view: stage.view).selectedID
  }

  private func shown(_ stage: PanelStage) -> [String] {
    SourcesList(stage.context, view: stage.view).conflicts.map(\.id)
  }

  /// The small dataset without its documents and all that cites them.
  private func empty(_ language: Language) throws -> PanelStage {
    var dataset = try Fixture.small()
    dataset.sources = Records([])
    dataset.conflicts = Records([])
    return PanelStage("sources", Board(dataset, asOf: Fixture.today), language)
  }

  // MARK: Drawing

  @Test func `documents, conflicts, and the document under the cursor`() throws {
    expectLines(
      try Fixture.stage("sources").buffer(80, 22),
      [
        " 1 conflict in 2 documents: 1 caution",
        "Documents 3 ────── newest first; counts of what cites it, which may cite several",
        " Date       Document      Kind       Figures Milestones Clusters Parks Conflicts",
        "▌2023-07-31 Briefing 2023 conference       3          2        -     -         1",
        " 2023-01    Report 2022   newspaper       15          5        -     -         1",
        " 2021-03-01 Plan          plan             9          4        2     3         -",
        "Conflicts 1  ▽ caution 1 ───────────────────────────────────────────────────────",
        " Severity   Conflict                           Values",
        " ▽ caution  Area of East Park: 5 or 6 km2      5 ↔ 6 km2", "",
        "Briefing 2023 ──────────────────────────────────────────────────────────────────",
        " Press conference on the first half of 2023", "",
        " Issuer    Testshire Economy Office", " Number    none", " Kind      conference",
        " Date      2023-07-31 (exact to: day)", " Date from as printed",
        " Published counts from 2023-07-31", " File      briefing.txt",
        " Content   Figures 3  Milestones 2  Projects 2  Strengths 1  Conflicts 1",
        "                                                                              ↓",
      ])
  }

  @Test(arguments: Language.allCases)
  func `a conflict has the values of its sides in its row`(language: Language) throws {
    let stage = try Fixture.builtInStage("sources", language)
    let row = try #require(stage.lines.first { $0.contains(language == .zh ? "350还是400" : "¥35bn or ¥40bn") })
    #expect(row.contains(language == .zh ? " 350 ↔ 400亿元" : " ¥35bn ↔ ¥40bn"))
    let ascii = PanelStage("sources", stage.context.board, language, glyphs: .ascii)
    #expect(ascii.lines.contains { $0.contains("<>") } && !ascii.lines.contains { $0.contains("↔") })
  }

  @Test func `the first lines say how many conflicts there are, and the first of the worst with its values`()
    throws
  {
    let stage = try Fixture.builtInStage("sources", .zh, width: 120, height: 34)
    let board = stage.context.board
    let critical = board.conflicts.count { $0.severity == .critical }
    let within = board.conflicts.count { Set(board.citations(of: $0).map(\.source)).count == 1 }
    #expect(within > 0)
    let cited = Set(board.conflicts.flatMap { board.citations(of: $0).map(\.source) }).count
    #expect(
      stage.lines[0].hasPrefix(
        " \(cited)份文件中有\(board.conflicts.count)处矛盾，文件之间\(board.conflicts.count - within)、同一文件内\(within)：\(critical)处重大分歧、"
      ))
    #expect(stage.lines[1].hasPrefix(" ✗ 分歧最大 2025年规上工业总产值目标：350还是400  "))
    #expect(stage.lines[1].contains("↔") && stage.lines[1].contains("采用"))
  }

  @Test func `a narrow place shows the part with the cursor`() throws {
    var stage = try Fixture.stage("sources", .zh)
    expectLines(
      stage.buffer(40, 6),
      [
        "文件 3 ──────────────────────── 新的在前", " 日期       文件               数字 矛盾",
        "▌2023-07-31 2023发布会            3    1", " 2023-01    2022总结             15    1",
        " 2021-03-01 规划                  9    -", "",
      ])
    stage.press(.end)
    expectLines(
      stage.buffer(40, 6),
      ["矛盾 1  ▽ 1 ────────────────────────────", " ▽ 需注明", "▌▽ 东园面积：5还是6平方公里", "", "", ""])
  }

  @Test func `the sides of a conflict are citations in columns`() throws {
    var stage = try Fixture.stage("sources", .zh)
    stage.press(.end, .enter)
    expectLines(
      stage.buffer(100, 16),
      [
        "矛盾 1/1 ────────────────────────────────────────────────────────────────────────────── Enter 到园区",
        " ▽ 需注明  说法不一  人工核对并经程序验算", " 东园面积：5还是6平方公里", "",
        " 采用      6平方公里", " 采用规则  较新文件为准", "", " 各文件说法 2",
        " 原文数字     所指                           文件        日期        章节与文本行",
        " “5平方公里”  东园 面积 2022年 实际          2022总结    2023-01     三  第13行",
        " “6平方公里”  东园 面积 2022年 实际  ✓ 采用  2023发布会  2023-07-31  第5行", "",
        " 所引文件", " 2022总结        测试区2022年工业总结  测试日报  report.txt",
        " 2023发布会      测试区2023年上半年工业发布会  测试区经信局  briefing.txt", "",
      ])
    // Without room for the column, a line below says what a figure is about.
    let narrow = stage.buffer(60, 22).lines
    #expect(narrow.contains(" “6平方公里”  2023发布会  2023-07-31  第5行"))
    #expect(narrow.contains("   东园 面积 2022年 实际  ✓ 采用"))
  }

  @Test func `on the page a section of the document stands once before its figures`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.down, .enter)
    let sections = Set(
      stage.context.dataset.figures.flatMap(\.citations).map { stage.context.section(of: $0) }
    ).subtracting([""])
    var groups: [[String]] = [[]]
    for block in stage.page.blocks {
      if case .heading = block { groups.append([]) }
      if case .paragraph(let phrase) = block, sections.contains(phrase.text) {
        groups[groups.count - 1].append(phrase.text)
      }
    }
    #expect(groups.contains { $0.count > 1 })
    for group in groups { #expect(Set(group).count == group.count, "\(group)") }
  }

  @Test func `a document says how its date was found and what it gives`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.down, .enter)
    let lines = stage.buffer(100, 40).lines
    #expect(lines.contains(" Date      2023-01 (exact to: month)"))
    #expect(lines.contains(" Date from no day is printed"))
    #expect(lines.contains(" Figures 15"))
    #expect(lines.contains { $0.contains("line 13") && $0.contains("East Park: Area  5 km2") })
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 1), (1, 9), (17, 3)])
  func `any size is filled without a cut character`(width: Int, height: Int) throws {
    var stage = try Fixture.stage("sources", .zh)
    let check = FrameCheck()
    var texts: Set<[String]> = []
    for _ in 0..<4 {
      for key in [Key.character(" "), .enter] {
        let buffer = stage.buffer(width, height)
        #expect(check.fault(in: buffer, width: width, height: height) == nil)
        texts.insert(buffer.lines)
        stage.press(key)
      }
    }
    #expect(width < 17 || texts.count > 1)
  }

  @Test(arguments: Language.allCases)
  func `without documents it says so`(language: Language) throws {
    let stage = try empty(language)
    let lines = stage.buffer(40, 5).lines
    #expect(lines[1] == (language == .zh ? " 此日尚无文件" : " no document is known on this day"))
    #expect(stage.statements.isEmpty)
  }

  @Test func `keys without documents change nothing that shows`() throws {
    var stage = try empty(.en)
    stage.press(.down, .enter, .end, .character("c"), .character(" "), .enter, .escape)
    #expect(stage.buffer(40, 5).lines[1] == " no document is known on this day")
  }

  // MARK: The cursor

  @Test func `the cursor goes through the documents into the conflicts`() throws {
    var stage = try Fixture.stage("sources")
    #expect(selected(stage) == "briefing")
    stage.press(.down, .down)
    #expect(selected(stage) == "plan")
    stage.press(.down)
    #expect(selected(stage) == "east-area")
    stage.press(.home)
    #expect(selected(stage) == "briefing")
  }

  @Test func `Space goes to the conflicts and back to a document that is cited`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.end, .up, .character(" "))
    #expect(selected(stage) == "east-area")
    #expect(stage.buffer(80, 22).lines.fromHeading[0].hasPrefix("Conflicts 1"))
    stage.press(.character(" "))
    #expect(selected(stage) == "briefing")
  }

  @Test func `the conflicts alone make room for a document that is selected from elsewhere`() throws {
    var stage = try Fixture.stage("sources")
    func list() -> SourcesList { SourcesList(stage.context, view: stage.view) }
    stage.press(.character(" "))
    #expect(list().isConflictsOnly && list().ids == ["east-area"])
    stage.view.selection = "report"
    #expect(!list().isConflictsOnly && selected(stage) == "report")
    #expect(list().ids == ["briefing", "report", "plan", "east-area"])
    #expect(stage.lines.fromHeading[0].hasPrefix("Documents 3"))
    stage.press(.down)
    #expect(selected(stage) == "plan")
    stage.view.selection = "unknown"
    #expect(list().isConflictsOnly && selected(stage) == "east-area")
  }

  @Test func `the cursor stays on its record in another language and size`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.down, .enter)
    stage.context.language = .zh
    #expect(stage.buffer(60, 12).lines[0].hasPrefix("2022总结"))
    stage.press(.escape)
    #expect(selected(stage) == "report")
  }

  @Test func `the scroll ends where the text does`() throws {
    var stage = try Fixture.stage("sources")
    stage.context.height = 10
    stage.press(.enter, .end)
    let end = stage.lines
    stage.press(.down)
    #expect(stage.lines == end)
    stage.press(.up)
    #expect(stage.lines != end && stage.lines[3] == end[2])
  }

  @Test func `Enter goes from a document to its conflicts, Escape comes back`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.home, .down, .down, .enter, .enter)
    #expect(shown(stage).isEmpty)
    stage.press(.escape)
    #expect(selected(stage) == "plan")
    #expect(stage.view.isOpen)
    stage.press(.escape, .up, .enter, .enter)
    #expect(shown(stage) == ["east-area"])
  }

  @Test func `what other views open need not be in the list`() throws {
    var stage = try Fixture.stage("sources")
    stage.view.filters = ["severity": "note"]
    stage.view.select("east-area", opens: true)
    #expect(stage.buffer(80, 22).lines[2] == " Area of East Park: 5 or 6 km2")
  }

  // MARK: Filters

  @Test func `the head counts what the filters leave, by severity`() throws {
    var stage = try Fixture.builtInStage("sources", .en, width: 120, height: 36)
    let all = stage.context.board.conflicts
    func heads() -> String { stage.lines.first { $0.contains("Conflicts ") && $0.contains("─") } ?? "" }
    for severity in Conflict.Severity.allCases {
      stage.view.filters = ["severity": severity.rawValue]
      let count = all.count { $0.severity == severity }
      #expect(count > 0 && heads().contains("Conflicts \(count)/\(all.count)"), "\(heads())")
      for other in Conflict.Severity.allCases {
        let word = "\(stage.context.severityText(other)) "
        #expect(heads().contains(word) == (other == severity), "\(heads())")
      }
    }
  }

  @Test(arguments: [Key.character("x"), .delete])
  func `filters narrow the conflicts and are cleared`(clear: Key) throws {
    var stage = try Fixture.builtInStage("sources")
    let all = shown(stage).count
    stage.press(.character("c"))
    #expect(stage.effects == [.choose("kind")])
    let kinds = stage.values("kind")
    for kind in kinds { #expect(shown(stage.choosing("kind", kind.id)).count == kind.count) }
    stage = stage.choosing("kind", kinds[1].id)
    let kind = shown(stage)
    #expect(kind.count < all)
    stage = stage.choosing("severity", stage.values("severity")[1].id)
    #expect(shown(stage).count <= kind.count)
    stage.press(clear)
    #expect(shown(stage).count == all)
  }

  @Test(arguments: Language.allCases)
  func `a figure is found by typing its beginning, and its conflict comes first`(language: Language) throws {
    var stage = try Fixture.builtInStage("sources", language)
    stage.type(",144")
    #expect(selected(stage) == "c-cluster-sum-2022")
    let lines = stage.buffer(80, 22).lines
    #expect(lines.contains { $0.contains("= ¥14.453bn") || $0.contains("＝144.53") })
    #expect(lines.contains { $0.contains("144.54亿元") && $0.contains(language == .zh ? "导语" : "2023") })
    let found = shown(stage)
    stage.press(.down)
    #expect(selected(stage) != "c-cluster-sum-2022")
    stage.press(.enter)
    #expect(shown(stage) == found)
    // A letter is a key again, no longer text.
    stage.press(.character("x"))
    #expect(shown(stage).count > found.count)
  }

  @Test func `full-width text finds half-width text, Escape forgets it`() throws {
    var stage = try Fixture.builtInStage("sources")
    stage.type(",１４４．５３")
    #expect(shown(stage).first == "c-cluster-sum-2022")
    stage.press(.escape)
    #expect(shown(stage).count == stage.context.board.conflicts.count)
  }

  // MARK: Citations

  @Test func `the statements are both sides of the conflict`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.end)
    let statements = stage.statements
    #expect(statements.flatMap(\.citations).map(\.printed) == ["5平方公里", "6平方公里"])
    #expect(statements.map(\.label.en) == ["East Park: Area", "East Park: Area"])
  }

  @Test func `the statement of a document is where it comes from`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.end, .up)
    let statement = stage.statements.first
    #expect(statement?.label.zh == "测试区工业发展规划（2021—2025年）")
    #expect(statement?.value.en == "Testshire Government  测府发〔2021〕1号  2021-03-01  plan.txt")
  }

  @Test func `an earlier day has fewer documents and conflicts`() throws {
    var stage = try Fixture.stage("sources")
    stage.press(.down)
    stage.context.board = Board(stage.context.dataset, asOf: Day("2023-01-31") ?? .distantPast)
    #expect(selected(stage) == "report")
    let lines = stage.buffer(80, 22).lines
    #expect(lines[1].hasSuffix("1 more not yet known"))
    #expect(lines.contains(" no conflicts between documents"))
  }
}
