/// The meaning of a colour. A theme gives each role its colours; drawing code never names a colour.
package enum Role: UInt8, CaseIterable, Sendable {
  /// The terminal's default background, or its default text colour on it.
  case plain
  case muted
  case strong
  case title
  case border
  case accent
  /// A key in a hint line.
  case key
  /// The row under the cursor.
  case selection
  case header
  case banner
  case conflict
  /// The unfilled part of a bar.
  case track
  case paceMark
  // The statuses of a target.
  case reached
  case onPace
  case slightlyBehind
  case behind
  case farBehind
  case noData
  case stale
}

extension Role {
  /// The name in theme files, such as `pace_mark`.
  package var name: String {
    switch self {
    case .plain: "plain"
    case .muted: "muted"
    case .strong: "strong"
    case .title: "title"
    case .border: "border"
    case .accent: "accent"
    case .key: "key"
    case .selection: "selection"
    case .header: "header"
    case .banner: "banner"
    case .conflict: "conflict"
    case .track: "track"
    case .paceMark: "pace_mark"
    case .reached: "reached"
    case .onPace: "on_pace"
    case .slightlyBehind: "slightly_behind"
    case .behind: "behind"
    case .farBehind: "far_behind"
    case .noData: "no_data"
    case .stale: "stale"
    }
  }

  /// The role with a name from a theme file; nil if there is none.
  package init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}

/// The look of a cell: roles for its two colours, and attributes that also work without colour.
package struct Style: Hashable, Sendable {
  /// The attributes of a text.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    package let rawValue: UInt8
    /// Creates a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold text.
    package static let bold = Attributes(rawValue: 1)
    /// Dim text.
    package static let dim = Attributes(rawValue: 2)
    /// Text and background exchanged.
    package static let reverse = Attributes(rawValue: 4)
    /// Underlined text.
    package static let underline = Attributes(rawValue: 8)
    /// A cell of a bar, which is not exchanged with its background where the cursor is shown by exchanging them.
    package static let solid = Attributes(rawValue: 16)
  }

  /// The role that provides the foreground colour.
  package var foreground: Role
  /// The role that provides the background colour.
  package var background: Role
  /// The attributes of the text.
  package var attributes: Attributes

  /// Creates a style from roles; the theme gives them colours.
  package init(_ foreground: Role = .plain, on background: Role = .plain, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
