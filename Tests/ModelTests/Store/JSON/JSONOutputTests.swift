import Testing

@testable import Domain
@testable import Output
@testable import Store

struct JSONOutputTests {
  @Test func `objects keep their order and are indented by two`() {
    let value = JSONOutput.object([
      ("b", .number(1)), ("a", .array([.string("黔\"\n"), .null, .boolean(true)])), ("c", .array([])),
    ])
    #expect(
      value.text == """
        {
          "b": 1,
          "a": [
            "黔\\"\\n",
            null,
            true
          ],
          "c": []
        }
        """)
  }

  @Test(arguments: [(144.54, "144.54"), (400, "400"), (-0.5, "-0.5"), (0, "0")])
  func `numbers of a few digits are written as such`(number: Double, text: String) {
    #expect(JSONOutput.number(number).text == text)
  }

  @Test(arguments: [0.1 + 0.2, 1.0 / 3, 5e-300, 1.7976931348623157e308, 9_007_199_254_740_991])
  func `numbers are read back exactly`(number: Double) throws {
    let text = JSONOutput.number(number).text
    #expect(try JSONDocument.parse(Array(text.utf8)).withRoot(\.number) == number)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is not a number is null`(number: Double) {
    #expect(JSONOutput.number(number).text == "null")
  }

  @Test func `written text is read back`() throws {
    let text = JSONOutput.object([("", .string("\u{0}\u{1F}\u{7F}😀\u{2028}/\\"))]).text
    try JSONDocument.parse(Array(text.utf8)).withRoot { root in
      let member = root.members?.first { _ in true }
      #expect(member?.key.string == "")
      #expect(member?.value.string == "\u{0}\u{1F}\u{7F}😀\u{2028}/\\")
    }
  }

  @Test func `names and absent texts`() {
    #expect(JSONOutput.optional(nil) == .null)
    #expect(JSONOutput.optional("a") == .string("a"))
    #expect(
      JSONOutput.name(Name(zh: "黔", en: "Qian")) == .object([("zh", .string("黔")), ("en", .string("Qian"))]))
    #expect(JSONOutput.strings(["a", "b"]) == .array([.string("a"), .string("b")]))
  }
}
