import Canvas
import Domain
import Figures

/// Why a cluster is where it is, from its facts: how its target changed from one plan to the next, and the growth it had
/// and needs.
struct ClusterCause {
  private let summary: ClusterSummary
  private let context: PanelContext

  init(_ summary: ClusterSummary, _ context: PanelContext) {
    (self.summary, self.context) = (summary, context)
  }

  /// `2025年目标由50亿元（十四五规划）提高到100亿元（工业强城）；2022年增长3.9%，此后须年均增长166.6%`; empty if no fact is known.
  var sentence: String {
    guard let row = summary.target else { return "" }
    if let remark = row.remark(context.language) { return remark }
    return [change(to: row), growth(row)].compactMap { $0 }.joined(separator: context.text("；", "; "))
  }

  /// The growth alone: `2022年增长3.9%，此后须年均增长166.6%`; empty if it is not known.
  var short: String { summary.target.flatMap { growth($0) } ?? "" }

  private func growth(_ row: TargetProgress) -> String? {
    let had = summary.publishedGrowth.map { figure in
      let isFall = figure.value < 0
      let size = context.label(isFall ? figure.replacing(value: -figure.value) : figure)
      return context.text(
        "\(context.time(of: figure))\(isFall ? "下降" : "增长")\(size)",
        "\(isFall ? "fell" : "grew") \(size) in \(context.time(of: figure))")
    }
    let need = row.requiredGrowth == nil ? nil : context.rate(of: row)
    let needed = need.map { rate in
      context.text(
        "此后须年均增长\(rate)", row.isDue ? "needed \(rate) a year after that" : "needs \(rate) a year from then on"
      )
    }
    let parts = [had, needed].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: context.text("，", ", "))
  }

  /// Returns how the target differs from the newest one that an earlier document set for the same year; nil if none did.
  private func change(to row: TargetProgress) -> String? {
    guard let day = publication(of: row.target), let (old, name) = earlier(than: day, row),
      let before = context.board.planName(of: old)
    else { return nil }
    let rises = row.target.value > old.value
    let from =
      "\(context.label(old))"
      + context.text("（\(context.text(before))\(name)）", " (\(context.text(before))\(name))")
    let plan = context.text(row.planName)
    let to = "\(context.label(row.target))" + context.text("（\(plan)）", " (\(plan))")
    let year = context.time(of: row.target)
    return context.text(
      "\(year)目标由\(from)\(rises ? "提高" : "降低")到\(to)",
      "the \(year) target \(rises ? "rose" : "fell") from \(from) to \(to)")
  }

  /// Returns the newest other target for the same year from a document before a day, with the name of its cluster if that
  /// is another one.
  private func earlier(than day: Day, _ row: TargetProgress) -> (Figure, String)? {
    let own = row.alternatives.map { ($0, "") }
    let kin = summary.equivalentTargets.map { other -> (Figure, String) in
      let cluster = context.dataset.clusters[other.target.subject.id]
      let isNamesake = cluster?.name == summary.cluster.name
      let name = cluster.map { context.text($0.name) } ?? ""
      return (other.target, isNamesake ? "" : context.text("“\(name)”", ", \(name)"))
    }
    let rivals = (own + kin).filter { figure, _ in
      figure.period.end == row.target.period.end && figure.unit == row.target.unit && !figure.isInWords
        && figure.value != row.target.value && publication(of: figure).map { $0 < day } ?? false
    }
    return rivals.max { (publication(of: $0.0) ?? .distantPast) < (publication(of: $1.0) ?? .distantPast) }
  }

  /// Returns the day from which a target is known.
  private func publication(of figure: Figure) -> Day? {
    figure.citations.compactMap { context.dataset.sources[$0.source]?.knownOn }.min()
  }
}
