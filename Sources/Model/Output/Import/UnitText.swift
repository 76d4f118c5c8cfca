import Domain
import Figures

/// Units as typed, and conversions that only move the decimal point where possible.
struct UnitText {
  let dataset: Dataset
  /// The units by each of their names, folded, in the order of the vocabulary.
  private let named: [String: [Unit]]

  /// The first word of each group of words for the same unit, by the others.
  private let synonyms: [String: String]

  init(dataset: Dataset, words: OfficeWords = .builtIn) {
    self.dataset = dataset
    synonyms = words.unitSynonyms
    var named: [String: [Unit]] = [:]
    for unit in dataset.units {
      for name in Set([unit.id, unit.name.zh, unit.name.en].map(NameIndex.folded)) where !name.isEmpty {
        named[name, default: []].append(unit)
      }
    }
    for (name, units) in named {
      let common = UnitText.common(name, synonyms)
      if common != name { named[common, default: []] += units }
    }
    self.named = named
  }

  /// Returns a folded unit with the first of the words for each of its parts: 亿度 is 亿千瓦时.
  private static func common(_ folded: String, _ synonyms: [String: String]) -> String {
    guard !synonyms.isEmpty else { return folded }
    return folded.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let base = split(String(part)).base
      return synonyms[base].map { part.dropLast(base.count) + $0 } ?? String(part)
    }.joined(separator: "/")
  }

  /// Returns the unit of the vocabulary that a text names by id or name; units of the dimension of `preferred` come
  /// first. Nil when there is none.
  func unit(_ text: String, like preferred: Unit? = nil) -> Unit? {
    let wanted = NameIndex.folded(text)
    let exact = named[wanted] ?? named[UnitText.common(wanted, synonyms)] ?? []
    let counted = wanted.hasPrefix("个") ? [] : named["个" + wanted] ?? []
    return (exact + counted).first { $0.dimension == preferred?.dimension } ?? exact.first ?? counted.first
  }

  /// Whether a text says that numbers are fractions of 1: 0.123 for 12.3 %.
  static func isFraction(_ text: String) -> Bool { text == "小数" || text == "fraction" }

  /// Whether a text is a unit, or a numeral with the base of one: 万元 where the vocabulary has 亿元.
  func isKnown(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return unit(text) != nil
      || dataset.units.contains { (try? scale(of: text, beside: $0)) != nil && hasBase(text) }
  }

  private func hasBase(_ text: String) -> Bool { !parts(text).1.isEmpty }

  /// Returns the numeral and the base of a unit in either language; the base in Chinese where the vocabulary has it.
  private func parts(_ text: String) -> (numeral: Double, base: String) {
    let (numeral, base) = UnitText.split(
      UnitText.common(EnglishText.unit(text) ?? NameIndex.folded(text), synonyms))
    guard !base.isEmpty, base.utf8.allSatisfy({ $0 < 0x80 }), let unit = unit(base) else {
      return (numeral, base)
    }
    let own = parts(of: unit)
    return (numeral * own.numeral, own.base)
  }

  private func parts(of unit: Unit) -> (numeral: Double, base: String) {
    UnitText.split(
      UnitText.common(EnglishText.unit(unit.name.zh) ?? NameIndex.folded(unit.name.zh), synonyms))
  }

  /// Whether numbers in a unit can be converted to another one.
  func canConvert(_ text: String, to target: Unit) -> Bool { (try? scale(of: text, beside: target)) != nil }

  /// Whether two texts mean units of the same size.
  func isSame(_ left: String, _ right: String) -> Bool {
    if NameIndex.folded(left) == NameIndex.folded(right) { return true }
    return dataset.units.contains { unit in
      guard let a = try? scale(of: left, beside: unit), let b = try? scale(of: right, beside: unit) else {
        return false
      }
      return a == b
    }
  }

  /// Whether a number in this unit is ambiguous without its unit: the same quantity is printed on other scales as well.
  func isAmbiguous(_ unit: Unit) -> Bool {
    parts(of: unit).numeral != 1
      || dataset.units.contains { $0.dimension == unit.dimension && $0.scale != unit.scale }
  }

  /// Converts a number from its written unit to `target`.
  /// - Throws: a fault when the units cannot be converted.
  func value(_ digits: String, in text: String, as target: Unit) throws(CellFault) -> Double {
    guard let scale = try scale(of: text, beside: target) else { return Double(digits) ?? 0 }
    let value = UnitText.scaled(digits, from: scale, to: target.scale)
    guard abs(value) < Decimal.limit else {
      throw CellFault(
        zh: "“\(digits)\(text)”换算成\(target.id)后太大；整数部分最多15位",
        en: "'\(digits)\(text)' is too large in \(target.id); at most 15 digits before the decimal point")
    }
    return value
  }

  /// Returns the number of base units of the target's dimension in the written unit; nil when none is written.
  func scale(of text: String, beside target: Unit) throws(CellFault) -> Double? {
    if text.isEmpty { return nil }
    if let unit = unit(text, like: target), unit.dimension == target.dimension { return unit.scale }
    let (numeral, base) = parts(text)
    for unit in dataset.units where unit.dimension == target.dimension {
      let (own, ownBase) = parts(of: unit)
      // A numeral alone, as in 35.75亿, is in the indicator's own unit.
      if ownBase == base || (base.isEmpty && unit.id == target.id) { return unit.scale * numeral / own }
    }
    let allowed = dataset.units.filter { $0.dimension == target.dimension }.map(\.id)
    throw CellFault(
      zh: "单位“\(text)”不能换算成\(target.id)；可用：\(allowed.joined(separator: "、"))",
      en: "unit '\(text)' cannot be converted to \(target.id); expected \(allowed.joined(separator: ", "))"
    )
  }

  /// Splits a unit into its numeral and the rest: 万元 is 10,000 and 元.
  static func split(_ text: String) -> (numeral: Double, base: String) {
    var factor = 1.0
    var rest = Substring(text)
    let numerals: [Character: Double] = ["十": 10, "百": 100, "千": 1000, "万": 1e4, "亿": 1e8]
    while let first = rest.first, let numeral = numerals[first] {
      factor *= numeral
      rest = rest.dropFirst()
    }
    return (factor, String(rest))
  }

  /// Converts a number between scales: 357500 of 10,000 is 35.75 of 100,000,000. Where the ratio is a power of ten,
  /// only the point moves, so that nothing is rounded.
  static func scaled(_ digits: String, from: Double, to: Double) -> Double {
    let ratio = from / to
    let exponent = (logarithm(ratio) / logarithm(10)).rounded()
    if abs(power(10, exponent) / ratio - 1) < 1e-12, let moved = Double("\(digits)e\(Int(exponent))") {
      return moved
    }
    return (Double(digits) ?? 0) * ratio
  }
}
