import Domain
import Testing

struct DayTests {
  @Test(arguments: ["2022-06-27", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `days are read and written alike`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(
    arguments: [
      "", "2022", "2022-06", "2022-6-27", "2022-06-7", "2022-02-30", "2023-02-29", "1900-02-29", "2022-04-31",
      "2022-13-01", "2022-00-01", "2022-01-00", "0000-01-01", "+202-01-01", "2022-+1-01", "2022-01-+1",
      "2022--1-01",
      "-022-01-01", " 2022-01-01", "2022-01-01 ", "2022-01-01-01", "2022/01/01", "２０２２-01-01",
      "2022-01-01\u{0}",
      "20220-01-01",
    ])
  func `anything else is not a day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `days are counted from 1970`() throws {
    #expect(try day("1970-01-01").number == 0)
    #expect(try day("1969-12-31").number == -1)
    #expect(try day("2000-03-01").number == 11_017)
    #expect(try day("2022-12-31").number - day("2020-12-31").number == 730)
    #expect(try day("2025-12-31").number - day("2020-12-31").number == 1826)
    #expect(Day.distantPast.number == -719_162)
  }

  @Test func `every day is one more than the day before`() throws {
    var next = try day("2101-01-01")
    let first = try day("1899-12-31")
    while next > first {
      let previous = next.previous
      #expect(previous.number == next.number - 1 && previous < next)
      #expect(Day(previous.description) == previous)
      next = previous
    }
    #expect(Day.distantPast.previous == .distantPast)
  }

  @Test func `first and last days`() throws {
    #expect(try Day.first(ofYear: 2024, month: 2) == day("2024-02-01"))
    #expect(try Day.last(ofYear: 2024, month: 2) == day("2024-02-29"))
    #expect(try Day.last(ofYear: 2023, month: 2) == day("2023-02-28"))
    #expect(try Day.last(ofYear: 2025) == day("2025-12-31"))
    #expect(Day.last(ofYear: 12_345, month: 99) == .distantFuture)
    #expect(Day.first(ofYear: -5, month: -5) == .distantPast)
  }

  @Test func `only days that exist`() {
    #expect(Day(year: 2022, month: 2, day: 29) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: 2022, month: 12, day: 31)?.month == 12)
  }

  @Test(
    arguments: [
      ("2023-12-31", "2026-11-21", 34), ("2023-12-31", "2026-11-30", 35), ("2024-01-31", "2024-02-29", 1),
      ("2024-01-31", "2024-02-28", 0), ("2024-10-30", "2026-10-29", 23), ("2024-10-30", "2026-10-30", 24),
      ("2024-10-30", "2024-10-30", 0), ("2024-10-30", "2023-10-30", 0),
    ])
  func `only whole months count`(from: String, to: String, months: Int) throws {
    #expect(try day(from).months(until: day(to)) == months)
  }
}
