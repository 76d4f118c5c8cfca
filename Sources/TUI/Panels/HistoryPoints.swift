import Canvas
import Domain
import Figures

/// The charts over time: figures, the computed base before them, the targets of plans, and the path to the one shown.
enum HistoryPoints {
  /// Returns the chart of a target.
  static func chart(of row: TargetProgress, _ context: PanelContext) -> HistoryChart {
    chart(row.levels, row, context)
  }

  /// Returns the chart of a cluster.
  static func chart(of summary: ClusterSummary, _ context: PanelContext) -> HistoryChart {
    chart(summary.history, summary.target, context)
  }

  /// Returns the meaning of the signs, for the title above a chart.
  static func legend(_ chart: HistoryChart, _ context: PanelContext) -> String {
    let signs = HistoryChart.Signs(context.glyphs)
    let kinds: [(HistoryChart.Point.Kind, Name)] = [
      (.published, Name(zh: "实际", en: "actual")), (.computed, Name(zh: "推算", en: "computed")),
      (.target, Name(zh: "目标", en: "target")), (.otherTarget, Name(zh: "另有目标", en: "other target")),
    ]
    let drawn = Set((chart.figures + chart.targets).map(\.kind))
    return kinds.filter { drawn.contains($0.0) }.map { "\(signs.sign($0.0)) \(context.text($0.1))" }
      .joined(separator: "  ")
  }

  private static func chart(_ history: [Figure], _ row: TargetProgress?, _ context: PanelContext)
    -> HistoryChart
  {
    var seen: Set<String> = []
    var points = history.filter { seen.insert($0.period.text).inserted }.map { figure in
      HistoryChart.Point(
        time: time(figure.period.end), figure.value, label: context.value(figure),
        caption: figure.period.text)
    }
    if let base = row?.base, base.isComputed {
      points.append(
        HistoryChart.Point(
          time: time(base.day), base.value,
          label: context.dataset.number(base.value, unit: history.first?.unit ?? "", context.language),
          caption: "\(base.day.year)", kind: .computed, role: .muted))
    }
    let chart = HistoryChart(
      points + (row.map { targets(of: $0, context) } ?? []), path: row.map { path(of: $0, context) } ?? [],
      pathWord: context.text("应达", "expected"), silence: row.flatMap { silence(of: $0, context) })
    // The axis is in the unit of the labels.
    let unit = history.first?.unit ?? row?.target.unit ?? ""
    guard context.language == .en, let form = context.dataset.units[unit]?.english else { return chart }
    return chart.scaled(by: form.factor)
  }

  /// Returns the target and the other targets in the same unit. Of equal targets only the first is kept.
  private static func targets(of row: TargetProgress, _ context: PanelContext) -> [HistoryChart.Point] {
    struct Goal: Hashable {
      var value: Double
      var end: Day
    }
    var seen: Set<Goal> = []
    let targets = ([row.target] + row.alternatives).filter { $0.unit == row.target.unit && !$0.isInWords }
    return targets.filter { seen.insert(Goal(value: $0.value, end: $0.period.end)).inserted }.map { target in
      let isShown = target.id == row.target.id
      return HistoryChart.Point(
        time: time(target.period.end), target.value, label: context.value(target),
        caption: "\(target.period.end.year)",
        remark: context.board.planName(of: target).map { context.text($0) } ?? "",
        kind: isShown ? .target : .otherTarget, role: isShown ? row.status.role : .accent)
    }
  }

  /// Returns the path from the base; for a yearly commitment its level in every year.
  private static func path(of row: TargetProgress, _ context: PanelContext) -> [HistoryChart.Level] {
    if row.isYearly {
      let start = row.history.first.map { time($0.period.end) } ?? time(row.target.period.start)
      return [start, time(row.target.period.end)].map { HistoryChart.Level(time: $0, row.target.value) }
    }
    // A sum that begins at zero each January is no continuation of the years before.
    guard let base = row.base, !row.isYearToDate else { return [] }
    let (start, end) = (time(base.day), time(row.target.period.end))
    return row.path(in: context.dataset, steps: 24).map {
      HistoryChart.Level(time: start + (end - start) * $0.elapsed, $0.level)
    }
  }

  /// Returns the time after the newest figure up to the target's end or the board's day.
  private static func silence(of row: TargetProgress, _ context: PanelContext) -> HistoryChart.Silence? {
    guard row.isUnreported else { return nil }
    return HistoryChart.Silence(
      until: time(min(row.target.period.end, context.board.through)), context.text("未公布", "not published"))
  }

  /// Returns the time of a day in a chart, in years.
  static func time(_ day: Day) -> Double {
    let month = Double(day.day) / Double(Day.daysIn(month: day.month, year: day.year))
    return Double(day.year) + (Double(day.month - 1) + month) / 12
  }
}
