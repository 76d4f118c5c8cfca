import Domain

/// Reads the files of a dataset that have changed, and takes everything else from what was read before.
///
/// Many sessions follow one directory: an edit of one file must not cost each of them the reading of all. It is given up
/// whenever reading everything could give another result: a fault or a remark anywhere, files that came or went, an id
/// that is gone or declared twice.
struct DatasetUpdate {
  private let known: DatasetLoader.Loaded
  private var loader = DatasetLoader()
  /// For each changed file its number, and the records that it had before, by their positions in their table.
  private var before: [(file: Int, records: Range<Int>)] = []

  /// - Parameter changed: the files that are not as they were, with their bytes.
  /// - Returns: what reading all files would give; nil when only that can tell.
  static func apply(_ changed: [InputFile], to known: DatasetLoader.Loaded) -> DatasetLoader.Loaded? {
    var update = DatasetUpdate(known)
    return update.apply(changed)
  }

  private init(_ known: DatasetLoader.Loaded) {
    self.known = known
    loader.dataset = known.dataset
  }

  private mutating func apply(_ changed: [InputFile]) -> DatasetLoader.Loaded? {
    guard known.warnings.isEmpty, changed.allSatisfy(isKnown) else { return nil }
    read(changed)
    guard loader.loading.diagnostics.isEmpty, keepsIds, loader.loading.references(allIn: isDeclared)
    else { return nil }
    loader.completeTables()
    StructureCheck(dataset: loader.dataset, loading: loader.loading).run(changed: loader.seen)
    guard loader.loading.diagnostics.isEmpty else { return nil }
    return DatasetLoader.Loaded(dataset: loader.dataset, warnings: [], files: loader.files)
  }

  /// Of files without records the last one counts: only where it is alone can it be read alone.
  private func isKnown(_ file: InputFile) -> Bool {
    guard let old = known.files.first(where: { $0.name == file.name }) else { return false }
    return DatasetUpdate.records(old.kind) != nil || known.files.count { $0.kind == old.kind } == 1
  }

  /// Goes through all files in the order in which they were read, as the places of records count them.
  private mutating func read(_ changed: [InputFile]) {
    let kinds = Set(changed.map { DatasetLoader.kind(ofFile: $0.name) })
    for kind in kinds { DatasetUpdate.records(kind)?.clear(&loader.dataset) }
    var starts: [String: Int] = [:]
    for (number, file) in known.files.enumerated() {
      let start = starts[file.kind, default: 0]
      let records = start..<start + file.count
      starts[file.kind] = records.upperBound
      if let new = changed.first(where: { $0.name == file.name }) {
        before.append((number, records))
        loader.read(new)
      } else {
        if kinds.contains(file.kind) {
          DatasetUpdate.records(file.kind)?.keep(records, of: known.dataset, in: &loader.dataset)
        }
        loader.loading.skip(known.dataset.files[number])
        loader.files.append(file)
      }
    }
  }

  private static func records(_ kind: String) -> (any RecordKind)? {
    DatasetLoader.records.first { $0.kind == kind }
  }

  /// Whether the changed files declare all that they did, so that nothing that refers to it is wrong now, and nothing
  /// that another file declares.
  private var keepsIds: Bool {
    var old: [String: Set<String>] = [:]
    for (file, records) in before {
      for (kind, ids) in ids(known.files[file].kind, records) { old[kind, default: []].formUnion(ids) }
    }
    let declared = loader.loading.declared
    let isKept = old.allSatisfy { kind, ids in ids.allSatisfy { declared[kind]?[$0] != nil } }
    return isKept
      && declared.allSatisfy { kind, ids in
        ids.keys.allSatisfy { old[kind]?.contains($0) == true || !isDeclared($0, kind) }
      }
  }

  /// What a file declared, by kind.
  private func ids(_ kind: String, _ records: Range<Int>) -> [(kind: String, ids: [String])] {
    let dataset = known.dataset
    switch kind {
    case "dataset": return [(kind, [dataset.info.id])]
    case "vocabulary": return DatasetUpdate.words(dataset.vocabulary)
    case "programmes":
      let programmes = dataset.programmes[records]
      return [(kind, programmes.map(\.id)), ("tasks", programmes.flatMap { $0.tasks.map(\.id) })]
    default:
      let table = DatasetUpdate.records(kind)
      return [(kind, records.compactMap { table?.id($0, of: dataset) })]
    }
  }

  private static func words(_ vocabulary: Vocabulary) -> [(kind: String, ids: [String])] {
    [
      ("units", vocabulary.units.map(\.id)), ("scopes", vocabulary.scopes.map(\.id)),
      ("categories", vocabulary.categories.map(\.id)), ("stages", vocabulary.stages.map(\.id)),
      ("rules", vocabulary.rules.map(\.id)),
    ]
  }

  /// Whether any file declared it before.
  private func isDeclared(_ id: String, _ kind: String) -> Bool {
    if let records = DatasetUpdate.records(kind) { return records.declares(id, known.dataset) }
    if kind == "tasks" { return known.dataset.programmes.contains { $0.tasks.contains { $0.id == id } } }
    return DatasetUpdate.words(known.dataset.vocabulary).contains { $0.kind == kind && $0.ids.contains(id) }
  }
}
