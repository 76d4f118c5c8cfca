import Domain

/// The fields by which rows are ordered: `-value,name` orders by descending value, then by name.
package struct RecordOrder: Equatable, Sendable {
  /// A field to sort by.
  package struct Key: Equatable, Sendable {
    /// The key of the field.
    package var key: String
    /// Whether larger values come first.
    package var isDescending: Bool

    /// Creates a key of the order, by the key of a field.
    package init(_ key: String, isDescending: Bool = false) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// The fields to sort by, the most important first.
  package var keys: [Key]

  /// Creates an order; without keys rows keep the order of the list.
  package init(_ keys: [Key] = []) { self.keys = keys }

  /// Reads keys separated by commas; a leading `-` means descending.
  package init(parsing text: String) {
    let words = text.split { $0 == "," || $0 == "，" }.map { $0.drop(while: \.isWhitespace) }
    keys = words.filter { !$0.isEmpty }.map { word in
      let isDescending = word.first == "-" || word.first == "－"
      return Key(String(isDescending ? word.dropFirst() : word), isDescending: isDescending)
    }
  }
}

extension RecordList {
  /// Returns rows in order; equal rows keep their order, and rows without a value come last in both directions.
  ///
  /// Numbers are ordered by value, in base units where they have a unit; times by their first day; vocabularies by
  /// their own order; all else by text: Chinese by pinyin, and numbers in it by value.
  /// - Throws: a fault when a key is unknown.
  package func sorted(_ rows: [Int], by order: RecordOrder, _ language: Language) throws(RecordFilterFault)
    -> [Int]
  {
    var keys: [(field: Int, isDescending: Bool)] = []
    for key in order.keys { keys.append((try field(key.key), key.isDescending)) }
    guard !keys.isEmpty else { return rows }
    let units = board.dataset.units
    let entries = rows.enumerated().map { place, row in
      Entry(
        place: place, row: row, keys: keys.map { SortKey(value(row: row, field: $0.field), units, language) })
    }
    return entries.sorted { left, right in
      for (index, key) in keys.enumerated() {
        let (a, b) = (left.keys[index], right.keys[index])
        if a == b { continue }
        if a == .missing || b == .missing { return b == .missing }
        return key.isDescending ? b < a : a < b
      }
      return left.place < right.place
    }.map(\.row)
  }

  private struct Entry {
    var place: Int
    var row: Int
    var keys: [SortKey]
  }

  private enum SortKey: Comparable {
    case number(Double)
    case time(Day, Day)
    case text(CollationKey)
    case missing

    init(_ value: RecordValue, _ units: Records<Unit>, _ language: Language) {
      switch value {
      case .missing: self = .missing
      case .number(let number, let unit, _): self = .number(number * (unit.flatMap { units[$0]?.scale } ?? 1))
      case .time(let first, let last, _, _):
        self = first == .distantPast ? .time(last, last) : .time(first, last)
      case .references(let references):
        if let rank = references.first?.rank {
          self = .number(Double(rank))
        } else {
          self = .text(CollationKey(value.shown(language)))
        }
      case .text: self = .text(CollationKey(value.shown(language)))
      }
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      switch (left, right) {
      case (.number(let a), .number(let b)): a < b
      case (.time(let a, let from), .time(let b, let to)): (a, from) < (b, to)
      case (.text(let a), .text(let b)): a < b
      default: false
      }
    }
  }
}
