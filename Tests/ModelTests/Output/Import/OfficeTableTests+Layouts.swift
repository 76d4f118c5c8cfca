import Domain
import Figures
import Testing

@testable import Output

/// Layouts like those of the fixtures.
extension OfficeTableTests {
  @Test func `heads of two levels over months and rates`() throws {
    let text =
      "江城区2023年1-9月分行业工业增加值,,,,\n,,,,单位：亿元\n行业,9月,,1-9月,\n,增加值,同比增长（%）,增加值,同比增长（%）\n装备制造业,2.1,5.5,20.0,6.3\n"
    let result = try put(.observations, text, source: "stat")
    #expect(
      result.dataset.figures.map(OfficeTableTests.text) == [
        "value-added 2023-09 2.1亿元", "value-added 2023-09 5.5% growth",
        "value-added 2023-01/2023-09 20亿元 cumulative",
        "value-added 2023-01/2023-09 6.3% growth",
      ])
  }

  @Test func `years as rows, months as columns, clusters as rows`() throws {
    let years = try put(
      .observations, "年份,工业总产值（亿元）,工业用电量（亿千瓦时）\n2020年,226.5,12.6\n2021年,240.1,13.2\n", source: "stat")
    #expect(years.dataset.figures.map(\.period.text) == ["2020", "2020", "2021", "2021"])
    let months = try put(.observations, "指标,1月,1-2月\n规上工业总产值（亿元）,20,40.5\n", source: "stat") {
      $0.period = "2024"
    }
    #expect(
      months.dataset.figures.map(OfficeTableTests.text) == [
        "gross-output 2024-01 20亿元", "gross-output 2024-01/2024-02 40.5亿元 cumulative",
      ])
    let clusters = try put(
      .observations, "集群,规上工业总产值,规上工业增加值\n装备制造业,100亿元,30亿元\n电子信息业,50亿元,—\n合计,160亿元,30亿元\n", source: "stat"
    ) {
      $0.period = "2023"
    }
    #expect(clusters.dataset.figures.count == 3)
    #expect(clusters.plan.doubts.map(\.cell) == ["B4"])
  }

  @Test func `a transposed table`() throws {
    let result = try put(
      .projects,
      "项目名称,甲项目,乙项目\n所属行业,装备制造业,新能源产业\n总投资（万元）,\"12,000\",\"3,400\"\n开工日期,2023-01-05,2023-06\n竣工时间,2025年底,2024年12月\n"
    )
    #expect(try result.milestones("甲项目") == ["started 2023-01-05", "commissioned by 2025?"])
    #expect(try result.figures("乙项目") == ["investment 2024 0.34亿元"])
    let found = try faults(.projects, "项目名称,甲项目,乙项目\n所属行业,装备制造业,新能源产业\n开工日期,2023-01-05,2023-13\n")
    #expect(found.count == 1 && found[0].hasSuffix("[C3]"), "\(found)")
  }

  @Test func `a list with captions around it, and a section above its head`() throws {
    let text =
      "一、装备制造业,,,\n填报单位：工信局,,填报日期：2024年7月5日,\n序号,工程名称,总投资,开工情况\n1,甲机床厂,3.5亿元,已开工\n2,乙机床厂,约8000万元,尚未开工\n合 计,,,\n填表人：张三,,联系电话：123,\n"
    let result = try put(.projects, text)
    #expect(result.dataset.projects.map(\.name.zh) == ["甲机床厂", "乙机床厂"])
    #expect(result.dataset.projects.allSatisfy { $0.clusters == ["equipment"] })
    #expect(try result.milestones("乙机床厂") == ["planned by 2024-07-10"])
    #expect(try result.figures("乙机床厂") == ["investment 2024 ≈0.8亿元"])
  }

  @Test func `the options of the guess repeat it`() throws {
    for (name, kind, source) in [
      ("03-two-heads", TableImport.Kind.projects, "table"), ("04-monthly-wide", .observations, "stat"),
      ("05-plan-form", .observations, "plan"),
    ] {
      let plan = try put(kind, table(name), source: source).plan
      #expect(plan.options.first?.1 == "comma")
      let head = try #require(plan.options.first { $0.0 == "--head" }?.1)
      let rows = head.split(separator: "-").compactMap { Int($0) }
      let again = try put(kind, table(name), source: source) { options in
        options.head = rows[0]...rows[rows.count - 1]
        options.period = plan.options.first { $0.0 == "--period" }?.1
        options.indicator = plan.options.first { $0.0 == "--indicator" }?.1
        options.plan = plan.options.first { $0.0 == "--plan" }?.1
        func pairs(_ option: String) -> [(String, String)] {
          (plan.options.first { $0.0 == option }?.1 ?? "").split(separator: ",").map { pair in
            let halves = pair.split(separator: "=").map(String.init)
            return (halves[0], halves[1])
          }
        }
        options.choices = pairs("--map")
        options.units = pairs("--unit")
        options.labels = Dictionary(
          uniqueKeysWithValues: pairs("--label").compactMap { row, label in
            Int(row).flatMap { row in LineLabel(rawValue: label).map { (row, $0) } }
          })
      }
      #expect(again.plan.changes.map(\.words) == plan.changes.map(\.words), "\(name)")
    }
  }
}
