/// A colour in two palettes.
package struct Colour: Equatable, Sendable {
  /// The number in the 256-colour palette; -1 is the terminal's default colour.
  package var rich: Int16
  /// The number in the 16-colour palette, which users can redefine; -1 is the terminal's default colour.
  package var basic: Int16

  /// The default of the terminal.
  package static let own = Colour(rich: -1, basic: -1)

  /// Creates a colour; -1 is the terminal's own.
  package init(rich: Int16, basic: Int16) {
    self.rich = rich
    self.basic = basic
  }

  /// Returns the number to use on a terminal with `colours` colours.
  ///
  /// - Parameter grey: replaces dark grey, number 8, on a terminal with 8 colours, where it would be black.
  func number(colours: Int, grey: Int16) -> Int16 {
    if colours >= 256 { return rich }
    if colours >= 16 || basic < 8 { return basic }
    return basic == 8 ? grey : basic - 8
  }
}

/// The appearance of a role: its colour as text and as a background.
package struct Shade: Equatable, Sendable {
  /// The colour of the text.
  package var ink: Colour
  /// The colour of the background.
  package var paper: Colour

  /// Creates a pair of text and background colour.
  package init(ink: Colour, paper: Colour) {
    (self.ink, self.paper) = (ink, paper)
  }

  /// The default of the terminal.
  package static let own = Shade(ink: .own, paper: .own)
}
