import ArgumentParser
import Canvas
import Domain
import Store

/// Ends the program after an invalid command line, or after a request for help.
enum Ending {
  /// Prints the message and ends the process.
  static func exit(_ error: any Error) -> Never {
    do {
      try report(error)
    } catch {
      QJBoard.exit(withError: error)
    }
    QJBoard.exit()
  }

  /// - Throws: the exit code.
  private static func report(_ error: any Error) throws {
    if let code = error as? ExitCode { throw code }
    let path = CommandPath(Arguments.all[...])
    switch QJBoard.exitCode(for: error) {
    case .success where path.asksForHelp, .validationFailure where path.asksForHelp:
      try Console.write(QJBoard.helpMessage(for: path.command) + "\n")
    case .success: try Console.write(QJBoard.fullMessage(for: error) + "\n")
    case .validationFailure:
      Console.fail(lines(error, path))
      throw ExitCode.validationFailure
    case .failure:
      Console.complain(TextWidth.cleaned(QJBoard.message(for: error)))
      throw ExitCode(70)
    case let code: throw code
    }
  }

  /// Returns the fault, the usage, and where to find more help.
  private static func lines(_ error: any Error, _ path: CommandPath) -> [String] {
    let language = UsageLanguage.current
    let fault = path.refined(UsageFault(QJBoard.message(for: error)))
    let usage = QJBoard.usageString(for: path.command).split(separator: "\n").map(String.init)
    let name = path.names.joined(separator: " ")
    return ["\(Name(zh: "错误：", en: "Error: ")[language])\(fault.words[language])"]
      + usage.prefix(1).map { Name(zh: "用法：", en: "Usage: ")[language] + $0 } + usage.dropFirst()
      + [Name(zh: "  详见“\(name) --help”。", en: "  See '\(name) --help' for more information.")[language]]
  }
}

/// The command that a command line names, as far as its words are commands.
struct CommandPath {
  private(set) var command: any ParsableCommand.Type = QJBoard.self
  private(set) var names = [QJBoard.configuration.commandName ?? ""]
  private let words: [String]

  init(_ arguments: ArraySlice<String>) {
    words = Array(arguments.prefix { $0 != "--" })
    var (valued, isValue) = (valuedOptions, false)
    for word in words {
      if isValue {
        // `--view show` names a view.
        isValue = false
      } else if word.hasPrefix("-") {
        isValue = valued.contains(word)
      } else if let next = subcommands.first(where: { $0.configuration.commandName == word }) {
        command = next
        names.append(word)
        valued = valuedOptions
      }
    }
  }

  /// The options of the command that take the next word as their value: `-o, --output <file>` in its help.
  private var valuedOptions: Set<String> {
    var options: Set<String> = []
    for line in QJBoard.helpMessage(for: command, columns: 1000).split(separator: "\n")
    where line.hasPrefix("  -") {
      let words = line.split(separator: " ").prefix(3).map { $0.last == "," ? $0.dropLast() : $0 }
      let names = words.prefix { $0.hasPrefix("-") }
      guard words.dropFirst(names.count).first?.hasPrefix("<") == true else { continue }
      options.formUnion(names.map(String.init))
    }
    return options
  }

  private var subcommands: [any ParsableCommand.Type] { command.configuration.subcommands }

  var asksForHelp: Bool { words.contains { $0 == "-h" || $0 == "--help" } }

  /// The options of the command, from its own help.
  private var options: [String] {
    QJBoard.helpMessage(for: command, columns: 1000).split(separator: "\n")
      .filter { $0.hasPrefix("  -") }
      .flatMap { $0.split(separator: " ").prefix(3) }
      .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }.filter { $0.hasPrefix("--") }
  }

  /// Returns the values of an argument, from its line in the help: `(values: a, b)` or `: a, b.`
  private func values(of argument: String) -> [String] {
    let help = QJBoard.helpMessage(for: command, columns: 1000)
    guard let line = help.split(separator: "\n").first(where: { $0.hasPrefix("  \(argument) ") }),
      let start = line.ranges(of: ": ").last?.upperBound
    else { return [] }
    return line[start...].prefix { !").;".contains($0) }.split(separator: ",").map {
      String($0.drop { $0 == " " })
    }
  }

  /// Returns the cause of an unexpected word, which the parser does not report: a misspelt option, whose value is then
  /// left over, or a command.
  func refined(_ fault: UsageFault) -> UsageFault {
    switch fault {
    case .unexpected, .badValue, .missingArgument: break
    // The parser omits its own options, such as --help, when it looks for the nearest.
    case .unknownOption(let option, _) where option.hasPrefix("--"):
      return .unknownOption(option, nearest: Spelling.nearest(to: option, among: options))
    default: return fault
    }
    let known = Set(options + ["--generate-completion-script"])
    for word in words where word.hasPrefix("--") {
      let name = String(word.prefix { $0 != "=" })
      guard name.count > 2, !known.contains(name) else { continue }
      return .unknownOption(name, nearest: Spelling.nearest(to: name, among: options))
    }
    if case .missingArgument(let argument, let allowed) = fault, allowed.isEmpty {
      return .missingArgument(argument, allowed: values(of: argument))
    }
    guard case .unexpected(let words) = fault, let word = words.first, !subcommands.isEmpty else {
      return fault
    }
    return .unknownCommand(
      word, allowed: subcommands.compactMap { $0.configuration.commandName })
  }
}
