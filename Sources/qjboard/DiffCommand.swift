import ArgumentParser
import Canvas
import Domain
import Figures
import Glibc
import Output

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List the changes between two datasets, or between two days of one.",
    discussion: """
      Examples:
        qjboard diff builtin DIR               changes since the built-in data
        qjboard diff OLD NEW --format json
        qjboard diff --from 2022 --to 2023     published in 2023
        qjboard diff 2022 2023                 the same, shorter
        qjboard diff --data DIR --from 2022

      Exits with 0 whether or not anything changed; in JSON, "changed" is true or false.
      """)

  @Argument(
    help: ArgumentHelp(
      "Two directories of datasets, the old one first; builtin is the built-in data. Or two days.",
      valueName: "dir"),
    completion: .directory)
  var directories: [String] = []

  @Option(help: ArgumentHelp("The earlier day: 2021-12-31, 2021-12 or 2021.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The later day (default: today).", valueName: "date"))
  var to: String?

  @OptionGroup var page: PageFormatOptions
  @OptionGroup var output: OutputOptions

  @ParentCommand var board: QJBoard
  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    takeDays()
    try refuseBadDay()
    _ = try day(from, of: "--from")
    _ = try day(to, of: "--to")
    if directories.isEmpty, from == nil {
      throw ValidationError(
        zh: "请给出两个数据集（旧、新），或用 --from 给出日期。",
        en: "specify two datasets, OLD and NEW, or a day with --from.")
    }
    if !directories.isEmpty, directories.count != 2 {
      throw ValidationError(
        zh: "比较的是两个数据集（旧、新），现给出 \(directories.count) 个。",
        en: "diff compares two datasets, OLD and NEW, but got \(directories.count).")
    }
    if !directories.isEmpty, from != nil || to != nil || data.data != nil {
      throw ValidationError(
        zh: "--from、--to、--data 用于比较同一数据集的两个日期；请去掉旧、新两个目录。",
        en: "--from, --to and --data compare two days of one dataset; leave out OLD and NEW.")
    }
  }

  /// Treats two dates as days, unless directories with these names exist.
  private mutating func takeDays() {
    guard directories.count == 2, from == nil, to == nil,
      directories.allSatisfy({ PartialDate(calendar: $0) != nil && access($0, F_OK) != 0 })
    else { return }
    (from, to) = (directories[0], directories[1])
    directories = []
  }

  /// Refuses an invalid date: if one of two names is a day and neither is a directory, the other is a mistyped date.
  private func refuseBadDay() throws {
    guard directories.count == 2, directories.allSatisfy({ access($0, F_OK) != 0 }),
      directories.contains(where: { PartialDate(calendar: $0) != nil })
    else { return }
    for text in directories { _ = try day(text, of: "diff") }
  }

  /// Returns the last day that a date can mean.
  private func day(_ text: String?, of option: String) throws -> Day? {
    guard let text else { return nil }
    guard let date = PartialDate(calendar: text) else {
      throw ValidationError(
        zh: "\(option)：“\(TextWidth.cleaned(text))”不是日期；请写 2021-12-31、2021-12 或 2021。",
        en: "\(option): '\(TextWidth.cleaned(text))' is not a date; write 2021-12-31, 2021-12 or 2021.")
    }
    return date.latest
  }

  func run() throws {
    let options = data.over(board.data)
    let session = try Session(
      data: directories.isEmpty ? options : over(directories[1], options), look: look.over(board.look),
      for: .words)
    let today = session.asOf ?? session.today
    let (old, new): (Board, Board)
    if directories.isEmpty {
      let (from, to) = (try day(from, of: "--from") ?? today, try day(to, of: "--to") ?? today)
      guard from <= to else {
        throw ValidationError(
          zh: "--from \(from) 晚于 --to \(to)。", en: "--from \(from) is later than --to \(to).")
      }
      (old, new) = Progress.computing.shown(session.language) {
        (Board(session.dataset, asOf: from), Board(session.dataset, asOf: to))
      }
    } else {
      // The settings are read, and their faults reported, once.
      let before = try Data.load(over(directories[0], options).data, session.language)
      (old, new) = Progress.computing.shown(session.language) {
        (Board(before.dataset, asOf: today), Board(session.dataset, asOf: today))
      }
    }
    let text = Progress.computing.shown(session.language) {
      self.text(DiffReport(from: old, to: new), session.language)
    }
    try output.file(session.language).write(text, isUTF8: page.chosen == .json)
  }

  private func over(_ directory: String, _ options: DataOptions) -> DataOptions {
    var options = options
    // An empty name selects the built-in data, regardless of the environment.
    options.data = directory == "builtin" ? "" : directory
    return options
  }

  private func text(_ report: DiffReport, _ language: Language) -> String {
    switch page.chosen {
    case .text: report.lines(language).map { TextWidth.cleaned($0) + "\n" }.joined()
    case .markdown: MarkdownWriter.text(report.page(language))
    case .json: report.json.text + "\n"
    }
  }
}
