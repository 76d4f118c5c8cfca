import Domain

/// Reads the members of one JSON object, and reports all its faults.
///
/// A reader returns a harmless value after a fault, so that one pass finds all faults of a file; a dataset with an
/// error is never used. The search for a member starts after the one read last, because files and readers mostly keep
/// the same order. A set records which members were read. Each object has one reader, which is not copied.
struct Fields: ~Copyable {
  /// Whether a key, or an element of its array, is required.
  enum Presence {
    case optional
    /// The key is required; its array may be empty.
    case present
    /// The array must also have at least one element.
    case filled
  }

  let kind: StaticString
  let object: JSONValue
  let loading: Loading
  private let members: JSONValue.Members
  /// The members after the one found last, and its number.
  private var rest: JSONValue.Members
  private var number = 0
  private var read = MemberSet()
  /// The numbers of the members whose key occurred before.
  private let repeated: Set<Int>
  /// The marks of all keys, from which most absent keys are known without a search.
  private let marks: UInt32
  private let asked: Int

  /// Nil, with a report, when `value` is not an object.
  init?(_ value: JSONValue, kind: StaticString, loading: Loading) {
    guard let members = value.members else {
      loading.report(.wrongType(key: "\(kind)", found: value.kind.rawValue, allowed: "object"), at: value)
      return nil
    }
    self.kind = kind
    object = value
    self.loading = loading
    self.members = members
    rest = members
    asked = loading.beginKeys()
    let marks = value.marks
    self.marks = marks
    // If all marks differ, so do the keys.
    if marks.nonzeroBitCount != value.count, !loading.isChecked {
      repeated = Fields.reportRepeated(members, count: value.count, loading)
    } else {
      repeated = []
    }
  }

  /// Reports duplicate keys and returns their numbers. Small objects compare keys in pairs, large ones use a set.
  private static func reportRepeated(_ members: JSONValue.Members, count: Int, _ loading: Loading) -> Set<Int>
  {
    var repeated: Set<Int> = []
    if count > 24 {
      var seen: Set<String> = []
      for (number, member) in members.enumerated() where !seen.insert(member.key.string ?? "").inserted {
        repeated.insert(number)
      }
    } else {
      var later = members
      var number = 0
      while let member = later.next() {
        for (step, other) in later.enumerated() where other.key.isSameKey(as: member.key) {
          repeated.insert(number + 1 + step)
        }
        number += 1
      }
    }
    guard !repeated.isEmpty else { return repeated }
    for (number, member) in members.enumerated() where repeated.contains(number) {
      loading.report(.duplicateKey(member.key.string ?? ""), at: member.key)
    }
    return repeated
  }

  var origin: Origin { loading.origin(object.offset) }

  /// Warns about members that were not read. Call it last.
  func finish() {
    if loading.isChecked { return }
    defer { loading.endKeys(asked) }
    guard read.count < object.count else { return }
    for (number, member) in members.enumerated()
    where !read.contains(number) && !repeated.contains(number) {
      let key = member.key.string ?? ""
      let nearest = loading.suggestion(for: key, among: loading.keys(since: asked))
      loading.report(
        .unknownKey(key, of: "\(kind)", nearest: nearest), at: member.key, severity: .warning)
    }
  }

  /// Returns the value of a member; nil when it is absent.
  mutating func value(_ key: StaticString, required: Bool = false) -> JSONValue? {
    loading.ask(for: key)
    if mayHave(key) {
      if let value = find(key, upTo: object.count) { return value }
      // Search again from the beginning, up to the start of the first search.
      let end = number
      rest = members
      number = 0
      if let value = find(key, upTo: end) { return value }
    }
    if required { loading.report(.missingKey("\(key)", of: "\(kind)"), at: object) }
    return nil
  }

  /// Whether a member is present, with any value. It does not count as read.
  func has(_ key: StaticString) -> Bool { mayHave(key) && members.contains { $0.key.isKey(key) } }

  private func mayHave(_ key: StaticString) -> Bool { marks & JSONValue.mark(key) != 0 }

  private mutating func find(_ key: StaticString, upTo end: Int) -> JSONValue? {
    guard let (value, count) = rest.skip(to: key, limit: end - number) else { return nil }
    number += count
    read.insert(number - 1)
    return value
  }

  func wrongType(_ key: StaticString, _ value: JSONValue, allowed: String) {
    loading.report(.wrongType(key: "\(key)", found: value.kind.rawValue, allowed: allowed), at: value)
  }

  /// Returns the elements of an array; nil when it is absent or not an array.
  mutating func elements(_ key: StaticString, _ presence: Presence = .optional) -> JSONValue.Children? {
    guard let value = value(key, required: presence != .optional) else { return nil }
    guard let elements = value.elements else {
      wrongType(key, value, allowed: "array")
      return nil
    }
    if presence == .filled, value.count == 0 { loading.report(.empty(key: "\(key)"), at: value) }
    return elements
  }

  /// Reads the objects of an array, each with `decode`.
  ///
  /// If the array itself is missing or not an array, references to its kind are not reported as faults of other files.
  mutating func objects<Element>(
    _ key: StaticString, kind: StaticString? = nil, _ presence: Presence = .optional,
    decode: (inout Fields) -> Element
  ) -> [Element] {
    guard let elements = elements(key, presence) else {
      if presence != .optional { loading.leaveOut("\(key)") }
      return []
    }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      guard var fields = Fields(element, kind: kind ?? key, loading: loading) else { continue }
      result.append(decode(&fields))
      fields.finish()
    }
    return result
  }

  mutating func optionalObject<Element>(
    _ key: StaticString, required: Bool = false, decode: (inout Fields) -> Element
  ) -> Element? {
    guard let value = value(key, required: required), var fields = Fields(value, kind: key, loading: loading)
    else { return nil }
    let result = decode(&fields)
    fields.finish()
    return result
  }
}

/// A set of member numbers: one bit each for the first 64, a set for the rest.
private struct MemberSet {
  private var bits: UInt64 = 0
  private var beyond: Set<Int> = []

  var count: Int { bits.nonzeroBitCount + beyond.count }

  func contains(_ number: Int) -> Bool {
    number < 64 ? bits & (1 << UInt64(number)) != 0 : beyond.contains(number)
  }

  mutating func insert(_ number: Int) {
    if number < 64 { bits |= 1 << UInt64(number) } else { beyond.insert(number) }
  }
}
