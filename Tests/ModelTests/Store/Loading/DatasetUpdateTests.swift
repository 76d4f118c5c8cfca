import Testing

@testable import Domain
@testable import Store

struct DatasetUpdateTests {
  /// What comes of a change by reading only the files that differ, and by reading all.
  private struct Outcome {
    let update: DatasetLoader.Loaded?
    let full: DatasetLoader.Loaded?

    init(_ before: Fixture, _ after: Fixture) throws {
      let changed = after.files.filter { file in
        !before.files.contains { $0.name == file.name && $0.bytes == file.bytes }
      }
      try #require(!changed.isEmpty)
      update = DatasetUpdate.apply(changed, to: try before.load())
      full = try? after.load()
    }

    /// Whether the update took place and gave what reading everything gives.
    var isTheSame: Bool {
      guard let update, let full else { return false }
      return DatasetUpdateTests.isSame(update.dataset, full.dataset)
    }
  }

  private static func isSame(_ left: Dataset, _ right: Dataset) -> Bool {
    func table<Element: Hashable>(_ path: KeyPath<Dataset, Records<Element>>) -> Bool {
      Array(left[keyPath: path]) == Array(right[keyPath: path])
        && left[keyPath: path].allSatisfy {
          left[keyPath: path].position(of: $0.id) == right[keyPath: path].position(of: $0.id)
        }
    }
    return left.info == right.info && left.vocabulary == right.vocabulary && left.files == right.files
      && table(\.units) && table(\.stages) && table(\.sources) && table(\.plans) && table(\.classifications)
      && table(\.clusters) && table(\.indicators) && table(\.figures) && table(\.firms)
      && table(\.projects) && table(\.organisations) && table(\.programmes) && table(\.parks)
      && table(\.strengths) && table(\.measures) && table(\.conflicts) && table(\.problems)
      && table(\.decisions) && table(\.duties) && table(\.reports) && table(\.statuses)
  }

  @Test(arguments: ["small", "qianjiang", "month"])
  func `a reload of a file laid out differently equals a full read`(_ name: String) throws {
    let before = try Fixture(name)
    for file in before.files {
      // Every place moves, nothing else.
      let after = before.setting(file.name, to: "\n\n \(try before.text(of: file.name))")
      #expect(try Outcome(before, after).isTheSame, "\(file.name)")
    }
  }

  @Test func `changed and new records are in the order of a full read`() throws {
    let before = try Fixture("qianjiang")
    let file = "figures-press.json"
    let after = try before.replacing("\"value\": ", in: file, with: "\"value\": 7").inserting(
      """
      {"id": "brand-new", "subject": "district", "indicator": "\(before.load().dataset.info.total)", "value": 1, "unit": "亿元",
       "period": "2020", "kind": "actual", "comparator": "=", "scope": "\(before.load().dataset.vocabulary.scopes[0].id)",
       "citations": [{"source": "\(before.load().dataset.sources[0].id)", "section": "一", "line": 3, "printed": "1亿元"}]}
      """, in: file)
    let outcome = try Outcome(before, after)
    #expect(outcome.isTheSame)
    #expect(outcome.update?.dataset.figures["brand-new"] != nil)

    // What was updated can be updated again.
    let later = try after.replacing("\"value\": 7", in: file, with: "\"value\": 8")
    let changed = later.files.filter { $0.name == file }
    let again = DatasetUpdate.apply(changed, to: try #require(outcome.update))
    #expect(DatasetUpdateTests.isSame(try #require(again).dataset, try later.load().dataset))
  }

  @Test func `two files of one kind keep their order`() throws {
    let before = try Fixture("qianjiang")
    let after = try before.replacing("\"value\": ", in: "figures-plan-2021.json", with: "\"value\": 1")
      .replacing("\"value\": ", in: "figures-strong-city-2022.json", with: "\"value\": 1")
    #expect(try Outcome(before, after).isTheSame)
  }

  /// Whatever could give another result when all is read.
  @Test(arguments: [
    ("figures.json", "\"district-output-2021\"", "\"district-output-2020\""),  // an id twice
    ("sources.json", "\"id\": \"plan\"", "\"id\": \"plan-2\""),  // an id that others refer to is gone
    ("figures.json", "\"source\": \"plan\"", "\"source\": \"nowhere\""),  // a reference to nothing
    ("figures.json", "\"value\": 100", "\"value\": 100, \"extra\": 1"),  // a remark
    ("figures.json", "\"value\": 100", "\"value\": \"100\""),  // a fault
    ("figures.json", "\"figures\": [", "\"figures\": [" + "{"),  // no JSON
    ("figures.json", "\"period\": \"2022\"", "\"period\": \"2099\""),  // later than its document
  ])
  func `it stops where everything must be read`(_ file: String, _ old: String, _ new: String) throws {
    let before = try Fixture("small")
    let outcome = try Outcome(before, before.replacing(old, in: file, with: new))
    #expect(outcome.update == nil)
  }

  @Test func `an id that moves between files needs a full read`() throws {
    let before = try Fixture("small").setting("parks-2.json", to: "{\"parks\": []}")
    let other = try before.setting("parks-2.json", to: before.text(of: "parks.json"))
    #expect(try Outcome(before, other).update == nil)
    let moved = other.setting("parks.json", to: "{\"parks\": []}")
    let outcome = try Outcome(before, moved)
    #expect(outcome.update == nil || outcome.isTheSame)
  }

  @Test func `a file that was not there, and data with remarks, give up`() throws {
    let before = try Fixture("small")
    #expect(try Outcome(before, before.setting("parks-2.json", to: "{\"parks\": []}")).update == nil)
    let remarked = try before.replacing(
      "\"value\": 100", in: "figures.json", with: "\"value\": 100, \"extra\": 1")
    let parks = try before.text(of: "parks.json")
    #expect(try Outcome(remarked, remarked.setting("parks.json", to: " " + parks)).update == nil)
  }

  @Test func `a file whose kind is in two files is not read alone unless it holds records`() throws {
    var known = try Fixture("small").load()
    known.files.append(LoadedFile(name: "dataset-b.json", kind: "dataset", count: 0))
    let file = try #require(Fixture("small").files.first { $0.name == "dataset.json" })
    #expect(DatasetUpdate.apply([file], to: known) == nil)
  }
}

extension DatasetLoader.Loaded? {
  fileprivate static func == (left: Self, right: ExpressibleByNilLiteral) -> Bool {
    if case .none = left { true } else { false }
  }
}

struct DirectorySnapshotTests {
  @Test func `only files that differ, or had just been written, may hold something else`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("{}", to: "parks.json")
    try directory.write("{}", to: "plans.json")
    let fresh = DirectorySnapshot(directory.path)
    let settled = DirectorySnapshot(directory.path, now: .max)
    #expect(fresh.changed(since: fresh).sorted() == ["parks.json", "plans.json"])
    #expect(settled.changed(since: settled).isEmpty)
    try directory.write("{} ", to: "plans.json")
    #expect(DirectorySnapshot(directory.path).changed(since: settled) == ["plans.json"])
  }
}
