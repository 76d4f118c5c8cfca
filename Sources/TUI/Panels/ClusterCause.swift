import Canvas
import Domain
import Figures

/// Why a cluster is where it is: the growth that it had beside the growth of its path, and its lag under other targets
/// of the same figure. Targets of other indicators or industries explain no lag.
struct ClusterCause {
  private let summary: ClusterSummary
  private let context: PanelContext

  init(_ summary: ClusterSummary, _ context: PanelContext) {
    (self.summary, self.context) = (summary, context)
  }

  /// `2021年以来年均增长8%，路径需年均16.7%；按另一目标“100亿元”滞后4个月`; empty if no fact is known.
  var sentence: String {
    guard let row = summary.target else { return "" }
    if let remark = row.remark(context.language) { return remark }
    return [growth(row), others(row)].compactMap { $0 }.joined(separator: context.text("；", "; "))
  }

  /// The growth alone: `2021年以来年均增长8%，路径需年均16.7%`; empty if it is not known.
  var short: String { summary.target.flatMap { growth($0) } ?? "" }

  /// Returns the yearly growth since the base beside that of the path; for a linear path the change in points or units.
  private func growth(_ row: TargetProgress) -> String? {
    guard let base = row.base, let measure = row.measure, row.status != .reached else { return nil }
    let since = base.day.year
    if let had = measure.observedGrowth, let asked = row.pathGrowth {
      let (size, path) = (Decimal.percent(abs(had), digits: 1), Decimal.percent(asked, digits: 1))
      let until = row.observation.map { "\($0.period.end.year)" } ?? ""
      let isOne = row.observation.map { $0.period.end.year == since + 1 } ?? false
      // What is required from the newest figure; the path from the base is over once the figure left it.
      let need = row.requiredGrowth.map { Decimal.percent($0, digits: 1) } ?? path
      let from = row.requiredGrowth == nil ? "\(since)" : until
      let zh = isOne ? "\(until)年" : "\(since)—\(until)年年均"
      let dash = context.glyphs.isASCII ? "-" : "–"
      let en = isOne ? "in \(until)" : "a year \(since)\(dash)\(until)"
      return context.text(
        "\(zh)\(had < 0 ? "下降" : "增长")\(size)，\(from)年起须年均\(need)",
        "\(had < 0 ? "fell" : "grew") \(size) \(en), needs \(need) a year from \(from)")
    }
    guard let had = measure.observedChange, let asked = row.pathChange else { return nil }
    func amount(_ value: Double) -> String {
      context.dataset.changeLabel(value, unit: row.target.unit, of: row.indicator.id, context.language)
    }
    return context.text(
      "\(since)年以来年均变动\(amount(had))，按目标需年均\(amount(asked))",
      "changed by \(amount(had)) a year since \(since), the target takes \(amount(asked))")
  }

  /// Returns the lag under another target for the same figure and year; nil if none is measured.
  private func others(_ row: TargetProgress) -> String? {
    let others = context.board.targets.filter {
      $0.target.subject == row.target.subject && $0.indicator.id == row.indicator.id
        && $0.target.kind == row.target.kind && $0.target.period.end == row.target.period.end
        && $0.target.value != row.target.value && $0.measure?.lagMonths != nil
    }
    guard let other = others.first, let lag = other.lagText(context.language) else { return nil }
    let goal = context.label(other.target)
    return context.text("按另一目标\(goal)\(lag)", "\(lag) against the other target of \(goal)")
  }
}
