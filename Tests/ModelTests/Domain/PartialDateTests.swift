import Domain
import Testing

struct PartialDateTests {
  @Test(
    arguments: [
      ("2022-06-27", PartialDate.Precision.day, "2022-06-27", "2022-06-27"),
      ("2022-06", .month, "2022-06-01", "2022-06-30"), ("2024-02", .month, "2024-02-01", "2024-02-29"),
      ("2022", .year, "2022-01-01", "2022-12-31"), ("by 2025", .by, "0001-01-01", "2025-12-31"),
      ("by 2025-06", .by, "0001-01-01", "2025-06-30"), ("by 2025-06-07", .by, "0001-01-01", "2025-06-07"),
      ("before 2028", .before, "0001-01-01", "2027-12-31"),
      ("before 2024-03", .before, "0001-01-01", "2024-02-29"),
      ("before 2024-03-01", .before, "0001-01-01", "2024-02-29"),
      ("unknown", .unknown, "0001-01-01", "9999-12-31"),
    ])
  func `dates have the precision that is known`(
    text: String, precision: PartialDate.Precision, earliest: String, latest: String
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(date.text == text)
    #expect(date.precision == precision)
    #expect(date.earliest.description == earliest)
    #expect(date.latest.description == latest)
  }

  @Test(
    arguments: [
      "", "by", "by ", "by  2025", "by unknown", "By 2025", "before2028", "before by 2028", "Unknown",
      "2022-02-30",
      "2023-02-29", "2022-13", "2022-00", "+202", "by +202", "before +202", "2022-+1", "2022-1", "22",
      "2022-",
      "2022-06-", "2022年", "0000", "2022/2023", "unknown ",
    ])
  func `anything else is not a date`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(
    arguments: [
      ("2022-06", "2022-06", "2022-06"), ("by 2025", "2025年底前", "by 2025"),
      ("by 2025-06", "2025年6月底前", "by 2025-06"), ("by 2025-06-27", "2025-06-27前", "by 2025-06-27"),
      ("before 2028", "2028年前", "before 2028"), ("before 2028-03", "2028年3月前", "before 2028-03"),
      ("unknown", "日期未公布", "undated"),
    ])
  func `labels`(text: String, chinese: String, english: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.label(.zh) == chinese)
    #expect(date.label(.en) == english)
  }

  @Test func `a day is a date`() throws {
    #expect(PartialDate(try day("2022-06-27")) == PartialDate("2022-06-27"))
  }

  @Test(arguments: [
    ("before 2024-03", "by 2024-02", true), ("before 2024-03", "by 2024-03", false),
    ("by 2024-02", "2024-02", false),
    ("unknown", "unknown", true), ("2022-06", "2022-06", true), ("by 2021", "by 2021-12", true),
  ])
  func `two wordings of the same days are the same`(one: String, other: String, isSame: Bool) throws {
    let (one, other) = try (#require(PartialDate(one)), #require(PartialDate(other)))
    #expect(one.isSame(as: other) == isSame && other.isSame(as: one) == isSame)
  }
}
