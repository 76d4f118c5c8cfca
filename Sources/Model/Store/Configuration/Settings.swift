/// What can be set by flags, by variables and in files, with what holds where nothing is said.
package struct Settings: Equatable, Sendable {
  package enum LanguageChoice: String, CaseIterable, Sendable { case auto, zh, en }

  package enum ColourChoice: String, CaseIterable, Sendable { case auto, always, never }

  /// What pictures are drawn with; `auto` takes what the terminal is known to show.
  package enum GlyphChoice: String, CaseIterable, Sendable { case auto, blocks, braille, ascii }

  /// How wide the terminal draws what Unicode calls ambiguous: lines, quotation marks, arrows, Greek.
  package enum AmbiguousWidth: String, CaseIterable, Sendable { case narrow, wide }

  /// The directory of the dataset; nil for the built-in data.
  package var data: String?
  package var language = LanguageChoice.auto
  /// The name of a theme; `auto` takes one that fits the background.
  package var theme = Settings.automaticTheme
  package var colour = ColourChoice.auto
  /// Id of the view to begin with; empty for the first.
  package var view = ""
  /// Names of keys by the id of their action; actions that are missing keep their own.
  package var keys: [String: [String]] = [:]
  /// Whether text may be put on the terminal's clipboard.
  package var clipboard = true
  /// Whether the mouse moves the cursor; while it does, the terminal cannot select text with it.
  package var mouse = false
  package var ambiguousWidth = AmbiguousWidth.narrow
  package var glyphs = GlyphChoice.auto
  /// Whether pages are printed as lines of text instead of a screen.
  package var plain = false
  /// How long an escape byte waits for the rest of a key, in milliseconds; nil is what the line needs.
  package var escapeDelay: Int?
  /// Names of the keys that end the kiosk when pressed one after the other, with blanks between them; empty for none.
  package var kioskExitKey = ""

  /// Where the values come from; those that are missing are built in.
  package var origins: [Setting: SettingOrigin] = [:]

  package static let automaticTheme = "auto"
  /// What `escapeDelay` may be, in milliseconds.
  package static let escapeDelays = 0...5000

  package init() {}

  package func origin(of setting: Setting) -> SettingOrigin { origins[setting] ?? .builtIn }
}

/// The settings by their keys in a file.
package enum Setting: String, CaseIterable, Sendable {
  case data, language, theme
  case colour = "color"
  case view, keys, clipboard, mouse
  case ambiguousWidth = "ambiguous_width"
  case glyphs, plain
  case escapeDelay = "escape_delay"
  case kioskExitKey = "kiosk_exit_key"
}

/// Where the value of a setting comes from.
package enum SettingOrigin: Equatable, Sendable {
  case builtIn
  case file(path: String, line: Int)
  /// A variable of the environment, by its name.
  case environment(String)
  /// An option of the command line, as it is written.
  case flag(String)
}
