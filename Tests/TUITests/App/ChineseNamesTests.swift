import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels
@testable import Store

/// A dataset with names in one language shows them in both.
struct ChineseNamesTests {
  private static let data = Result {
    try DatasetLoader.load(directory: "\(Fixture.package)/fixtures/chinese").dataset
  }

  /// The names of all records.
  private static func names(_ dataset: Dataset) -> Set<String> {
    var names: [Name] = dataset.clusters.flatMap(\.names) + dataset.firms.flatMap(\.names)
    names += dataset.projects.flatMap(\.names) + dataset.organisations.flatMap(\.names)
    names += dataset.parks.flatMap(\.names) + dataset.indicators.flatMap { [$0.name, $0.short] }
    names +=
      dataset.plans.flatMap { [$0.name, $0.short] } + dataset.sources.flatMap { [$0.title, $0.short] }
    names += dataset.stages.map(\.name) + dataset.vocabulary.categories.map(\.name)
    names += dataset.conflicts.map(\.title) + dataset.programmes.flatMap { [$0.name] + $0.tasks.map(\.name) }
    names += dataset.strengths.map(\.name) + dataset.measures.map(\.name)
    return Set(names.map(\.zh))
  }

  /// The names among `all` that a text holds.
  private static func names(in lines: [String], of all: Set<String>) -> Set<String> {
    // A name may be broken over two lines.
    let text = lines.map { $0.filter { !" │┃".contains($0) } }.joined()
    return all.filter { text.contains($0.filter { $0 != " " }) }
  }

  @Test(arguments: PanelRegistry.all.map(\.id))
  func `a view in English has every name of the view in Chinese`(view: String) throws {
    let dataset = try Self.data.get()
    let all = Self.names(dataset)
    #expect(all.count > 40)
    func shown(_ language: Language) -> Set<String> {
      let state = Fixture.state(dataset, view, language, width: 200, height: 150)
      let page = PlainBoard(state).page.split(separator: "\n").map(String.init)
      return Self.names(in: state.screen, of: all).union(Self.names(in: page, of: all))
    }
    let chinese = shown(.zh)
    #expect(chinese.count >= 4, "\(view)")
    #expect(chinese.subtracting(shown(.en)) == [])
  }

  @Test func `every name is in some list in English, and no cell with a name is empty`() throws {
    let dataset = try Self.data.get()
    let board = Board(dataset, asOf: Fixture.today)
    for kind in ListKind.allCases {
      let chinese = RecordList(kind, of: board).objects.count
      // The month of an office has its own dataset.
      let month: [ListKind] = [.problems, .decisions, .duties, .reports, .statuses, .lights]
      #expect(chinese > 0 || month.contains(kind), "\(kind)")
      for object in RecordList(kind, of: board).objects {
        guard case .object(let members) = object,
          case .object(let name)? = members.first(where: { $0.0 == "name" })?.1
        else { continue }
        let texts = name.map(\.1)
        #expect(texts.count == 2 && texts[0] == texts[1] && texts[0] != .string(""), "\(kind)")
      }
    }
  }

  @Test func `a search in English finds Chinese names once, by characters and pinyin`() throws {
    let dataset = try Self.data.get()
    let index = SearchIndex(Board(dataset, asOf: Fixture.today))
    let park = try #require(dataset.parks.first)
    for query in [park.name.zh, "dongyuan", "dy"] {
      let hits = index.hits(for: query, limit: 50).filter { $0.title.en == park.name.zh }
      #expect(hits.count == 1, "\(query)")
    }
  }

  @Test func `reports and explanations in English have the names`() throws {
    let dataset = try Self.data.get()
    let board = Board(dataset, asOf: Fixture.today)
    let report = ReportBuilder(Report(dataset, asOf: Fixture.today), language: .en).build()
    #expect("\(report)".contains(try #require(dataset.clusters.first).name.zh))
    let target = try #require(board.targets.first)
    let explanation = try #require(board.explanation(of: target.target.id))
    #expect("\(explanation)".contains(target.indicator.name.zh))
  }
}
