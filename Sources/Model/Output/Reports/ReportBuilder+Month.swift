import Domain
import Figures

// The month of the office on paper: what the dispatch view shows for the period of the report.

extension ReportBuilder {
  /// Adds the lights, problems, reports, decisions and ranking of the period; nothing where none are recorded.
  mutating func addMonth() {
    guard let month = report.month, !month.isEmpty else { return }
    section("调度情况", "Dispatch")
    addParagraph(
      "调度期\(month.period.label(.zh))，截至\(month.asOf)；新增和办结自\(month.since)起。",
      "Period \(month.period.label(.en)), as of \(month.asOf); new and settled since \(month.since).")
    addLights(month)
    addProblems(month)
    addReports(month)
    addDecisions(month)
    addRanking(month)
    addEscalated(month)
  }

  private mutating func addLights(_ month: DispatchBoard) {
    guard month.hasLights else { return }
    part("亮灯", "Lights")
    let counts = Light.allCases.map { light in
      text("\(light.name.zh)\(month.count(light))个", "\(month.count(light)) \(light.name.en)")
    }
    addParagraph(
      Phrase(
        list(counts)
          + text("；本期变灯\(month.changedLights.count)个", "; \(month.changedLights.count) changed")
          + changes(month)
          + text("。", ".")))
    guard !month.lights.isEmpty else { return }
    var sheet = Sheet([
      Sheet.Column(text("对象", "Of")), Sheet.Column(text("灯", "Light")), Sheet.Column(text("上期", "Before")),
      Sheet.Column(text("序时进度完成", "Schedule ratio"), isNumeric: true),
      Sheet.Column(text("持续期数", "Periods"), isNumeric: true), Sheet.Column(text("领导评定", "Judged")),
    ])
    for history in month.lights {
      let held = history.last.isHeld ? text("（红灯后先转黄）", " (held after red)") : ""
      sheet.rows.append([
        Phrase(text(dataset.name(of: history)), notes: note(history.last.actual?.citations ?? [])),
        Phrase((history.light.map { text($0.name) } ?? "-") + held),
        Phrase(history.before.map { text($0.name) } ?? "-"),
        Phrase(history.ratio.map { Decimal.fixed($0, digits: 2) } ?? "-"), Phrase("\(history.run)"),
        Phrase(judgement(of: history)),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  /// Returns the lights that changed, each with both colours.
  private func changes(_ month: DispatchBoard) -> String {
    guard !month.changedLights.isEmpty else { return "" }
    let words = month.changedLights.map { history in
      let lights = [history.before, history.light].compactMap(\.self).map { text($0.name) }
      return "\(text(dataset.name(of: history))) \(lights.joined(separator: "→"))"
    }
    return text("：", ": ") + list(words)
  }

  /// Returns the light that a person gives, with who and when; ≠ where it is another one.
  private func judgement(of history: LightHistory) -> String {
    guard let entry = history.judgement, let light = entry.light else { return "-" }
    let who = entry.person ?? entry.unit.flatMap { dataset.organisations[$0]?.name }
    let words = entry.text.map { text("：", ": ") + text($0) } ?? ""
    return
      "\(history.isDisputed ? "≠" : "")\(text(light.name)) (\([who.map { text($0) }, entry.date.description].compactMap(\.self).joined(separator: " ")))\(words)"
  }

  private func units(_ ids: [String]) -> String {
    ids.isEmpty
      ? text("未指明", "none named") : list(ids.map { dataset.organisations[$0].map { text($0.name) } ?? $0 })
  }

  private func state(_ standing: Supervision) -> String {
    let overdue = standing.overdueDays.map { text("，逾期\($0)天", ", \($0) days overdue") } ?? ""
    return text(standing.state.name) + overdue
  }

  private mutating func addProblems(_ month: DispatchBoard) {
    part("问题", "Problems")
    let (open, overdue) = (month.openProblems.count, month.overdueProblems.count)
    addParagraph(
      "在办\(open)个，其中逾期\(overdue)个；新增\(month.newProblems.count)个，办结\(month.settledProblems.count)个。",
      "\(open) open, \(overdue) of them overdue; \(month.newProblems.count) new, \(month.settledProblems.count) settled."
    )
    let rows = month.problems.filter { $0.supervision.isOpen || $0.isNew || $0.isNewlySettled }
    guard !rows.isEmpty else { return }
    var sheet = Sheet([
      Sheet.Column(text("问题", "Problem")), Sheet.Column(text("责任单位", "Unit")),
      Sheet.Column(text("状态", "State")),
      Sheet.Column(text("期限", "Due")), Sheet.Column(text("最近说明", "Last words")),
    ])
    for row in rows {
      let words = row.problem.history.last { $0.text != nil }
      sheet.rows.append([
        Phrase(
          (row.isNew ? text("（新增）", "(new) ") : row.isNewlySettled ? text("（办结）", "(settled) ") : "")
            + text(row.problem.title),
          notes: note(row.problem.citations)),
        Phrase(units(row.problem.unit.map { [$0] } ?? [])), Phrase(state(row.supervision)),
        Phrase(row.supervision.due?.description ?? "-"),
        Phrase(words.map { "\($0.date) \($0.text.map { text($0) } ?? "")" } ?? "-"),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addReports(_ month: DispatchBoard) {
    guard !month.duties.isEmpty else { return }
    part("报送", "Reports")
    let late = month.duties.filter { $0.newest?.state.isMissed == true }
    guard !late.isEmpty else {
      addParagraph("各单位均按时报送。", "All units reported in time.")
      return
    }
    var sheet = Sheet([
      Sheet.Column(text("单位", "Unit")), Sheet.Column(text("内容", "Report")),
      Sheet.Column(text("时期", "Period")),
      Sheet.Column(text("情况", "State")), Sheet.Column(text("连续期数", "In a row"), isNumeric: true),
    ])
    for row in late {
      guard let newest = row.newest else { continue }
      let days = newest.state.daysLate ?? 0
      let word = ReportWord(newest.state).map { text($0.name) } ?? ""
      sheet.rows.append([
        Phrase(units([row.duty.unit])), Phrase(text(row.duty.name), notes: note(row.duty.citations)),
        Phrase(newest.period.label(language)),
        Phrase(
          newest.state.isMissing
            ? text("\(word)，逾期\(days)天", "\(word), \(days) \(days == 1 ? "day" : "days") overdue")
            : text("\(word)\(days)天", "\(word), \(days) \(days == 1 ? "day" : "days")")),
        Phrase("\(row.missedInRow)"),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addDecisions(_ month: DispatchBoard) {
    let rows = month.openDecisions
    guard !rows.isEmpty else { return }
    part("待办决定", "Decisions to carry out")
    var sheet = Sheet([
      Sheet.Column(text("事项", "Decision")), Sheet.Column(text("会议", "Meeting")),
      Sheet.Column(text("责任单位", "Units")),
      Sheet.Column(text("状态", "State")), Sheet.Column(text("期限", "Due")),
    ])
    for row in rows {
      sheet.rows.append([
        Phrase(text(row.decision.title), notes: note(row.decision.citations)),
        Phrase("\(text(row.decision.meeting)) \(row.decision.date)"), Phrase(units(row.decision.units)),
        Phrase(state(row.supervision)), Phrase(row.supervision.due?.description ?? "-"),
      ])
    }
    page.blocks.append(.table(sheet))
  }

  private mutating func addRanking(_ month: DispatchBoard) {
    for (ranks, zh, en) in [
      (month.clusters, "产业集群排名", "Ranking of clusters"),
      (month.units, "单位排名（责任指标序时进度完成的中位数）", "Ranking of units (median of the indicators they must deliver)"),
    ] where !ranks.isEmpty {
      part(zh, en)
      var sheet = Sheet([
        Sheet.Column(text("名次", "Place"), isNumeric: true), Sheet.Column(text("名称", "Name")),
        Sheet.Column(text("序时进度完成", "Schedule ratio"), isNumeric: true),
        Sheet.Column(text("上期", "Before"), isNumeric: true), Sheet.Column(text("名次升降", "Moved")),
      ])
      for rank in ranks {
        let move =
          switch rank.rise {
          case nil: "-"
          case 0?: text("不变", "none")
          case let rise? where rise > 0: text("升\(rise)", "up \(rise)")
          case let rise?: text("降\(-rise)", "down \(-rise)")
          }
        sheet.rows.append([
          Phrase("\(rank.place)"), Phrase(text(rank.name)), Phrase(Decimal.fixed(rank.ratio, digits: 2)),
          Phrase(rank.ratioBefore.map { Decimal.fixed($0, digits: 2) } ?? "-"), Phrase(move),
        ])
      }
      page.blocks.append(.table(sheet))
    }
  }

  private mutating func addEscalated(_ month: DispatchBoard) {
    guard !month.escalated.isEmpty else { return }
    part("上报事项", "Matters that go up")
    var sheet = Sheet([
      Sheet.Column(text("事项", "Matter")), Sheet.Column(text("原因", "Reason")), Sheet.Column(text("上报", "To")),
    ])
    for (matter, levels) in month.highestLevels {
      sheet.rows.append([Phrase(text(matter.name)), Phrase(text(matter.reason)), Phrase(units(levels))])
    }
    page.blocks.append(.table(sheet))
  }
}
