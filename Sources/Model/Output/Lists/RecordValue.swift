import Domain
import Figures

/// The value of a record's field.
package enum RecordValue: Equatable, Sendable {
  case missing
  /// A text, with other texts that filters match as well.
  case text(Name, others: [Name] = [])
  /// - Parameters:
  ///   - unit: the id of the dataset's unit; nil for numbers without a unit and fractions.
  ///   - shown: the text to show, with unit and comparator.
  case number(Double, unit: String? = nil, shown: Name)
  /// - Parameters:
  ///   - first: the first possible day; the distant past when only an end is known.
  ///   - last: the last possible day.
  ///   - text: the form of the files: `2022-06`.
  case time(first: Day, last: Day, text: String, shown: Name)
  case references([Reference])

  /// A record or word that a value refers to.
  package struct Reference: Equatable, Sendable {
    /// The id among the choices of the field.
    package var id: String
    /// The name of the record, in both languages.
    package var name: Name
    /// The position in an order, such as that of stages; nil without one.
    package var rank: Int?

    /// Creates a reference; `rank` orders values of a vocabulary.
    package init(_ id: String, _ name: Name, rank: Int? = nil) {
      self.id = id
      self.name = name
      self.rank = rank
    }
  }

  /// Returns the text for people.
  package func shown(_ language: Language) -> String {
    switch self {
    case .missing: return ""
    case .text(let text, _): return text[language]
    case .number(_, _, let shown), .time(_, _, _, let shown): return shown[language]
    case .references(let references):
      var names: [String] = []
      for reference in references where !names.contains(reference.name[language]) {
        names.append(reference.name[language])
      }
      return names.joined(separator: language == .zh ? "、" : ", ")
    }
  }

  /// Returns the text for programs: numbers as plain digits without their unit, times in the form of the files.
  package func plain(_ language: Language) -> String {
    switch self {
    case .number(let value, _, _): Decimal.text(value, digits: 6)
    // The words of the files, by and before, are English.
    case .time(_, _, let text, let shown):
      language == .zh && text.contains(where: \.isLetter) ? shown.zh : text
    default: shown(language)
    }
  }

  static func optional(_ text: String?) -> RecordValue {
    text.map { $0.isEmpty ? .missing : .text(Name(both: $0)) } ?? .missing
  }

  static func optional(_ name: Name?) -> RecordValue { name.map { .text($0) } ?? .missing }

  static func count(_ number: Int) -> RecordValue {
    .number(Double(number), shown: Name(both: String(number)))
  }

  /// Returns a fraction, shown as percent.
  static func percent(_ fraction: Double?) -> RecordValue {
    fraction.map { .number($0, shown: Name(both: Decimal.percent($0))) } ?? .missing
  }

  /// Returns a figure with its unit, in the usual notation. A target in words is a text, not a number.
  static func figure(_ figure: Figure?, _ board: Board) -> RecordValue {
    guard let figure else { return .missing }
    if let words = figure.words { return .text(words) }
    let shown = Name(zh: board.dataset.label(figure, .zh), en: board.dataset.label(figure, .en))
    return .number(figure.value, unit: figure.unit, shown: shown)
  }

  static func time(_ date: PartialDate?) -> RecordValue {
    guard let date, date.precision != .unknown else { return .missing }
    return .time(
      first: date.earliest, last: date.latest, text: date.text,
      shown: Name(zh: date.label(.zh), en: date.label(.en)))
  }

  /// Returns the date of a past event, as worded on the screen.
  static func past(_ date: PartialDate?) -> RecordValue {
    guard case .time(let first, let last, let text, _) = time(date), let date else { return .missing }
    return .time(
      first: first, last: last, text: text, shown: Name(zh: date.pastLabel(.zh), en: date.pastLabel(.en)))
  }

  static func time(_ period: Period?) -> RecordValue {
    guard let period else { return .missing }
    return .time(
      first: period.start, last: period.end, text: period.text,
      shown: Name(zh: period.label(.zh), en: period.label(.en)))
  }

  /// Returns the time that a figure is about; the shown text notes when the document prints no year.
  static func time(of figure: Figure) -> RecordValue {
    .time(
      first: figure.period.start, last: figure.period.end, text: figure.period.text,
      shown: Name(zh: figure.periodLabel(.zh), en: figure.periodLabel(.en)))
  }

  static func time(_ day: Day?) -> RecordValue { time(day.map { PartialDate($0) }) }

  /// Returns references to records of a table by id; an unknown id is its own name.
  static func references<Record>(_ ids: [String], in records: Records<Record>, _ name: (Record) -> Name)
    -> RecordValue
  {
    let references = ids.map { id in Reference(id, records[id].map(name) ?? Name(both: id)) }
    return references.isEmpty ? .missing : .references(references)
  }

  static func reference<Record>(_ id: String?, in records: Records<Record>, _ name: (Record) -> Name)
    -> RecordValue
  {
    references(id.map { [$0] } ?? [], in: records, name)
  }
}
