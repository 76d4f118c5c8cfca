import Domain

/// A file that was loaded.
struct LoadedFile: Sendable {
  var name: String
  var kind: String
  /// How many of the records of its kind came from it.
  var count: Int
}

/// A kind of file that holds records: where the loader collects them, and where they stand in the dataset.
protocol RecordKind: Sendable {
  var kind: String { get }

  /// How many the loader has collected.
  func count(_ loader: DatasetLoader) -> Int
  /// Collects records of another dataset, which need not be read again.
  func keep(_ range: Range<Int>, of dataset: Dataset, in loader: inout DatasetLoader)
  func makeTable(_ loader: inout DatasetLoader)
  func id(_ position: Int, of dataset: Dataset) -> String
  func declares(_ id: String, _ dataset: Dataset) -> Bool
}

extension DatasetLoader {
  static let records: [any RecordKind] = [
    TableKind("sources", \.sources, \.sources), TableKind("plans", \.plans, \.plans),
    TableKind("classifications", \.classifications, \.classifications),
    TableKind("clusters", \.clusters, \.clusters), TableKind("indicators", \.indicators, \.indicators),
    TableKind("figures", \.figures, \.figures), TableKind("enterprises", \.enterprises, \.enterprises),
    TableKind("projects", \.projects, \.projects),
    TableKind("organisations", \.organisations, \.organisations),
    TableKind("programmes", \.programmes, \.programmes), TableKind("parks", \.parks, \.parks),
    TableKind("strengths", \.strengths, \.strengths), TableKind("conflicts", \.conflicts, \.conflicts),
  ]
}

private struct TableKind<Element: Identified>: RecordKind {
  let kind: String
  let list: WritableKeyPath<DatasetLoader, [Element]> & Sendable
  let table: WritableKeyPath<Dataset, Records<Element>> & Sendable

  init(
    _ kind: String, _ list: WritableKeyPath<DatasetLoader, [Element]> & Sendable,
    _ table: WritableKeyPath<Dataset, Records<Element>> & Sendable
  ) {
    (self.kind, self.list, self.table) = (kind, list, table)
  }

  func count(_ loader: DatasetLoader) -> Int { loader[keyPath: list].count }

  func keep(_ range: Range<Int>, of dataset: Dataset, in loader: inout DatasetLoader) {
    loader[keyPath: list] += dataset[keyPath: table][range]
  }

  func makeTable(_ loader: inout DatasetLoader) {
    loader.dataset[keyPath: table] = Records(loader[keyPath: list])
  }

  func id(_ position: Int, of dataset: Dataset) -> String { dataset[keyPath: table][position].id }

  func declares(_ id: String, _ dataset: Dataset) -> Bool {
    dataset[keyPath: table].position(of: id) != nil
  }
}
