import Domain
import Figures

/// What changed since a day, as an office sends it after a bulletin: the month first, then projects, targets and figures.
///
/// The changes are those of `DiffReport`.
package struct SinceReport: Sendable {
  private let diff: DiffReport
  private let language: Language
  private var words: DiffWords { DiffWords(report: diff, language: language) }
  private var month: MonthDiff { diff.diff.month }
  private var data: Dataset { diff.new.dataset }

  /// Compares the data as of two days.
  ///
  /// - Parameters:
  ///   - dataset: the complete data.
  ///   - since: the earlier day.
  ///   - asOf: the later day.
  ///   - language: the language of the report.
  package init(_ dataset: Dataset, since: Day, asOf: Day, language: Language) {
    diff = DiffReport(from: Board(dataset, asOf: since), to: Board(dataset, asOf: asOf))
    self.language = language
  }

  /// Returns the day that an option means: a day itself, the day on which the lights of a month or year were fixed, or its last
  /// day where the dataset has no lights; nil for anything else.
  ///
  /// - Parameters:
  ///   - text: `2024-07-20`, `2024-06` or `2024`.
  ///   - dataset: the data, with the rules of its dispatch.
  package static func day(_ text: Substring, _ dataset: Dataset) -> Day? {
    guard let date = PartialDate(calendar: String(text)) else { return nil }
    guard date.precision != .day, let rules = dataset.info.dispatch else { return date.latest }
    return rules.cutoff(of: rules.period(containing: date.latest))
  }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private func text(_ name: Name) -> String { name[language] }

  /// The page, with a heading and a table for each kind of change; kinds without changes are left out.
  package var page: Page {
    let (since, asOf) = (diff.old.asOf, diff.new.asOf)
    let name = text(data.info.name)
    var page = Page(
      title: text("\(name)：\(since)以来的变化", "\(name): changes since \(since)"),
      blocks: [
        .fields([
          .init(text("起", "Since"), Phrase(since.description)),
          .init(text("至", "To"), Phrase(asOf.description)),
        ])
      ])
    let sections = (monthSections + otherSections).filter { !$0.rows.isEmpty }
    let hasChanged = !month.isEmpty || otherSections.contains { !$0.rows.isEmpty }
    page.blocks.append(.paragraph(Phrase(hasChanged ? summary : words.nothing)))
    for section in sections {
      page.blocks.append(
        .heading("\(section.title)\(text("（\(section.rows.count)）", " (\(section.rows.count))"))", level: 1))
      page.blocks.append(
        .table(
          Sheet(
            section.columns.map { Sheet.Column($0) }, rows: section.rows.map { row in row.map { Phrase($0) } }
          )))
    }
    if leftOut > 0 {
      page.blocks.append(
        .paragraph(
          Phrase(
            text(
              "另有\(leftOut)个新数字，qjboard diff --from \(since) --to \(asOf) 全部列出。",
              "\(leftOut) more new \(leftOut == 1 ? "figure" : "figures"): qjboard diff --from \(since) --to \(asOf) lists all."
            ))))
    }
    return page
  }

  /// What changed, in one sentence.
  private var summary: String {
    var parts: [String] = []
    func add(_ count: Int, _ zh: String, _ one: String, _ other: String) {
      guard count > 0 else { return }
      parts.append(text("\(zh)\(count)", "\(count) \(count == 1 ? one : other)"))
    }
    add(month.lights.count, "变灯", "light changed", "lights changed")
    add(month.problems.count { $0.before == nil }, "问题新增", "new problem", "new problems")
    add(month.problems.count { $0.isSettled }, "问题办结", "problem settled", "problems settled")
    add(month.problems.count { $0.hasFallenDue }, "问题新逾期", "problem fell overdue", "problems fell overdue")
    add(month.decisions.count { $0.before == nil }, "新决定", "new decision", "new decisions")
    add(
      month.decisions.count { $0.isSettled }, "决定办结", "decision carried out", "decisions carried out")
    add(month.reports.count, "收到报告", "report received", "reports received")
    add(month.missing.count, "未报", "report missing", "reports missing")
    add(diff.diff.moved.count, "项目进展", "project moved", "projects moved")
    add(diff.diff.appeared.count, "新项目", "new project", "new projects")
    add(diff.diff.sources.count, "新文件", "new document", "new documents")
    guard !parts.isEmpty else { return text("其他变化见下。", "Other changes are below.") }
    return parts.joined(separator: text("，", ", ")) + text("。", ".")
  }

  // MARK: Month

  private func units(_ ids: [String]) -> String {
    ids.isEmpty
      ? text("未指明", "none named")
      : ids.map { data.organisations[$0].map { text($0.name) } ?? $0 }.joined(separator: text("、", ", "))
  }

  private var monthSections: [DiffReport.Section] {
    [
      words.month[0], matters(text("问题", "Problems"), month.problems),
      matters(text("决定", "Decisions"), month.decisions),
    ]
      + [received, missing]
  }

  /// What became of problems or decisions: new ones first, then settled, then overdue, then the others.
  private func matters(_ title: String, _ changes: [MonthDiff.MatterChange]) -> DiffReport.Section {
    func order(_ change: MonthDiff.MatterChange) -> Int {
      change.before == nil ? 0 : change.isSettled ? 1 : change.hasFallenDue ? 2 : 3
    }
    let sorted = changes.enumerated().sorted {
      (order($0.element), $0.offset) < (order($1.element), $1.offset)
    }
    return DiffReport.Section(
      title: title,
      columns: [
        text("事项", "Matter"), text("责任单位", "Unit"), text("变化", "Change"), text("现状", "Now"),
        text("期限", "Due"),
      ],
      rows: sorted.map { _, change in
        let due = change.due?.description ?? "-"
        let moved =
          change.before != nil && change.dueBefore != change.due
          ? change.dueBefore.map { "\($0) → " } ?? "" : ""
        return [
          text(change.title), units(change.units), kind(of: change),
          text(change.after.name)
            + (change.overdueDays.map { text("，逾期\($0)天", ", \($0) \($0 == 1 ? "day" : "days") overdue") }
              ?? ""),
          moved + due,
        ]
      })
  }

  private func kind(of change: MonthDiff.MatterChange) -> String {
    guard let before = change.before else { return text("新增", "new") }
    if change.isSettled { return text("办结", "settled") }
    if change.hasFallenDue { return text("新逾期", "fell overdue") }
    if change.after == .reopened || before.isSettled && !change.after.isSettled {
      return text("重新立案", "reopened")
    }
    if change.dueBefore != change.due { return text("延期", "extended") }
    return before == change.after
      ? text("有新进展", "new entry") : text("原\(text(before.name))", "was \(text(before.name))")
  }

  private var received: DiffReport.Section {
    DiffReport.Section(
      title: text("收到的报告", "Reports received"),
      columns: [
        text("单位", "Unit"), text("内容", "Report"), text("时期", "Period"), text("收到", "Received"),
        text("情况", "State"),
      ],
      rows: month.reports.map { report in
        let duty = data.duties[report.duty]
        let due = duty.map { $0.due(ReportingPeriod($0.every, containing: report.period.start)) }
        let late = due.map { report.received.number - $0.number } ?? 0
        return [
          units(duty.map { [$0.unit] } ?? []), duty.map { text($0.name) } ?? report.duty,
          report.period.label(language),
          report.received.description,
          late > 0 ? text("迟报\(late)天", "\(late) \(late == 1 ? "day" : "days") late") : text("按时", "in time"),
        ]
      })
  }

  private var missing: DiffReport.Section {
    DiffReport.Section(
      title: text("仍未报送", "Reports still missing"),
      columns: [
        text("单位", "Unit"), text("内容", "Report"), text("时期", "Period"), text("截止", "Due"), text("逾期", "Late"),
      ],
      rows: month.missing.compactMap { row in
        guard let newest = row.newest, case .missing(let due, let days) = newest.state else { return nil }
        return [
          units([row.duty.unit]), text(row.duty.name), newest.period.label(language), due.description,
          text("\(days)天", "\(days) \(days == 1 ? "day" : "days")"),
        ]
      })
  }

  // MARK: Figures

  /// Projects, targets and documents; of new figures only those of headline indicators, since a month brings dozens.
  private var otherSections: [DiffReport.Section] {
    var figures = words.figures
    if !figures.isEmpty {
      let shown = diff.diff.added.map(isHeadline)
      figures[0].rows = zip(figures[0].rows, shown).filter(\.1).map(\.0)
    }
    return words.projects + figures + words.disputes
  }

  private var leftOut: Int { diff.diff.added.count { !isHeadline($0) } }

  private func isHeadline(_ figure: Figure) -> Bool {
    let isMain = data.info.headlines.contains(figure.indicator) || figure.indicator == data.info.total
    return isMain && figure.kind != .target && figure.subject == .district
  }
}
