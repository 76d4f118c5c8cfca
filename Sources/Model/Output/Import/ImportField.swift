import Domain

/// The possible contents of a table's column.
package enum ImportField: Hashable, Sendable {
  case id, subject, indicator, period, value, unit, kind, scope, comparator, plan
  case source, section, line, printed, note
  /// The id of a figure of the dataset, as `list` prints it.
  case figureID
  case name, nameEnglish, clusters, owner, firm, park, stage, stageDate
  /// The running number of the row, which identifies nothing.
  case number
  /// The number of the project in the register of an authority.
  case code
  /// A state in words (已开工), and the nature of the works (新建, 续建).
  case state, nature
  /// The first and last date of construction, done or planned, and both in one cell.
  case constructionStart, constructionEnd, constructionYears
  case problem
  /// The programme or task that the project is part of.
  case programme
  /// The date of a stage of the common ladder; expected when the head says expected (预计投产日期).
  case milestone(Rung, isExpected: Bool)
  /// Whether a stage is reached: 是否开工.
  case whether(Rung)
  /// A figure about the project, by the id of its indicator, and its period where the head or the title prints it.
  case figure(String, Period?)

  /// The fields without parameters, by their keys.
  private static let plain: [(field: ImportField, key: String)] = [
    (.id, "id"), (.figureID, "figure id"), (.number, "number"), (.code, "code"), (.subject, "subject"),
    (.indicator, "indicator"),
    (.period, "period"), (.value, "value"), (.unit, "unit"), (.kind, "kind"), (.scope, "scope"),
    (.comparator, "comparator"), (.plan, "plan"), (.source, "source"), (.section, "section"), (.line, "line"),
    (.printed, "printed"), (.note, "note"), (.name, "name"), (.nameEnglish, "name_en"),
    (.clusters, "clusters"),
    (.owner, "owner"), (.firm, "enterprise"), (.park, "park"), (.stage, "stage"), (.stageDate, "date"),
    (.state, "state"), (.nature, "nature"), (.constructionStart, "construction start"),
    (.constructionEnd, "construction end"), (.constructionYears, "construction years"), (.problem, "problem"),
    (.programme, "programme"),
  ]
  private static let keys = Dictionary(uniqueKeysWithValues: plain)
  private static let ofKeys = Dictionary(uniqueKeysWithValues: plain.map { ($0.key, $0.field) })

  /// The keys of the fields without parameters.
  static var allKeys: [String] { plain.map(\.key) }

  static let ofObservations: [ImportField] = [
    .figureID, .number, .subject, .indicator, .period, .value, .unit, .kind, .scope, .comparator, .plan,
    .source,
    .section,
    .line, .printed, .note,
  ]
  static let ofProjects: [ImportField] = [
    .id, .number, .code, .name, .nameEnglish, .clusters, .owner, .firm, .park, .stage, .stageDate,
    .state,
    .nature, .constructionStart, .constructionEnd, .constructionYears, .problem, .programme, .source,
    .section,
    .line, .printed, .note,
  ]

  /// Returns the field without parameters that has a key; nil when there is none.
  init?(key: String) {
    guard let field = ImportField.ofKeys[key] else { return nil }
    self = field
  }

  /// The heads of this field among the built-in words.
  var heads: [String] { OfficeWords.builtIn.heads(of: self) }

  /// Reads heads such as `签约日期`, `signed date`, `预计投产日期`, `实际开工时间`, `expected commissioned`; nil for others.
  static func milestone(_ folded: String, _ words: OfficeWords) -> ImportField? {
    var text = folded
    var isExpected = false
    if let rung = answer(folded, words) { return .whether(rung) }
    for word in words.words(.expected) where text.hasPrefix(word) {
      text = String(CellText.trimmed(text.dropFirst(word.count).unicodeScalars))
      isExpected = true
      break
    }
    if !isExpected, let word = words.words(.reached).first(where: { text.hasPrefix($0) }) {
      text = String(text.dropFirst(word.count))
    }
    for ending in ["日期", "时间", " date", "_date"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    // A participle is a date by itself: `Signed`, `Completed`. 签约 may be an amount, a party or a person.
    let isParticiple = ["signed", "started", "completed", "commissioned"].contains(folded)
    guard text != folded || isParticiple,
      let rung = words.rungs.first(where: { $0.words.contains(text) })?.rung
    else {
      return nil
    }
    return .milestone(rung, isExpected: isExpected)
  }

  /// Reads heads such as `是否开工`, `是否已投产`, `开工（是/否）`, `whether started`; nil for others.
  private static func answer(_ folded: String, _ words: OfficeWords) -> Rung? {
    var text = folded
    for beginning in ["是否", "whether "] where text.hasPrefix(beginning) {
      text.removeFirst(beginning.count)
      break
    }
    for ending in ["(是/否)", "(是或否)"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    guard text != folded else { return nil }
    if text.hasPrefix("已") { text.removeFirst() }
    return words.rungs.first { $0.words.contains(text) || $0.rung.rawValue == text }?.rung
  }

  /// The key as shown, and as used in `--map`.
  package var key: String {
    switch self {
    case .milestone(let rung, let isExpected): "\(isExpected ? "expected " : "")\(rung.rawValue) date"
    case .whether(let rung): "whether \(rung.rawValue)"
    case .figure(let indicator, nil): indicator
    case .figure(let indicator, let period?): "\(indicator)@\(period.text)"
    default: ImportField.keys[self] ?? ""
    }
  }

  /// Whether the field is an amount, which is not repeated in the rows of a merged cell.
  var isAmount: Bool {
    if case .figure = self { return true }
    return self == .value
  }

  /// Whether the field is of one row alone.
  var isOfOneRow: Bool {
    [.number, .id, .figureID, .code, .name, .nameEnglish, .printed, .line].contains(self)
  }

  /// The name in both languages.
  package var name: Name {
    switch self {
    case .milestone(let rung, let isExpected):
      let word = OfficeWords.builtIn.rungs.first { $0.rung == rung }?.words.first
      return Name(zh: "\(isExpected ? "预计" : "")\(word ?? rung.rawValue)日期", en: key)
    case .whether(let rung):
      let word = OfficeWords.builtIn.rungs.first { $0.rung == rung }?.words.first
      return Name(zh: "是否\(word ?? rung.rawValue)", en: key)
    case .figure: return Name(both: key)
    default: return Name(zh: heads.first { $0.utf8.contains { $0 >= 0x80 } } ?? key, en: key)
    }
  }
}
