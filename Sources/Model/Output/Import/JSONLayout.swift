/// Writes new entries the way the files of a dataset are laid out: what fits stands on one line, members of an entry
/// on lines of their own.
struct JSONLayout {
  /// One step of indentation.
  var step = " "
  var newline = "\n"
  /// The widest line in characters.
  var width = 110

  /// - Parameters:
  ///   - indent: what the line begins with that the value begins on.
  ///   - before: how many characters stand between the indentation and the value.
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

  /// On one line: `{"source": "plan", "line": 3}`.
  static func inline(_ value: JSONOutput) -> String {
    switch value {
    case .object(let members):
      "{\(members.map { "\(inline(.string($0))): \(inline($1))" }.joined(separator: ", "))}"
    case .array(let elements): "[\(elements.map(inline).joined(separator: ", "))]"
    default: value.text
    }
  }
}
