/// Readers for ids: the one that an entry declares, and those of other entries.
extension Fields {
  /// Reads the id of this entry and declares it.
  mutating func id() -> String {
    guard let value = value("id", required: true), let id = string(value, key: "id"), !id.isEmpty else {
      loading.leaveOut("\(kind)")
      return ""
    }
    loading.declare(id, kind: kind, at: value)
    return id
  }

  /// Reads the id of an entry of another kind; nil when it is absent or faulty.
  mutating func optionalReference(_ key: StaticString, to kind: StaticString, required: Bool = false)
    -> String?
  {
    guard let value = value(key, required: required), let id = string(value, key: key) else { return nil }
    loading.refer(to: id, kind: kind, at: value)
    return id
  }

  mutating func reference(_ key: StaticString, to kind: StaticString) -> String {
    optionalReference(key, to: kind, required: true) ?? ""
  }

  mutating func references(_ key: StaticString, to kind: StaticString, _ presence: Presence = .optional)
    -> [String]
  {
    guard let elements = elements(key, presence) else { return [] }
    var ids: [String] = []
    for element in elements {
      guard let id = string(element, key: key) else { continue }
      loading.refer(to: id, kind: kind, at: element)
      ids.append(id)
    }
    return ids
  }
}
