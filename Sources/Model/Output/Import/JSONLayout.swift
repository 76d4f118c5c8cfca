/// Formats new entries in the layout of dataset files: on one line if they fit, otherwise with each member on its own
/// line.
struct JSONLayout {
  /// One step of indentation.
  var step = " "
  var newline = "\n"
  /// The widest line, in characters.
  var width = 110

  /// - Parameters:
  ///   - indent: the indentation of the line on which the value begins.
  ///   - before: the number of characters between the indentation and the value.
  func text(_ value: JSONOutput, indent: String, before: Int = 0, isEntry: Bool = false) -> String {
    let short = JSONLayout.inline(value)
    if !isEntry, indent.count + before + short.count <= width { return short }
    let inner = indent + step
    switch value {
    case .object(let members) where !members.isEmpty:
      let lines = members.map { key, value in
        let head = "\(JSONLayout.inline(.string(key))): "
        return inner + head + text(value, indent: inner, before: head.count)
      }
      return "{\(newline)\(lines.joined(separator: ",\(newline)"))\(newline)\(indent)}"
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { inner + text($0, indent: inner) }
      return "[\(newline)\(lines.joined(separator: ",\(newline)"))\(newline)\(indent)]"
    default:
      return short
    }
  }

  /// Returns the value on one line: `{"source": "plan", "line": 3}`.
  static func inline(_ value: JSONOutput) -> String {
    switch value {
    case .object(let members):
      "{\(members.map { "\(inline(.string($0))): \(inline($1))" }.joined(separator: ", "))}"
    case .array(let elements): "[\(elements.map(inline).joined(separator: ", "))]"
    default: value.text
    }
  }
}
