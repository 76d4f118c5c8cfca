import Testing

@testable import Domain
@testable import Output

struct PeriodHintTests {
  @Test func `a month has the year of its title, but none of several years`() {
    let march = PeriodHint(months: 3...3)
    #expect(march.completed(by: PeriodHint(year: 2022)).text == "2022-03")
    #expect(march.completed(by: PeriodHint(year: 2021, lastYear: 2025)).text == nil)
    #expect(march.completed(by: nil).text == nil)
    #expect(PeriodHint(year: 2020, months: 3...3).completed(by: PeriodHint(year: 2022)).text == "2020-03")
  }
}

struct NumberTextTests {
  @Test(arguments: [
    ("1234.5", "1234.5", ""), ("1,234.5", "1234.5", ""), ("1，234.5", "1234.5", ""), ("１２３", "123", ""),
    (" 35.75亿元 ", "35.75", "亿元"), ("12.3%", "12.3", "%"), ("１２．３％", "12.3", "%"), ("−5", "-5", ""),
    ("1,234,567万元", "1234567", "万元"), ("3个百分点", "3", "个百分点"), ("+2", "2", ""),
  ])
  func `a number and its unit`(cell: String, digits: String, unit: String) throws {
    let number = try NumberText(cell)
    #expect(number.digits == digits && number.unit == unit)
    #expect(number.comparator == .equal && number.upper == nil)
  }

  @Test(arguments: [
    ("≥100", Figure.Comparator.atLeast, ""), ("100家以上", .atLeast, "家"), ("超过100家", .over, "家"),
    ("约8%", .about, "%"), ("8%左右", .about, "%"), ("不超过5", .atMost, ""), ("100余家", .over, "家"),
    // One sign, the first; what else is printed is not taken for a unit that exists.
    ("约100家以上", .about, "家以上"), ("超过100余家", .over, "余家"),
  ])
  func `signs in words`(cell: String, comparator: Figure.Comparator, unit: String) throws {
    let number = try NumberText(cell)
    #expect(number.comparator == comparator && number.unit == unit)
  }

  @Test func `a range`() throws {
    #expect(
      try NumberText("8-10%")
        == {
          var range = try NumberText("8%")
          range.upper = "10"
          return range
        }())
  }

  @Test(arguments: [
    "", "abc", "12,5", "1.234,5", "12,34,567", "1,2345", "1234,567", "10-8", "8-8", "1.2E+05", "2022-10",
    "1.2.3", "-", "#N/A",
    "1000000000000000", "99999999999999999999999",
  ])
  func `an invalid or ambiguous number is refused`(cell: String) {
    #expect(throws: CellFault.self) { try NumberText(cell) }
  }
}

struct PeriodTextTests {
  @Test(arguments: [
    ("2022", "2022"), ("2022年", "2022"), ("2022年度", "2022"), ("２０２２年", "2022"), ("2022.10", "2022-10"),
    ("2022.2", "2022-02"), ("2022-10", "2022-10"), ("2022-1", "2022-01"), ("2022/10", "2022-10"),
    ("2022年10月", "2022-10"), ("202210", "2022-10"), ("2022年1-9月", "2022-01/2022-09"),
    ("2022年1—9月", "2022-01/2022-09"), ("2022年1月至9月", "2022-01/2022-09"), ("2022Q3", "2022-07/2022-09"),
    ("2022年三季度", "2022-07/2022-09"), ("2022年第3季度", "2022-07/2022-09"), ("2022年前三季度", "2022-01/2022-09"),
    ("2022年上半年", "2022-01/2022-06"), ("2016-2020年", "2016/2020"), ("2016-2020", "2016/2020"),
    ("2022/10/3", "2022-10-03"), ("2022年10月3日", "2022-10-03"), ("2022/10/3 0:00", "2022-10-03"),
    ("2022-01/2022-09", "2022-01/2022-09"), ("20221003", "2022-10-03"),
  ])
  func `a period`(cell: String, period: String) throws {
    #expect(try PeriodText.period(cell).text == period)
  }

  @Test(arguments: [
    "2022.1", "22年", "2022-13", "44837", "10/3/2022", "3-10-22", "2022年9-1月", "2022Q5", "2020-2016", "",
    "2022-02-30", "去年",
  ])
  func `an invalid or ambiguous period is refused`(cell: String) {
    #expect(throws: CellFault.self) { try PeriodText.period(cell) }
  }

  @Test(arguments: [
    ("2022/10/3", "2022-10-03"), ("2022年10月", "2022-10"), ("2025年底前", "by 2025"), ("2022年6月底前", "by 2022-06"),
    ("截至2024年10月底", "by 2024-10"), ("截至2023年底", "by 2023"), ("截止2022-06-27", "by 2022-06-27"),
    ("as of 2024-10", "by 2024-10"),
    ("2028年前", "before 2028"), ("by 2025", "by 2025"), ("不详", "unknown"), ("2022.10", "2022-10"),
  ])
  func `a date with its precision`(cell: String, date: String) throws {
    #expect(try PeriodText.date(cell).text == date)
  }

  @Test(arguments: ["2022.1", "2022Q5", "2022年1-9月", "明年", "3/10/2022", "截至", "截至目前"])
  func `an invalid date is refused`(cell: String) {
    #expect(throws: CellFault.self) { try PeriodText.date(cell) }
  }
}

struct UnitTextTests {
  @Test(arguments: [
    ("357500", "万元", 35.75), ("35.75", "亿元", 35.75), ("35.75", "亿", 35.75), ("3575", "百万元", 35.75),
    ("10943", "", 10943), ("1.1", "万", 0.00011),
  ])
  func `money moves the point`(digits: String, unit: String, value: Double) throws {
    let dataset = try Fixture("small").dataset()
    let target = try #require(dataset.units["亿元"])
    #expect(try UnitText(dataset: dataset).value(digits, in: unit, as: target) == value)
  }

  @Test func `another dimension is refused`() throws {
    let dataset = try Fixture("small").dataset()
    let target = try #require(dataset.units["亿元"])
    #expect(throws: CellFault.self) { try UnitText(dataset: dataset).value("1", in: "公里", as: target) }
    #expect(throws: CellFault.self) { try UnitText(dataset: dataset).value("1", in: "斤", as: target) }
  }
}
