import Model

/// Everything that a panel reads besides its own ``ViewState``: the board, the language and glyphs, and its size.
public struct PanelContext: Sendable {
  public var board: Board
  /// The current day. Ages are computed up to it, or up to the board's day if that is earlier.
  public var today: Day
  /// Whether the board's day is before the first document.
  public var isBeforeAll = false
  public var language: Language
  public var glyphs: Glyphs
  /// Width of the view, in columns: the screen without its edges.
  public var width: Int
  /// Height of the view, in rows: the screen without head and foot.
  public var height: Int
  /// The scroll positions of the view's lists in the last frame.
  var lists = ListWindows()
  /// The name of the key that clears the filters of the view.
  var clearingKey = ""
  /// The last result of ``Panel/prepared(_:in:)`` for this board; nil before the first.
  var prepared: (any Sendable)?

  public init(board: Board, today: Day, language: Language, glyphs: Glyphs, width: Int, height: Int) {
    self.board = board
    self.today = today
    self.language = language
    self.glyphs = glyphs
    self.width = width
    self.height = height
  }

  /// The data as known on the board's day.
  public var dataset: Dataset { board.dataset }

  /// Whether the board is of an earlier day than today. Documents published later are then ignored, and ages and due dates
  /// refer to that day.
  public var isPast: Bool { board.asOf < today }

  /// The area of the view, with its origin at 0, 0.
  var area: Rect { Rect(width: width, height: height) }

  public func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  public func text(_ name: Name) -> String { name[language] }
}
