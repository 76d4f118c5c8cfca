import Domain

/// Reads the changed files of a dataset, and takes everything else from the data read before.
///
/// Many sessions follow one directory, so editing one file must not make each of them read all files. The update fails
/// whenever reading everything could give another result: a fault or warning anywhere, files added or removed, an id
/// that is gone or declared twice.
struct DatasetUpdate {
  private let known: DatasetLoader.Loaded
  private var loader = DatasetLoader()
  /// The number of each changed file, and the positions of its previous records in their table.
  private var before: [(file: Int, records: Range<Int>)] = []

  /// - Parameter changed: the changed files, with their bytes.
  /// - Returns: the result of reading all files; nil when all files must be read to get it.
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

  /// Whether a file was loaded before and can be read alone. Of several files without records the last one counts, so
  /// such a file must be the only one of its kind.
  private func isKnown(_ file: InputFile) -> Bool {
    guard let old = known.files.first(where: { $0.name == file.name }) else { return false }
    return DatasetUpdate.records(old.kind) != nil || known.files.count { $0.kind == old.kind } == 1
  }

  /// Goes through all files in their reading order, because the places of records count files in that order.
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
    recordKinds.first { $0.kind == kind }
  }

  /// Whether the changed files still declare all their ids, so that references to them stay valid, and no id that
  /// another file declares.
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

  /// Returns the ids that a file declared, by kind.
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
      ("rules", vocabulary.rules.map(\.id)), ("causes", vocabulary.causes.map(\.id)),
      ("topics", vocabulary.topics.map(\.id)), ("firm_ladder", vocabulary.firmLadder.map(\.id)),
    ]
  }

  /// Whether any file declared the id before.
  private func isDeclared(_ id: String, _ kind: String) -> Bool {
    if let records = DatasetUpdate.records(kind) { return records.declares(id, known.dataset) }
    if kind == "tasks" { return known.dataset.programmes.contains { $0.tasks.contains { $0.id == id } } }
    return DatasetUpdate.words(known.dataset.vocabulary).contains { $0.kind == kind && $0.ids.contains(id) }
  }
}
