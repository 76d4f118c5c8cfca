import Domain

/// The figures of an indicator month by month, and their changes against the same months of the year before.
///
/// Months are compared with months and sums since January with sums of the same months, so that seasons and holidays do
/// not count as growth.
package struct MonthSeries: Sendable {
  /// One month.
  package struct Point: Hashable, Sendable {
    /// The calendar month.
    package var month: Period
    /// The level of the month, in the unit of the series; nil if only the sum since January is known.
    package var value: Double?
    /// The sum since January, for a flow; nil if a month is missing.
    package var sum: Double?
    /// The change against the month before: a fraction, or a difference if the series is of shares.
    package var onMonth: Double?
    /// The change against the same month of the year before.
    package var onYear: Double?
    /// The change of the sum against the sum of the same months of the year before.
    package var sumOnYear: Double?
  }

  /// The months with a figure, from the earliest to the latest; never empty.
  package let points: [Point]
  /// The id of the unit.
  package let unit: String
  /// Whether changes are differences of shares, in percentage points, instead of fractions.
  package let isShare: Bool
  /// Whether it is a flow, whose months add up.
  package let isFlow: Bool
  /// The id of the indicator.
  package let indicator: String

  /// The newest month.
  package var newest: Point { points[points.count - 1] }

  /// Collects the months of an indicator; nil if fewer than two have a figure.
  ///
  /// - Parameters:
  ///   - figures: the figures known on a day, in file order; of two for one month the later one counts.
  ///   - subject: the subject of the series.
  ///   - indicator: its indicator.
  ///   - scope: the scope of its figures.
  ///   - unit: the unit of its values; figures that cannot be converted are left out.
  ///   - dataset: the dataset with the units.
  package init?(
    _ figures: [Figure], subject: Subject, indicator: Indicator, scope: String, unit: String,
    in dataset: Dataset
  ) {
    var levels: [Int: Double] = [:]
    var sums: [Int: Double] = [:]
    for figure in figures
    where figure.plan == nil && figure.indicator == indicator.id && figure.subject == subject
      && figure.scope == scope
    {
      guard let value = dataset.value(of: figure, in: unit) else { continue }
      let period = figure.period
      let index = MonthSeries.index(period.end)
      guard period.end == .last(ofYear: period.end.year, month: period.end.month) else { continue }
      if figure.kind == .cumulative, period.start == .first(ofYear: period.end.year) {
        sums[index] = value
      } else if figure.kind == .actual || figure.kind == .share, MonthSeries.index(period.start) == index,
        period.start.day == 1
      {
        levels[index] = value
      } else if figure.kind == .actual, period.isYear, indicator.measure == .flow {
        sums[index] = value
      }
    }
    (self.unit, self.indicator) = (unit, indicator.id)
    let isShare = dataset.units[unit]?.role == .share
    self.isShare = isShare
    let isFlow = indicator.measure == .flow
    self.isFlow = isFlow
    let months = Set(levels.keys).union(isFlow || levels.isEmpty ? Set(sums.keys) : [])
    let known = months.filter { levels[$0] != nil || MonthSeries.hasNeighbour($0, sums) }.sorted()
    guard known.count > 1 else { return nil }
    if isFlow { MonthSeries.complete(&levels, &sums, known) }
    let change: (Double?, Double?) -> Double? = { now, before in
      guard let now, let before else { return nil }
      if isShare { return now - before }
      return before > 0 ? now / before - 1 : nil
    }
    points = known.map { index in
      Point(
        month: MonthSeries.month(index), value: levels[index], sum: sums[index],
        onMonth: change(levels[index], levels[index - 1]), onYear: change(levels[index], levels[index - 12]),
        sumOnYear: change(sums[index], sums[index - 12]))
    }
  }

  /// Adds the sums of years whose months are all known, and the months that follow from two sums.
  private static func complete(_ levels: inout [Int: Double], _ sums: inout [Int: Double], _ months: [Int]) {
    for index in months where levels[index] == nil {
      guard let sum = sums[index] else { continue }
      if index % 12 == 0 {
        levels[index] = sum
      } else if let before = sums[index - 1] {
        levels[index] = sum - before
      }
    }
    for index in months {
      let parts = (index - index % 12...index).map { levels[$0] }
      // The sum of the months counts a revision that an older printed sum lacks.
      if parts.allSatisfy({ $0 != nil }) { sums[index] = parts.reduce(0) { $0 + ($1 ?? 0) } }
    }
  }

  /// Whether a sum follows that of the month before or, in January, is followed by one: a year alone is not monthly.
  private static func hasNeighbour(_ index: Int, _ sums: [Int: Double]) -> Bool {
    sums[index] != nil && (index % 12 == 0 ? sums[index + 1] != nil : sums[index - 1] != nil)
  }

  /// Months since year 0; January is a multiple of 12.
  private static func index(_ day: Day) -> Int { day.year * 12 + day.month - 1 }

  private static func month(_ index: Int) -> Period {
    let (year, month) = (index / 12, index % 12 + 1)
    let text = "\(year)-\(month < 10 ? "0" : "")\(month)"
    return Period(text)
      ?? Period(
        text: text, start: .first(ofYear: year), end: .last(ofYear: year, month: month))
  }
}

extension Board {
  /// Returns the months of a target's indicator and subject; nil if they are not monthly.
  package func months(of row: TargetProgress) -> MonthSeries? {
    months(of: row.target.subject, row.target.indicator, scope: row.target.scope, unit: row.target.unit)
  }

  /// Returns the months of a cluster's output; nil if they are not monthly.
  package func months(of summary: ClusterSummary) -> MonthSeries? {
    guard let output = summary.output ?? summary.partial else { return nil }
    return months(of: output.subject, output.indicator, scope: output.scope, unit: output.unit)
  }

  private func months(of subject: Subject, _ id: String, scope: String, unit: String) -> MonthSeries? {
    guard let indicator = dataset.indicators[id], indicator.cadence == .month else { return nil }
    return MonthSeries(
      figures, subject: subject, indicator: indicator, scope: scope, unit: unit, in: dataset)
  }
}
