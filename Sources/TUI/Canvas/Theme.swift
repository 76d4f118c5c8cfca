/// How a terminal draws a style.
public struct Paint: Hashable, Sendable {
  /// Number of a colour, 0 to 255; -1 is the terminal's own text colour.
  public var foreground: Int16
  /// Number of a colour, 0 to 255; -1 is the terminal's own background.
  public var background: Int16
  public var attributes: Style.Attributes
}

/// The colours of all roles.
public struct Theme: Equatable, Sendable {
  /// The kind of screen that a theme is made for.
  public enum Kind: Sendable {
    case dark, light
    /// Attributes only.
    case monochrome
  }

  /// What users call it in options and settings.
  public let name: String
  public let kind: Kind
  private let palette: @Sendable (Role) -> Shade

  public static let dark = Theme(name: "dark", kind: .dark, palette: Shade.dark)
  public static let light = Theme(name: "light", kind: .light, palette: Shade.light)
  /// Blue is good and orange is bad: no two statuses differ in red against green only. For dark screens.
  public static let colourBlind = Theme(name: "colour-blind", kind: .dark, palette: Shade.colourBlind)
  public static let monochrome = Theme(name: "monochrome", kind: .monochrome) { _ in .own }

  /// All themes, the default one first.
  public static let all: [Theme] = [.dark, .light, .colourBlind, .monochrome]

  public static func == (left: Theme, right: Theme) -> Bool { left.name == right.name }

  /// How `style` looks on a terminal of `colours` colours; fewer than 8 give attributes only.
  public func paint(_ style: Style, colours: Int) -> Paint {
    guard kind != .monochrome, colours >= 8 else {
      let attributes = style.attributes.union(style.foreground.emphasis).union(style.background.fill)
      return Paint(foreground: -1, background: -1, attributes: attributes)
    }
    return Paint(
      foreground: palette(style.foreground).ink.number(colours: colours, grey: kind == .dark ? 7 : 0),
      background: palette(style.background).paper.number(colours: colours, grey: -1),
      attributes: style.attributes.union(style.foreground.weight))
  }
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
