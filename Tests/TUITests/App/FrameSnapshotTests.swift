import Testing

@testable import App
@testable import Domain
@testable import Panels

/// Whole frames of the built-in data against the ones that were recorded, text and styles. To record:
/// `RECORD_SNAPSHOTS=1 swift test --filter FrameSnapshotTests`
struct FrameSnapshotTests {
  /// A frame by the name of its file: `<view>-<size>-<language>[-ascii]`.
  struct Scene: CustomTestStringConvertible, Sendable {
    var view: String
    var overlay: AppState.Overlay?
    var size: String
    var language: Language
    var isASCII: Bool

    var name: String {
      let page = overlay.map { "\($0)" } ?? view
      return "\(page)-\(size)-\(language)\(isASCII ? "-ascii" : "")"
    }

    var testDescription: String { name }

    func state() throws -> AppState {
      let numbers = size.split(separator: "x").compactMap { Int($0) }
      var state = try Fixture.builtInState(
        view, language, glyphs: isASCII ? .ascii : .blocks, width: numbers[0], height: numbers[1])
      state.overlay = overlay
      return state
    }
  }

  static let scenes: [Scene] = Language.allCases.flatMap { language in
    let views = PanelRegistry.all.map(\.id)
    let sizes = ["40x12", "80x24", "120x36", "240x70"]
    let plain = views.flatMap { view in
      sizes.map { Scene(view: view, overlay: nil, size: $0, language: language, isASCII: false) }
    }
    let ascii = views.flatMap { view in
      sizes.map { Scene(view: view, overlay: nil, size: $0, language: language, isASCII: true) }
    }
    let overlays = [AppState.Overlay.help, .citations].flatMap { overlay in
      sizes.map { Scene(view: "overview", overlay: overlay, size: $0, language: language, isASCII: false) }
        + [Scene(view: "overview", overlay: overlay, size: "80x24", language: language, isASCII: true)]
    }
    return plain + ascii + overlays
  }

  @Test(arguments: scenes) func `the frame is the recorded one`(scene: Scene) throws {
    Snapshot.expect(Frame.render(try scene.state()), scene.name)
  }

  @Test func `nothing is recorded that no test compares`() {
    let expected = Set(Self.scenes.map { "\($0.name).txt" })
    #expect(TextFile.names(in: Snapshot.directory).filter { !expected.contains($0) } == [])
  }

  @Test func `a look back is marked`() throws {
    let data = try Fixture.builtIn()
    let state = AppState(
      dataset: data, asOf: Day("2021-12-31"), today: Fixture.today, language: .zh, theme: .dark,
      glyphs: .blocks,
      width: 80, height: 24, view: "overview")
    #expect(state.screen[0].contains("历史时点"))
    #expect(state.screen[0].contains("2021-12-31"))
  }
}
