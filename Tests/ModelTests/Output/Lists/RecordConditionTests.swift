import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// What filters let pass, in the small dataset and in the built-in one.
struct RecordConditionTests {
  private func ids(_ kind: ListKind, _ filter: String, _ fixture: Fixture? = nil) throws -> [String] {
    let board = try Board((fixture ?? Fixture("small")).dataset(), on: "2023-07-31")
    let list = RecordList(kind, of: board)
    let rows = try RecordSelection(list, filter: RecordFilter(parsing: filter), .zh)
    let id = try list.field("id")
    return rows.map { list.value(row: $0, field: id).shown(.zh) }
  }

  static let projects: [(String, [String])] = [
    ("id=bakery", ["bakery"]),
    ("name=面包厂", ["bakery"]),
    ("name=BAKERY", ["bakery"]),
    ("项目=面包厂", ["bakery"]),
    ("name~works", ["gear-works", "engine-works"]),
    ("name~厂 cluster=food", ["bakery", "dairy", "cannery"]),
    ("集群=food 阶段=投产", ["dairy"]),
    ("stage=started,signed cluster!=food", ["engine-works"]),
    ("stage>=started", ["bakery", "dairy", "cannery"]),
    ("stage>started stage<full-output", ["bakery", "dairy"]),
    ("stage<started", ["gear-works", "engine-works"]),
    ("stage>=signed", ["engine-works", "bakery", "dairy", "cannery"]),
    ("stage>signed", ["bakery", "dairy", "cannery"]),
    ("stage<=signed", ["gear-works", "engine-works"]),
    ("stage<signed", ["gear-works"]),
    ("park=\"North group\"", ["gear-works", "engine-works"]),
    ("enterprise=\"\"", ["bakery", "dairy", "cannery"]),
    ("enterprise!=\"\"", ["gear-works", "engine-works"]),
    ("date=2022", ["engine-works", "dairy"]),
    ("date>=2022-04", ["engine-works", "dairy", "cannery"]),
    ("date>2022-04", ["dairy", "cannery"]),
    ("date<2022-06", ["engine-works"]),
    ("date>2022", ["cannery"]),
    ("date<=2022-04", ["engine-works"]),
    ("date>=2023-03", ["cannery"]),
    ("date=2022年6月", ["dairy"]),
    ("expected<=2024", ["gear-works", "engine-works"]),
    ("overdue=是", ["gear-works"]),
    ("source=plan stage!=reserve", ["engine-works"]),
  ]

  @Test(arguments: projects)
  func `projects that fit`(filter: String, expected: [String]) throws {
    #expect(try ids(.projects, filter) == expected)
  }

  @Test func `a number on the bound`() throws {
    let above = ["district-output-2022", "district-output-2025", "machinery-output-2025"]
    #expect(try ids(.figures, "value>100亿元") == above)
    #expect(
      try ids(.figures, "value>=100亿元") == ["district-output-2020", "district-output-2021"] + above)
    #expect(try ids(.figures, "value<=30亿元") == ["food-output-2022", "bakery-investment"])
    #expect(try ids(.figures, "value<30亿元") == [])
    // 0.6 of the target, 0.66 of the schedule.
    #expect(try ids(.targets, "attainment>=60% attainment<=60%") == ["district-output-2025"])
    #expect(try ids(.targets, "attainment>60% attainment<100%") == ["machinery-output-2025"])
    #expect(try ids(.targets, "lag>8.2 lag<8.3") == ["district-output-2025"])
  }

  @Test func `numbers with and without units`() throws {
    let great = try ids(.figures, "value>=100亿元")
    #expect(try ids(.figures, "value>=100 unit=亿元") == great)
    #expect(try ids(.figures, "value>=\"100 x100M yuan\"") == great)
    #expect(try ids(.figures, "value>=１００亿元") == great)
    #expect(try ids(.figures, "value=0.5吨标煤/万元") == ["energy-2025"])
    #expect(try ids(.figures, "value<0.6 indicator=energy-intensity") == ["energy-2025"])
  }

  @Test func `a unit is compared with others of its dimension`() throws {
    let unit =
      "{\"id\": \"万元\", \"name\": {\"zh\": \"万元\", \"en\": \"x10k yuan\"}, \"dimension\": \"money\", \"scale\": 10000},"
    let fixture = try Fixture("small").replacing(
      "\"units\": [", in: "vocabulary.json", with: "\"units\": [" + unit)
    #expect(try ids(.figures, "value>=1000000万元", fixture) == ids(.figures, "value>=100亿元"))
  }

  @Test func `a number with a unit fits no figure of another dimension`() throws {
    let areas = try ids(.figures, "value>=1 unit=平方公里")
    #expect(try !areas.isEmpty && ids(.figures, "value>=1平方公里") == areas)
    #expect(try ids(.figures, "value>=0平方公里") == areas)
  }

  @Test func `fractions are written as percent or as they are`() throws {
    func figures(_ filter: String) throws -> [String] { try ids(.targets, filter) }
    let some = try figures("attainment<80%")
    #expect(!some.isEmpty)
    #expect(try figures("attainment<80") == some)
    #expect(try figures("attainment<80% attainment>=80%") == [])
  }

  @Test func `a name in several classifications means all of them, an id one`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let list = RecordList(.projects, of: board)
    func count(_ filter: String) throws -> Int {
      try Array(RecordSelection(list, filter: RecordFilter(parsing: filter), .zh)).count
    }
    let (named, one, other) = try (
      count("cluster=新材料"), count("cluster=new-materials"), count("cluster=six-new-materials")
    )
    #expect(one <= named && other < named && one + other >= named)
    #expect(try count("cluster=new-materials,six-new-materials") == named)
    #expect(try count("cluster=\"New materials\"") == named)
    let panel = board.clusters.first { $0.cluster.id == "new-materials" }
    // The cluster counts a construction project with a part in it, and not the part beside it.
    let members = board.projects.filter { $0.project.clusters.contains("new-materials") }
    let roots = board.roots(of: members).filter { $0.rung != nil && $0.project.isBuilt }
    #expect(roots.count == panel?.projects.values.reduce(0, +) && one == members.count)
  }

  @Test(arguments: ["qianjiang", "gas-conversion", "small"])
  func `targets that are behind are those of the screen and the report`(name: String) throws {
    let board = try Board(Fixture(name).dataset(), on: "2026-01-01")
    let list = RecordList(.targets, of: board)
    func figures(_ filter: String) throws -> [String] {
      try RecordSelection(list, filter: RecordFilter(parsing: filter), .zh)
        .map { list.value(row: $0, field: 0).shown(.zh) }
    }
    #expect(
      try figures("status=slightly-behind,behind,far-behind,moved-away,not-reached")
        == board.belowPace.map(\.target.id))
    #expect(try figures("status>=slightly-behind") == board.belowPace.map(\.target.id))
    let superseded = board.targets.filter(\.isSecondary).map(\.target.id)
    #expect(try figures("superseded=yes") == superseded)
    #expect(try figures("status=superseded,restated") == superseded)
    let restated = board.targets.filter(\.isRestated).map(\.target.id)
    #expect(try figures("状态=同数另载") == restated)
    #expect(try figures("状态=另有目标") == superseded.filter { !restated.contains($0) })
    #expect(name != "qianjiang" || restated.contains("winter-consumer-goods-output-2025"))
    #expect(name != "qianjiang" || superseded.count > 1 && board.belowPace.count > 1)
    #expect(
      try figures("status=no-data")
        == board.targets.filter { $0.status == .noData && !$0.isSecondary }.map(\.target.id))
  }

  // MARK: Faults

  private func fault(_ kind: ListKind, _ filter: String) throws -> RecordFilterFault? {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    do throws(RecordFilterFault) {
      _ = try RecordList(kind, of: board).condition(RecordFilter(parsing: filter))
      return nil
    } catch {
      return error
    }
  }

  @Test func `an unknown key names the nearest`() throws {
    guard case .unknownKey("clster", let allowed, let nearest)? = try fault(.projects, "clster=food") else {
      Issue.record("another fault")
      return
    }
    #expect(allowed.contains(.init("cluster", Name(zh: "集群", en: "Cluster"))))
    #expect(nearest?.id == "cluster")
  }

  @Test func `an unknown value names what is allowed and the nearest`() throws {
    guard
      case .unknownValue("stage", "strted", let allowed, _, let nearest)? = try fault(
        .projects, "stage=strted")
    else {
      Issue.record("another fault")
      return
    }
    #expect(allowed.first?.id == "planned" && nearest?.id == "started")
    let message = try #require(try fault(.projects, "stage=strted")).message(.zh)
    #expect(message.contains("开工") && message.contains("strted"))
  }

  @Test func `a text that no record has is said, not an empty list`() throws {
    guard
      case .unknownValue("name", "Bakary", let allowed, 0, let nearest)? = try fault(.projects, "name=Bakary")
    else {
      Issue.record("another fault")
      return
    }
    #expect(allowed.isEmpty && nearest?.name.en == "Bakery")
  }

  static let faults: [(ListKind, String, RecordFilterFault)] = [
    (.projects, "cluster>food", .unsuitable(key: "cluster", .more)),
    (.projects, "stage>=stalled", .unsuitable(key: "stage", .atLeast)),
    (.projects, "name>a", .unsuitable(key: "name", .more)),
    (.figures, "value~1", .unsuitable(key: "value", .contains)),
    (.figures, "value>much", .notANumber(key: "value", value: "much")),
    (.figures, "line>3km", .notANumber(key: "line", value: "3km")),
    (.projects, "date>soon", .notATime(key: "date", value: "soon")),
    (.projects, "date=2022-13", .notATime(key: "date", value: "2022-13")),
    (.targets, "attainment>3亿元", .unknownUnit(key: "attainment", value: "3亿元", allowed: ["%"])),
  ]

  @Test(arguments: faults)
  func `comparisons that a field does not support`(
    kind: ListKind, filter: String, expected: RecordFilterFault
  ) throws {
    #expect(try fault(kind, filter) == expected)
  }
}
