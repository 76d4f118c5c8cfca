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

      The same data, period, day, language and format produce the same bytes.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, csv
  }

  @Option(
    help: ArgumentHelp(
      "The year, quarter or month: 2022, 2022-Q3, 2023-05 (default: the year of the newest figure).",
      valueName: "period"))
  var period: String?

  @Option(help: "Markdown, one HTML file that prints on A4, or CSV.")
  var format = Format.markdown

  @OptionGroup var output: OutputOptions

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
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
    let text = Progress.computing.shown(session.language) {
      self.text(Report(session.dataset, asOf: asOf, period: chosen), session.language)
    }
    try output.file(session.language).write(text, isUTF8: format != .markdown)
  }

  private func text(_ report: Report, _ language: Language) -> String {
    switch format {
    case .markdown: MarkdownWriter.text(ReportBuilder(report, language: language).build())
    case .html: HTMLWriter(language).text(ReportBuilder(report, language: language).build())
    case .csv: CSVWriter.byteOrderMark + CSVWriter.text(report.records(language))
    }
  }
}
