/// A date with the precision that its document gives.
public struct PartialDate: Hashable, Sendable {
  public enum Precision: Hashable, Sendable {
    case day
    case month
    case year
    /// No later than the end of the named time: `by 2025`.
    case by
    /// Before the named time begins: `before 2028`.
    case before
    case unknown
  }

  /// As written in the file.
  public let text: String
  public let precision: Precision
  /// The first day it can be; the distant past when only an end is known.
  public let earliest: Day
  /// The last day it can be; the distant future when nothing is known.
  public let latest: Day

  public static let unknown = PartialDate(
    text: "unknown", precision: .unknown, earliest: .distantPast, latest: .distantFuture)

  private init(text: String, precision: Precision, earliest: Day, latest: Day) {
    self.text = text
    self.precision = precision
    self.earliest = earliest
    self.latest = latest
  }

  public init(_ day: Day) {
    self.init(text: day.description, precision: .day, earliest: day, latest: day)
  }

  /// Reads `2022-06-27`, `2022-06`, `2022`, `by 2025`, `before 2028`, `unknown`; nil for anything else.
  public init?(_ text: String) {
    if text == "unknown" {
      self = .unknown
    } else if let (first, last, precision) = PartialDate.span(text) {
      self.init(text: text, precision: precision, earliest: first, latest: last)
    } else if text.hasPrefix("by "), let (_, last, _) = PartialDate.span(String(text.dropFirst(3))) {
      self.init(text: text, precision: .by, earliest: .distantPast, latest: last)
    } else if text.hasPrefix("before "), let (first, _, _) = PartialDate.span(String(text.dropFirst(7))) {
      self.init(text: text, precision: .before, earliest: .distantPast, latest: first.previous)
    } else {
      return nil
    }
  }

  /// First and last day of a day, month or year.
  static func span(_ text: String) -> (first: Day, last: Day, precision: Precision)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.count == 4, let number = Int(year), number >= 1 else {
      return nil
    }
    switch parts.count {
    case 1:
      return (.first(ofYear: number), .last(ofYear: number), .year)
    case 2:
      guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      return (.first(ofYear: number, month: month), .last(ofYear: number, month: month), .month)
    default:
      guard let day = Day(text) else { return nil }
      return (day, day, .day)
    }
  }
}

extension PartialDate {
  /// For people: `2025年底前`, `before 2028`.
  public func label(_ language: Language) -> String {
    switch (precision, language) {
    case (.unknown, .zh): "日期未印"
    case (.unknown, .en): "date not given"
    case (.by, .zh): "\(text.dropFirst(3))年底前"
    case (.before, .zh): "\(text.dropFirst(7))年前"
    default: text
    }
  }
}
