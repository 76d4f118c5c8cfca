import Testing

@testable import App
@testable import Canvas

/// The keys of the import screen, in the lists that footer, help and documentation follow.
struct ImportKeyTests {
  @Test(arguments: [ImportKey.table, ImportKey.things, ImportKey.difference])
  func `no key has two meanings on a page`(keys: [ImportKey]) {
    let all = keys.flatMap(\.keys)
    #expect(Set(all).count == all.count)
  }

  @Test func `docs/import.md lists the keys of the table with the words of the help`() throws {
    let page = try #require(TextFile.read("\(Fixture.package)/docs/import.md"))
    let section = try #require(
      page.components(separatedBy: "## On a screen\n").last?.components(separatedBy: "\n## ")[0])
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let keys = ImportKey.table.filter { !$0.label.isEmpty }
    #expect(rows == keys.map { "| `\($0.label)` | \($0.name.en) |" })
  }

  @Test func `the footer has the way out on every page and at every width`() throws {
    for keys in ["", "e", "c", "?", "d"] {
      var stage = try ImportStage(.projects, "项目名称,开工日期\n甲厂,2023-01\n", width: 40, height: 12)
      stage.press(keys)
      #expect(stage.lines.last?.hasSuffix("? help  q leave") == true, "\(keys): \(stage.text)")
      #expect((stage.lines.last?.contains("Esc back") == true) == !keys.isEmpty, "\(keys): \(stage.text)")
    }
  }
}
