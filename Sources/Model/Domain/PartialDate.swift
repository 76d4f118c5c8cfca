/// A date with the precision of its document.
package struct PartialDate: Hashable, Sendable {
  /// How precisely a document prints a date.
  package enum Precision: Hashable, Sendable {
    case day
    case month
    case year
    /// No later than the end of the named time: `by 2025`.
    case by
    /// Before the named time begins: `before 2028`.
    case before
    case unknown
  }

  /// The text form used in the files.
  package let text: String
  /// How precisely the document prints it.
  package let precision: Precision
  /// The first possible day; the distant past if only an end is known.
  package let earliest: Day
  /// The last possible day; the distant future if nothing is known.
  package let latest: Day

  /// A date that no document prints.
  package static let unknown = PartialDate(
    text: "unknown", precision: .unknown, earliest: .distantPast, latest: .distantFuture)

  private init(text: String, precision: Precision, earliest: Day, latest: Day) {
    self.text = text
    self.precision = precision
    self.earliest = earliest
    self.latest = latest
  }

  /// Creates a date of which the day is printed.
  package init(_ day: Day) {
    self.init(text: day.description, precision: .day, earliest: day, latest: day)
  }

  /// Parses `2022-06-27`, `2022-06`, `2022`, `by 2025`, `before 2028`, `unknown`; returns nil for anything else.
  package init?(_ text: String) {
    if text == "unknown" {
      self = .unknown
    } else if let (first, last, precision) = PartialDate.span(text[...]) {
      self.init(text: text, precision: precision, earliest: first, latest: last)
    } else if text.hasPrefix("by "), let (_, last, _) = PartialDate.span(text.dropFirst(3)) {
      self.init(text: text, precision: .by, earliest: .distantPast, latest: last)
    } else if text.hasPrefix("before "), let (first, _, _) = PartialDate.span(text.dropFirst(7)) {
      self.init(text: text, precision: .before, earliest: .distantPast, latest: first.previous)
    } else {
      return nil
    }
  }

  /// Returns the first and last day of a day, month or year: `2022-06-27`, `2022-06`, `2022`; nil for anything else.
  package static func span(_ text: Substring) -> (first: Day, last: Day, precision: Precision)? {
    var text = text
    return text.withUTF8 { span($0) }
  }

  private static func span(_ text: UnsafeBufferPointer<UInt8>) -> (
    first: Day, last: Day, precision: Precision
  )? {
    guard text.count == 4 || text.count == 7 || text.count == 10, let year = number(text[0..<4]), year >= 1
    else { return nil }
    if text.count == 4 { return (.first(ofYear: year), .last(ofYear: year), .year) }
    guard text[4] == 0x2D, let month = number(text[5..<7]), (1...12).contains(month) else { return nil }
    if text.count == 7 {
      return (.first(ofYear: year, month: month), .last(ofYear: year, month: month), .month)
    }
    guard text[7] == 0x2D, let day = number(text[8..<10]),
      let exact = Day(year: year, month: month, day: day)
    else { return nil }
    return (exact, exact, .day)
  }

  /// Reads decimal digits. Signs and blanks are not digits.
  private static func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte) - 0x30
    }
    return number
  }
}

extension PartialDate {
  /// Whether another date is of the same days, perhaps in other words: `before 2024-03`, `by 2024-02`.
  package func isSame(as other: PartialDate) -> Bool {
    earliest == other.earliest && latest == other.latest
  }

  /// Returns the date for display: `2025年底前`, `before 2028`.
  package func label(_ language: Language) -> String {
    switch (precision, language) {
    case (.unknown, .zh): "日期未公布"
    case (.unknown, .en): "undated"
    case (.by, .zh): PartialDate.chinese(text.dropFirst(3), end: "底前", dayEnd: "前")
    case (.before, .zh): PartialDate.chinese(text.dropFirst(7), end: "前", dayEnd: "前")
    default: text
    }
  }

  /// Returns the date of what is known to have been so by then, for display: `截至2024年底`, `as of 2024`; a time before a
  /// day, month or year as the end of the time before it. There, `label` would read as a deadline.
  package func pastLabel(_ language: Language) -> String {
    switch (precision, language) {
    case (.by, .zh): return "截至" + PartialDate.chinese(text.dropFirst(3), end: "底", dayEnd: "")
    case (.by, .en): return "as of \(text.dropFirst(3))"
    case (.before, .zh):
      guard let (first, _, precision) = PartialDate.span(text.dropFirst(7)) else { return label(language) }
      let last = first.previous
      return switch precision {
      case .year: "截至\(last.year)年底"
      case .month: "截至\(last.year)年\(last.month)月底"
      default: "截至\(last)"
      }
    default: return label(language)
    }
  }

  /// Returns `2025年底前`, `2022年6月底前`; a day takes its own suffix: `2022-06-27前`.
  private static func chinese(_ text: Substring, end: String, dayEnd: String) -> String {
    guard let (first, _, precision) = span(text) else { return String(text) }
    return switch precision {
    case .year: "\(first.year)年\(end)"
    case .month: "\(first.year)年\(first.month)月\(end)"
    default: "\(first)\(dayEnd)"
    }
  }
}

extension PartialDate {
  /// Parses a day, month or year as users type it: 2021-12-31, 2021-12 or 2021; returns nil for everything else.
  package init?(calendar text: String) {
    guard let date = PartialDate(text), [.day, .month, .year].contains(date.precision) else { return nil }
    self = date
  }
}
