import ArgumentParser
import Canvas
import Domain
import Glibc
import Output

/// The values of `init`, as options or typed on a terminal.
enum InitAnswer {
  /// The longest name, in characters; longer ones fit no column.
  private static let longest = 40

  static func name(_ text: String) throws -> String { try self.text(text, "") }

  /// Returns a name without surrounding blanks.
  static func text(_ text: String, _ option: String) throws -> String {
    let name = text.split(separator: " ").joined(separator: " ")
    let place = option.isEmpty ? Name(both: "") : Name(zh: "\(option)：", en: "\(option): ")
    guard !name.isEmpty else {
      throw ValidationError(zh: "\(place.zh)名称为空；请写名称。", en: "\(place.en)the name is empty; write a name.")
    }
    guard TextWidth.cleaned(name) == name else {
      throw ValidationError(
        zh: "\(place.zh)名称含有控制字符或无效字符；请重新输入。",
        en: "\(place.en)the name has control or invalid characters; type it again.")
    }
    guard name.count <= longest else {
      throw ValidationError(
        zh: "\(place.zh)名称有\(name.count)个字；最多\(longest)个。",
        en: "\(place.en)the name has \(name.count) characters; at most \(longest) are allowed.")
    }
    return name
  }

  /// Returns the names of a list with commas of any kind.
  static func list(_ text: String) throws -> [String] {
    let names = try text.split { ",，、;；".contains($0) }.map { try self.text(String($0), "--clusters") }
    guard !names.isEmpty else {
      throw ValidationError(
        zh: "--clusters 为空；写作 装备制造业,电子信息业。", en: "--clusters is empty; write names separated by commas.")
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError(zh: "产业“\(twice)”写了两次。", en: "the cluster '\(twice)' occurs twice.")
    }
    return names
  }

  static func languages(_ text: String) throws -> NewDataset.Languages {
    guard let languages = NewDataset.Languages(rawValue: text.lowercased()) else {
      throw ValidationError(
        Name(zh: "语言", en: "language"), text, among: NewDataset.Languages.allCases.map(\.rawValue))
    }
    return languages
  }

  /// Returns the years of `2021-2025`, also with other dashes. A plan must have begun, or begin next year, so that its
  /// base year has begun.
  static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split { "-—–~～至年 ".contains($0) }.map { $0.utf8.count == 4 ? Int($0) : nil }
    let newest = Clock.today.year + 1
    guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last, last - first < 50 else {
      throw ValidationError(
        zh: "“\(text)”不是规划的起止年；写作 2021-2025。", en: "'\(text)' is not a pair of years; write 2021-2025.")
    }
    guard (1950...newest).contains(first) else {
      throw ValidationError(
        zh: "规划的第一年是 \(first)；应在 1950 至 \(newest) 之间。",
        en: "the plan begins in \(first); its first year must be 1950 to \(newest).")
    }
    return first...last
  }
}

/// The questions of `init`, one a line.
struct InitQuestions {
  let language: Language
  private var typed = TypedLines()

  init(language: Language) { self.language = language }

  /// Whether somebody can answer.
  var isPossible: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }

  /// Asks until an answer is accepted; an empty one is the usual value.
  ///
  /// - Throws: exit code 64 at the end of the input.
  mutating func ask<Value>(
    _ question: Name, usual: String? = nil, _ accept: (String) throws -> Value
  ) throws -> Value {
    while true {
      let hint = usual.map { language == .zh ? "［\($0)］" : " [\($0)]" } ?? ""
      try Console.write("\(question[language])\(hint)\(language == .zh ? "：" : ": ")")
      guard let line = InitQuestions.line() else {
        try Console.write("\n")
        Console.fail([language == .zh ? "没有写入任何内容。" : "Nothing was written."])
        throw ExitCode(64)
      }
      guard let text = typed.text(of: line) else { continue }
      do {
        return try accept(text.allSatisfy { $0 == " " } ? usual ?? text : text)
      } catch let error as ValidationError {
        Console.fail([error.message])
      }
    }
  }

  /// Returns a line as UTF-8; in a locale of GB 18030 or GBK it is typed in that charset.
  private static func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    if Charset.adopt().charset == .chinese, let decoded = try? TextEncoding.gb18030.decode(bytes) {
      return String(decoding: decoded.text, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
