import Domain

/// Readers for strings, numbers, flags and the raw values of enumerations.
extension Fields {
  mutating func optionalString(_ key: StaticString) -> String? {
    value(key).flatMap { string($0, key: key) }
  }

  mutating func string(_ key: StaticString) -> String {
    value(key, required: true).flatMap { string($0, key: key) } ?? ""
  }

  /// Returns a string, and reports an empty one; nil for another type.
  func string(_ value: JSONValue, key: StaticString) -> String? {
    guard let text = loading.text(of: value) else {
      wrongType(key, value, allowed: "string")
      return nil
    }
    if text.isEmpty { loading.report(.empty(key: "\(key)"), at: value) }
    return text
  }

  /// Reads a number, and reports one outside of `limit`; nil when it is absent or not a number.
  mutating func optionalNumber(_ key: StaticString, _ limit: Fault.Limit? = nil, required: Bool = false)
    -> Double?
  {
    guard let value = value(key, required: required) else { return nil }
    guard let number = value.number else {
      wrongType(key, value, allowed: "number")
      return nil
    }
    if !number.isFinite {
      loading.report(.notFinite(key: "\(key)"), at: value)
    } else if let limit, !limit.allows(number) {
      loading.report(
        .outOfRange(key: "\(key)", found: Decimal.text(number, digits: 4), allowed: limit), at: value)
    }
    return number
  }

  /// Reads the number of a figure, and reports one with more digits than can be shown.
  mutating func amount(_ key: StaticString, required: Bool = false) -> Double? {
    guard let number = optionalNumber(key, required: required) else { return nil }
    if abs(number) >= Decimal.limit, number.isFinite, let value = value(key) {
      loading.report(.tooLong(key: "\(key)"), at: value)
    }
    return number
  }

  /// Reads a required whole number of at most nine digits, and reports one outside of `limit`; 0 when it is missing or
  /// not one.
  mutating func whole(_ key: StaticString, _ limit: Fault.Limit? = nil) -> Int {
    guard let value = value(key, required: true) else { return 0 }
    guard let number = value.wholeNumber else {
      wrongType(key, value, allowed: "whole")
      return 0
    }
    if let limit, !limit.allows(Double(number)) {
      loading.report(.outOfRange(key: "\(key)", found: String(number), allowed: limit), at: value)
    }
    return number
  }

  mutating func flag(_ key: StaticString) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.boolean else {
      wrongType(key, value, allowed: "boolean")
      return false
    }
    return flag
  }

  /// Reads a raw value of an enumeration; nil when it is absent or faulty.
  mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: StaticString) -> Choice?
  where Choice.RawValue == String {
    has(key) ? choice(key, of: Choice.self) : nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: StaticString, of: Choice.Type)
    -> Choice?
  where Choice.RawValue == String {
    value(key, required: true).flatMap { choice($0, key) }
  }

  /// Reads several raw values in order, at least one; nil when the array is absent or faulty.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(_ key: StaticString) -> [Choice]?
  where Choice.RawValue == String {
    guard let value = value(key), let elements = elements(key) else { return nil }
    if value.count == 0 { loading.report(.empty(key: "\(key)"), at: value) }
    return elements.compactMap { choice($0, key) }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(_ value: JSONValue, _ key: StaticString)
    -> Choice?
  where Choice.RawValue == String {
    guard let text = string(value, key: key), !text.isEmpty else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let nearest = loading.suggestion(for: text, among: allowed)
    loading.report(.notAllowed(key: "\(key)", found: text, allowed: allowed, nearest: nearest), at: value)
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: StaticString, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    choice(key, of: Choice.self) ?? fallback
  }
}

extension JSONValue {
  /// The number when it is whole and has at most nine digits; nil otherwise.
  var wholeNumber: Int? {
    guard let number, number == number.rounded(), abs(number) < 1e9 else { return nil }
    return Int(number)
  }
}

extension Fault.Limit {
  fileprivate func allows(_ number: Double) -> Bool {
    switch self {
    case .atLeast(let least): number >= Double(least)
    case .above(let bound): number > Double(bound)
    }
  }
}
