import Domain

/// How long a project has been signed without being started, as exactly as its document dates the signing.
package struct Waiting: Equatable, Sendable {
  /// The signing.
  package var since: Milestone
  /// Days from the last day that the signing can have been to the day that is shown: at least so long.
  package var shortest: Int
  /// Days from the first day it can have been; nil when the document only says by when.
  package var longest: Int?

  init(since: Milestone, asOf: Day) {
    self.since = since
    let latest = min(since.date.latest, asOf)
    shortest = asOf.number - latest.number
    longest = since.date.earliest == .distantPast ? nil : asOf.number - since.date.earliest.number
  }

  /// In the precision of the date: `128天`, `4个月`, `1至2年`; `至少14个月` where only an end is known.
  package func label(_ language: Language) -> String {
    switch since.date.precision {
    case .day: return Waiting.days(shortest, language)
    case .month: return Waiting.months(shortest, language)
    case .year:
      let (least, most) = (shortest / 365, ((longest ?? shortest) + 364) / 365)
      return language == .zh
        ? "\(least)至\(most)年" : "\(least) to \(most) \(most == 1 ? "year" : "years")"
    case .by, .before:
      let least = Waiting.months(shortest, language)
      return language == .zh ? "至少\(least)" : "at least \(least)"
    case .unknown: return language == .zh ? "日期未公布" : "date not given"
    }
  }

  private static func days(_ count: Int, _ language: Language) -> String {
    language == .zh ? "\(count)天" : "\(count) \(count == 1 ? "day" : "days")"
  }

  /// A month is 30.44 days, the mean of the calendar.
  private static func months(_ days: Int, _ language: Language) -> String {
    let count = Int(Double(days) / 30.44)
    return language == .zh ? "\(count)个月" : "\(count) \(count == 1 ? "month" : "months")"
  }
}
