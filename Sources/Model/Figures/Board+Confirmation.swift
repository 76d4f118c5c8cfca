import Domain

extension Board {
  /// Returns the places that make the number of a draft count as issued: where another document prints it, and where the
  /// plan is reported as issued. Nil if the plan is no draft, or if nothing confirms the number.
  package func confirmation(of target: Figure) -> [Citation]? {
    guard let plan = target.plan.flatMap({ dataset.plans[$0] }), plan.isDraft, precedence.isAdopted(target)
    else { return nil }
    let others = figures.filter {
      $0.plan == plan.id && $0.subject == target.subject && $0.indicator == target.indicator
        && $0.kind == target.kind && $0.period.end == target.period.end && $0.hasSameNumber(as: target)
    }.flatMap(\.citations).filter { $0.source != plan.source }
    return others + (plan.adopted?.citations ?? [])
  }

  /// Returns the first other target for the same year with another number, whose plan the row names as an alternative; nil
  /// without one.
  package func rival(of row: TargetProgress) -> Figure? {
    row.alternatives.first {
      $0.period.end == row.target.period.end && !$0.hasSameNumber(as: row.target)
    }
  }

  /// Returns why a target's statement is shown before its rivals: the rule, and for the number of a draft that counts as
  /// issued also the documents that confirm it. Nil without a rival.
  package func reason(for row: TargetProgress) -> Name? {
    guard let decision = row.decision else { return nil }
    let rule = decision.name(in: dataset)
    let drafts = [row.target] + [rival(of: row)].compactMap(\.self)
    guard case .criterion = decision,
      let (target, places) = drafts.lazy.compactMap({ target in confirmation(of: target).map { (target, $0) }
      })
      .first
    else { return rule }
    var documents: [Name] = []
    for id in places.map(\.source) {
      if let name = dataset.sources[id]?.short, !documents.contains(name) { documents.append(name) }
    }
    let number = Name(zh: dataset.label(target, .zh), en: dataset.label(target, .en))
    let (zh, en) = (documents.map(\.zh).joined(separator: "、"), documents.map(\.en).joined(separator: ", "))
    return rule
      + Name(
        zh: "；征求意见稿的\(number.zh)经\(zh)证实，视同已印发",
        en: "; the draft's \(number.en) counts as issued, because \(en) confirms it")
  }
}
