/// Reads the members of one JSON object, reporting everything that is not as it should be.
///
/// A reader returns a harmless value after a fault, so that one pass finds all faults of a file; a dataset with an
/// error is never used.
struct Fields {
  let kind: String
  let object: JSONValue
  let loading: Loading
  private var values: [String: JSONValue] = [:]
  private var keys: [String: JSONValue] = [:]
  private var read: Set<String> = []

  /// Nil, with a report, when `value` is no object.
  init?(_ value: JSONValue, kind: String, loading: Loading) {
    guard let members = value.members else {
      loading.report(.wrongType(key: kind, found: value.kind.rawValue, allowed: "object"), at: value)
      return nil
    }
    self.kind = kind
    object = value
    self.loading = loading
    for member in members {
      let key = member.key.string ?? ""
      if values.updateValue(member.value, forKey: key) != nil {
        loading.report(.duplicateKey(key), at: member.key)
      }
      keys[key] = member.key
    }
  }

  var origin: Origin { loading.origin(object.offset) }

  /// Warns about the members that nobody asked for. Call it last.
  func finish() {
    for (key, place) in keys where !read.contains(key) {
      let nearest = Spelling.nearest(to: key, among: Array(read))
      loading.report(.unknownKey(key, of: kind, nearest: nearest), at: place, severity: .warning)
    }
  }

  /// The value of a member, or nil when it is absent.
  mutating func value(_ key: String, required: Bool = false) -> JSONValue? {
    read.insert(key)
    if let value = values[key] { return value }
    if required { loading.report(.missingKey(key, of: kind), at: object) }
    return nil
  }

  private func wrongType(_ key: String, _ value: JSONValue, allowed: String) {
    loading.report(.wrongType(key: key, found: value.kind.rawValue, allowed: allowed), at: value)
  }

  mutating func optionalString(_ key: String) -> String? {
    value(key).flatMap { string($0, key: key) }
  }

  mutating func string(_ key: String) -> String {
    value(key, required: true).flatMap { string($0, key: key) } ?? ""
  }

  private func string(_ value: JSONValue, key: String) -> String? {
    guard let text = value.string else {
      wrongType(key, value, allowed: "string")
      return nil
    }
    if text.isEmpty { loading.report(.empty(key: key), at: value) }
    return text
  }

  mutating func optionalNumber(_ key: String) -> Double? {
    guard let value = value(key) else { return nil }
    guard let number = value.number else {
      wrongType(key, value, allowed: "number")
      return nil
    }
    if !number.isFinite { loading.report(.notFinite(key: key), at: value) }
    return number
  }

  mutating func number(_ key: String) -> Double {
    if value(key, required: true) == nil { return 0 }
    return optionalNumber(key) ?? 0
  }

  /// A whole number of at most nine digits.
  mutating func whole(_ key: String) -> Int {
    let number = number(key)
    guard number == number.rounded(), abs(number) < 1e9 else {
      if let value = value(key) { wrongType(key, value, allowed: "whole") }
      return 0
    }
    return Int(number)
  }

  mutating func flag(_ key: String) -> Bool {
    guard let value = value(key) else { return false }
    guard let flag = value.boolean else {
      wrongType(key, value, allowed: "boolean")
      return false
    }
    return flag
  }

  /// One of the raw values of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default fallback: Choice)
    -> Choice
  where Choice.RawValue == String {
    guard let value = value(key, required: true), let text = string(value, key: key), !text.isEmpty
    else { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: allowed)
    loading.report(.notAllowed(key: key, found: text, allowed: allowed, nearest: nearest), at: value)
    return fallback
  }

  /// The id of this entry, declared as taken.
  mutating func id() -> String {
    guard let value = value("id", required: true), let id = string(value, key: "id") else { return "" }
    loading.declare(id, kind: kind, at: loading.origin(value.offset))
    return id
  }

  /// The id of an entry of another kind.
  mutating func optionalReference(_ key: String, to kind: String) -> String? {
    guard let value = value(key), let id = string(value, key: key) else { return nil }
    loading.refer(to: id, kind: kind, at: value)
    return id
  }

  mutating func reference(_ key: String, to kind: String) -> String {
    guard value(key, required: true) != nil else { return "" }
    return optionalReference(key, to: kind) ?? ""
  }

  mutating func references(_ key: String, to kind: String) -> [String] {
    elements(key).compactMap { element in
      guard let id = string(element, key: key) else { return nil }
      loading.refer(to: id, kind: kind, at: element)
      return id
    }
  }

  /// The elements of an array; none when it is absent.
  mutating func elements(_ key: String, required: Bool = false) -> [JSONValue] {
    guard let value = value(key, required: required) else { return [] }
    guard let elements = value.elements else {
      wrongType(key, value, allowed: "array")
      return []
    }
    if required, elements.isEmpty { loading.report(.empty(key: key), at: value) }
    return elements
  }

  /// The objects of an array, each read by `decode`.
  mutating func objects<Element>(
    _ key: String, kind: String? = nil, required: Bool = false, decode: (inout Fields) -> Element
  ) -> [Element] {
    elements(key, required: required).compactMap { element in
      guard var fields = Fields(element, kind: kind ?? key, loading: loading) else { return nil }
      let result = decode(&fields)
      fields.finish()
      return result
    }
  }

  mutating func optionalObject<Element>(
    _ key: String, required: Bool = false, decode: (inout Fields) -> Element
  ) -> Element? {
    guard let value = value(key, required: required), var fields = Fields(value, kind: key, loading: loading)
    else { return nil }
    let result = decode(&fields)
    fields.finish()
    return result
  }
}
