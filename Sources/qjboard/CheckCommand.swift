import ArgumentParser
import Model
import TUI

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong or odd in datasets: path:line:column: error|warning: what.",
    discussion:
      "Exit codes: 0 in order, also with warnings; 65 with an error; 66 when there is nothing to read.")

  @Argument(
    help: ArgumentHelp("Directories of datasets; the built-in data when none is given.", valueName: "dir"))
  var directories: [String] = []

  @ParentCommand var board: QJBoard

  @Option(name: .customLong("lang"), help: "The language: auto, which takes it from the locale, zh or en.")
  var language: LookOptions.LanguageChoice?

  func run() throws {
    let (charset, _) = Charset.adopt()
    let language = LanguageRule(environment: Environment.all, charset: charset).language(
      language ?? board.look.language ?? .auto)
    var worst: Int32 = 0
    for directory in directories.isEmpty ? [board.data.data] : directories.map(Optional.some) {
      worst = max(worst, try check(directory, language))
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  private func check(_ directory: String?, _ language: Language) throws -> Int32 {
    let place = directory ?? DatasetLoader.builtInPlace
    do throws(LoadFailure) {
      let loaded = try Data.load(directory)
      let findings = DatasetCheck(dataset: loaded.dataset).diagnostics()
      let all = loaded.warnings + findings
      let lines = all.map { TextWidth.cleaned($0.message(language)) + "\n" }.joined()
      let warnings = all.count { $0.severity == .warning }
      let notes = all.count { $0.severity == .note }
      let summary =
        language == .zh
        ? "\(place)：没有错误，\(warnings) 条警告，\(notes) 条说明\n"
        : "\(place): no errors, \(warnings) warnings, \(notes) notes\n"
      try? Console.write(lines + summary)
      return 0
    } catch {
      Console.report(error.diagnostics, language)
      return error.isMissing ? 66 : 65
    }
  }
}
