import ArgumentParser
import Canvas
import Domain
import Output

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Write the dispatch report: progress, ranking, who is behind, what moved, each figure with its source.",
    discussion: """
      Examples:
        qjboard report                         the newest year, as Markdown
        qjboard report --period 2022 --format html -o report.html
        qjboard report --period 2022-Q3 --as-of 2023-01-31
        qjboard report --format csv -o r.csv   one flat table, for Excel
        qjboard report --since 2024-05         what changed since the one of May

      The same data, period, day, language and format produce the same bytes.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, csv, text
  }

  @Option(
    help: ArgumentHelp(
      "The year, quarter or month: 2022, 2022-Q3, 2023-05 (default: the year of the newest figure).",
      valueName: "period"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "List what changed since a day, or since the lights of a month were fixed, instead.", valueName: "last")
  )
  var since: String?

  @Option(help: "Markdown, one HTML file that prints on A4, CSV, or plain text.")
  var format = Format.markdown

  @OptionGroup var output: OutputOptions

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if let since, PartialDate(calendar: since) == nil {
      throw ValidationError(
        zh: "--since：“\(TextWidth.cleaned(since))”不是日期；请写日 2024-07-20 或月 2024-06。",
        en: "--since: '\(TextWidth.cleaned(since))' is not a date; write a day 2024-07-20 or a month 2024-06."
      )
    }
    if since != nil, format == .csv {
      throw ValidationError(
        zh: "--since 的变化没有 csv 格式；请用 markdown、html 或 text，或 qjboard diff --format json。",
        en: "the changes of --since have no csv; use markdown, html or text, or qjboard diff --format json.")
    }
    guard let period, ReportPeriod(period) == nil else { return }
    throw ValidationError(
      zh: "“\(TextWidth.cleaned(period))”不是时期；请写年 2022、季度 2022-Q3 或月 2023-05。",
      en:
        "'\(TextWidth.cleaned(period))' is not a period; write a year 2022, a quarter 2022-Q3 or a month 2023-05."
    )
  }

  func run() throws {
    let session = try Session(data: data.over(board.data), look: look.over(board.look), for: .words)
    let asOf = session.asOf ?? session.today
    let chosen = period.flatMap { ReportPeriod($0) }
    if let chosen, chosen.start > asOf {
      throw ValidationError(
        zh: "时期 \(chosen.text) 开始于 --as-of 的日期 \(asOf) 之后。",
        en: "the period \(chosen.text) begins after \(asOf), the day of --as-of.")
    }
    if let since {
      return try write(since, session, through: chosen, asOf: asOf)
    }
    let text = Progress.computing.shown(session.language) {
      self.text(Report(session.dataset, asOf: asOf, period: chosen), session.language)
    }
    try output.file(session.language).write(text, isUTF8: format == .html || format == .csv)
  }

  /// Writes what changed since a day; with a period, up to the day on which its lights were fixed.
  private func write(_ since: String, _ session: Session, through period: ReportPeriod?, asOf: Day) throws {
    let dataset = session.dataset
    let last =
      period.flatMap { SinceReport.day($0.end.description.prefix(7), dataset) }.map { min($0, asOf) } ?? asOf
    guard let first = SinceReport.day(since[...], dataset), first <= last else {
      throw ValidationError(
        zh: "--since \(since) 晚于 \(last)。", en: "--since \(since) is later than \(last).")
    }
    let language = session.language
    let text = Progress.computing.shown(language) {
      self.text(SinceReport(dataset, since: first, asOf: last, language: language).page, language)
    }
    try output.file(language).write(text, isUTF8: format == .html)
  }

  private func text(_ report: Report, _ language: Language) -> String {
    guard format != .csv else { return CSVWriter.byteOrderMark + CSVWriter.text(report.records(language)) }
    return text(ReportBuilder(report, language: language).build(), language)
  }

  private func text(_ page: Page, _ language: Language) -> String {
    switch format {
    case .markdown: MarkdownWriter.text(page)
    case .html: HTMLWriter(language).text(page)
    case .csv, .text: PlainWriter.text(page)
    }
  }
}
