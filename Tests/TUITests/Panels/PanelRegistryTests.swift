import Testing

@testable import App
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels

struct PanelRegistryTests {
  /// A panel is one file and one line; a file without its line is a view that nobody finds.
  @Test func `every file of a panel is registered`() {
    let files = TextFile.names(in: "\(Fixture.package)/Sources/TUI/Panels")
      .filter { $0.hasSuffix("Panel.swift") && $0 != "Panel.swift" }
    #expect(files.count >= 4)
    let registered = Set(PanelRegistry.all.map { "\(type(of: $0)).swift" })
    #expect(files.filter { !registered.contains($0) } == [])
    #expect(registered.count == PanelRegistry.all.count)
  }

  @Test func `ids and titles are unique and said in both languages`() {
    for names in [
      PanelRegistry.all.map(\.id), PanelRegistry.all.map(\.title.zh), PanelRegistry.all.map(\.title.en),
    ] {
      #expect(Set(names).count == names.count)
      #expect(!names.contains(""))
    }
    #expect(PanelRegistry.all.count <= 9)
  }

  @Test(arguments: PanelRegistry.all.map(\.id)) func `keys are reported, each once`(view: String) throws {
    let state = try Fixture.smallState(view)
    let keys = PanelRegistry.panel(view).keys.compactMap { state.live($0.hint) }
    #expect(!keys.isEmpty)
    #expect(Set(keys.map(\.key)).count == keys.count)
    #expect(keys.allSatisfy { !$0.key.isEmpty && !$0.action.zh.isEmpty && !$0.action.en.isEmpty })
  }

  @Test(arguments: PanelRegistry.all.map(\.id)) func `a panel is found by its id`(view: String) {
    #expect(PanelRegistry.panel(view).id == view)
  }

  @Test(arguments: PanelRegistry.all.map(\.id))
  func `a name of a record means no other record`(view: String) throws {
    let stage = try Fixture.stage(view)
    for language in Language.allCases {
      var owners: [String: String] = [:]
      for record in stage.panel.records(in: stage.context) {
        for name in Set(record.names.map { $0[language] }) {
          #expect(owners[name] == nil, "\(name): \(owners[name] ?? "") and \(record.id)")
          owners[name] = record.id
        }
      }
    }
  }

  @Test(arguments: PanelRegistry.all.map(\.id))
  func `what is offered for explanation can be explained`(view: String) throws {
    var stage = try Fixture.stage(view)
    var count = 0
    for case let id? in stage.panel.selections(stage.view, in: stage.context) {
      stage.view.select(id)
      for word in stage.panel.explained(stage.view, in: stage.context) {
        #expect(stage.context.board.explanation(of: word) != nil, "\(word)")
        count += 1
      }
    }
    #expect((count > 0) == ["overview", "clusters", "targets", "projects"].contains(view))
  }

  @Test func `the schema of the configuration lists the views`() throws {
    let schema = try #require(TextFile.read("\(Fixture.package)/schemas/config.schema.json"))
    let begin = try #require(schema.firstRange(of: "\"view\": {")).upperBound
    let names = try #require(schema[begin...].firstMatch(of: /"enum": \[([^\]]*)\]/)).1
      .split { !$0.isLetter }.map(String.init)
    #expect(names == PanelRegistry.all.map(\.id))
  }

  @Test func `an unknown id gives the first panel`() {
    #expect(PanelRegistry.panel("nowhere").id == PanelRegistry.all[0].id)
  }

  @Test(arguments: PanelRegistry.all.map(\.id)) func `the smallest areas are safe`(view: String) throws {
    let stage = try Fixture.stage(view)
    for (width, height) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (7, 3), (40, 1), (1, 40)] {
      #expect(stage.buffer(width, height).cells.count == width * height)
    }
  }
}
