import Store
import Testing

/// Every fault of syntax as the loader reports it, with line and column.
struct JSONFaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var bytes: [UInt8]
    var place: String
    var found: String
    var hint: String

    init(_ text: String, _ place: String, _ found: String, _ hint: String) {
      self.init(Array(text.utf8), place, found, hint)
    }

    init(_ bytes: [UInt8], _ place: String, _ found: String, _ hint: String) {
      (self.bytes, self.place, self.found, self.hint) = (bytes, place, found, hint)
    }

    var testDescription: String { "\(String(decoding: bytes.prefix(40), as: UTF8.self)) \(hint)" }
  }

  static let cases = [
    Case("", "1:1", "the end of the file", "expected a value"),
    Case(" \n ", "2:2", "the end of the file", "expected a value"),
    Case("\u{FEFF}", "1:4", "the end of the file", "expected a value"),
    Case("{\"figures\": [\n NaN]}", "2:2", "'NaN]}'", "expected a value"),
    Case("{\"figures\": [\n 1,]}", "2:4", "']}'", "expected a value"),
    Case("{\"figures\": Infinity}", "1:13", "'Infinity}'", "expected a value"),
    Case("{\"figures\": 'a'}", "1:13", "''a'}'", "expected a value"),
    Case("{\"figures\": [], }", "1:17", "'}'", "expected a key in quotation marks"),
    Case("{figures: []}", "1:2", "'figures: []}'", "expected a key in quotation marks"),
    Case("{// none\n}", "1:2", "'// none'", "expected a key in quotation marks"),
    Case("{\"figures\" []}", "1:12", "'[]}'", "expected ':'"),
    Case("{\"figures\": []\n\"a\": 1}", "2:1", "'\"a\": 1}'", "expected ',' or '}'"),
    Case("{\"figures\": [1\n 2]}", "2:2", "'2]}'", "expected ',' or ']'"),
    Case("{\"figures\": [1", "1:15", "the end of the file", "expected ',' or ']'"),
    Case("{\"figures\": 1.}", "1:15", "'}'", "not a number, or too large"),
    Case("{\"figures\": 1e}", "1:15", "'}'", "not a number, or too large"),
    Case("{\"figures\": 1e999}", "1:13", "'1e999}'", "not a number, or too large"),
    Case("{\"figures\": 01}", "1:14", "'1}'", "expected ',' or '}'"),
    Case("{\"figures\": +1}", "1:13", "'+1}'", "expected a value"),
    Case("{\"figures\": \"\\x\"}", "1:14", "'\\x\"}'", "invalid escape sequence"),
    Case("{\"figures\": \"\\u12G4\"}", "1:14", "'\\u12G4\"}'", "invalid escape sequence"),
    Case("{\"figures\": \"a\nb\"}", "1:15", "'\n'", "control characters in a string must be escaped"),
    Case("{\"figures\": \"a\u{0}b\"}", "1:15", "'\u{0}'", "control characters in a string must be escaped"),
    Case("{\"figures\": \"a", "1:15", "the end of the file", "the string has no closing quotation mark"),
    Case("{\"figures\": \"\\ud83d\"}", "1:14", "'\\ud83d\"}'", "unpaired surrogate"),
    Case("{\"figures\": \"\\ude00\"}", "1:13", "'\"\\ude00\"}'", "unpaired surrogate"),
    Case(
      Array("{\"figures\": \"".utf8) + [0xC7, 0x0A], "1:14", "'\u{FFFD}'", "not UTF-8; save the file as UTF-8"
    ),
    Case(
      Array("\"".utf8) + [0xED, 0xA0, 0x80, 0x22], "1:2", "'\u{FFFD}\u{FFFD}\u{FFFD}\"'",
      "not UTF-8; save the file as UTF-8"),
    Case(
      Array("\"".utf8) + [0xC0, 0xAF, 0x22], "1:2", "'\u{FFFD}\u{FFFD}\"'",
      "not UTF-8; save the file as UTF-8"),
    Case("{}\n{}", "2:1", "'{}'", "a file can have only one value"),
    Case("{}\u{0}", "1:3", "'\u{0}'", "a file can have only one value"),
    Case("\u{0}", "1:1", "'\u{0}'", "expected a value"),
  ]

  @Test(arguments: cases)
  func `a syntax fault has its location and the expected token`(fault: Case) {
    let file = InputFile(path: "figures.json", name: "figures.json", bytes: fault.bytes)
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(files: [file], place: "data")
      Issue.record("it was loaded")
    } catch {
      let message = error.diagnostics.map { $0.message(.en) }.filter { $0.hasPrefix("figures.json") }
      #expect(
        message == ["figures.json:\(fault.place): error: not valid JSON: found \(fault.found); \(fault.hint)"]
      )
    }
  }

  @Test func `nesting that is too deep has its place`() throws {
    let text = "{\"figures\":\n" + String(repeating: "[", count: 70)
    let messages = try Fixture("small").setting("figures-deep.json", to: text).messages
    #expect(
      messages == ["figures-deep.json:2:64: error: not valid JSON: found '[[[[[[['; nested deeper than 64"])
  }
}
