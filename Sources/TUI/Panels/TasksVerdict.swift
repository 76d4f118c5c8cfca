import Canvas
import Domain
import Figures

/// The state of the listed tasks in words: how many name indicators, how these do, and the worst one with who leads it.
struct TasksVerdict {
  let page: TasksPanel.Page
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below; none without rows.
  func lines(width: Int) -> [Line] {
    guard !page.items.isEmpty else { return [] }
    let indicators = page.indicators
    guard width >= 60 else {
      let short = states(indicators, isShort: true)
      return [fitting([[Span(" ")] + short, [Span(" ")] + short.dropFirst()], width)]
    }
    let first = [
      [Span(" \(subject(.full))", Style(.strong))] + states(indicators, isShort: false),
      [Span(" \(subject(.full))", Style(.strong))] + states(indicators, isShort: true),
      [Span(" \(subject(.short))", Style(.strong))] + states(indicators, isShort: true),
    ]
    return [fitting(first, width)] + worst(indicators, width)
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  private enum Length { case full, short }

  /// Returns `110项任务，13项列有责任指标；` or, by unit, how many lead and how many only support.
  private func subject(_ length: Length) -> String {
    if page.isByUnit {
      let units = page.units
      let leading = units.count { !$0.led.isEmpty }
      return context.text(
        "\(units.count)个单位，其中\(leading)个有牵头任务；", "\(units.count) units, \(leading) of them lead tasks; ")
    }
    let (tasks, supported) = (page.tasks, page.supportedCount)
    if supported > 0 {
      let own = tasks.count - supported
      return context.text(
        "名称或牵头单位符合\(own)项，只配合\(supported)项；", "\(own) match by name or lead unit, \(supported) only assist; ")
    }
    let deciding = tasks.count { !$0.indicators.isEmpty }
    return length == .full
      ? context.text(
        "\(tasks.count)项任务，\(deciding)项列有责任指标；",
        "\(tasks.count) tasks, \(deciding) with indicators to deliver; ")
      : context.text("\(tasks.count)项任务；", "\(tasks.count) tasks; ")
  }

  /// Returns `16个指标：1严重滞后、2已完成、13无数据`.
  private func states(_ indicators: [IndicatorStanding], isShort: Bool) -> [Span] {
    guard !indicators.isEmpty else {
      return [Span(context.text("没有责任指标", "no indicators to deliver"), .muted)]
    }
    let count = indicators.count
    let all = context.board.targets.count { !$0.isSecondary }
    let bridge = isShort ? "" : context.text("（目标页共\(all)项）", " (of \(all) targets in view 3)")
    let head = context.text(
      "任务所列\(count)个指标\(bridge)：", (count == 1 ? "1 indicator" : "\(count) indicators") + "\(bridge): ")
    return [Span(head)] + TasksPanel.stateSpans(indicators, context, joinsUnknown: isShort)
  }

  /// Returns the worst indicator, how late it is, its task and who leads it; empty if none is measured.
  private func worst(_ indicators: [IndicatorStanding], _ width: Int) -> [Line] {
    guard let standing = indicators.first, !standing.status.isUnknown, standing.status != .reached,
      let row = standing.judged
    else { return [] }
    let role = standing.status.role
    let state = context.judgement(of: row, as: standing.status)
    let when =
      row.observation.map { context.text("\(context.time(of: $0))", "\(context.time(of: $0)): ") } ?? ""
    let head = [
      Span(" \(context.glyph(standing.status)) ", role),
      Span(context.text("\(when)滞后最多 ", "\(when)slowest "), .muted),
      Span("\(context.title(of: row)) ", Style(.strong)), Span(state, role),
    ]
    guard let worst = page.tasks.first(where: { $0.indicators.contains { $0.id == standing.id } }) else {
      return [Line(head)]
    }
    let units = TasksPanel().list(worst.task.lead, context)
    let name = context.text(worst.task.name)
    let lead = units.isEmpty ? "" : context.text("，牵头：\(units)", ", led by \(units)")
    let task = { (text: String) in context.text("  任务：\(text)", "  task: \(text)") }
    // Who leads answers more than the name of the task.
    let alone = units.isEmpty ? task(name) : context.text("  牵头：\(units)", "  led by \(units)")
    let choices = [task("\(name)\(lead)"), alone, task(name)].map { head + [Span($0, .muted)] }
    return [fitting(choices + [head], width)]
  }
}

extension TasksPanel.Page {
  /// The listed tasks.
  var tasks: [TaskStanding] {
    items.compactMap { if case .task(let standing) = $0 { standing } else { nil } }
  }

  /// The listed units.
  var units: [UnitStanding] {
    items.compactMap { if case .unit(let standing) = $0 { standing } else { nil } }
  }

  /// How many of the tasks are listed only because a supporting unit has the text of the filter.
  var supportedCount: Int { groups.lazy.filter(\.isSupported).reduce(0) { $0 + $1.items.count } }

  /// The indicators of the listed tasks, or of the tasks that the listed units lead, each once and worst first.
  var indicators: [IndicatorStanding] {
    TaskBoard.merged(isByUnit ? units.flatMap(\.led) : tasks)
  }
}

// The states of indicators in words, for the lists.
extension TasksPanel {
  /// Returns `2严重滞后、1已完成、4无数据`, worst first.
  ///
  /// - Parameter joinsUnknown: whether all indicators without a comparable figure are counted together.
  static func stateSpans(
    _ indicators: [IndicatorStanding], _ context: PanelContext, joinsUnknown: Bool
  ) -> [Span] {
    let joined = indicators.map { joinsUnknown && $0.status.isUnknown ? Status.noData : $0.status }
    let counts = Dictionary(joined.map { ($0, 1) }, uniquingKeysWith: +)
    let separator = Span(context.text("、", ", "), .muted)
    let parts = Status.worstFirst.compactMap { status -> [Span]? in
      counts[status].map { count in
        let isJoined =
          joinsUnknown && status == .noData
          && indicators.contains { $0.status.isUnknown && $0.status != .noData }
        let name = isJoined ? context.text("无可比数据", "unknown") : context.text(status.name)
        return [Span(context.text("\(count)\(name)", "\(count) \(name)"), status.role)]
      }
    }
    return Array(parts.joined(separator: [separator]))
  }

  /// Returns the worst state with its sign: `✗ 10项中2项严重滞后`, how many of all; `○ 4项无数据` if none is measured.
  func state(_ indicators: [IndicatorStanding], _ context: PanelContext) -> Span {
    guard let worst = indicators.first?.status else { return Span("") }
    let status = worst.isUnknown ? Status.noData : worst
    let all = indicators.count
    let count = indicators.count { worst.isUnknown ? $0.status.isUnknown : $0.status == worst }
    let isJoined = worst.isUnknown && indicators.contains { $0.status != .noData }
    let name = isJoined ? context.text("无可比数据", "unknown") : context.text(status.name)
    let sign = context.glyph(status)
    let mark = sign.isEmpty ? "" : "\(sign) "
    // The best of several is no verdict on all: without a late one, the state of the others is said as well.
    let unknown = indicators.count(where: \.status.isUnknown)
    if status == .reached, count + unknown == all, unknown > 0 {
      let none = context.glyph(.noData)
      return Span(
        (none.isEmpty ? "" : "\(none) ")
          + context.text(
            "\(count)项\(name)、\(unknown)项无数据", "\(count) \(name), \(unknown) no data"), Status.noData.role)
    }
    let text =
      count == all
      ? context.text("\(count)项\(name)", "\(count) \(name)")
      : context.text("\(all)项中\(count)项\(name)", "\(count) of \(all) \(name)")
    return Span(mark + text, status.role)
  }
}
