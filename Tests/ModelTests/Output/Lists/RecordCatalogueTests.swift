import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// A field is described once: what a record stores is in its JSON object, and every column is usable everywhere.
struct RecordCatalogueTests {
  private static func boards() throws -> [Board] {
    let datasets =
      try [DatasetLoader.builtIn().dataset] + ["small", "kinds"].map { try Fixture($0).dataset() }
    return datasets.map { Board($0, asOf: .distantFuture) }
  }

  /// The names of the stored properties, also of those behind a shared box.
  private static func stored(_ record: Any) -> [String] {
    let properties = Mirror(reflecting: record).children
    if properties.count == 1, let only = properties.first { return stored(only.value) }
    return properties.compactMap { $0.label?.replacing("_", with: "") }
  }

  /// Returns the key of a property: `isDamaged` is `damaged`, `sameAs` is `same_as`.
  private static func key(_ property: String) -> String {
    let words = property.replacing(/[A-Z]/) { "_" + $0.output.lowercased() }
    return words.hasPrefix("is_") ? String(words.dropFirst(3)) : words
  }

  /// A record of each kind that a file stores, and the keys of properties with another name.
  private static func records(_ board: Board) throws -> [(
    kind: ListKind, record: Any, keys: [String: [String]]
  )] {
    let dataset = board.dataset
    let place = ["source", "section", "line", "printed"]
    return [
      // Listed figures are printed, not derived.
      (.figures, try #require(board.figures.first), ["citations": place, "derivation": []]),
      (.clusters, try #require(dataset.clusters.first), ["firms": ["enterprises"]]),
      (.indicators, try #require(dataset.indicators.first), ["measure": ["type"]]),
      (
        .projects, try #require(dataset.projects.first),
        ["relation": ["parent", "same_as", "reason"], "firm": ["enterprise"]]
      ),
      (.tasks, try #require(dataset.programmes.first?.tasks.first), ["indicators": ["indicators", "links"]]),
      (.parks, try #require(dataset.parks.first), [:]),
      (.sources, try #require(dataset.sources.first), [:]),
      // Statements that nothing else lists are known by the rule.
      (
        .conflicts, try #require(dataset.conflicts.first),
        ["preferred": ["prefer"], "unlisted": []]
      ),
      (.firms, try #require(dataset.firms.first), [:]),
      (.strengths, try #require(dataset.strengths.first), [:]),
      (.measures, try #require(dataset.measures.first), [:]),
    ]
  }

  @Test func `the JSON object has every stored property of its record`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let records = try Self.records(board)
    #expect(!board.figures.contains { $0.isComputed })
    // Targets and lights are computed; the records of a month are in another dataset.
    let others: Set<ListKind> = [
      .targets, .lights, .problems, .decisions, .duties, .reports, .statuses,
    ]
    #expect(Set(records.map(\.kind)) == Set(ListKind.allCases).subtracting(others))
    for (kind, record, keys) in records {
      let properties = Self.stored(record).filter { $0 != "origin" }
      #expect(properties.count > 3, "\(kind)")
      let members = Set(RecordList(kind, of: board).fields.flatMap(\.members))
      for property in properties {
        for key in keys[property] ?? [Self.key(property)] {
          #expect(members.contains(key), "\(kind) has no member '\(key)'")
        }
      }
    }
  }

  @Test func `the JSON object of a month's record has every stored property`() throws {
    let board = Board(try Fixture("month").dataset(), asOf: .distantFuture)
    let data = board.dataset
    let matter = ["subject", "indicator", "task"]
    let records: [(kind: ListKind, record: Any, keys: [String: [String]])] = [
      (.problems, try #require(data.problems.first), ["about": matter]),
      (.decisions, try #require(data.decisions.first), ["about": matter + ["problem"]]),
      (.duties, try #require(data.duties.first), [:]), (.reports, try #require(data.reports.first), [:]),
      (.statuses, try #require(data.statuses.first), ["about": matter]),
    ]
    for (kind, record, keys) in records {
      let members = Set(RecordList(kind, of: board).fields.flatMap(\.members))
      for property in Self.stored(record) where property != "origin" {
        for key in keys[property] ?? [Self.key(property)] {
          #expect(members.contains(key), "\(kind) has no member '\(key)'")
        }
      }
    }
  }

  @Test func `the members of an object are those of the columns`() throws {
    for board in try Self.boards() {
      for kind in ListKind.allCases {
        let list = RecordList(kind, of: board)
        let members = list.fields.flatMap(\.members)
        #expect(Set(members).count == members.count, "\(kind) \(members)")
        for object in list.objects.prefix(1) {
          guard case .object(let pairs) = object else { continue }
          #expect(pairs.map(\.0).sorted() == members.sorted(), "\(kind)")
        }
      }
    }
  }

  @Test func `a member keeps its place although its column is elsewhere`() throws {
    let board = Board(try Fixture("small").dataset(), asOf: .distantFuture)
    let list = RecordList(.projects, of: board)
    guard case .object(let members)? = list.objects.first else {
      Issue.record("no project")
      return
    }
    let order = ["reason", "clusters", "enterprise", "owner", "park", "box", "stage"]
    #expect(members.map(\.0).filter(order.contains) == order)
    let columns = ["reason", "box", "owner", "enterprise", "stage", "cluster", "park"]
    #expect(list.csvColumns.map { list.fields[$0].key }.filter(columns.contains) == columns)
  }

  /// The report and the briefing print the cannery.
  @Test func `the object of a record has all its citations, the first of them as its own members`() throws {
    let list = RecordList(.projects, of: Board(try Fixture("small").dataset(), asOf: .distantFuture))
    let id = try list.field("id")
    let row = try #require((0..<list.count).first { list.value(row: $0, field: id).plain(.en) == "cannery" })
    guard case .object(let members) = list.objects[row],
      case .array(let citations)? = members.first(where: { $0.0 == "citations" })?.1
    else {
      Issue.record("no citations")
      return
    }
    #expect(citations.map { $0.text.contains("\"briefing\"") } == [false, true])
  }

  @Test func `what is said about a base is missing with the base`() throws {
    for board in try Self.boards() {
      var isMissing: Set<Bool> = []
      for object in RecordList(.targets, of: board).objects {
        guard case .object(let members) = object else { continue }
        let values = ["base", "base_period", "base_computed", "base_method"].map { key in
          members.first { $0.0 == key }?.1.text == "null"
        }
        #expect(Set(values).count == 1)
        isMissing.formUnion(values)
      }
      #expect(!isMissing.isEmpty)
    }
  }

  /// The report of 2023-01 is known from the end of that month.
  @Test func `a document has the date that is printed and the day from which it is known`() throws {
    let list = RecordList(.sources, of: try Board(Fixture("small").dataset(), on: "2023-07-31"))
    let (id, date, known) = (try list.field("id"), try list.field("date"), try list.field("known-on"))
    let row = try #require((0..<list.count).first { list.value(row: $0, field: id).plain(.en) == "report" })
    #expect(list.value(row: row, field: date).plain(.en) == "2023-01")
    #expect(list.value(row: row, field: known).plain(.en) == "2023-01-31")
  }

  @Test func `every column can be filtered by a value that it has`() throws {
    for board in try Self.boards() {
      for kind in ListKind.allCases {
        let list = RecordList(kind, of: board)
        for (index, field) in list.fields.enumerated() {
          guard let row = (0..<list.count).first(where: { list.value(row: $0, field: index) != .missing })
          else { continue }
          for key in [field.key] + field.members where try list.field(key) == index {
            let term = try #require(Self.term(key, field, list.value(row: row, field: index)))
            let found = try RecordSelection(list, filter: RecordFilter([term]), .zh)
            #expect(found.contains(row), "\(kind) \(term)")
          }
        }
      }
    }
  }

  /// Returns a condition that a value fulfils.
  private static func term(_ key: String, _ field: RecordField, _ value: RecordValue) -> RecordFilter.Term? {
    switch value {
    case .missing: nil
    case .number(let number, _, _):
      RecordFilter.Term(key, .atLeast, [Decimal.text(number * (field.isFraction ? 100 : 1) - 1, digits: 3)])
    case .time(_, _, let text, _): RecordFilter.Term(key, .contains, [text])
    // A value in words among numbers.
    case .text where field.isNumeric: RecordFilter.Term(key, .notEqual, [""])
    case .text(let text, _): RecordFilter.Term(key, .equal, [text.zh])
    case .references(let references): RecordFilter.Term(key, .equal, references.prefix(1).map(\.name.zh))
    }
  }

  @Test func `every value has a text for people and one for programs`() throws {
    for board in try Self.boards() {
      for kind in ListKind.allCases {
        let list = RecordList(kind, of: board)
        for row in 0..<min(list.count, 50) {
          for field in list.fields.indices where list.value(row: row, field: field) != .missing {
            let value = list.value(row: row, field: field)
            // Counting words have no English.
            #expect(
              !value.shown(.zh).isEmpty && !value.plain(.zh).isEmpty,
              "\(kind) \(list.fields[field].key) \(row)")
          }
        }
      }
    }
  }

  @Test func `a member of several values is text in a table`() throws {
    let list = RecordList(.clusters, of: Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture))
    let (id, products) = (try list.field("id"), try list.field("products"))
    let row = try #require((0..<list.count).first { list.value(row: $0, field: products) != .missing })
    guard case .array(let items)? = list.object(row: row).member("products") else {
      Issue.record("no products of \(list.value(row: row, field: id))")
      return
    }
    let shown = list.value(row: row, field: products).shown(.zh)
    for item in items {
      guard case .object(let name)? = item.member("name"), case .string(let text)? = name.first?.1 else {
        continue
      }
      #expect(shown.contains(text))
    }
    #expect(!list.csvColumns.contains(products) && !list.defaultColumns.contains(products))
  }
}

extension RecordField {
  fileprivate var isFraction: Bool { if case .number(.fraction) = content { true } else { false } }
}

extension JSONOutput {
  fileprivate func member(_ key: String) -> JSONOutput? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }
}
