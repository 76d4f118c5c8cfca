import Canvas
import Domain
import Figures

/// The yearly commitments compared with the official totals and the identified projects, one line each.
enum CommitmentLines {
  /// - Parameter isShort: whether to omit the counts of identified projects and the reasons, for a narrow place.
  static func lines(_ context: PanelContext, isShort: Bool) -> [Line] {
    context.board.pipeline.commitments.map { commitment in
      let name = context.dataset.indicators[commitment.target.indicator].map { context.text($0.short) } ?? ""
      // In English the name contains the noun of the counted thing.
      let wanted =
        context.language == .zh ? context.label(commitment.target) : context.value(commitment.target)
      let promise = [
        Span(" \(name) "), Span(wanted, Style(.strong)),
        Span(context.text("/年", isShort ? "/yr" : " a year"), .muted),
      ]
      guard !commitment.reported.isEmpty else {
        let outcome = Pipeline.Commitment.Outcome.noFigure
        return Line(promise + [Span("  \(context.text(outcome.name))", .muted)])
      }
      return Line(promise + commitment.reported.flatMap { spans(commitment, $0, context, isShort: isShort) })
    }
  }

  /// Returns `  ○ 2022年不可比  通报24，清单2：通报数未设门槛`. The outcome comes first because the rest may be cut.
  private static func spans(
    _ commitment: Pipeline.Commitment, _ figure: Figure, _ context: PanelContext, isShort: Bool
  ) -> [Span] {
    let year = figure.period.year
    let outcome = commitment.outcome(of: year)
    let glyph = context.glyph(outcome.status)
    let verdict = context.text(
      "\(glyph) \(year)年\(outcome.name.zh)", "\(glyph) \(outcome.name.en) in \(year)")
    let isSilent = isSilent(commitment, after: year, context)
    let stale = context.glyphs.statuses[.stale] ?? ""
    let silence = Span(
      isSilent ? " \(stale)" + (isShort ? "" : context.text("其后未公布", "none since")) : "", .stale)
    let value = context.value(figure)
    guard !isShort else {
      let short = context.text(
        "\(glyph) \(outcome.name.zh) \(year)年\(value)",
        "\(glyph) \(outcome.name.en)" + (outcome == .met || outcome == .missed ? " \(year)" : ""))
      return [Span("  \(short)", outcome.status.role), silence]
    }
    let identified = commitment.rung == nil ? "" : identified(commitment, year, context)
    let reason =
      (outcome.reason ?? commitment.assumption).map { context.text("：", ": ") + context.text($0) } ?? ""
    return [
      Span("  \(verdict)", outcome.status.role), silence,
      Span(context.text("  通报\(value)", "  \(value) reported")), Span(identified, .muted),
      Span(reason, .muted),
    ]
  }

  /// Returns whether `year` is the newest reported year although a later year of the commitment is over.
  private static func isSilent(
    _ commitment: Pipeline.Commitment, after year: Int, _ context: PanelContext
  ) -> Bool {
    guard commitment.reported.last?.period.year == year,
      let plan = commitment.target.plan.flatMap({ context.dataset.plans[$0] })
    else { return false }
    return Day.last(ofYear: year + 1, month: 12) <= min(plan.end, context.board.through)
  }

  private static func identified(_ commitment: Pipeline.Commitment, _ year: Int, _ context: PanelContext)
    -> String
  {
    let count = commitment.identified[year] ?? 0
    return context.text("，清单\(count)", "; \(count) identified")
  }

  /// Returns the outcomes of the newest reported year: `年度目标任务 2022年：完成1，不可比1`; nil if no year is reported.
  static func summary(_ context: PanelContext) -> String? {
    let commitments = context.board.pipeline.commitments
    guard let year = commitments.flatMap(\.reported).map(\.period.year).max() else { return nil }
    let names = commitments.map { context.text($0.outcome(of: year).name) }
    let order: [Pipeline.Commitment.Outcome] = [.met, .missed, .notComparable(Name(both: "")), .noFigure]
    let parts = order.compactMap { outcome -> String? in
      let name = context.text(outcome.name)
      let count = names.count { $0 == name }
      return count > 0 ? context.text("\(name)\(count)", "\(count) \(name)") : nil
    }
    let list = parts.joined(separator: context.text("，", ", "))
    return context.text("年度目标任务 \(year)年：\(list)", "commitments \(year): \(list)")
  }
}
