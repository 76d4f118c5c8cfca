import Canvas
import Domain

/// What the documents disagree on, in words: how many conflicts of which weight, and the first of the worst with both
/// values.
struct SourcesVerdict {
  let list: SourcesList
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below.
  func lines(width: Int) -> [Line] {
    let counts = Conflict.Severity.allCases.compactMap { severity -> [Span]? in
      let count = list.conflicts.count { $0.severity == severity }
      guard count > 0 else { return nil }
      let name = context.text(severity.name)
      return [Span(context.text("\(count)处\(name)", "\(count) \(name)"), severity.role)]
    }
    guard !counts.isEmpty else {
      return [
        Line(
          context.text(
            " \(list.documents.count)份文件，没有矛盾", " \(list.documents.count) documents, no conflicts"), .muted)
      ]
    }
    let separator = [Span(context.text("、", ", "), .muted)]
    let spans = Array(counts.joined(separator: separator))
    let cited = Set(list.conflicts.flatMap { context.board.citations(of: $0).map(\.source) })
    let (documents, total) = (list.documents.count { cited.contains($0.id) }, list.conflicts.count)
    let conflicts = total == 1 ? "1 conflict" : "\(total) conflicts"
    let within = list.conflicts.count { Set(context.board.citations(of: $0).map(\.source)).count == 1 }
    let split =
      within == 0 || within == total
      ? ""
      : context.text(
        "，文件之间\(total - within)、同一文件内\(within)",
        ", \(total - within) between documents, \(within) within one")
    let heads = [
      context.text(
        " \(documents)份文件中有\(total)处矛盾\(split)：", " \(conflicts) in \(documents) documents\(split): "),
      context.text(" \(documents)份文件中有\(total)处矛盾：", " \(conflicts) in \(documents) documents: "),
      context.text(" \(total)处矛盾：", " \(conflicts): "), " ",
    ]
    let first = fitting(heads.map { [Span($0, Style(.strong))] + spans }, width)
    return width >= 60 ? [first] + worst(width) : [first]
  }

  /// Returns `✗ 分歧最大 2025年规上工业总产值目标：350还是400  采用 400亿元（工业强城）`, of the first critical conflict.
  private func worst(_ width: Int) -> [Line] {
    guard let conflict = list.conflicts.first(where: { $0.severity == .critical }) else { return [] }
    let sign = context.glyph(conflict.severity)
    let head = [
      Span(" \(sign) ", conflict.severity.role), Span(context.text("分歧最大 ", "first: "), .muted),
      Span(context.text(conflict.title), Style(.strong)),
    ]
    let values = [Span("  \(context.values(of: conflict, fitting: 30))", conflict.severity.role)]
    let verdict = context.board.verdict(on: conflict)
    let words =
      verdict.shown.map { context.typed(context.dataset.label($0, context.language)) }
      ?? verdict.words.map { context.text($0) }
    let shown = words.map { [Span(context.text("  采用 \($0)", "  shown: \($0)"), .muted)] } ?? []
    return [fitting([head + values + shown, head + values, head], width)]
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }
}
