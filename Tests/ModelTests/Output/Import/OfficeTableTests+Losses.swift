import Domain
import Figures
import Testing

@testable import Output

/// What a table says is never lost without a word.
extension OfficeTableTests {
  @Test func `a merged column of clusters before the names is filled down`() throws {
    let result = try put(
      .projects, "产业,项目名称,开工日期\n装备制造业,甲项目,2024-01\n,乙项目,2024-02\n电子信息业,丙项目,2024-03\n,丁项目,2024-04\n")
    #expect(
      result.dataset.projects.map(\.clusters) == [
        ["equipment"], ["equipment"], ["electronics"], ["electronics"],
      ])
    #expect(result.plan.mapping.columns[0].remark?.en == "clusters, blank cells continue the one above")
    #expect(result.plan.options.first { $0.0 == "--fill" }?.1 == "产业")
    #expect(result.plan.doubts.isEmpty)
  }

  @Test func `blank clusters among repeated ones are warned of`() throws {
    let text = "产业,项目名称,开工日期\n装备制造业,甲项目,2024-01\n,乙项目,2024-02\n装备制造业,丙项目,2024-03\n"
    let result = try put(.projects, text)
    #expect(result.dataset.projects.map(\.clusters) == [["equipment"], [], ["equipment"]])
    #expect(
      result.plan.doubts.map { $0.text("t", .en, .warning) } == [
        "t:3: warning: '产业': blank in 1 row, without a cluster then; --fill 产业 continues the cell above  [A3]"
      ])
    let filled = try put(.projects, text) { $0.filled = ["产业"] }
    #expect(filled.dataset.projects.map(\.clusters) == Array(repeating: ["equipment"], count: 3))
    #expect(filled.plan.doubts.isEmpty)
  }

  @Test func `a cell marked empty ends a merged cluster`() throws {
    let result = try put(
      .projects, "产业,项目名称,开工日期\n装备制造业,甲项目,2024-01\n—,乙项目,2024-02\n,丙项目,2024-03\n")
    #expect(result.dataset.projects.map(\.clusters) == [["equipment"], [], []])
  }

  @Test(arguments: ["1-9月累计完成投资", "1-9月完成投资", "2023年1-9月累计完成投资", "2023年前三季度完成投资"])
  func `an amount since January is a sum of months, not what is done so far`(head: String) throws {
    let text = "项目名称,开工日期,\(head)（万元）,自开工累计完成投资（万元）\n甲项目,2022-01,4500,9000\n"
    let result = try put(.projects, text) { $0.period = "2023-09" }
    #expect(
      try result.figures("甲项目") == ["month-done 2023-01/2023-09 0.45亿元 cumulative", "done 2023-09 0.9亿元"])
    #expect(
      result.plan.mapping.columns[2].remark?.en
        == "figure Done this month, 2023-01 to 2023-09, cumulative, 万元 → x100M yuan")
    #expect(
      try put(.projects, CSVReader.read(Array(text.utf8)), into: result.fixture) { $0.period = "2023-09" }
        .plan.changes.isEmpty)
  }

  @Test func `a level over several months is refused`() throws {
    let found = try faults(.projects, "项目名称,开工日期,1-9月自开工累计完成投资（万元）\n甲项目,2022-01,4500\n") {
      $0.period = "2023-09"
    }
    #expect(
      found.count == 1 && found[0].contains("a sum since January, but done is a level")
        && found[0].contains("--map 1-9月自开工累计完成投资（万元）=done@2023-09"), "\(found)")
  }

  @Test(arguments: [
    ("4252221", ["t:3: warning: '累计': the district is 4252221, but 5 rows add up to 4251221  [D3]"]),
    ("4251221", []),
  ])
  func `a sum of the district that is not that of all clusters is doubted`(printed: String, doubts: [String])
    throws
  {
    let text = try Repository.text("fixtures/offices/tables/04-monthly-wide.csv")
      .replacing("五大产业合计", with: "全区").replacing("4251221", with: printed)
    let result = try put(.observations, text, source: "stat")
    #expect(result.dataset.figures.count { $0.subject == .district } == 4)
    #expect(result.plan.doubts.map { $0.text("t", .en, .warning) } == doubts)
  }

  @Test func `a section of an unknown cluster is warned of`() throws {
    let text =
      "序号,项目名称,开工日期\n一,装备制造业（1个）,\n1,甲项目,2024-01\n二,其他产业（1个）,\n2,乙项目,2024-02\n"
    let result = try put(.projects, text)
    #expect(result.dataset.projects.map(\.clusters) == [["equipment"], []])
    #expect(
      result.plan.doubts.map { $0.text("t", .en, .warning) } == [
        "t:4: warning: no cluster '其他产业'; the projects below it get none; confirm with --leave-out 其他产业  [B4]"
      ])
    #expect(try put(.projects, text) { $0.leftOut = ["其他产业"] }.plan.doubts.isEmpty)
  }

  @Test func `a section by state, or with a column of clusters, is not warned of`() throws {
    let states = "序号,项目名称,开工日期\n一,续建项目,\n1,甲项目,2024-01\n二,拟新开工项目,\n2,乙项目,2024-02\n"
    #expect(try put(.projects, states).plan.doubts.isEmpty)
    let column = "序号,项目名称,集群,开工日期\n一,重大项目,,\n1,甲项目,装备制造业,2024-01\n"
    #expect(try put(.projects, column).plan.doubts.isEmpty)
  }

  @Test func `the same amount of a project from another document is confirmed`() throws {
    let grid = try CSVReader.read(Array("项目名称,总投资（万元）,开工日期\n甲项目,12000,2024-01\n".utf8))
    let first = try put(.projects, grid)
    let second = try put(.projects, grid, source: "stat", into: first.fixture)
    #expect(second.plan.changes.map(\.kind) == [.confirmed])
    #expect(second.dataset.figures.map { $0.citations.map(\.source) } == [["table", "stat"]])
    #expect(second.dataset.figures.last?.citations.last?.printed == "12000")
    let again = try put(.projects, grid, source: "stat", into: second.fixture)
    #expect(again.plan.changes.isEmpty && again.plan.unchanged == 1)
  }

  @Test func `a document of the project in the column of sources does not confirm its figures`() throws {
    let first = try put(.projects, "项目名称,总投资（万元）,开工日期\n甲项目,12000,2024-01\n", source: "stat")
    let fixture = try first.fixture.replacing(
      "\"source\": \"stat\"", in: "figures.json", with: "\"source\": \"table\"")
    for (source, kinds) in [("stat", []), ("table", []), ("plan", [ImportChange.Kind.confirmed])] {
      let grid = try CSVReader.read(Array("项目名称,总投资（万元）,来源\n甲项目,12000,\(source)\n".utf8))
      #expect(try put(.projects, grid, into: fixture).plan.changes.map(\.kind) == kinds, "\(source)")
    }
  }

  @Test func `a known lower head below an unknown group is read alone`() throws {
    let text =
      "序号,项目名称,投资（万元）,,建设期限,\n,,总投资,其中银行贷款,开工时间,竣工时间\n1,甲项目,12000,3000,2024-01,2025-12\n"
    let result = try put(.projects, text)
    #expect(try result.figures("甲项目") == ["investment 2024 1.2亿元"])
    #expect(try result.milestones("甲项目") == ["started 2024-01", "commissioned 2025-12?"])
    #expect(result.plan.mapping.columns[2].unit == "万元" && result.plan.mapping.columns[3].field == nil)
  }

  @Test func `a lower head does not take the place of a head of its own`() throws {
    let text = "项目名称,开工日期,联系人,\n,,名称,电话\n甲项目,2024-01,张三,123\n"
    let result = try put(.projects, text)
    #expect(result.dataset.projects.map(\.name.zh) == ["甲项目"])
    #expect(result.plan.mapping.columns[2].field == nil)
  }

  @Test func `subjects with signs and words around them`() throws {
    let text =
      "2023年11月江城区规上工业总产值（亿元）,\n行业,本月\n全区规上工业,10\n#装备制造业,6\n　其中：电子信息业,3\n其中:＃新能源产业,1\n"
    let result = try put(.observations, text, source: "stat")
    #expect(
      result.dataset.figures.map { "\($0.subject.text) \($0.value)" } == [
        "district 10.0", "cluster/equipment 6.0", "cluster/electronics 3.0", "cluster/energy 1.0",
      ])
  }

  @Test(arguments: [
    ("全区规上工业", "above-scale"), ("全县规模以上工业", "above-scale"), ("全区工业", "district"), ("全区", "district"),
  ])
  func `the subject of a row can name its scope`(subject: String, scope: String) throws {
    let result = try put(
      .observations, "主体,指标,期间,数值\n\(subject),工业用电量,2023年,3亿千瓦时\n", source: "stat")
    #expect(result.dataset.figures.map { "\($0.subject.text) \($0.scope)" } == ["district \(scope)"])
  }

  @Test func `a new project without a stage names the columns that may hold it`() throws {
    let text = "项目名称,联系人,推进阶段\n甲项目,张三,已开工\n"
    let found = try faults(.projects, text)
    #expect(found.count == 1 && found[0].contains("or a date, or use --map 推进阶段=开工状态"), "\(found)")
    let chosen = try put(.projects, text) { $0.choices = [("推进阶段", "开工状态")] }
    #expect(try chosen.milestones("甲项目") == ["started by 2024-07-10"])
    let plain = try faults(.projects, "项目名称,联系人\n甲项目,张三\n")
    #expect(plain.count == 1 && !plain[0].contains("--map") && plain[0].contains("use --state 在建  [A2]"))
    let given = try put(.projects, text) { $0.state = "前期" }
    #expect(try given.milestones("甲项目") == ["planned by 2024-07-10"])
  }

  @Test func `a column of progress is the state where every cell is one`() throws {
    let result = try put(.projects, "项目名称,进展情况\n甲项目,已开工\n乙项目,未开工\n")
    #expect(try result.milestones("甲项目") == ["started by 2024-07-10"])
    #expect(try result.milestones("乙项目") == ["planned by 2024-07-10"])
    let prose = try put(.projects, "项目名称,进展情况,开工日期\n甲项目,完成桩基,2024-01\n乙项目,已开工,2024-02\n")
    #expect(prose.plan.mapping.columns[1].field == nil)
    #expect(try prose.milestones("乙项目") == ["started 2024-02"])
  }
}
