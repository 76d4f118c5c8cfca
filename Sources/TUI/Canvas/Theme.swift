/// How a terminal draws a style.
package struct Paint: Hashable, Sendable {
  /// Number of a colour, 0 to 255; -1 is the terminal's own text colour.
  package var foreground: Int16
  /// Number of a colour, 0 to 255; -1 is the terminal's own background.
  package var background: Int16
  package var attributes: Style.Attributes
}

/// The colours of all roles.
package struct Theme: Equatable, Sendable {
  /// The kind of screen that a theme is made for.
  package enum Kind: String, Sendable { case dark, light, monochrome }

  /// What users call it in options and settings.
  package let name: String
  package let kind: Kind
  package let shades: [Role: Shade]
  /// Whether it covers the terminal's background with its own.
  package private(set) var isOpaque = false

  /// - Parameter shades: roles without one have the colours of the terminal. Without any the theme is one of attributes.
  package init(name: String, kind: Kind = .monochrome, shades: [Role: Shade] = [:]) {
    (self.name, self.kind, self.shades) = (name, kind, shades)
  }

  /// How `style` looks on a terminal of `colours` colours; fewer than 8 give attributes only.
  package func paint(_ style: Style, colours: Int) -> Paint {
    guard kind != .monochrome, colours >= 8 else {
      let attributes = style.attributes.union(style.foreground.emphasis).union(style.background.fill)
      return Paint(foreground: -1, background: -1, attributes: attributes)
    }
    var paper = shade(style.background).paper.number(colours: colours, grey: -1)
    if paper < 0, isOpaque { paper = ownPaper(colours: colours) }
    var ink = shade(style.foreground).ink.number(colours: colours, grey: kind == .dark ? 7 : 0)
    // What the terminal writes in by itself need not be readable on a paper of the theme.
    if ink < 0, paper >= 0 { ink = kind == .dark ? (colours >= 256 ? 231 : 7) : (colours >= 256 ? 16 : 0) }
    return Paint(
      foreground: ink, background: paper, attributes: style.attributes.union(style.foreground.weight))
  }

  /// The same theme on a terminal with this background: one for the other kind of screen brings its own.
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
  /// What a role adds to its colour.
  fileprivate var weight: Style.Attributes {
    switch self {
    case .strong, .title, .key: .bold
    default: []
    }
  }

  /// What stands for the text colour where there are none.
  fileprivate var emphasis: Style.Attributes {
    switch self {
    case .muted, .border, .track, .noData: .dim
    case .strong, .title, .key, .accent, .header, .conflict, .selection, .behind, .farBehind: .bold
    case .plain, .banner, .paceMark, .reached, .onPace, .slightlyBehind, .stale: []
    }
  }

  /// What stands for the background colour where there are none.
  fileprivate var fill: Style.Attributes {
    switch self {
    case .selection, .banner: .reverse
    case .header: .underline
    default: []
    }
  }
}
