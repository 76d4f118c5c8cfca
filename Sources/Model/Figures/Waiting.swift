import Domain

/// The time since a project's signing, without a start, as precise as the printed date.
package struct Waiting: Equatable, Sendable {
  /// The milestone of the signing.
  package var since: Milestone
  /// Days from the last possible day of the signing to the last day considered: the minimum.
  package var shortest: Int
  /// Days from the first possible day: the maximum; nil if the document only prints an end.
  package var longest: Int?

  init(since: Milestone, asOf: Day) {
    self.since = since
    let latest = min(since.date.latest, asOf)
    shortest = asOf.number - latest.number
    longest = since.date.earliest == .distantPast ? nil : asOf.number - since.date.earliest.number
  }

  /// Returns the time in the precision of the date: `128天`, `4个月`, `1至2年`; `至少14个月` if only an end is known.
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
    case .unknown: return language == .zh ? "日期未公布" : "undated"
    }
  }

  private static func days(_ count: Int, _ language: Language) -> String {
    language == .zh ? "\(count)天" : "\(count) \(count == 1 ? "day" : "days")"
  }

  /// Returns the whole months. A month is 30.44 days, the mean of the calendar.
  private static func months(_ days: Int, _ language: Language) -> String {
    let count = Int(Double(days) / 30.44)
    return language == .zh ? "\(count)个月" : "\(count) \(count == 1 ? "month" : "months")"
  }
}
