import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output
@testable import Store

/// The import screen on a dataset of the fixtures, with keys and pastes, and without a terminal.
struct ImportStage {
  var state: ImportState
  /// What the last key asked for.
  private(set) var effect: Effect?

  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - table: the text of the table, or the path of one below `fixtures/`.
  ///   - dataset: the directory of the dataset below `fixtures/`.
  ///   - options: how the command line says to read it.
  init(
    _ kind: TableImport.Kind, _ table: String, into dataset: String = "small",
    _ options: TableImport.Options = .init(source: "briefing"), _ language: Language = .en,
    glyphs: Glyphs = .blocks, width: Int = 80, height: Int = 24
  ) throws {
    let directory = "\(Fixture.package)/fixtures/\(dataset)"
    let files = try InputFile.readDirectory(directory)
    let isPath = table.hasSuffix(".csv") || table.hasSuffix(".xlsx")
    let bytes =
      isPath
      ? try InputFile.read(path: "\(Fixture.package)/fixtures/\(table)", name: table).bytes
      : Array(table.utf8)
    let file = try TableFile(bytes, name: isPath ? table : "t.csv", encoding: .auto, delimiter: nil)
    let input = TableInput(
      kind, path: isPath ? table : "t.csv", file,
      dataset: try DatasetLoader.load(files: files, place: "ds").dataset, files: files, directory: "ds")
    state = ImportState(
      input, options,
      .init(directory: "ds", options: [], delimiter: nil, encoding: .auto, recipe: nil),
      .init(language: language, theme: .monochrome, glyphs: glyphs))
    _ = state.take(.resize(width: width, height: height))
  }

  /// Presses keys by name, divided by blanks.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = Key(name: String(name)) else {
        Issue.record("no key \(name)")
        continue
      }
      effect = state.take(.key(key))
    }
  }

  mutating func type(_ text: String) {
    for character in text { effect = state.take(.key(.character(character))) }
  }

  mutating func paste(_ text: String) { effect = state.take(.paste(text)) }

  var lines: [String] { ImportFrame.render(state).lines }
  var text: String { lines.joined(separator: "\n") }
  /// The corrections as options of the command line.
  var arguments: [String] { state.options.arguments.map { "\($0.0) \($0.1)" } }
}
