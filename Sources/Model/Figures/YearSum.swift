import Domain

/// The known part of a sum over several years.
struct YearSum {
  /// In the unit of the target.
  var value: Double
  /// The last day that it covers.
  var end: Day
  /// The years up to `end` without a figure.
  var missing: [Int]
  /// The figures that it adds up, oldest first.
  var figures: [Figure]

  /// Adds the years after the newest printed sum to it.
  ///
  /// - Parameter parts: years and printed sums within the target's period, ordered by the end of their period.
  /// - Returns: nil if no figure is known.
  init?(_ parts: [Figure], of target: Figure, in dataset: Dataset) {
    let printed = parts.last { $0.kind == .cumulative }
    let from = printed?.period.end ?? target.period.start.previous
    var byYear: [Int: Figure] = [:]
    for figure in parts where figure.kind == .actual && figure.period.start > from {
      byYear[figure.period.year] = figure
    }
    let years = byYear.keys.sorted()
    figures = [printed].compactMap { $0 } + years.compactMap { byYear[$0] }
    guard let last = figures.last else { return nil }
    end = last.period.end
    value = figures.reduce(0) { $0 + (dataset.value(of: $1, in: target.unit) ?? 0) }
    let first = printed == nil ? target.period.start.year : from.year + 1
    missing = first <= end.year ? (first...end.year).filter { byYear[$0] == nil } : []
  }
}
