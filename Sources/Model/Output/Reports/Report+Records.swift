import Domain
import Figures

extension Report {
  /// Returns the whole report as one flat table for a spreadsheet: one figure, project or conflict per row, the same
  /// columns in all sections.
  package func records(_ language: Language) -> Sheet {
    ReportRecords(report: self, language: language).sheet()
  }
}

/// Builds the rows of the flat table.
private struct ReportRecords {
  let report: Report
  let language: Language

  private var board: Board { report.board }
  private var dataset: Dataset { report.board.dataset }
  private var footnotes: FootnoteText { FootnoteText(board: board, language: language) }
  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private func text(_ name: Name) -> String { name[language] }

  /// One row; cells that do not apply to its section stay empty.
  private struct Row {
    var section: String
    var item: String
    var value = ""
    var unit = ""
    var period = ""
    var target = ""
    var plan = ""
    var base = ""
    var expected = ""
    var ratio = ""
    var lag = ""
    var elapsed = ""
    var linear = ""
    var growthRatio = ""
    var attainment = ""
    var growth = ""
    var required = ""
    var status = ""
    var lead = ""
    var mark = ""
    var source = ""
  }

  /// The lights, open problems and decisions, and missed reports of the period.
  private func month() -> [Row] {
    guard let month = report.month else { return [] }
    let period = month.period.text
    func units(_ ids: [String]) -> String {
      ids.map { dataset.organisations[$0].map { text($0.name) } ?? $0 }.joined(separator: text("、", ", "))
    }
    func due(_ standing: Supervision) -> String { standing.due?.description ?? "" }
    let lights = month.lights.map { history in
      Row(
        section: text("亮灯", "lights"), item: text(dataset.name(of: history)), period: period,
        ratio: history.ratio.map { Decimal.fixed($0, digits: 2) } ?? "",
        status: history.light.map { text($0.name) } ?? "", mark: history.isDisputed ? "≠" : "")
    }
    let problems = month.problems.filter { $0.supervision.isOpen || $0.isNew || $0.isNewlySettled }.map {
      row in
      Row(
        section: text("问题", "problems"), item: text(row.problem.title), period: period,
        target: due(row.supervision),
        status: text(row.supervision.state.name), lead: units(row.problem.unit.map { [$0] } ?? []))
    }
    let decisions = month.openDecisions.map { row in
      Row(
        section: text("决定", "decisions"), item: text(row.decision.title), period: period,
        target: due(row.supervision), status: text(row.supervision.state.name),
        lead: units(row.decision.units))
    }
    let reports = month.duties.compactMap { row -> Row? in
      guard let newest = row.newest, newest.state.isMissed else { return nil }
      return Row(
        section: text("报送", "reports"), item: text(row.duty.name),
        value: newest.state.daysLate.map(String.init) ?? "",
        unit: text("天", "days"), period: newest.period.text,
        status: ReportWord(newest.state).map { text($0.name) } ?? "", lead: units([row.duty.unit]))
    }
    return lights + problems + decisions + reports
  }

  func sheet() -> Sheet {
    let columns = columns()
    let rows =
      report.totals.map { target($0, text("总体", "totals")) } + report.levels.map(level)
      + report.clusters.map(cluster) + report.alerts.map(alert) + steps()
      + report.moves.map { move($0, text("变动", "moved")) }
      + report.undated.map { move($0, text("首次见于资料、时间未写明", "first reported, undated")) }
      + report.stalled.map { project($0, text("停工停产", "halted"), $0.reached) }
      + board.overdue.map { project($0, text(Lateness.overdue.name), $0.expected) }
      + board.unreported.map { project($0, text(Lateness.unreported.name), $0.expected) }
      + board.lapsed.map { project($0, text(Plan.lapsed), $0.reached) }
      + report.due.map { project($0, text("下期到期", "due next"), $0.expected) }
      + board.waiting.map { project($0, text("签约未开工", "waiting"), $0.waiting?.since) } + commitments()
      + month()
      + report.stale.map { target($0, text("过期", "stale")) } + report.conflicts.map(conflict)
      + report.targets.map { target($0, text("全部目标", "all targets")) }
    return Sheet(columns.map(\.head), rows: rows.map { row in columns.map { Phrase(row[keyPath: $0.cell]) } })
  }

  private typealias Column = (head: Sheet.Column, cell: KeyPath<Row, String>)

  private func columns() -> [Column] {
    /// A column of the targets; English names are in lower case.
    func of(_ key: String, _ cell: KeyPath<Row, String>) -> Column {
      var head = Sheet.Column(RecordCatalogue.targets[key].field, language)
      head.name = head.name.lowercased()
      return (head, cell)
    }
    func own(_ zh: String, _ en: String, _ cell: KeyPath<Row, String>, isNumeric: Bool = false) -> Column {
      (Sheet.Column(text(zh, en), isNumeric: isNumeric), cell)
    }
    // Of a figure or of a milestone.
    let period = own("时期", "period", \.period)
    return [
      own("部分", "section", \.section), own("事项", "item", \.item),
      own("数值", "value", \.value, isNumeric: true), of("unit", \.unit), period,
      of("target", \.target), of("plan", \.plan), of("base", \.base), of("expected", \.expected),
      of("schedule-ratio", \.ratio), of("lag-months", \.lag), of("elapsed", \.elapsed),
      of("linear-progress", \.linear), own("增速比R", "R", \.growthRatio, isNumeric: true),
      of("attainment", \.attainment), own("增速", "growth", \.growth, isNumeric: true),
      of("required-growth", \.required), of("status", \.status), own("牵头单位", "lead unit", \.lead),
      own("矛盾", "conflict", \.mark), of("source", \.source),
    ]
  }

  private func percent(_ fraction: Double?) -> String { fraction.map { Decimal.percent($0) } ?? "" }

  private func target(_ row: TargetProgress, _ section: String) -> Row {
    let subject =
      row.target.subject == .district ? "" : text(dataset.name(of: row.target.subject)) + text("", ": ")
    let growth = row.target.kind == .growth ? text("增速", " growth") : ""
    var result = Row(section: section, item: subject + text(row.indicator.name) + growth)
    result.value = row.observation?.valueText ?? ""
    result.unit = text(dataset.unitName(row.target.unit))
    if row.target.kind == .cumulative, let sum = row.actual {
      result.value = Decimal.text(sum)
    } else if let observation = row.observation, observation.unit != row.target.unit {
      result.value = dataset.label(observation, language)
    }
    result.period = row.observation?.period.text ?? ""
    result.target = row.target.words.map { text($0) } ?? row.target.valueText
    result.plan = "\(text(row.planName)) \(row.target.period.text)"
    measure(row, &result)
    result.attainment = row.attainmentText(language) ?? ""
    result.required =
      row.requiredGrowth.map { Decimal.percent($0) }
      ?? row.requiredChange.map {
        dataset.changeLabel($0, unit: row.target.unit, of: row.indicator.id, language)
      } ?? ""
    result.status = text(row.word)
    result.mark = mark([row.observation, row.target])
    result.source = source([row.observation, row.target])
    return result
  }

  private func measure(_ row: TargetProgress, _ result: inout Row) {
    result.base = row.base.map { Decimal.text($0.value) } ?? ""
    guard let measure = row.measure else { return }
    func number(_ value: Double?, _ digits: Int) -> String {
      value.map { Decimal.fixed($0, digits: digits) } ?? ""
    }
    result.expected = measure.expected.map { Decimal.text($0) } ?? ""
    result.ratio = number(measure.scheduleRatio, 2)
    result.lag = number(measure.lagMonths, 1)
    result.elapsed = percent(measure.elapsed)
    result.linear = percent(measure.linearProgress)
    result.growthRatio = number(measure.growthRatio, 2)
  }

  private func mark(_ figures: [Figure?]) -> String {
    figures.contains { $0.map { board.contested.contains($0.id) } ?? false } ? "≠" : ""
  }

  private func source(_ figures: [Figure?]) -> String {
    footnotes.places(figures.compactMap { $0?.citations }.flatMap(\.self))
  }

  private func level(_ figure: Figure) -> Row {
    var row = Row(section: text("总体", "totals"), item: footnotes.name(figure))
    row.value = figure.valueText
    row.unit = text(dataset.unitName(figure.unit))
    row.period = figure.period.text
    row.mark = mark([figure])
    row.source = source([figure])
    return row
  }

  private func cluster(_ cluster: ClusterSummary) -> Row {
    let name = text(cluster.cluster.name)
    guard let output = cluster.output else {
      return Row(section: text("集群", "clusters"), item: name, status: text(Status.noData.name))
    }
    var row = cluster.target.map { target($0, "") } ?? Row(section: "", item: "")
    row.section = text("集群", "clusters")
    row.item = name
    row.value = output.valueText
    row.unit = text(dataset.unitName(output.unit))
    row.period = output.period.text
    row.growth = cluster.publishedGrowth.map { $0.valueText + "%" } ?? percent(cluster.computedGrowth)
    row.mark = mark([output, cluster.target?.target])
    row.source = source([output, cluster.publishedGrowth, cluster.target?.target])
    return row
  }

  private func alert(_ alert: Report.Alert) -> Row {
    let isRed = alert.row.status.severity > Status.behind.severity
    var row = target(alert.row, isRed ? text("红灯", "red") : text("黄灯", "yellow"))
    row.lead = alert.responsibility.text(in: dataset, language)
    return row
  }

  private func steps() -> [Row] {
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    let counts = board.projectCounts
    let totals = [
      (text("建设项目", "construction projects"), counts.projects),
      (text("另有产品方向、计划事项", "beside: product lines or programmes"), counts.planItems),
      (text("组成部分，随所属项目计", "parts, counted with their projects"), counts.parts),
    ]
    let unstaged = board.pipeline.funnel.unstaged
    return totals.map(listed)
      + (unstaged > 0 ? [listed(text("阶段不明", "stage unknown"), unstaged)] : [])
      + board.pipeline.steps.filter { named.contains($0.rung) }.flatMap { step in
        let name = text(dataset.rungName(step.rung))
        var rows = [listed(name, step.listed)]
        if let reported = step.reported {
          var row = level(reported)
          row.section = text("项目数（官方通报数）", "projects (official total)")
          row.item = name
          rows.append(row)
        }
        return rows
      }
  }

  private func listed(_ item: String, _ count: Int) -> Row {
    Row(section: text("项目数（清单项目）", "projects (listed)"), item: item, value: String(count))
  }

  private func move(_ move: BoardDiff.Move, _ section: String) -> Row {
    let before = move.from.map { text(dataset.rungName($0)) } ?? text("未列入", "not listed")
    let status = board.position(ofProject: move.project.id).map { board.projects[$0] }
    var row = project(status, move.project, section, status?.reached)
    row.status = "\(before) → \(move.to.map { text(dataset.rungName($0)) } ?? "-")"
    return row
  }

  private func project(_ status: ProjectStatus, _ section: String, _ milestone: Milestone?) -> Row {
    project(status, status.project, section, milestone)
  }

  private func project(
    _ status: ProjectStatus?, _ project: Project, _ section: String, _ milestone: Milestone?
  ) -> Row {
    var row = Row(section: section, item: text(project.name))
    row.period = milestone?.date.text ?? ""
    row.status = status.flatMap { dataset.stageName(of: $0) }.map { text($0) } ?? ""
    if let milestone, milestone.isExpected {
      row.target = dataset.stages[milestone.stage].map { text($0.name) } ?? milestone.stage
    }
    row.source = footnotes.places(milestone?.citations ?? [])
    return row
  }

  private func commitments() -> [Row] {
    board.pipeline.commitments.flatMap { commitment in
      commitment.reported.map { figure in
        let outcome = commitment.outcome(of: figure.period.year)
        var row = level(figure)
        row.section = text("年度目标任务", "commitments")
        row.item = dataset.indicators[commitment.target.indicator].map { text($0.name) } ?? ""
        row.target = commitment.target.valueText
        row.status =
          text(outcome.name)
          + ((outcome.reason ?? commitment.assumption).map { text("：", ": ") + text($0) } ?? "")
        row.mark = mark([figure, commitment.target])
        row.source = source([figure, commitment.target])
        return row
      }
    }
  }

  private func conflict(_ conflict: Conflict) -> Row {
    var row = Row(section: text("数据矛盾", "conflicts"), item: text(conflict.title))
    row.value = footnotes.sides(conflict)
    let verdict = board.verdict(on: conflict)
    row.status = verdict.ruleID.isEmpty ? "" : text(verdict.rule)
    row.mark = "≠"
    row.source = footnotes.places(board.citations(of: conflict))
    return row
  }
}
