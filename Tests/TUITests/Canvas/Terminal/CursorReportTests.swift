import Testing

@testable import Canvas

@Suite struct CursorReportTests {
  @Test(arguments: [
    ("\u{1B}[1;3R", 1, 3), ("\u{1B}[24;80R", 24, 80), ("abc\u{1B}[7;9Rxyz", 7, 9),
    ("\u{1B}[A\u{1B}[2;4R", 2, 4),
    ("\u{1B}\u{1B}[2;5R", 2, 5), ("\u{1B}[1;2R\u{1B}[3;4R", 1, 2),
  ])
  func `a report is found among other bytes`(text: String, row: Int, column: Int) {
    #expect(CursorReport.first(in: Array(text.utf8)) == CursorReport(row: row, column: column))
  }

  @Test(arguments: [
    "", "\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}[1;", "\u{1B}[1;2", "\u{1B}[;2R", "\u{1B}[1;R", "[1;2R",
    "\u{1B}[1;2;3R", "\u{1B}[1000000;1R", "\u{1B}[-1;2R", "\u{1B}[1;2r",
  ])
  func `an incomplete or foreign sequence is not a report`(text: String) {
    #expect(CursorReport.first(in: Array(text.utf8)) == nil)
  }
}
