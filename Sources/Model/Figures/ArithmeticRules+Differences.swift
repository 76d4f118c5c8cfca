import Domain

extension ArithmeticRules {
  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let period: String
    let kind: Figure.Kind
    let scope: String
    /// Whether a plan sets it: a planned value does not contradict an actual one.
    let isPlanned: Bool

    init(_ figure: Figure) {
      (subject, indicator, period) = (figure.subject, figure.indicator, figure.period.text)
      (kind, scope, isPlanned) = (figure.kind, figure.scope, figure.plan != nil)
    }
  }

  /// Finds statements with the same topic and different values.
  func differences() -> [Finding] {
    let stated = figures.filter { [.actual, .target, .growth].contains($0.kind) }
    let groups = Dictionary(grouping: stated, by: Topic.init)
    // One finding per group, created at its first figure, keeps file order.
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

  /// Returns the statements of a group that do not repeat an earlier one: some in full, the rest as ids.
  ///
  /// Each statement is compared only with those in full, so that the time is linear in the size of the group.
  private func distinct(_ group: [Figure]) -> (listed: [Figure], unlisted: [String]) {
    var listed: [Figure] = []
    var unlisted: [String] = []
    for figure in group where !listed.contains(where: { agrees($0, figure) }) {
      if listed.count < Finding.most { listed.append(figure) } else { unlisted.append(figure.id) }
    }
    return (listed, unlisted)
  }

  /// Whether two statements agree: they have the same value after unit conversion, regardless of the comparator, or
  /// within one plan one of them lies within the bound of the other.
  private func agrees(_ left: Figure, _ right: Figure) -> Bool {
    countComparison()
    if left.plan == right.plan, keeps(left, right) || keeps(right, left) { return true }
    guard let a = dataset.units[left.unit], let b = dataset.units[right.unit], a.dimension == b.dimension
    else { return left.value == right.value && left.upper == right.upper }
    func isSame(_ left: Double?, _ right: Double?) -> Bool {
      guard let left, let right else { return left == right }
      return abs(left * a.scale - right * b.scale) <= 1e-9 * abs(left * a.scale)
    }
    return isSame(left.value, right.value) && isSame(left.upper, right.upper)
  }

  /// Whether `value` lies within the bound that `bound` prints; false if the units differ.
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
