import Domain
import Figures
import Testing

@testable import Output
@testable import Store

/// Sections of programmes, the user's own words, and what is doubted.
extension OfficeTableTests {
  /// The district with a programme of one task and one of two.
  private func withProgrammes() throws -> Fixture {
    let place = #""citations": [{"source": "plan", "section": "三", "line": 9, "printed": "工程"}]"#
    func task(_ id: String, _ name: String) -> String { #"{"id": "\#(id)", "name": "\#(name)", \#(place)}"# }
    func programme(_ id: String, _ name: String, _ tasks: [String]) -> String {
      #"{"id": "\#(id)", "plan": "fyp", "kind": "programme", "number": "一", "name": "\#(name)", "tasks": [\#(tasks.joined(separator: ", "))], \#(place)}"#
    }
    let list = [
      programme("green", "绿色制造工程", [task("green-1", "绿色制造")]),
      programme("digital", "数字化行动", [task("cloud", "企业上云"), task("lines", "产线改造")]),
    ]
    return try Fixture("offices/district").setting(
      "programmes.json", to: "{\"programmes\": [\n\(list.joined(separator: ",\n"))\n]}\n")
  }

  private func grid(_ text: String) throws -> Grid { try CSVReader.read(Array(text.utf8)) }

  @Test func `a section of a programme with one task lists its projects in the task, once`() throws {
    let table = try grid(
      "序号,项目名称,开工日期\n一,绿色制造工程（2个）,\n1,甲项目,2024-01\n2,乙项目,2024-02\n二,产线改造,\n1,丙项目,2024-03\n")
    let result = try put(.projects, table, into: withProgrammes())
    let ids = try ["甲项目", "乙项目", "丙项目"].map { try result.project($0).id }
    #expect(result.dataset.programmes["green"]?.tasks[0].projects == Array(ids.prefix(2)))
    #expect(result.dataset.programmes["digital"]?.tasks.map(\.projects) == [[], [ids[2]]])
    #expect(result.plan.doubts.isEmpty)
    #expect(
      result.plan.changes.contains { $0.words.en == "甲项目 · in task 绿色制造" && $0.file == "programmes.json" })
    #expect(try put(.projects, table, into: result.fixture).plan.changes.isEmpty)
  }

  @Test func `a programme with several tasks is doubted as a section and refused as a cell`() throws {
    let result = try put(
      .projects, grid("序号,项目名称,开工日期\n一,数字化行动,\n1,甲项目,2024-01\n"), into: withProgrammes())
    #expect(result.dataset.programmes["digital"]?.tasks.allSatisfy(\.projects.isEmpty) == true)
    #expect(result.plan.doubts.map(\.cell) == ["B2"])
    let cells = try grid("项目名称,所属工程,开工日期\n甲项目,数字化行动,2024-01\n乙项目,节水工程,2024-01\n丙项目,企业上云,2024-01\n")
    let found = try faults(.projects, cells, into: withProgrammes())
    #expect(found.count == 2 && found[0].contains("--leave-out 数字化行动  [B2]"), "\(found)")
    #expect(found[1].contains("no '节水工程' among the programmes"), "\(found)")
    let taken = try put(.projects, cells, into: withProgrammes()) { $0.leftOut = ["数字化行动", "节水工程"] }
    #expect(taken.dataset.programmes["digital"]?.tasks[0].projects == [try taken.project("丙项目").id])
  }

  @Test func `the user's own words keep a suggestion from reversing a meaning`() throws {
    let table = "项目名称,园区,开工日期\n甲项目,东郊园区,2024-01\n"
    #expect(try faults(.projects, table)[0].contains("did you mean '东部园区'?"))
    let own = #"{"words": {"opposites": ["部郊"], "negations": ["郊"]}}"#
    for key in ["opposites", "negations"] {
      let text = own.replacing(key == "opposites" ? "negations" : "opposites", with: "notes")
      let file = InputFile(path: "w.json", name: "w.json", bytes: Array(text.utf8))
      var words = OfficeWords.builtIn
      try words.add(file)
      let found = try faults(.projects, table) { $0.words = words }
      #expect(found.count == 1 && !found[0].contains("did you mean"), "\(key) \(found)")
    }
  }

  @Test(arguments: [("(1500)", ["C2"]), ("1500", []), ("-1500", [])])
  func `an amount in brackets is negative, with a word`(cell: String, doubts: [String]) throws {
    let result = try put(.projects, "项目名称,开工日期,2024年5月完成投资（万元）\n甲项目,2024-01,\(cell)\n")
    #expect(result.dataset.figures.first.map { abs($0.value) } == 0.15)
    #expect(result.plan.doubts.map(\.cell) == doubts)
  }

  @Test(arguments: [
    ("5000\n乙项目,2024-01,9000000", ["C3"]), ("5000\n乙项目,2024-01,90000", []),
    ("5000\n乙项目,2024-01,6000\n丙项目,2024-01,5", ["C4"]),
  ])
  func `an amount 1,000 times its neighbours is doubted, in two rows as well`(rows: String, doubts: [String])
    throws
  {
    let result = try put(.projects, "项目名称,开工日期,总投资（万元）\n甲项目,2024-01,\(rows)\n")
    #expect(result.plan.doubts.map(\.cell) == doubts)
  }

  @Test func `a value 1,000 times the one beside it in its line is doubted`() throws {
    let result = try put(
      .observations, "2023年装备制造业产值（亿元）,,\n指标,2022年,2023年\n工业用电量,3亿千瓦时,4000亿千瓦时\n", source: "stat")
    #expect(result.plan.doubts.map(\.cell).contains("C3"))
  }

  @Test(arguments: ["总投资（含税）", "总投资（估算）", "总投资（截至2024年6月）"])
  func `a remark in brackets is no unit`(head: String) throws {
    let table = "单位：万元,,\n项目名称,开工日期,\(head)\n甲项目,2024-01,12000\n"
    #expect(try put(.projects, table).dataset.figures.map(\.value) == [1.2])
  }

  @Test func `a unit that the dataset does not have is refused, whatever the title says`() throws {
    let found = try faults(.projects, "单位：万元,,\n项目名称,开工日期,总投资（万欧元）\n甲项目,2024-01,12000\n")
    #expect(found.count == 1 && found[0].contains("万欧元") && found[0].hasSuffix("[C3]"), "\(found)")
  }

  @Test(arguments: ["完成投资", "实际完成投资", "2023年投资", "累计完成"])
  func `a part of an investment without its months is never the total`(head: String) throws {
    let table = "项目名称,开工日期,总投资（万元）,\(head)（万元）\n甲项目,2024-01,12000,300\n"
    let result = try put(.projects, table)
    #expect(try result.figures("甲项目") == ["investment 2024 1.2亿元"])
    #expect(result.plan.mapping.columns[3].field == nil)
  }

  @Test func `an id of a figure does not override a different name`() throws {
    let first = try put(.observations, "主体,指标,期间,数值\n装备制造业,规上工业总产值,2022年,100亿元\n", source: "stat")
    let id = try #require(first.dataset.figures.first?.id)
    let head = "代码,主体,指标,期间,数值\n\(id),"
    let same = try grid(head + "装备制造业,规上工业总产值,2022年,100亿元\n")
    #expect(try put(.observations, same, source: "stat", into: first.fixture).plan.changes.isEmpty)
    let other = try grid(head + "电子信息业,规上工业总产值,2022年,100亿元\n")
    let found = try faults(.observations, other, source: "stat", into: first.fixture)
    #expect(found.count == 1 && found[0].contains("'Equipment', but the row names '电子信息业'"), "\(found)")
    let changed = try grid(head + "装备制造业,规上工业总产值,2022年,101亿元\n")
    let result = try put(.observations, changed, source: "stat", into: first.fixture)
    #expect(result.plan.changes.map(\.kind) == [.corrected])
  }

  @Test func `a column of groups beside the subjects gives way`() throws {
    let table = "产业,单位名称,指标,期间,数值\n装备制造业,装备制造业,规上工业总产值,2022年,100亿元\n,电子信息业,规上工业总产值,2022年,50亿元\n"
    let result = try put(.observations, table, source: "stat")
    #expect(result.dataset.figures.map(\.subject.text) == ["cluster/equipment", "cluster/electronics"])
  }

  @Test func `a cluster with months alone shows the newest`() throws {
    let table = "2022年11月五大产业产值（万元）,,\n产业,本月,累计\n装备制造业,234018,2124248\n电子信息业,39741,\n"
    let result = try put(.observations, table, source: "stat")
    let board = Board(result.dataset, asOf: .distantFuture)
    let partial = board.clusters.map { "\($0.cluster.id) \($0.partial.map(OfficeTableTests.text) ?? "-")" }
    #expect(partial.contains("equipment gross-output 2022-01/2022-11 212.4248亿元 cumulative"))
    #expect(partial.contains("electronics gross-output 2022-11 3.9741亿元"))
    #expect(board.clusters.allSatisfy { $0.output == nil })
  }
}
