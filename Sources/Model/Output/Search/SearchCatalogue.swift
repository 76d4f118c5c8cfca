import Domain
import Figures

/// The searchable records of a board, and the texts that each is found by.
struct SearchCatalogue: Sendable {
  /// A record by its position in the board or its dataset.
  struct Record: Sendable {
    let kind: SearchIndex.Kind
    let position: Int32
    /// The position of the task in its programme; 0 for other kinds.
    let part: Int32
  }

  let board: Board
  private let sources: Set<String>
  /// The records of the office's month as they were on the board's day.
  let problems: [Problem]
  let decisions: [Decision]
  let duties: [Duty]
  let statuses: [StatusEntry]
  var dataset: Dataset { board.dataset }

  init(_ board: Board) {
    self.board = board
    sources = Set(board.sources.map(\.id))
    (problems, decisions) = (board.problems, board.decisions)
    (duties, statuses) = (board.duties, board.statusEntries)
  }

  func isKnown(_ citations: [Citation]) -> Bool { citations.contains { sources.contains($0.source) } }

  // MARK: Records

  /// Returns the records in the order in which equal matches are listed: by kind, clusters of the classification that
  /// is shown before others, then shorter titles, then the order of the files.
  func records() -> [Record] {
    SearchIndex.Kind.allCases.flatMap { kind in
      let records = records(of: kind)
      var order: [(isElsewhere: Int, length: Int, index: Int)] = []
      order.reserveCapacity(records.count)
      for (index, record) in records.enumerated() {
        let length = title(of: record).zh.unicodeScalars.count
        order.append((isElsewhere(record) ? 1 : 0, length, index))
      }
      order.sort { $0 < $1 }
      return order.map { records[$0.index] }
    }
  }

  /// Whether the record is a cluster of a classification that is not shown.
  private func isElsewhere(_ record: Record) -> Bool {
    record.kind == .cluster && cluster(record).classification != board.classification?.id
  }

  private func records(of kind: SearchIndex.Kind) -> [Record] {
    func known<Records: RandomAccessCollection>(
      _ records: Records, _ citations: (Records.Element) -> [Citation]
    ) -> [Record] where Records.Index == Int {
      records.indices.filter { isKnown(citations(records[$0])) }.map { Record(kind, $0) }
    }
    switch kind {
    case .cluster: return known(dataset.clusters, \.citations)
    case .firm: return known(dataset.firms, \.citations)
    case .organisation: return known(dataset.organisations, \.citations)
    case .park: return known(dataset.parks, \.citations)
    case .strength: return known(dataset.strengths, \.citations)
    case .measure: return known(dataset.measures, \.citations)
    case .programme: return known(dataset.programmes) { $0.citations + $0.tasks.flatMap(\.citations) }
    case .task: return tasks()
    case .indicator:
      let used = Set(board.figures.map(\.indicator))
      return dataset.indicators.indices.filter { used.contains(dataset.indicators[$0].id) }
        .map { Record(kind, $0) }
    case .figure:
      let targets = Set(board.targets.map(\.target.id))
      return board.figures.indices.filter { !targets.contains(board.figures[$0].id) }.map { Record(kind, $0) }
    case .project: return board.projects.indices.map { Record(kind, $0) }
    case .target: return board.targets.indices.map { Record(kind, $0) }
    case .source: return board.sources.indices.map { Record(kind, $0) }
    case .conflict: return board.conflicts.indices.map { Record(kind, $0) }
    case .problem: return problems.indices.map { Record(kind, $0) }
    case .decision: return decisions.indices.map { Record(kind, $0) }
    case .duty: return duties.indices.map { Record(kind, $0) }
    case .status: return statuses.indices.map { Record(kind, $0) }
    }
  }

  private func tasks() -> [Record] {
    dataset.programmes.enumerated().flatMap { position, programme in
      programme.tasks.indices.filter { isKnown(programme.tasks[$0].citations) }
        .map { Record(.task, position, part: $0) }
    }
  }

  func cluster(_ record: Record) -> Cluster { dataset.clusters[Int(record.position)] }
  func programme(_ record: Record) -> Programme { dataset.programmes[Int(record.position)] }
  func task(_ record: Record) -> Programme.Task { programme(record).tasks[Int(record.part)] }
  func target(_ record: Record) -> TargetProgress { board.targets[Int(record.position)] }
  func figure(_ record: Record) -> Figure { board.figures[Int(record.position)] }

  // MARK: Identity

  func id(of record: Record) -> String {
    let position = Int(record.position)
    return switch record.kind {
    case .cluster: cluster(record).id
    case .firm: dataset.firms[position].id
    case .organisation: dataset.organisations[position].id
    case .project: board.projects[position].project.id
    case .indicator: dataset.indicators[position].id
    case .target: target(record).target.id
    case .park: dataset.parks[position].id
    case .programme: programme(record).id
    case .task: task(record).id
    case .source: board.sources[position].id
    case .conflict: board.conflicts[position].id
    case .figure: figure(record).id
    case .strength: dataset.strengths[position].id
    case .measure: dataset.measures[position].id
    case .problem: problems[position].id
    case .decision: decisions[position].id
    case .duty: duties[position].id
    case .status: statuses[position].id
    }
  }

  func title(of record: Record) -> Name {
    let position = Int(record.position)
    return switch record.kind {
    case .cluster: cluster(record).name
    case .firm: dataset.firms[position].name
    case .organisation: dataset.organisations[position].name
    case .project: board.projects[position].project.name
    case .indicator: dataset.indicators[position].name
    case .target: title(of: target(record).target)
    case .park: dataset.parks[position].name
    case .programme: programme(record).name
    case .task: task(record).name
    case .source: board.sources[position].title
    case .conflict: board.conflicts[position].title
    case .figure: title(of: figure(record))
    case .strength: dataset.strengths[position].name
    case .measure: dataset.measures[position].name
    case .problem: problems[position].title
    case .decision: decisions[position].title
    case .duty: title(of: duties[position])
    case .status: title(of: statuses[position])
    }
  }

  private func title(of duty: Duty) -> Name {
    (dataset.organisations[duty.unit]?.name ?? Name(both: duty.unit))
      + Name(zh: "：" + duty.name.zh, en: ": " + duty.name.en)
  }

  /// Returns the words of a statement, or its state or light.
  private func title(of entry: StatusEntry) -> Name {
    entry.text ?? entry.state?.name ?? entry.light?.name ?? Name(both: entry.id)
  }

  /// Returns the indicator of a figure, with its subject unless that is the district.
  private func title(of figure: Figure) -> Name {
    let indicator = dataset.indicators[figure.indicator]?.name ?? Name(both: figure.indicator)
    guard figure.subject.kind != nil else { return indicator }
    let subject = dataset.name(of: figure.subject)
    return Name(zh: "\(subject.zh) \(indicator.zh)", en: "\(subject.en): \(indicator.en)")
  }

  // MARK: Texts

  func addTexts(of record: Record, to keys: inout SearchKeys) {
    keys.add(title(of: record), as: .name)
    let position = Int(record.position)
    switch record.kind {
    case .cluster:
      let cluster = cluster(record)
      for alias in cluster.otherNames { keys.add(alias, as: .alias) }
      add(cluster.products + cluster.directions + cluster.chain.flatMap(\.items), to: &keys)
    case .firm:
      let firm = dataset.firms[position]
      for alias in firm.otherNames { keys.add(alias, as: .alias) }
      add(firm.products + firm.honours, to: &keys)
    case .organisation:
      for alias in dataset.organisations[position].otherNames { keys.add(alias, as: .alias) }
    case .project:
      add(board.projects[position].project, to: &keys)
    case .indicator:
      add(
        [dataset.indicators[position].short], as: .alias, unless: dataset.indicators[position].name, to: &keys
      )
    case .target:
      addValues(of: target(record).target, to: &keys)
      keys.add(target(record).plan.short, as: .mention)
      addTopic(of: target(record).target, to: &keys)
    case .figure:
      addValues(of: figure(record), to: &keys)
      addTopic(of: figure(record), to: &keys)
    case .park:
      for alias in dataset.parks[position].otherNames { keys.add(alias, as: .alias) }
    case .programme:
      if let plan = dataset.plans[programme(record).plan] { keys.add(plan.short, as: .mention) }
    case .task:
      for unit in task(record).lead + task(record).cooperating {
        if let unit = dataset.organisations[unit] { keys.add(unit.name, as: .mention) }
      }
    case .source:
      let source = board.sources[position]
      add([source.short], as: .alias, unless: source.title, to: &keys)
      keys.add(source.number, as: .alias, isSpoken: false)
      keys.add(source.issuer, as: .mention)
    case .conflict:
      if let computed = board.conflicts[position].computed {
        keys.add(computed, as: .mention, isSpoken: false)
      }
    case .measure:
      let measure = dataset.measures[position]
      add(measure.parts, to: &keys)
      for unit in measure.lead + measure.cooperating {
        if let unit = dataset.organisations[unit] { keys.add(unit.name, as: .mention) }
      }
    case .problem:
      let problem = problems[position]
      add(
        problem.about, units: [problem.unit, problem.raisedBy].compactMap(\.self), problem.history, to: &keys)
      if let cause = dataset.vocabulary.causes.first(where: { $0.id == problem.cause }) {
        keys.add(cause.name, as: .mention)
      }
    case .decision:
      let decision = decisions[position]
      keys.add(decision.meeting, as: .mention)
      add(decision.about, units: decision.units, decision.history, to: &keys)
    case .status:
      let entry = statuses[position]
      add(entry.about, units: [entry.unit].compactMap(\.self), [], to: &keys)
      for name in [entry.person, entry.state?.name, entry.light?.name] {
        name.map { keys.add($0, as: .mention) }
      }
    case .strength, .duty:
      break
    }
  }

  private func add(
    _ names: [Name], as role: SearchRank.Role, unless title: Name, to keys: inout SearchKeys
  ) {
    for name in names where name != title { keys.add(name, as: role) }
  }

  /// Adds what a record is about, its units, and the words of its history.
  private func add(_ about: Matter, units: [String], _ history: [Step], to keys: inout SearchKeys) {
    var names = units.compactMap { dataset.organisations[$0]?.name }
    if about.subject != .district { names.append(dataset.name(of: about.subject)) }
    if let indicator = about.indicator.flatMap({ dataset.indicators[$0] }) { names.append(indicator.short) }
    if let id = about.task, let task = task(id) { names.append(task.name) }
    for name in names + history.compactMap(\.text) { keys.add(name, as: .mention) }
  }

  /// Returns the task with an id.
  func task(_ id: String) -> Programme.Task? {
    dataset.programmes.lazy.flatMap(\.tasks).first { $0.id == id }
  }

  private func add(_ items: [Item], to keys: inout SearchKeys) {
    for item in items where isKnown(item.citations) { keys.add(item.name, as: .mention) }
  }

  private func add(_ project: Project, to keys: inout SearchKeys) {
    for alias in project.otherNames { keys.add(alias, as: .alias) }
    if let code = project.code { keys.add(code, as: .alias, isSpoken: false) }
    for name in dataset.ownerNames(of: project) { keys.add(name, as: .mention) }
  }

  /// Adds the period and the kind of a figure, `2025年 目标 2025 target`, for queries that name them.
  private func addTopic(of figure: Figure, to keys: inout SearchKeys) {
    let texts = Language.allCases.flatMap { [figure.period.label($0), figure.kind.name[$0]] }
    keys.add(texts.joined(separator: " "), as: .mention, isSpoken: false)
  }

  /// Adds the texts of a figure: its value, with and without unit, and the text that its documents print.
  private func addValues(of figure: Figure, to keys: inout SearchKeys) {
    var texts = [
      Decimal.text(figure.value, digits: 4), figure.valueText, dataset.label(figure, .zh),
      dataset.label(figure, .en),
    ]
    texts += figure.citations.filter { sources.contains($0.source) }.map(\.printed)
    var added: Set<String> = []
    for text in texts where added.insert(text).inserted { keys.add(text, as: .name, isSpoken: false) }
  }
}

extension SearchCatalogue.Record {
  fileprivate init(_ kind: SearchIndex.Kind, _ position: Int, part: Int = 0) {
    self.init(kind: kind, position: Int32(clamping: position), part: Int32(clamping: part))
  }
}
