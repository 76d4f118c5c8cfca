/// Reads a dataset from its files and refuses it, with every fault, unless all of it is in order.
public struct DatasetLoader {
  /// A dataset, and what was odd about its files without making them useless.
  public struct Loaded: Sendable {
    public var dataset: Dataset
    public var warnings: [Diagnostic]
  }

  /// The kinds of files, as their names begin.
  public static let kinds = [
    "dataset", "vocabulary", "sources", "plans", "classifications", "clusters", "indicators", "figures",
    "enterprises", "projects", "organisations", "programmes", "parks", "strengths", "conflicts",
  ]
  private static let requiredKinds = ["dataset", "vocabulary", "sources"]

  /// Reads all `*.json` files of a directory.
  public static func load(directory: String) throws(LoadFailure) -> Loaded {
    try load(files: InputFile.readDirectory(directory), place: directory)
  }

  /// - Parameter place: what faults of the whole are reported against.
  /// - Throws: every fault that was found, in the order of files and lines, warnings among them.
  public static func load(files: [InputFile], place: String) throws(LoadFailure) -> Loaded {
    var loader = DatasetLoader()
    for file in files { loader.read(file) }
    return try loader.finish(place: place)
  }

  private let loading = Loading()
  private var seen: Set<String> = []
  private var dataset = Dataset()
  private var sources: [Source] = []
  private var plans: [Plan] = []
  private var classifications: [Classification] = []
  private var clusters: [Cluster] = []
  private var indicators: [Indicator] = []
  private var figures: [Figure] = []
  private var enterprises: [Enterprise] = []
  private var projects: [Project] = []
  private var organisations: [Organisation] = []
  private var programmes: [Programme] = []
  private var parks: [Park] = []
  private var strengths: [Strength] = []
  private var conflicts: [Conflict] = []

  /// `figures` for `figures.json`, `figures-2023-01.json`.
  static func kind(ofFile name: String) -> String {
    String(name.prefix { $0 != "-" && $0 != "." })
  }

  private mutating func read(_ file: InputFile) {
    loading.begin(file)
    let kind = DatasetLoader.kind(ofFile: file.name)
    guard DatasetLoader.kinds.contains(kind) else {
      loading.report(
        Diagnostic(
          path: file.path, line: nil, column: nil, severity: .warning,
          fault: .unknownKindOfFile(kind, allowed: DatasetLoader.kinds)))
      return
    }
    seen.insert(kind)
    do throws(JSONFault) {
      let document = try JSONDocument.parse(file.bytes)
      guard var fields = Fields(document.root, kind: kind, loading: loading) else { return }
      read(kind, &fields)
      fields.finish()
    } catch {
      loading.report(
        .syntax(loading.excerpt(at: error.offset), error.problem.hint), at: loading.origin(error.offset))
    }
  }

  private mutating func read(_ kind: String, _ fields: inout Fields) {
    switch kind {
    case "dataset":
      if let info = fields.optionalObject(kind, required: true, decode: Dataset.Info.init) {
        dataset.info = info
      }
    case "vocabulary":
      if let words = fields.optionalObject(kind, required: true, decode: Vocabulary.init) {
        dataset.vocabulary = words
      }
    case "sources": sources += fields.objects(kind, decode: Source.init)
    case "plans": plans += fields.objects(kind, decode: Plan.init)
    case "classifications": classifications += fields.objects(kind, decode: Classification.init)
    case "clusters": clusters += fields.objects(kind, decode: Cluster.init)
    case "indicators": indicators += fields.objects(kind, decode: Indicator.init)
    case "figures": figures += fields.objects(kind, decode: Figure.init)
    case "enterprises": enterprises += fields.objects(kind, decode: Enterprise.init)
    case "projects": projects += fields.objects(kind, decode: Project.init)
    case "organisations": organisations += fields.objects(kind, decode: Organisation.init)
    case "programmes": programmes += fields.objects(kind, decode: Programme.init)
    case "parks": parks += fields.objects(kind, decode: Park.init)
    case "strengths": strengths += fields.objects(kind, decode: Strength.init)
    default: conflicts += fields.objects(kind, decode: Conflict.init)
    }
  }

  private mutating func finish(place: String) throws(LoadFailure) -> Loaded {
    for kind in DatasetLoader.requiredKinds where !seen.contains(kind) {
      loading.report(Diagnostic(path: place, line: nil, column: nil, fault: .fileMissing(kind: kind)))
    }
    loading.resolve()
    dataset.units = Table(dataset.vocabulary.units)
    dataset.stages = Table(dataset.vocabulary.stages)
    dataset.sources = Table(sources)
    dataset.plans = Table(plans)
    dataset.classifications = Table(classifications)
    dataset.clusters = Table(clusters)
    dataset.indicators = Table(indicators)
    dataset.figures = Table(figures)
    dataset.enterprises = Table(enterprises)
    dataset.projects = Table(projects)
    dataset.organisations = Table(organisations)
    dataset.programmes = Table(programmes)
    dataset.parks = Table(parks)
    dataset.strengths = Table(strengths)
    dataset.conflicts = Table(conflicts)
    dataset.files = loading.paths
    StructureCheck(dataset: dataset, loading: loading).run()
    let diagnostics = loading.diagnostics.sorted {
      ($0.path, $0.line ?? 0, $0.column ?? 0) < ($1.path, $1.line ?? 0, $1.column ?? 0)
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw LoadFailure(diagnostics: diagnostics) }
    return Loaded(dataset: dataset, warnings: diagnostics)
  }
}

extension Dataset.Info {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    short = fields.optionalName("short") ?? name
    classification = fields.reference("classification", to: "classifications")
    total = fields.reference("total", to: "indicators")
    headlines = fields.references("headlines", to: "indicators")
    for pair in fields.objects(
      "reported", decode: { ($0.rung("stage"), $0.reference("indicator", to: "indicators")) })
    {
      reported[pair.0] = pair.1
    }
    commitments = fields.objects("commitments") {
      Dataset.Commitment(indicator: $0.reference("indicator", to: "indicators"), stage: $0.rung("stage"))
    }
  }
}

extension Fields {
  fileprivate mutating func rung(_ key: String) -> Rung { choice(key, default: .planned) }
}

extension JSONFault.Problem {
  fileprivate var hint: Fault.SyntaxHint {
    switch self {
    case .empty, .value: .value
    case .key: .key
    case .colon: .colon
    case .commaOrBrace: .commaOrBrace
    case .commaOrBracket: .commaOrBracket
    case .number, .numberTooBig: .number
    case .escape: .escape
    case .controlInString: .controlInString
    case .unclosedString: .unclosedString
    case .surrogate: .surrogate
    case .encoding: .encoding
    case .trailing: .trailing
    case .depth: .depth(Int(JSONDocument.maximumDepth))
    case .memory: .memory
    }
  }
}
