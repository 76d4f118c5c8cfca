/// What can be set by flags, by variables and in files, with what holds where nothing is said.
public struct Settings: Equatable, Sendable {
  public enum LanguageChoice: String, CaseIterable, Sendable { case auto, zh, en }

  public enum ColourChoice: String, CaseIterable, Sendable { case auto, always, never }

  /// What pictures are drawn with; `auto` takes what the terminal is known to show.
  public enum GlyphChoice: String, CaseIterable, Sendable { case auto, blocks, braille, ascii }

  /// How wide the terminal draws what Unicode calls ambiguous: lines, quotation marks, arrows, Greek.
  public enum AmbiguousWidth: String, CaseIterable, Sendable { case narrow, wide }

  /// The directory of the dataset; nil for the built-in data.
  public var data: String?
  public var language = LanguageChoice.auto
  /// The name of a theme; `auto` takes one that fits the background.
  public var theme = Settings.automaticTheme
  public var colour = ColourChoice.auto
  /// Id of the view to begin with; empty for the first.
  public var view = ""
  /// Names of keys by the id of their action; actions that are missing keep their own.
  public var keys: [String: [String]] = [:]
  /// Whether text may be put on the terminal's clipboard.
  public var clipboard = true
  /// Whether the mouse moves the cursor; while it does, the terminal cannot select text with it.
  public var mouse = false
  public var ambiguousWidth = AmbiguousWidth.narrow
  public var glyphs = GlyphChoice.auto
  /// Whether pages are printed as lines of text instead of a screen.
  public var plain = false
  /// How long an escape byte waits for the rest of a key, in milliseconds; nil is what the line needs.
  public var escapeDelay: Int?
  /// Names of the keys that end the kiosk when pressed one after the other, with blanks between them; empty for none.
  public var kioskExitKey = ""

  /// Where the values come from; those that are missing are built in.
  public var origins: [Setting: SettingOrigin] = [:]

  public static let automaticTheme = "auto"
  /// What `escapeDelay` may be, in milliseconds.
  public static let escapeDelays = 0...5000

  public init() {}

  public func origin(of setting: Setting) -> SettingOrigin { origins[setting] ?? .builtIn }
}

/// The settings by their keys in a file.
public enum Setting: String, CaseIterable, Sendable {
  case data, language, theme
  case colour = "color"
  case view, keys, clipboard, mouse
  case ambiguousWidth = "ambiguous_width"
  case glyphs, plain
  case escapeDelay = "escape_delay"
  case kioskExitKey = "kiosk_exit_key"
}

/// Where the value of a setting comes from.
public enum SettingOrigin: Equatable, Sendable {
  case builtIn
  case file(path: String, line: Int)
  /// A variable of the environment, by its name.
  case environment(String)
  /// An option of the command line, as it is written.
  case flag(String)
}
