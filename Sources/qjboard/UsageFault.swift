import Domain
import Store

/// A fault in a command line, recognised from the English message of the argument parser.
///
/// The parser does not expose its errors, so they are recognised by their sentences; a test provokes each of them. An
/// unrecognised message is shown as it is.
enum UsageFault: Equatable {
  case unknownOption(String, nearest: String?)
  case missingValue(String)
  case needlessValue(option: String, value: String)
  case unexpected([String])
  case missingArgument(String, allowed: [String])
  case unknownCommand(String, allowed: [String])
  case badValue(String, place: String, allowed: [String])
  case other(String)

  init(_ message: String) {
    let quoted = UsageFault.quoted(message)
    func begins(_ words: String) -> Bool { message.hasPrefix(words) }
    switch quoted.count {
    case 1... where begins("Unknown option '"):
      self = .unknownOption(quoted[0], nearest: quoted.count == 2 ? quoted[1] : nil)
    case 1 where begins("Missing value for '"): self = .missingValue(quoted[0])
    case 2 where begins("The option '"): self = .needlessValue(option: quoted[0], value: quoted[1])
    case 1... where begins("Unexpected argument '") || message.contains(" unexpected arguments: '"):
      self = .unexpected(quoted)
    case 1... where begins("Missing expected argument '") || begins("Missing one of: '"):
      self = .missingArgument(quoted[0], allowed: [])
    case 2... where begins("The value '") && message.contains("' is invalid for '"):
      self = .badValue(
        quoted[0], place: quoted[1], allowed: Array(quoted.dropFirst(2)) + UsageFault.listed(message))
    case 1... where begins("Can't generate completion scripts for '"):
      self = .badValue(quoted[0], place: UsageFault.completionOption, allowed: UsageFault.shells)
    case _ where begins("Can't autodetect a supported shell"):
      self = .missingArgument(UsageFault.completionOption, allowed: UsageFault.shells)
    default: self = .other(message)
    }
  }

  private static let completionOption = "--generate-completion-script"
  private static let shells = ["bash", "zsh", "fish"]

  /// Returns the texts in single quotation marks, which open after a blank or at the start, and close before a blank,
  /// punctuation or the end.
  private static func quoted(_ message: String) -> [String] {
    var found: [String] = []
    var rest = message[...]
    while let open = rest.indices.first(where: { index in
      rest[index] == "'" && (index == message.startIndex || message[message.index(before: index)] == " ")
    }) {
      let inner = rest[rest.index(after: open)...]
      let close = inner.indices.first { index in
        guard inner[index] == "'" else { return false }
        let next = inner.index(after: index)
        return next == inner.endIndex || " .,?\n:".contains(inner[next])
      }
      guard let close else { break }
      found.append(String(inner[..<close]))
      rest = inner[inner.index(after: close)...]
    }
    return found
  }

  /// Returns the values of a longer list, from its lines `  - value`.
  private static func listed(_ message: String) -> [String] {
    message.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
  }

  /// The message, with the nearest allowed value.
  var words: Name {
    switch self {
    case .unknownOption(let option, let nearest):
      Name(zh: "没有选项“\(option)”。", en: "unknown option '\(option)'.") + Spelling.question(nearest)
    case .missingValue(let option): Name(zh: "“\(option)”缺少值。", en: "'\(option)' has no value.")
    case .needlessValue(let option, let value):
      Name(zh: "选项“\(option)”不带值，但给了“\(value)”。", en: "'\(option)' takes no value, but got '\(value)'.")
    case .unexpected(let words):
      Name(
        zh: "多余的参数：\(words.map { "“\($0)”" }.joined(separator: "、"))。",
        en: "unexpected \(words.count == 1 ? "argument" : "arguments") "
          + "\(words.map { "'\($0)'" }.joined(separator: ", ")).")
    case .missingArgument(let argument, let allowed):
      Name(zh: "缺少参数 \(argument)", en: "\(argument) is missing") + UsageFault.choice(allowed)
    case .unknownCommand(let word, let allowed):
      Name(zh: "没有命令“\(word)”", en: "no command '\(word)'") + UsageFault.choice(allowed)
        + Spelling.question(UsageFault.nearest(to: word, among: allowed))
    case .badValue(let value, let place, let allowed):
      Name(zh: "\(place) 不能是“\(value)”", en: "\(place) cannot be '\(value)'") + UsageFault.choice(allowed)
        + Spelling.question(UsageFault.nearest(to: value, among: allowed))
    case .other(let message): Name(both: message)
    }
  }

  private static func choice(_ allowed: [String]) -> Name {
    guard !allowed.isEmpty else { return Name(zh: "。", en: ".") }
    return Name(
      zh: "；可用：\(allowed.joined(separator: "、"))。", en: "; expected \(allowed.joined(separator: ", ")).")
  }

  /// Returns the nearest allowed word; if none is similar, one with the same letters in another order. Nil if there is
  /// neither.
  static func nearest(to word: String, among allowed: [String]) -> String? {
    Spelling.nearest(to: word, among: allowed) ?? allowed.first { $0.sorted() == word.sorted() }
  }
}
