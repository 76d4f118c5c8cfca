import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Store

/// The datasets, days and states that tests start from.
enum Fixture {
  /// The day that all tests are on: a fortnight after the newest document of the built-in data.
  static let today = Day("2024-11-15") ?? .distantFuture

  /// The directory of these tests.
  static let tests = parent(of: parent(of: #filePath))
  /// The directory of the package.
  static let package = parent(of: parent(of: tests))

  private static func parent(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  private static let smallData = Result {
    try DatasetLoader.load(directory: "\(package)/fixtures/small").dataset
  }
  private static let builtInData = Result { try DatasetLoader.builtIn().dataset }
  /// Deriving the figures takes longer than all else; one board serves all tests.
  private static let builtInBase = builtInData.map { state($0, "overview") }

  /// The invented dataset of round numbers, see its README.
  static func small() throws -> Dataset { try smallData.get() }

  /// The dataset that is part of the program.
  static func builtIn() throws -> Dataset { try builtInData.get() }

  private static let smallResult = smallData.map { Board($0, asOf: today) }
  private static let kindsResult = Result {
    Board(try DatasetLoader.load(directory: "\(package)/fixtures/kinds").dataset, asOf: today)
  }

  /// The board of the small dataset today; made once, as all tests of panels draw it.
  static func smallBoard() throws -> Board { try smallResult.get() }

  /// The board of the targets of every kind, see its README.
  static func kindsBoard() throws -> Board { try kindsResult.get() }

  /// A panel on the small dataset.
  static func stage(
    _ view: String, _ language: Language = .en, glyphs: Glyphs = .blocks, width: Int = 80, height: Int = 22
  ) throws -> PanelStage {
    PanelStage(view, try smallBoard(), language, glyphs: glyphs, width: width, height: height)
  }

  /// A panel on the built-in data.
  static func builtInStage(
    _ view: String, _ language: Language = .zh, glyphs: Glyphs = .blocks, width: Int = 80, height: Int = 22
  ) throws -> PanelStage {
    PanelStage(
      view, try builtInBase.get().board, language, glyphs: glyphs, width: width, height: height)
  }

  /// A state of the small dataset as of its newest document.
  static func smallState(
    _ view: String, _ language: Language = .en, glyphs: Glyphs = .blocks, width: Int = 80, height: Int = 24
  ) throws -> AppState {
    try state(small(), view, language, glyphs: glyphs, width: width, height: height)
  }

  /// A state of the built-in data as of today.
  static func builtInState(
    _ view: String, _ language: Language = .zh, glyphs: Glyphs = .blocks, width: Int = 80, height: Int = 24
  ) throws -> AppState {
    var state = try builtInBase.get()
    state.view = view
    state.language = language
    state.glyphs = glyphs
    state.width = width
    state.height = height
    return state
  }

  static func state(
    _ dataset: Dataset, _ view: String, _ language: Language = .en, glyphs: Glyphs = .blocks,
    width: Int = 80, height: Int = 24
  ) -> AppState {
    AppState(
      dataset: dataset, asOf: nil, today: today, language: language, theme: .dark, glyphs: glyphs,
      width: width, height: height, view: view)
  }
}
