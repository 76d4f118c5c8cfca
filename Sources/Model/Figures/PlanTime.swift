import Domain

/// The time from the base of a target to the end of its period.
///
/// Yearly figures count whole years: from 2021 to 2022 is a quarter of the way from 2021 to 2025. If any of the days is
/// not the last of a year, days are counted.
package struct PlanTime: Hashable, Sendable {
  /// The last day of the base's period.
  package let base: Day
  /// The last day of the target's period, after `base`.
  package let end: Day

  /// Returns nil unless the target is after its base.
  package init?(from base: Day, to end: Day) {
    guard base < end else { return nil }
    (self.base, self.end) = (base, end)
  }

  /// Returns the share of the time gone at a day, a fraction; negative before the base, above 1 after the end.
  package func elapsed(at day: Day) -> Double {
    PlanTime.years(from: base, to: day, exact: isExact(day))
      / PlanTime.years(from: base, to: end, exact: isExact(day))
  }

  /// The length in months.
  package var months: Double { PlanTime.years(from: base, to: end) * 12 }

  /// Returns the years between two days: whole ones between year ends, otherwise days / 365.25.
  package static func years(from first: Day, to last: Day) -> Double {
    years(from: first, to: last, exact: first.endsYear && last.endsYear)
  }

  private func isExact(_ day: Day) -> Bool { base.endsYear && end.endsYear && day.endsYear }

  private static func years(from first: Day, to last: Day, exact: Bool) -> Double {
    exact ? Double(last.year - first.year) : Double(last.number - first.number) / 365.25
  }
}

extension Day {
  /// Whether it is 31 December.
  package var endsYear: Bool { month == 12 && day == 31 }
}
