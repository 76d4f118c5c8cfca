import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output
@testable import Panels

/// Panels alone on small datasets, and a few whole frames of the built-in data, against the recorded ones, text and styles. To
/// record: `RECORD_SNAPSHOTS=1 swift test --filter SnapshotTests`
struct SnapshotTests {
  /// The look of a picture: its size in columns and rows, its language and glyphs.
  struct Look: CustomStringConvertible, Sendable {
    var width: Int
    var height: Int
    var language: Language
    var glyphs = Glyphs.blocks

    var description: String { "\(width)x\(height)-\(language)\(glyphs.isASCII ? "-ascii" : "")" }
  }

  /// A panel by the name of its file: `<view>[-<variant>]-<size>-<language>[-ascii]`.
  struct PanelScene: CustomTestStringConvertible, Sendable {
    var view: String
    var variant: String?
    var dataset = "small"
    var keys: [Key] = []
    var look: Look

    var testDescription: String { [view, variant, "\(look)"].compactMap { $0 }.joined(separator: "-") }

    func buffer() throws -> Buffer {
      let board = dataset == "small" ? try Fixture.smallBoard() : try Fixture.kindsBoard()
      var stage = PanelStage(
        view, board, look.language, glyphs: look.glyphs, width: look.width, height: look.height)
      for key in keys { stage.press(key) }
      return stage.buffer
    }
  }

  /// A frame by the name of its file: `<view or overlay>-<size>-<language>[-ascii]`.
  struct FrameScene: CustomTestStringConvertible, Sendable {
    var view: String
    var overlay: AppState.Overlay?
    var look: Look

    var testDescription: String { "\(overlay.map { "\($0)" } ?? view)-\(look)" }

    func buffer() throws -> Buffer {
      var state = try Fixture.builtInState(
        view, look.language, glyphs: look.glyphs, width: look.width, height: look.height)
      state.overlay = overlay
      return Frame.render(state)
    }
  }

  /// The room that a screen of 40x12, 80x24, 120x36 and 200x52 leaves to a panel.
  private static let looks =
    Language.allCases.flatMap { language in
      [(40, 10), (80, 22), (120, 34)].map { Look(width: $0, height: $1, language: language) }
    } + [
      Look(width: 80, height: 22, language: .en, glyphs: .ascii), Look(width: 200, height: 50, language: .zh),
    ]

  /// One language each: what differs between them is in the pictures of the lists.
  private static let usual = Look(width: 80, height: 22, language: .zh)
  private static let wide = Look(width: 120, height: 34, language: .en)

  static let panels: [PanelScene] =
    PanelRegistry.all.flatMap { panel in looks.map { PanelScene(view: panel.id, look: $0) } }
    + PanelRegistry.all.map(\.id).filter { $0 != ViewID.overview }.flatMap { view in
      [usual, wide].map { PanelScene(view: view, variant: "opened", keys: [.down, .enter], look: $0) }
    }
    + [
      (ViewID.targets, "grouped", 1), (ViewID.projects, "board", 1), (ViewID.projects, "stages", 2),
      (ViewID.tasks, "units", 1), (ViewID.sources, "conflicts", 1),
    ].map { view, variant, presses in
      PanelScene(
        view: view, variant: variant, keys: Array(repeating: .character(" "), count: presses), look: wide)
    }
    // Judgements, kinds of targets and conflicts that the small dataset has none of.
    + [ViewID.overview, ViewID.targets, ViewID.sources].flatMap { view in
      [usual, wide].map { PanelScene(view: view, variant: "kinds", dataset: "kinds", look: $0) }
    }

  static let frames: [FrameScene] = [
    FrameScene(view: ViewID.overview, look: Look(width: 80, height: 24, language: .zh)),
    FrameScene(view: ViewID.overview, look: Look(width: 120, height: 36, language: .en)),
    FrameScene(view: ViewID.clusters, look: Look(width: 240, height: 70, language: .zh)),
    FrameScene(view: ViewID.targets, look: Look(width: 40, height: 12, language: .zh)),
    FrameScene(view: ViewID.tasks, look: Look(width: 40, height: 12, language: .en)),
    FrameScene(view: ViewID.projects, look: Look(width: 80, height: 24, language: .en, glyphs: .ascii)),
    FrameScene(view: ViewID.overview, overlay: .help, look: Look(width: 80, height: 24, language: .en)),
    FrameScene(view: ViewID.overview, overlay: .citations, look: Look(width: 80, height: 24, language: .zh)),
  ]

  /// The import screen by the name of its file: `<page>-<size>-<language>[-ascii]`.
  struct ImportScene: CustomTestStringConvertible, Sendable {
    var page: String
    var kind = TableImport.Kind.projects
    var table: String
    var source: String? = "table"
    var keys = ""
    var look: Look

    var testDescription: String { "\(page)-\(look)" }

    func buffer() throws -> Buffer {
      var stage = try ImportStage(
        kind, "offices/tables/\(table)", into: "offices/district", .init(source: source), look.language,
        glyphs: look.glyphs, width: look.width, height: look.height)
      stage.press(keys)
      return ImportFrame.render(stage.state)
    }
  }

  private static let screen = Look(width: 80, height: 24, language: .zh)
  private static let large = Look(width: 120, height: 36, language: .en)

  static let imports: [ImportScene] = [
    ImportScene(page: "table", table: "01-progress.csv", keys: "Down Right", look: screen),
    ImportScene(page: "table", table: "01-progress.csv", keys: "Down $", look: large),
    ImportScene(
      page: "table", table: "01-progress.csv",
      look: Look(width: 80, height: 24, language: .en, glyphs: .ascii)),
    ImportScene(page: "table", table: "01-progress.csv", look: Look(width: 40, height: 12, language: .zh)),
    ImportScene(
      page: "wide", kind: .observations, table: "04-monthly-wide.csv", source: "stat",
      keys: "Down Right Right",
      look: large),
    ImportScene(page: "unit-missing", table: "12-no-unit.csv", keys: "n", look: screen),
    ImportScene(page: "things", table: "12-no-unit.csv", keys: "e", look: screen),
    ImportScene(page: "answers", table: "12-no-unit.csv", keys: "e Enter", look: screen),
    ImportScene(page: "fields", table: "01-progress.csv", keys: "Right f", look: large),
    ImportScene(page: "difference", table: "01-progress.csv", keys: "w", look: screen),
    ImportScene(page: "help", table: "01-progress.csv", keys: "?", look: large),
  ]

  @Test(arguments: imports) func `the import screen is the recorded one`(scene: ImportScene) throws {
    Snapshot.expect(try scene.buffer(), "Import/\(scene.testDescription)")
  }

  @Test(arguments: panels) func `the panel is the recorded one`(scene: PanelScene) throws {
    Snapshot.expect(try scene.buffer(), "Panels/\(scene.testDescription)")
  }

  @Test(arguments: frames) func `the frame is the recorded one`(scene: FrameScene) throws {
    Snapshot.expect(try scene.buffer(), "Frames/\(scene.testDescription)")
  }

  @Test func `nothing is recorded that no test compares`() {
    let expected = [
      "Panels": Set(Self.panels.map { "\($0.testDescription).txt" }),
      "Frames": Set(Self.frames.map { "\($0.testDescription).txt" }),
      "Import": Set(Self.imports.map { "\($0.testDescription).txt" }),
    ]
    #expect(TextFile.names(in: Snapshot.directory) == expected.keys.sorted())
    for (name, scenes) in expected {
      let recorded = TextFile.names(in: "\(Snapshot.directory)/\(name)")
      #expect(recorded.filter { !scenes.contains($0) } == [], "\(name)")
    }
  }
}
