import Canvas
import Domain
import Output

extension ImportState {
  /// The look of the screen.
  package struct Look: Sendable {
    /// The language of the screen.
    package var language: Language
    /// The theme of the screen.
    package var theme: Theme
    /// The characters that the terminal can draw.
    package var glyphs: Glyphs
    /// The themes that the screen may follow the background with; empty where the user chose one.
    package var themes: [Theme]

    /// - Parameters:
    ///   - language: the language of the screen.
    ///   - theme: the theme of the screen.
    ///   - glyphs: the characters that the terminal can draw.
    ///   - themes: the themes that it may follow the background with; empty where the user chose one.
    package init(language: Language, theme: Theme, glyphs: Glyphs, themes: [Theme] = []) {
      (self.language, self.theme, self.glyphs, self.themes) = (language, theme, glyphs, themes)
    }
  }

  /// What the command line says and the screen does not change.
  package struct Given: Sendable {
    /// The directory of the dataset.
    package var directory: String
    /// Further options with their values.
    package var options: [(String, String)]
    /// The separator of the cells, as a recipe keeps it; nil to find it.
    package var delimiter: String?
    /// The charset that the user chose.
    package var encoding: TextEncoding
    /// The file that a recipe is saved to unless the user types another.
    package var recipe: String

    /// - Parameters:
    ///   - directory: the directory of the dataset.
    ///   - options: further options with their values.
    ///   - delimiter: the separator of the cells; nil to find it.
    ///   - encoding: the charset that the user chose.
    ///   - recipe: the file that a recipe is saved to unless the user types another.
    package init(
      directory: String, options: [(String, String)], delimiter: String?, encoding: TextEncoding,
      recipe: String?
    ) {
      (self.directory, self.options, self.delimiter) = (directory, options, delimiter)
      (self.encoding, self.recipe) = (encoding, recipe ?? "recipe.json")
    }
  }
}
