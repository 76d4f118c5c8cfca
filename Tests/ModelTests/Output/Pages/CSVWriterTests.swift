import Testing

@testable import Output

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("一\n二", "\"一\n二\""), ("一\r\n二", "\"一\r\n二\""),
    ("", ""), (" 空", "\" 空\""), ("空 ", "\"空 \""), ("109.43", "109.43"), ("-3.5%", "-3.5%"),
    ("+12.6", "+12.6"),
    ("=1+1", "'=1+1"), ("=", "="), ("-", "-"), ("@x", "'@x"), ("-cmd", "'-cmd"), ("≥ 20", "≥ 20"),
  ])
  func quotesWhereItMust(text: String, printed: String) {
    #expect(CSVWriter.row([text, "x"]) == "\(printed),x\r\n")
  }

  @Test func everyRowHasAsManyCellsAsTheHead() {
    let sheet = Sheet([Sheet.Column("甲"), Sheet.Column("乙")], rows: [["1"], ["1", "2", "3"]])
    #expect(CSVWriter.text(sheet) == "甲,乙\r\n1,\r\n1,2\r\n")
  }

  @Test func footnotesStandInTheirColumn() {
    let sheet = Sheet(
      [Sheet.Column("甲"), Sheet.Column("乙")],
      rows: [[Phrase("1", notes: [2]), Phrase("2", notes: [2, 1, 9])], ["3", "4"]])
    #expect(
      CSVWriter.text(sheet, notes: (["一", "二"], "出处")) == "甲,乙,出处\r\n1,2,二; 一\r\n3,4,\r\n")
  }
}
