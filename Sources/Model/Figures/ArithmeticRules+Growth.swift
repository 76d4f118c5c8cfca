import Domain

extension ArithmeticRules {
  /// The properties that a growth shares with the levels at both ends.
  private struct Series: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String

    init(_ figure: Figure) {
      (subject, indicator, scope) = (figure.subject, figure.indicator, figure.scope)
    }
  }

  private struct Later: Hashable {
    let series: Series
    let year: Int
    let kind: Figure.Kind
    let plan: String?
    let unit: String
  }

  private struct Earlier: Hashable {
    let series: Series
    let year: Int
  }

  /// The first level of each year in each series.
  private struct Levels {
    private(set) var earlier: [Earlier: Figure] = [:]
    private(set) var later: [Later: Figure] = [:]

    init(_ figures: [Figure]) {
      // Iterates backwards, so that the first level remains.
      for figure in figures.reversed() where figure.period.isYear {
        let (series, year) = (Series(figure), figure.period.year)
        if figure.kind == .actual { earlier[Earlier(series: series, year: year)] = figure }
        later[
          Later(series: series, year: year, kind: figure.kind, plan: figure.plan, unit: figure.unit)] = figure
      }
    }
  }

  /// Checks a growth over one or more years against the levels at both ends, and a plan's growth against its base and
  /// target. Tolerance: half a percentage point.
  func growths() -> [Finding] {
    let levels = Levels(figures)
    return figures.filter {
      $0.kind == .growth && ($0.period.isYear || $0.period.start.year < $0.period.end.year)
    }
    .compactMap { growth in
      guard let percent = dataset.percent(growth), let (earlier, later, years) = ends(of: growth, levels),
        let computed = Formula.averageGrowth(from: earlier.value, to: later.value, years: years),
        abs(computed * 100 - percent) > 0.5
      else { return nil }
      let root = years == 1 ? "" : "^(1/\(Decimal.text(years)))"
      let sum =
        "(\(later.valueText) / \(earlier.valueText))\(root) - 1 = \(Decimal.percent(computed)); "
        + dataset.exactLabel(growth, .zh)
      return Finding(
        rule: .growthMismatch, figures: [growth.id, earlier.id, later.id], computed: Name(both: sum))
    }
  }

  private func ends(of growth: Figure, _ levels: Levels) -> (Figure, Figure, Double)? {
    // "2020 to 2022" counts from the end of 2020. A plan for 2021 to 2025 and the year 2021 also count from the end of
    // 2020.
    let isFromBefore = growth.plan != nil || growth.period.isYear
    let firstYear = growth.period.start.year - (isFromBefore ? 1 : 0)
    let series = Series(growth)
    guard let earlier = levels.earlier[Earlier(series: series, year: firstYear)],
      let later = levels.later[
        Later(
          series: series, year: growth.period.year, kind: growth.plan == nil ? .actual : .target,
          plan: growth.plan, unit: earlier.unit)]
    else { return nil }
    return (earlier, later, Double(later.period.year - earlier.period.year))
  }
}
