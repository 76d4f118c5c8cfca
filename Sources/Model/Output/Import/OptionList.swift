/// The list of an option, such as `总投资=万元,"产值（万元,含税）"=万元`: quotation marks enclose a text with a comma or an
/// equals sign, and are doubled inside it.
package enum OptionList {
  /// Returns the elements of a list, still quoted.
  package static func elements(_ text: String) -> [String] { parts(text, at: ",", limit: .max) }

  /// Returns the two sides of the first equals sign, without their quotation marks; nil when there are not two.
  package static func pair(_ element: String) -> (String, String)? {
    let halves = parts(element, at: "=", limit: 2).map(unquoted)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
    return (halves[0], halves[1])
  }

  /// Returns a text without its quotation marks.
  package static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// Returns a text in quotation marks where a list would split it.
  package static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",=\"".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// Returns a pair as a list has it.
  package static func pair(_ name: String, _ value: String) -> String { "\(quoted(name))=\(quoted(value))" }

  private static func parts(_ text: String, at separator: Character, limit: Int) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == separator, !isQuoted, parts.count < limit {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty || limit != .max }
  }
}
