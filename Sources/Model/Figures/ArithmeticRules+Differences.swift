import Domain

extension ArithmeticRules {
  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let period: String
    let kind: Figure.Kind
    let scope: String
    /// Whether a plan wants it: what is wanted does not contradict what happened.
    let isPlanned: Bool

    init(_ figure: Figure) {
      (subject, indicator, period) = (figure.subject, figure.indicator, figure.period.text)
      (kind, scope, isPlanned) = (figure.kind, figure.scope, figure.plan != nil)
    }
  }

  /// Statements about one thing that differ in value.
  func differences() -> [Finding] {
    let stated = figures.filter { [.actual, .target, .growth].contains($0.kind) }
    let groups = Dictionary(grouping: stated, by: Topic.init)
    // One finding a group, made at its first figure, keeps the order of the files.
    var seen: Set<Topic> = []
    return stated.compactMap { figure in
      let topic = Topic(figure)
      guard seen.insert(topic).inserted, let group = groups[topic], group.count > 1 else { return nil }
      return difference(in: group)
    }
  }

  private func difference(in group: [Figure]) -> Finding? {
    let (listed, unlisted) = distinct(group)
    guard let first = listed.first, listed.count > 1 else { return nil }
    func words(_ language: Language) -> String {
      listed.map { dataset.exactLabel($0, language) }.joined(separator: " ≠ ")
    }
    return Finding(
      rule: first.plan == nil ? .differentValues : .differentTargets, figures: listed.map(\.id),
      unlisted: unlisted, computed: Name(zh: words(.zh), en: words(.en)) + .rest(unlisted.count))
  }

  /// The statements of a group that do not repeat an earlier one: some in full, the ids of all others.
  ///
  /// Each is compared with those in full only, so that a large group takes no longer than its size.
  private func distinct(_ group: [Figure]) -> (listed: [Figure], unlisted: [String]) {
    var listed: [Figure] = []
    var unlisted: [String] = []
    for figure in group where !listed.contains(where: { agrees($0, figure) }) {
      if listed.count < Finding.most { listed.append(figure) } else { unlisted.append(figure.id) }
    }
    return (listed, unlisted)
  }

  /// Whether two statements do not contradict each other: the same value in the same unit, whatever the comparator; and
  /// inside one plan a bound that the other statement keeps.
  private func agrees(_ left: Figure, _ right: Figure) -> Bool {
    countComparison()
    if left.plan == right.plan, keeps(left, right) || keeps(right, left) { return true }
    guard let a = dataset.units[left.unit], let b = dataset.units[right.unit], a.dimension == b.dimension
    else { return left.value == right.value && left.upper == right.upper }
    return abs(left.value * a.scale - right.value * b.scale) <= 1e-9 * abs(left.value * a.scale)
      && left.upper == right.upper
  }

  /// Whether `value` lies within the bound that `bound` prints, both in one unit.
  private func keeps(_ value: Figure, _ bound: Figure) -> Bool {
    guard value.unit == bound.unit else { return false }
    return switch bound.comparator {
    case .over, .atLeast:
      value.value >= bound.value && value.comparator != .atMost && value.comparator != .under
    case .under, .atMost:
      value.value <= bound.value && value.comparator != .atLeast && value.comparator != .over
    case .equal, .about: false
    }
  }
}
