import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Output
import Panels
import Store

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show settings and where they come from.",
    subcommands: [ConfigShowCommand.self, ConfigPathCommand.self, ConfigDefaultsCommand.self])
}

struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the current settings and where each comes from.")

  @OptionGroup var data: DataOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    let (charset, _) = Charset.adopt()
    let environment = Environment.all
    let language = LanguageRule(environment: environment, charset: charset).language(look.language ?? .auto)
    let settings = try Preferences(environment, data: data, look: look, language, for: .all).settings
    let bindings = KeyBindings(settings)
    var rows = Setting.allCases.filter { $0 != .keys }.map { setting in
      (setting.rawValue, settings.text(of: setting), settings.origin(of: setting).text(language))
    }
    rows += KeyBindings.actions.map { id in
      let origin = settings.keys[id] == nil ? .builtIn : settings.origin(of: .keys)
      return ("keys.\(id)", bindings.keys(of: id).map(\.name).joined(separator: " "), origin.text(language))
    }
    let widths = (
      rows.map { TextWidth.columns(of: $0.0) }.max() ?? 0, rows.map { TextWidth.columns(of: $0.1) }.max() ?? 0
    )
    let lines = rows.map { row in
      "\(TextWidth.padded(row.0, to: widths.0))  \(TextWidth.padded(row.1, to: widths.1))  "
        + TextWidth.cleaned(row.2) + "\n"
    }
    try Console.write(lines.joined())
  }
}

struct ConfigPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the configuration files, in order of precedence.")

  func run() throws {
    // Faults in the files must not keep the user from finding them.
    let language = UsageLanguage.current
    let lines = ConfigurationPaths(environment: Environment.all).all.map { path in
      let word =
        access(FileName.cString(path), F_OK) == 0
        ? Name(zh: "存在", en: "exists") : Name(zh: "没有", en: "missing")
      return "\(TextWidth.cleaned(path))  \(word[language])\n"
    }
    try Console.write(lines.joined())
  }
}

extension Settings {
  fileprivate func text(of setting: Setting) -> String {
    switch setting {
    case .data: data ?? DatasetLoader.builtInPlace
    case .language: language.rawValue
    case .theme: theme
    case .colour: colour.rawValue
    case .view: view.isEmpty ? PanelRegistry.all[0].id : view
    case .keys: ""
    case .clipboard: "\(clipboard)"
    case .mouse: "\(mouse)"
    case .ambiguousWidth: ambiguousWidth.rawValue
    case .glyphs: glyphs.rawValue
    case .plain: "\(plain)"
    case .escapeDelay: escapeDelay.map { "\($0)" } ?? "auto"
    case .kioskExitKey: kioskExitKey
    }
  }
}

extension SettingOrigin {
  fileprivate func text(_ language: Language) -> String {
    switch self {
    case .builtIn: Name(zh: "内置", en: "built in")[language]
    case .file(let path, let line): "\(path):\(line)"
    case .environment(let name): Name(zh: "环境变量 \(name)", en: "variable \(name)")[language]
    case .flag(let name): Name(zh: "选项 \(name)", en: "option \(name)")[language]
    }
  }
}

struct ConfigDefaultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "defaults",
    abstract: "Print a complete configuration file with the built-in values.",
    discussion:
      "qjboard config defaults > ~/.config/qjboard/config.json writes a file to start from, which changes nothing. Its schema, for an editor: qjboard schema config > ~/.config/qjboard/config.schema.json"
  )

  func run() throws {
    let settings = Settings()
    var lines = [#" "$schema": "./config.schema.json""#]
    for setting in Setting.allCases where setting != .keys {
      lines.append(" \(quoted(setting.rawValue)): \(value(of: setting, settings))")
    }
    let keys = KeyBindings.actions.map { id in
      let names = KeyBindings.standard.keys(of: id).map { quoted($0.name) }
      return "  \(quoted(id)): [\(names.joined(separator: ", "))]"
    }
    lines.append(" \(quoted(Setting.keys.rawValue)): {\n\(keys.joined(separator: ",\n"))\n }")
    try Console.write("{\n\(lines.joined(separator: ",\n"))\n}\n")
  }

  private func value(of setting: Setting, _ settings: Settings) -> String {
    switch setting {
    case .data, .kioskExitKey, .escapeDelay: "null"
    case .clipboard, .mouse, .plain: settings.text(of: setting)
    default: quoted(settings.text(of: setting))
    }
  }

  private func quoted(_ text: String) -> String { JSONOutput.string(text).text }
}
