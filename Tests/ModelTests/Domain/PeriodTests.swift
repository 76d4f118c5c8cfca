import Domain
import Testing

struct PeriodTests {
  @Test(
    arguments: [
      ("2020", "2020-01-01", "2020-12-31", 366), ("2022-06", "2022-06-01", "2022-06-30", 30),
      ("2022-06-27", "2022-06-27", "2022-06-27", 1), ("2016/2020", "2016-01-01", "2020-12-31", 1827),
      ("2024-01/2024-09", "2024-01-01", "2024-09-30", 274), ("2022/2022", "2022-01-01", "2022-12-31", 365),
      ("2022-06/2022", "2022-06-01", "2022-12-31", 214), ("2022/2022-06", "2022-01-01", "2022-06-30", 181),
    ])
  func `periods last from a first to a last day`(text: String, start: String, end: String, days: Int) throws {
    let period = try #require(Period(text))
    #expect(period.text == text)
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.days == days)
  }

  @Test(
    arguments: [
      "", "/", "2020/", "/2020", "2022/2020", "2020/2021/2022", "2022-06-27/2022-06-26", "2022-02-30", "+202",
      "2020/+202", "2020 / 2021", "by 2020", "unknown", "2020-2021",
    ])
  func `anything else is not a period`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `a year is a year however it is written`() {
    #expect(Period("2022")?.isYear == true)
    #expect(Period("2022-01/2022-12")?.isYear == true)
    #expect(Period("2022-01/2022-11")?.isYear == false)
    #expect(Period("2021/2022")?.isYear == false)
    #expect(Period("2016/2020")?.year == 2020)
  }

  @Test(
    arguments: [
      ("2022", "2022年", "2022"), ("2022-06", "2022年6月", "2022-06"),
      ("2024-01/2024-09", "2024年1-9月", "2024-01 to 2024-09"),
      ("2016/2020", "2016-2020年", "2016 to 2020"), ("2022-06-27", "2022-06-27", "2022-06-27"),
    ])
  func `labels`(text: String, chinese: String, english: String) throws {
    let period = try #require(Period(text))
    #expect(period.label(.zh) == chinese)
    #expect(period.label(.en) == english)
  }
}
