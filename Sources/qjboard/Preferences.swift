import App
import ArgumentParser
import Canvas
import Domain
import Store

/// What holds by options, variables and files, in this order of importance, and the themes that there are.
struct Preferences {
  private(set) var settings: Settings
  let themes: [Theme]

  /// What a command needs of the settings: a mistake in what it does not need must not keep it from its work.
  enum Use {
    /// The data and the language.
    case words
    /// A screen, or a picture of one.
    case screen
    /// To tell of all of it.
    case all
  }

  /// Brings everything together.
  ///
  /// - Parameter language: of the messages, as far as it is known before the files are read.
  /// - Throws: exit code 78 after every fault of files and variables was printed; 64 for an unknown theme of the command
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

  /// The names of the theme files that a choice may lead to.
  private static func themes(_ choice: String) -> Set<String> {
    ["", Settings.automaticTheme].contains(choice) ? ["dark", "light"] : [choice]
  }

  /// A fault of the files of settings as it concerns a command that draws nothing; nil where it does not.
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

  /// A fault of a theme file: an error where the theme is in use, else only told to who asks for all.
  private static func theme(_ fault: Diagnostic, _ wanted: Set<String>, _ use: Use) -> Diagnostic? {
    let name = fault.path.split(separator: "/").last.map { String($0.dropLast(".json".count)) }
    let isWanted = name.map(wanted.contains) ?? false
    switch use {
    case .words: return nil
    case .screen: return isWanted ? fault : nil
    case .all: return isWanted ? fault : fault.asWarning
    }
  }

  /// The files have been checked: this is a name of a variable or of an option.
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
  /// Takes over the options of the command line, which stand above all.
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
