import Domain
import Store

/// A fault of a filter, a sort order or a choice of columns.
package enum RecordFilterFault: Error, Equatable, Sendable {
  /// A word without `=` or another operator.
  case missingOperator(String)
  case missingKey(String)
  case missingValue(String)
  case openQuote(String)
  /// An order comparison with several values.
  case severalValues(String)
  /// - Parameter allowed: the keys, each with its name.
  case unknownKey(String, allowed: [Word], nearest: Word?)
  /// A value that the field cannot have.
  ///
  /// - Parameters:
  ///   - allowed: the first possible values; empty for texts.
  ///   - more: the number of other possible values.
  case unknownValue(key: String, value: String, allowed: [Word], more: Int, nearest: Word?)
  /// The field has no order, or is not a text that could contain another.
  case unsuitable(key: String, RecordFilter.Comparison)
  case notANumber(key: String, value: String)
  case unknownUnit(key: String, value: String, allowed: [String])
  case notATime(key: String, value: String)

  /// An id or key with its name.
  package struct Word: Equatable, Sendable {
    /// The id of the value.
    package var id: String
    /// The name of the value, in both languages.
    package var name: Name

    init(_ id: String, _ name: Name) {
      self.id = id
      self.name = name
    }

    func text(_ language: Language) -> String {
      let name = name[language]
      // `known-on` and `Known on` are equal.
      let isSame = SearchText(name).words == SearchText(id.split(separator: "-").joined(separator: " ")).words
      return name.isEmpty || isSame ? id : "\(id) \(name)"
    }
  }
}

extension RecordFilterFault {
  /// Returns the message in a language.
  package func message(_ language: Language) -> String {
    let name = message
    return name[language]
  }

  private var message: Name {
    switch self {
    case .missingOperator(let word):
      Name(
        zh: "“\(word)”后面没有比较符；请写 键=值，比较符有 \(Self.operators)",
        en: "'\(word)' has no operator; write key=value, with one of \(Self.operators)")
    case .missingKey(let term):
      Name(zh: "“\(term)”前面没有键；请写 键=值", en: "'\(term)' has no key; write key=value")
    case .missingValue(let term):
      Name(
        zh: "“\(term)”后面没有值；请写 键=值，要找空缺请写 键=\"\"",
        en: "'\(term)' has no value; write key=value, or key=\"\" for a missing value")
    case .openQuote(let term): Name(zh: "“\(term)”的引号没有结束", en: "'\(term)' has no closing quotation mark")
    case .severalValues(let term):
      Name(
        zh: "“\(term)”：大小只能与一个值比较", en: "'\(term)': < and > take a single value")
    case .unknownKey(let key, let allowed, let nearest):
      Name(
        zh: "没有“\(key)”这一项；可用 \(Self.list(allowed, .zh))\(Self.guess(nearest, .zh))",
        en: "no field '\(key)'; available: \(Self.list(allowed, .en)).\(Self.guess(nearest, .en))")
    case .unknownValue(let key, let value, let allowed, let more, let nearest):
      unknownValue(key, value, allowed, more, nearest)
    case .unsuitable(let key, let comparison):
      Name(
        zh: "“\(key)”不能用 \(comparison.rawValue) 比较",
        en: "'\(key)' cannot be compared with \(comparison.rawValue)")
    case .notANumber(let key, let value):
      Name(
        zh: "“\(key)”是数字，“\(value)”不是；例如 \(key)>=100",
        en: "'\(value)' is not a number; '\(key)' takes a number, for example \(key)>=100")
    case .unknownUnit(let key, let value, let allowed):
      Name(
        zh: "“\(key)”的值“\(value)”单位不明；可用 \(allowed.joined(separator: "、"))",
        en: "'\(value)' for '\(key)' has an unknown unit; available: \(allowed.joined(separator: ", "))")
    case .notATime(let key, let value):
      Name(
        zh: "“\(key)”是日期，“\(value)”不是；请写 2022、2022-06、2022-06-27 或 2024-01/2024-09",
        en: "'\(value)' is not a date; '\(key)' takes 2022, 2022-06, 2022-06-27 or 2024-01/2024-09")
    }
  }

  private static let operators = RecordFilter.Comparison.allCases.map(\.rawValue).joined(separator: " ")

  private func unknownValue(_ key: String, _ value: String, _ allowed: [Word], _ more: Int, _ nearest: Word?)
    -> Name
  {
    guard !allowed.isEmpty else {
      return Name(
        zh: "“\(key)”中没有叫“\(value)”的\(Self.guess(nearest, .zh))；查找部分文字请用 \(key)~\(value)",
        en:
          "no record has \(key) '\(value)'.\(Self.guess(nearest, .en)) To search within texts, use \(key)~\(value)"
      )
    }
    return Name(
      zh: "“\(key)”没有“\(value)”这个值；可用 \(Self.list(allowed, .zh))\(more > 0 ? "等，另有\(more)个" : "")"
        + Self.guess(nearest, .zh),
      en:
        "'\(key)' has no value '\(value)'; there are \(Self.list(allowed, .en))\(more > 0 ? " and \(more) more" : "")."
        + Self.guess(nearest, .en))
  }

  private static func list(_ words: [Word], _ language: Language) -> String {
    words.map { $0.text(language) }.joined(separator: language == .zh ? "、" : ", ")
  }

  private static func guess(_ nearest: Word?, _ language: Language) -> String {
    let question = Spelling.question(nearest.map { Name(zh: $0.text(.zh), en: $0.text(.en)) })
    return nearest == nil || language == .en ? question[language] : "。" + question.zh
  }
}
