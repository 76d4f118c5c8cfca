import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output

/// The import screen: what it shows, what keys correct, and that nothing is written without a yes.
struct ImportStateTests {
  private static let titled = """
    2023年项目表,,
    单位：万元,,
    项目名称,总投资,开工日期
    一、续建项目,,
    甲厂,12000,2023-01
    合计,12000,
    注：截至6月,,

    """

  @Test func `every line has its label, and every column its field, unit and reason`() throws {
    let stage = try ImportStage(.projects, Self.titled)
    let rows = stage.lines.filter { $0.contains(/^. (title|unit|head|section|data|total|note) +[0-9]/) }
    let labels = rows.map { $0.dropFirst(2).prefix { $0 != " " } }
    #expect(labels == ["title", "unit", "head", "section", "data", "total", "note"])
    let mapping = stage.lines[2...5].map { $0.split(separator: /\s{2,}/).map(String.init) }
    #expect(mapping[0] == ["A", "B", "C"])
    #expect(mapping[1] == ["name", "Investment", "started date"])
    #expect(mapping[2] == ["万元 2023"])
    #expect(mapping[3] == Array(repeating: "the head is known", count: 3))
    #expect(stage.lines[1].contains("1 row: 2 new, 0 changed, 0 confirmed, 0 unchanged"))
  }

  @Test func `the cell under the cursor is shown with what its column and its row are, and why`() throws {
    var stage = try ImportStage(.projects, Self.titled, width: 120)
    stage.press("Down Down Right")
    #expect(stage.lines.contains { $0.hasPrefix("B5 ") && $0.hasSuffix(" 12000") })
    #expect(
      stage.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "总投资 → figure Investment, 2023, 万元 → x100M yuan (the head is known; unit in the title or unit row; "
          + "period in the title)"), "\(stage.text)")
    stage.press("Down")
    #expect(stage.lines.contains { $0.hasPrefix(" row 6  total  (") })
  }

  @Test func `a missing unit is listed with its cell, and the answer is the option --unit`() throws {
    var stage = try ImportStage(.projects, "项目名称,总投资,开工日期\n甲厂,12000,2023-01\n")
    #expect(stage.text.contains("1 to settle") && stage.state.trial.plan == nil)
    stage.press("e")
    #expect(stage.lines.contains { $0.contains("B2") && $0.contains("no unit for 12000") })
    stage.press("Enter")
    #expect(stage.text.contains("the unit of '总投资' is 亿元  --unit 总投资=亿元"))
    stage.type("another")
    stage.press("Enter")
    stage.type("万元")
    stage.press("Enter")
    #expect(stage.arguments == ["--source briefing", "--unit 总投资=万元"])
    #expect(stage.state.place.page == .table && stage.state.trial.plan?.changes.count == 2)
    stage.press("z")
    #expect(stage.arguments == ["--source briefing"] && stage.state.trial.plan == nil)
    stage.press("z")
    #expect(stage.text.contains("nothing to undo"))
  }

  @Test(arguments: [
    ("齿轮厂项目,2023-01,", "Enter Enter", "--same 齿轮厂项目=gear-works"),
    ("齿轮厂项目,2023-01,", "Enter Down Enter", "--new 齿轮厂项目"),
    ("甲厂,2023-01,西园", "Enter Enter", "--leave-out 西园"),
    ("甲厂,2023-01,西园", "Enter Down Enter", "--label 2=note"),
    ("甲厂,2023-01,西园", "Enter Down Down Enter", "--map 园区=-"),
  ])
  func `what is unknown or nearly known is answered by an option`(row: String, keys: String, option: String)
    throws
  {
    var stage = try ImportStage(.projects, "项目名称,开工日期,园区\n\(row)\n")
    stage.press("e \(keys)")
    #expect(stage.arguments == ["--source briefing", option], "\(stage.text)")
    #expect(stage.state.trial.faults.isEmpty)
  }

  @Test(arguments: [("Enter", "亿元", "5"), ("Down Enter", "万元", "0.0005")])
  func `of two units that contradict each other one is chosen`(keys: String, unit: String, value: String)
    throws
  {
    var stage = try ImportStage(.projects, "项目名称,总投资（万元）,开工日期\n,亿元,\n甲厂,5,2023-01\n")
    stage.press("n")
    #expect(stage.state.column == 1 && stage.text.contains("the unit of the head is 万元"), "\(stage.text)")
    stage.press("a \(keys)")
    #expect(stage.arguments == ["--source briefing", "--unit 总投资（万元）=\(unit)"])
    let changes = stage.state.trial.plan?.changes.map(\.words.zh) ?? []
    #expect(changes.contains { $0.contains(" · \(value)亿元") }, "\(changes)")
  }

  @Test func `a row with nothing open has no answers`() throws {
    var stage = try ImportStage(.projects, Self.titled)
    stage.press("a")
    #expect(stage.state.place.page == .table && stage.text.contains("nothing is open in this row"))
  }

  @Test func `a fault that every row has is one thing to settle, and the document is chosen`() throws {
    var stage = try ImportStage(
      .projects, "项目名称,开工日期\n甲厂,2023-01\n乙厂,2023-02\n丙厂,2023-03\n", .init())
    #expect(stage.state.things.count == 1)
    stage.press("e")
    #expect(stage.text.contains("(3 rows) no source"))
    stage.press("Enter Enter")
    stage.type("brief")
    stage.press("Enter")
    #expect(stage.arguments == ["--source briefing"] && stage.state.trial.plan?.changes.count == 3)
  }

  @Test func `field, unit, label, head, period and fill are corrected where the cursor is`() throws {
    var stage = try ImportStage(
      .projects, "名单,,\n项目名称,牵头,投资额\n甲厂,某公司,1\n乙厂,,2\n小结,,3\n", .init(source: "briefing"))
    stage.press("Down Right f")
    stage.type("owner")
    stage.press("Enter Right u")
    stage.type("亿元")
    stage.press("Enter Down Down Down r")
    stage.type("total")
    stage.press("Enter p")
    stage.type("2023")
    stage.press("Enter Left b")
    #expect(
      stage.arguments == [
        "--source briefing", "--label 5=total", "--map 牵头=owner,投资额=investment@2023", "--unit 投资额=亿元",
        "--fill 牵头",
      ], "\(stage.text)")
    stage.press("Up Up Up H Enter")
    #expect(stage.arguments.contains("--head 2"))
    stage.press("b x")
    #expect(stage.arguments.contains { $0.contains("牵头=-") } && !stage.arguments.contains("--fill 牵头"))
    stage.press("x")
    #expect(!stage.arguments.contains { $0.contains("牵头") })
  }

  @Test func `a column without a head, or with one that occurs twice, is named by its letter`() throws {
    var stage = try ImportStage(.projects, "项目名称,备注,备注,\n甲厂,a,b,2023-01\n")
    stage.press("Right x Right Right f")
    stage.type("started date")
    stage.press("Enter")
    #expect(stage.arguments == ["--source briefing", "--map B=-,D=started date"], "\(stage.text)")
    #expect(stage.state.trial.plan?.changes.count == 1, "\(stage.text)")
  }

  @Test func `an option of the whole table is chosen from the dataset`() throws {
    var stage = try ImportStage(.projects, "项目名称\n甲厂\n")
    #expect(stage.state.trial.plan == nil)
    stage.press("o")
    #expect(stage.text.contains("Document  briefing") && !stage.text.contains("Sheet"))
    stage.type("state")
    stage.press("Enter")
    stage.type("started")
    stage.press("Enter")
    #expect(stage.arguments == ["--source briefing", "--state started"])
    #expect(stage.state.trial.plan?.changes.count == 1)
  }

  @Test func `the sheet of a workbook is chosen, and the others stay at hand`() throws {
    var stage = try ImportStage(
      .projects, "offices/tables/16-dispatch.xlsx", into: "offices/district", .init(), width: 120)
    let names = stage.state.input.sheets.map(\.name)
    #expect(names.count > 1)
    stage.press("S")
    for name in names { #expect(stage.text.contains(name)) }
    stage.type(names[1])
    stage.press("Enter")
    #expect(stage.state.options.sheet == names[1] && stage.lines[0].contains(names[1]))
  }

  @Test func `a correction that contradicts the table is said, and taken back`() throws {
    var stage = try ImportStage(.observations, "2023年,,\n指标,数值（万元）\n规上工业总产值,5\n")
    stage.press("o")
    stage.type("period")
    stage.press("Enter")
    stage.type("2022")
    stage.press("Enter")
    #expect(stage.text.contains("--period is 2022, but the title says 2023"), "\(stage.text)")
    stage.press("z")
    #expect(stage.arguments == ["--source briefing"])
  }

  // MARK: The way out

  @Test func `the difference is that of a dry run, and only y after the question writes`() throws {
    var stage = try ImportStage(.projects, Self.titled)
    stage.press("d")
    #expect(stage.text.contains("new  甲厂 · Started 2023-01  [projects.json, line 5]"))
    #expect(stage.text.contains("nothing is written yet"))
    stage.press("y")
    #expect(stage.effect == nil && stage.state.ending == nil)
    stage.press("Esc w")
    #expect(stage.text.contains("Write these changes?"))
    stage.paste("y")
    #expect(stage.state.ending == nil && stage.text.contains("pasted text ignored"))
    stage.press("Esc y")
    #expect(stage.state.ending == nil)
    stage.press("w y")
    #expect(stage.effect == .quit && stage.state.ending == .write)
  }

  @Test func `the difference warns of a project that moves back, as the command does`() throws {
    var stage = try ImportStage(.projects, "name,signed date\n牛奶厂,2023-01\n")
    stage.press("d")
    #expect(stage.text.contains("back  Dairy: back from Commissioned to Signed"))
    #expect(stage.text.contains("check date and"))
  }

  @Test func `a table with a fault is neither compared nor written nor saved as a recipe`() throws {
    for key in ["d", "w", "s"] {
      var stage = try ImportStage(.projects, "项目名称,总投资,开工日期\n甲厂,12000,2023-01\n")
      stage.press(key)
      #expect(stage.state.place.page == .table && stage.text.contains("1 thing to settle first"), "\(key)")
    }
  }

  @Test func `a table that changes nothing is not written`() throws {
    var stage = try ImportStage(.projects, "项目名称\n牛奶厂\n")
    stage.press("w y")
    #expect(stage.state.ending == nil && stage.text.contains("No changes."))
  }

  @Test(arguments: ["q", "F10", "Ctrl-c", "f Ctrl-c", "d Ctrl-c", "w q"])
  func `leaving writes nothing`(keys: String) throws {
    var stage = try ImportStage(.projects, Self.titled)
    stage.press(keys)
    #expect(stage.effect == .quit && stage.state.ending == .left)
  }

  @Test func `Esc goes back one page at a time, as it was left`() throws {
    var stage = try ImportStage(.projects, "项目名称,总投资,开工日期\n甲厂,12000,2023-01\n乙厂,5,2023-01\n")
    stage.press("e Down Enter Esc")
    #expect(stage.state.place == ImportState.Place(page: .things, choice: 1))
    stage.press("Esc")
    #expect(stage.state.place.page == .table)
    stage.press("Esc")
    #expect(stage.state.ending == nil && stage.text.contains("q leaves, and nothing is written"))
  }

  @Test func `the recipe is written under the typed name`() throws {
    var stage = try ImportStage(.projects, "项目名称,牵头,开工日期\n甲厂,某公司,2023-01\n")
    stage.press("Right f")
    stage.type("owner")
    stage.press("Enter s")
    for _ in "recipe.json" { stage.press("Backspace") }
    stage.paste("monthly.json")
    stage.press("Enter")
    guard case .write(let name, let bytes)? = stage.effect else {
      Issue.record("nothing is written")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      name == "monthly.json" && text.contains("\"牵头\": \"owner\"") && text.contains("\"kind\": \"projects\""))
    _ = stage.state.take(.notWritten(name: name, reason: Name(both: "full")))
    #expect(stage.text.contains("not written: monthly.json: full"))
  }

  @Test func `the command line on the screen repeats the reading`() throws {
    var stage = try ImportStage(.projects, "项目名称,总投资,开工日期\n甲厂,12000,2023-01\n")
    stage.press("x Right u")
    stage.type("万元")
    stage.press("Enter c")
    let words = stage.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("qjboard import projects t.csv --into ds --source briefing"), "\(words)")
    #expect(words.contains("--unit 总投资=万元") && words.contains("项目名称=-"))
  }

  // MARK: Words

  @Test func `both languages name everything`() throws {
    var stage = try ImportStage(.projects, Self.titled, .init(source: "briefing"), .zh)
    #expect(stage.text.contains("导入项目") && stage.text.contains("认得表头") && stage.text.contains("合计"))
    stage.press("L")
    #expect(stage.text.contains("Import of projects") && !stage.text.contains("认得表头"))
    stage.press("？")
    #expect(stage.text.contains("the field of the column"))
  }
}
