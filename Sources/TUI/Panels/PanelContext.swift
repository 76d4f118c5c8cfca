import Canvas
import Domain
import Figures

/// Everything that a panel reads besides its own ``ViewState``: the board, the language and glyphs, and its size.
package struct PanelContext: Sendable {
  /// The board that is shown.
  package var board: Board
  /// The current day. Ages are computed up to it, or up to the board's day if that is earlier.
  package var today: Day
  /// Whether the board's day is before the first document.
  package var isBeforeAll = false
  /// The language of the screen.
  package var language: Language
  /// The characters that the terminal can draw.
  package var glyphs: Glyphs
  /// Width of the view, in columns: the screen without its edges.
  package var width: Int
  /// Height of the view, in rows: the screen without head and foot.
  package var height: Int
  /// The scroll positions of the view's lists in the last frame.
  package var lists = ListWindows()
  /// The name of the key that clears the filters of the view.
  package var clearingKey = ""
  /// Whether the frame shows the filters of the view, so that the view need not.
  package var hasFiltersShown = false
  /// The last result of ``Panel/prepared(_:in:)`` for this board; nil before the first.
  package var prepared: (any Sendable)?

  /// Creates the context of a frame; optional properties keep their defaults.
  package init(board: Board, today: Day, language: Language, glyphs: Glyphs, width: Int, height: Int) {
    self.board = board
    self.today = today
    self.language = language
    self.glyphs = glyphs
    self.width = width
    self.height = height
  }

  /// The data as known on the board's day.
  package var dataset: Dataset { board.dataset }

  /// Whether the board is of an earlier day than today. Documents published later are then ignored, and ages and due dates
  /// refer to that day.
  package var isPast: Bool { board.asOf < today }

  /// The area of the view, with its origin at 0, 0.
  var area: Rect { Rect(width: width, height: height) }

  /// Returns the text in the language of the screen.
  package func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  /// Returns the text in the language of the screen.
  package func text(_ name: Name) -> String { typed(name[language]) }
}
