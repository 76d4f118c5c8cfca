import Model

/// A colour in two palettes.
struct Colour: Equatable, Sendable {
  /// Number among 256 colours; -1 is the terminal's own.
  var rich: Int16
  /// Number among the 16 that users can redefine; -1 is the terminal's own.
  var basic: Int16

  static let own = Colour(rich: -1, basic: -1)

  init(rich: Int16, basic: Int16) {
    self.rich = rich
    self.basic = basic
  }

  init(_ colour: ThemeColour) {
    self.init(rich: Int16(clamping: colour.rich), basic: Int16(clamping: colour.basic))
  }

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
}
