import Domain
import Figures

extension ReportBuilder {
  mutating func addTotals() {
    section("总体进展", "Progress overall")
    addParagraph(Phrase(countsText))
    addLaterTargets()
    for row in report.totals { addSentence(row) }
    for figure in report.levels { addLevel(figure) }
    if report.totals.isEmpty {
      addParagraph("主要指标尚无规划目标。", "No plan sets a target for the headline indicators.")
      return
    }
    addRows(report.totals)
    addBars(
      report.totals, title: text("主要指标进度", "Headline indicators: progress"))
  }

  /// Notes that some targets were set only after the period, and how to leave them out.
  private mutating func addLaterTargets() {
    guard !report.laterTargets.isEmpty else { return }
    var seen: Set<String> = []
    let sources = report.laterTargets.flatMap(\.target.citations).map(\.source).filter {
      seen.insert($0).inserted
    }
    let names = list(sources.compactMap { dataset.sources[$0] }.map { text($0.short) })
    let (count, end) = (report.laterTargets.count, report.period.end)
    addParagraph(
      "其中\(count)个目标出自通报期之后的文件（\(names)）；只看当时已知的目标，请用 --as-of \(end)。",
      "\(count) of them are set by documents after the period (\(names)); --as-of \(end) leaves them out.")
  }

  /// The number of targets of each status.
  private var countsText: String {
    // Yearly commitments are reported separately.
    let targets = report.targets.filter { !$0.isYearly }
    let counts = Dictionary(grouping: targets, by: \.status).mapValues(\.count)
    let yearly = report.targets.count - targets.count
    let others =
      yearly > 0 ? text("（年度目标任务\(yearly)项另列）", " (and \(yearly) yearly commitments, listed below)") : ""
    func part(_ count: Int, _ name: Name) -> String? {
      count > 0 ? text("\(name.zh)\(count)个", "\(count) \(name.en)") : nil
    }
    // What asked for no more than its base is not counted as reached.
    let neutral = targets.count { $0.status == .reached && $0.asksForNothing }
    var parts = Status.allCases.compactMap { status in
      part((counts[status] ?? 0) - (status == .reached ? neutral : 0), status.name)
    }
    parts += [part(neutral, TargetProgress.equal)].compactMap(\.self)
    let old = targets.count { $0.isUnreported && !$0.status.isUnknown }
    let remark =
      old > 0
      ? text(
        "其中\(old)个按目标年之前的最新数评价，目标年的数未公布。",
        " Of these, \(old) are measured by a figure from before the target year, whose result is not published."
      ) : ""
    return text(
      "共跟踪规划目标\(targets.count)个\(others)：\(list(parts))。",
      "Of \(targets.count) tracked targets\(others): \(list(parts)).") + remark
  }

  /// Adds one headline indicator: its level, the expected level, and the targets of other plans.
  private mutating func addSentence(_ row: TargetProgress) {
    var phrase = Phrase(title(row) + text("：", ": "), status: nil)
    phrase.text += reason(row)
    phrase.notes = notes(row)
    var seen: Set<String> = []
    let others = row.alternatives.filter {
      $0.value != row.target.value && seen.insert("\($0.plan ?? "") \($0.value) \($0.period.text)").inserted
    }
    if !others.isEmpty {
      let words = others.map { other in
        let plan = board.planName(of: other).map { text($0) } ?? ""
        return text(plan, plan + " ") + dataset.label(other, language)
          + text("（\(other.period.label(.zh))）", " (\(other.period.label(.en)))")
      }
      phrase.text += text("另有目标：\(list(words))。", " Other targets: \(list(words)).")
      phrase.notes += others.map { note($0) }
      if let rule = board.reason(for: row) {
        phrase.text += text("采用规则：\(rule.zh)。", " Rule used: \(rule.en).")
      }
    }
    addParagraph(phrase)
  }

  private mutating func addLevel(_ figure: Figure) {
    var phrase = cite(figure)
    phrase.text =
      footnotes.name(figure) + text("：", ": ") + phrase.text + text("，无规划目标。", "; no plan sets a target.")
    addParagraph(phrase)
  }

  /// Returns the footnotes of the figures that a target is measured by.
  mutating func notes(_ row: TargetProgress) -> [Int] {
    var figures = [row.observation, row.target].compactMap(\.self)
    if let base = row.base, row.status != .noDataSinceBase { figures += base.statements }
    var notes: [Int] = []
    for figure in figures {
      let number = note(figure)
      if !notes.contains(number) { notes.append(number) }
    }
    return notes
  }

  /// Adds a table of targets, with a footnote for each figure.
  mutating func addRows(_ rows: [TargetProgress], isShort: Bool = false) {
    let targets = RecordCatalogue.targets
    var sheet = Sheet(
      columns(targets, "indicator", "actual", "actual-period", "target")
        + [Sheet.Column(text("规划（到期）", "Plan (due)"))] + columns(targets, "expected", "schedule-ratio")
        + [lag])
    if !isShort {
      sheet.columns += columns(targets, "elapsed", "linear-progress")
      sheet.columns.append(Sheet.Column(text("增速比R", "R"), isNumeric: true))
    }
    sheet.columns += columns(targets, "required-growth", "status")
    for row in rows { sheet.rows.append(cells(row, isShort: isShort)) }
    page.blocks.append(.table(sheet))
  }

  private mutating func cells(_ row: TargetProgress, isShort: Bool) -> [Phrase] {
    let targets = RecordCatalogue.targets
    var cells: [Phrase] = [
      Phrase(title(row)), cite(row.observation), Phrase(row.observation?.period.label(language) ?? "-"),
      cite(row.target),
      Phrase(
        text(
          "\(row.planName.zh)（\(row.target.period.label(.zh))）",
          "\(row.planName.en) (\(row.target.period.label(.en)))")),
      Phrase(expected(row) ?? "-"), cell(targets["schedule-ratio"], row),
      Phrase(row.lagText(language) ?? row.shortfallText(language) ?? "-"),
    ]
    if !isShort {
      cells += [
        cell(targets["elapsed"], row), cell(targets["linear-progress"], row),
        cell(targets["growth-ratio"], row),
      ]
    }
    cells += [Phrase(required(row) ?? "-"), Phrase(state(row), status: row.status)]
    return cells
  }

  /// Returns the level that the path requires at the period of the figure; nil without a path.
  func expected(_ row: TargetProgress) -> String? {
    row.measure?.expected.map {
      dataset.label($0, unit: row.target.unit, of: row.indicator.id, language)
    }
  }

  /// Returns the growth or change needed per year after the newest figure: `40.4%` on a compound path, `3.2%点` and the
  /// like on a linear one; nil when there is none.
  func required(_ row: TargetProgress) -> String? {
    row.requiredGrowth.map { Decimal.percent($0) }
      ?? row.requiredChange.map {
        dataset.changeLabel($0, unit: row.target.unit, of: row.indicator.id, language)
      }
  }

  /// Returns the status in words, and the reason when nothing can be computed.
  func state(_ row: TargetProgress) -> String {
    var words = text(row.word)
    if [.noData, .notComparable].contains(row.status), let obstacle = row.obstacle,
      text(obstacle.name) != words
    {
      words += text("：\(obstacle.name.zh)", ": \(obstacle.name.en)")
    }
    if let remark = row.remark(language) { words += text("（\(remark)）", " (\(remark))") }
    if row.measure?.isMethodSensitive == true { words += text("（因方法而异）", " (depends on the method)") }
    return words
  }

  mutating func addBars(_ rows: [TargetProgress], title caption: String) {
    let bars = rows.compactMap { row -> Chart.Bar? in
      guard let (earned, elapsed) = row.onBar, let actual = row.actualText(in: dataset, language),
        let observation = row.observation
      else { return nil }
      let label =
        row.target.subject == .district
        ? text(row.indicator.short) : text(dataset.name(of: row.target.subject))
      return Chart.Bar(
        label, value: earned, pace: elapsed,
        text: mark(actual, observation) + " / "
          + mark(dataset.label(row.target, language), row.target),
        status: row.status)
    }
    guard !bars.isEmpty else { return }
    let words = bars.map { "\($0.label) \($0.text) \($0.status.name[language])" }
    page.blocks.append(
      .chart(Chart(title: caption, alternative: words.joined(separator: text("；", "; ")), marks: .bars(bars)))
    )
  }
}
