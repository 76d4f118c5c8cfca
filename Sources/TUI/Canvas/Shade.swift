/// A colour in two palettes.
package struct Colour: Equatable, Sendable {
  /// Number among 256 colours; -1 is the terminal's own.
  package var rich: Int16
  /// Number among the 16 that users can redefine; -1 is the terminal's own.
  package var basic: Int16

  package static let own = Colour(rich: -1, basic: -1)

  package init(rich: Int16, basic: Int16) {
    self.rich = rich
    self.basic = basic
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
package struct Shade: Equatable, Sendable {
  package var ink: Colour
  package var paper: Colour

  package init(ink: Colour, paper: Colour) {
    (self.ink, self.paper) = (ink, paper)
  }

  package static let own = Shade(ink: .own, paper: .own)
}
