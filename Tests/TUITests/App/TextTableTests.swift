import Testing

@testable import App
@testable import Canvas
@testable import Output

/// Tables as plain text.
struct TextTableTests {
  private let columns = [Sheet.Column("名称"), Sheet.Column("Value", isNumeric: true), Sheet.Column("Note")]
  private let rows = [["新材料", "1.5", "a"], ["x", "100", "a longer note"]]

  @Test func `columns are aligned, numbers at the right`() {
    let table = TextTable(columns, sample: rows, limit: nil)
    #expect(
      ([table.head] + rows.map(table.line)) == [
        "名称    Value  Note", "新材料    1.5  a", "x         100  a longer note",
      ])
  }

  @Test func `what is wider than the first rows is cut only where there is a limit`() {
    let open = TextTable(columns, sample: rows, limit: nil)
    #expect(open.line(["很长的名称很长", "1", "b"]) == "很长的名称很长      1  b")
    let tight = TextTable(columns, sample: rows, limit: 80)
    #expect(tight.line(["很长的名称很长", "1", "b"]) == "很长…       1  b")
  }

  @Test(arguments: [1, 5, 10, 17, 20, 24, 30])
  func `no line is wider than the limit`(limit: Int) {
    let table = TextTable(columns, sample: rows, limit: limit)
    for line in [table.head] + rows.map(table.line) { #expect(TextWidth.columns(of: line) <= limit) }
  }

  @Test func `texts give way before numbers`() {
    #expect(TextTable(columns, sample: rows, limit: 20).widths == [6, 5, 5])
  }

  @Test func `controls are made visible, missing cells are blank`() {
    let table = TextTable(columns, sample: [], limit: nil)
    #expect(table.line(["a\u{1B}[31m"]) == "a\u{FFFD}[31m")
    #expect(table.line([]) == "")
  }
}
