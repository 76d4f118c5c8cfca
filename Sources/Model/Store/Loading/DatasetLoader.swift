import Domain

/// Reads a dataset from its files. Rejects it with all its faults if one of them is an error.
package struct DatasetLoader {
  /// A dataset and the warnings about its files.
  package struct Loaded: Sendable {
    /// The dataset.
    package var dataset: Dataset
    /// The warnings, in the order of files and lines.
    package var warnings: [Diagnostic]
    /// The files, in the order in which they were read.
    var files: [LoadedFile] = []
    /// A warning for each file with names in one language, for those who want both.
    package var untranslated: [Diagnostic] = []
  }

  /// The kinds of files; the name of a file begins with its kind.
  package static let kinds = [
    "dataset", "vocabulary", "sources", "plans", "classifications", "clusters", "indicators", "figures",
    "enterprises", "projects", "organisations", "programmes", "parks", "strengths", "measures", "conflicts",
    "problems", "decisions", "duties", "reports", "statuses", "words",
  ]
  private static let requiredKinds = ["dataset", "vocabulary", "sources"]

  /// Reads all `*.json` files of a directory.
  ///
  /// - Throws: all faults, as ``load(files:place:)`` does.
  package static func load(directory: String) throws(LoadFailure) -> Loaded {
    try load(files: InputFile.readDirectory(directory), place: directory)
  }

  /// Reads a dataset from files.
  ///
  /// - Parameters:
  ///   - files: the files of the dataset, in any order.
  ///   - place: the path reported for faults of the dataset as a whole.
  /// - Throws: all faults in the order of files and lines, warnings included.
  package static func load(files: consuming [InputFile], place: String) throws(LoadFailure) -> Loaded {
    // Never superseded by newer files, and so never nil.
    try load(files: consume files, place: place, while: { true }) ?? Loaded()
  }

  /// Like ``load(files:place:)``, but stops as soon as newer files supersede these.
  ///
  /// - Parameter isCurrent: whether the files are still current; called before each file, and every ``Loading/step``
  ///   records.
  /// - Returns: nil when it stopped.
  static func load(
    files: consuming [InputFile], place: String, while isCurrent: @escaping () -> Bool
  ) throws(LoadFailure) -> Loaded? {
    var loader = DatasetLoader()
    loader.loading.isCurrent = isCurrent
    for index in ordered(files.indices, by: { files[$0].name }) {
      guard isCurrent() else { return nil }
      loader.read(files[index])
      // The bytes are no longer needed, and there may be many.
      files[index].bytes = []
      if loader.loading.isOutdated { return nil }
    }
    return try loader.finish(place: place)
  }

  /// Returns files in reading order: those that others refer to come first, so that most references can be checked at
  /// once.
  static func ordered<Files: Sequence>(_ files: Files, by name: (Files.Element) -> String) -> [Files.Element]
  {
    let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    let ranked = files.enumerated().map { (order[kind(ofFile: name($1))] ?? kinds.count, $0, $1) }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  let loading: Loading
  /// The kinds that have at least one file read.
  private(set) var seen: Set<String> = []
  var files: [LoadedFile] = []
  var dataset = Dataset()

  init(_ loading: Loading = Loading()) { self.loading = loading }

  /// Returns the kind in a file name: `figures` for `figures.json` and `figures-2023-01.json`.
  package static func kind(ofFile name: String) -> String {
    String(name.prefix { $0 != "-" && $0 != "." })
  }

  mutating func read(_ file: InputFile) {
    loading.begin(file)
    read(.json(file.bytes), name: file.name, path: file.path)
  }

  /// Reads what the current file has.
  mutating func read(_ content: Content, name: String, path: String) {
    defer { loading.end() }
    let kind = DatasetLoader.kind(ofFile: name)
    var count = 0
    defer { files.append(LoadedFile(name: name, kind: kind, count: count)) }
    guard DatasetLoader.kinds.contains(kind) else {
      loading.report(
        Diagnostic(
          path: path, line: nil, column: nil, severity: .warning,
          fault: .unknownKindOfFile(kind, allowed: DatasetLoader.kinds)))
      return
    }
    seen.insert(kind)
    do throws(JSONFault) {
      count = try read(kind, content)
    } catch {
      loading.reject(error, kind)
    }
  }

  /// - Returns: the number of records read.
  private mutating func read(_ kind: String, _ bytes: Content) throws(JSONFault) -> Int {
    switch kind {
    case "dataset":
      if let read = try loading.object("dataset", bytes, Dataset.Info.init) { dataset.info = read }
      return 0
    case "vocabulary":
      if let read = try loading.object("vocabulary", bytes, Vocabulary.init) { dataset.vocabulary = read }
      return 0
    case "sources": return try loading.records("sources", bytes, Source.init, addedTo: &dataset.sources)
    case "plans": return try loading.records("plans", bytes, Plan.init, addedTo: &dataset.plans)
    case "classifications":
      return try loading.records(
        "classifications", bytes, Classification.init, addedTo: &dataset.classifications)
    case "clusters": return try loading.records("clusters", bytes, Cluster.init, addedTo: &dataset.clusters)
    case "indicators":
      return try loading.records("indicators", bytes, Indicator.init, addedTo: &dataset.indicators)
    case "figures": return try loading.records("figures", bytes, Figure.init, addedTo: &dataset.figures)
    case "enterprises":
      return try loading.records("enterprises", bytes, Firm.init, addedTo: &dataset.firms)
    case "projects": return try loading.records("projects", bytes, Project.init, addedTo: &dataset.projects)
    case "organisations":
      return try loading.records("organisations", bytes, Organisation.init, addedTo: &dataset.organisations)
    case "programmes":
      return try loading.records("programmes", bytes, Programme.init, addedTo: &dataset.programmes)
    case "parks": return try loading.records("parks", bytes, Park.init, addedTo: &dataset.parks)
    case "strengths":
      return try loading.records("strengths", bytes, Strength.init, addedTo: &dataset.strengths)
    case "problems": return try loading.records("problems", bytes, Problem.init, addedTo: &dataset.problems)
    case "decisions":
      return try loading.records("decisions", bytes, Decision.init, addedTo: &dataset.decisions)
    case "duties": return try loading.records("duties", bytes, Duty.init, addedTo: &dataset.duties)
    case "reports":
      return try loading.records("reports", bytes, ReceivedReport.init, addedTo: &dataset.reports)
    case "statuses":
      return try loading.records("statuses", bytes, StatusEntry.init, addedTo: &dataset.statuses)
    case "measures": return try loading.records("measures", bytes, Measure.init, addedTo: &dataset.measures)
    // Only the import of tables reads them.
    case "words":
      if case .json(let bytes) = bytes { _ = try JSONDocument.parse(bytes) }
      return 0
    default: return try loading.records("conflicts", bytes, Conflict.init, addedTo: &dataset.conflicts)
    }
  }

  mutating func finish(place: String) throws(LoadFailure) -> Loaded {
    assemble(place: place)
    loading.resolve()
    if !loading.isChecked { StructureCheck(dataset: dataset, loading: loading).run() }
    return Loaded(
      dataset: dataset, warnings: try warnings(), files: files, untranslated: loading.untranslated)
  }

  /// Reports missing files and completes the dataset.
  mutating func assemble(place: String) {
    for kind in DatasetLoader.requiredKinds where !seen.contains(kind) {
      loading.report(Diagnostic(path: place, line: nil, column: nil, fault: .fileMissing(kind: kind)))
      loading.leaveOut(kind)
    }
    completeTables()
  }

  /// Returns the warnings, in the order of files and lines.
  ///
  /// - Throws: all diagnostics when one of them is an error.
  func warnings() throws(LoadFailure) -> [Diagnostic] {
    let diagnostics = loading.diagnostics.sorted {
      ($0.path, $0.line ?? 0, $0.column ?? 0) < ($1.path, $1.line ?? 0, $1.column ?? 0)
    }
    if loading.isFaulty { throw LoadFailure(diagnostics: diagnostics) }
    return diagnostics
  }

  /// Adds what follows from all files: their paths, and the tables of the vocabulary's words.
  mutating func completeTables() {
    dataset.files = loading.paths
    if seen.contains("vocabulary") {
      dataset.units = Records(dataset.vocabulary.units)
      dataset.stages = Records(dataset.vocabulary.stages)
    }
  }
}

extension DatasetLoader.Loaded {
  /// An empty dataset.
  package init() { self.init(dataset: Dataset(), warnings: []) }
}

extension Dataset.Info {
  init(_ fields: inout Fields) {
    self.init()
    id = fields.id()
    name = fields.name("name")
    short = fields.name("short")
    isInvented = fields.flag("invented")
    classification = fields.reference("classification", to: "classifications")
    total = fields.reference("total", to: "indicators")
    headlines = fields.references("headlines", to: "indicators", .present)
    for pair in fields.objects(
      "reported", decode: { ($0.rung("stage"), $0.reference("indicator", to: "indicators")) })
    {
      reported[pair.0] = pair.1
    }
    commitments = fields.objects("commitments") {
      Dataset.Commitment(
        indicator: $0.reference("indicator", to: "indicators"),
        stage: $0.has("stage") ? $0.rung("stage") : nil,
        reported: $0.optionalReference("reported", to: "indicators"), differs: $0.optionalName("differs"),
        assumes: $0.optionalName("assumes"))
    }
    precedence = fields.choices("precedence") ?? precedence
    dispatch = fields.optionalObject("dispatch") { DispatchRules(&$0) }
    accepted = fields.objects("accepted") {
      Dataset.Acceptance(
        rule: $0.string("rule"), about: $0.string("about"), reason: $0.name("reason"), origin: $0.origin)
    }
  }
}

extension Fields {
  fileprivate mutating func rung(_ key: StaticString) -> Rung { choice(key, default: .planned) }
}
