/// The appearance of a style on a terminal.
package struct Paint: Hashable, Sendable {
  /// Colour number, 0 to 255; -1 is the terminal's default text colour.
  package var foreground: Int16
  /// Colour number, 0 to 255; -1 is the terminal's default background.
  package var background: Int16
  /// The attributes of the role.
  package var attributes: Style.Attributes
}

/// The colours of all roles.
package struct Theme: Equatable, Sendable {
  /// The kind of screen that a theme is designed for.
  package enum Kind: String, Sendable { case dark, light, monochrome }

  /// The name in options and settings.
  package let name: String
  /// The background that the theme is made for.
  package let kind: Kind
  /// The colours of each role.
  package let shades: [Role: Shade]
  /// Whether it paints its own background over the terminal's.
  package private(set) var isOpaque = false

  /// - Parameters:
  ///   - name: the name of the theme.
  ///   - kind: the background that it is made for.
  ///   - shades: roles without one use the terminal's colours. A theme without any uses attributes only.
  package init(name: String, kind: Kind = .monochrome, shades: [Role: Shade] = [:]) {
    (self.name, self.kind, self.shades) = (name, kind, shades)
  }

  /// Returns the look of `style` on a terminal with `colours` colours; fewer than 8 use attributes only.
  package func paint(_ style: Style, colours: Int) -> Paint {
    guard kind != .monochrome, colours >= 8 else {
      // Exchanged, a full block would be a hole.
      let fill = style.attributes.contains(.solid) ? [] : style.background.fill
      let attributes = style.attributes.union(style.foreground.emphasis).union(fill)
      return Paint(foreground: -1, background: -1, attributes: attributes.subtracting(.solid))
    }
    var paper = shade(style.background).paper.number(colours: colours, grey: -1)
    if paper < 0, isOpaque { paper = ownPaper(colours: colours) }
    var ink = shade(style.foreground).ink.number(colours: colours, grey: kind == .dark ? 7 : 0)
    // The terminal's default text colour may be unreadable on the theme's background.
    if ink < 0, paper >= 0 { ink = kind == .dark ? (colours >= 256 ? 231 : 7) : (colours >= 256 ? 16 : 0) }
    return Paint(
      foreground: ink, background: paper,
      attributes: style.attributes.union(style.foreground.weight).subtracting(.solid))
  }

  /// Returns the theme for a terminal with this background. A theme for the other kind of screen paints its own.
  package func drawn(on background: Background?) -> Theme {
    var theme = self
    theme.isOpaque = background.map { kind == ($0.isLight ? .dark : .light) } ?? false
    return theme
  }

  private func ownPaper(colours: Int) -> Int16 {
    kind == .dark ? (colours >= 256 ? 16 : 0) : (colours >= 256 ? 231 : colours >= 16 ? 15 : 7)
  }

  private func shade(_ role: Role) -> Shade { shades[role] ?? .own }
}

extension Role {
  /// The attributes that a role adds to its colour.
  fileprivate var weight: Style.Attributes {
    switch self {
    case .strong, .title, .key: .bold
    default: []
    }
  }

  /// The attributes that replace the text colour on a terminal without colours.
  fileprivate var emphasis: Style.Attributes {
    switch self {
    case .muted, .border, .track, .noData: .dim
    case .strong, .title, .key, .accent, .header, .conflict, .selection, .behind, .farBehind: .bold
    case .plain, .banner, .paceMark, .reached, .onPace, .slightlyBehind, .stale: []
    }
  }

  /// The attributes that replace the background colour on a terminal without colours.
  fileprivate var fill: Style.Attributes {
    switch self {
    case .selection, .banner: .reverse
    case .header: .underline
    default: []
    }
  }
}
