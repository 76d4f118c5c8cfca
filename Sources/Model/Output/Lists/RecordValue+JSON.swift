import Domain

extension RecordValue {
  static let yes = Reference("true", Name(zh: "是", en: "yes"))
  static let no = Reference("false", Name(zh: "否", en: "no"))

  /// The value as a member of an object: null if missing, a number without its unit, the id of a reference.
  ///
  /// A field with several references is a list of ids even if there is one, so that its column has a function of its
  /// own.
  var json: JSONOutput {
    switch self {
    case .missing: .null
    case .text(let text, _): .name(text)
    case .number(let value, _, _): .number(value)
    case .time(_, _, let text, _): .string(text)
    case .references([RecordValue.yes]): .boolean(true)
    case .references([RecordValue.no]): .boolean(false)
    case .references(let references): .optional(references.first?.id)
    }
  }

  /// Returns the texts and numbers of a JSON value, joined; missing if there are none.
  static func text(of json: JSONOutput) -> RecordValue {
    let text = Name(zh: json.shown(.zh), en: json.shown(.en))
    return text == Name(both: "") ? .missing : .text(text)
  }
}

extension JSONOutput {
  fileprivate func shown(_ language: Language) -> String {
    switch self {
    case .null: ""
    case .boolean(let value): (value ? RecordValue.yes : RecordValue.no).name[language]
    case .number(let value): Decimal.text(value, digits: 6)
    case .string(let text): text
    case .array(let elements): JSONOutput.joined(elements, language == .zh ? "、" : ", ", language)
    case .object(let members):
      if let text = members.first(where: { $0.0 == language.rawValue }) {
        text.1.shown(language)
      } else {
        JSONOutput.joined(members.map(\.1), " ", language)
      }
    }
  }

  private static func joined(_ values: [JSONOutput], _ separator: String, _ language: Language) -> String {
    values.map { $0.shown(language) }.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
