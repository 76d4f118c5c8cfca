import Canvas
import Domain
import Figures

/// The points of the charts over time: figures, the computed base level before them, and the targets of plans.
enum HistoryPoints {
  static func points(of row: TargetProgress, _ context: PanelContext) -> [HistoryChart.Point] {
    points(row.history, base: row.base, goals: [row], context)
  }

  static func points(of summary: ClusterSummary, _ context: PanelContext) -> [HistoryChart.Point] {
    points(
      summary.history, base: summary.target?.base, goals: [summary.target].compactMap { $0 }, context)
  }

  private static func points(
    _ history: [Figure], base: Base?, goals: [TargetProgress], _ context: PanelContext
  ) -> [HistoryChart.Point] {
    var seen: Set<String> = []
    var points = history.filter { seen.insert($0.period.text).inserted }.map { figure in
      HistoryChart.Point(
        time: time(figure.period.end), figure.value, label: context.value(figure),
        caption: figure.period.text,
        remark: context.text(figure.kind.name))
    }
    if let base, base.isComputed {
      points.append(
        HistoryChart.Point(
          time: time(base.day), base.value,
          label: context.dataset.number(base.value, unit: history.first?.unit ?? "", context.language),
          caption: "\(base.day.year)", remark: context.text("推算", "computed"), role: .muted))
    }
    return points + goals.flatMap { self.goals(of: $0, context) }
  }

  /// Returns the target and the other targets in the same unit. Of equal targets only the first is kept.
  private static func goals(of row: TargetProgress, _ context: PanelContext) -> [HistoryChart.Point] {
    struct Goal: Hashable {
      var value: Double
      var end: Day
    }
    var seen: Set<Goal> = []
    let targets = ([row.target] + row.alternatives).filter { $0.unit == row.target.unit && !$0.isInWords }
    return targets.filter { seen.insert(Goal(value: $0.value, end: $0.period.end)).inserted }.map { target in
      HistoryChart.Point(
        time: time(target.period.end), target.value, label: context.value(target),
        caption: "\(target.period.text)\(context.text("目标", " goal"))",
        remark: context.board.planName(of: target).map { context.text($0) } ?? "",
        role: target.id == row.target.id ? row.status.role : .accent, isGoal: true)
    }
  }

  private static func time(_ day: Day) -> Double { Double(day.number) / 365.25 }
}
