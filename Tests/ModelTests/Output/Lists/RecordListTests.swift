import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// The lists that other programs read: their keys are a promise.
struct RecordListTests {
  static let keys: [(ListKind, [String])] = [
    (
      .figures,
      [
        "subject", "indicator", "name", "value", "unit", "period", "kind", "comparator", "scope", "plan",
        "source",
        "file", "section", "line", "printed",
      ]
    ),
    (
      .projects,
      [
        "id", "name", "nature", "parent", "same_as", "reason", "stage", "stage_of", "clusters", "park",
        "milestones", "citations",
      ]
    ),
    (.conflicts, ["kind", "severity", "found_by", "statements"]),
    (
      .targets,
      [
        "figure", "plan", "kind", "target", "words", "actual", "base", "base_period", "base_computed", "path",
        "expected", "earned", "elapsed", "schedule_ratio", "lag_months", "linear_progress", "growth_ratio",
        "method_sensitive", "attainment", "shortfall", "required_growth", "required_change", "status",
      ]
    ),
    (.sources, ["id", "title", "issuer", "number", "date", "kind", "file"]),
    (.tasks, ["id", "number", "name", "lead", "cooperating", "indicators", "citations"]),
    (.clusters, ["id", "name", "classification", "parent", "products", "chain", "citations"]),
    (.indicators, ["id", "name", "category", "unit"]),
    (.parks, ["id", "name", "kind", "parent", "place", "citations"]),
    (.firms, ["id", "name", "clusters", "citations"]),
    (.strengths, ["id", "category", "name", "citations"]),
    (.measures, ["id", "topic", "name", "parts", "lead", "tasks", "cadence", "due_note", "citations"]),
    (.problems, ["id", "title", "subject", "cause", "unit", "raised", "state", "due", "open", "history"]),
    (.decisions, ["id", "title", "meeting", "date", "units", "state", "due", "open", "history"]),
    (.duties, ["id", "unit", "name", "every", "day", "from", "recipient", "state", "citations"]),
    (.reports, ["id", "duty", "unit", "period", "received", "due", "days_late", "note", "citations"]),
    (.statuses, ["id", "subject", "indicator", "task", "state", "light", "date", "unit", "citations"]),
    (.lights, ["id", "subject", "indicator", "period", "light", "before", "computed", "ratio", "history"]),
  ]

  /// The board of a dataset that has records of a kind.
  private static func board(_ kind: ListKind) throws -> Board {
    let month: [ListKind] = [.problems, .decisions, .duties, .reports, .statuses, .lights]
    guard month.contains(kind) else {
      return Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    }
    return try Board(Fixture("month").dataset(), on: "2024-07-12")
  }

  @Test(arguments: keys)
  func `every object has its keys, and every row its columns`(kind: ListKind, keys: [String]) throws {
    let list = RecordList(kind, of: try Self.board(kind))
    #expect(!list.objects.isEmpty)
    #expect(list.objects.count == list.count)
    #expect(!list.defaultColumns.isEmpty)
    for object in list.objects {
      #expect(Set(keys).isSubset(of: object.keys))
      #expect(Set(object.keys).count == object.keys.count, "a key stands twice")
    }
  }

  /// The kinds that are listed record by record, and the definition of the record in its schema.
  static let files: [(ListKind, String)] = [
    (.figures, "figure"), (.clusters, "cluster"), (.indicators, "indicator"), (.projects, "project"),
    (.tasks, "task"), (.parks, "park"), (.sources, "source"), (.conflicts, "conflict"),
    (.firms, "enterprise"), (.strengths, "strength"), (.measures, "measure"),
  ]

  @Test(arguments: files)
  func `an object loses no field of its record`(kind: ListKind, definition: String) throws {
    let file = kind == .tasks ? "programmes" : kind.rawValue
    let document = try JSONDocument.parse(Array(Repository.text("schemas/\(file).schema.json").utf8))
    let fields = document.withRoot { root in
      let properties = ["$defs", definition, "properties"].reduce(Optional(root)) { value, key in
        value?.members?.first { $0.key.string == key }?.value
      }
      return properties?.members?.compactMap(\.key.string) ?? []
    }
    try #require(fields.count > 3)
    let object = try #require(
      RecordList(kind, of: Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)).objects.first)
    // A figure is listed once for each place that prints it.
    let keys = Set(object.keys + (kind == .figures ? ["citations"] : []))
    #expect(Set(fields).subtracting(keys).isEmpty)
  }

  @Test func `every kind is tested`() {
    #expect(
      RecordListTests.keys.map(\.0).map(\.rawValue).sorted() == ListKind.allCases.map(\.rawValue).sorted())
  }

  @Test func `a project shows its nature, its whole and its duplicates`() throws {
    let board = try Board(
      Fixture.small(projects: [
        projectText("hall", [], expected: [("started", "unknown", "plan")], nature: "programme"),
        projectText("oven", [("signed", "2022", "report")], parent: "hall", sources: ["report"]),
        projectText("stove", [("planned", "2021", "plan")], sameAs: "oven"),
      ]).dataset(), on: "2023-07-31")
    let list = RecordList(.projects, of: board)
    func row(_ id: String) throws -> Int {
      try #require((0..<list.count).first { list.object(row: $0)["id"] == .string(id) })
    }
    func shown(_ id: String, _ key: String) throws -> String {
      list.value(row: try row(id), field: try list.field(key)).shown(.en)
    }
    let (hall, oven) = (list.object(row: try row("hall")), list.object(row: try row("oven")))
    #expect(list.count == 7)
    #expect(hall["nature"] == .string("programme") && oven["nature"] == .string("project"))
    #expect(hall["parent"] == .null && oven["parent"] == .string("hall"))
    #expect(hall["stage"] == .string("signed") && hall["stage_of"] == .string("oven"))
    #expect(oven["stage_of"] == .null && hall["same_as"] == .array([]))
    #expect(oven["same_as"]?.text.contains("\"id\": \"stove\"") == true)
    #expect(try shown("hall", "nature") == "programme" && shown("oven", "parent") == "hall")
    #expect(try shown("oven", "same-as") == "stove" && shown("oven", "reason") == "because")
    #expect(try shown("hall", "stage-of") == "oven" && shown("dairy", "stage-of") == "")
    func ids(_ filter: String) throws -> [String] {
      let field = try list.field("id")
      return try RecordSelection(list, filter: RecordFilter(parsing: filter), .en).map {
        list.value(row: $0, field: field).shown(.en)
      }
    }
    #expect(try ids("nature=programme") == ["hall"])
    #expect(try ids("nature=project").count == 6)
    #expect(try ids("name=stove") == ["oven"] && ids("id=stove") == ["oven"])
    #expect(try ids("parent=hall") == ["oven"])
  }

  @Test func `a target that its document defines by clusters has its definition`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let objects = RecordList(.figures, of: board).objects
    func definition(_ id: String) -> JSONOutput? { objects.first { $0["id"] == .string(id) }?["definition"] }
    #expect(
      definition("sc2022-ten-billion-industries-2025")
        == .object([
          ("method", .string("count")), ("indicator", .string("gross-output")),
          ("scope", .string("above-scale")),
          ("clusters", .strings(["tobacco", "new-materials", "consumer-goods"])), ("over", .number(100)),
          ("unit", .string("亿元")),
        ]))
    #expect(definition("sc2022-emerging-share-2025-task1")?["over"] == .null)
    #expect(definition("sc2022-gross-output-2025") == .null)
  }

  @Test func `a figure with its citation, to the last letter`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2021-03-01")
    let list = RecordList(.figures, of: board)
    let object = try #require(list.objects.first { $0["id"] == .string("energy-2025") })
    #expect(
      object.text == """
        {
          "id": "energy-2025",
          "subject": "district",
          "indicator": "energy-intensity",
          "name": {
            "zh": "单位产值能耗",
            "en": "Energy intensity"
          },
          "value": 0.5,
          "upper": null,
          "unit": "吨标煤/万元",
          "period": "2025",
          "kind": "target",
          "comparator": "≤",
          "scope": "district",
          "plan": "plan-2025",
          "words": null,
          "period_inferred": false,
          "supersedes": null,
          "definition": null,
          "note": null,
          "source": "plan",
          "file": "plan.txt",
          "section": "一",
          "line": 5,
          "printed": "0.5吨标煤/万元以下"
        }
        """)
    #expect(list.objects.count == board.figures.count)
    let texts = (0..<list.count).map { row in
      list.defaultColumns.map { list.value(row: row, field: $0).shown(.en) }
    }
    let row = try #require(texts.first { $0.contains("≤0.5 tce per 10k yuan") })
    #expect(row.first == "Testshire" && row.last == "5")
  }

  @Test func `a figure that two places print is two statements`() throws {
    let old =
      "\"citations\": [{\"source\": \"plan\", \"section\": \"一\", \"line\": 3, \"printed\": \"100亿元\"}"
    let fixture = try Fixture("small").replacing(
      old, in: "figures.json", with: old + ", {\"source\": \"report\", \"line\": 3, \"printed\": \"100亿元\"}")
    let board = try Board(fixture.dataset(), on: "2023-07-31")
    let objects = RecordList(.figures, of: board).objects
    #expect(objects.count == board.figures.count + 1)
    let twice = objects.filter { $0["id"] == .string("district-output-2020") }
    #expect(twice.map { $0["source"] } == [.string("plan"), .string("report")])
  }

  @Test func `a project's milestones carry their citations`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let objects = RecordList(.projects, of: board).objects
    let project = try #require(objects.first { $0["id"] == .string("engine-works") })
    guard case .array(let milestones)? = project["milestones"] else {
      Issue.record("no milestones")
      return
    }
    let wanted = ["stage", "date", "expected", "source", "file", "line", "printed"]
    #expect(milestones.allSatisfy { Set(wanted).isSubset(of: $0.keys) })
    #expect(
      milestones.map { $0["stage"] } == [.string("planned"), .string("signed"), .string("commissioned")])
    #expect(milestones.map { $0["date"] } == [.string("unknown"), .string("2022-04"), .string("by 2024")])
    #expect(milestones.map { $0["expected"] } == [.boolean(false), .boolean(false), .boolean(true)])
    #expect(project["stage"] == .string("signed"))
  }

  @Test func `who found a conflict is rule, person or both`() throws {
    func finders(_ fixture: Fixture) throws -> [JSONOutput?] {
      let board = try Board(fixture.dataset(), on: "2023-07-31")
      return RecordList(.conflicts, of: board).objects.map { $0["found_by"] }
    }
    #expect(try finders(Fixture("small")) == [.string("both")])
    #expect(try finders(Fixture("small").removing("conflicts.json")) == [.string("rule")])
    let other = try Fixture("small").replacing(
      "{\"figure\": \"east-area-briefing\"}", in: "conflicts.json", with: "{\"figure\": \"station-distance\"}"
    )
    #expect(try finders(other) == [.string("person"), .string("rule")])
  }

  @Test func `lists of records that have a date are those of the day`() throws {
    let board = try Board(DatasetLoader.builtIn().dataset, on: "2021-12-31")
    let figures = RecordList(.figures, of: board).objects
    #expect(RecordList(.sources, of: board).objects.count == 1)
    #expect(figures.count >= board.figures.count)
    #expect(RecordList(.targets, of: board).objects.count == board.targets.count)
    #expect(RecordList(.projects, of: board).objects.count == board.projects.count)
  }

  @Test func `lists of an earlier day leave out what only later documents print`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let (then, now) = try (Board(dataset, on: "2021-12-31"), Board(dataset, asOf: .distantFuture))
    for kind in [ListKind.clusters, .firms, .strengths, .measures, .tasks, .parks] {
      #expect(RecordList(kind, of: then).count < RecordList(kind, of: now).count)
      let source = try RecordList(kind, of: then).field("source")
      let shown = Set(
        (0..<RecordList(kind, of: then).count).map {
          RecordList(kind, of: then).value(row: $0, field: source).shown(.zh)
        })
      #expect(shown == [dataset.sources["plan-2021"]?.short.zh ?? ""])
    }
  }

  @Test func `keys, names and aliases of fields are unmistakable`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    for kind in ListKind.allCases {
      let fields = RecordList(kind, of: board).fields
      for language in Language.allCases {
        let words = fields.map { $0.name[language].lowercased() }
        #expect(Set(words).count == words.count, "\(kind) \(words)")
      }
      for (index, field) in fields.enumerated() {
        for word in [field.key] + field.aliases {
          #expect(try RecordList(kind, of: board).field(word) == index, "\(kind) \(word)")
        }
      }
    }
  }

  @Test func `every field can be read in every row`() throws {
    for kind in ListKind.allCases {
      let list = RecordList(kind, of: try Self.board(kind))
      for field in list.fields.indices {
        let values = (0..<list.count).map { list.value(row: $0, field: field) }
        // A field that is empty everywhere is a field that is read wrong.
        let mayBeEmpty = [
          "shortfall", "projected-year", "upper", "obstacle", "stale", "park", "project", "damaged", "box",
          "same-as", "reason", "code",
          "stage-of", "supersedes", "indicators path", "year-light", "decisions indicator", "decisions task",
          "duties until", "duties section", "reports note",
          "tasks state", "stated", "stated-by", "words",
        ]
        let names = [list.fields[field].key, "\(kind) \(list.fields[field].key)"]
        // What an office writes itself has no document.
        let places = ["source", "section", "line", "printed", "citations"]
        let isOwn = [.problems, .decisions, .reports, .statuses].contains(kind)
        if isOwn && places.contains(list.fields[field].key) { continue }
        let isEmpty = values.allSatisfy { $0 == .missing }
        #expect(!isEmpty || !Set(names).isDisjoint(with: mayBeEmpty), "\(names)")
      }
      #expect(list.value(row: list.count, field: 0) == .missing && list.value(row: -1, field: 0) == .missing)
    }
  }
}

extension JSONOutput {
  fileprivate var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.0)
  }

  fileprivate subscript(key: String) -> JSONOutput? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }
}
