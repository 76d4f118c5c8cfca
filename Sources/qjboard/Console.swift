import ArgumentParser
import Glibc
import Model
import TUI

/// Standard output and standard error.
enum Console {
  /// Writes all of `text` to standard output.
  /// - Throws: exit code 74 when it cannot be written; a reader that has gone is no error.
  static func write(_ text: String) throws {
    var text = text
    let result = text.withUTF8 { bytes -> Int32 in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, rest.count > 0 {
        let count = Glibc.write(STDOUT_FILENO, base, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if result == EPIPE { return }
    if result != 0 {
      complain("cannot write the output: \(String(cString: strerror(result)))")
      throw ExitCode(74)
    }
  }

  /// One line on standard error, cleaned.
  static func complain(_ message: String) {
    write(error: "qjboard: \(TextWidth.cleaned(message))\n")
  }

  static func report(_ diagnostics: [Diagnostic], _ language: Language) {
    write(error: diagnostics.map { TextWidth.cleaned($0.message(language)) + "\n" }.joined())
  }

  private static func write(error text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

enum Environment {
  static let names = [
    "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "TERM", "NO_COLOR", "COLORFGBG", "QJBOARD_DATA",
  ]

  /// The variables that mean something here.
  static var all: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}

enum Clock {
  /// A clock that cannot be set, in milliseconds.
  static var monotonic: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The time by the local clock, `14:05`.
  static var timeOfDay: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// The day by the local calendar.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day.first(ofYear: 1970)
  }
}

/// How a frame is printed.
enum FrameFormat {
  case text
}

/// Prints one frame.
func print(frame state: AppState, as format: FrameFormat) throws {
  try Console.write(Frame.render(state).lines.joined(separator: "\n") + "\n")
}
