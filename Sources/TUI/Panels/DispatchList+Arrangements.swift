import Canvas
import Domain
import Figures

// What each arrangement of the dispatch view lists: its columns and its groups.

extension DispatchList {
  typealias Content = ([Table.Column], [Group])

  func text(_ zh: String, _ en: String) -> String { context.text(zh, en) }

  private var matterColumns: [Table.Column] {
    [
      Table.Column("", width: 2, priority: 9),
      Table.Column(text("事项", "Matter"), width: 24, flex: 6, priority: 9),
      Table.Column(text("单位", "Unit"), width: 10, flex: 1, priority: 4),
      Table.Column(text("状况", "State"), width: context.language == .zh ? 18 : 24, flex: 2, priority: 8),
      Table.Column(text("期限", "Due"), width: 10, priority: 6),
    ]
  }

  var dispatch: Content {
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
          rows: board.highestLevels.compactMap { rising($0.matter, to: $0.units) }))
    }
    return (matterColumns, groups)
  }

  var matters: Content {
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

  var lights: Content {
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

  var reports: Content {
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

  var ranking: Content {
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
  var mechanisms: Content {
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
}
