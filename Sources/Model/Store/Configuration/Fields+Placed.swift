/// Readers for single settings files, whose values keep their places.
extension Fields {
  mutating func placed<Value>(
    _ key: StaticString, _ read: (borrowing Fields, JSONValue) -> Value?
  ) -> Placed<Value>? {
    guard let value = value(key), let result = read(self, value) else { return nil }
    return loading.placed(result, at: value)
  }

  mutating func placedString(_ key: StaticString) -> Placed<String>? {
    placed(key) { $0.string($1, key: key) }
  }

  mutating func placedFlag(_ key: StaticString) -> Placed<Bool>? {
    placed(key) { fields, value in
      if value.boolean == nil { fields.refuse(value, key: key, allowed: "boolean") }
      return value.boolean
    }
  }

  mutating func placedChoice<Choice: RawRepresentable & CaseIterable & Sendable>(_ key: StaticString)
    -> Placed<Choice>? where Choice.RawValue == String
  {
    guard let value = value(key), let choice = choice(key, of: Choice.self) else { return nil }
    return loading.placed(choice, at: value)
  }

  func refuse(_ value: JSONValue, key: StaticString, allowed: String) {
    loading.report(.wrongType(key: "\(key)", found: value.kind.rawValue, allowed: allowed), at: value)
  }

  /// Returns a whole number, and reports one outside of `range`; nil when the value is not a whole number.
  func whole(_ value: JSONValue, key: StaticString, within range: ClosedRange<Int>) -> Int? {
    guard let number = value.wholeNumber else {
      refuse(value, key: key, allowed: "whole")
      return nil
    }
    if !range.contains(number) {
      loading.report(
        .notWithin(key: "\(key)", found: number, least: range.lowerBound, most: range.upperBound), at: value)
    }
    return number
  }
}

extension Loading {
  func placed<Value>(_ value: Value, at json: JSONValue) -> Placed<Value> {
    let place = origin(json.offset)
    return Placed(value: value, path: paths.last ?? "", line: place.line, column: place.column)
  }

  /// Reads a file that holds one object, and reports its faults.
  func object(_ file: InputFile, kind: StaticString, read: (inout Fields) -> Void) {
    begin(file)
    do throws(JSONFault) {
      try JSONDocument.parse(file.bytes).withRoot { root in
        guard var fields = Fields(root, kind: kind, loading: self) else { return }
        read(&fields)
        fields.finish()
      }
    } catch {
      report(.syntax(excerpt(at: error.offset), error.problem.hint), at: origin(error.offset))
    }
  }
}
