import Domain

/// Compares yearly commitments with the reported figures of each year.
struct CommitmentBoard {
  private typealias Outcome = Pipeline.Commitment.Outcome

  let dataset: Dataset
  let figures: [Figure]
  /// The projects known on the day; a project is counted once with all its parts.
  var projects: [ProjectStatus] = []

  /// Returns a commitment with its outcomes; nil if no known document makes it.
  func commitment(_ commitment: Dataset.Commitment) -> Pipeline.Commitment? {
    let target = figures.first { $0.indicator == commitment.indicator && $0.kind == .target }
    guard let target else { return nil }
    let reported = reported(commitment, target)
    return Pipeline.Commitment(
      target: target, rung: commitment.stage, assumption: commitment.assumes, reported: reported,
      outcomes: Dictionary(
        reported.map { ($0.period.year, outcome($0, target, commitment)) }, uniquingKeysWith: { $1 }),
      identified: identified(commitment.stage))
  }

  /// Returns the figures reported for whole years within the target's period, oldest first.
  private func reported(_ commitment: Dataset.Commitment, _ target: Figure) -> [Figure] {
    guard let indicator = commitment.reported else { return [] }
    return figures.filter {
      $0.indicator == indicator && $0.subject == target.subject && $0.kind == .actual && $0.plan == nil
        && $0.period.isYear && target.period.start <= $0.period.start && $0.period.end <= target.period.end
    }.sorted { $0.period.end < $1.period.end }
  }

  /// Returns the reported figures with the same definition, scope and dimension as a yearly target, oldest first; nil
  /// if the target is not a commitment.
  func comparable(with target: Figure) -> [Figure]? {
    guard let commitment = dataset.info.commitments.first(where: { $0.indicator == target.indicator })
    else { return nil }
    return reported(commitment, target).filter { outcome($0, target, commitment).reason == nil }
  }

  /// Returns why the last reported figure cannot be compared with a commitment; nil if it can, or if none is reported.
  func difference(from target: Figure) -> Name? {
    guard let commitment = dataset.info.commitments.first(where: { $0.indicator == target.indicator })
    else { return nil }
    return reported(commitment, target).last.flatMap { outcome($0, target, commitment).reason }
  }

  private func outcome(_ figure: Figure, _ target: Figure, _ commitment: Dataset.Commitment) -> Outcome {
    if let reason = commitment.differs { return .notComparable(reason) }
    if figure.scope != target.scope { return .notComparable(otherScope(figure, target)) }
    guard let value = value(of: figure, in: target.unit) else {
      return .notComparable(Name(zh: "单位不同", en: "different unit"))
    }
    return keeps(value, target) ? .met : .missed
  }

  private func otherScope(_ figure: Figure, _ target: Figure) -> Name {
    let (reported, promised) = (dataset.scopeName(figure.scope), dataset.scopeName(target.scope))
    return Name(
      zh: "口径不同：通报为\(reported.zh)，任务为\(promised.zh)",
      en: "different scope: \(reported.en) reported, \(promised.en) in the target")
  }

  private func keeps(_ value: Double, _ target: Figure) -> Bool {
    switch target.comparator {
    case .over: value > target.value
    case .under: value < target.value
    case .atMost: value <= target.value
    case .equal, .atLeast, .about: value >= target.value
    }
  }

  private func value(of figure: Figure, in unit: String) -> Double? {
    if figure.unit == unit { return figure.value }
    guard let from = dataset.units[figure.unit], let to = dataset.units[unit], from.dimension == to.dimension,
      to.scale > 0
    else { return nil }
    return figure.value * from.scale / to.scale
  }

  /// Returns the number of listed projects that reached a stage, by year. Only a date that names a year counts: "by
  /// 2024" may be any earlier year.
  private func identified(_ stage: Rung?) -> [Int: Int] {
    guard let stage else { return [:] }
    let rungs = dataset.rungs
    var roots: [Int: Set<Int>] = [:]
    for status in projects {
      let first = status.records.first {
        rungs[$0.stage] ?? .planned == stage && [.day, .month, .year].contains($0.date.precision)
      }
      if let first { roots[first.date.latest.year, default: []].insert(status.root) }
    }
    return roots.mapValues(\.count)
  }
}
