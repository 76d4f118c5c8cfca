import Canvas
import Domain

/// What is being done, said on a terminal when it takes long: more than half a second, or as the caller wants.
struct Progress {
  private let text: Name

  static let reading = Progress(text: Name(zh: "正在读取数据…", en: "reading the data…"))
  static let computing = Progress(text: Name(zh: "正在计算…", en: "computing…"))
  /// Who opens a screen sees something within this time, in milliseconds.
  static let screenDelay = 100
  static let checking = Progress(text: Name(zh: "正在检查…", en: "checking…"))

  /// The line, for as long as what is returned lives.
  func notice(_ language: Language, after milliseconds: Int = 500) -> Notice {
    Notice(text[language], after: milliseconds)
  }

  /// Does some work that prints nothing. The line is gone when this returns or throws.
  func shown<Value, Failure: Error>(
    _ language: Language, after milliseconds: Int = 500, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let notice = notice(language, after: milliseconds)
    let value = try work()
    _ = consume notice
    return value
  }
}
