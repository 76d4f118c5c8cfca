import Domain

/// A number of a filter, with its unit.
struct RecordQuantity: Equatable, Sendable {
  struct Scale: Equatable, Sendable {
    var dimension: String
    /// The number of base units of the dimension in one unit.
    var factor: Double
  }

  var value: Double
  /// Nil when no unit is written; the number is then compared with the printed one.
  var scale: Scale?

  /// Returns the value minus this one; only its sign is meaningful. Nil when the units cannot be compared.
  func compare(_ number: Double, unit: String?, _ units: [String: Scale]) -> Double? {
    guard let scale else { return number - value }
    guard let own = unit.flatMap({ units[$0] }), own.dimension == scale.dimension else { return nil }
    // Within one unit nothing is multiplied, so that 0.1 stays 0.1.
    return own == scale ? number - value : number * own.factor - value * scale.factor
  }

  /// Splits a text into the number at its start and the rest; nil when it does not start with a number.
  static func split(_ text: String) -> (value: Double, unit: String)? {
    // Full-width digits count as digits, and thousands have no separator.
    let plain = String(String.UnicodeScalarView(SearchText(text).scalars))
    let number = plain.prefix { ("0"..."9").contains($0) || [".", "-", "+"].contains($0) }
    guard let value = Double(number), value.isFinite else { return nil }
    let unit = plain.dropFirst(number.count).drop { $0 == " " }
    return (value, String(unit))
  }

  /// Returns the names of a dataset's units, each with its scale.
  static func units(of dataset: Dataset) -> [(name: String, scale: Scale)] {
    dataset.vocabulary.units.flatMap { unit -> [(name: String, scale: Scale)] in
      let scale = Scale(dimension: unit.dimension, factor: unit.scale)
      var names: [String] = []
      for name in [unit.id, unit.name.zh, unit.name.en] where !name.isEmpty && !names.contains(name) {
        names.append(name)
      }
      return names.map { ($0, scale) }
    }
  }
}

/// A time of a filter.
enum RecordTime {
  /// Reads `2022`, `2022-06`, `2022-06-27`, `2024-01/2024-09`, `2022年6月27日`; nil for anything else.
  static func days(_ text: String) -> (first: Day, last: Day)? {
    guard let period = Period(text) ?? chinese(text) else { return nil }
    return (period.start, period.end)
  }

  /// Reads `2022年6月27日`, or its first parts; nil for anything else.
  private static func chinese(_ text: String) -> Period? {
    guard text.contains("年") else { return nil }
    let parts = text.split { "年月日".contains($0) }
    guard (1...3).contains(parts.count), text.last.map({ "年月日".contains($0) }) == true else { return nil }
    let padded = parts.map { $0.count == 1 ? "0\($0)" : String($0) }
    return Period(padded.joined(separator: "-"))
  }
}
