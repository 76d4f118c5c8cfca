import Testing

@testable import Canvas

struct TypedLinesTests {
  @Test(arguments: [
    ("search 三磊", "search 三磊"), ("\u{1B}]11;rgb:0/0/0\u{7}quit", "quit"), ("se\u{1B}[Aarch", "search"),
    ("\u{1B}[12;40R3", "3"), ("3\u{1B}", "3"), ("a\u{1B}q\tb", "ab"),
  ])
  func `a line keeps what was typed`(line: String, text: String) {
    var lines = TypedLines()
    #expect(lines.text(of: line) == text)
    #expect(lines.text(of: "next") == "next")
  }

  @Test func `no line of a paste is a command`() {
    var lines = TypedLines()
    #expect(lines.text(of: "\u{1B}[200~quit") == nil)
    #expect(lines.text(of: "export md") == nil)
    #expect(lines.text(of: "\u{1B}[201~") == nil)
    #expect(lines.text(of: "3") == "3")
  }
}
