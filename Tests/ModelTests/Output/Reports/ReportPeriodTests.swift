import Domain
import Output
import Testing

struct ReportPeriodTests {
  @Test(arguments: [
    ("2022", "2022-01-01", "2022-12-31", "2021", "2023"),
    ("2022-Q3", "2022-07-01", "2022-09-30", "2022-Q2", "2022-Q4"),
    ("2022-Q1", "2022-01-01", "2022-03-31", "2021-Q4", "2022-Q2"),
    ("2023-05", "2023-05-01", "2023-05-31", "2023-04", "2023-06"),
    ("2023-12", "2023-12-01", "2023-12-31", "2023-11", "2024-01"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-01", "2024-03"),
  ])
  func `a period has its days and its neighbours`(
    _ text: String, _ start: String, _ end: String, _ previous: String, _ next: String
  ) throws {
    let period = try #require(ReportPeriod(text))
    #expect(period.text == text)
    #expect(period.start.description == start && period.end.description == end)
    #expect(period.previous.text == previous && period.next.text == next)
  }

  @Test(arguments: [
    "", "22", "2022-Q5", "2022-Q0", "2022-Q", "2022-13", "2022-05-01", "Q3", "2022-Q33", "2022/3",
  ])
  func `anything else is none`(_ text: String) { #expect(ReportPeriod(text) == nil) }

  @Test func `it is named in both languages`() {
    #expect(ReportPeriod("2022-Q3")?.name == Name(zh: "2022年第三季度", en: "Q3 2022"))
    #expect(ReportPeriod("2023-05")?.name == Name(zh: "2023年5月", en: "May 2023"))
  }
}
