/// The settings that flags, variables and files can change, with their defaults.
package struct Settings: Equatable, Sendable {
  /// The language, or that of the locale.
  package enum LanguageChoice: String, CaseIterable, Sendable { case auto, zh, en }

  /// Whether to use colour.
  package enum ColourChoice: String, CaseIterable, Sendable { case auto, always, never }

  /// The characters that charts are drawn with; `auto` takes those that the terminal is known to support.
  package enum GlyphChoice: String, CaseIterable, Sendable { case auto, blocks, braille, ascii }

  /// The width at which the terminal draws the characters that Unicode calls ambiguous: lines, quotation marks, arrows,
  /// Greek.
  package enum AmbiguousWidth: String, CaseIterable, Sendable { case narrow, wide }

  /// The directory of the dataset; nil for the built-in data.
  package var data: String?
  /// The language of the screen and of messages.
  package var language = LanguageChoice.auto
  /// The name of a theme; `auto` picks one that matches the background.
  package var theme = Settings.automaticTheme
  /// Whether to use colour.
  package var colour = ColourChoice.auto
  /// The id of the initial view; empty for the first one.
  package var view = ""
  /// Key names by action id; actions that are missing keep their default keys.
  package var keys: [String: [String]] = [:]
  /// Whether text may be copied to the terminal's clipboard.
  package var clipboard = true
  /// Whether the mouse moves the cursor. If so, the terminal cannot select text with it.
  package var mouse = false
  /// The width of ambiguous characters: 1 or 2 cells.
  package var ambiguousWidth = AmbiguousWidth.narrow
  /// The characters of charts.
  package var glyphs = GlyphChoice.auto
  /// Whether pages are printed as lines of text instead of a screen.
  package var plain = false
  /// How long an escape byte waits for the rest of a key, in milliseconds; nil takes the default of the connection,
  /// local or SSH.
  package var escapeDelay: Int?
  /// The keys that end the kiosk when pressed in sequence, as names separated by spaces; empty for none.
  package var kioskExitKey = ""

  /// The origins of the values; settings that are missing have their built-in value.
  package var origins: [Setting: SettingOrigin] = [:]

  /// The name that selects a theme by the terminal's background.
  package static let automaticTheme = "auto"
  /// The allowed values of `escapeDelay`, in milliseconds.
  package static let escapeDelays = 0...5000

  /// Creates the default settings.
  package init() {}

  /// Returns where the value of a setting comes from.
  package func origin(of setting: Setting) -> SettingOrigin { origins[setting] ?? .builtIn }
}

/// The settings, by their key in a file.
package enum Setting: String, CaseIterable, Sendable {
  case data, language, theme
  case colour = "color"
  case view, keys, clipboard, mouse
  case ambiguousWidth = "ambiguous_width"
  case glyphs, plain
  case escapeDelay = "escape_delay"
  case kioskExitKey = "kiosk_exit_key"
}

/// The origin of a setting's value.
package enum SettingOrigin: Equatable, Sendable {
  case builtIn
  case file(path: String, line: Int)
  /// An environment variable, by name.
  case environment(String)
  /// A command-line option, as typed.
  case flag(String)
}
