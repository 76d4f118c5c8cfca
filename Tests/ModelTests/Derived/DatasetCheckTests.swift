import Model
import Testing

struct DatasetCheckTests {
  @Test(arguments: ["small", "gas-conversion", "qianjiang"])
  func `whatever is odd in the datasets is recorded`(name: String) throws {
    let found = DatasetCheck(dataset: try Fixture(name).dataset()).diagnostics()
    #expect(found.filter { $0.severity != .note }.map { $0.message(.en) } == [])
    #expect(found.isEmpty == (name == "gas-conversion"))
  }

  @Test func `what nobody recorded is a warning at the figure`() throws {
    let dataset = try Fixture("small").removing("conflicts.json").dataset()
    #expect(
      DatasetCheck(dataset: dataset).diagnostics().map { $0.message(.en) } == [
        "figures.json:296:3: warning: east-area-report: 5 km2 ≠ 6 km2 [different-values], "
          + "not recorded among the conflicts"
      ])
    #expect(
      DatasetCheck(dataset: try Fixture("small").dataset()).diagnostics().map { $0.message(.zh) } == [
        "figures.json:296:3: 说明: east-area-report：5平方公里 ≠ 6平方公里 [different-values]，已记录为矛盾 east-area"
      ])
  }
}
