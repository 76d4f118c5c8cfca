import Canvas
import Domain
import Store

extension Theme {
  /// The built-in themes, the default first.
  package static let all: [Theme] = {
    let files = ThemeFile.builtIn.compactMap { ThemeFile.read($0).0 }
    var themes: [Theme] = []
    // A theme without a base can be the base of others.
    for file in files where file.base == nil { themes.append(Theme(file, base: nil)) }
    for file in files {
      guard let base = file.base else { continue }
      themes.append(Theme(file, base: themes.first { $0.name == base.value }))
    }
    let order = ["dark", "light", "high-contrast", "colour-blind", "monochrome"]
    return themes.sorted { (order.firstIndex(of: $0.name) ?? 99) < (order.firstIndex(of: $1.name) ?? 99) }
  }()

  /// The default, for dark screens.
  package static let dark = builtIn("dark")
  /// For light screens.
  package static let light = builtIn("light")
  /// Contrast of at least 7 to 1 between every text and its background. For dark screens.
  package static let highContrast = builtIn("high-contrast")
  /// Blue is good and orange is bad: no two statuses differ only in red and green. For dark screens.
  package static let colourBlind = builtIn("colour-blind")
  /// Without colours: attributes and glyphs alone tell statuses apart.
  package static let monochrome = builtIn("monochrome")

  /// The theme of a file; roles that the file does not define come from `base`.
  package init(_ file: ThemeFile, base: Theme?) {
    var shades = base?.shades ?? [:]
    for entry in file.entries {
      guard let role = Role(name: entry.role.value) else { continue }
      shades[role] = Shade(ink: Colour(entry.text), paper: Colour(entry.background))
    }
    self.init(
      name: file.name.value, kind: Kind(rawValue: file.kind.value.rawValue) ?? .monochrome, shades: shades)
  }

  private static func builtIn(_ name: String) -> Theme {
    all.first { $0.name == name } ?? Theme(name: name)
  }

  /// Returns the built-in themes and those of files, and every fault of the files.
  ///
  /// A file's theme inherits undefined values from its base, or from the built-in theme for its kind of screen; a base
  /// of another kind is a fault. A theme with the name of a built-in theme replaces it.
  package static func catalogue(_ files: [InputFile]) -> (themes: [Theme], faults: [Diagnostic]) {
    var themes = all
    var faults: [Diagnostic] = []
    for file in files {
      let (read, own) = ThemeFile.read(file)
      faults += own
      guard let read else { continue }
      faults += unknownRoles(read)
      guard let base = base(of: read, &faults) else { continue }
      let theme = Theme(read, base: base)
      if let index = themes.firstIndex(where: { $0.name == theme.name }) {
        themes[index] = theme
      } else {
        themes.append(theme)
      }
    }
    return (themes, faults)
  }

  private static func base(of file: ThemeFile, _ faults: inout [Diagnostic]) -> Theme? {
    guard let name = file.base else { return all.first { $0.name == file.kind.value.rawValue } }
    guard let base = all.first(where: { $0.name == name.value }) else {
      faults.append(
        name.diagnostic(unknown(name.value, Name(zh: "内置配色", en: "built-in theme"), all.map(\.name))))
      return nil
    }
    guard base.kind.rawValue == file.kind.value.rawValue else {
      faults.append(
        name.diagnostic(
          .baseOfOtherKind(
            base: name.value, kind: file.kind.value.rawValue, found: base.kind.rawValue)))
      return nil
    }
    return base
  }

  private static func unknownRoles(_ file: ThemeFile) -> [Diagnostic] {
    file.entries.filter { Role(name: $0.role.value) == nil }.map { entry in
      entry.role.diagnostic(
        unknown(entry.role.value, Name(zh: "用途", en: "role"), Role.allCases.map(\.name)), severity: .warning)
    }
  }

  private static func unknown(_ name: String, _ what: Name, _ allowed: [String]) -> Fault {
    .unknownName(name, what: what, allowed: allowed, nearest: Spelling.nearest(to: name, among: allowed))
  }
}

extension Colour {
  fileprivate init(_ colour: ThemeColour) {
    self.init(rich: Int16(clamping: colour.rich), basic: Int16(clamping: colour.basic))
  }
}
