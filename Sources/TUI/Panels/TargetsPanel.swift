import Canvas
import Domain
import Figures
import Output

/// Every target as a progress bar, worst first or grouped by category or plan, and the detail of one with its history.
struct TargetsPanel: Panel {
  static let id = ViewID.targets
  static let title = Name(zh: "目标", en: "Targets")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "分组", "group by", id: "targets.group") { view, _ in view.mode += 1 },
    Binding("+ =", "显示另有目标", "show other targets", id: "targets.superseded") { view, _ in
      view.filters["all"] = view.filters["all"] == nil ? "yes" : nil
    },
    .citations,
  ]

  enum Grouping: Int, CaseIterable {
    case lag, category, plan

    var name: Name {
      switch self {
      case .lag: Name(zh: "序时进度完成低者在前", en: "lowest schedule ratio first")
      case .category: Name(zh: "按类别", en: "by category")
      case .plan: Name(zh: "按规划", en: "by plan")
      }
    }
  }

  private func grouping(_ view: ViewState, _ context: PanelContext) -> Grouping {
    Grouping(rawValue: view.mode % Grouping.allCases.count) ?? .lag
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if !view.isOpen {
      if key == .escape, view.filters["unreported"] != nil {
        view.filters = view.filtersBefore ?? [:]
        (view.filters["unreported"], view.filtersBefore) = (nil, nil)
        // If the overview opened this filter, the same key returns to it.
        return .back(onlyTo: ViewID.overview)
      }
      if updateFold(&view, context, on: key) { return .stay }
    }
    return moveSelection(&view, in: context, on: key, through: ids(view, context), page: 10)
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    selected(view, context).map { TargetsPanel.statements(of: $0, context) } ?? []
  }

  func explained(_ view: ViewState, in context: PanelContext) -> [String] {
    selected(view, context).map { ["target/\($0.target.id)"] } ?? []
  }

  /// Returns the target, the figures it is measured by, and the other targets.
  static func statements(of row: TargetProgress, _ context: PanelContext) -> [Statement] {
    let figures =
      [row.observation, row.target, row.partial].compactMap { $0 } + (row.base?.statements ?? [])
      + row.alternatives
    var seen: Set<String> = []
    return figures.filter { seen.insert($0.id).inserted }.map(context.statement)
  }

  // MARK: Content

  struct Group {
    var title: String?
    var rows: [TargetProgress]
  }

  /// Returns the rows in display order. Rows without data come last in each group.
  func groups(_ view: ViewState, _ context: PanelContext) -> [Group] {
    let filters = view.filters
    let rows = context.board.targets.filter {
      (filters["all"] != nil || !$0.isSecondary) && (filters["unreported"] == nil || $0.isUnreported)
    }
    switch grouping(view, context) {
    case .lag:
      return [Group(rows: rows)]
    case .category:
      return context.dataset.vocabulary.categories.map { category in
        Group(title: context.text(category.name), rows: rows.filter { $0.indicator.category == category.id })
      }.filter { !$0.rows.isEmpty }
    case .plan:
      return context.dataset.plans.map { plan in
        Group(title: context.text(plan.name), rows: rows.filter { $0.plan.id == plan.id })
      }.filter { !$0.rows.isEmpty }
    }
  }

  func selected(_ view: ViewState, _ context: PanelContext) -> TargetProgress? {
    // A target that is not in the list can still be opened from elsewhere.
    if view.isOpen, let opened = view.selection.flatMap({ context.board.target($0) }) { return opened }
    let ids = ids(view, context)
    return selectedIndex(view, in: ids).flatMap { context.board.target(ids[$0]) }
  }

  // MARK: Drawing

  /// The columns from which the target under the cursor is shown beside the list.
  static let wide = 150

  /// The rows from which the target under the cursor is shown below the list.
  private static let leastDetail = 5

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen, let row = selected(view, context) {
      renderDetail(row, context, area, scroll: view.scroll, &buffer)
      return
    }
    let groups = groups(view, context)
    let lines =
      area.height > 6
      ? TargetsVerdict(rows: groups.flatMap(\.rows), context: context).lines(width: area.width) : []
    let (top, body) = area.splitTop(lines.count)
    for (row, line) in lines.enumerated() {
      buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
    }
    if area.width >= Self.wide {
      let (left, right) = body.splitLeft(body.width * 60 / 100)
      renderList(groups, view, context, left, &buffer)
      renderChosen(view, context, right.splitLeft(2).rest, &buffer)
      return
    }
    let needed = entries(groups, view, context).count + 2
    guard area.width >= 60, body.height - needed >= Self.leastDetail else {
      return renderList(groups, view, context, body, &buffer)
    }
    let (list, detail) = body.splitTop(needed)
    renderList(groups, view, context, list, &buffer)
    renderChosen(view, context, detail.splitTop(detail.height > 12 ? 1 : 0).rest, &buffer)
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen, let row = selected(view, context) {
      // The chart has the screen; scrolling shows the words.
      return renderDetail(
        row, context, area, scroll: view.scroll, chartRoom: view.scroll == 0 ? .all : .none, &buffer)
    }
    renderList(groups(view, context), view, context, area, &buffer)
  }

  /// Draws the target under the cursor, or the names of those in the line under it.
  private func renderChosen(
    _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    if let (_, rows) = chosenFold(view, context) {
      renderFold(rows, context, area, &buffer)
    } else if let row = selected(view, context) {
      let chart = HistoryPoints.chart(of: row, context)
      let isBeside = area.width >= 100 && area.height > HistoryChart.leastHeight + 1 && chart.isDrawable
      let (text, picture) = area.splitLeft(isBeside ? area.width * 58 / 100 : area.width)
      renderDetail(row, context, text, scroll: 0, chartRoom: isBeside ? .none : .part, &buffer)
      guard isBeside else { return }
      let (legend, below) = picture.splitLeft(3).rest.splitTop(1)
      buffer.put(
        Line(HistoryPoints.legend(chart, context), .muted), in: legend, ellipsis: context.glyphs.ellipsis)
      chart.render(
        in: below.splitTop(min(below.height, 18)).top.splitLeft(below.width - 1).left, into: &buffer,
        glyphs: context.glyphs)
    }
  }

  private func renderList(
    _ groups: [Group], _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      title(groups.flatMap(\.rows), view, context), remarks: remarks(groups, view, context)
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    var rows: [Table.Row] = []
    var selection: Int?
    let chosen = selectedIndex(view, in: ids(view, context))
    var index = 0
    let repeated = TargetsPanel.repeated(groups.flatMap(\.rows))
    for entry in entries(groups, view, context) {
      if entry.id != nil, index == chosen { selection = rows.count }
      switch entry {
      case .heading(let title): rows.append(Table.Row(heading: Line(" \(title)", .title)))
      case .target(let row):
        rows.append(Table.Row(cells(row, context, repeated[row.target.id] ?? []), record: row.target.id))
      case .fold(let fold, let folded): rows.append(foldRow(fold, folded, context))
      }
      if entry.id != nil { index += 1 }
    }
    var table = Table(columns: columns(context), rows: rows, selection: selection)
    if let year = TargetsPanel.year(of: groups.flatMap(\.rows)) {
      table.columns[5].title = context.text("\(year)年底滞后", "Lag, end \(year)")
    }
    for index in [2, 3, 10, 11] { table = table.fitting(index, atMost: table.columns[index].width) }
    table = table.fitting(8, atMost: 24).fitting(9, atMost: 10)
    table = table.withoutEmptyColumns().lengthened(1, in: min(body.width - 1, 150))
    table.render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns `目标 72，年度承诺 2`: yearly commitments are not targets that are reached once.
  func title(_ rows: [TargetProgress], _ view: ViewState, _ context: PanelContext) -> String {
    let others = rows.count(where: \.isSecondary)
    let rows = rows.filter { !$0.isSecondary }
    let yearly = rows.count(where: \.isYearly)
    let isFiltered = view.filters["unreported"] != nil
    return context.text(
      isFiltered ? "目标年已过、数据未公布" : "目标", isFiltered ? "Past due, result unpublished" : "Targets")
      + " \(rows.count - yearly)"
      + (yearly > 0 ? context.text("，年度目标任务 \(yearly)", ", yearly \(yearly)") : "")
      + (others > 0 ? context.text("；另有目标 \(others)，不计入", "; \(others) other targets, not counted") : "")
  }

  func columns(_ context: PanelContext) -> [Table.Column] {
    let targets = RecordCatalogue.targets
    return [
      Table.Column("", width: 1, priority: 9),
      context.column(targets["indicator"], width: 18, flex: 1, priority: 9),
      context.column(targets["actual"], width: 8, priority: 7),
      context.column(
        targets["target"], width: context.language == .zh ? 11 : 13, alignment: .left, priority: 6),
      context.column(targets["earned"], width: 8, flex: 4, alignment: .left, priority: 5),
      context.column(
        targets["lag-months"], width: context.language == .zh ? 14 : 18, alignment: .left, priority: 8),
      context.column(targets["status"], width: context.language == .zh ? 12 : 17, priority: 0),
      Table.Column(context.text("目标年", "Due"), width: 6, priority: 6),
      context.column(targets["plan"], width: context.language == .zh ? 16 : 17, priority: 3),
      Table.Column(context.text("数据", "Data"), width: 4, priority: 4),
      context.column(targets["required-growth"], width: 11, priority: 1),
      Table.Column(context.text("年内新数", "Newer, part of a year"), width: 22, priority: 0),
    ]
  }

  /// Returns the year of the figures by which all lags among the rows are measured; nil if they are of several.
  private static func year(of rows: [TargetProgress]) -> Int? {
    let ends = Set(
      rows.filter { $0.measure?.lagMonths != nil && !$0.isSecondary }.compactMap(\.observation?.period.end))
    guard ends.count == 1, let end = ends.first, end == .last(ofYear: end.year) else { return nil }
    return end.year
  }

  /// What tells a row from another one of the same figure.
  enum Difference { case year, plan }

  /// Returns what tells each target from those of the same figure among the rows; nothing for a figure with one target.
  static func repeated(_ rows: [TargetProgress]) -> [String: [Difference]] {
    func key(_ row: TargetProgress) -> String { "\(row.indicator.id)\n\(row.target.subject)" }
    var result: [String: [Difference]] = [:]
    for rows in Dictionary(grouping: rows, by: key).values where rows.count > 1 {
      let years = Set(rows.map(\.target.period.year)).count
      let plans = Set(rows.map { "\($0.target.period.year) \($0.plan.id)" }).count
      let differences: [Difference] = (years > 1 ? [.year] : []) + (plans > years ? [.plan] : [])
      for row in rows { result[row.target.id] = differences }
    }
    return result
  }

  func cells(_ row: TargetProgress, _ context: PanelContext, _ difference: [Difference] = [])
    -> [Table.Content]
  {
    let marks = difference.map { difference in
      difference == .year ? "\(row.target.period.year)" : context.text(row.planName)
    }
    // The end of a long name is cut; what tells it from others comes first.
    let name = (marks + [context.title(of: row)]).joined(separator: " ")
    return [
      .text(row.isSecondary ? "" : context.glyph(row), Style(context.role(of: row))),
      .text(name, Style(row.isSecondary ? .muted : .plain)),
      .text(actual(row, context), .strong),
      .text(target(row, context), .plain),
      .bar(ProgressBar(for: row)),
      .text(lag(row, context), Style(context.role(of: row))),
      .text(context.word(of: row), Style(context.role(of: row))),
      .text("\(due(row, context))\(row.target.period.year)", row.isUnreported ? .stale : .muted),
      .text(context.text(row.planName), .muted),
      .text(row.observation?.period.text ?? "", row.isStale ? .stale : .muted),
      // A target past due no longer requires a yearly change. The mark before the year shows that it is past due.
      .text(row.isUnreported ? "" : context.rate(of: row) ?? ""),
      .text(row.partial.map { "\($0.period.label(context.language)) \(context.value($0))" } ?? "", .muted),
    ]
  }

  /// Returns the newest comparable figure, marked if there is a newer one for part of a year. If nothing is comparable,
  /// returns that one in brackets.
  private func actual(_ row: TargetProgress, _ context: PanelContext) -> String {
    let mark = row.partial == nil ? "" : "+"
    return row.observation.map { _ in context.actual(of: row) + mark } ?? row.partial.map {
      "(\(context.value($0)))"
    } ?? "-"
  }

  /// Returns the target; without its noun if that is long, because the name of the indicator has it.
  private func target(_ row: TargetProgress, _ context: PanelContext) -> String {
    let label = context.label(row.target)
    let isCount = context.dataset.unitName(row.target.unit)[context.language].isEmpty
    return isCount && TextWidth.columns(of: label) > 13 ? context.value(row.target) : label
  }

  /// Returns the lag, the year after which nothing is published, or that it is reached; marked if another method in use results in a different status.
  private func lag(_ row: TargetProgress, _ context: PanelContext) -> String {
    if row.isYearly, [.reached, .keptInPart].contains(row.status) { return context.word(of: row) }
    if row.status == .reached, row.target.kind != .growth {
      return row.asksForNothing ? context.equalWords : context.text("已达到", "reached")
    }
    if row.status == .noDataSinceBase, !row.isSecondary, let observation = row.observation {
      let when = context.time(of: observation)
      return context.text("\(when)后未公布", "last figure \(when)")
    }
    return context.lag(of: row) + (row.measure?.isMethodSensitive == true ? context.glyphs.bullet : "")
  }

  private func due(_ row: TargetProgress, _ context: PanelContext) -> String {
    row.isUnreported ? context.glyphs.statuses[.stale] ?? "" : " "
  }

  /// Returns the meaning of marks and units, and the order; the least needed first.
  private func remarks(_ groups: [Group], _ view: ViewState, _ context: PanelContext) -> [String] {
    let hasPartial = groups.contains { $0.rows.contains { $0.partial != nil && $0.observation != nil } }
    let due = groups.reduce(0) { $0 + $1.rows.count { $0.isUnreported && !$0.isSecondary } }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    let isFiltered = view.filters["unreported"] != nil
    let mark = context.glyphs.paceMark
    return [
      context.text("条为进度，\(mark)为时间进度", "bar: earned, \(mark): time gone"),
      groups.contains { $0.rows.contains { $0.measure?.isMethodSensitive == true } }
        ? context.text("\(context.glyphs.bullet) 因方法而异", "\(context.glyphs.bullet) depends on the method")
        : "",
      hasPartial ? context.text("+ 另有年内新数", "+ newer part of a year") : "",
      isFiltered
        ? context.text("Esc 全部目标", "Esc all targets")
        : due > 0
          ? context.text("\(glyph) 目标年已过、数据未公布\(due)", "\(glyph) \(due) past due, result unpublished") : "",
      context.text(grouping(view, context).name) + context.text("（空格换）", " (Space)"),
    ]
  }
}
