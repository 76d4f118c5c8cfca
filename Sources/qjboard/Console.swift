import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Store

/// Standard output and standard error.
enum Console {
  /// Writes all of `text` to standard output, in the charset of the locale.
  ///
  /// - Parameter isUTF8: whether to write UTF-8 in every locale.
  /// - Throws: exit code 74 if it cannot be written; a closed pipe is not an error.
  static func write(_ text: String, isUTF8: Bool = false, hasColours: Bool = false) throws {
    var output = Output(isUTF8: isUTF8)
    do {
      try output.write(text, hasColours: hasColours)
      try output.finish()
    } catch let code as ExitCode where code == .success {}
  }

  /// Writes one line to standard error, cleaned.
  static func complain(_ message: String) {
    write(error: "qjboard: \(TextWidth.cleaned(message))\n")
  }

  /// Writes lines to standard error, cleaned.
  static func fail(_ lines: [String]) { write(error: lines.map { TextWidth.cleaned($0) + "\n" }.joined()) }

  /// The number of faults shown by commands other than `check`, which shows all of them.
  private static let reportedFaultLimit = 100

  static func report(_ diagnostics: [Diagnostic], _ language: Language) {
    let rest = diagnostics.count - reportedFaultLimit
    var lines = diagnostics.prefix(reportedFaultLimit).map { $0.message(language) }
    if rest > 0 {
      lines.append(
        language == .zh
          ? "另有\(rest)处，qjboard check 逐条列出。" : "and \(rest) more; 'qjboard check' lists them all.")
    }
    fail(lines)
  }

  private static func write(error text: String) {
    _ = Output.write(LocaleText().bytes(text.withoutCommands())[...], to: STDERR_FILENO)
  }
}

enum Environment {
  static let names = [
    "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "TERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE",
    "FORCE_COLOR", "COLORFGBG", "HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "QJBOARD_CONFIG",
    "QJBOARD_DATA",
    "QJBOARD_LANG", "QJBOARD_THEME", "ACCESSIBLE",
  ]

  /// The environment variables that the program uses.
  static var all: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = FileName.text(cString: value) }
    }
    return values
  }
}

enum Clock {
  /// A monotonic clock, in milliseconds.
  static var monotonic: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The local time, `14:05`.
  static var timeOfDay: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// Milliseconds until the next day, rounded up.
  static var restOfDay: Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let seconds = Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)
    return max(1, 24 * 3600 - seconds) * 1000
  }

  /// The date in the local calendar.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day.first(ofYear: 1970)
  }
}

/// Prints the view line by line.
// Saves stack, as in Session.
@inline(never)
func print(plain state: AppState) throws {
  try Console.write(Progress.computing.shown(state.language) { PlainBoard(state).text })
}
