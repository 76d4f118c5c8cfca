import Canvas
import Domain
import Figures

/// The rows of the dispatch view, in groups with a heading each.
struct DispatchList {
  /// A record under the cursor.
  enum Item {
    case light(LightHistory)
    case problem(ProblemStanding)
    case decision(DecisionStanding)
    case duty(DutyRow)
    case cluster(DispatchRank)
    case unit(DispatchRank)
    /// A task that describes how the district is steered.
    case mechanism(TaskStanding)
    /// A measure that recurs.
    case measure(Measure)

    /// The id in the view's selection.
    var id: String {
      switch self {
      case .light(let history): "light/\(history.id)"
      case .problem(let row): "problem/\(row.problem.id)"
      case .decision(let row): "decision/\(row.decision.id)"
      case .duty(let row): "duty/\(row.duty.id)"
      case .cluster(let rank): "cluster/\(rank.id)"
      case .unit(let rank): "organisation/\(rank.id)"
      case .mechanism(let task): "task/\(task.task.id)"
      case .measure(let measure): "measure/\(measure.id)"
      }
    }

    func name(_ dataset: Dataset) -> Name {
      switch self {
      case .light(let history): dataset.name(of: history)
      case .problem(let row): row.problem.title
      case .decision(let row): row.decision.title
      case .duty(let row): row.duty.name
      case .cluster(let rank), .unit(let rank): rank.name
      case .mechanism(let task): task.task.name
      case .measure(let measure): measure.name
      }
    }
  }

  struct Row {
    /// Unique in the list: a record that goes up is listed twice.
    var id: String
    var item: Item
    var cells: [Table.Content]
    var citations: [Citation] = []
  }

  struct Group {
    var title: String
    /// What an empty group says.
    var empty: String
    var rows: [Row]
  }

  let board: DispatchBoard
  let arrangement: DispatchPanel.Arrangement
  private(set) var groups: [Group] = []
  private(set) var columns: [Table.Column] = []
  let context: PanelContext
  private let unit: String?

  var rows: [Row] { groups.flatMap(\.rows) }

  init(
    _ board: DispatchBoard, _ arrangement: DispatchPanel.Arrangement, unit: String?, _ context: PanelContext
  ) {
    (self.board, self.arrangement, self.unit, self.context) = (board, arrangement, unit, context)
    if board.isEmpty {
      (columns, groups) = mechanisms
      return
    }
    switch arrangement {
    case .dispatch: (columns, groups) = dispatch
    case .lights: (columns, groups) = lights
    case .matters: (columns, groups) = matters
    case .reports: (columns, groups) = reports
    case .ranking: (columns, groups) = ranking
    }
  }

  /// Returns the record with the id of a row, listed or not.
  static func item(_ id: String, _ board: DispatchBoard) -> Item? {
    let items =
      board.lights.map(Item.light) + board.problems.map(Item.problem) + board.decisions.map(Item.decision)
      + board.duties.map(Item.duty) + board.clusters.map(Item.cluster) + board.units.map(Item.unit)
    let bare = id.hasPrefix("up/") ? String(id.split(separator: "/", maxSplits: 2).last ?? "") : id
    return items.first { $0.id == bare }
  }

  // MARK: Arrangements

  private typealias Content = ([Table.Column], [Group])

  private func text(_ zh: String, _ en: String) -> String { context.text(zh, en) }

  private var matterColumns: [Table.Column] {
    [
      Table.Column("", width: 2, priority: 9),
      Table.Column(text("事项", "Matter"), width: 18, flex: 4, priority: 9),
      Table.Column(text("单位", "Unit"), width: 10, flex: 2, priority: 4),
      Table.Column(text("状况", "State"), width: context.language == .zh ? 20 : 28, flex: 2, priority: 8),
      Table.Column(text("期限", "Due"), width: 10, priority: 6),
    ]
  }

  private var dispatch: Content {
    let since = board.since.description
    var groups: [Group] = []
    if board.hasLights {
      groups.append(
        Group(
          title: text("变灯 \(board.changedLights.count)", "Lights changed \(board.changedLights.count)"),
          empty: text("没有变灯", "no light changed"),
          rows: unit == nil ? board.changedLights.map(changed) : []))
    }
    let overdue = board.overdueProblems.filter(isShown)
    let fresh = board.newProblems.filter { !$0.supervision.isOverdue && isShown($0) }
    let settled = board.settledProblems.filter { !$0.isNew && isShown($0) }
    let count = overdue.count + fresh.count + settled.count
    groups.append(
      Group(
        title: text("问题：逾期、新增、办结（\(since)起）", "Problems overdue, new, settled (since \(since))"),
        empty: text("没有", "none"), rows: count == 0 ? [] : (overdue + fresh + settled).map(problem)))
    groups.append(
      Group(
        title: text("未报", "Reports missing"), empty: text("没有未报", "none is missing"),
        rows: board.missingReports.filter { unit == nil || $0.duty.unit == unit }.map(missing)))
    groups.append(
      Group(
        title: text("待办决定", "Decisions to carry out"), empty: text("没有", "none"),
        rows: board.openDecisions.filter(isShown).map(decision)))
    if !board.rules.escalations.isEmpty {
      groups.append(
        Group(
          title: text("上报", "Going up"), empty: text("没有", "none"),
          rows: board.escalated.enumerated().compactMap { escalated($0.offset, $0.element) }))
    }
    return (matterColumns, groups)
  }

  private var matters: Content {
    let problems = board.problems.filter(isShown)
    let decisions = board.decisions.filter(isShown)
    return (
      matterColumns,
      [
        Group(
          title: text("问题 \(problems.count)", "Problems \(problems.count)"), empty: text("没有", "none"),
          rows: problems.map(problem)),
        Group(
          title: text("决定 \(decisions.count)", "Decisions \(decisions.count)"), empty: text("没有", "none"),
          rows: decisions.map(decision)),
      ]
    )
  }

  private var periodColumns: [Table.Column] {
    board.periods.enumerated().map { index, period in
      let title: String =
        switch period.length {
        case .month: "\(period.start.month)"
        case .quarter: "Q\(period.number % 4 + 1)"
        case .year: String("\(period.start.year)".suffix(2))
        }
      // The oldest periods are left out first.
      return Table.Column(title, width: 2, alignment: .right, priority: index < 6 ? 1 : 5)
    }
  }

  private var lights: Content {
    var columns = [
      Table.Column("", width: 2, priority: 9),
      Table.Column(text("对象", "Of"), width: 16, flex: 2, priority: 9),
    ]
    columns += periodColumns
    columns += [
      Table.Column(text("完成", "Ratio"), width: 6, alignment: .right, priority: 8),
      Table.Column(text("环比", "Change"), width: 6, alignment: .right, priority: 2),
      Table.Column(text("持续", "Lasts"), width: 5, alignment: .right, priority: 6),
      Table.Column(text("评定", "Judged"), width: 7, flex: 1, priority: 3),
    ]
    return (
      columns,
      [
        Group(
          title: text("亮灯 \(board.lights.count)", "Lights \(board.lights.count)"),
          empty: board.hasLights
            ? text("没有可比的数据", "nothing is measured")
            : text("dataset.json 未写明调度规则", "dataset.json sets no rules of dispatch"),
          rows: board.lights.map(light))
      ]
    )
  }

  private var reports: Content {
    var columns = [
      Table.Column("", width: 2, priority: 9),
      Table.Column(text("单位与内容", "Unit and report"), width: 18, flex: 2, priority: 9),
    ]
    columns += periodColumns
    columns.append(Table.Column(text("最近一期", "Newest"), width: 24, flex: 1, priority: 6))
    let rows = board.duties.filter { unit == nil || $0.duty.unit == unit }
    return (
      columns,
      [
        Group(
          title: text("报送 \(rows.count)", "Duties to report \(rows.count)"),
          empty: text("没有报送义务", "no duties"),
          rows: rows.map(duty))
      ]
    )
  }

  private var ranking: Content {
    let columns = [
      Table.Column(text("名次", "Place"), width: 5, alignment: .right, priority: 9),
      Table.Column(text("名称", "Name"), width: 18, flex: 2, priority: 9),
      Table.Column(text("序时进度完成", "Schedule ratio"), width: 14, alignment: .right, priority: 8),
      Table.Column(text("上期", "Before"), width: 7, alignment: .right, priority: 4),
      Table.Column(text("名次升降", "Moved"), width: 9, alignment: .right, priority: 7),
      Table.Column(text("灯", "Lights"), width: 14, flex: 1, priority: 5),
    ]
    return (
      columns,
      [
        Group(
          title: text("产业集群", "Clusters"), empty: text("没有可比的数据", "nothing is measured"),
          rows: board.clusters.map { rank($0, .cluster($0)) }),
        Group(
          title: text("单位（所牵头任务责任指标的中位数）", "Units (median of the indicators they must deliver)"),
          empty: text("没有可比的数据", "nothing is measured"), rows: board.units.map { rank($0, .unit($0)) }),
      ]
    )
  }

  /// What the documents say about steering, where nothing is recorded: measures and tasks that recur, and requirements of plans.
  private var mechanisms: Content {
    let measures = context.dataset.measures.filter {
      context.board.isKnown($0.citations)
        && ($0.dueNote != nil || [.month, .quarter, .year].contains($0.cadence))
    }
    let tasks = TaskBoard(context.board).programmes.flatMap(\.tasks).filter {
      $0.task.dueNote != nil || $0.programme.kind == .requirement
    }
    let columns = [
      Table.Column(text("机制", "Mechanism"), width: 24, flex: 3, priority: 9),
      Table.Column(text("时间", "When"), width: 14, flex: 1, priority: 7),
      Table.Column(text("牵头单位", "Led by"), width: 16, flex: 3, priority: 5),
    ]
    let measureRows = measures.map { measure in
      let item = Item.measure(measure)
      return Row(
        id: item.id, item: item,
        cells: [
          .text(context.text(measure.name)), .text(context.when(measure), .strong),
          .text(names(of: measure.lead), .muted),
        ], citations: measure.citations)
    }
    let taskRows = tasks.map { task in
      let item = Item.mechanism(task)
      return Row(
        id: item.id, item: item,
        cells: [
          .text(context.text(task.task.name)),
          .text(task.task.dueNote.map { context.text($0) } ?? "", .strong),
          .text(names(of: task.task.lead), .muted),
        ], citations: task.task.citations)
    }
    let groups = [
      Group(title: text("每月、每季、每年的机制", "What recurs"), empty: "", rows: measureRows),
      Group(
        title: text("工作要求", "Requirements"), empty: text("没有文件写明", "no document says"), rows: taskRows),
    ]
    return (columns, measureRows.isEmpty ? [groups[1]] : taskRows.isEmpty ? [groups[0]] : groups)
  }

  // MARK: Rows

  private func isShown(_ row: ProblemStanding) -> Bool { unit == nil || row.problem.unit == unit }
  private func isShown(_ row: DecisionStanding) -> Bool { unit.map(row.decision.units.contains) ?? true }

  func names(of units: [String]) -> String {
    units.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id }
      .joined(separator: text("、", ", "))
  }

  private func changed(_ history: LightHistory) -> Row {
    let item = Item.light(history)
    let change =
      "\(context.text(history.before?.name ?? Name(both: "")))\(context.glyphs.arrow)\(context.text(history.light?.name ?? Name(both: "")))"
    return Row(
      id: item.id, item: item,
      cells: [
        mark(history.light), .text(context.text(item.name(context.dataset))), .text(""),
        .text(change + differs(history), Style(context.role(history.light))),
        .text(board.period.label(context.language), .muted),
      ], citations: history.last.actual?.citations ?? [])
  }

  /// Returns `≠ 评定黄灯` where a person gives another light.
  private func differs(_ history: LightHistory) -> String {
    guard history.isDisputed, let light = history.judgement?.light else { return "" }
    return " " + context.glyphs.conflict + text("评定\(light.name.zh)", "judged \(light.name.en)")
  }

  private func problem(_ row: ProblemStanding) -> Row {
    matter(
      .problem(row), row.supervision, units: row.problem.unit.map { [$0] } ?? [], isNew: row.isNew,
      row.problem.citations)
  }

  private func decision(_ row: DecisionStanding) -> Row {
    matter(.decision(row), row.supervision, units: row.decision.units, isNew: false, row.decision.citations)
  }

  private func matter(
    _ item: Item, _ standing: Supervision, units: [String], isNew: Bool, _ citations: [Citation]
  ) -> Row {
    let (status, role): (Glyphs.StatusGlyph, Role) =
      standing.isOverdue
      ? (.farBehind, .farBehind)
      : standing.isSettled ? (.reached, .reached) : standing.isOpen ? (.onPace, .plain) : (.noData, .muted)
    let glyph =
      status == .onPace ? (isNew ? "+" : context.glyphs.bullet) : context.glyphs.statuses[status] ?? ""
    return Row(
      id: item.id, item: item,
      cells: [
        .text(glyph, Style(role)), .text(context.text(item.name(context.dataset))),
        .text(
          units.isEmpty ? text("无责任单位", "no unit") : names(of: units),
          units.isEmpty ? Role.behind : Role.muted),
        .text(context.state(of: standing), Style(role)),
        .text(standing.due?.description ?? "", .muted),
      ], citations: citations)
  }

  private func missing(_ row: DutyRow) -> Row {
    let item = Item.duty(row)
    let period = row.newest?.period.label(context.language) ?? ""
    var state = text("未报", "missing")
    var due = ""
    if case .missing(let day, let days)? = row.newest?.state {
      state = text("未报，逾期\(days)天", "missing, \(days) days late")
      due = day.description
    }
    return Row(
      id: item.id, item: item,
      cells: [
        .text(context.glyphs.statuses[.farBehind] ?? "", .farBehind),
        .text("\(context.text(row.duty.name)) \(period)"), .text(names(of: [row.duty.unit]), .muted),
        .text(state, .farBehind), .text(due, .muted),
      ], citations: row.duty.citations)
  }

  private func escalated(_ index: Int, _ matter: EscalatedMatter) -> Row? {
    let bare =
      switch matter.matter {
      case .light(let id): "light/\(id)"
      case .problem(let id): "problem/\(id)"
      case .decision(let id): "decision/\(id)"
      case .duty(let id): "duty/\(id)"
      }
    guard let item = DispatchList.item(bare, board), unit == nil || unit == matter.rule.unit else {
      return nil
    }
    return Row(
      id: "up/\(index)/\(bare)", item: item,
      cells: [
        .text(context.glyphs.less, .accent), .text(context.text(matter.name)),
        .text(text("报", "to ") + names(of: [matter.rule.unit]), .strong),
        .text(context.text(matter.reason)), .text(""),
      ])
  }

  private func light(_ history: LightHistory) -> Row {
    let item = Item.light(history)
    let byPeriod = Dictionary(history.cells.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    let strip = board.periods.map { period -> Table.Content in
      let light = byPeriod[period]?.light
      return .text(light.map(context.glyph) ?? context.glyphs.bullet, Style(context.role(light)))
    }
    let change = history.ratio.flatMap { now in history.ratioBefore.map { now - $0 } }
    let judged = history.judgement.flatMap(\.light).map { light in
      (history.isDisputed ? context.glyphs.conflict : "") + context.text(light.name)
    }
    var cells = [mark(history.light), Table.Content.text(context.text(item.name(context.dataset)))]
    cells += strip
    cells += [
      Table.Content.text(
        history.ratio.map { Decimal.percent($0) } ?? "-", Style(context.role(history.light))),
      Table.Content.text(change.map { context.points($0) } ?? "", Role.muted),
      Table.Content.text(history.run == 0 ? "" : text("\(history.run)期", "\(history.run)"), Role.muted),
      Table.Content.text(judged ?? "", history.isDisputed ? Role.conflict : Role.muted),
    ]
    return Row(id: item.id, item: item, cells: cells, citations: history.last.actual?.citations ?? [])
  }

  private func duty(_ row: DutyRow) -> Row {
    let item = Item.duty(row)
    let (glyph, role) = context.mark(row.newest?.state ?? .none)
    let newest = row.newest.map { "\($0.period.label(context.language)) \(context.text(of: $0.state))" } ?? ""
    var cells = [
      Table.Content.text(glyph, Style(role)),
      Table.Content.text("\(names(of: [row.duty.unit])) \(context.text(row.duty.name))"),
    ]
    for state in row.cells {
      let mark = context.mark(state)
      cells.append(.text(mark.glyph, Style(mark.role)))
    }
    cells.append(.text(newest, Style(role)))
    return Row(id: item.id, item: item, cells: cells, citations: row.duty.citations)
  }

  private func rank(_ rank: DispatchRank, _ item: Item) -> Row {
    let move: String =
      switch rank.rise {
      case nil: ""
      case 0?: context.glyphs.isASCII ? "=" : "—"
      case let rise? where rise > 0: "\(context.glyphs.less)\(rise)"
      case let rise?: "\(context.glyphs.more)\(-rise)"
      }
    let lights = [Light.red, .yellow, .green].compactMap { light in
      rank.lights[light].map { "\(context.glyph(light))\($0)" }
    }.joined(separator: " ")
    return Row(
      id: item.id, item: item,
      cells: [
        .text("\(rank.place)", .strong), .text(context.text(rank.name)), .text(Decimal.percent(rank.ratio)),
        .text(rank.ratioBefore.map { Decimal.percent($0) } ?? "", .muted),
        .text(move, (rank.rise ?? 0) < 0 ? Role.behind : Role.plain), .text(lights, .muted),
      ])
  }

  private func mark(_ light: Light?) -> Table.Content {
    .text(light.map(context.glyph) ?? context.glyphs.bullet, Style(context.role(light)))
  }
}
