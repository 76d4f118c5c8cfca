import Domain

/// The year, quarter or month of a report.
package struct ReportPeriod: Hashable, Sendable {
  /// The lengths of periods; the raw value is in months.
  package enum Length: Int, Hashable, Sendable {
    case month = 1
    case quarter = 3
    case year = 12
  }

  /// Its length.
  package let length: Length
  /// Its year.
  package let year: Int
  /// The first month, 1...12.
  package let month: Int

  private init(length: Length, year: Int, month: Int) {
    self.length = length
    self.year = year
    self.month = month
  }

  /// Creates the period of a whole year.
  package init(year: Int) { self.init(length: .year, year: year, month: 1) }

  /// Parses `2022`, `2022-Q3`, `2023-05`; nil for anything else.
  package init?(_ text: String) {
    if let span = PartialDate.span(text[...]) {
      switch span.precision {
      case .year: self.init(length: .year, year: span.first.year, month: 1)
      case .month: self.init(length: .month, year: span.first.year, month: span.first.month)
      default: return nil
      }
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[1].first == "Q" || parts[1].first == "q",
      let quarter = parts[1].last?.wholeNumberValue, (1...4).contains(quarter),
      let span = PartialDate.span(parts[0]), span.precision == .year
    else { return nil }
    self.init(length: .quarter, year: span.first.year, month: quarter * 3 - 2)
  }

  /// Its first day.
  package var start: Day { .first(ofYear: year, month: month) }
  /// Its last day.
  package var end: Day { .last(ofYear: year, month: month + length.rawValue - 1) }

  /// The preceding period of the same length.
  package var previous: ReportPeriod { moved(by: -1) }
  /// The following period of the same length.
  package var next: ReportPeriod { moved(by: 1) }

  private func moved(by steps: Int) -> ReportPeriod {
    let months = year * 12 + month - 1 + steps * length.rawValue
    return ReportPeriod(length: length, year: months / 12, month: months % 12 + 1)
  }

  /// Whether a day is in the period, its first and last day included.
  package func contains(_ day: Day) -> Bool { start <= day && day <= end }

  /// The form for options: `2022`, `2022-Q3`, `2023-05`.
  package var text: String {
    switch length {
    case .year: String(start.description.prefix(4))
    case .quarter: "\(start.description.prefix(4))-Q\((month + 2) / 3)"
    case .month: String(start.description.prefix(7))
    }
  }

  /// The form for people: `2022年第三季度`, `the third quarter of 2022`.
  package var name: Name {
    switch length {
    case .year:
      return Name(zh: "\(year)年", en: String(year))
    case .quarter:
      let index = (month + 2) / 3 - 1
      return Name(
        zh: "\(year)年第\(["一", "二", "三", "四"][index])季度", en: "Q\(index + 1) \(year)")
    case .month:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
      return Name(zh: "\(year)年\(month)月", en: "\(months[month - 1]) \(year)")
    }
  }
}
