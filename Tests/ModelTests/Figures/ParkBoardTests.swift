import Domain
import Figures
import Store
import Testing

struct ParkBoardTests {
  /// The small dataset with machines of another classification in the north group. They mean about the same as machinery
  /// (90 of 130, on pace), and a target of their own may say more.
  private func placement(_ figures: [String], on day: String = "2023-07-31") throws -> ParkSummary.Placement {
    var fixture = try Fixture("small")
      .inserting(
        """
        {"id": "machines", "classification": "industries", "kind": "direction", "name": {"zh": "装备", "en": "Machines"},
        "same_as": ["machinery"], "citations": [{"source": "plan", "line": 8, "printed": "机械产业"}]}
        """, in: "clusters.json"
      )
      .replacing(
        "\"parent\": \"east\",\n   \"clusters\": [\"machinery\"]", in: "parks.json",
        with: "\"parent\": \"east\",\n   \"clusters\": [\"machines\"]")
    for figure in figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    let board = ParkBoard(try Board(fixture.dataset(), on: day))
    let summary = try #require(board.summary(of: "north-group", board.projects()))
    return try #require(summary.clusters.first { $0.cluster.id == "machines" })
  }

  private func figure(_ id: String, _ value: Double, _ period: String, kind: String) -> String {
    figureText(
      id, value, period, kind: kind, subject: "cluster/machines", plan: kind == "target" ? "plan-2025" : nil,
      source: "plan")
  }

  @Test func `a target of its own is shown, though only of its kin anything is known`() throws {
    let placement = try placement([figure("own", 110, "2025", kind: "target")])
    #expect(placement.target?.target.id == "own" && placement.equivalent?.id == "machinery")
    #expect(placement.shown?.target.id == "own" && !placement.isShownByEquivalent)
    #expect(placement.status?.isUnknown == true && placement.equivalentTarget?.status == .onPace)
  }

  @Test func `sign and number are its own where its own has data`() throws {
    let placement = try placement([
      figure("own", 110, "2025", kind: "target"), figure("base", 50, "2020", kind: "actual"),
      figureText("now", 52, "2022", subject: "cluster/machines"),
    ])
    #expect(
      placement.shown?.target.id == "own" && !placement.isShownByEquivalent && placement.equivalent == nil)
    // 2 of 60 in two fifths of the time.
    #expect(placement.status == placement.target?.status && placement.status != .onPace)
  }

  @Test func `without data on either side its own number stays beside its own sign`() throws {
    let placement = try placement([figure("own", 110, "2025", kind: "target")], on: "2021-03-01")
    #expect(placement.shown?.target.id == "own" && !placement.isShownByEquivalent)
    #expect(placement.status == placement.target?.status)
  }

  @Test func `of the targets of two plans a park shows the nearer one, as the clusters do`() throws {
    for (year, shown) in [("2024", "newer"), ("2027", "machinery-output-2025")] {
      let fixture = try Fixture("small").inserting(secondPlan, in: "plans.json")
        .inserting(
          figureText(
            "newer", 150, year, kind: "target", subject: "cluster/machinery", plan: "plan-2",
            source: "briefing"), in: "figures.json")
      let board = try Board(fixture.dataset(), on: "2023-07-31")
      let parks = ParkBoard(board)
      let summary = try #require(parks.summary(of: "north-group", parks.projects()))
      let placement = try #require(summary.clusters.first { $0.cluster.id == "machinery" })
      #expect(placement.target?.target.id == shown)
      #expect(board.clusters.first { $0.cluster.id == "machinery" }?.target?.target.id == shown)
    }
  }

  @Test func `of two parks in one place the first has it`() throws {
    let west = """
      {"id": "west", "name": {"zh": "西组团", "en": "West group"}, "kind": "group", "parent": "east",
      "place": {"row": 0, "column": 0}, "citations": [{"source": "plan", "line": 13, "printed": "西组团"}]}
      """
    let board = ParkBoard(
      try Board(Fixture("small").inserting(west, in: "parks.json").dataset(), on: "2023-07-31"))
    #expect(board.placed.map(\.id) == ["west", "south-group"])
    #expect(board.frame?.id == "east" && board.others.map(\.id) == ["north-group"])
  }

  /// Food names the west park, which lists no cluster; nothing but a project names the yard.
  @Test func `a park has what clusters name and what projects name`() throws {
    func park(_ id: String) -> String {
      """
      {"id": "\(id)", "name": {"zh": "\(id)", "en": "\(id)"}, "kind": "park",
      "citations": [{"source": "plan", "line": 13, "printed": "园"}]}
      """
    }
    let reserve = [("reserve", "unknown", "plan")]
    let fixture = try Fixture.small(projects: [
      projectText("silo", reserve, clusters: ["food"]),
      projectText("depot", reserve, clusters: ["food"], park: "west"),
      projectText("shed", reserve, clusters: ["food"], park: "yard"),
    ])
    .inserting(park("west"), in: "parks.json").inserting(park("yard"), in: "parks.json")
    .replacing(
      "\"parks\": [\"south-group\"]", in: "clusters.json", with: "\"parks\": [\"south-group\", \"west\"]")
    let board = ParkBoard(try Board(fixture.dataset(), on: "2023-07-31"))
    func ids(_ park: String) throws -> [[String]] {
      let summary = try #require(board.summary(of: park, board.projects()))
      return [
        summary.clusters.map(\.cluster.id), summary.projects.map(\.project.id),
        summary.industryMatches.map(\.project.id),
      ]
    }
    #expect(try ids("west") == [["food"], ["depot"], ["silo"]])
    #expect(try ids("yard") == [[], ["shed"], []])
    #expect(try ids("south-group") == [["food"], ["bakery", "dairy", "cannery"], ["silo"]])
  }

  @Test(arguments: ["qianjiang", "small"])
  func `every sign on the map is of the target whose number is beside it`(name: String) throws {
    let dataset = try Fixture(name).dataset()
    for day in Board.steps(of: dataset) {
      let board = ParkBoard(Board(dataset, asOf: day))
      let projects = board.projects()
      for placement in board.parks.compactMap({ board.summary(of: $0.id, projects) }).flatMap(\.clusters) {
        #expect(placement.status == placement.shown?.status)
        #expect(
          placement.isShownByEquivalent
            == (placement.shown != nil && placement.shown?.target.id == placement.equivalentTarget?.target.id)
        )
      }
    }
  }

  @Test func `a zone for one sub-industry is no place for projects of another`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let parks = ParkBoard(board)
    let projects = parks.projects()
    // The plan puts textiles in Fengjia and food in Zhengyang, both under consumer goods.
    for (zone, own, other) in [
      ("fengjia-group", "light-textile", "food-processing"),
      ("zhengyang-group", "food-processing", "light-textile"),
    ] {
      let matches = try #require(parks.summary(of: zone, projects)).industryMatches.map(\.project.clusters)
      #expect(matches.contains { $0.contains(own) }, "\(zone)")
      #expect(!matches.contains { $0.contains(other) && !$0.contains(own) }, "\(zone)")
    }
  }
}
