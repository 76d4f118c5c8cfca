import Domain

/// The targets of one topic and kind, regardless of plan and period: their precedence, and the targets of other plans.
///
/// They are sorted once: O(n log n) for n targets.
struct TargetRivals {
  struct Key: Hashable {
    let topic: TargetBoard.Topic
    let kind: Figure.Kind

    init(_ figure: Figure) { (topic, kind) = (TargetBoard.Topic(figure), figure.kind) }
  }

  /// The leading targets for one end day.
  private struct Place {
    let first: Figure
    /// The next one, of any plan.
    var second: Figure?
    /// The first one of another plan.
    var otherPlan: Figure?
  }

  /// The maximum number of alternatives to a target.
  static let limit = 20

  /// Targets in the order of precedence, at most `limit` per plan and twice as many in total: enough alternatives for
  /// any target.
  private let leading: [Figure]
  private let places: [Day: Place]

  init(_ figures: [Figure], _ precedence: Precedence) {
    var leading: [Figure] = []
    var counts: [String?: Int] = [:]
    var places: [Day: Place] = [:]
    for figure in figures.sorted(byKey: precedence.standing, >) {
      if leading.count < 2 * Self.limit, counts[figure.plan, default: 0] < Self.limit {
        counts[figure.plan, default: 0] += 1
        leading.append(figure)
      }
      let end = figure.period.end
      guard let place = places[end] else {
        places[end] = Place(first: figure)
        continue
      }
      if place.second == nil { places[end]?.second = figure }
      if place.otherPlan == nil, figure.plan != place.first.plan { places[end]?.otherPlan = figure }
    }
    (self.leading, self.places) = (leading, places)
  }

  /// Returns the targets of other plans, in the order of precedence.
  func alternatives(to target: Figure) -> [Figure] {
    Array(leading.lazy.filter { $0.plan != target.plan }.prefix(Self.limit))
  }

  /// Whether another target for its end day takes precedence.
  func isSecondary(_ target: Figure) -> Bool { places[target.period.end]?.first.id != target.id }

  /// Whether the target that takes precedence has the same number.
  func isRestated(_ target: Figure) -> Bool {
    guard isSecondary(target), let first = places[target.period.end]?.first else { return false }
    return first.hasSameNumber(as: target)
  }

  /// Returns the strongest rival for its end day, those of other plans before those of its own; nil if there is none.
  func strongest(against target: Figure) -> Figure? {
    guard let place = places[target.period.end] else { return nil }
    if place.first.plan != target.plan { return place.first }
    return place.otherPlan ?? (place.first.id == target.id ? place.second : place.first)
  }
}
