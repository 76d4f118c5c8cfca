import Testing

@testable import Figures
@testable import Output

/// Orders and limits.
struct RecordOrderTests {
  private func ids(
    _ kind: ListKind, _ order: String, limit: Int? = nil, of fixture: Fixture? = nil
  ) throws -> [String] {
    let board = try Board((fixture ?? Fixture("small")).dataset(), on: "2023-07-31")
    let list = RecordList(kind, of: board)
    let rows = try RecordSelection(
      list, filter: RecordFilter(), order: RecordOrder(parsing: order), limit: limit, .en)
    let id = try list.field("id")
    return rows.map { list.value(row: $0, field: id).shown(.zh) }
  }

  @Test func `keys are read`() {
    #expect(
      RecordOrder(parsing: "-value, name，－date")
        == RecordOrder([.init("value", isDescending: true), .init("name"), .init("date", isDescending: true)])
    )
    #expect(RecordOrder(parsing: " , ").keys.isEmpty)
  }

  @Test func `conflicts come by how much they matter, not by the name of that`() throws {
    let kinds = ["note", "misleads", "needs-label"].map {
      """
      {"id": "\($0)", "kind": "scope", "severity": "\($0)", "title": {"zh": "矛盾", "en": "Conflict"},
      "statements": [{"figure": "district-output-2021"}, {"figure": "district-output-2022"}], "rule": "later-document"}
      """
    }
    let fixture = try kinds.reduce(Fixture("small")) { try $0.inserting($1, in: "conflicts.json") }
    func order(_ key: String) throws -> [String] {
      try ids(.conflicts, key, of: fixture).filter { ["note", "misleads", "needs-label"].contains($0) }
    }
    #expect(try order("severity") == ["misleads", "needs-label", "note"])
    #expect(try order("-severity") == ["note", "needs-label", "misleads"])
    let list = RecordList(.conflicts, of: try Board(fixture.dataset(), on: "2023-07-31"))
    let id = try list.field("id")
    let found = try RecordSelection(list, filter: RecordFilter(parsing: "severity<note"), .en)
      .map { list.value(row: $0, field: id).shown(.en) }
    #expect(found.contains("misleads") && found.contains("needs-label") && !found.contains("note"))
  }

  @Test func `texts, dates and stages have their own orders`() throws {
    let files = ["gear-works", "engine-works", "bakery", "dairy", "cannery"]
    #expect(try ids(.projects, "") == files)
    #expect(try ids(.projects, "name") == ["bakery", "cannery", "dairy", "engine-works", "gear-works"])
    #expect(try ids(.projects, "阶段") == files)
    #expect(try ids(.projects, "-阶段") == files.reversed())
    // Reserve and under construction have no date.
    #expect(try ids(.projects, "date") == ["engine-works", "dairy", "cannery", "gear-works", "bakery"])
  }

  @Test func `missing ones stay last when it descends, and equal ones in their order`() throws {
    #expect(try ids(.projects, "-date") == ["cannery", "dairy", "engine-works", "gear-works", "bakery"])
    #expect(try ids(.projects, "-cluster") == ["gear-works", "engine-works", "bakery", "dairy", "cannery"])
    #expect(
      try ids(.projects, "cluster,-name") == ["dairy", "cannery", "bakery", "gear-works", "engine-works"])
  }

  /// `by 2024` is 2024-12-31, its last day; other dates are ordered by their first day.
  @Test func `a date that is only an end is ordered by its last day`() throws {
    let dates = [
      ("later", "2025-01-01"), ("day", "2024-12-31"), ("end", "by 2024"), ("june", "2024-06"),
      ("year", "2024"), ("before", "before 2024-06"),
    ]
    let fixture = try Fixture.small(
      projects: dates.map { projectText($0.0, expected: [("started", $0.1, "plan")]) })
    func sorted(_ order: String) throws -> [String] {
      try ids(.projects, order, of: fixture).filter { id in dates.contains { $0.0 == id } }
    }
    #expect(try sorted("expected") == ["year", "before", "june", "day", "end", "later"])
    #expect(try sorted("-expected") == ["later", "day", "end", "june", "before", "year"])
  }

  @Test func `numbers are ordered as numbers`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let list = RecordList(.figures, of: board)
    let value = try list.field("value")
    let rows = try RecordSelection(
      list, filter: RecordFilter(parsing: "unit=亿元"), order: RecordOrder(parsing: "-value"), .zh)
    let values = rows.compactMap { row -> Double? in
      if case .number(let number, _, _) = list.value(row: row, field: value) { number } else { nil }
    }
    #expect(values.count > 3 && values == values.sorted(by: >))
  }

  @Test func `a limit counts rows that fit`() throws {
    #expect(try ids(.projects, "name", limit: 2) == ["bakery", "cannery"])
    #expect(try ids(.projects, "", limit: 0) == [])
    #expect(try ids(.projects, "", limit: 99).count == 5)
  }

  @Test func `an unknown key is a fault`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    #expect(throws: RecordFilterFault.self) {
      try RecordSelection(
        RecordList(.projects, of: board), filter: RecordFilter(), order: RecordOrder(parsing: "nme"), .zh)
    }
  }

  @Test func `rows are looked for only as they are asked for`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    var rows = try RecordSelection(
      RecordList(.projects, of: board), filter: RecordFilter(parsing: "cluster=food"), .zh)
    #expect(rows.scanned == 0)
    #expect(rows.next() == 2 && rows.scanned == 3)
  }
}
