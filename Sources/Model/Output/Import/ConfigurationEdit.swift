import Store

/// Sets single values in the text of a configuration file; every other byte stays as it is.
package enum ConfigurationEdit {
  /// The text of a file in which a setting has a word.
  ///
  /// - Parameter bytes: what the file holds; empty where there is none yet.
  /// - Returns: nil when the bytes are not a JSON object.
  package static func text(_ bytes: [UInt8], with setting: Setting, as word: String) -> [UInt8]? {
    let alone = JSONOutput.object([(setting.rawValue, .string(word))])
    if bytes.isEmpty { return Array("\(alone.text)\n".utf8) }
    guard var edit = try? JSONEdit(bytes), edit.root.kind == .object else { return nil }
    let root = edit.root
    // The last one of several is the one that counts.
    var found: JSONValue?
    for member in root.members.map(Array.init) ?? [] where member.key.string == setting.rawValue {
      found = member.value
    }
    if let found {
      edit.replace(found, with: .string(word))
    } else if root.count == 0 {
      edit.replace(root, with: alone)
    } else {
      edit.add(setting.rawValue, .string(word), to: root)
    }
    return edit.result
  }
}
