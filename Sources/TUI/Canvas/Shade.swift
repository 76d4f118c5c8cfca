/// A colour in two palettes.
struct Colour: Equatable, Sendable {
  /// Number among 256 colours; -1 is the terminal's own.
  var rich: Int16
  /// Number among the 16 that users can redefine; -1 is the terminal's own.
  var basic: Int16

  static let own = Colour(rich: -1, basic: -1)

  /// The number to use on a terminal of so many colours.
  ///
  /// - Parameter grey: what stands for the dark grey, number 8, among 8 colours, where it would be black.
  func number(colours: Int, grey: Int16) -> Int16 {
    if colours >= 256 { return rich }
    if colours >= 16 || basic < 8 { return basic }
    return basic == 8 ? grey : basic - 8
  }
}

/// What a role looks like: as the colour of text and as a background.
struct Shade: Equatable, Sendable {
  var ink: Colour
  var paper: Colour

  static let own = Shade(ink: .own, paper: .own)

  private init(ink: Colour, paper: Colour) {
    self.ink = ink
    self.paper = paper
  }

  /// The same colour for text and background.
  private init(_ rich: Int16, _ basic: Int16) {
    self.init(rich, basic, paper: rich, basic)
  }

  private init(_ rich: Int16, _ basic: Int16, paper: Int16, _ basicPaper: Int16) {
    self.init(ink: Colour(rich: rich, basic: basic), paper: Colour(rich: paper, basic: basicPaper))
  }

  static func dark(_ role: Role) -> Shade {
    switch role {
    case .plain, .strong: .own
    case .muted: Shade(247, 7)
    case .title: Shade(80, 14)
    case .border: Shade(240, 8)
    case .accent: Shade(80, 6)
    case .key: Shade(80, 14)
    case .selection: Shade(117, 14, paper: 238, 4)
    case .header: Shade(152, 14, paper: 236, -1)
    case .banner: Shade(231, 15, paper: 24, 4)
    case .conflict: Shade(176, 13, paper: 53, 5)
    case .track: Shade(240, 8, paper: 237, 8)
    case .paceMark: Shade(231, 15)
    case .reached: Shade(78, 10)
    case .onPace: Shade(79, 6)
    case .slightlyBehind: Shade(186, 11)
    case .behind: Shade(214, 3)
    case .farBehind: Shade(203, 9)
    case .noData: Shade(246, 8)
    case .stale: Shade(139, 5)
    }
  }

  static func light(_ role: Role) -> Shade {
    switch role {
    case .plain, .strong: .own
    case .muted: Shade(241, 8)
    case .title: Shade(24, 4)
    case .border: Shade(248, 8)
    case .accent: Shade(30, 4)
    case .key: Shade(30, 4)
    case .selection: Shade(24, 4, paper: 153, 7)
    case .header: Shade(24, 4, paper: 254, 7)
    case .banner: Shade(16, 0, paper: 152, 6)
    case .conflict: Shade(127, 5, paper: 225, 5)
    case .track: Shade(250, 7, paper: 253, 7)
    case .paceMark: Shade(16, 0)
    case .reached: Shade(28, 2)
    case .onPace: Shade(30, 2)
    case .slightlyBehind: Shade(94, 3)
    case .behind: Shade(166, 3)
    case .farBehind: Shade(160, 1)
    case .noData: Shade(243, 8)
    case .stale: Shade(96, 5)
    }
  }

  static func colourBlind(_ role: Role) -> Shade {
    switch role {
    case .reached: Shade(39, 14)
    case .onPace: Shade(75, 6)
    case .slightlyBehind: Shade(223, 15)
    case .behind: Shade(215, 11)
    case .farBehind: Shade(208, 3)
    case .conflict: Shade(229, 11, paper: 94, 3)
    case .stale: Shade(146, 7)
    default: dark(role)
    }
  }
}
