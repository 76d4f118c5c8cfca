import Domain

/// The statement of a conflict that is shown, and the rule that chose it.
package struct ConflictVerdict: Sendable {
  /// The figure shown; nil if there are several or none.
  package var shown: Figure?
  /// The displayed value in words; nil if the conflict does not state it.
  package var words: Name?
  /// The id of the rule in lists: a criterion of precedence, or a rule of the vocabulary. Empty if there is none.
  package var ruleID: String
  /// The name of the rule used.
  package var rule: Name
}

extension Board {
  /// Returns how a conflict is settled on the day.
  ///
  /// If the conflict is between competing targets, precedence settles it, even against the recorded preference.
  /// Otherwise the recorded rule applies.
  package func verdict(on conflict: Conflict) -> ConflictVerdict {
    let contests = contests(in: conflict)
    guard !contests.isEmpty else {
      let shown = conflict.preferred.flatMap { id in figures.first { $0.id == id } }
      return ConflictVerdict(
        shown: shown, words: conflict.shown ?? shown.map(words), ruleID: conflict.rule,
        rule: dataset.ruleName(conflict.rule))
    }
    var decisions: [Precedence.Decision] = []
    for decision in contests.map(\.decision) where !decisions.contains(decision) {
      decisions.append(decision)
    }
    return ConflictVerdict(
      shown: contests.count == 1 ? contests[0].winner : nil,
      words: joined(contests.map { words($0.winner) }),
      ruleID: decisions.map(id).joined(separator: ","), rule: joined(decisions.map { $0.name(in: dataset) }))
  }

  /// The outcome for targets that compete for one year, of which one is shown.
  private struct Contest {
    var winner: Figure
    var decision: Precedence.Decision
  }

  /// Returns the contests in the order of the statements. Unless it prefers a target, a conflict other than a
  /// contradiction does not affect which target is shown.
  private func contests(in conflict: Conflict) -> [Contest] {
    guard conflict.kind == .contradiction || conflict.preferred != nil else { return [] }
    var order: [Place] = []
    var rivals: [Place: [Figure]] = [:]
    for target in conflict.figures.compactMap({ target($0)?.target }) {
      let place = Place(target)
      if rivals[place] == nil { order.append(place) }
      rivals[place, default: []].append(target)
    }
    return order.compactMap { contest(among: rivals[$0] ?? []) }
  }

  /// Returns the contest between the first and the strongest rival with a different number; rivals from other plans
  /// come before those from its own.
  private func contest(among figures: [Figure]) -> Contest? {
    let ordered = figures.sorted { precedence.standing(of: $0) > precedence.standing(of: $1) }
    guard let first = ordered.first else { return nil }
    let rivals = ordered.filter { !$0.hasSameNumber(as: first) }
    guard let rival = rivals.first(where: { $0.plan != first.plan }) ?? rivals.first else { return nil }
    return Contest(winner: first, decision: precedence.decision(between: first, and: rival))
  }

  /// The topic, kind and end day that competing targets share.
  private struct Place: Hashable {
    let topic: TargetBoard.Topic
    let kind: Figure.Kind
    let end: Day

    init(_ figure: Figure) {
      (topic, kind, end) = (TargetBoard.Topic(figure), figure.kind, figure.period.end)
    }
  }

  /// Returns the figure that a conflict prefers, the one that precedence shows instead, and the rule; nil if they are
  /// the same, or if nothing competes with the preferred figure.
  package func overruling(of conflict: Conflict) -> (
    preferred: Figure, shown: Figure, decision: Precedence.Decision
  )? {
    guard let preferred = conflict.preferred.flatMap({ target($0)?.target }),
      let contest = contests(in: conflict).first(where: { Place($0.winner) == Place(preferred) }),
      contest.winner.id != preferred.id
    else { return nil }
    return (preferred, contest.winner, precedence.decision(between: contest.winner, and: preferred))
  }

  private func id(_ decision: Precedence.Decision) -> String {
    guard case .recorded(let id) = decision else { return decision.id }
    return dataset.conflicts[id]?.rule ?? decision.id
  }

  /// Returns a figure with subject and plan: `卷烟及配套 120亿元（工业强城）`.
  private func words(_ figure: Figure) -> Name {
    let subject =
      figure.subject == .district ? Name(both: "") : dataset.name(of: figure.subject) + Name(both: " ")
    let plan = figure.plan.flatMap { dataset.plans[$0] }.map { plan in
      plan.isDraft && !precedence.isAdopted(figure) ? plan.shortAsDraft : plan.short
    }
    return subject + Name(zh: dataset.exactLabel(figure, .zh), en: dataset.exactLabel(figure, .en))
      + (plan.map { Name(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Name(both: ""))
  }

  private func joined(_ names: [Name]) -> Name {
    Name(zh: names.map(\.zh).joined(separator: "；"), en: names.map(\.en).joined(separator: "; "))
  }
}
