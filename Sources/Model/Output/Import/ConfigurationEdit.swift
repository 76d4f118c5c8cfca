import Store

/// Sets single values in the text of a configuration file; all other bytes stay unchanged.
package enum ConfigurationEdit {
  /// Returns the text of a file with a setting set to a value.
  ///
  /// - Parameters:
  ///   - setting: the setting to change.
  ///   - word: its new value.
  ///   - bytes: the present contents; empty when there is no file yet.
  /// - Returns: nil when the bytes are not a JSON object.
  package static func text(_ bytes: [UInt8], with setting: Setting, as word: String) -> [UInt8]? {
    let alone = JSONOutput.object([(setting.rawValue, .string(word))])
    if bytes.isEmpty { return Array("\(alone.text)\n".utf8) }
    guard var edit = try? JSONEdit(bytes), edit.root.kind == .object else { return nil }
    let root = edit.root
    // Of several members with the same key, the last one counts.
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
