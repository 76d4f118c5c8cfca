import Domain

/// Percent used for percentage points, or the reverse.
struct PercentRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    context.board.figures.compactMap { figure in
      fault(of: figure).map { context.finding(figure, $0) }
    }
  }

  private func fault(of figure: Figure) -> Name? {
    let dataset = context.dataset
    let role = dataset.units[figure.unit]?.role
    let printed = figure.citations.map(\.printed)
    let speaksOfPoints = printed.contains { TextSearch.holds($0, "百分点") }
    let speaksOfPercent = printed.contains { TextSearch.holds($0, "%") || TextSearch.holds($0, "％") }
    if role == .share, speaksOfPoints, !speaksOfPercent {
      return Name(zh: "印作百分点，单位却是%", en: "printed in percentage points, but the unit is %")
    }
    if role == .points, speaksOfPercent, !speaksOfPoints {
      return Name(zh: "印作%，单位却是百分点", en: "printed in %, but the unit is percentage points")
    }
    let unit = dataset.unitName(figure.unit)
    switch figure.kind {
    case .actual, .target:
      return role == .points
        ? Name(zh: "水平值以百分点计", en: "a level in percentage points") : nil
    case .growth:
      // "Grew threefold" has its own unit, a ratio.
      return role == .share || role == .points || role == .ratio
        ? nil : Name(zh: "增速以\(unit.zh)计", en: "a growth in \(unit.en), not in %")
    case .share:
      return role == .share
        ? nil : Name(zh: "占比以\(unit.zh)计", en: "a share in \(unit.en), not in %")
    case .cumulative:
      return nil
    }
  }
}

/// Levels of one thing in units that cannot be converted into each other.
struct UnitRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    struct Topic: Hashable {
      let subject: Subject
      let indicator: String
    }
    let levels = context.board.figures.filter { ($0.kind == .actual || $0.kind == .target) && !$0.isInWords }
    let measures = Dictionary(grouping: levels) { Topic(subject: $0.subject, indicator: $0.indicator) }
      .compactMapValues(measure)
    return levels.compactMap { figure in
      guard let first = measures[Topic(subject: figure.subject, indicator: figure.indicator)],
        let mine = context.dataset.units[figure.unit], let other = context.dataset.units[first.unit],
        mine.dimension != other.dimension
      else { return nil }
      let dataset = context.dataset
      return context.finding(
        figure, beside: [first],
        Name(
          zh: "\(dataset.exactLabel(figure, .zh))，而 \(first.id) 为 \(dataset.exactLabel(first, .zh))",
          en: "\(dataset.exactLabel(figure, .en)) beside \(dataset.exactLabel(first, .en)) of \(first.id)"))
    }
  }

  /// Returns the figure that the others are compared with: a level in a unit like the indicator's, or the first.
  private func measure(_ group: [Figure]) -> Figure? {
    let units = context.dataset.units
    let usual = group.first.flatMap { context.dataset.indicators[$0.indicator] }
      .flatMap { units[$0.unit]?.dimension }
    return group.first { units[$0.unit]?.dimension == usual } ?? group.first
  }
}
