import Domain

/// The targets of one topic and kind, whatever their plan and time: which of them comes first, and what other plans want.
///
/// They are put in order once: O(n log n) for all n of them.
struct TargetRivals {
  struct Key: Hashable {
    let topic: TargetBoard.Topic
    let kind: Figure.Kind

    init(_ figure: Figure) { (topic, kind) = (TargetBoard.Topic(figure), figure.kind) }
  }

  /// Those of one time.
  private struct Place {
    let first: Figure
    /// The first after it, of whatever plan.
    var second: Figure?
    /// The first of another plan than its own.
    var otherPlan: Figure?
  }

  /// At most so many other targets stand beside one.
  static let limit = 20

  /// In the order of precedence, at most `limit` of one plan and twice as many in all: enough to stand beside any.
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

  /// What other plans want, in the order of precedence.
  func alternatives(to target: Figure) -> [Figure] {
    Array(leading.lazy.filter { $0.plan != target.plan }.prefix(Self.limit))
  }

  /// Whether another of its time comes before it.
  func isSecondary(_ target: Figure) -> Bool { places[target.period.end]?.first.id != target.id }

  /// Whether the one that comes before it wants the same number.
  func isRestated(_ target: Figure) -> Bool {
    guard isSecondary(target), let first = places[target.period.end]?.first else { return false }
    return first.hasSameNumber(as: target)
  }

  /// The strongest of its time beside it, those of other plans before those of its own; nil without any.
  func strongest(against target: Figure) -> Figure? {
    guard let place = places[target.period.end] else { return nil }
    if place.first.plan != target.plan { return place.first }
    return place.otherPlan ?? (place.first.id == target.id ? place.second : place.first)
  }
}
