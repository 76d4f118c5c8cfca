import Domain
import Store

/// The words by which a table is read: heads, states, empty cells and others, from the files in `words/` and those of the
/// user.
package struct OfficeWords: Sendable {
  /// A state of a project.
  struct State: Sendable {
    var rung: Rung
    /// Whether construction has not begun in this state.
    var isNotBegun: Bool
  }

  /// Heads that mean the same indicator.
  struct IndicatorGroup: Sendable {
    var heads: [String]
    /// Heads that mean it in a column of one month or year.
    var ofMonth: [String]
    var ofYear: [String]
    var isInvestment: Bool
  }

  /// The words of each list that has no structure, such as `totals`, folded.
  private var lists: [String: [String]] = [:]
  private var heads: [String: [String]] = [:]
  private var fields: [String: Set<ImportField>] = [:]
  private(set) var rungs: [(rung: Rung, words: [String])] = []
  private(set) var states: [String: State] = [:]
  private(set) var indicators: [IndicatorGroup] = []
  private(set) var kinds: [(kind: Figure.Kind, words: [String])] = []
  private(set) var currencies: [(sign: String, unit: String)] = []
  /// The first word of each group of words for the same unit, by the others.
  private(set) var unitSynonyms: [String: String] = [:]
  /// The words of cells that are read as empty, and the bytes of the longest.
  private var blanks: (words: Set<String>, size: Int) = ([], 0)

  /// The keys that mean no field, stage or kind, in file order.
  private(set) var unknownKeys: [String] = []

  /// The words that are embedded in the program. Without them every table would be misread, so that a fault in them ends
  /// the program.
  package static let builtIn: OfficeWords = {
    do throws(ImportFailure) {
      return try OfficeWords(complete: TableWords.builtIn)
    } catch {
      fatalError("words/offices.json: \(error.faults.map { $0.message.en }.joined(separator: "; "))")
    }
  }()

  /// Creates the words of files that define all of them.
  ///
  /// - Throws: a fault when a file has no words, a field without heads or a key without a meaning.
  init(complete files: [InputFile]) throws(ImportFailure) {
    for file in files { try add(file) }
    let missing = (ImportField.ofObservations + ImportField.ofProjects).filter { heads(of: $0).isEmpty }.map(
      \.key)
    let lists = List.allCases.filter { words($0).isEmpty }.map(\.rawValue)
    let isIncomplete =
      rungs.isEmpty || states.isEmpty || indicators.isEmpty || kinds.isEmpty || currencies.isEmpty
    if !unknownKeys.isEmpty || !missing.isEmpty || !lists.isEmpty || isIncomplete {
      let keys = (unknownKeys + missing + lists).joined(separator: ", ")
      throw ImportFailure(Name(zh: "词语不完整或无法识别：\(keys)", en: "incomplete or unknown words: \(keys)"))
    }
  }

  /// Adds the words of a file.
  ///
  /// - Throws: a fault when the file holds no words.
  package mutating func add(_ file: InputFile) throws(ImportFailure) {
    guard let edit = try? JSONEdit(file.bytes), let words = edit.root.member("words"),
      words.kind == .object
    else {
      throw ImportFailure(
        Name(
          zh: "\(file.path)：没有对象“words”；格式见 qjboard schema words",
          en: "\(file.path): no object 'words'; qjboard schema words prints the format"))
    }
    defer { withExtendedLifetime(edit) {} }
    try WordsCheck(file).check(edit.root, words)
    for (key, value) in words.pairs {
      switch key.string ?? "" {
      case "fields": addFields(value)
      case "rungs": addRungs(value)
      case "states": addStates(value)
      case "indicators": addIndicators(value)
      case "kinds": addKinds(value)
      case "currencies":
        for entry in value.entries {
          guard let sign = entry.member("sign")?.string, let unit = entry.member("unit")?.string else {
            continue
          }
          currencies.append((CellText.plain(sign), unit))
        }
      case "unit_synonyms":
        for group in value.entries.map(\.folded) {
          for word in group.dropFirst() { unitSynonyms[word] = group[0] }
        }
      case let list:
        if List(rawValue: list) == nil { unknownKeys.append(list) }
        lists[list, default: []] += value.folded
      }
    }
    let empty = self.words(.empty) + self.words(.undecided)
    blanks = (Set(empty), empty.map(\.utf8.count).max() ?? 0)
  }

  private mutating func addFields(_ value: JSONValue) {
    for (key, list) in value.pairs {
      guard let name = key.string else { continue }
      heads[name, default: []] += list.strings
      guard let field = ImportField(key: name) else {
        unknownKeys.append(name)
        continue
      }
      for head in list.folded { fields[head, default: []].insert(field) }
    }
  }

  private mutating func addRungs(_ value: JSONValue) {
    for (key, list) in value.pairs {
      guard let rung = key.string.flatMap(Rung.init(rawValue:)) else {
        unknownKeys.append(key.string ?? "")
        continue
      }
      if let index = rungs.firstIndex(where: { $0.rung == rung }) {
        rungs[index].words += list.folded
      } else {
        rungs.append((rung, list.folded))
      }
    }
  }

  private mutating func addStates(_ value: JSONValue) {
    for entry in value.entries {
      guard let rung = entry.member("rung")?.string.flatMap(Rung.init(rawValue:)) else {
        unknownKeys.append(entry.member("rung")?.string ?? "")
        continue
      }
      let isNotBegun = entry.member("not_begun")?.boolean ?? false
      for word in entry.member("words")?.folded ?? [] {
        states[word] = State(rung: rung, isNotBegun: isNotBegun)
      }
    }
  }

  private mutating func addIndicators(_ value: JSONValue) {
    indicators += value.entries.map { entry in
      IndicatorGroup(
        heads: entry.member("heads")?.folded ?? [], ofMonth: entry.member("month")?.folded ?? [],
        ofYear: entry.member("year")?.folded ?? [], isInvestment: entry.member("investment")?.boolean ?? false
      )
    }
  }

  private mutating func addKinds(_ value: JSONValue) {
    for (key, list) in value.pairs {
      guard let kind = key.string.flatMap(Figure.Kind.init(rawValue:)) else {
        unknownKeys.append(key.string ?? "")
        continue
      }
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].words += list.folded
      } else {
        kinds.append((kind, list.folded))
      }
    }
  }
}

// MARK: Lookup

extension OfficeWords {
  /// The lists of words without structure.
  enum List: String, CaseIterable {
    case expected, reached, yes, no, progress, negations, month, year, annual, district, industry, empty,
      totals
    case parts, averages, notes, units, periods, opposites
    case planYears = "plan_years"
    case sinceJanuary = "since_january"
    case yearBefore = "year_before"
    case samePeriod = "same_period"
    case thisYear = "this_year"
    case undecided, annexes, falls, rises
    case unknownDates = "unknown_dates"
    case nameFillers = "name_fillers"
    case headFillers = "head_fillers"
    case counters
  }

  /// Returns the words of a list, folded.
  func words(_ list: List) -> [String] { lists[list.rawValue] ?? [] }

  /// The heads of a field as written, the documented one first.
  func heads(of field: ImportField) -> [String] { heads[field.key] ?? [] }

  /// Returns the field among `allowed` that a head means; nil for another head.
  func field(_ folded: String, among allowed: [ImportField]) -> ImportField? {
    guard let found = fields[folded] else { return nil }
    return allowed.first(where: found.contains)
  }

  /// Whether a cell has no text, or one that says that there is nothing yet: `—`, `待定`, `（待定）`.
  func isEmpty(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    // The signs of full width have three times the bytes.
    if (0x30...0x39).contains(first) || text.utf8.count > 3 * blanks.size { return false }
    let plain = CellText.plain(text).lowercased()
    if blanks.words.contains(plain) { return true }
    guard plain.hasPrefix("("), plain.hasSuffix(")") else { return false }
    return blanks.words.contains(String(plain.dropFirst().dropLast()))
  }

  /// Returns the words of a kind, folded.
  func words(of kind: Figure.Kind) -> [String] { kinds.first { $0.kind == kind }?.words ?? [] }

  /// The kinds that heads name. A rate is a rate of whatever else the head names.
  static let namedKinds: [Figure.Kind] = [.growth, .share, .cumulative, .target, .actual]

  /// Returns the kind named in a text, with its word; longer words come first.
  func kind(in folded: String) -> (kind: Figure.Kind, word: String)? {
    for kind in OfficeWords.namedKinds {
      let words = words(of: kind)
      if let word = words.filter({ folded.contains($0) }).max(by: { $0.utf8.count < $1.utf8.count }) {
        return (kind, word)
      }
    }
    return nil
  }

  private var opposites: [Set<Unicode.Scalar>] { words(.opposites).map { Set($0.unicodeScalars) } }

  /// Whether a text has a word that reverses its meaning, and another does not.
  func isReversed(_ text: String, _ other: String) -> Bool {
    func negations(_ text: String) -> [String] { words(.negations).filter { text.contains($0) } }
    if negations(text) != negations(other) { return true }
    // 东部园区 is not 西部园区, 一期 not 二期.
    let differing = zip(text.unicodeScalars, other.unicodeScalars).filter { $0 != $1 }
    return text.unicodeScalars.count == other.unicodeScalars.count && differing.count == 1
      && opposites.contains { group in group.contains(differing[0].0) && group.contains(differing[0].1) }
  }
}

extension JSONValue {
  var pairs: [(key: JSONValue, value: JSONValue)] { members.map(Array.init) ?? [] }
  var entries: [JSONValue] { elements.map(Array.init) ?? [] }
  fileprivate var strings: [String] { entries.compactMap(\.string) }
  fileprivate var folded: [String] { strings.map(NameIndex.folded).filter { !$0.isEmpty } }
}
