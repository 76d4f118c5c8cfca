/// Levels that are a hundred times off everything they compare with: 亿 taken for 万, 万元 for 元.
struct MagnitudeRule {
  let context: CheckContext
  /// From this ratio on no growth explains it.
  private static let limit = 100.0

  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String
    /// Flows of other length are another thing; stocks and ratios have no length.
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
    // A leap year has a day more.
    return Topic(
      subject: figure.subject, indicator: figure.indicator, scope: figure.scope,
      days: isFlow ? min(figure.period.days, 365) : 0)
  }

  /// Figures that are off all others of their group; of two that are off each other the later one in the files.
  private func outliers(_ group: [Figure]) -> [CheckRule.Finding] {
    var found: [CheckRule.Finding] = []
    for figure in group.reversed() {
      let others = group.filter { $0.id != figure.id && ratio($0, figure) != nil }
      guard !others.isEmpty, others.allSatisfy({ isOff(figure, $0) }) else { continue }
      if others.count == 1, !found.isEmpty { continue }
      found.append(finding(figure, beside: others[0]))
    }
    return found.reversed()
  }

  /// Clusters of one classification that are a hundred times the whole of their document's year.
  private func partsBeyondWhole(_ levels: [Figure]) -> [CheckRule.Finding] {
    let dataset = context.dataset
    let total = levels.filter { $0.indicator == dataset.info.total }
    return total.compactMap { part in
      guard part.subject.kind == .cluster, let cluster = dataset.clusters[part.subject.id] else { return nil }
      let above: Subject = cluster.parent.map { .cluster($0) } ?? .district
      let whole = total.first {
        $0.subject == above && $0.period == part.period && $0.kind == part.kind && $0.plan == part.plan
      }
      guard let whole, let ratio = ratio(part, whole), ratio >= MagnitudeRule.limit else { return nil }
      return finding(part, beside: whole)
    }
  }

  private func finding(_ figure: Figure, beside other: Figure) -> CheckRule.Finding {
    let dataset = context.dataset
    func words(_ language: Language) -> String {
      let first = "\(dataset.label(figure, language)) (\(figure.period.label(language)))"
      let second = "\(dataset.label(other, language)) (\(other.period.label(language)))"
      return language == .zh ? "\(first)，而 \(second)" : "\(first) beside \(second)"
    }
    return context.finding(figure, beside: [other], Name(zh: words(.zh), en: words(.en)))
  }

  private func isOff(_ left: Figure, _ right: Figure) -> Bool {
    guard let ratio = ratio(left, right) else { return false }
    return ratio >= MagnitudeRule.limit || ratio <= 1 / MagnitudeRule.limit
  }

  /// How many times the second the first is, in one unit; nil for zero, for opposite signs, for other dimensions.
  private func ratio(_ left: Figure, _ right: Figure) -> Double? {
    guard let a = context.dataset.units[left.unit], let b = context.dataset.units[right.unit],
      a.dimension == b.dimension, left.value * right.value > 0
    else { return nil }
    return left.value * a.scale / (right.value * b.scale)
  }
}
