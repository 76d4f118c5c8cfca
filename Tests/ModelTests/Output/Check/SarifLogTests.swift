import Output
import Store
import Testing

struct SarifLogTests {
  private func log(_ diagnostics: [Diagnostic], bytes: [String: [UInt8]] = [:]) -> String {
    SarifLog(
      diagnostics, files: SarifLog.Files(root: "/home/a b/repo", builtIn: "built-in", bytes: bytes),
      version: "1.2.3", language: .en
    ).json.text
  }

  private func fault(_ path: String, _ line: Int? = 2, _ column: Int? = 9) -> Diagnostic {
    Diagnostic(path: path, line: line, column: column, fault: .badID("A"))
  }

  private func holds(_ text: String, _ part: String) -> Bool { text.range(of: part) != nil }

  @Test(arguments: [
    ("data/figures.json", "data/figures.json"), ("./data/a.json", "data/a.json"),
    ("/home/a b/repo/data/a.json", "data/a.json"), ("../other/a.json", "../other/a.json"),
    ("/srv/a.json", "../../../srv/a.json"), ("数据/a#1.json", "%E6%95%B0%E6%8D%AE/a%231.json"),
    ("built-in/figures.json", "built-in/figures.json"),
  ])
  func `places are relative and encoded`(path: String, uri: String) {
    let text = log([fault(path)])
    #expect(holds(text, "\"uri\": \"\(uri)\""))
    #expect(holds(text, "\"uriBaseId\": \"SRCROOT\"") == !path.hasPrefix("built-in"))
    #expect(holds(text, "\"uri\": \"file:///home/a%20b/repo/\""))
  }

  @Test func `columns count characters, and a whole file has no region`() {
    let bytes = Array("{\n\"区\": 1}".utf8)
    #expect(holds(log([fault("a.json", 2, 6)], bytes: ["a.json": bytes]), "\"startColumn\": 4"))
    #expect(holds(log([fault("a.json", 9, 6)], bytes: ["a.json": bytes]), "\"startColumn\": 6"))
    #expect(!holds(log([fault("a.json", nil, nil)]), "region"))
  }

  /// Three bytes each: the columns 1, 901 and 1537 are those of characters 1, 301 and 513, also at the end of a block of 256 bytes.
  @Test(arguments: [(1, 1), (901, 301), (1537, 513)])
  func `columns are counted anywhere in a long line`(column: Int, character: Int) {
    let bytes = Array(("{}\n" + String(repeating: "区", count: 512)).utf8)
    #expect(
      holds(log([fault("a.json", 2, column)], bytes: ["a.json": bytes]), "\"startColumn\": \(character)\n"))
  }

  @Test func `a result points at its rule`() throws {
    let index = try #require(CheckRule.all.firstIndex { $0.id == "bad-id" })
    let text = log([fault("a.json")])
    #expect(holds(text, "\"ruleId\": \"bad-id\""))
    #expect(holds(text, "\"ruleIndex\": \(index)"))
    #expect(holds(text, "\"level\": \"error\""))
  }
}
