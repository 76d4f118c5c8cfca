import ArgumentParser
import Glibc
import Model
import TUI

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Measure the terminal and say what to set.",
    discussion: """
      Writes a few characters and asks the terminal how wide they are, then prints what it found: locale, charset, \
      terminal type, colours, size, background, widths; and what to set where something will not look right. Without a terminal \
      it says what the environment tells.
      """)

  @ParentCommand var board: QJBoard

  @Option(help: ArgumentHelp("How long an answer is waited for, in milliseconds.", valueName: "ms"))
  var timeout = 1000

  func validate() throws {
    guard (1...60_000).contains(timeout) else {
      throw ValidationError(
        zh: "--timeout 应为 1 到 60000 毫秒。", en: "--timeout takes 1 to 60000 milliseconds.")
    }
  }

  func run() throws {
    let (charset, missing) = Charset.adopt()
    let environment = Environment.all
    let rule = LanguageRule(environment: environment, charset: charset)
    // A configuration that is not in order must not keep anybody from finding out what is.
    let settings = try? Preferences(environment, look: board.look, rule.language(.auto)).settings
    let language = rule.language(settings?.language ?? board.look.language ?? .auto)
    let diagnosis = examine(charset, missing, environment)
    let facts = diagnosis.findings.map { "\($0.label[language]): \($0.value[language])" }
    let advice = diagnosis.advice.map { "- \($0[language])" }
    let verdict =
      advice.isEmpty
      ? Name(zh: "一切正常。", en: "Everything is as it should be.") : Name(zh: "请设置：", en: "What to set:")
    let lines = facts + ["", verdict[language]] + advice
    try Console.write(lines.map { TextWidth.cleaned($0) + "\n" }.joined())
  }

  private func examine(_ charset: Charset, _ missing: String?, _ environment: [String: String]) -> Diagnosis {
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    var diagnosis = Diagnosis(
      locale: TextWidth.cleaned(locale), missingLocale: missing, charset: charset, type: nil,
      replacedType: nil, typeProblem: nil, colours: 0, size: nil, widths: nil)
    do throws(TerminalError) {
      (diagnosis.type, diagnosis.replacedType, diagnosis.colours) = try NcursesTerminal.type()
    } catch {
      diagnosis.typeProblem = error
    }
    diagnosis.expectedBackground = Background(colorfgbg: environment["COLORFGBG"])
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return diagnosis }
    diagnosis.size = NcursesTerminal.windowSize
    // A type that cannot place its cursor does not know where it is either.
    if diagnosis.typeProblem == nil {
      diagnosis.widths = try? TerminalProbe.widths(
        of: Diagnosis.Sample.allCases.map(\.scalar), timeoutMilliseconds: timeout)
      diagnosis.isBackgroundAsked = true
      diagnosis.background = diagnosis.type.flatMap {
        try? TerminalProbe.background(type: $0, timeoutMilliseconds: timeout)
      }
    }
    return diagnosis
  }
}
