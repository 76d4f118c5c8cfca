import Domain
import Figures

/// The changes between two boards, as text and as JSON.
package struct DiffReport: Sendable {
  /// One kind of change as a table; empty ones are not printed.
  struct Section {
    var title: String
    var columns: [String]
    var rows: [[String]]
    /// Whether the second and third cell are before and after.
    var isChange = false

    /// Returns a row on one line: cells separated by two spaces, before and after by an arrow.
    func line(_ row: [String]) -> String {
      guard isChange, row.count > 2 else { return row.joined(separator: "  ") }
      return ([row[0], "\(row[1]) → \(row[2])"] + row.dropFirst(3)).joined(separator: "  ")
    }
  }

  /// The earlier board.
  package let old: Board
  /// The later board.
  package let new: Board
  /// The changes from the earlier to the later board.
  package let diff: BoardDiff

  /// Compares two boards, of one dataset on two days or of two datasets.
  package init(from old: Board, to new: Board) {
    self.old = old
    self.new = new
    diff = BoardDiff(from: old, to: new)
  }

  /// Returns a page with headings and tables.
  package func page(_ language: Language) -> Page {
    let words = DiffWords(report: self, language: language)
    var page = Page(title: words.title, blocks: [.fields(words.fields)])
    let sections = words.sections()
    if sections.isEmpty { page.blocks.append(.paragraph(Phrase(words.nothing))) }
    for section in sections {
      page.blocks.append(.heading("\(section.title) (\(section.rows.count))", level: 1))
      let columns = section.columns.map { Sheet.Column($0) }
      page.blocks.append(
        .table(Sheet(columns, rows: section.rows.map { row in row.map { Phrase($0) } })))
    }
    return page
  }

  /// Returns one line per change, under the title of its kind; cells are separated by two spaces.
  package func lines(_ language: Language) -> [String] {
    let words = DiffWords(report: self, language: language)
    var lines = [words.title] + words.fields.map { "\($0.label): \($0.value.text)" }
    let sections = words.sections()
    if sections.isEmpty { lines += ["", words.nothing] }
    for section in sections {
      lines += ["", "\(section.title) (\(section.rows.count))"]
      lines += section.rows.map { row in "  " + section.line(row) }
    }
    return lines
  }
}

/// The text of a comparison in one language.
struct DiffWords {
  let report: DiffReport
  let language: Language

  private var diff: BoardDiff { report.diff }
  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private func head<Row>(_ column: RecordCatalogue<Row>.Column) -> String { column.field.name[language] }

  var title: String { text("变化对照", "What changed") }
  var nothing: String { text("没有变化。", "Nothing changed.") }

  var fields: [Page.Field] {
    func name(_ board: Board) -> Phrase {
      Phrase("\(board.dataset.info.name[language]), \(board.asOf)")
    }
    return [.init(text("原", "Old"), name(report.old)), .init(text("新", "New"), name(report.new))]
  }

  func sections() -> [DiffReport.Section] {
    (projects + figures + [conflicts, settled] + month).filter { !$0.rows.isEmpty }
  }

  /// The changes of documents, targets and projects.
  var projects: [DiffReport.Section] { [documents, targets, moved, changed, appeared, delisted] }
  /// The conflicts that are new, and those that were settled.
  var disputes: [DiffReport.Section] { [conflicts, settled] }

  private func section(
    _ title: String, _ columns: [String], _ rows: [[String]], isChange: Bool = false
  ) -> DiffReport.Section {
    DiffReport.Section(title: title, columns: columns, rows: rows, isChange: isChange)
  }

  private var documents: DiffReport.Section {
    section(
      text("新文件", "New documents"),
      [head(RecordCatalogue.sources["date"]), head(RecordCatalogue.sources["title"])],
      diff.sources.map { [$0.date.label(language), $0.title[language]] })
  }

  // MARK: Month

  /// The changes of lights, problems, decisions and reports.
  var month: [DiffReport.Section] {
    let data = report.new.dataset
    let state = [text("事项", "Matter"), text("原", "Before"), text("现", "Now"), text("期限", "Due")]
    func matters(_ title: String, _ changes: [MonthDiff.MatterChange]) -> DiffReport.Section {
      section(
        title, state,
        changes.map { change in
          [
            change.title[language], change.before?.name[language] ?? text("无", "none"),
            change.after.name[language]
              + (change.overdueDays.map { text("，逾期\($0)天", ", \($0) days overdue") } ?? ""),
            change.due?.description ?? "-",
          ]
        }, isChange: true)
    }
    return [
      section(
        text("变灯", "Lights that changed"),
        [text("对象", "Of"), text("原", "Before"), text("现", "Now"), text("时期", "Period")],
        diff.month.lights.map { change in
          [
            data.name(of: change.history)[language], change.before?.name[language] ?? text("无", "none"),
            change.history.light?.name[language] ?? "-", change.history.last.period.label(language),
          ]
        }, isChange: true),
      matters(text("问题", "Problems"), diff.month.problems),
      matters(text("决定", "Decisions"), diff.month.decisions),
      section(
        text("收到的报告", "Reports received"),
        [text("单位", "Unit"), text("内容", "Report"), text("时期", "Period"), text("收到", "Received")],
        diff.month.reports.map { received in
          let duty = data.duties[received.duty]
          let unit = duty.flatMap { data.organisations[$0.unit]?.name[language] } ?? duty?.unit
          return [
            unit ?? "-", duty?.name[language] ?? received.duty, received.period.label(language),
            received.received.description,
          ]
        }),
    ]
  }

  private var targets: DiffReport.Section {
    section(
      text("目标变动", "Targets that changed"),
      [head(RecordCatalogue.targets["target"]), text("原目标", "Original"), text("现目标", "Now")],
      diff.targets.map { change in
        [
          name(change.after, report.new),
          "\(value(change.before, report.old)) (\(plan(change.before, report.old)))",
          "\(value(change.after, report.new)) (\(plan(change.after, report.new)))",
        ]
      }, isChange: true)
  }

  // MARK: Projects

  private var project: String { head(RecordCatalogue.projects["name"]) }
  private var stage: String { head(RecordCatalogue.projects["stage"]) }

  private func rung(_ rung: Rung?, _ board: Board) -> String {
    rung.map { board.dataset.rungName($0)[language] } ?? "-"
  }

  private var moved: DiffReport.Section {
    section(
      text("项目进展", "Projects that moved"), [project, text("原阶段", "From"), text("现阶段", "To")],
      diff.moved.map { [$0.project.name[language], rung($0.from, report.old), rung($0.to, report.new)] },
      isChange: true)
  }

  private var changed: DiffReport.Section {
    section(
      text("其他项目变化", "Other project changes"),
      [project, text("原为", "Before"), text("现为", "After")],
      diff.changed.map { change in
        [
          "\(change.project.name[language])\(text("：", ": "))\(change.property.name[language])",
          change.before?[language] ?? "-", change.after?[language] ?? "-",
        ]
      }, isChange: true)
  }

  private var appeared: DiffReport.Section {
    section(
      text("新项目", "New projects"), [project, stage],
      diff.appeared.map { [$0.project.name[language], rung($0.rung, report.new)] })
  }

  private var delisted: DiffReport.Section {
    section(
      text("不再列出的项目", "Projects no longer listed"), [project, stage],
      diff.delisted.map { [$0.project.name[language], rung($0.rung, report.old)] })
  }

  // MARK: Figures

  var figures: [DiffReport.Section] {
    let (figure, now) = (text("数字", "Figure"), head(RecordCatalogue.figures["value"]))
    let printed = head(RecordCatalogue.figures["source"])
    let pair = [figure, text("原数值", "Before"), text("现数值", "After"), printed]
    func changes(_ changes: [BoardDiff.Correction]) -> [[String]] {
      changes.map { change in
        [
          name(change.after, report.new), value(change.before, report.old), value(change.after, report.new),
          source(change.after, report.new),
        ]
      }
    }
    func rows(_ figures: [Figure], _ board: Board) -> [[String]] {
      figures.map { [name($0, board), value($0, board), source($0, board)] }
    }
    let single = [figure, now, printed]
    return [
      section(text("新数字", "New figures"), single, rows(diff.added, report.new)),
      section(
        text("新文件更新的数字", "Superseded by a newer document"), pair, changes(diff.superseded),
        isChange: true),
      section(text("更正", "Corrected figures"), pair, changes(diff.corrected), isChange: true),
      section(text("不再计入的数字", "Figures that no longer count"), single, rows(diff.removed, report.old)),
    ]
  }

  private func name(_ figure: Figure, _ board: Board) -> String {
    FootnoteText(board: board, language: language).name(figure)
  }

  private func value(_ figure: Figure, _ board: Board) -> String {
    board.dataset.exactLabel(figure, language)
  }

  private func plan(_ figure: Figure, _ board: Board) -> String {
    figure.plan.flatMap { board.dataset.plans[$0]?.short[language] } ?? "-"
  }

  private func source(_ figure: Figure, _ board: Board) -> String {
    guard let citation = figure.citations.first, let source = board.dataset.sources[citation.source] else {
      return "-"
    }
    return "\(source.short[language]) \(citation.section)"
  }

  // MARK: Conflicts

  private var conflicts: DiffReport.Section {
    section(text("新矛盾", "New conflicts"), [text("事项", "Matter")], diff.conflicts.map { [$0.title[language]] })
  }

  private var settled: DiffReport.Section {
    section(
      text("已消除的矛盾", "Conflicts that were settled"), [text("事项", "Matter")],
      diff.settled.map { [$0.title[language]] })
  }
}
