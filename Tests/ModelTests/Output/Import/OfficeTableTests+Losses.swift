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
        "t:3: warning: '产业': blank in 1 rows, which get no cluster; --fill 产业 continues the cell above  [A3]"
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
}
