import Canvas
import Domain
import Figures

// What Enter opens: a light with its periods, a problem or a decision with its history, a duty with its reports.

extension DispatchPanel {
  /// - Parameter width: the width of the text, in columns.
  func detail(
    of item: DispatchList.Item, _ board: DispatchBoard, _ context: PanelContext, width: Int
  ) -> [Section] {
    switch item {
    case .light(let history): light(history, board, context)
    case .problem(let row): problem(row, board, context)
    case .decision(let row): decision(row, board, context)
    case .duty(let row): duty(row, board, context)
    case .cluster(let rank), .unit(let rank): self.rank(rank, context)
    case .mechanism(let task): mechanism(task, context)
    case .measure(let measure): PoliciesPanel().sections(of: .measure(measure), context, width: width)
    }
  }

  private static let labelColumns = 12

  private func name(of unit: String?, _ context: PanelContext) -> String {
    unit.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id } ?? ""
  }

  private func light(_ history: LightHistory, _ board: DispatchBoard, _ context: PanelContext) -> [Section] {
    let last = history.last
    let light = last.light.map { "\(context.glyph($0)) \(context.text($0.name))" }
    let held = last.computed.map {
      context.text("红灯后须先转黄；按界限为\($0.name.zh)", "held after red; \($0.name.en) by the limits")
    }
    let limits = context.dataset.vocabulary.thresholds
    let (green, yellow) = (board.rules.green ?? limits.slightlyBehind, board.rules.yellow ?? limits.behind)
    var fields = [
      context.field(
        "灯", "Light", light ?? context.text("无", "none"), context.role(last.light),
        remark: last.isHeld ? held ?? "" : ""),
      context.field("时期", "Period", last.period.label(context.language)),
      context.field(
        "完成", "Ratio", last.ratio.map { Decimal.percent($0) } ?? "",
        remark: last.basis.map { context.text($0.name) } ?? ""),
      context.field("持续", "Lasts", context.text("\(history.run)期", "\(history.run) periods")),
      context.field(
        "界限", "Limits",
        context.text(
          "≥\(Decimal.percent(green))绿，≥\(Decimal.percent(yellow))黄，以下红；红后黄\(board.rules.yellowAfterRed)期方可转绿",
          "green from \(Decimal.percent(green)), yellow from \(Decimal.percent(yellow)), else red; \(board.rules.yellowAfterRed) of yellow after red"
        )),
    ]
    if let judgement = history.judgement, let given = judgement.light {
      let who = judgement.person.map { context.text($0) } ?? name(of: judgement.unit, context)
      let words = judgement.text.map { context.text("：\($0.zh)", ": \($0.en)") } ?? ""
      fields.append(
        context.field(
          "评定", "Judged",
          "\(history.isDisputed ? context.glyphs.conflict : "")\(context.glyph(given)) \(context.text(given.name))",
          history.isDisputed ? .conflict : context.role(given), remark: "\(who) \(judgement.date)\(words)"))
    }
    let cells = history.cells.reversed().map { cell in
      [
        cell.period.label(context.language),
        cell.light.map { "\(context.glyph($0)) \(context.text($0.name))" } ?? context.glyphs.bullet,
        cell.ratio.map { Decimal.percent($0) } ?? "",
        cell.actual.map { context.label($0) } ?? "",
        cell.isHeld ? context.text("红灯后先转黄", "held after red") : "",
      ]
    }
    return [
      Section([.fields(fields, labelWidth: Self.labelColumns)]),
      Section(context.text("历期", "Period by period"), [table(cells, widths: [12, 8, 8, 16, 14], context)]),
    ]
  }

  /// Returns rows as aligned lines, and as a list on a page.
  private func table(_ rows: [[String]], widths: [Int], _ context: PanelContext) -> Section.Block {
    .drawing(
      lines: { width in
        rows.flatMap { row in
          let cells = zip(row, widths).dropLast().map { TextWidth.padded($0, to: $1, mark: "…") }
          let line = (cells + [row.last ?? ""]).joined(separator: " ")
          return Line(line).wrapped(to: width, indent: 11)
        }
      }, words: [.list(widths.map { _ in "" }, rows)])
  }

  private func supervised(
    _ standing: Supervision, _ history: [Step], _ context: PanelContext
  ) -> [Section] {
    let extensions =
      standing.extensions == 0
      ? "" : context.text("已延期\(standing.extensions)次", "extended \(standing.extensions) times")
    let fields = [
      context.field(
        "状态", "State", context.state(of: standing), standing.isOverdue ? .farBehind : .plain,
        remark: standing.reopened == 0
          ? "" : context.text("重新立案\(standing.reopened)次", "reopened \(standing.reopened) times")),
      context.field(
        "期限", "Due", standing.due?.description ?? context.text("未定", "none set"), remark: extensions),
    ]
    let steps = history.map { step in
      [
        step.date.description, context.text(step.state.name), name(of: step.unit, context),
        step.due.map { context.text("至\($0)", "until \($0)") } ?? "",
        step.text.map { context.text($0) } ?? "",
      ]
    }
    return [
      Section([.fields(fields, labelWidth: Self.labelColumns)]),
      Section(
        context.text("经过", "History"),
        steps.isEmpty
          ? [.text([Line(context.text("无记录", "nothing recorded"), .muted)])]
          : [
            table(
              steps, widths: context.language == .zh ? [10, 10, 16, 12, 60] : [10, 18, 18, 16, 60], context)
          ]),
    ]
  }

  private func problem(_ row: ProblemStanding, _ board: DispatchBoard, _ context: PanelContext) -> [Section] {
    let problem = row.problem
    let cause = context.dataset.vocabulary.causes.first { $0.id == problem.cause }?.name
    let about = [
      context.field(
        "对象", "About",
        board.name(of: problem.about).map { context.text($0) } ?? context.text("全区", "the district")),
      context.field("原因", "Cause", cause.map { context.text($0) } ?? ""),
      context.field("提出", "Raised", problem.raised.description, remark: name(of: problem.raisedBy, context)),
      context.field(
        "责任单位", "Unit",
        problem.unit == nil ? context.text("未指明", "none named") : name(of: problem.unit, context),
        problem.unit == nil ? .behind : .plain),
    ]
    return [Section([.fields(about, labelWidth: Self.labelColumns)])]
      + supervised(row.supervision, problem.history, context)
  }

  private func decision(_ row: DecisionStanding, _ board: DispatchBoard, _ context: PanelContext) -> [Section]
  {
    let decision = row.decision
    let units = decision.units.map { name(of: $0, context) }.joined(separator: context.text("、", ", "))
    let problem = decision.about.problem.flatMap { context.dataset.problems[$0]?.title }
    let about = [
      context.field("会议", "Meeting", context.text(decision.meeting), remark: decision.date.description),
      context.field("对象", "About", board.name(of: decision.about).map { context.text($0) } ?? ""),
      context.field("问题", "Problem", problem.map { context.text($0) } ?? ""),
      context.field("责任单位", "Units", units),
    ]
    return [Section([.fields(about, labelWidth: Self.labelColumns)])]
      + supervised(row.supervision, decision.history, context)
  }

  private func duty(_ row: DutyRow, _ board: DispatchBoard, _ context: PanelContext) -> [Section] {
    let duty = row.duty
    let after = duty.monthsAfter
    let when =
      after == 1
      ? context.text("次月\(duty.day)日前", "by day \(duty.day) of the following month")
      : context.text("\(after)个月后\(duty.day)日前", "by day \(duty.day), \(after) months after")
    let fields = [
      context.field("单位", "Unit", name(of: duty.unit, context)),
      context.field("周期", "Every", context.text(duty.every.name), remark: when),
      context.field("报送至", "To", name(of: duty.recipient, context)),
      context.field(
        "连续未按时", "Missed",
        row.missedInRow == 0 ? "" : context.text("\(row.missedInRow)期", "\(row.missedInRow) in a row"),
        .behind),
    ]
    let cells = zip(board.periods, row.cells).reversed().filter { $0.1 != .none }.map { period, state in
      let own = ReportingPeriod(duty.every, containing: period.end)
      return [own.label(context.language), context.mark(state).glyph, context.text(of: state)]
    }
    return [
      Section([.fields(fields, labelWidth: Self.labelColumns)]),
      Section(context.text("各期", "Period by period"), [table(cells, widths: [14, 2, 40], context)]),
    ]
  }

  private func rank(_ rank: DispatchRank, _ context: PanelContext) -> [Section] {
    [
      Section([
        .fields(
          [
            context.field(
              "名次", "Place", "\(rank.place)",
              remark: rank.placeBefore.map { context.text("上期\($0)", "before: \($0)") } ?? ""),
            context.field(
              "完成", "Ratio", Decimal.percent(rank.ratio),
              remark: rank.ratioBefore.map {
                context.text("上期\(Decimal.percent($0))", "before: \(Decimal.percent($0))")
              } ?? ""),
          ], labelWidth: Self.labelColumns)
      ])
    ]
  }

  private func mechanism(_ task: TaskStanding, _ context: PanelContext) -> [Section] {
    [
      Section([
        .fields(
          [
            context.field("时间", "When", task.task.dueNote.map { context.text($0) } ?? ""),
            context.field(
              "牵头", "Led by",
              task.task.lead.map { name(of: $0, context) }.joined(separator: context.text("、", ", "))),
            Section.Field(
              context.text("出处", "Source"), context.citationLines(task.task.citations).map(\.spans)),
          ], labelWidth: Self.labelColumns)
      ])
    ]
  }
}
