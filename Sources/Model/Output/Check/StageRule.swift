import Domain

/// Projects with a later stage that was, or is expected to be, reached before an earlier one.
struct StageRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    context.dataset.projects.compactMap { project in
      pair(project.milestones).map { later, earlier in
        let first = name(later)
        let second = name(earlier)
        return CheckRule.Finding(
          about: project.id,
          words: Name(zh: "\(first.zh)，早于 \(second.zh)", en: "\(first.en), before \(second.en)"),
          origin: later.origin)
      }
    }
  }

  /// Returns the first milestone higher on the ladder that certainly came before a lower one. Expected milestones are
  /// compared within one document only, because a later document may postpone the start. The listing of a project in a
  /// plan is not compared, because the project may already have begun.
  private func pair(_ milestones: [Milestone]) -> (Milestone, Milestone)? {
    let dated = milestones.filter {
      $0.date.precision != .unknown && context.dataset.rung(of: $0.stage) < .stalled
    }
    let latest = latest(dated)
    for upper in dated {
      let rung = context.dataset.rung(of: upper.stage)
      let below = Rung.allCases.filter { $0 < rung }
      let lower = groups(of: upper).lazy.flatMap { group in below.compactMap { latest[group]?[$0] } }
        .first { upper.date.latest < $0.date.earliest }
      if let lower { return (upper, lower) }
    }
    return nil
  }

  /// The milestones that are compared with each other: all that were reached, or those that one document expects.
  private enum Group: Hashable {
    case reached
    case expected(source: String)
  }

  private func groups(of milestone: Milestone) -> [Group] {
    milestone.isExpected ? milestone.citations.map { .expected(source: $0.source) } : [.reached]
  }

  /// Returns, for each rung above the plan, the milestone with the latest start.
  private func latest(_ milestones: [Milestone]) -> [Group: [Rung: Milestone]] {
    var latest: [Group: [Rung: Milestone]] = [:]
    for milestone in milestones {
      let rung = context.dataset.rung(of: milestone.stage)
      guard rung > .planned else { continue }
      for group in groups(of: milestone) {
        let known = latest[group]?[rung]
        if known.map({ $0.date.earliest < milestone.date.earliest }) ?? true {
          latest[group, default: [:]][rung] = milestone
        }
      }
    }
    return latest
  }

  private func name(_ milestone: Milestone) -> Name {
    let stage = context.dataset.stages[milestone.stage]?.name ?? Name(both: milestone.stage)
    return Name(
      zh: "\(milestone.date.label(.zh))\(stage.zh)", en: "\(stage.en) \(milestone.date.label(.en))")
  }
}

/// Projects with a milestone that a document expects at a time before its own date.
struct ExpectationRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    let days = Dictionary(
      context.dataset.sources.map { ($0.id, $0.date.earliest) }, uniquingKeysWith: { first, _ in first })
    return context.dataset.projects.compactMap { project in
      project.milestones.lazy.compactMap { finding(project, $0, days) }.first
    }
  }

  /// Returns a finding if the milestone is certainly before every document that prints it, because a later document may
  /// repeat an earlier expectation.
  private func finding(_ project: Project, _ milestone: Milestone, _ days: [String: Day])
    -> CheckRule.Finding?
  {
    guard milestone.isExpected, milestone.date.precision != .unknown,
      let first = milestone.citations.compactMap({ days[$0.source] }).min(), milestone.date.latest < first
    else { return nil }
    return CheckRule.Finding(
      about: project.id,
      words: Name(
        zh: "预计\(milestone.date.label(.zh))，文件为\(first)",
        en: "expected \(milestone.date.label(.en)) by a document of \(first)"),
      origin: milestone.origin)
  }
}

/// Headline indicators without recent figures, by the newest document that prints figures of the district or its clusters:
/// a list of projects does not make statistics late.
struct StaleRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    let board = context.board
    let sources = Set(
      board.figures.filter { $0.subject.kind == nil || $0.subject.kind == .cluster }
        .flatMap { $0.citations.map(\.source) })
    guard let last = sources.compactMap({ board.dataset.sources[$0]?.knownOn }).max() else { return [] }
    return board.dataset.info.headlines.compactMap { id in
      guard let row = board.headline(id), row.isStale, let newest = row.partial ?? row.observation,
        let allowed = board.dataset.indicators[id]?.cadence.allowedAge,
        last.number - newest.period.end.number > allowed
      else { return nil }
      return context.finding(
        newest,
        Name(
          zh: "最新为\(newest.period.label(.zh))，印有地区或产业数字的最新文件为\(last)",
          en:
            "newest figure of \(newest.period.label(.en)), newest document with figures of the district of \(last)"
        ))
    }
  }
}
