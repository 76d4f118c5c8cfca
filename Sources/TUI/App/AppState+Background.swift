import Canvas

/// How the colours fit the terminal's own background.
struct Backdrop: Equatable, Sendable {
  /// What the terminal draws behind its text, as far as it is known.
  var colour: Background?
  /// Whether nobody knows it and nobody will: the terminal does not answer.
  var isUnknown = false
  /// Whether the theme follows from it, as nobody has chosen one.
  var choosesTheme = false
}

extension AppState {
  /// Lets the theme follow from the background, of which `known` is what the environment says.
  package mutating func followBackground(known: Background?) {
    backdrop = Backdrop(colour: known, choosesTheme: true)
    chooseTheme()
  }

  /// What the environment says of the background, where a theme was chosen.
  package mutating func expectBackground(_ known: Background?) { backdrop.colour = known }

  /// Takes the terminal's answer; nil says that there was none in time.
  mutating func take(_ background: Background?) {
    backdrop.isUnknown = background == nil && backdrop.colour == nil
    guard let background else { return }
    backdrop.colour = background
    chooseTheme()
  }

  /// From now on the theme is what somebody has chosen.
  mutating func keepTheme() {
    backdrop.choosesTheme = false
    backdrop.isUnknown = false
  }

  private mutating func chooseTheme() {
    guard backdrop.choosesTheme, let colour = backdrop.colour else { return }
    let name = (colour.isLight ? Theme.light : Theme.dark).name
    theme = themes.first { $0.name == name } ?? theme
  }

  /// The theme as it is drawn: with a background of its own where the terminal's is of the other kind.
  package var shownTheme: Theme { theme.drawn(on: backdrop.colour) }

  /// Whether the foot names the key that changes the colours, as they may be wrong.
  var offersTheme: Bool { backdrop.isUnknown && backdrop.choosesTheme }
}
