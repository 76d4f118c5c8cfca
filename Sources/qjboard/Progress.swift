import Model
import TUI

/// What is being done, said on a terminal when it takes more than half a second.
struct Progress {
  private let text: Name

  static let reading = Progress(text: Name(zh: "正在读取数据…", en: "reading the data…"))
  static let computing = Progress(text: Name(zh: "正在计算…", en: "computing…"))
  static let checking = Progress(text: Name(zh: "正在检查…", en: "checking…"))

  /// The line, for as long as what is returned lives.
  func notice(_ language: Language) -> Notice { Notice(text[language]) }

  /// Does some work that prints nothing. The line is gone when this returns or throws.
  func shown<Value, Failure: Error>(_ language: Language, _ work: () throws(Failure) -> Value) throws(Failure)
    -> Value
  {
    let notice = notice(language)
    let value = try work()
    _ = consume notice
    return value
  }
}
