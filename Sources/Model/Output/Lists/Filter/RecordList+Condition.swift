import Domain
import Store

extension RecordList {
  /// Resolves a filter against this list.
  ///
  /// - Parameters:
  ///   - filter: the conditions, all of which must match.
  ///   - isPart: whether more rows follow, so that the texts that occur are not known yet.
  /// - Throws: a fault with the allowed values, when a key or value is unknown.
  package func condition(_ filter: RecordFilter, isPart: Bool = false) throws(RecordFilterFault)
    -> RecordCondition
  {
    let scales = board.dataset.vocabulary.units.map {
      ($0.id, RecordQuantity.Scale(dimension: $0.dimension, factor: $0.scale))
    }
    var condition = RecordCondition(
      tests: [], units: Dictionary(scales, uniquingKeysWith: { first, _ in first }))
    for term in filter.terms {
      let field = try field(term.key)
      var alternatives: [RecordCondition.Alternative] = []
      for value in term.values {
        alternatives.append(try alternative(field, term, value, isPart ? nil : condition))
      }
      condition.tests.append(
        .init(field: field, isNegated: term.comparison == .notEqual, alternatives: alternatives))
    }
    return condition
  }

  /// Returns the position of the field that a word names.
  /// - Throws: a fault with the allowed keys.
  package func field(_ word: String) throws(RecordFilterFault) -> Int {
    if let index = fields.firstIndex(where: { $0.isCalled(word) }) { return index }
    let words = words
    throw .unknownKey(
      word, allowed: words, nearest: Self.nearest(to: word, among: words) { [$0.id, $0.name.zh, $0.name.en] })
  }

  /// The keys of all fields, each with its name.
  package var words: [RecordFilterFault.Word] { fields.map { RecordFilterFault.Word($0.key, $0.name) } }

  private func alternative(
    _ field: Int, _ term: RecordFilter.Term, _ value: String, _ condition: RecordCondition?
  ) throws(RecordFilterFault) -> RecordCondition.Alternative {
    let definition = fields[field]
    let comparison = term.comparison
    if value.isEmpty, !comparison.isOrder { return .missing }
    switch definition.content {
    case .text:
      if comparison == .contains { return .contains(SearchText(value).bytes) }
      guard !comparison.isOrder else { throw .unsuitable(key: term.key, comparison) }
      return try text(field, term.key, value, condition)
    case .number(let measure):
      guard comparison != .contains else { throw .unsuitable(key: term.key, comparison) }
      return .number(comparison, try quantity(term.key, value, measure))
    case .time:
      if comparison == .contains { return .contains(SearchText(value).bytes) }
      guard let (first, last) = RecordTime.days(value) else { throw .notATime(key: term.key, value: value) }
      return .time(comparison, first: first, last: last)
    case .references, .ladder:
      let choices = definition.choices(board)
      if comparison == .contains { return .among(containing(SearchText(value).bytes, choices)) }
      let found = try matches(choices, term.key, value)
      guard comparison.isOrder else { return .among(Set(found.map(\.id))) }
      guard case .ladder = definition.content, let rank = found.compactMap(\.rank).first,
        rank < RecordChoices.offLadder
      else {
        throw .unsuitable(key: term.key, comparison)
      }
      return .rank(comparison, rank)
    }
  }

  // MARK: References

  /// Returns the choice with that id, otherwise all with that name: several classifications may have the same name.
  private func matches(_ choices: [RecordChoice], _ key: String, _ value: String) throws(RecordFilterFault)
    -> [RecordChoice]
  {
    let folded = SearchText(value).bytes
    let exact = choices.filter { $0.spellings.contains(value) }
    if !exact.isEmpty { return exact }
    let named = choices.filter { choice in
      choice.spellings.contains { SearchText($0).bytes == folded }
        || choice.names.contains { SearchText($0.zh).bytes == folded || SearchText($0.en).bytes == folded }
    }
    if !named.isEmpty { return named }
    throw unknown(choices, key, value)
  }

  private func containing(_ part: [UInt8], _ choices: [RecordChoice]) -> Set<String> {
    let found = choices.filter { choice in
      choice.names.contains { SearchText($0.zh).bytes.holds(part) || SearchText($0.en).bytes.holds(part) }
    }
    return Set(found.map(\.id))
  }

  /// The number of choices that a message lists.
  private static let shownChoices = 16
  /// The number of choices that are compared for a suggestion.
  private static let comparedChoices = 20_000

  private func unknown(_ choices: [RecordChoice], _ key: String, _ value: String) -> RecordFilterFault {
    var words: [RecordFilterFault.Word] = []
    var seen: Set<String> = []
    for choice in choices {
      let word = RecordFilterFault.Word(
        choice.spellings.first ?? choice.id, choice.names.first ?? Name(both: ""))
      if seen.insert(word.id).inserted { words.append(word) }
    }
    let nearest = Self.nearest(to: value, among: choices) { choice in
      choice.spellings + choice.names.flatMap { [$0.zh, $0.en] }
    }
    let shown = Array(words.prefix(Self.shownChoices))
    return .unknownValue(
      key: key, value: value, allowed: shown, more: words.count - shown.count,
      nearest: nearest.map { .init($0.spellings.first ?? $0.id, $0.names.first ?? Name(both: "")) })
  }

  /// Returns the element with the spelling nearest to a word; nil when none is close.
  private static func nearest<Element>(
    to word: String, among elements: [Element], spellings: (Element) -> [String]
  ) -> Element? {
    var owners: [String: Element] = [:]
    for element in elements.prefix(comparedChoices) {
      for spelling in spellings(element) where owners[spelling.lowercased()] == nil {
        owners[spelling.lowercased()] = element
      }
    }
    return Spelling.nearest(to: word.lowercased(), among: Array(owners.keys)).flatMap { owners[$0] }
  }

  // MARK: Texts and numbers

  /// Returns a condition on a text. A text that no row has is a mistake, not an empty result.
  ///
  /// - Parameter condition: compares values; nil when rows are still to come.
  private func text(_ field: Int, _ key: String, _ value: String, _ condition: RecordCondition?)
    throws(RecordFilterFault) -> RecordCondition.Alternative
  {
    let wanted = RecordCondition.Alternative.text(SearchText(value).bytes)
    guard let condition else { return wanted }
    if (0..<count).contains(where: { condition.fits(wanted, self.value(row: $0, field: field)) }) {
      return wanted
    }
    var texts: [Name] = []
    for row in 0..<min(count, Self.comparedChoices) {
      if case .text(let name, _) = self.value(row: row, field: field) { texts.append(name) }
    }
    let nearest = Self.nearest(to: value, among: texts) { [$0.zh, $0.en] }
    throw .unknownValue(
      key: key, value: value, allowed: [], more: 0,
      nearest: nearest.map { .init($0.zh, Name(zh: $0.zh, en: $0.en)) })
  }

  private func quantity(_ key: String, _ value: String, _ measure: RecordField.Measure)
    throws(RecordFilterFault) -> RecordQuantity
  {
    guard let (number, unit) = RecordQuantity.split(value) else { throw .notANumber(key: key, value: value) }
    // A share is printed in percent, so that a number without a unit is in percent as well.
    if measure == .fraction, unit.isEmpty || unit == "%" { return RecordQuantity(value: number / 100) }
    guard !unit.isEmpty else { return RecordQuantity(value: number) }
    switch measure {
    case .plain: throw .notANumber(key: key, value: value)
    case .fraction: throw .unknownUnit(key: key, value: value, allowed: ["%"])
    case .quantity:
      let units = RecordQuantity.units(of: board.dataset)
      let folded = SearchText(unit).bytes
      guard let found = units.first(where: { SearchText($0.name).bytes == folded }) else {
        throw .unknownUnit(key: key, value: value, allowed: units.map(\.name))
      }
      return RecordQuantity(value: number, scale: found.scale)
    }
  }
}
