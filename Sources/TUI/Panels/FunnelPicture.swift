import Canvas
import Domain
import Figures

/// The rungs as a table with bars: the number of listed projects on each rung and, separately, the official totals with
/// their year. Optionally the number of projects that ever reached a rung, and how many recorded there went further.
///
/// All bars have the same scale, which starts at zero, so their lengths are proportional to the counts.
struct FunnelPicture {
  /// The rungs to show.
  var steps: [Pipeline.Step]
  var funnel: Funnel
  var selection: Int?
  var context: PanelContext
  /// The record ids of the rungs, for clicks.
  var records: [String] = []
  /// Whether it shows how many projects ever reached a rung in addition to how many are there now.
  var countsEverReached = false
  /// Whether product lines and programmes of a plan are added to the bars as a light part.
  var marksPlanItems = false

  /// The width, in columns, from which amounts are shown.
  private static let wide = 64

  func render(in area: Rect, into buffer: inout Buffer) {
    fitted(to: area.height).table(isWide: area.width >= Self.wide)
      .render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the picture without as many of its empty rungs as do not fit: first those without an official total.
  private func fitted(to height: Int) -> FunnelPicture {
    let surplus = self.height - height
    guard surplus > 0, !countsEverReached else { return self }
    let empty = steps.indices.filter { standing(steps[$0].rung) == 0 && $0 != selection }
    let dropped = Set(
      (empty.filter { steps[$0].reported == nil } + empty.filter { steps[$0].reported != nil }).prefix(
        surplus))
    guard !dropped.isEmpty else { return self }
    let kept = steps.indices.filter { !dropped.contains($0) }
    var picture = self
    picture.steps = kept.map { steps[$0] }
    if records.count >= steps.count { picture.records = kept.map { records[$0] } }
    picture.selection = selection.flatMap(kept.firstIndex(of:))
    return picture
  }

  /// The rows it occupies, including the header.
  var height: Int { steps.count + (funnel.unstaged > 0 ? 2 : 1) }

  private func table(isWide: Bool) -> Table {
    let hasAmounts = isWide && !countsEverReached && funnel.hasAmounts
    var table = Table(
      columns: columns(hasAmounts: hasAmounts), rows: rows(hasAmounts: hasAmounts), selection: selection)
    table.identifyRows(by: records.prefix(steps.count))
    return table.columns.indices.reduce(table) { table, index in
      if case .some(.bar) = table.rows.first?.cells[index] { return table }
      return table.fitting(index, atMost: index == 0 && !isWide ? 12 : 22)
    }
  }

  /// Returns the rungs and, below them, the projects whose stage is unknown.
  private func rows(hasAmounts: Bool) -> [Table.Row] {
    let rungs = steps.map { Table.Row(cells($0, hasAmounts: hasAmounts)) }
    guard funnel.unstaged > 0 else { return rungs }
    let empty = [Table.Content](repeating: .text(""), count: countsEverReached ? 3 : hasAmounts ? 2 : 0)
    return rungs + [
      Table.Row(
        [.text(context.text("阶段不明", "Stage unknown"), .muted), .text("\(funnel.unstaged)")] + empty
          + [bar(countsEverReached ? 0 : funnel.unstaged, .muted), .text("")])
    ]
  }

  private func columns(hasAmounts: Bool) -> [Table.Column] {
    func number(_ zh: String, _ en: String, _ priority: Int) -> Table.Column {
      Table.Column(context.text(zh, en), width: 4, alignment: .right, priority: priority)
    }
    let unit = funnel.unit.map { context.heading(of: $0) } ?? ""
    let amounts = [number("投资\(unit)", "Invest. \(unit)", 5), number("有投资额", "Amount known", 4)]
    let reached = [
      number("累计达到", "Ever reached", 8), number("推算", "inferred", 7), number("转化率", "Step rate", 7),
    ]
    return [Table.Column("", width: 4, priority: 9), number("当前阶段", "Now", 9)]
      + (countsEverReached ? reached : hasAmounts ? amounts : [])
      + [
        Table.Column("", width: 3, flex: 1, priority: 3),
        Table.Column(reportedTitle, width: 4, alignment: .right, priority: 6),
      ]
  }

  /// `2022官方通报`: the heading names the year, because totals of one year are not counts over all years.
  private var reportedTitle: String {
    let years = Set(steps.compactMap { $0.reported?.period.year }).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    let span = first == last ? "\(last)" : "\(first)-\(last)"
    return context.text("\(span)官方通报", "Official \(span)")
  }

  private func cells(_ step: Pipeline.Step, hasAmounts: Bool) -> [Table.Content] {
    let stage = funnel.stages.first { $0.rung == step.rung }
    let standing = standing(step.rung)
    let isUnknown = step.isUnknown && standing == 0
    let head: [Table.Content] = [
      .text(context.rungName(step.rung), Style(step.rung.role)),
      isUnknown
        ? .text(context.text("未载明", "unknown"), .muted)
        : .text("\(standing)", countsEverReached ? .plain : .strong),
    ]
    let middle = countsEverReached ? reached(stage) : hasAmounts ? amounts(stage) : []
    let reported = step.reported.map { context.value($0) } ?? ""
    return head + middle
      + [
        isUnknown && !countsEverReached
          ? .bar(ProgressBar(value: 0, hasTrack: false))
          : bar(
            countsEverReached ? ever(stage) : standing, step.rung.role,
            light: hasLightBars ? stage?.planItems ?? 0 : 0), .text(reported, .muted),
      ]
  }

  /// Returns the meaning of the light part of the bars; nil if there is none.
  var legend: Line? {
    guard hasLightBars else { return nil }
    let (bar, light) = (context.glyphs.eighths.last ?? "#", context.glyphs.shade)
    return Line(
      context.text(
        " \(bar) 建设项目  \(light) 另有产品方向、计划事项，不计入（i 列出）",
        " \(bar) construction projects  \(light) product lines, programmes: not counted (i lists them)"),
      .muted)
  }

  private var hasLightBars: Bool {
    marksPlanItems && !countsEverReached && funnel.stages.contains { $0.planItems > 0 }
  }

  private func standing(_ rung: Rung) -> Int {
    funnel.stages.first { $0.rung == rung }?.standing ?? funnel.beside[rung] ?? 0
  }

  private func amounts(_ stage: Funnel.Stage?) -> [Table.Content] {
    [
      .text(
        stage?.amount.map {
          context.dataset.number($0, unit: funnel.unit ?? "", context.language, digits: 1)
        } ?? "-"),
      .text(stage.map { "\($0.priced)/\($0.standing)" } ?? "", .muted),
    ]
  }

  /// Returns the number of projects that ever reached the rung, how many of those are inferred, and the share of the
  /// recorded ones that went further.
  private func reached(_ stage: Funnel.Stage?) -> [Table.Content] {
    guard let stage else { return [.text(""), .text(""), .text("")] }
    guard context.board.pipeline.funnel.isDocumented(stage.rung) else {
      return [.text(context.text("未载明", "unknown"), .muted), .text(""), .text("")]
    }
    let rate = stage.rate.map { "\(stage.further)/\(stage.recorded) \(Decimal.percent($0, digits: 0))" }
    return [
      .text("\(stage.everReached)", .strong), .text(stage.inferred > 0 ? "\(stage.inferred)" : "", .muted),
      .text(rate ?? "", .accent),
    ]
  }

  /// Returns the number of projects that ever reached a rung; 0 where no document names any on it.
  private func ever(_ stage: Funnel.Stage?) -> Int {
    guard let stage, context.board.pipeline.funnel.isDocumented(stage.rung) else { return 0 }
    return stage.everReached
  }

  /// - Parameter light: how many plan items are added to `count` projects, as the light part of the bar.
  private func bar(_ count: Int, _ role: Role, light: Int = 0) -> Table.Content {
    let most = Double(max(1, most))
    var bar = ProgressBar(value: Double(count) / most, role: role, leavesTrace: true)
    if light > 0 { bar.extent = Double(count + light) / most }
    return .bar(bar)
  }

  /// The count at which a bar has its full length.
  private var most: Int {
    if countsEverReached { return funnel.stages.map { ever($0) }.max() ?? 0 }
    let items = hasLightBars ? funnel.stages.map { $0.standing + $0.planItems }.max() ?? 0 : 0
    return max(steps.map { standing($0.rung) }.max() ?? 0, funnel.unstaged, items)
  }
}
