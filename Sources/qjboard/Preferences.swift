import App
import ArgumentParser
import Canvas
import Domain
import Store

/// The settings from options, variables and files, in this order of precedence, and the available themes.
struct Preferences {
  private(set) var settings: Settings
  let themes: [Theme]

  /// The settings that a command needs: a fault in any other setting must not stop it.
  enum Use {
    /// The data and the language.
    case words
    /// A screen, or a picture of one.
    case screen
    /// All settings, to report on them.
    case all
  }

  /// Loads and merges all settings.
  ///
  /// - Parameter language: of the messages, as far as it can be determined before the files are read.
  /// - Throws: exit code 78, after printing every fault of files and variables; 64 for an unknown theme on the command
  ///   line. Warnings are printed too.
  init(
    _ environment: [String: String], data: DataOptions? = nil, look: LookOptions? = nil,
    _ language: Language, for use: Use = .screen
  ) throws {
    let configuration = Configuration(paths: ConfigurationPaths(environment: environment))
    let (themes, themeFaults) = Theme.catalogue(configuration.themes)
    self.themes = themes
    let names = themes.map(\.name)
    var faults =
      configuration.diagnostics + configuration.files.flatMap { ConfigurationNames.faults($0, themes: names) }
    if !faults.contains(where: { $0.severity == .error }) {
      faults += ConfigurationNames.conflicts(configuration.files)
    }
    func isSet(_ variable: String) -> Bool { environment[variable].map { !$0.isEmpty } ?? false }
    let isDecided =
      (data?.data != nil || isSet("QJBOARD_DATA")) && (look?.language != nil || isSet("QJBOARD_LANG"))
    if use == .words { faults = faults.compactMap { Self.concernsWords($0, isDecided) } }
    let wanted = Self.themes(look?.theme ?? environment["QJBOARD_THEME"] ?? configuration.settings.theme)
    faults += (configuration.themeFaults + themeFaults).compactMap { Self.theme($0, wanted, use) }
    Console.report(faults, language)
    if faults.contains(where: { $0.severity == .error }) { throw ExitCode(78) }
    settings = configuration.settings
    do throws(Settings.BadVariable) {
      try settings.take(environment: environment)
    } catch {
      try Self.refuse(error, language)
    }
    if let data { settings.take(data) }
    if let look { settings.take(look) }
    if use != .words || look?.theme != nil { try checkTheme(names, language) }
  }

  /// Returns the names of the theme files that a choice may resolve to.
  private static func themes(_ choice: String) -> Set<String> {
    ["", Settings.automaticTheme].contains(choice) ? ["dark", "light"] : [choice]
  }

  /// Returns a fault of the configuration files as it affects a command that draws nothing; nil if it does not.
  private static func concernsWords(_ fault: Diagnostic, _ isDecided: Bool) -> Diagnostic? {
    guard fault.severity == .error else { return fault }
    switch fault.fault {
    case .unknownName, .keyConflict, .badColour, .baseOfOtherKind: return nil
    case .wrongType(let key, _, _), .notAllowed(let key, _, _, _), .notWithin(let key, _, _, _):
      let setting = Setting(rawValue: key)
      if let setting, setting != .data, setting != .language { return nil }
    default: break
    }
    return isDecided ? fault.asWarning : fault
  }

  /// Returns a fault of a theme file as it affects the command: nil if nothing is drawn, an error if the theme is in
  /// use, otherwise a warning if all settings are reported.
  private static func theme(_ fault: Diagnostic, _ wanted: Set<String>, _ use: Use) -> Diagnostic? {
    let name = fault.path.split(separator: "/").last.map { String($0.dropLast(".json".count)) }
    let isWanted = name.map(wanted.contains) ?? false
    switch use {
    case .words: return nil
    case .screen: return isWanted ? fault : nil
    case .all: return isWanted ? fault : fault.asWarning
    }
  }

  /// The files have been checked, so this name comes from a variable or an option.
  private func checkTheme(_ names: [String], _ language: Language) throws {
    let allowed = [Settings.automaticTheme] + names
    guard !allowed.contains(settings.theme) else { return }
    if case .environment(let name) = settings.origin(of: .theme) {
      try Self.refuse(.init(name: name, found: settings.theme, allowed: allowed), language)
    }
    throw ValidationError(Name(zh: "配色", en: "theme"), settings.theme, among: allowed)
  }

  private static func refuse(_ variable: Settings.BadVariable, _ language: Language) throws {
    let fault = Fault.notAllowed(
      key: variable.name, found: variable.found, allowed: variable.allowed,
      nearest: Spelling.nearest(to: variable.found, among: variable.allowed))
    Console.complain(fault.message[language])
    throw ExitCode(78)
  }
}

extension Settings {
  /// Applies the options of the command line, which take precedence over everything else.
  fileprivate mutating func take(_ data: DataOptions) {
    if let directory = data.data { set(directory, as: .data, from: .flag("--data"), into: \.data) }
  }

  fileprivate mutating func take(_ look: LookOptions) {
    set(look.language, as: .language, from: .flag("--lang"), into: \.language)
    set(look.theme, as: .theme, from: .flag("--theme"), into: \.theme)
    set(look.colour, as: .colour, from: .flag("--color"), into: \.colour)
    set(look.ambiguousWidth, as: .ambiguousWidth, from: .flag("--ambiguous-width"), into: \.ambiguousWidth)
  }
}

extension Diagnostic {
  fileprivate var asWarning: Diagnostic {
    var copy = self
    copy.severity = .warning
    return copy
  }
}
