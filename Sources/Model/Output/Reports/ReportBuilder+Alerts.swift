import Domain
import Figures

extension ReportBuilder {
  mutating func addAlerts() {
    section("红黄榜", "Red and yellow list")
    let limits = dataset.vocabulary.thresholds
    let (near, far) = (Decimal.text(limits.slightlyBehind), Decimal.text(limits.behind))
    guard !report.alerts.isEmpty else {
      addParagraph("本期没有亮红灯、黄灯的目标。", "No target is on the red or the yellow list in this period.")
      return
    }
    addParagraph(
      "序时进度完成（进度÷时间进度）低于\(far)亮红灯，\(far)至\(near)亮黄灯；最终未完成的亮红灯。",
      "Red: a schedule ratio (earned / time gone) below \(far), or a final figure that missed the target; yellow: \(far) to \(near)."
    )
    let targets = RecordCatalogue.targets
    var sheet = Sheet([
      Sheet.Column(text("等级", "List")), Sheet.Column(text(targets["target"].field.name)),
      Sheet.Column(targets["schedule-ratio"].field, language),
      lag,
      Sheet.Column(text("原因", "Reason")), Sheet.Column(text("责任单位", "Responsible units")),
      Sheet.Column(text("任务", "Tasks")),
    ])
    for alert in report.alerts { sheet.rows.append(cells(alert)) }
    page.blocks.append(.table(sheet))
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
      Phrase(list(of: row), status: row.status), Phrase(title(row)),
      Phrase(row.scheduleRatio.map { Decimal.fixed($0, digits: 2) } ?? "-"),
      Phrase(row.lagText(language) ?? "-"),
      Phrase(reason, notes: notes(row)), units(alert), tasks(alert.responsibility.tasks),
    ]
  }

  /// Returns the list of a target, red or yellow, with its status and the period of the figure that it is judged by.
  private func list(of row: TargetProgress) -> String {
    let (status, when) = (row.status, row.observation?.period.label(language))
    let word = [when, text(status.name)].compactMap(\.self).joined(separator: text("", ", "))
    return status.severity > Status.behind.severity
      ? text("红灯（\(word)）", "red (\(word))") : text("黄灯（\(word)）", "yellow (\(word))")
  }

  /// Returns the delay of a target: `滞后8个月`; its growth shortfall or its status when it has no path.
  func delay(_ row: TargetProgress) -> String {
    row.lagText(language) ?? row.shortfallText(language) ?? text(row.word)
  }

  /// Returns the units that documents make responsible for a target, with a footnote to the text.
  private mutating func units(_ alert: Report.Alert) -> Phrase {
    let responsibility = alert.responsibility
    return Phrase(
      responsibility.text(in: dataset, language),
      notes: note(responsibility.citations + responsibility.others.flatMap(\.citations)))
  }

  /// Returns the plan, number and name of tasks, with a footnote to the places that print them.
  private mutating func tasks(_ tasks: [TaskStanding]) -> Phrase {
    guard !tasks.isEmpty else { return Phrase(text("没有任务列出此指标", "no task names this indicator")) }
    let names = tasks.map { task in
      let plan = task.planName.map { text($0) } ?? ""
      let number = task.task.number.isEmpty ? "" : text("任务\(task.task.number)", " task \(task.task.number)")
      return "\(plan)\(number)" + text("“\(text(task.task.name))”", " “\(text(task.task.name))”")
    }
    return Phrase(list(names), notes: note(tasks.flatMap(\.task.citations)))
  }

  // MARK: Responsible units

  /// Adds the units; they are named only through tasks that link to a target.
  mutating func addDuties() {
    section("责任单位", "Responsible units")
    guard !report.alerts.isEmpty else {
      addParagraph("本期没有亮红灯、黄灯的目标。", "No target is on the red or the yellow list in this period.")
      addOtherUnits()
      return
    }
    addUnassigned()
    if !report.duties.isEmpty { addDutySheet() }
    addOtherUnits()
  }

  private mutating func addUnassigned() {
    let targets = report.unassigned.map { title($0.row) }
    guard !targets.isEmpty else { return }
    addParagraph(
      "以下\(targets.count)个目标，\(Responsibility.unnamed.zh)：\(list(targets))。",
      "For the following targets (\(targets.count)) \(Responsibility.unnamed.en): \(list(targets)).")
  }

  private mutating func addDutySheet() {
    var sheet = Sheet([
      Sheet.Column(text("牵头单位", "Lead unit")), Sheet.Column(text("任务", "Tasks")),
      Sheet.Column(text("滞后的责任指标", "Indicators to deliver that are behind")),
    ])
    for duty in report.duties {
      let wants = duty.targets.map { row in
        let (goal, delay) = (dataset.label(row.target, language), delay(row))
        return text("\(title(row))\(goal)（\(delay)）", "\(title(row)) \(goal) (\(delay))")
      }
      sheet.rows.append([
        Phrase(text(duty.unit.name)), tasks(duty.tasks),
        Phrase(wants.joined(separator: text("；", "; "))),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  /// Also names the units that lead no such task, so that readers do not search for them.
  private mutating func addOtherUnits() {
    let units = report.otherUnits.map { text($0.name) }
    guard !units.isEmpty else { return }
    let isAlone = report.duties.isEmpty
    addParagraph(
      "\(isAlone ? "共" : "另")有\(units.count)个牵头单位，其任务没有对应的红黄榜目标：\(list(units))。",
      "\(units.count)\(isAlone ? "" : " other") \(units.count == 1 ? "unit leads" : "units lead") tasks, none of which names a target on the red or yellow list: \(list(units))."
    )
  }
}
