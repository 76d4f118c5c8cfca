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
    Records("sources", \.sources, \.sources), Records("plans", \.plans, \.plans),
    Records("classifications", \.classifications, \.classifications),
    Records("clusters", \.clusters, \.clusters), Records("indicators", \.indicators, \.indicators),
    Records("figures", \.figures, \.figures), Records("enterprises", \.enterprises, \.enterprises),
    Records("projects", \.projects, \.projects),
    Records("organisations", \.organisations, \.organisations),
    Records("programmes", \.programmes, \.programmes), Records("parks", \.parks, \.parks),
    Records("strengths", \.strengths, \.strengths), Records("conflicts", \.conflicts, \.conflicts),
  ]
}

private struct Records<Element: Identified>: RecordKind {
  let kind: String
  let list: WritableKeyPath<DatasetLoader, [Element]> & Sendable
  let table: WritableKeyPath<Dataset, Table<Element>> & Sendable

  init(
    _ kind: String, _ list: WritableKeyPath<DatasetLoader, [Element]> & Sendable,
    _ table: WritableKeyPath<Dataset, Table<Element>> & Sendable
  ) {
    (self.kind, self.list, self.table) = (kind, list, table)
  }

  func count(_ loader: DatasetLoader) -> Int { loader[keyPath: list].count }

  func keep(_ range: Range<Int>, of dataset: Dataset, in loader: inout DatasetLoader) {
    loader[keyPath: list] += dataset[keyPath: table][range]
  }

  func makeTable(_ loader: inout DatasetLoader) {
    loader.dataset[keyPath: table] = Table(loader[keyPath: list])
  }

  func id(_ position: Int, of dataset: Dataset) -> String { dataset[keyPath: table][position].id }

  func declares(_ id: String, _ dataset: Dataset) -> Bool {
    dataset[keyPath: table].position(of: id) != nil
  }
}
