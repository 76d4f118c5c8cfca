import Testing

@testable import Domain
@testable import Output

/// Names and states of tables that resemble words for totals and sections.
struct TableNameTests {
  private func imported(_ table: String, _ change: (inout TableImport.Options) -> Void = { _ in }) throws
    -> Dataset
  {
    let small = try Fixture("small")
    var options = TableImport.Options(source: "briefing", choices: [])
    change(&options)
    let plan = try TableImport.plan(
      .projects, CSVReader.read(Array(table.utf8)), options: options, dataset: small.dataset(),
      files: small.files, directory: "data")
    return try plan.files.reduce(small) { $0.setting($1.name, to: String(decoding: $1.bytes, as: UTF8.self)) }
      .dataset()
  }

  @Test(arguments: ["小计量器具厂", "总计算力中心", "合计重工项目", "一、二期厂房项目"])
  func `a name is neither a total nor a section`(name: String) throws {
    let after = try imported("项目名称,开工日期,集群\n\(name),2022-05-01,食品\n牛奶厂,2021-05-01,\n")
    #expect(after.projects.contains { $0.name.zh == name })
  }

  @Test(arguments: ["合计", "小计", "五大产业合计", "合计：2个", "合计（2个）"])
  func `a total is not a project`(name: String) throws {
    let after = try imported(
      "项目名称,开工日期,总投资（万元）\n甲厂,2022-05-01,1000\n乙厂,2022-06-01,2000\n\(name),,3000\n")
    #expect(after.projects.suffix(2).map(\.name.zh) == ["甲厂", "乙厂"])
  }

  @Test func `the chosen scope is that of every amount`() throws {
    let small = try Fixture("small").dataset()
    let scope = try #require(small.vocabulary.scopes.first { $0.id != "project" })
    let after = try imported("项目名称,开工日期,总投资（万元）\n甲厂,2022-05-01,1000\n") {
      $0.scope = scope.name.zh
    }
    #expect(after.figures.last { $0.subject.kind == .project }?.scope == scope.id)
  }

  @Test func `a state without a stage is reported`() throws {
    let table = "项目名称,开工状态\n甲厂,停工\n"
    let without = try Fixture("small").replacing(
      "\"ladder\": \"stalled\"", in: "vocabulary.json", with: "\"ladder\": \"cancelled\"")
    let failure = #expect(throws: ImportFailure.self) {
      try TableImport.plan(
        .projects, CSVReader.read(Array(table.utf8)),
        options: TableImport.Options(source: "briefing", choices: []), dataset: without.dataset(),
        files: without.files, directory: "data")
    }
    #expect(failure?.faults.contains { $0.text("t", .en).contains("no stage on the rung 'stalled'") } == true)
  }

  @Test func `a table of unknown names stops looking for similar ones`() throws {
    let small = try Fixture("small").dataset()
    let index = NameIndex(small, comparisons: 100)
    func message() -> String {
      do throws(CellFault) {
        _ = try index.one("projects", "Dairyy")
        return ""
      } catch {
        return error.message.en
      }
    }
    #expect(message().contains("did you mean 'dairy'"))
    for _ in 0..<100 { _ = message() }
    #expect(message().contains("no 'Dairyy'") && !message().contains("did you mean"))
  }
}
