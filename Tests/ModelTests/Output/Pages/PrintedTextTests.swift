import Testing

@testable import Output

struct PrintedTextTests {
  @Test(arguments: [
    ("黔江\n\t2022", "黔江\n\t2022"), ("a\r\nb", "a\r\nb"), ("a\rb", "a\nb"), ("a\u{85}b\u{2028}c", "a\nb\nc"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{9B}31m", "\u{FFFD}31m"),
    ("\u{1B}]52;c;eA==\u{7}", "\u{FFFD}]52;c;eA==\u{FFFD}"),
    ("\u{202E}abc\u{2066}d\u{200F}\u{61C}", "abcd"), ("\u{7F}\u{0}", "\u{FFFD}\u{FFFD}"),
    ("“—”…÷©é", "“—”…÷©é"), ("", ""),
  ])
  func `characters that a terminal acts on are not written`(text: String, printed: String) {
    #expect(text.withoutCommands() == printed)
  }

  @Test(arguments: [
    ("\u{1B}[0;38;5;2mx\u{1B}[0m", "\u{1B}[0;38;5;2mx\u{1B}[0m"), ("\u{1B}[2J", "\u{FFFD}[2J"),
    ("\u{1B}[", "\u{FFFD}["),
    ("\u{1B}[31\u{9B}m", "\u{FFFD}[31\u{FFFD}m"),
  ])
  func `a frame keeps its colours and nothing else`(text: String, printed: String) {
    #expect(text.withoutCommands(keepsColours: true) == printed)
  }

  @Test(arguments: [
    ("a\u{1B}b", "a\u{FFFD}b"), ("一\n二", "\"一\n二\""), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{85}", "\"\n\""),
    ("\u{202E}=1+1", "'=1+1"),
  ])
  func `a cell of CSV has no command either`(text: String, printed: String) {
    #expect(CSVWriter.row([text]) == "\(printed)\r\n")
  }

  @Test func `JSON escapes what it keeps`() {
    #expect(
      JSONOutput.array([.string("\u{1B}\u{7F}\u{85}\u{9B}\u{202E}\u{2028}\u{61C}\t黔")]).text
        == "[\n  \"\\u001B\\u007F\\u0085\\u009B\\u202E\\u2028\\u061C\\t黔\"\n]")
  }
}
