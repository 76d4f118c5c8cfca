import Model

/// What a panel is told besides its own ``ViewState``: the board, for whom it is drawn, and how much room there is.
public struct PanelContext: Sendable {
  public var board: Board
  /// How old data is counts to here, or to the earlier day that is looked at.
  public var today: Day
  /// Whether the day that is shown lies before all documents.
  public var isBeforeAll = false
  public var language: Language
  public var glyphs: Glyphs
  /// Columns of the part of the screen that the view is drawn in.
  public var width: Int
  /// Rows of it.
  public var height: Int
  /// The lists of the view as they were drawn last.
  var lists = ListWindows()
  /// The key that clears the filters of the view, as it is bound now.
  var clearingKey = ""
  /// What the panel has prepared for the board, see ``Panel/prepared(_:in:)``; nil before it has.
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

  /// Whether an earlier day than today is looked at: later documents are left out, and what is due and how old something
  /// is counts to that day.
  public var isPast: Bool { board.asOf < today }

  /// The part of the screen that the view is drawn in, from its own corner.
  var area: Rect { Rect(width: width, height: height) }

  public func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  public func text(_ name: Name) -> String { name[language] }
}
