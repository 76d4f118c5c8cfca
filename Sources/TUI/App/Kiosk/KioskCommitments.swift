import Canvas
import Domain
import Figures
import Panels

/// The yearly commitments with the result of the newest reported year.
struct KioskCommitments: KioskView {
  let id = "commitments"
  let title = Name(zh: "年度目标任务", en: "Yearly commitments")

  /// A commitment and its newest result.
  private struct Result {
    var name: String
    var promise: String
    /// The promise without its unit.
    var limit: String
    var figure: Figure?
    /// The last year of the promise.
    var end: Int?
    var outcome: Pipeline.Commitment.Outcome
  }

  func page(_ context: PanelContext) -> KioskPage? {
    let results = context.board.pipeline.commitments.map { result($0, context) }
    guard results.contains(where: { $0.figure != nil }) else { return nil }
    func table(hasPromise: Bool, hasFigure: Bool) -> [KioskRow] {
      results.map { result in
        let role = result.outcome.status.role
        let value = BigLine.Piece.figure(result.figure.map { context.plainValue($0) } ?? "")
        let word = result.figure.map { figure in
          context.text(
            "\(figure.period.year)年\(result.outcome.name.zh)",
            "\(result.outcome.name.en) in \(figure.period.year)")
        }
        let state = "\(context.glyph(result.outcome.status)) \(word ?? context.text(result.outcome.name))"
        // A figure beside another one would read as one number.
        let promise =
          hasPromise
          ? [BigLine.Piece.text(context.text("目标\(result.promise)", "of \(result.promise)"), .muted)] : []
        return KioskRow(
          BigLine([.text(result.name)] + (hasFigure ? [value] : []) + promise + [.block(state, role)]))
      }
    }
    let notes = results.compactMap { result in
      result.outcome.reason.map { reason in
        [
          context.text(
            "\(result.name)不可比：\(reason.zh)", "\(result.name) cannot be compared: \(reason.en)"),
          context.text(reason),
        ]
      }
    }
    return KioskPage(
      headings: headings(results, context),
      lead: silence(results, context).map { [BigLine([.block($0, .stale)])] },
      rows: [
        table(hasPromise: true, hasFigure: true), table(hasPromise: false, hasFigure: true),
        table(hasPromise: false, hasFigure: false),
      ], notes: notes, dates: context.dates(of: results.compactMap(\.figure)))
  }

  /// Returns the ways to say that years are over without a published result: `◷ 2023—2025年未公布`; none if there are none.
  private func silence(_ results: [Result], _ context: PanelContext) -> [String] {
    let ends = results.compactMap { $0.end }
    guard let newest = results.compactMap({ $0.figure?.period.year }).max(), let end = ends.max() else {
      return []
    }
    let last = min(end, min(context.today, context.board.asOf).year - 1)
    guard newest < last else { return [] }
    let years =
      newest + 1 == last
      ? "\(last)" : "\(newest + 1)\(context.text("—", context.glyphs.isASCII ? "-" : "–"))\(last)"
    let sign = context.glyphs.statuses[.stale] ?? ""
    return [
      context.text("\(sign) \(years)年结果未公布", "\(sign) results of \(years) not published"),
      context.text("\(sign) \(years)年未公布", "\(sign) \(years) unpublished"),
    ]
  }

  private func result(_ commitment: Pipeline.Commitment, _ context: PanelContext) -> Result {
    let figure = commitment.reported.last
    return Result(
      name: context.dataset.indicators[commitment.target.indicator].map { context.text($0.short) } ?? "",
      promise: context.plain(commitment.target), limit: context.plainValue(commitment.target), figure: figure,
      end: commitment.target.period.end.year,
      outcome: figure.map { commitment.outcome(of: $0.period.year) } ?? .noFigure)
  }

  /// Returns `3项年度任务：完成1，不可比1，未公布1`.
  private func headings(_ results: [Result], _ context: PanelContext) -> [String] {
    var words: [(name: String, count: Int)] = []
    for result in results {
      let name = context.text(result.outcome.name)
      if let place = words.firstIndex(where: { $0.name == name }) {
        words[place].count += 1
      } else {
        words.append((name, 1))
      }
    }
    let list = words.map { context.text("\($0.name)\($0.count)", "\($0.count) \($0.name)") }
      .joined(separator: context.text("，", ", "))
    let all = context.text(
      "官方通报，\(results.count)项年度任务", "official totals of \(results.count) yearly commitments")
    let promises = results.map { context.text("\($0.name)\($0.limit)", "\($0.name) \($0.limit)") }
      .joined(separator: context.text("，", ", "))
    return [
      context.text("\(all)：\(list)（任务\(promises)）", "\(all): \(list) (promised: \(promises))"),
      context.text("\(list)（任务\(promises)）", "\(list) (promised: \(promises))"),
      context.text("任务\(promises)", "promised: \(promises)"), list,
    ]
  }
}
