import Canvas
import Domain

/// A notice on the terminal during a long operation: after half a second, or after the delay that the caller requests.
struct Progress {
  private let text: Name

  static let reading = Progress(text: Name(zh: "正在读取数据…", en: "reading the data…"))
  static let computing = Progress(text: Name(zh: "正在计算…", en: "computing…"))
  /// The delay before a command that opens a screen shows a notice, in milliseconds.
  static let screenDelay = 100
  static let checking = Progress(text: Name(zh: "正在检查…", en: "checking…"))

  /// Returns the notice, which is shown until it is destroyed.
  func notice(_ language: Language, after milliseconds: Int = 500) -> Notice {
    Notice(text[language], after: milliseconds)
  }

  /// Runs work that prints nothing. The notice is gone when this returns or throws.
  func shown<Value, Failure: Error>(
    _ language: Language, after milliseconds: Int = 500, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let notice = notice(language, after: milliseconds)
    let value = try work()
    _ = consume notice
    return value
  }
}
