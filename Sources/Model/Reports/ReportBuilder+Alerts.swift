extension ReportBuilder {
  mutating func addAlerts() {
    section("红黄榜", "Red and yellow list")
    let limits = dataset.vocabulary.thresholds
    let (near, far) = (Decimal.text(limits.slightlyBehind), Decimal.text(limits.behind))
    guard !report.alerts.isEmpty else {
      say("本期没有亮红灯、黄灯的目标。", "No target is on the red or the yellow list in this period.")
      return
    }
    say(
      "序时进度完成（进度÷时间进度）低于\(far)亮红灯，\(far)至\(near)亮黄灯；最终未完成的亮红灯。",
      "Red: a schedule ratio (earned / time gone) below \(far), or a final figure that missed the target; yellow: \(far) to \(near)."
    )
    var sheet = Sheet([
      Sheet.Column(text("等级", "List")), Sheet.Column(text("目标", "Target")),
      Sheet.Column(text("序时进度完成", "Schedule ratio"), isNumeric: true),
      Sheet.Column(text("滞后", "Lag")),
      Sheet.Column(text("原因", "Reason")), Sheet.Column(text("牵头单位", "Lead unit")),
      Sheet.Column(text("有关任务", "Tasks")),
    ])
    for alert in report.alerts { sheet.rows.append(cells(alert)) }
    document.blocks.append(.table(sheet))
  }

  private mutating func cells(_ alert: Report.Alert) -> [Phrase] {
    let row = alert.row
    var reason = reason(row)
    if !alert.clusters.isEmpty {
      let parts = alert.clusters.map { cluster in
        let name = text(dataset.name(of: cluster.target.subject))
        return name + text("", " ") + delay(cluster)
      }
      reason += text("分领域看，\(list(parts))。", " Part by part: \(list(parts)).")
    }
    return [
      Phrase(list(of: row.status), status: row.status), Phrase(title(row)),
      Phrase(row.scheduleRatio.map { Decimal.fixed($0, digits: 2) } ?? "-"),
      Phrase(row.lagText(language) ?? "-"),
      Phrase(reason, notes: notes(row)), Phrase(units(alert)), tasks(alert.tasks),
    ]
  }

  func list(of status: Status) -> String {
    let word = text(status.name)
    return status.severity > Status.behind.severity
      ? text("红灯（\(word)）", "red (\(word))") : text("黄灯（\(word)）", "yellow (\(word))")
  }

  /// How late a target is: `滞后8个月`; where no path is measured, its status.
  func delay(_ row: TargetProgress) -> String {
    row.lagText(language) ?? row.shortfallText(language) ?? text(row.word)
  }

  func units(_ alert: Report.Alert) -> String {
    alert.leads.isEmpty ? text("未列明", "not named") : list(alert.leads.map { text($0.name) })
  }

  /// The plan, number and name of tasks, with a footnote to where they are printed.
  private mutating func tasks(_ tasks: [TaskStanding]) -> Phrase {
    guard !tasks.isEmpty else { return Phrase(text("未列明", "none named")) }
    let names = tasks.map { task in
      let plan = task.plan.map { text($0.short) } ?? ""
      let number = task.task.number.isEmpty ? "" : text("任务\(task.task.number)", " task \(task.task.number)")
      return "\(plan)\(number)" + text("“\(text(task.task.name))”", " “\(text(task.task.name))”")
    }
    return Phrase(list(names), notes: note(tasks.flatMap(\.task.citations)))
  }

  // MARK: What is asked of whom

  mutating func addDuties() {
    section("责任单位", "What is asked of whom")
    guard !report.duties.isEmpty else {
      say(
        "本期没有需要单位牵头追赶的目标。", "No unit leads a task that must catch up in this period.")
      addOtherUnits()
      return
    }
    var sheet = Sheet([
      Sheet.Column(text("牵头单位", "Lead unit")), Sheet.Column(text("任务", "Tasks")),
      Sheet.Column(text("须追赶的目标", "Targets to catch up")),
    ])
    for duty in report.duties {
      let wants = duty.alerts.map { alert in
        let delay = delay(alert.row)
        return text("\(title(alert.row))（\(delay)）", "\(title(alert.row)) (\(delay))")
      }
      sheet.rows.append([
        Phrase(text(duty.unit.name)), tasks(duty.tasks),
        Phrase(wants.joined(separator: text("；", "; "))),
      ])
    }
    document.blocks.append(.table(sheet))
    addOtherUnits()
  }

  /// Units that nothing is asked of are named, so that nobody looks for them in vain.
  private mutating func addOtherUnits() {
    let units = report.otherUnits.map { text($0.name) }
    guard !units.isEmpty else { return }
    say(
      "另有\(units.count)个牵头单位，其任务没有对应的红黄榜目标：\(list(units))。",
      "\(units.count) other units lead tasks, none of which moves a target on the red or yellow list: \(list(units))."
    )
  }
}
