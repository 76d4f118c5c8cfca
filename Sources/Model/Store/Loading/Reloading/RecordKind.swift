import Domain

/// A kind of file that holds records: where they are in the dataset.
protocol RecordKind: Sendable {
  var kind: String { get }

  /// Removes all records.
  func clear(_ dataset: inout Dataset)
  /// Adds records of another dataset, which need not be read again.
  func keep(_ range: Range<Int>, of other: Dataset, in dataset: inout Dataset)
  func id(_ position: Int, of dataset: Dataset) -> String
  func declares(_ id: String, _ dataset: Dataset) -> Bool
}

extension DatasetUpdate {
  /// All kinds. They are made when a file is first read again: their key paths would take 2 % of a start.
  static let recordKinds: [any RecordKind] = [
    TableKind("sources", \.sources), TableKind("plans", \.plans),
    TableKind("classifications", \.classifications), TableKind("clusters", \.clusters),
    TableKind("indicators", \.indicators), TableKind("figures", \.figures),
    TableKind("enterprises", \.firms), TableKind("projects", \.projects),
    TableKind("organisations", \.organisations), TableKind("programmes", \.programmes),
    TableKind("parks", \.parks), TableKind("strengths", \.strengths), TableKind("measures", \.measures),
    TableKind("conflicts", \.conflicts), TableKind("problems", \.problems),
    TableKind("decisions", \.decisions), TableKind("duties", \.duties), TableKind("reports", \.reports),
    TableKind("statuses", \.statuses),
  ]
}

private struct TableKind<Element: Identified>: RecordKind {
  let kind: String
  let table: WritableKeyPath<Dataset, Records<Element>> & Sendable

  init(_ kind: String, _ table: WritableKeyPath<Dataset, Records<Element>> & Sendable) {
    (self.kind, self.table) = (kind, table)
  }

  func clear(_ dataset: inout Dataset) { dataset[keyPath: table] = Records([]) }

  func keep(_ range: Range<Int>, of other: Dataset, in dataset: inout Dataset) {
    dataset[keyPath: table].append(Array(other[keyPath: table][range]))
  }

  func id(_ position: Int, of dataset: Dataset) -> String { dataset[keyPath: table][position].id }

  func declares(_ id: String, _ dataset: Dataset) -> Bool {
    dataset[keyPath: table].position(of: id) != nil
  }
}
