/// A day of the proleptic Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable {
  /// Year, month and day in decreasing significance. Packed, because every record holds a few days.
  private let packed: Int32

  /// The year, 1 to 9999.
  package var year: Int { Int(packed >> 9) }
  /// 1...12
  package var month: Int { Int(packed >> 5 & 15) }
  /// 1...31
  package var day: Int { Int(packed & 31) }

  /// Returns nil unless the day exists in the years 1...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Day.daysIn(month: month, year: year) else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  private init(checkedYear year: Int, month: Int, day: Int) {
    packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
  }

  /// Parses `2022-06-27`; returns nil for anything else.
  package init?(_ text: String) {
    guard let span = PartialDate.span(text[...]), span.precision == .day else { return nil }
    self = span.first
  }

  /// Returns the first day of a month; the year is clamped to 1...9999, the month to 1...12.
  package static func first(ofYear year: Int, month: Int = 1) -> Day {
    Day(checkedYear: clampedYear(year), month: min(max(month, 1), 12), day: 1)
  }

  /// Returns the last day of a month; the year is clamped to 1...9999, the month to 1...12.
  package static func last(ofYear year: Int, month: Int = 12) -> Day {
    let month = min(max(month, 1), 12)
    let year = clampedYear(year)
    return Day(checkedYear: year, month: month, day: daysIn(month: month, year: year))
  }

  /// The last day that can be represented: 31 December 9999.
  package static let distantFuture = Day.last(ofYear: 9999)
  /// The first day that can be represented: 1 January of the year 1.
  package static let distantPast = Day.first(ofYear: 1)

  private static func clampedYear(_ year: Int) -> Int { min(max(year, 1), 9999) }

  /// Returns the number of days in a month, 1...12; the year decides February.
  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, negative before. Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
  /// days_from_civil.
  package var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Returns the whole months from this day to a later one: 0 from 31 December to 30 January, and 0 for an earlier day.
  package func months(until later: Day) -> Int {
    guard later > self else { return 0 }
    let months = (later.year - year) * 12 + later.month - month
    // The last day of a month completes a month: from 31 January to 28 February is one.
    let isWhole = later.day >= min(day, Day.daysIn(month: later.month, year: later.year))
    return isWhole ? months : months - 1
  }

  /// The day before; the first supported day is its own predecessor.
  package var previous: Day {
    if day > 1 { return Day(checkedYear: year, month: month, day: day - 1) }
    if month > 1 { return Day.last(ofYear: year, month: month - 1) }
    return year > 1 ? Day.last(ofYear: year - 1) : self
  }

  /// Whether the left day is the earlier one.
  package static func < (left: Day, right: Day) -> Bool {
    left.packed < right.packed
  }
}

extension Day: CustomStringConvertible {
  /// `2022-06-27`
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  private func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
