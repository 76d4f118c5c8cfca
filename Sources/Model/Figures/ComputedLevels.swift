import Domain

/// Computes levels that no document prints from the printed levels of clusters: the total as the sum of its parts, and
/// levels that a target's document defines by clusters; see `Figure.definition`.
struct ComputedLevels {
  let dataset: Dataset
  /// Actual statements by topic, in file order.
  let happened: [TargetBoard.Topic: [Figure]]
  /// The groups of parts of each subject; see `Dataset.partGroups()`.
  let parts: [Subject: [[Subject]]]

  /// Returns the levels of the periods for which no document prints one, oldest first.
  ///
  /// - Parameters:
  ///   - target: the target to be measured by them.
  ///   - printed: the printed figures about the same topic.
  func levels(for target: Figure, beside printed: [Figure]) -> [Figure] {
    let levels =
      switch target.definition?.method {
      case .share?: shares(for: target)
      case .count?: counts(for: target)
      case nil: target.indicator == dataset.info.total && target.kind == .target ? sums(for: target) : []
      }
    return levels.filter { level in
      !printed.contains {
        $0.kind == level.kind && $0.scope == level.scope && $0.period.end == level.period.end
          && $0.period.start == level.period.start
      }
    }
  }

  /// Returns the sums of the parts of a total, for every period in which all parts are printed.
  private func sums(for target: Figure) -> [Figure] {
    let wanted = (indicator: target.indicator, scope: target.scope)
    return wholes(of: target.subject, wanted.indicator, wanted.scope).compactMap { parts in
      let values = parts.compactMap { dataset.value(of: $0, in: target.unit) }
      guard values.count == parts.count else { return nil }
      return level(values.reduce(0, +), of: target, Figure.Derivation(.sum, of: parts))
    }
  }

  /// Returns the shares of the clusters of a definition in the total: the printed one, otherwise the sum of its parts.
  private func shares(for target: Figure) -> [Figure] {
    guard let definition = target.definition else { return [] }
    let totals = self[.district, definition.indicator, definition.scope]
    return members(of: definition).compactMap { parts in
      let whole =
        totals.last { isSamePeriod($0, parts[0]) }.map { [$0] }
        ?? wholes(of: .district, definition.indicator, definition.scope).first {
          isSamePeriod($0[0], parts[0])
        }
      guard let whole, let unit = parts.first?.unit, let part = sum(parts, in: unit),
        let all = sum(whole, in: unit), all > 0
      else { return nil }
      let scale = dataset.units[target.unit]?.scale ?? 0.01
      return level(part / all / scale, of: target, Figure.Derivation(.share, of: parts, whole: whole))
    }
  }

  /// Returns how many clusters of a definition are above its level.
  private func counts(for target: Figure) -> [Figure] {
    guard let definition = target.definition, let over = definition.over else { return [] }
    return members(of: definition).compactMap { parts in
      let values = parts.compactMap { dataset.value(of: $0, in: definition.unit ?? $0.unit) }
      guard values.count == parts.count else { return nil }
      let count = Double(values.count { $0 > over })
      return level(count, of: target, Figure.Derivation(.count, of: parts))
    }
  }

  /// Returns the levels of all clusters of a definition, one array for each period in which all are printed.
  private func members(of definition: Figure.Definition) -> [[Figure]] {
    levels(of: definition.clusters.map { .cluster($0) }, definition.indicator, definition.scope)
  }

  /// Returns the levels of the parts of a subject, one array for each period; of the first group of parts that has any.
  private func wholes(of subject: Subject, _ indicator: String, _ scope: String) -> [[Figure]] {
    for group in parts[subject] ?? [] where group.count > 1 {
      let found = levels(of: group, indicator, scope)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func levels(of subjects: [Subject], _ indicator: String, _ scope: String) -> [[Figure]] {
    guard let first = subjects.first else { return [] }
    return self[first, indicator, scope].sorted { $0.period.end < $1.period.end }.compactMap { start in
      let all = subjects.compactMap { subject in
        self[subject, indicator, scope].last { isSamePeriod($0, start) }
      }
      return all.count == subjects.count ? all : nil
    }
  }

  private subscript(_ subject: Subject, _ indicator: String, _ scope: String) -> [Figure] {
    (happened[TargetBoard.Topic(subject: subject, indicator: indicator)] ?? []).filter {
      $0.kind == .actual && $0.scope == scope
    }
  }

  private func isSamePeriod(_ left: Figure, _ right: Figure) -> Bool {
    left.period.start == right.period.start && left.period.end == right.period.end
  }

  private func sum(_ figures: [Figure], in unit: String) -> Double? {
    let values = figures.compactMap { dataset.value(of: $0, in: unit) }
    return values.count == figures.count ? values.reduce(0, +) : nil
  }

  private func level(_ value: Double, of target: Figure, _ derivation: Figure.Derivation) -> Figure? {
    guard let first = derivation.parts.first else { return nil }
    var seen: Set<Citation> = []
    let citations = derivation.figures.flatMap(\.citations).filter { seen.insert($0).inserted }
    let subject = target.subject == .district ? "district" : target.subject.id
    return Figure(
      id: "computed-\(target.indicator)-\(subject)-\(first.period.text)", subject: target.subject,
      indicator: target.indicator, value: value, unit: target.unit, period: first.period,
      kind: .actual, comparator: .equal, scope: target.scope, citations: citations,
      isPeriodInferred: derivation.figures.contains(where: \.isPeriodInferred), derivation: derivation,
      origin: target.origin)
  }
}
