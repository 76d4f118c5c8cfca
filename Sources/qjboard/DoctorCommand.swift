import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Output
import Store

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Measure the terminal and recommend settings.",
    discussion: """
      Measures the width of a few characters, then prints locale, charset, terminal type, colours, size, background \
      and widths, and recommends settings. Without a terminal it prints only what the environment contains. With \
      --fix it writes the measured width of lines and signs into the user's configuration file; with --terminal it \
      adds the settings of that terminal program.
      """)

  @ParentCommand var board: QJBoard

  @Option(help: ArgumentHelp("Time to wait for a reply, in milliseconds.", valueName: "ms"))
  var timeout = 1000

  @Flag(help: "Write the measured \"ambiguous_width\" into the user's configuration file.")
  var fix = false

  @Option(help: ArgumentHelp("Also print the settings of this terminal program.", valueName: "name"))
  var terminal: TerminalPreset?

  func validate() throws {
    guard (1...60_000).contains(timeout) else {
      throw ValidationError(
        zh: "--timeout 应为 1 到 60000 毫秒。", en: "--timeout must be 1 to 60000 milliseconds.")
    }
  }

  func run() throws {
    let (charset, missing) = Charset.adopt()
    let environment = Environment.all
    let rule = LanguageRule(environment: environment, charset: charset)
    // An invalid configuration must not keep the user from finding the cause.
    let settings = try? Preferences(environment, look: board.look, rule.language(.auto)).settings
    let language = rule.language(settings?.language ?? board.look.language ?? .auto)
    let diagnosis = examine(charset, missing, environment)
    let facts = diagnosis.findings.map { "\($0.label[language]): \($0.value[language])" }
    let advice = diagnosis.advice.map { "- \($0[language])" }
    let verdict =
      advice.isEmpty
      ? Name(zh: "一切正常。", en: "Everything is as it should be.") : Name(zh: "请设置：", en: "Settings:")
    let lines = facts + ["", verdict[language]] + advice + presetLines(language)
    try Console.write(lines.map { TextWidth.cleaned($0) + "\n" }.joined())
    if fix { try write(diagnosis.ambiguousWidth, environment, language) }
  }

  private func presetLines(_ language: Language) -> [String] {
    guard let terminal else { return [] }
    let title = terminal.title[language]
    return ["", language == .zh ? "在\(title)中设置：" : "Settings of \(title):"]
      + terminal.settings.map { "- \($0[language])" }
  }

  /// Sets the measured width in the user's configuration file and prints the result.
  ///
  /// - Throws: exit code 70 if nothing was measured, 78 if there is no file to write or it is invalid, 74 if it cannot be written.
  private func write(
    _ width: Settings.AmbiguousWidth?, _ environment: [String: String], _ language: Language
  ) throws {
    guard let width else {
      Console.complain(
        language == .zh ? "宽度未知，配置文件未改动" : "the widths are not known; the configuration was not changed")
      throw ExitCode(70)
    }
    let paths = ConfigurationPaths(environment: environment)
    guard let path = paths.named ?? paths.user else {
      Console.complain(
        language == .zh
          ? "没有主目录，不知道写到哪里；请设 QJBOARD_CONFIG" : "there is no home directory to write into; set QJBOARD_CONFIG"
      )
      throw ExitCode(78)
    }
    let present = access(FileName.cString(path), F_OK) == 0
    let configuration = Configuration(paths: paths)
    // A file that QJBOARD_CONFIG names and that does not exist is created.
    let faults = configuration.diagnostics.filter { $0.severity == .error && (present || $0.path != path) }
    if !faults.isEmpty {
      Console.report(faults, language)
      throw ExitCode(78)
    }
    let shown = TextWidth.cleaned(path)
    if configuration.settings.ambiguousWidth == width {
      return try Console.write(
        language == .zh
          ? "无须改动：已是 \(width.rawValue)\n" : "nothing to write: it is \(width.rawValue) already\n")
    }
    let bytes = present ? (try? InputFile.read(path: path, name: "config.json", links: .followed).bytes) : []
    guard let bytes, let text = ConfigurationEdit.text(bytes, with: .ambiguousWidth, as: width.rawValue)
    else {
      Console.complain(language == .zh ? "\(shown) 不能修改" : "\(shown) cannot be changed")
      throw ExitCode(78)
    }
    if !present { OutputFile.makeDirectory(of: path) }
    try OutputFile(path: path, language: language).write(String(decoding: text, as: UTF8.self), isUTF8: true)
    try Console.write(
      language == .zh
        ? "已写入 \(shown)：\"ambiguous_width\": \"\(width.rawValue)\"\n"
        : "written to \(shown): \"ambiguous_width\": \"\(width.rawValue)\"\n")
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
    // A terminal that cannot position its cursor cannot report the position either.
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

extension TerminalPreset: ExpressibleByArgument {}
