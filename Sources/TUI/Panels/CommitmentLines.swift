import Model

/// The yearly commitments against what was reported and which projects are identified, one line each.
enum CommitmentLines {
  /// - Parameter isShort: for a narrow place: without the counts of identified projects and without reasons.
  static func lines(_ state: AppState, isShort: Bool) -> [Line] {
    state.board.pipeline.commitments.map { commitment in
      let name = state.dataset.indicators[commitment.target.indicator].map { state.text($0.short) } ?? ""
      // In English the noun of what is counted stands in the name.
      let wanted = state.language == .zh ? state.label(commitment.target) : state.value(commitment.target)
      let promise = [
        Span(" \(name) "), Span(wanted, Style(.strong)),
        Span(state.text("/年", isShort ? "/yr" : " a year"), .muted),
      ]
      guard !commitment.reported.isEmpty else {
        let outcome = Pipeline.Commitment.Outcome.noFigure
        return Line(promise + [Span("  \(state.text(outcome.name))", .muted)])
      }
      return Line(promise + commitment.reported.flatMap { spans(commitment, $0, state, isShort: isShort) })
    }
  }

  /// `  ○ 2022年不可比  通报24，清单2：通报数未设门槛`: what became of it first, for what follows may be cut.
  private static func spans(
    _ commitment: Pipeline.Commitment, _ figure: Figure, _ state: AppState, isShort: Bool
  ) -> [Span] {
    let year = figure.period.year
    let outcome = commitment.outcome(of: year)
    let glyph = state.glyph(outcome.status)
    let verdict = state.text("\(glyph) \(year)年\(outcome.name.zh)", "\(glyph) \(outcome.name.en) in \(year)")
    let isSilent = isSilent(commitment, after: year, state)
    let stale = state.glyphs.statuses[.stale] ?? ""
    let silence = Span(
      isSilent ? " \(stale)" + (isShort ? "" : state.text("其后未公布", "none since")) : "", .stale)
    let value = state.value(figure)
    guard !isShort else {
      let short = state.text(
        "\(glyph) \(outcome.name.zh) \(year)年\(value)",
        "\(glyph) \(outcome.name.en)" + (outcome == .met || outcome == .missed ? " \(year)" : ""))
      return [Span("  \(short)", outcome.status.role), silence]
    }
    let identified = commitment.rung == nil ? "" : identified(commitment, year, state)
    let reason = outcome.reason.map { state.text("：", ": ") + state.text($0) } ?? ""
    return [
      Span("  \(verdict)", outcome.status.role), silence,
      Span(state.text("  通报\(value)", "  \(value) reported")), Span(identified, .muted), Span(reason, .muted),
    ]
  }

  /// Whether a year is the newest that was reported although later ones of the promise are over.
  private static func isSilent(
    _ commitment: Pipeline.Commitment, after year: Int, _ state: AppState
  ) -> Bool {
    guard commitment.reported.last?.period.year == year,
      let plan = commitment.target.plan.flatMap({ state.dataset.plans[$0] })
    else { return false }
    return Day.last(ofYear: year + 1, month: 12) <= min(plan.end, state.board.through)
  }

  private static func identified(_ commitment: Pipeline.Commitment, _ year: Int, _ state: AppState) -> String
  {
    let count = commitment.identified[year] ?? 0
    return state.text("，清单\(count)", "; \(count) identified")
  }

  /// What became of the commitments of the newest year that is reported: `年度目标任务 2022年：完成1，不可比1`; nil where
  /// nothing is reported.
  static func summary(_ state: AppState) -> String? {
    let commitments = state.board.pipeline.commitments
    guard let year = commitments.flatMap(\.reported).map(\.period.year).max() else { return nil }
    let names = commitments.map { state.text($0.outcome(of: year).name) }
    let order: [Pipeline.Commitment.Outcome] = [.met, .missed, .notComparable(Name(both: "")), .noFigure]
    let parts = order.compactMap { outcome -> String? in
      let name = state.text(outcome.name)
      let count = names.count { $0 == name }
      return count > 0 ? state.text("\(name)\(count)", "\(count) \(name)") : nil
    }
    let list = parts.joined(separator: state.text("，", ", "))
    return state.text("年度目标任务 \(year)年：\(list)", "commitments \(year): \(list)")
  }
}
