import Domain
import Figures
import Testing

@testable import Output

/// What is refused or doubted instead of guessed.
extension OfficeTableTests {
  @Test func `a number that contradicts a name is refused with both named`() throws {
    let first = try put(.projects, table("02-export"))
    let other = try CSVReader.read(Array("项目代码,项目名称,建设开始时间\n2203-500000-04-01-000001,储能电站,2024-01\n".utf8))
    let found = try faults(.projects, other, into: first.fixture)
    #expect(
      found.count == 1 && found[0].contains("年产5万吨电池箔项目") && found[0].contains("储能电站")
        && found[0].hasSuffix("[A2]"))
  }

  @Test(arguments: ["半导体 封装项目", "半导体封装", "半导体封装项目（新建）"])
  func `a name that nearly equals another one needs a decision`(name: String) throws {
    let first = try put(.projects, table("02-export"))
    let grid = try CSVReader.read(Array("项目名称,建设开始时间\n\(name),2022-11\n".utf8))
    let found = try faults(.projects, grid, into: first.fixture)
    #expect(found.count == 1 && found[0].contains("--same") && found[0].contains("--new"))
    let id = try first.project("半导体封装项目").id
    let same = try put(.projects, grid, into: first.fixture) { $0.same = [(name, id)] }
    let new = try put(.projects, grid, into: first.fixture) { $0.new = [name] }
    #expect((same.dataset.projects.count, new.dataset.projects.count) == (2, 3))
  }

  @Test(arguments: [
    ("项目名称,总投资（万元）,开工日期\n甲,1.2亿元,2024-01\n", "the unit of the cell is 亿元, that of its column 万元"),
    ("单位：亿元,,\n项目名称,总投资（万元）,开工日期\n甲,1200,2024-01\n", "the unit of the head is 万元, that of the title 亿元"),
  ])
  func `units that clash are refused`(text: String, message: String) throws {
    let found = try faults(.projects, text)
    #expect(found.count == 1 && found[0].contains(message), "\(found)")
  }

  @Test(arguments: ["yuan per head", "million yuan incl. tax", "million yen", "10k tonnes"])
  func `a unit of several Latin words is refused unless all of it is known`(unit: String) throws {
    let found = try faults(.projects, "项目名称,\"总投资（\(unit)）\",开工日期\n甲,12000,2024-01\n")
    #expect(found.count == 1 && found[0].contains("cannot be converted"), "\(found)")
    #expect(found.first?.hasSuffix("[B2]") == true)
  }

  @Test func `the English names of units are read`() throws {
    for (unit, digits) in [
      ("x100M yuan", "1.2"), ("x10k yuan", "12000"), ("10k yuan", "12000"), ("10,000 yuan", "12000"),
      ("million yuan", "120"), ("RMB million", "120"), ("100 million yuan", "1.2"), ("bn yuan", "0.12"),
    ] {
      let text = "项目名称,\"总投资（\(unit)）\",开工日期\n甲机床厂,\(digits),2024-01\n"
      let result = try put(.projects, try CSVReader.read(Array(text.utf8)))
      #expect(try result.figures("甲机床厂") == ["investment 2024 1.2亿元"], "\(unit)")
    }
  }

  @Test func `a value far from its neighbours or from before is doubted`() throws {
    let rows = ["甲", "乙", "丙", "丁"].map { "\($0)厂,100,2024-01\n" }.joined()
    let result = try put(.projects, "项目名称,总投资（万元）,开工日期\n\(rows)戊厂,100000000,2024-01\n")
    #expect(result.plan.doubts.map(\.cell) == ["B6"])
    let again = try put(
      .projects, CSVReader.read(Array("项目名称,总投资（亿元）,开工日期\n甲厂,100,2024-01\n".utf8)), into: result.fixture)
    #expect(again.plan.doubts.map { $0.message.en } == ["100 亿元, but 0.01 before; is the unit right?"])
  }

  @Test func `a total that only its sums show is the user's to say`() throws {
    let text = "项目名称,总投资（万元）,开工日期\n甲,100,2024-01\n乙,200,2024-01\n全部,300,2024-01\n"
    #expect(try put(.projects, text).dataset.projects.count == 3)
    #expect(try put(.projects, text) { $0.labels = [4: .total] }.dataset.projects.count == 2)
  }
}
