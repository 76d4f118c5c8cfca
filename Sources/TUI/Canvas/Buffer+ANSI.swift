extension Buffer {
  /// Returns the lines with the escape sequences of a 256-colour terminal (ECMA-48 SGR).
  ///
  /// Each line ends in the terminal's default colours, so that lines can be extracted and combined.
  ///
  /// - Parameters:
  ///   - theme: the colours of the roles.
  ///   - text: converts each text of the frame before it is written.
  package func ansiLines(_ theme: Theme, text: (String) -> String = { $0 }) -> [String] {
    runs(theme).map { runs in
      var line = ""
      var isPlain = true
      for run in runs {
        let codes = run.paint.codes
        if !codes.isEmpty {
          line += "\u{1B}[\((["0"] + codes).joined(separator: ";"))m"
        } else if !isPlain {
          line += "\u{1B}[0m"
        }
        isPlain = codes.isEmpty
        line += text(run.text)
      }
      return isPlain ? line : line + "\u{1B}[0m"
    }
  }
}

extension Paint {
  /// The SGR parameters that select this paint, starting from the terminal's default colours.
  fileprivate var codes: [String] {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if foreground >= 0 { codes.append("38;5;\(foreground)") }
    if background >= 0 { codes.append("48;5;\(background)") }
    return codes
  }
}
