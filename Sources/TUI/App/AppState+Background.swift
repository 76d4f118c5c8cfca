import Canvas

/// How the colours match the terminal's background.
struct Backdrop: Equatable, Sendable {
  /// The terminal's background colour; nil while unknown.
  var colour: Background?
  /// Whether the colour stays unknown, because the terminal does not answer.
  var isUnknown = false
  /// Whether the theme follows the background, because the user has not chosen one.
  var choosesTheme = false
}

extension AppState {
  /// Makes the theme follow the background. `known` is the background according to the environment.
  package mutating func followBackground(known: Background?) {
    backdrop = Backdrop(colour: known, choosesTheme: true)
    chooseTheme()
  }

  /// Sets the background according to the environment, with a chosen theme.
  package mutating func expectBackground(_ known: Background?) { backdrop.colour = known }

  /// Handles the terminal's answer; nil means that there was none in time.
  mutating func take(_ background: Background?) {
    backdrop.isUnknown = background == nil && backdrop.colour == nil
    guard let background else { return }
    backdrop.colour = background
    chooseTheme()
  }

  /// Stops following the background, because the user has chosen a theme.
  mutating func keepTheme() {
    backdrop.choosesTheme = false
    backdrop.isUnknown = false
  }

  /// Shows the theme and the language that the user chose by key before, unless options or settings name others.
  ///
  /// - Parameters:
  ///   - hasTheme: whether an option or the settings name the theme.
  ///   - mayChangeLanguage: whether no option or setting names the language, and the terminal can show both.
  package mutating func resume(hasTheme: Bool, mayChangeLanguage: Bool) {
    if !hasTheme, let chosen = themes.first(where: { $0.name == kept.theme }) {
      theme = chosen
      keepTheme()
    }
    if mayChangeLanguage, let chosen = kept.language { language = chosen }
  }

  private mutating func chooseTheme() {
    guard backdrop.choosesTheme, let colour = backdrop.colour else { return }
    let name = (colour.isLight ? Theme.light : Theme.dark).name
    theme = themes.first { $0.name == name } ?? theme
  }

  /// The theme as drawn: it paints its own background if the terminal's is of the other kind.
  package var shownTheme: Theme { theme.drawn(on: backdrop.colour) }

  /// Whether the footer shows the key that changes the colours, because they may not match.
  var offersTheme: Bool { backdrop.isUnknown && backdrop.choosesTheme }
}
