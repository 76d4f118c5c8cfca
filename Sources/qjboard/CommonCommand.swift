import ArgumentParser
import Panels
import Store

/// The commonest command lines, which are recognised without the parser of arguments: the parser describes every option
/// of every command first, a tenth of the instructions of a start.
///
/// They are `qjboard` and `qjboard show VIEW`, followed by `--lang`, `--data` and `--size`, each at most once and with its
/// value as the next word. The parser reads every other command line, and those with a fault.
enum CommonCommand {
  /// Returns the command that the parser would return; nil for a command line that is left to it.
  static func command(_ words: [String]) -> (any ParsableCommand)? {
    guard !Restriction.isAsked else { return nil }
    guard words.first == ShowCommand.configuration.commandName else { return board(words[...]) }
    guard words.count > 1, PanelRegistry.all.contains(where: { $0.id == words[1] }) else { return nil }
    return show(words[1], words[2...])
  }

  private static func board(_ words: ArraySlice<String>) -> QJBoard? {
    guard let options = Options(words), options.size == nil else { return nil }
    var command = QJBoard.withoutOptions
    command.data.data = options.data
    command.look.language = options.language
    return isValid(command) ? command : nil
  }

  private static func show(_ view: String, _ words: ArraySlice<String>) -> ShowCommand? {
    guard let options = Options(words) else { return nil }
    var command = ShowCommand.withoutOptions(view)
    if let size = options.size { command.size = size }
    command.data.data = options.data
    command.look.language = options.language
    // The parser gives the options after the name of a command to the program as well.
    command.board.data.data = options.data
    command.board.look.language = options.language
    return isValid(command) ? command : nil
  }

  /// Whether the command accepts its values; the parser reports the reason otherwise.
  private static func isValid(_ command: some ParsableCommand) -> Bool {
    var command = command
    do {
      try command.validate()
      return true
    } catch {
      return false
    }
  }

  /// The options of a common command line, as written.
  private struct Options {
    var language: Settings.LanguageChoice?
    var data: String?
    var size: String?

    /// Nil for words that the parser must read.
    init?(_ words: ArraySlice<String>) {
      var words = words
      while let name = words.popFirst() {
        // The parser takes a value that looks like an option, or that is the name of a command, in its own way.
        guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-"), !isCommand(value) else {
          return nil
        }
        switch name {
        case "--lang":
          guard language == nil, let choice = Settings.LanguageChoice(rawValue: value) else { return nil }
          language = choice
        case "--data" where data == nil: data = value
        case "--size" where size == nil: size = value
        default: return nil
        }
      }
    }

    private func isCommand(_ word: String) -> Bool {
      word == "help" || QJBoard.configuration.subcommands.contains { $0.configuration.commandName == word }
    }
  }
}

// A property that the parser has not set may not be read, so that a new option needs its default here. A test compares the
// commands with those of the parser.

extension QJBoard {
  fileprivate static var withoutOptions: QJBoard {
    var command = QJBoard()
    (command.data, command.look) = (.none, .none)
    (command.view, command.idleLimit) = (nil, nil)
    (command.plain, command.mouse) = (false, false)
    (command.refusesClipboard, command.restricted) = (false, false)
    return command
  }
}

extension ShowCommand {
  fileprivate static func withoutOptions(_ view: String) -> ShowCommand {
    var command = ShowCommand()
    (command.view, command.size, command.format) = (view, "120x36", .text)
    (command.select, command.open, command.plain) = (nil, false, false)
    (command.data, command.look) = (.none, .none)
    var output = OutputOptions()
    output.output = nil
    (command.output, command.board) = (output, QJBoard.withoutOptions)
    return command
  }
}

extension DataOptions {
  fileprivate static var none: DataOptions {
    var options = DataOptions()
    (options.data, options.asOf) = (nil, nil)
    return options
  }
}

extension LookOptions {
  fileprivate static var none: LookOptions {
    var options = LookOptions()
    (options.language, options.theme) = (nil, nil)
    (options.colour, options.ambiguousWidth) = (nil, nil)
    return options
  }
}
