import Testing

@testable import Domain
@testable import Figures
@testable import Output

struct TableImportTests {
  private func plan(
    _ kind: TableImport.Kind, _ table: String, into fixture: Fixture, source: String? = "briefing",
    choices: [(String, String)] = []
  ) throws -> ImportPlan {
    try TableImport.plan(
      kind, CSVReader.read(Array(table.utf8)),
      options: TableImport.Options(source: source, choices: choices), dataset: fixture.dataset(),
      files: fixture.files, directory: "data")
  }

  private func faults(
    _ kind: TableImport.Kind, _ table: String, source: String? = "briefing", choices: [(String, String)] = []
  ) throws -> [String] {
    do {
      _ = try plan(kind, table, into: Fixture("small"), source: source, choices: choices)
      return []
    } catch let failure as ImportFailure {
      return failure.faults.map { $0.text("t", .en) }
    }
  }

  /// The fixture as it is after an import.
  private func applied(_ plan: ImportPlan, to fixture: Fixture) -> Fixture {
    plan.files.reduce(fixture) { $0.setting($1.name, to: String(decoding: $1.bytes, as: UTF8.self)) }
  }

  /// Lines that only the second text has; empty when it lacks one of the first.
  private func addedLines(_ before: String, _ after: String) -> [String] {
    var added: [String] = []
    var old = before.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in after.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == old.first { old = old.dropFirst() } else { added.append(String(line)) }
    }
    return old.isEmpty ? added : []
  }

  @Test func `a row is new, confirmed, corrected or no change`() throws {
    let small = try Fixture("small")
    let name = try #require(small.dataset().indicators["output"]?.name.zh)
    let table = "subject,indicator,period,value\ndistrict,\(name),2023,130.5亿元\n"
    let added = try plan(.observations, table, into: small)
    #expect(added.changes.map(\.kind) == [.added])
    let after = applied(added, to: small)
    let lines = addedLines(try small.text(of: "figures.json"), try after.text(of: "figures.json"))
    #expect(lines.count == 12 && lines.contains("   \"value\": 130.5,"))
    #expect(added.files.map(\.name) == ["figures.json"])
    #expect(try plan(.observations, table, into: after).changes.isEmpty)
    let confirmed = try plan(.observations, table, into: after, source: "report")
    #expect(confirmed.changes.isEmpty == false)
    #expect(confirmed.changes.map(\.kind) == [.confirmed])
    #expect(
      try plan(.observations, table, into: applied(confirmed, to: after), source: "report").changes.isEmpty)
    let corrected = try plan(
      .observations, "subject,indicator,period,value\ndistrict,output,2023,131亿元\n", into: after)
    #expect(corrected.changes.map(\.kind) == [.corrected])
    #expect(try applied(corrected, to: after).dataset().figures.contains { $0.value == 131 })
    #expect(
      try plan(
        .observations, "subject,indicator,period,value\ndistrict,output,2023,131亿元\n", into: after,
        source: "report"
      ).changes.map(\.kind) == [.added])
  }

  @Test func `what another document prints as well is not corrected, and what is superseded not said again`()
    throws
  {
    let small = try Fixture("small")
    let table = "subject,indicator,period,value\ndistrict,output,2023,130.5亿元\n"
    let first = try applied(plan(.observations, table, into: small), to: small)
    let both = try applied(plan(.observations, table, into: first, source: "report"), to: first)
    let other = "subject,indicator,period,value\ndistrict,output,2023,131亿元\n"
    #expect(throws: (any Error).self) { _ = try plan(.observations, other, into: both) }
    let newer = try applied(plan(.observations, other, into: first, source: "report"), to: first)
    let ids = try newer.dataset().figures.filter { $0.value == 130.5 || $0.value == 131 }.map(\.id)
    #expect(ids.count == 2)
    let replaced = try newer.replacing(
      "\"id\": \"\(ids[1])\",", in: "figures.json",
      with: "\"id\": \"\(ids[1])\", \"supersedes\": \"\(ids[0])\",")
    #expect(try replaced.dataset().figures.contains { $0.supersedes == ids[0] })
    #expect(try plan(.observations, table, into: replaced).changes.isEmpty)
  }

  @Test(arguments: ["", "\"clusters\": [],"]) func `clusters are added together`(member: String) throws {
    let small = try Fixture("small").replacing(
      "\"clusters\": [\"food\"],\n   \"park\": \"south-group\"", in: "projects.json",
      with: "\(member)\"park\": \"south-group\"")
    let added = try plan(.projects, "名称,集群,来源\n面包厂,食品、机械,briefing\n", into: small)
    #expect(try applied(added, to: small).dataset().projects["bakery"]?.clusters == ["food", "machinery"])
  }

  @Test func `the unit of the head is converted, and months from January are a sum`() throws {
    let small = try Fixture("small")
    let table = "indicator,period,value (万元)\noutput,2023年1-6月,\"652,500\"\n"
    let after = try applied(plan(.observations, table, into: small), to: small).dataset()
    let figure = try #require(after.figures.last { $0.period.text == "2023-01/2023-06" && $0.value == 65.25 })
    #expect(
      figure.kind == .cumulative && figure.unit == "亿元" && figure.citations.first?.printed == "652,500")
    #expect(DatasetCheck(dataset: after).diagnostics().filter { $0.fault.rule == "missing-citation" }.isEmpty)
  }

  @Test(
    arguments: [
      ("output", "2023年1-6月", Figure.Kind.cumulative), ("output", "2022年4-9月", .actual),
      ("output", "2023年1月", .actual), ("output", "2022年1-12月", .actual), ("output", "2022年1-2月", .cumulative),
      ("area", "2023年1-6月", .actual),
    ])
  func `a part of a year from January is a sum, of a flow`(
    indicator: String, period: String, kind: Figure.Kind
  )
    throws
  {
    let small = try Fixture("small")
    let unit = try #require(small.dataset().indicators[indicator]?.unit)
    let table = "subject,indicator,period,value,unit\npark/north-group,\(indicator),\(period),7,\(unit)\n"
    let after = try applied(plan(.observations, table, into: small), to: small).dataset()
    #expect(after.figures.first { $0.subject == Subject("park/north-group") && $0.value == 7 }?.kind == kind)
  }

  @Test func `a milestone that two documents state is not corrected by one of them`() throws {
    let citation =
      "{\"source\": \"report\", \"section\": \"二\", \"line\": 10, \"printed\": \"2021年5月\"}"
    let both = try Fixture("small").replacing(
      citation, in: "projects.json",
      with: citation + ", {\"source\": \"briefing\", \"line\": 3, \"printed\": \"2021年5月\"}")
    let table = "name,started date\n牛奶厂,2021年6月\n"
    let own = try plan(.projects, table, into: both, source: "report")
    #expect(own.changes.map(\.kind) == [.added])
    let milestones = try applied(own, to: both).dataset().projects["dairy"]?.milestones
    #expect(milestones?.filter { $0.stage == "started" }.map(\.date.text) == ["2021-05", "2021-06"])
  }

  @Test func `a fraction where percent are meant is refused, with its sign it is taken`() throws {
    let head = "indicator,period,value,kind\n"
    #expect(
      try faults(.observations, head + "output,2023,0.123,growth\n")
        == [
          "t:2: error: 'value': no % sign: 12.3% or 0.123%? Use --unit value=小数 for a column of fractions, --unit value=% for one of percentages, or add the sign  [C2]"
        ])
    let small = try Fixture("small")
    for (cell, value) in [("0.123%", 0.123), ("12.3", 12.3), ("0", 0), ("-1", -1)] {
      let plan = try plan(.observations, head + "output,2023,\(cell),growth\n", into: small)
      let after = try applied(plan, to: small).dataset()
      #expect(after.figures.contains { $0.kind == .growth && $0.value == value && $0.unit == "%" })
    }
  }

  @Test func `every fault of every row is reported`() throws {
    let found = try faults(
      .observations,
      "subject,indicator,period,value\ndistrict,outputt,2023,1\ndistrict,output,2022.1,1\ndistrict,output,2023,\"1,2\"\ndistrict,output,2023,3%\n"
    )
    #expect(found.count == 4)
    #expect(
      found.first
        == "t:2: error: 'indicator': no 'outputt' among the indicators; did you mean 'output'?; expected one of area, energy-intensity, investment, output"
        || found.first?.hasPrefix(
          "t:2: error: 'indicator': no 'outputt' among the indicators; did you mean 'output'?") == true
    )
    #expect(found.map { $0.prefix(4) } == ["t:2:", "t:3:", "t:4:", "t:5:"])
  }

  @Test func `every fault of one row is reported`() throws {
    let columns = try faults(
      .observations,
      "subject,indicator,period,value,plan,kind,comparator,source\nnobody,outputt,2022.1,\"1,2\",nowhere,sort,~,nothing\n"
    )
    let heads = ["subject", "indicator", "period", "plan", "value", "comparator", "kind", "source"]
    #expect(columns.map { $0.dropFirst(13).prefix { $0 != "'" } } == heads.map { $0[...] })
    let projects = try faults(
      .projects,
      "name,clusters,park,enterprise,signed date,stage,总投资,source\n新厂,none、machinery、neither,nowhere,nobody,2022-13,nothing,\"1,2\",no\n,,,,,,,\n牛奶厂,,,,,,,no\n,food,,,2022,,,briefing\n"
    )
    #expect(projects.count == 9)
    #expect(projects.count { $0.hasPrefix("t:2: error: 'clusters': no '") } == 2)
    #expect(projects.contains { $0.hasPrefix("t:2: error: 'source': no 'no'") })
    #expect(projects.last == "t:5: error: 'name': is empty  [A5]")
  }

  @Test func `a row that the dataset would refuse is reported beside other faults`() throws {
    let rows = "指标,period,值,性质,规划\noutput,2099,1亿元,,\noutput,2022,1亿元,目标,\noutput,x,1亿元,,\n"
    let found = try faults(.observations, rows)
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("t:2: error: 'period': 2099 begins after"))
    #expect(found[1].hasPrefix("t:3: error: '性质': a target must have a plan"))
    #expect(found[2].hasPrefix("t:4: error: 'period': "))
  }

  @Test func `what would move a project back is reported, and what the rules would doubt`() throws {
    let small = try Fixture("small")
    let before = try small.dataset()
    let back = try plan(.projects, "name,signed date\n面包厂,2021-01\n牛奶厂,2023-01\n", into: small)
    let after = try applied(back, to: small).dataset()
    let setbacks = back.setbacks(from: before, to: after)
    #expect(setbacks.map(\.line) == [3])
    #expect(
      setbacks.first?.words == Name(zh: "牛奶厂：由“投产”退回“签约”", en: "Dairy: back from Commissioned to Signed"))
    #expect(ImportPlan.doubts(from: before, to: after).map(\.fault.rule) == ["stages-out-of-order"])
    let on = try plan(.projects, "name,full-output date\n牛奶厂,2023-06\n", into: small)
    let forward = try applied(on, to: small).dataset()
    #expect(on.setbacks(from: before, to: forward).isEmpty)
    #expect(ImportPlan.doubts(from: before, to: forward).isEmpty)
  }

  @Test func `columns are required, taken once and chosen by the user`() throws {
    #expect(
      try faults(.observations, "period,value\n2023,1\n").first?.contains("accepted heads: indicator, ")
        == true)
    let twice = "指标,period,值,数据\noutput,2023,1亿元,2亿元\n"
    #expect(try faults(.observations, twice).count == 1)
    #expect(try faults(.observations, twice, choices: [("值", "-")]) == [])
    #expect(
      try faults(.observations, twice, choices: [("值", "nothing")]).first?.contains("no field 'nothing'")
        == true)
    #expect(
      try faults(.observations, "指标,period,值\noutput,2023,1\n", choices: [("本月", "value")]).first?.contains(
        "no column '本月'") == true)
  }

  @Test func `cells to the right of the head are the rest of a number`() throws {
    let found = try faults(.observations, "indicator,period,value\noutput,2023,1,234亿元\n")
    #expect(
      found.count == 1 && found[0].hasPrefix("t:2: error: 4 cells, but the head has 3;")
        && found[0].hasSuffix("[D2]"))
  }

  @Test func `a document must be among the sources`() throws {
    let table = "indicator,period,value\noutput,2023,1亿元\n"
    #expect(try faults(.observations, table, source: nil).first?.contains("--source ID") == true)
    #expect(
      try faults(.observations, table, source: "brifing").first?.contains("did you mean 'briefing'") == true)
  }

  @Test func `two rows that contradict each other are refused`() throws {
    let table = "indicator,period,value\noutput,2023,1亿元\noutput,2023,2亿元\n"
    let found = try faults(.observations, table)
    #expect(
      found.count == 1 && found[0].contains(", but line 2 says ") && found[0].hasSuffix("[C3]"), "\(found)")
  }

  private let projects =
    "项目名称,集群,总投资（万元）,签约日期,预计投产日期,园区,联系人\n电池厂,machinery,\"12,000\",2023.05,2025年底前,north-group,张三\n牛奶厂,,,,,,\n"

  @Test func `a new project has its milestones and its investment`() throws {
    let small = try Fixture("small")
    let plan = try plan(.projects, projects, into: small)
    #expect(plan.unchanged == 1 && plan.remarks.count == 1)
    #expect(plan.mapping.columns.last?.field == nil)
    let after = applied(plan, to: small)
    let dataset = try after.dataset()
    let project = try #require(dataset.projects.last)
    #expect(project.name.zh == "电池厂" && project.park == "north-group" && project.clusters == ["machinery"])
    #expect(project.milestones.map(\.stage) == ["signed", "commissioned"])
    #expect(project.milestones.map(\.isExpected) == [false, true])
    #expect(project.milestones.map(\.date.text) == ["2023-05", "by 2025"])
    #expect(dataset.figures.last { $0.subject == .project(project.id) }?.value == 1.2)
    #expect(!addedLines(try small.text(of: "projects.json"), try after.text(of: "projects.json")).isEmpty)
    #expect(try self.plan(.projects, projects, into: after).changes.isEmpty)
  }

  /// 1,250,000 x10k yuan are as much as 125 x100M yuan; the number alone would be far from 130.5.
  @Test func `the size of a number is doubted only beside numbers in its unit`() throws {
    let unit =
      "{\"id\": \"万元\", \"name\": {\"zh\": \"万元\", \"en\": \"x10k yuan\"}, \"dimension\": \"money\", \"scale\": 10000},\n"
    let other = figureText("other", 1_250_000, "2019", unit: "万元")
    let fixture = try Fixture("small").replacing(
      "\"units\": [\n", in: "vocabulary.json", with: "\"units\": [\n\(unit)"
    ).setting("figures.more.json", to: "{\"figures\": [\(other)]}")
    func doubts(_ value: String) throws -> Int {
      try plan(.observations, "indicator,period,value\noutput,2023,\(value)\n", into: fixture).doubts.count
    }
    #expect(try doubts("130.5亿元") == 0)
    #expect(try doubts("1305000亿元") == 1)
  }

  @Test func `a note of two cells is no project`() throws {
    #expect(try faults(.projects, "项目名称,开工日期\n新厂,2022年6月\n注：,以上为快报数\n") == [])
  }

  /// In the data the dairy stands before the cannery.
  @Test func `setbacks come in the order of the table`() throws {
    let small = try Fixture("small")
    let table = "项目名称,状态\n罐头厂,在建\n牛奶厂,在建\n"
    let plan = try plan(.projects, table, into: small)
    let setbacks = try plan.setbacks(from: small.dataset(), to: applied(plan, to: small).dataset())
    #expect(setbacks.map(\.line) == [2, 3] && setbacks.map(\.project.zh) == ["罐头厂", "牛奶厂"])
  }

  @Test func `an entry has no member without content`() throws {
    let small = try Fixture("small")
    let after = try applied(plan(.projects, "name,started date\n新厂,2022年6月\n", into: small), to: small)
    let lines = addedLines(try small.text(of: "projects.json"), try after.text(of: "projects.json"))
    #expect(
      !lines.isEmpty && !lines.contains { $0.contains("[]") || $0.contains("{}") || $0.contains("\"\"") })
    #expect(
      lines.filter { $0.hasPrefix("   \"") }.map { $0.split(separator: "\"")[1] }
        == ["id", "name", "milestones", "citations"])
  }

  @Test func `an amount without a period is compared with the last that was printed`() throws {
    let later = figureText(
      "cannery-later", 60, "2023", subject: "project/cannery", indicator: "investment", scope: "project")
    let fixture = try Fixture("small").setting("figures.more.json", to: "{\"figures\": [\(later)]}")
    func changes(_ amount: String) throws -> [ImportChange.Kind] {
      let plan = try plan(.projects, "项目名称,总投资（亿元）\n罐头厂,\(amount)\n", into: fixture, source: "report")
      let added = try applied(plan, to: fixture).dataset().figures.filter { $0.value == 55 }
      #expect(added.allSatisfy { $0.period.text == "2023" })
      return plan.changes.map(\.kind)
    }
    #expect(try changes("60") == [.confirmed])
    #expect(try changes("55") == [.added])
  }

  @Test func `a name that nothing has is answered with the ids, if they are few`() throws {
    func message(_ count: Int) throws -> String? {
      let plans = (1..<count).map { planText("plan-x\($0)", "2021", "2025") }
      let fixture = try plans.reduce(Fixture("small")) { try $0.inserting($1, in: "plans.json") }
      do {
        _ = try plan(
          .observations, "indicator,period,value,plan,kind\noutput,2025,300亿元,zzzz,target\n", into: fixture)
        return nil
      } catch let failure as ImportFailure {
        return failure.faults.map { $0.text("t", .en) }.first { $0.contains("no 'zzzz'") }
      }
    }
    #expect(try message(12)?.contains("expected one of ") == true)
    #expect(try message(12)?.contains("plan-x11") == true)
    #expect(try message(13)?.contains("expected one of ") == false)
  }

  @Test func `a date of the same document is fixed in place, of another it is a new statement`() throws {
    let small = try Fixture("small")
    let table = "name,started date\n牛奶厂,2021年6月\n"
    let own = try plan(.projects, table, into: small, source: "report")
    #expect(own.changes.map(\.kind) == [.corrected])
    #expect(
      try applied(own, to: small).text(of: "projects.json").count == small.text(of: "projects.json").count)
    #expect(try applied(own, to: small).dataset().projects["dairy"]?.milestones.count == 2)
    let other = try plan(.projects, table, into: small, source: "briefing")
    #expect(other.changes.map(\.kind) == [.added])
    #expect(try applied(other, to: small).dataset().projects["dairy"]?.milestones.count == 3)
  }

  @Test func `a date after its document is an intention, with a word, and a new project needs a stage`()
    throws
  {
    let found = try faults(.projects, "name,开工日期\n新厂,2022年1月\n另一厂,\n")
    #expect(found.count == 1 && found[0].contains("needs a stage or a date"), "\(found)")
    let small = try Fixture("small")
    for (date, isToCome) in [("2030年底前", true), ("2035年前", true), ("2023年底前", true), ("2022年底前", false)] {
      let result = try plan(.projects, "name,started date\n新厂,\(date)\n", into: small)
      let project = try applied(result, to: small).dataset().projects.first { $0.name.zh == "新厂" }
      #expect(project?.milestones.map(\.isExpected) == [isToCome], "\(date)")
      #expect(result.doubts.map(\.cell) == (isToCome ? ["B2"] : []), "\(date)")
    }
    let stage = try faults(.projects, "name,stage,date\n新厂,started,2030年底前\n")
    #expect(stage.count == 1 && stage[0].contains("is later than its document"), "\(stage)")
  }

  @Test(arguments: ["small", "qianjiang", "gas-conversion"], Language.allCases)
  func `a list can be imported again`(name: String, language: Language) throws {
    let fixture = try Fixture(name)
    let list = RecordList(.projects, of: Board(try fixture.dataset(), asOf: .distantFuture))
    let rows = (0..<list.count).map { row in
      list.csvColumns.map { list.value(row: row, field: $0).plain(language) }
    }
    let table = ([list.csvColumns.map { list.fields[$0].name[language] }] + rows).map(CSVWriter.row).joined()
    let plan = try plan(.projects, table, into: fixture, source: nil)
    #expect(plan.rows == list.count && plan.changes.map(\.words.zh) == [])
  }
}
