/// The time span of a figure, from a first to a last day, both inclusive.
package struct Period: Hashable, Sendable {
  /// The text form used in the files: `2020`, `2022-06`, `2016/2020`, `2024-01/2024-09`.
  package let text: String
  /// The first day.
  package let start: Day
  /// The last day, included.
  package let end: Day

  /// Creates a period from its text in the files and its first and last day, which are not compared with it.
  package init(text: String, start: Day, end: Day) {
    self.text = text
    self.start = start
    self.end = end
  }

  /// Creates the period of one calendar year, clamped to 1...9999.
  package init(year: Int) {
    let digits = String(min(max(year, 1), 9999))
    self.init(
      text: String(repeating: "0", count: 4 - digits.count) + digits, start: .first(ofYear: year),
      end: .last(ofYear: year))
  }

  /// Parses a day, month or year, or two of them joined by `/` in order; returns nil for anything else.
  package init?(_ text: String) {
    let slash = text.utf8.firstIndex(of: 0x2F)
    guard let first = PartialDate.span(text[..<(slash ?? text.endIndex)]) else { return nil }
    let tail = slash.map { text[text.utf8.index(after: $0)...] }
    guard let last = tail.map({ PartialDate.span($0) }) ?? first, first.first <= last.last else { return nil }
    self.text = text
    start = first.first
    end = last.last
  }

  /// Hashes the last day, which few different periods of one topic share.
  package func hash(into hasher: inout Hasher) { hasher.combine(end) }

  /// Whether it is one calendar year.
  package var isYear: Bool {
    start == .first(ofYear: start.year) && end == .last(ofYear: start.year)
  }

  /// The length in days.
  package var days: Int { end.number - start.number + 1 }

  /// The calendar year in which it ends.
  package var year: Int { end.year }

  /// Returns the period for display: `2024年1-9月`, `2016-2020年`.
  package func label(_ language: Language) -> String {
    guard language == .zh else {
      return text.split(separator: "/").joined(separator: " to ")
    }
    if isYear { return "\(year)年" }
    if start.year == end.year, start.day == 1, end == .last(ofYear: end.year, month: end.month) {
      return start.month == end.month
        ? "\(year)年\(end.month)月" : "\(year)年\(start.month)-\(end.month)月"
    }
    if start == .first(ofYear: start.year), end == .last(ofYear: end.year) {
      return "\(start.year)-\(end.year)年"
    }
    return text
  }
}
