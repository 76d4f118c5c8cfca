/// A light of a target in a period.
package enum Light: String, CaseIterable, Sendable {
  case red
  case yellow
  case green

  /// The sort order, 0 for the worst.
  package var order: Int {
    switch self {
    case .red: 0
    case .yellow: 1
    case .green: 2
    }
  }
}

/// A month, quarter or year for which an office asks for reports and gives lights.
package struct ReportingPeriod: Hashable, Comparable, Sendable {
  /// The length of a period.
  package enum Length: String, CaseIterable, Sendable {
    case month
    case quarter
    case year

    /// The number of months.
    package var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  /// The length.
  package let length: Length
  /// The number of whole periods since the year 0.
  package let number: Int

  /// Creates the period that a day is in.
  package init(_ length: Length, containing day: Day) {
    self.length = length
    number = (day.year * 12 + day.month - 1) / length.months
  }

  private init(_ length: Length, number: Int) { (self.length, self.number) = (length, number) }

  /// The first day.
  package var start: Day { .first(ofYear: firstMonth / 12, month: firstMonth % 12 + 1) }
  /// The last day, included.
  package var end: Day {
    let last = firstMonth + length.months - 1
    return .last(ofYear: last / 12, month: last % 12 + 1)
  }

  private var firstMonth: Int { number * length.months }

  /// Returns the period some periods later; negative for earlier ones.
  package func advanced(by periods: Int) -> ReportingPeriod {
    ReportingPeriod(length, number: number + periods)
  }

  /// Returns a day in the month `months` after its last month; in a shorter month the last day.
  package func day(_ day: Int, monthsAfter months: Int) -> Day {
    let month = firstMonth + length.months - 1 + months
    let last = Day.last(ofYear: month / 12, month: month % 12 + 1)
    return Day(year: last.year, month: last.month, day: min(max(day, 1), last.day)) ?? last
  }

  /// The text used in the files: `2024-06`, `2024-04/2024-06`, `2024`.
  package var text: String {
    switch length {
    case .month: month(start)
    case .quarter: "\(month(start))/\(month(end))"
    case .year: String(month(start).prefix(4))
    }
  }

  private func month(_ day: Day) -> String { String(day.description.prefix(7)) }

  /// The same time as a period of figures.
  package var period: Period { Period(text: text, start: start, end: end) }

  /// Returns the period for display.
  package func label(_ language: Language) -> String {
    guard length == .quarter else { return period.label(language) }
    let quarter = number % 4 + 1
    return language == .zh ? "\(start.year)年\(quarter)季度" : "\(start.year) Q\(quarter)"
  }

  /// Whether the left period is the earlier one.
  package static func < (left: ReportingPeriod, right: ReportingPeriod) -> Bool { left.number < right.number }
}

/// How an office runs its month: the periods, the limits and the memory of lights, and to whom what goes up.
package struct DispatchRules: Hashable, Sendable {
  /// What must happen before a matter goes to the next level.
  package enum Trigger: Hashable, Sendable {
    /// A light for a number of periods in a row; a red one counts as a yellow one as well.
    case light(Light, periods: Int)
    /// A problem or decision that is overdue by more than a number of days.
    case overdue(days: Int)
    /// A duty whose reports were late or missing for a number of periods in a row.
    case missedReports(periods: Int)
  }

  /// A level to which a matter goes.
  package struct Escalation: Hashable, Sendable {
    /// What must happen.
    package var trigger: Trigger
    /// The id of the unit that it goes to.
    package var unit: String

    /// Creates a rule of escalation.
    package init(trigger: Trigger, unit: String) { (self.trigger, self.unit) = (trigger, unit) }
  }

  /// The length of the periods.
  package var every = ReportingPeriod.Length.month
  /// The first period with lights; nil for the first one with figures of the year.
  package var first: Period?
  /// The day of the following month on which the lights of a period are fixed, from what is known then; 0 for the last
  /// day of the period.
  package var cutoffDay = 0
  /// The schedule ratio from which a light is green; nil for `Vocabulary.Thresholds.slightlyBehind`.
  package var green: Double?
  /// The schedule ratio from which a light is yellow, below it red; nil for `Vocabulary.Thresholds.behind`.
  package var yellow: Double?
  /// How many periods of yellow must come between red and green; 0 switches the memory off.
  package var yellowAfterRed = 1
  /// The rules of escalation, in file order.
  package var escalations: [Escalation] = []

  /// Creates the rules that apply where a dataset sets none.
  package init() {}

  /// Returns the period that a day is in.
  package func period(containing day: Day) -> ReportingPeriod { ReportingPeriod(every, containing: day) }

  /// Returns the day on which the lights of a period are fixed.
  package func cutoff(of period: ReportingPeriod) -> Day {
    cutoffDay == 0 ? period.end : period.day(cutoffDay, monthsAfter: 1)
  }
}
