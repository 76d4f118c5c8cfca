import Domain

/// The level from which progress towards a target is measured 基期.
package struct Base: Hashable, Sendable {
  /// How the level was obtained.
  package enum Method: String, Sendable {
    /// A document prints it.
    case printed
    /// Computed from the level and the published growth of the following year.
    case growth
    /// The sum of the bases of the parts.
    case sum
    /// The share of some parts in the whole, as the target's document defines it.
    case share
    /// The newest printed level before the plan, because there is none for the base year.
    case earlier
    /// Zero, the start of a sum over several years.
    case start
  }

  /// In the unit of the target.
  package var value: Double
  /// The period of the level.
  package var period: Period
  /// How the base was obtained.
  package var method: Method
  /// The statement itself, or the level and the growth that it is computed from.
  package var figures: [Figure] = []
  /// The bases of the parts, each with its subject; empty unless the base is their sum.
  package var parts: [Part] = []
  /// For a share the base of the whole; empty otherwise.
  package var whole: [Base] = []

  /// The base of a part, for a base that is a sum.
  package struct Part: Hashable, Sendable {
    /// The part, such as a cluster.
    package var subject: Subject
    /// The base of the part.
    package var base: Base
  }

  /// The last day of its period.
  package var day: Day { period.end }

  /// Whether no document prints the base itself.
  package var isComputed: Bool { method == .growth || method == .sum || method == .share }

  /// All statements that it is derived from, including those of its parts.
  package var statements: [Figure] {
    figures + parts.flatMap(\.base.statements) + whole.flatMap(\.statements)
  }
}

/// Finds the base of a target.
///
/// The base is the level of the year before the plan's first year: printed, computed from the published growth of the
/// plan's first year, or the sum of the parts. If none of these is available, the newest earlier level is used and
/// marked as such.
struct BaseFinder {
  let dataset: Dataset
  /// Actual statements by topic.
  private let happened: [TargetBoard.Topic: [Figure]]
  private let parts: [Subject: [[Subject]]]

  /// - Parameters:
  ///   - happened: actual statements by topic, in file order.
  ///   - parts: the groups of parts of each subject.
  init(dataset: Dataset, happened: [TargetBoard.Topic: [Figure]], parts: [Subject: [[Subject]]]) {
    self.dataset = dataset
    self.happened = happened
    self.parts = parts
  }

  /// The properties that a base must match.
  struct Wanted {
    var indicator: Indicator
    var unit: String
    var scope: String
    /// The base year.
    var period: Period
  }

  /// Returns the base of a target, in its unit; nil if there is none.
  ///
  /// - Parameter comparable: the levels comparable with the target, ordered by the end of their period.
  func base(of target: Figure, _ plan: Plan, _ indicator: Indicator, among comparable: [Figure]) -> Base? {
    let wanted = Wanted(
      indicator: indicator, unit: target.unit, scope: target.scope,
      period: plan.baseline ?? Period(year: plan.start.year - 1))
    if let definition = target.definition { return base(by: definition, wanted) }
    if let base = level(of: target.subject, wanted, isPart: false) { return base }
    guard let figure = comparable.last(where: { $0.period.end < plan.start }),
      let value = dataset.value(of: figure, in: target.unit)
    else { return nil }
    return Base(value: value, period: figure.period, method: .earlier, figures: [figure])
  }

  /// Returns the base of a target that is defined by clusters: their share in the base year. A count of clusters above a
  /// level has no path, and therefore no base.
  private func base(by definition: Figure.Definition, _ wanted: Wanted) -> Base? {
    guard definition.method == .share, let indicator = dataset.indicators[definition.indicator] else {
      return nil
    }
    let money = Wanted(
      indicator: indicator, unit: indicator.unit, scope: definition.scope, period: wanted.period)
    let parts = definition.clusters.compactMap { id in
      level(of: .cluster(id), money, isPart: true).map { Base.Part(subject: .cluster(id), base: $0) }
    }
    guard parts.count == definition.clusters.count,
      let whole = level(of: .district, money, isPart: false), whole.value > 0
    else { return nil }
    let scale = dataset.units[wanted.unit]?.scale ?? 0.01
    let value = parts.reduce(0) { $0 + $1.base.value } / whole.value / scale
    return Base(value: value, period: wanted.period, method: .share, parts: parts, whole: [whole])
  }

  private func level(of subject: Subject, _ wanted: Wanted, isPart: Bool) -> Base? {
    let all = happened[TargetBoard.Topic(subject: subject, indicator: wanted.indicator.id)] ?? []
    return printed(all, wanted) ?? computed(all, wanted) ?? (isPart ? nil : sum(of: subject, wanted))
  }

  private func isLevel(_ figure: Figure, _ wanted: Wanted) -> Bool {
    figure.scope == wanted.scope
      && (figure.kind == .actual || (wanted.indicator.measure == .ratio && figure.kind == .share))
  }

  private func printed(_ all: [Figure], _ wanted: Wanted) -> Base? {
    let figure = all.last { figure in
      guard isLevel(figure, wanted) else { return false }
      return wanted.indicator.measure == .flow
        ? figure.period.start == wanted.period.start && figure.period.end == wanted.period.end
        : figure.period.end == wanted.period.end
    }
    guard let figure, let value = dataset.value(of: figure, in: wanted.unit) else { return nil }
    return Base(value: value, period: wanted.period, method: .printed, figures: [figure])
  }

  /// Computes the base from the level and the published growth of the following year.
  private func computed(_ all: [Figure], _ wanted: Wanted) -> Base? {
    guard wanted.period.isYear else { return nil }
    let next = Period(year: wanted.period.year + 1)
    func isOfNextYear(_ figure: Figure) -> Bool {
      figure.scope == wanted.scope && figure.period.start == next.start && figure.period.end == next.end
    }
    guard let level = all.last(where: { isOfNextYear($0) && isLevel($0, wanted) }),
      let growth = all.last(where: {
        isOfNextYear($0) && $0.kind == .growth && dataset.percent($0) != nil
      }),
      let percent = dataset.percent(growth), let actual = dataset.value(of: level, in: wanted.unit),
      let value = Formula.previousLevel(actual: actual, growthPercent: percent)
    else { return nil }
    return Base(value: value, period: wanted.period, method: .growth, figures: [level, growth])
  }

  /// Computes the base as a sum, only for the indicator whose cluster values add up, and only if every part has a base
  /// for the same year.
  private func sum(of subject: Subject, _ wanted: Wanted) -> Base? {
    guard wanted.indicator.id == dataset.info.total else { return nil }
    for subjects in parts[subject] ?? [] where subjects.count > 1 {
      let found = subjects.compactMap { part in
        level(of: part, wanted, isPart: true).map { Base.Part(subject: part, base: $0) }
      }
      guard found.count == subjects.count else { continue }
      let value = found.reduce(0) { $0 + $1.base.value }
      return Base(value: value, period: wanted.period, method: .sum, parts: found)
    }
    return nil
  }
}
