extension Settings {
  /// A variable with a value that is not allowed: its name, the value found, the values allowed.
  package struct BadVariable: Error, Equatable, Sendable {
    /// The name of the variable.
    package var name: String
    /// The value of the variable.
    package var found: String
    /// The allowed values.
    package var allowed: [String]

    /// Creates a report; `allowed` is for the message only.
    package init(name: String, found: String, allowed: [String]) {
      self.name = name
      self.found = found
      self.allowed = allowed
    }
  }

  /// Applies the environment variables, which take precedence over the files. Empty variables are ignored.
  ///
  /// A non-empty `NO_COLOR` wins over `CLICOLOR_FORCE` and `FORCE_COLOR`, and these over `CLICOLOR=0`.
  package mutating func take(environment: [String: String]) throws(BadVariable) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let directory = value("QJBOARD_DATA") {
      set(directory, as: .data, from: .environment("QJBOARD_DATA"), into: \.data)
    }
    set(value("QJBOARD_THEME"), as: .theme, from: .environment("QJBOARD_THEME"), into: \.theme)
    if let word = value("QJBOARD_LANG") {
      guard let choice = LanguageChoice(rawValue: word) else {
        throw BadVariable(name: "QJBOARD_LANG", found: word, allowed: LanguageChoice.allCases.map(\.rawValue))
      }
      set(choice, as: .language, from: .environment("QJBOARD_LANG"), into: \.language)
    }
    let forcing = ["CLICOLOR_FORCE", "FORCE_COLOR"].first { name in value(name).map { $0 != "0" } ?? false }
    if value("NO_COLOR") != nil {
      set(.never, as: .colour, from: .environment("NO_COLOR"), into: \.colour)
    } else if let forcing {
      set(.always, as: .colour, from: .environment(forcing), into: \.colour)
    } else if value("CLICOLOR") == "0" {
      set(.never, as: .colour, from: .environment("CLICOLOR"), into: \.colour)
    }
  }
}
