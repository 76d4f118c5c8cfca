/// A value with its place in a file; line and column count from 1, the column in bytes.
package struct Placed<Value: Sendable>: Sendable {
  /// The value.
  package var value: Value
  /// The path of the file.
  package var path: String
  /// The line, counted from 1.
  package var line: Int
  /// The column in bytes, counted from 1.
  package var column: Int

  /// Returns a diagnostic with the location of the value.
  package func diagnostic(_ fault: Fault, severity: Diagnostic.Severity = .error) -> Diagnostic {
    Diagnostic(path: path, line: line, column: column, severity: severity, fault: fault)
  }

  /// The location as the origin of a setting.
  package var origin: SettingOrigin { .file(path: path, line: line) }
}

extension Placed: Equatable where Value: Equatable {}

/// The keys of one action as a file names them.
package struct KeyEntry: Equatable, Sendable {
  /// The id of the action.
  package var action: Placed<String>
  /// The keys of actions; an empty list leaves an action without a key.
  package var keys: [Placed<String>]
}

/// The settings of one file. Names of themes, views, actions and keys are not resolved here.
package struct ConfigurationFile: Equatable, Sendable {
  /// The directory as the file names it; empty for the built-in data.
  package var data: Placed<String>?
  /// The language; nil if the file does not set it.
  package var language: Placed<Settings.LanguageChoice>?
  /// The name of the theme; nil if the file does not set it.
  package var theme: Placed<String>?
  /// Whether to use colour; nil if the file does not set it.
  package var colour: Placed<Settings.ColourChoice>?
  /// The id of the first view; nil if the file does not set it.
  package var view: Placed<String>?
  /// The keys of actions; an empty list leaves an action without a key.
  package var keys: [KeyEntry] = []
  /// The location of `keys`; nil if the file does not set it.
  package var keysPlace: Placed<Bool>?
  /// Whether the clipboard can be used; nil if the file does not set it.
  package var clipboard: Placed<Bool>?
  /// Whether the mouse is used; nil if the file does not set it.
  package var mouse: Placed<Bool>?
  /// The width of ambiguous characters; nil if the file does not set it.
  package var ambiguousWidth: Placed<Settings.AmbiguousWidth>?
  /// The characters of charts; nil if the file does not set it.
  package var glyphs: Placed<Settings.GlyphChoice>?
  /// Whether pages are printed as text; nil if the file does not set it.
  package var plain: Placed<Bool>?
  /// Milliseconds; an inner nil takes the default of the connection, local or SSH.
  package var escapeDelay: Placed<Int?>?
  /// Key names separated by spaces; empty for none.
  package var kioskExitKey: Placed<String>?

  /// Reads a file.
  ///
  /// - Returns: its settings, and all its faults with their places. If one is an error, the settings must not be used.
  package static func read(_ file: InputFile) -> (ConfigurationFile, [Diagnostic]) {
    let loading = Loading()
    var result = ConfigurationFile()
    loading.object(file, kind: "configuration") { result.take(&$0) }
    return (result, loading.diagnostics)
  }

  private mutating func take(_ fields: inout Fields) {
    _ = fields.value("$schema")
    data = fields.placed("data") { fields, value in
      value.kind == .null ? "" : fields.string(value, key: "data")
    }
    language = fields.placedChoice("language")
    theme = fields.placedString("theme")
    colour = fields.placedChoice("color")
    view = fields.placedString("view")
    takeKeys(&fields)
    clipboard = fields.placedFlag("clipboard")
    mouse = fields.placedFlag("mouse")
    ambiguousWidth = fields.placedChoice("ambiguous_width")
    glyphs = fields.placedChoice("glyphs")
    plain = fields.placedFlag("plain")
    escapeDelay = fields.placed("escape_delay") { fields, value -> Int?? in
      if value.kind == .null { return .some(nil) }
      return fields.whole(value, key: "escape_delay", within: Settings.escapeDelays).map { .some($0) }
    }
    kioskExitKey = fields.placed("kiosk_exit_key") { fields, value in
      value.kind == .null ? "" : fields.string(value, key: "kiosk_exit_key")
    }
  }

  private mutating func takeKeys(_ fields: inout Fields) {
    let found = fields.placed("keys") { fields, value -> Bool? in
      guard value.members != nil else {
        fields.refuse(value, key: "keys", allowed: "object")
        return nil
      }
      return true
    }
    guard found != nil, let value = fields.value("keys"), let members = value.members else { return }
    keysPlace = found
    var seen: Set<String> = []
    for (key, value) in members {
      let action = fields.loading.placed(key.string ?? "", at: key)
      if !seen.insert(action.value).inserted {
        fields.loading.report(action.diagnostic(.duplicateKey(action.value)))
      }
      guard let elements = value.elements else {
        fields.loading.report(
          .wrongType(key: action.value, found: value.kind.rawValue, allowed: "array"), at: value)
        continue
      }
      let names = elements.compactMap { element in
        fields.string(element, key: "keys").map { fields.loading.placed($0, at: element) }
      }
      keys.append(KeyEntry(action: action, keys: names))
    }
  }
}
