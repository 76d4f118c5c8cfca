import Domain
import Figures
import Testing

@testable import Output

/// The tables of `fixtures/offices/tables`, as offices send them, go into the district of `fixtures/offices/district`.
struct OfficeTableTests {
  struct Imported {
    var plan: ImportPlan
    var fixture: Fixture
    var dataset: Dataset

    func project(_ name: String) throws -> Project {
      try #require(dataset.projects.first { $0.name.zh == name })
    }

    /// The figures about a project as `indicator period value unit`.
    func figures(_ name: String) throws -> [String] {
      let id = try project(name).id
      return dataset.figures.filter { $0.subject == .project(id) }.map(OfficeTableTests.text)
    }

    /// The milestones of a project as `stage date`, intentions with a question mark.
    func milestones(_ name: String) throws -> [String] {
      try project(name).milestones.map { "\($0.stage) \($0.date.text)\($0.isExpected ? "?" : "")" }
    }
  }

  static func text(_ figure: Figure) -> String {
    let value =
      figure.words?.zh
      ?? "\(figure.comparator == .equal ? "" : figure.comparator.rawValue)\(Decimal.text(figure.value, digits: 4))\(figure.unit)"
    let kind = figure.kind == .actual ? "" : " \(figure.kind.rawValue)"
    return "\(figure.indicator) \(figure.period.text) \(value)\(kind)"
  }

  func table(_ name: String) throws -> Grid {
    try CSVReader.read(Array(Repository.text("fixtures/offices/tables/\(name).csv").utf8))
  }

  func put(
    _ kind: TableImport.Kind, _ grid: Grid, source: String = "table", into fixture: Fixture? = nil,
    _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> Imported {
    let fixture = try fixture ?? Fixture("offices/district")
    var options = TableImport.Options(source: source)
    change(&options)
    let plan = try TableImport.plan(
      kind, grid, options: options, dataset: fixture.dataset(), files: fixture.files, directory: "data")
    let after = plan.files.reduce(fixture) {
      $0.setting($1.name, to: String(decoding: $1.bytes, as: UTF8.self))
    }
    return Imported(plan: plan, fixture: after, dataset: try after.dataset())
  }

  func put(
    _ kind: TableImport.Kind, _ text: String, source: String = "table",
    _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> Imported {
    try put(kind, CSVReader.read(Array(text.utf8)), source: source, change)
  }

  func faults(
    _ kind: TableImport.Kind, _ grid: Grid, source: String = "table", into fixture: Fixture? = nil,
    _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> [String] {
    do {
      _ = try put(kind, grid, source: source, into: fixture, change)
      return []
    } catch let failure as ImportFailure {
      return failure.faults.map { $0.text("t", .en) }
    }
  }

  func faults(
    _ kind: TableImport.Kind, _ text: String, _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> [String] {
    try faults(kind, CSVReader.read(Array(text.utf8)), change)
  }

  // MARK: The cases

  @Test func `two months side by side under a title`() throws {
    let result = try put(.projects, table("01-progress"))
    #expect(result.dataset.projects.count == 3 && result.plan.doubts.isEmpty)
    #expect(
      try result.figures("智能装备产业园一期") == [
        "investment 2024 12亿元", "year-plan 2024 3亿元", "month-done 2024-05 0.25亿元",
        "month-done 2024-06 0.32亿元",
        "done 2024-06 4.56亿元",
      ])
    #expect(try result.milestones("智能装备产业园一期") == ["started 2021-03-15", "commissioned 2024-12?"])
    #expect(try result.milestones("锂电池正极材料项目") == ["started 2022-06-01", "commissioned 2025-06?"])
    #expect(try result.milestones("生物医药中试基地") == ["started 2023-09-20", "commissioned 2026-08?"])
    #expect(try result.project("锂电池正极材料项目").note?.name.zh == "存在问题：用电容量不足")
    #expect(try result.project("智能装备产业园一期").note == nil)
    #expect(try result.project("智能装备产业园一期").owner?.zh == "江城城投集团")
    let total = try #require(result.plan.lines.first { $0.label == .total })
    #expect(total.rows == 8...8 && total.reason?.en == "the word '合计'; 总投资, 年计划投资: the sum of 3 rows")
  }

  @Test func `the export of a project system`() throws {
    let result = try put(.projects, table("02-export"))
    let foil = try result.project("年产5万吨电池箔项目")
    #expect(foil.code == "2203-500000-04-01-000001" && foil.owner?.zh == "甲铝业有限公司")
    #expect(foil.park == "east" && foil.clusters == ["materials"])
    #expect(try result.figures("年产5万吨电池箔项目") == ["investment 2024 5亿元"])
    #expect(try result.figures("半导体封装项目") == ["investment 2024 12.3亿元"])
    #expect(try result.milestones("年产5万吨电池箔项目") == ["started 2022-05-01", "commissioned 2023-12-31?"])
    #expect(try result.milestones("半导体封装项目") == ["started 2022-10-01", "commissioned 2024-06-30?"])
  }

  @Test func `two levels of heads, sections and ranges of years`() throws {
    let result = try put(.projects, table("03-two-heads"))
    #expect(result.dataset.projects.map(\.name.zh) == ["高端数控机床项目", "工程机械再制造基地", "中药配方颗粒项目", "原料药绿色工厂"])
    #expect(
      result.dataset.projects.map(\.clusters) == [["equipment"], ["equipment"], ["pharma"], ["pharma"]])
    #expect(
      try result.figures("高端数控机床项目") == [
        "land 2024 120亩", "investment 2024 15亿元", "done 2023 7.5亿元", "year-plan 2024 4.1亿元",
      ])
    #expect(try result.milestones("高端数控机床项目") == ["started 2021", "commissioned 2025?"])
    #expect(
      try result.milestones("原料药绿色工厂") == ["started 2024?", "commissioned 2026?", "planned by 2024-07-10"])
    #expect(result.plan.doubts.isEmpty)
    #expect(
      result.plan.lines.map(\.label) == [.title, .unit, .head, .total, .section, .data, .section, .data])
    #expect(result.plan.lines[2].rows == 3...4)
  }

  @Test func `a month by industry, with the total of the district`() throws {
    let result = try put(.observations, table("04-monthly-wide"), source: "stat")
    #expect(result.dataset.figures.count == 24)
    func figures(_ subject: Subject) -> [String] {
      result.dataset.figures.filter { $0.subject == subject }.map(OfficeTableTests.text)
    }
    #expect(
      figures(.district) == [
        "gross-output 2022-11 44.4818亿元", "gross-output 2022-11 19.3% growth",
        "gross-output 2022-01/2022-11 425.1221亿元 cumulative", "gross-output 2022-01/2022-11 27.1% growth",
      ])
    #expect(
      figures(.cluster("electronics")) == [
        "gross-output 2022-11 3.9741亿元", "gross-output 2022-11 18.1% growth",
        "gross-output 2022-01/2022-11 40.8654亿元 cumulative", "gross-output 2022-01/2022-11 -7.8% growth",
      ])
    #expect(result.dataset.figures.allSatisfy { $0.scope == "above-scale" })
    #expect(result.plan.doubts.isEmpty)
  }

  @Test func `base and target side by side`() throws {
    let result = try put(.observations, table("05-plan-form"), source: "plan")
    #expect(
      result.dataset.figures.map(OfficeTableTests.text) == [
        "gross-output 2020 226.5亿元", "gross-output 2025 350亿元 target", "gross-output 2021/2025 9.1% growth",
        "value-added 2020 52.3亿元", "value-added 2025 120亿元 target", "value-added 2021/2025 18% cumulative",
        "firms 2020 104家", "firms 2025 ≥180家 target",
        "rd-intensity 2020 1.2%", "rd-intensity 2025 ≥2% target", "rd-intensity 2021/2025 0.8% cumulative",
        "energy-intensity 2020 0.85吨标煤/万元", "energy-intensity 2025 完成市下达目标 target",
        "electricity 2020 12.6亿千瓦时", "electricity 2025 18亿千瓦时 target", "electricity 2021/2025 7.4% growth",
      ])
    #expect(
      result.dataset.figures.allSatisfy {
        ($0.plan == "fyp") == ($0.kind != .actual) && $0.subject == .district
      })
  }

  @Test func `a blank subject continues the one above and is never the district`() throws {
    let result = try put(.observations, table("06-merged"), source: "stat") { $0.scope = "above-scale" }
    #expect(
      result.dataset.figures.map(\.subject.text) == Array(repeating: "cluster/equipment", count: 3)
        + Array(repeating: "cluster/electronics", count: 2))
    #expect(result.plan.mapping.columns[0].remark?.en.contains("blank cells continue the one above") == true)
    let first = try faults(.observations, "集群,指标,期间,数值\n,规上工业总产值,2022年,1亿元\n装备制造业,规上工业总产值,2022年,1亿元\n")
    #expect(first == ["t:2: error: '集群': is empty; --fill 集群 continues the cell above  [A2]"])
  }

  @Test func `the name decides, not the running number`() throws {
    let april = try put(.projects, table("07-numbers-april"))
    let may = try put(.projects, table("07-numbers-may"), into: april.fixture)
    #expect(may.dataset.projects.map(\.name.zh) == ["铝箔项目", "数控机床项目", "储能项目"])
    #expect(try may.milestones("铝箔项目") == ["started 2024-04-01", "commissioned 2024-05-30"])
    #expect(try may.milestones("数控机床项目") == ["signed 2024-04-10", "started 2024-05-28"])
    #expect(may.plan.mapping.columns[0].remark?.en == "running number, not an id")
  }

  @Test func `two months are two periods without a contradiction`() throws {
    let may = try put(.projects, table("08-months-may")) { $0.period = "2024-05" }
    let june = try put(.projects, table("08-months-june"), into: may.fixture) { $0.period = "2024年6月" }
    #expect(
      try june.figures("锂电池正极材料项目") == [
        "investment 2024 8.56亿元", "month-done 2024-05 0.18亿元", "done 2024-05 5.02亿元",
        "month-done 2024-06 0.21亿元", "done 2024-06 5.23亿元",
      ])
    #expect(
      ImportPlan.doubts(from: may.dataset, to: june.dataset).filter { $0.fault.rule == "different-values" }
        .isEmpty)
    #expect(
      try faults(.projects, table("08-months-may")).first?.contains(
        "D1 '本月完成投资（万元）': no period in head or title; give it with --period") == true)
  }

  @Test(arguments: [
    ("09-semicolon", ["started 2024-01-15"]), ("10-sep-line", ["started 2024-01-15"]),
    ("11-wrapped-head", ["started 2024-01-15"]),
  ])
  func `delimiters and wrapped heads`(name: String, milestones: [String]) throws {
    let result = try put(.projects, table(name))
    #expect(try result.milestones("测试甲项目") == milestones)
    #expect(try result.project("测试甲项目").clusters == ["equipment"])
  }

  @Test func `an amount without a unit is refused with the remedy`() throws {
    let found = try faults(.projects, table("12-no-unit"))
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix("t:2: error: '总投资': no unit for 120000; give that of the column with --unit 总投资=万元"))
    #expect(found[0].hasSuffix("[B2]"))
    let given = try put(.projects, table("12-no-unit")) { $0.units = [("总投资", "万元")] }
    #expect(try given.figures("甲项目") == ["investment 2024 12亿元"])
  }

  @Test func `totals and sections are not projects, and are checked`() throws {
    let result = try put(.projects, table("13-totals"))
    #expect(result.dataset.projects.map(\.name.zh) == ["高端数控机床项目", "工程机械再制造基地"])
    #expect(
      result.plan.doubts.map { $0.text("t", .en, .warning) } == [
        "t:2: warning: '总投资（万元）': the total is 394000, but 2 rows add up to 262000  [E2]",
        "t:2: warning: '合计(4个)', but the table has 2 rows  [B2]",
      ])
  }

  @Test func `words of state and ownership`() throws {
    let refused = try faults(.projects, table("14-states"))
    #expect(
      refused.count == 1 && refused[0].contains("--leave-out 西部园区") && !refused[0].contains("did you mean"))
    let result = try put(.projects, table("14-states")) { $0.leftOut = ["西部园区"] }
    #expect(try result.milestones("甲一项目") == ["commissioned by 2025?", "started by 2024-07-10"])
    #expect(try result.milestones("甲二项目") == ["commissioned 2026-06?", "planned by 2024-07-10"])
    #expect(try result.milestones("甲三项目") == ["commissioned by 2024-06"])
    #expect(try result.milestones("甲四项目") == ["planned by 2024-07-10"])
    #expect(
      try ["甲一项目", "甲三项目", "甲四项目"].map(result.figures) == [
        ["investment 2024 3.2亿元"], ["investment 2024 0.8亿元"], ["investment 2024 1.5亿元"],
      ])
    #expect(try result.figures("甲二项目") == [])
    #expect(try result.project("甲一项目").park == "east" && result.project("甲二项目").park == nil)
  }
}
