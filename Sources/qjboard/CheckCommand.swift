import ArgumentParser
import Canvas
import Domain
import Figures
import Glibc
import Output
import Store

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check datasets; prints path:line:column: error|warning|note: text [rule].",
    discussion: """
      Examples:
        qjboard check DIR                      the whole dataset
        qjboard check --explain sum-mismatch   the meaning of a rule and its remedy
        qjboard check --format json DIR        SARIF, for editors and code review
        qjboard check --alerts DIR             late reports, problems, red lights

      Exit codes: 0 valid, also with warnings; 65 an error, with --strict also a warning; 66 nothing \
      to read; with --alerts 1 for an alert.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: ArgumentHelp("Directories of datasets (default: the built-in data).", valueName: "dir"),
    completion: .directory)
  var directories: [String] = []

  @Option(help: "Text for people or SARIF 2.1.0 as JSON.")
  var format = Format.text

  @Flag(name: .customLong("json"), help: "The same as --format json.")
  var isJSON = false

  @Flag(help: "Exit with 65 for warnings, too, and report names in one language.")
  var strict = false

  @Option(
    help: ArgumentHelp("Explain a rule instead of checking.", valueName: "rule"),
    completion: .list(CheckRule.all.map(\.id)))
  var explain: String?

  @Flag(help: "Report what is overdue and red today instead of checking; exit with 1 if anything is.")
  var alerts = false

  @Option(
    help: ArgumentHelp("The day of the alerts (default: today).", valueName: "date"))
  var asOf: String?

  @Flag(help: "List the rules instead of checking.")
  var rules = false

  @ParentCommand var board: QJBoard

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LookOptions.LanguageChoice?

  mutating func validate() throws {
    if isJSON { format = .json }
    if let asOf, PartialDate(calendar: asOf) == nil {
      throw ValidationError(
        zh: "--as-of：“\(TextWidth.cleaned(asOf))”不是日期；请写 2021-12-31、2021-12 或 2021。",
        en: "--as-of: '\(TextWidth.cleaned(asOf))' is not a date; write 2021-12-31, 2021-12 or 2021.")
    }
    guard let explain, !CheckRule.all.contains(where: { $0.id == explain }) else { return }
    throw ValidationError(Name(zh: "规则", en: "rule"), explain, among: CheckRule.all.map(\.id))
  }

  func run() throws {
    let (charset, _) = Charset.adopt()
    let environment = Environment.all
    let rule = LanguageRule(environment: environment, charset: charset)
    let asked = language ?? board.look.language
    // Options given here override the configuration files, which may then be invalid. A rule is not part of any
    // dataset.
    var (data, look) = (board.data, board.look)
    data.data = directories.first ?? data.data ?? (rules || explain != nil ? "" : nil)
    look.language = asked
    let settings = try Preferences(
      environment, data: data, look: look, rule.language(asked ?? .auto), for: .words
    ).settings
    let language = rule.language(settings.language)
    if rules || explain != nil {
      try Console.write(
        RuleText(language: language).text(CheckRule.all.filter { rules || $0.id == explain }, isList: rules))
      return
    }
    let places = directories.isEmpty ? [settings.data] : directories.map(Optional.some)
    let day = asOf.flatMap { PartialDate($0)?.latest } ?? board.data.day ?? Clock.today
    if alerts { return try writeAlerts(places, asOf: day, language) }
    let (results, text) = Progress.checking.shown(language) {
      let results = places.map { CheckResult($0, isStrict: strict) }
      return (results, self.text(results, language))
    }
    try Console.write(text, isUTF8: format == .json)
    let worst = results.map { $0.status }.max() ?? 0
    if worst != 0 { throw ExitCode(worst) }
  }

  /// Prints the alerts of each dataset.
  private func writeAlerts(_ places: [String?], asOf day: Day, _ language: Language) throws {
    var lists: [AlertList] = []
    for place in places {
      let loaded: DatasetLoader.Loaded
      do throws(LoadFailure) {
        loaded =
          if let place, !place.isEmpty { try DatasetLoader.load(directory: place) } else {
            try DatasetLoader.builtIn()
          }
      } catch {
        Console.report(error.diagnostics, language)
        throw ExitCode(error.isMissing ? 66 : 65)
      }
      lists.append(AlertList(Board(loaded.dataset, asOf: day)))
    }
    let text =
      format == .json
      ? JSONOutput.array(lists.map(\.json)).text + "\n"
      : lists.flatMap { $0.lines(language) }.map { TextWidth.cleaned($0) + "\n" }.joined()
    try Console.write(text, isUTF8: format == .json)
    if lists.contains(where: { !$0.alerts.isEmpty }) { throw ExitCode(1) }
  }

  private func text(_ results: [CheckResult], _ language: Language) -> String {
    switch format {
    case .text: results.map { $0.text(language) }.joined()
    case .json: sarif(results, language).text + "\n"
    }
  }

  private func sarif(_ results: [CheckResult], _ language: Language) -> JSONOutput {
    let bytes = Dictionary(
      results.flatMap(\.files).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let files = SarifLog.Files(
      root: WorkingDirectory.path, builtIn: DatasetLoader.builtInPlace, bytes: bytes)
    return SarifLog(
      results.flatMap(\.diagnostics), files: files, version: QJBoard.number, language: language
    ).json
  }
}

/// The result of checking one dataset.
private struct CheckResult {
  let place: String
  private(set) var files: [InputFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var isMissing = false
  private let isStrict: Bool

  init(_ directory: String?, isStrict: Bool) {
    self.isStrict = isStrict
    place = directory ?? DatasetLoader.builtInPlace
    do throws(LoadFailure) {
      let loaded: DatasetLoader.Loaded
      if let directory, !directory.isEmpty {
        files = try InputFile.readDirectory(directory)
        loaded = try DatasetLoader.load(files: files, place: directory)
      } else {
        loaded = try DatasetLoader.builtIn()
      }
      diagnostics =
        loaded.warnings + (isStrict ? loaded.untranslated : [])
        + DatasetCheck(dataset: loaded.dataset).diagnostics()
    } catch {
      diagnostics = error.diagnostics
      isMissing = error.isMissing
    }
  }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  var status: Int32 {
    if isMissing { return 66 }
    return count(.error) > 0 || (isStrict && count(.warning) > 0) ? 65 : 0
  }

  func text(_ language: Language) -> String {
    let lines = diagnostics.map { diagnostic in
      TextWidth.cleaned("\(diagnostic.message(language))  [\(diagnostic.fault.rule)]") + "\n"
    }
    let errors = count(.error)
    let summary =
      language == .zh
      ? "\(place)：\(errors == 0 ? "没有错误" : "\(errors) 个错误")，\(count(.warning)) 条警告，\(count(.note)) 条说明"
      : "\(place): \(CheckResult.number(errors, "error")), \(CheckResult.number(count(.warning), "warning")), "
        + CheckResult.number(count(.note), "note")
    return lines.joined() + TextWidth.cleaned(summary) + "\n"
  }

  private static func number(_ count: Int, _ word: String) -> String {
    "\(count == 0 ? "no" : String(count)) \(word)\(count == 1 ? "" : "s")"
  }
}

/// The text of a rule.
private struct RuleText {
  let language: Language

  func text(_ rules: [CheckRule], isList: Bool) -> String {
    rules.map { isList ? line($0) : page($0) }.joined()
  }

  private func line(_ rule: CheckRule) -> String {
    let widest = CheckRule.all.map(\.id.count).max() ?? 0
    return TextWidth.padded(rule.id, to: widest) + "  "
      + TextWidth.padded(rule.severity.word[language], to: 7) + "  " + rule.name[language] + "\n"
  }

  private func page(_ rule: CheckRule) -> String {
    "\(rule.id) (\(rule.severity.word[language])): \(rule.name[language])\n\n"
      + "\(rule.explanation[language])\n\n\(rule.remedy[language])\n"
  }
}

enum WorkingDirectory {
  /// The path as an absolute path; `/` if it cannot be determined.
  static var path: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return FileName.text(cString: buffer)
  }
}
