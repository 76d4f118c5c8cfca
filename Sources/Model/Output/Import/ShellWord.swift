/// A word of a command, as a shell takes it.
package enum ShellWord {
  /// Returns a text in quotation marks where a shell would not take it as one word.
  package static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.isASCII || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar) || "=,.-_/:@%+".unicodeScalars.contains(scalar)
      }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
