import Domain
import Figures

/// Writes a report as a page in one language.
///
/// Deterministic: the page depends only on the report and the language.
package struct ReportBuilder {
  let report: Report
  let language: Language
  let footnotes: FootnoteText
  var page: Page

  /// Creates a builder; texts and numbers follow the language.
  package init(_ report: Report, language: Language) {
    self.report = report
    self.language = language
    footnotes = FootnoteText(board: report.board, language: language, isShort: true)
    let name = report.board.dataset.info.name
    let period = report.period.name
    let (zh, en) =
      report.isLimited
      ? ("\(name.zh)\(period.zh)调度通报", "\(name.en): dispatch report, \(period.en)")
      : ("\(name.zh)调度通报（截至\(report.board.asOf)）", "\(name.en): dispatch report as of \(report.board.asOf)")
    page = Page(title: language == .zh ? zh : en)
  }

  package consuming func build() -> Page {
    addHead()
    guard !board.sources.isEmpty else {
      addParagraph("\(board.asOf)尚无任何资料。", "No document was known on \(board.asOf).")
      return page
    }
    addTotals()
    addClusters()
    addAlerts()
    addDuties()
    addMonth()
    addProjects()
    addCommitments()
    addDataState()
    addDocuments()
    addTargets()
    addMethod()
    return page
  }

  var board: Board { report.board }
  var dataset: Dataset { report.board.dataset }

  func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  func text(_ name: Name) -> String { name[language] }

  /// Joins the items of a list: `甲、乙`, `a, b`.
  func list(_ texts: [String]) -> String { texts.joined(separator: text("、", ", ")) }

  mutating func section(_ zh: String, _ en: String) {
    let number = page.blocks.count { if case .heading(_, 1) = $0 { true } else { false } }
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let title =
      language == .zh
      ? "\(numerals.indices.contains(number) ? numerals[number] : String(number + 1))、\(zh)"
      : "\(number + 1). \(en)"
    page.blocks.append(.heading(title, level: 1))
  }

  mutating func part(_ zh: String, _ en: String) {
    page.blocks.append(.heading(text(zh, en), level: 2))
  }

  mutating func addParagraph(_ phrase: Phrase) { page.blocks.append(.paragraph(phrase)) }
  mutating func addParagraph(_ zh: String, _ en: String) { addParagraph(Phrase(text(zh, en))) }

  // MARK: Columns of records

  /// Returns columns with the titles and alignments of those of a catalogue.
  func columns<Row>(_ catalogue: RecordCatalogue<Row>, _ keys: String...) -> [Sheet.Column] {
    keys.map { Sheet.Column(catalogue[$0].field, language) }
  }

  /// The column of how far targets lag or lead, in words.
  var lag: Sheet.Column { Sheet.Column(text(RecordCatalogue.targets["lag-months"].field.brief)) }

  /// Returns the text of a column of a catalogue in a row; a dash if it is empty.
  func cell<Row>(_ column: RecordCatalogue<Row>.Column, _ row: Row) -> Phrase {
    let text = column.text(of: row, board, language)
    return Phrase(text.isEmpty ? "-" : text)
  }

  // MARK: Figures

  /// Returns a figure with its unit, ≠ when a document has another value, * when it is computed, and a footnote with its citations; a dash for nil.
  mutating func cite(_ figure: Figure?) -> Phrase {
    guard let figure else { return "-" }
    return Phrase(mark(dataset.label(figure, language), figure), notes: [note(figure)])
  }

  /// Returns a figure without its unit, for a column that names the unit; a dash for nil.
  mutating func citeValue(_ figure: Figure?) -> Phrase {
    guard let figure else { return "-" }
    return Phrase(mark(dataset.value(figure, language), figure), notes: [note(figure)])
  }

  mutating func note(_ figure: Figure) -> Int { page.note(footnotes.text(figure)) }

  mutating func note(_ citations: [Citation]) -> [Int] {
    citations.isEmpty ? [] : [page.note(footnotes.places(citations))]
  }

  func mark(_ text: String, _ figure: Figure) -> String {
    figure.isComputed ? text + "*" : board.contested.contains(figure.id) ? text + "≠" : text
  }

  func percent(_ fraction: Double?) -> String { fraction.map { Decimal.percent($0) } ?? "-" }
  func points(_ value: Double?) -> String { value.map { Decimal.signed($0) } ?? "-" }

  /// Returns the topic of a target: `消费品工业规上工业总产值`.
  func title(_ row: TargetProgress) -> String {
    let indicator = text(row.indicator.name) + (row.target.kind == .growth ? text("增速", " growth") : "")
    guard row.target.subject != .district else { return indicator }
    let subject = text(dataset.name(of: row.target.subject))
    return text(subject + indicator, "\(subject): \(indicator)")
  }

  // MARK: Head

  private mutating func addHead() {
    let newest = board.newestSource
    let span = "\(report.period.start) " + text("至", "to") + " \(report.period.end)"
    page.blocks.append(
      .fields([
        .init(
          text("通报期", "Period"),
          Phrase(
            "\(text(report.period.name)) (\(span))"
              + (report.isLimited ? "" : text("，数字不限于本期", ", figures are not limited to it")))),
        .init(text("对比期", "Compared with"), Phrase(text(report.period.previous.name))),
        .init(
          text("截至日期", "As of"),
          Phrase(
            text(
              "\(board.asOf)，只依据当日已公布的资料", "\(board.asOf), from documents known on that day only"))),
        .init(
          text("资料", "Documents"),
          Phrase(
            newest.map {
              text(
                "\(board.sources.count)份，最新一份为\($0.date.label(.zh))《\($0.title.zh)》",
                "\(board.sources.count), the newest of \($0.date.label(.en)): \($0.title.en)")
            } ?? text("无", "none"))),
        .init(text("数据新旧", "Age of the figures"), Phrase(age)),
      ]))
  }

  /// The years of the headline figures, and the number of other old figures. It belongs at the top, because many
  /// readers stop there.
  private var age: String {
    let years = (report.totals.compactMap(\.observation) + report.levels).map(\.period.year)
    let span = Set([years.min(), years.max()].compactMap { $0 }).sorted().map(String.init)
    let headline =
      span.isEmpty
      ? text("主要指标无数据", "no figures for the headline indicators")
      : text(
        "主要指标为\(span.joined(separator: "至"))年的数", "headline figures of \(span.joined(separator: " to "))")
    let due = board.unreportedTargets.count
    guard due + report.stale.count > 0 else { return headline }
    let (now, end) = (board.asOf, report.isLimited ? report.period.end : board.asOf)
    return headline
      + text(
        "；至\(end)目标年已过而数据未公布\(due)个\(end == now ? "，" : "；以编制日\(now)计")有\(report.stale.count)个目标的数据未更新，见“数据情况”",
        "; by \(end) \(due) targets are past due without a published result\(end == now ? ", and" : "; on the day of writing, \(now),") the figures of \(report.stale.count) are stale, see State of the data"
      )
  }
}
