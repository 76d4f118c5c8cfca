import Domain

/// Levels that differ from all comparable ones by a factor of a hundred: 亿 taken for 万, 万元 for 元.
struct MagnitudeRule {
  let context: CheckContext
  /// The ratio from which growth is not a plausible explanation.
  private static let limit = 100.0

  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String
    /// The length in days of a flow's period: flows of different lengths are not compared. 0 for stocks and ratios.
    let days: Int
  }

  func findings() -> [CheckRule.Finding] {
    let levels = context.board.figures.filter { $0.kind == .actual || $0.kind == .target }
    let groups = Dictionary(grouping: levels, by: topic)
    var seen: Set<Topic> = []
    var found: [CheckRule.Finding] = []
    for figure in levels where seen.insert(topic(figure)).inserted {
      found += outliers(groups[topic(figure)] ?? [])
    }
    let known = Set(found.map(\.about))
    return found + partsBeyondWhole(levels).filter { !known.contains($0.about) }
  }

  private func topic(_ figure: Figure) -> Topic {
    let isFlow = context.dataset.indicators[figure.indicator]?.measure == .flow
    // A leap year has 366 days.
    return Topic(
      subject: figure.subject, indicator: figure.indicator, scope: figure.scope,
      days: isFlow ? min(figure.period.days, 365) : 0)
  }

  /// Comparable figures: units of one dimension, values of one sign.
  private struct Side: Hashable {
    let dimension: String
    let isNegative: Bool
  }

  /// Returns the figures that differ from all others of their group; if the group has two, only the later one in the
  /// files.
  private func outliers(_ group: [Figure]) -> [CheckRule.Finding] {
    let sides = Dictionary(grouping: group, by: side)
    let off = sides.mapValues { Set(isolated($0)) }
    var found: [CheckRule.Finding] = []
    for figure in group.reversed() {
      guard let side = side(figure), off[side]?.contains(figure.id) == true, let all = sides[side],
        let other = all.first(where: { $0.id != figure.id })
      else { continue }
      if all.count == 2, !found.isEmpty { continue }
      found.append(finding(figure, beside: other))
    }
    return found.reversed()
  }

  /// Nil for zero and for an unknown unit, which compare with nothing.
  private func side(_ figure: Figure) -> Side? {
    guard figure.value != 0, let unit = context.dataset.units[figure.unit] else { return nil }
    return Side(dimension: unit.dimension, isNegative: figure.value < 0)
  }

  /// Returns the ids of the figures that are far from the next smaller and the next larger one, and so from all.
  private func isolated(_ figures: [Figure]) -> [String] {
    let sizes = figures.map { abs($0.value) * (context.dataset.units[$0.unit]?.scale ?? 1) }
    let order = sizes.indices.sorted { sizes[$0] < sizes[$1] }
    func isFar(_ low: Int, _ high: Int) -> Bool {
      sizes[order[high]] / sizes[order[low]] >= MagnitudeRule.limit
    }
    return order.indices.filter { place in
      (place == 0 || isFar(place - 1, place)) && (place == order.count - 1 || isFar(place, place + 1))
    }.map { figures[order[$0]].id }
  }

  private struct Level: Hashable {
    let subject: Subject
    let period: Period
    let kind: Figure.Kind
    let plan: String?

    init(_ subject: Subject, like figure: Figure) {
      self.subject = subject
      (period, kind, plan) = (figure.period, figure.kind, figure.plan)
    }
  }

  /// Returns the figures of clusters that are a hundred times the whole above them for the same period, kind and plan.
  private func partsBeyondWhole(_ levels: [Figure]) -> [CheckRule.Finding] {
    let dataset = context.dataset
    let total = levels.filter { $0.indicator == dataset.info.total }
    let wholes = Dictionary(
      total.map { (Level($0.subject, like: $0), $0) }, uniquingKeysWith: { first, _ in first })
    return total.compactMap { part in
      guard part.subject.kind == .cluster, let cluster = dataset.clusters[part.subject.id] else { return nil }
      let above: Subject = cluster.parent.map { .cluster($0) } ?? .district
      guard let whole = wholes[Level(above, like: part)], let ratio = ratio(part, whole),
        ratio >= MagnitudeRule.limit
      else { return nil }
      return finding(part, beside: whole)
    }
  }

  private func finding(_ figure: Figure, beside other: Figure) -> CheckRule.Finding {
    let dataset = context.dataset
    func words(_ language: Language) -> String {
      let first = "\(dataset.exactLabel(figure, language)) (\(figure.period.label(language)))"
      let second = "\(dataset.exactLabel(other, language)) (\(other.period.label(language)))"
      return language == .zh ? "\(first)，而 \(second)" : "\(first) beside \(second)"
    }
    return context.finding(figure, beside: [other], Name(zh: words(.zh), en: words(.en)))
  }

  /// Returns the first value divided by the second, in one unit; nil for zero, opposite signs or different dimensions.
  private func ratio(_ left: Figure, _ right: Figure) -> Double? {
    guard let a = context.dataset.units[left.unit], let b = context.dataset.units[right.unit],
      a.dimension == b.dimension, left.value * right.value > 0
    else { return nil }
    return left.value * a.scale / (right.value * b.scale)
  }
}
