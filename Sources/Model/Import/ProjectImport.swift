/// Puts projects, their milestones and their figures into a dataset.
struct ProjectImport {
  let dataset: Dataset
  let index: NameIndex
  private var figures: FigureImport
  private let statuses: [String: ProjectStatus]
  private let milestones: [(field: ImportField, rung: Rung, isExpected: Bool)]
  private let amounts: [(field: ImportField, indicator: String)]
  private var seen: [String: Int] = [:]
  private(set) var untranslated = 0

  init(dataset: Dataset, index: NameIndex, mapping: ImportMapping) {
    self.dataset = dataset
    self.index = index
    figures = FigureImport(dataset: dataset, index: index)
    let board = Board(dataset, asOf: .distantFuture)
    statuses = Dictionary(board.projects.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fields = mapping.columns.compactMap(\.field)
    milestones = fields.compactMap { field in
      if case .milestone(let rung, let isExpected) = field { (field, rung, isExpected) } else { nil }
    }
    amounts = fields.compactMap { field in
      if case .figure(let indicator) = field { (field, indicator) } else { nil }
    }
  }

  /// - Returns: whether anything changes.
  mutating func put(_ row: ImportRow, into target: inout ImportTarget) throws(RowFault) -> Bool {
    let name = try row.needed(.name) { text throws(CellFault) in text }
    let known = try self.known(row, name)
    if let before = seen.updateValue(row.line, forKey: known?.id ?? NameIndex.folded(name)) {
      throw RowFault(
        row.head(.name),
        CellFault(zh: "“\(name)”已在第\(before)行出现", en: "'\(name)' stands on line \(before) already"))
    }
    let own = (known?.clusters ?? []).compactMap { dataset.clusters[$0] }
    let details = try Details(row, of: known, own: own, index)
    let steps = try steps(row, of: known)
    let id: String
    var isChanged = false
    if let known {
      id = known.id
      isChanged = try update(known, details, steps, row, &target)
    } else {
      id = try add(name, details, steps, row, &target)
      isChanged = true
    }
    for amount in amounts {
      guard let figure = try figure(row, amount.field, amount.indicator, id) else { continue }
      if try figures.put(figure, from: row, into: &target) { isChanged = true }
    }
    return isChanged
  }

  private func known(_ row: ImportRow, _ name: String) throws(RowFault) -> Project? {
    if let id = row.text(.id) {
      if let project = dataset.projects[id] { return project }
      if !Loading.isWellFormed(id) {
        throw RowFault(
          row.head(.id),
          CellFault(
            zh: "id“\(id)”不合规；只用小写字母、数字和 -", en: "id '\(id)'; small letters, digits and - are allowed"))
      }
      return nil
    }
    guard !index.all("projects", name).isEmpty else { return nil }
    return try row.read(.name) { text throws(CellFault) in dataset.projects[try index.one("projects", text)] }
      ?? nil
  }

  /// What a row says of a project besides its stages; nil and empty where it says nothing.
  private struct Details {
    var clusters: [String] = []
    var enterprise: String?
    var owner: String?
    var park: String?

    /// - Parameters:
    ///   - project: the project as it is; what it has is meant by its name, whoever else is called so.
    ///   - own: its clusters.
    init(_ row: ImportRow, of project: Project?, own: [Cluster], _ index: NameIndex) throws(RowFault) {
      clusters =
        try row.read(.clusters) { text throws(CellFault) in
          try Details.clusters(text, own: own, index)
        } ?? []
      park = try row.read(.park) { text throws(CellFault) in
        if let own = project?.park, index.all("parks", text).contains(own) { return own }
        return try index.one("parks", text)
      }
      enterprise = try row.read(.enterprise) { text throws(CellFault) in
        if let own = project?.enterprise, index.all("enterprises", text).contains(own) { return own }
        return try index.one("enterprises", text)
      }
      guard enterprise == nil, let text = row.text(.owner) else { return }
      let firms = index.all("enterprises", text)
      if firms.count == 1 { enterprise = firms[0] } else { owner = text }
    }

    private static let separators = Set<Character>("、；;，,/| ")

    /// Clusters one after the other. A name may hold what stands between names elsewhere, so that the longest piece
    /// that is a name is taken each time.
    private static func clusters(_ text: String, own: [Cluster], _ index: NameIndex) throws(CellFault)
      -> [String]
    {
      var ids: [String] = []
      var rest = text[...]
      while !rest.isEmpty {
        let ends = [rest.endIndex] + rest.indices.reversed().filter { separators.contains(rest[$0]) }
        let end = ends.first { end in
          let piece = String(rest[..<end])
          return mine(piece, own) != nil || !index.all("clusters", piece).isEmpty
        }
        let piece = String(rest[..<(end ?? ends.last ?? rest.endIndex)])
        if let id = mine(piece, own) {
          ids.append(id)
        } else if !piece.isEmpty {
          ids.append(try index.one("clusters", piece))
        }
        rest = rest.dropFirst(piece.count).drop { separators.contains($0) }
      }
      return ids
    }

    /// The project's own cluster of a name.
    private static func mine(_ piece: String, _ own: [Cluster]) -> String? {
      let folded = NameIndex.folded(piece)
      return own.first { cluster in
        cluster.id == piece
          || ([cluster.name] + cluster.aliases).contains {
            NameIndex.folded($0.zh) == folded || NameIndex.folded($0.en) == folded
          }
      }?.id
    }
  }

  // MARK: Stages

  private struct Step {
    var stage: String
    var date: PartialDate
    var isExpected: Bool
    var printed: String
    var citation: Citation?
  }

  private func steps(_ row: ImportRow, of project: Project?) throws(RowFault) -> [Step] {
    var steps: [Step] = []
    for column in milestones {
      let date = try row.read(column.field) { text throws(CellFault) in try PeriodText.date(text) }
      guard let date else { continue }
      let stages = dataset.stages.filter { $0.ladder == column.rung }
      guard stages.count == 1, let stage = stages.first else {
        let names = stages.map(\.id).joined(separator: ", ")
        throw RowFault(
          row.head(column.field),
          CellFault(
            zh: "数据集在这一级有\(stages.count)个阶段（\(names)）；请用“阶段”和“阶段日期”列",
            en:
              "the dataset has \(stages.count) stages on this rung (\(names)); use the columns stage and date"
          ))
      }
      steps.append(
        Step(
          stage: stage.id, date: date, isExpected: column.isExpected, printed: row.text(column.field) ?? ""))
    }
    let date = try row.read(.stageDate) { text throws(CellFault) in try PeriodText.date(text) }
    if let stage = try row.read(.stage, { text throws(CellFault) in try index.one("stages", text) }),
      !steps.contains(where: { $0.stage == stage && !$0.isExpected }), !isCurrent(stage, date, project)
    {
      steps.append(
        Step(
          stage: stage, date: date ?? .unknown, isExpected: false,
          printed: row.text(.stageDate) ?? row.text(.stage) ?? ""))
    }
    return steps
  }

  /// Whether the board shows the project at this stage since this day.
  private func isCurrent(_ stage: String, _ date: PartialDate?, _ project: Project?) -> Bool {
    guard let status = project.flatMap({ statuses[$0.id] }), status.reached?.stage == stage else {
      return false
    }
    return date == nil || date?.text == status.reached?.date.text || date?.text == status.since?.description
  }

  private func cited(_ step: Step, _ row: ImportRow) throws(RowFault) -> Step {
    var step = step
    do throws(CellFault) {
      let citation = try row.citation(printed: step.printed, index: index)
      let known = dataset.sources[citation.source]?.knownOn ?? .distantFuture
      if !step.isExpected, step.date.precision != .unknown, step.date.earliest > known {
        throw CellFault(
          zh: "\(step.date.text) 晚于文件日期 \(known)；意图请用“预计…日期”列",
          en:
            "\(step.date.text) is later than its document of \(known); an intention stands in a column 'expected … date'"
        )
      }
      step.citation = citation
    } catch {
      throw RowFault(nil, error)
    }
    return step
  }

  private func json(_ step: Step) -> JSONOutput {
    .object([
      ("stage", .string(step.stage)), ("date", .string(step.date.text)),
      ("expected", .boolean(step.isExpected)),
      ("citations", .array(step.citation.map { [$0.json] } ?? [])),
    ])
  }

  private func words(_ name: Name, _ parts: [Name]) -> Name {
    Name(
      zh: ([name.zh] + parts.map(\.zh)).joined(separator: " · "),
      en: ([name.en] + parts.map(\.en)).joined(separator: " · "))
  }

  private func name(_ step: Step) -> Name {
    let stage = dataset.stages[step.stage]?.name ?? Name(both: step.stage)
    return Name(
      zh: "\(step.isExpected ? "预计" : "")\(stage.zh) \(step.date.label(.zh))",
      en: "\(step.isExpected ? "expected " : "")\(stage.en) \(step.date.label(.en))")
  }

  // MARK: Figures

  private func figure(_ row: ImportRow, _ field: ImportField, _ indicator: String, _ project: String)
    throws(RowFault) -> Figure?
  {
    guard let number = try row.read(field, { text throws(CellFault) in try NumberText(text) }),
      let unit = dataset.indicators[indicator]?.unit
    else { return nil }
    let before = dataset.figures.last {
      $0.subject == .project(project) && $0.indicator == indicator
        && ($0.kind == .actual || $0.kind == .target)
    }
    let scopes = Set(dataset.figures.filter { $0.subject.kind == .project }.map(\.scope))
    guard
      let scope = before?.scope ?? (scopes.count == 1 ? scopes.first : nil)
        ?? dataset.vocabulary.scopes.first(where: { $0.id == "project" })?.id
    else {
      throw RowFault(
        row.head(field),
        CellFault(zh: "口径不明；请用 import observations", en: "the scope is not clear; use import observations"))
    }
    let written = number.unit.isEmpty ? row.unit(field) : number.unit
    if let before {
      // What is known already is no new statement, whichever document the row names.
      if figures.isSame(number, unit: written, as: before) { return nil }
      return try figures.statement(
        row, field, number, unit: written,
        Figure(
          id: "", subject: .project(project), indicator: indicator, value: 0, unit: unit,
          period: before.period,
          kind: before.kind, comparator: number.comparator, scope: scope, plan: before.plan, citations: [],
          origin: .unknown))
    }
    var year = 0
    do throws(CellFault) {
      year = dataset.sources[try row.citation(printed: "", index: index).source]?.knownOn.year ?? 0
    } catch {
      throw RowFault(row.head(field), error)
    }
    guard let period = Period(String(year)) else {
      throw RowFault(row.head(field), CellFault(zh: "来源没有年份", en: "the source has no year"))
    }
    return try figures.statement(
      row, field, number, unit: written,
      Figure(
        id: "", subject: .project(project), indicator: indicator, value: 0, unit: unit, period: period,
        kind: .actual,
        comparator: number.comparator, scope: scope, plan: nil, citations: [], origin: .unknown))
  }

  // MARK: Into the dataset

  private mutating func add(
    _ name: String, _ details: Details, _ steps: [Step], _ row: ImportRow, _ target: inout ImportTarget
  ) throws(RowFault) -> String {
    guard !steps.isEmpty else {
      throw RowFault(
        row.head(.stage), CellFault(zh: "新项目须有阶段或日期", en: "a new project needs a stage or a date"))
    }
    var milestones: [Step] = []
    for step in steps { milestones.append(try cited(step, row)) }
    var citation = milestones[0].citation
    citation?.printed = row.text(.printed) ?? name
    guard let citation else { return "" }
    let english = row.text(.nameEnglish)
    if english == nil { untranslated += 1 }
    let id = row.text(.id) ?? target.newID("projects", [citation.source, "p\(row.line)"])
    var members: [(String, JSONOutput)] = [
      ("id", .string(id)), ("name", .name(Name(zh: name, en: english ?? name))),
    ]
    if !details.clusters.isEmpty { members.append(("clusters", .strings(details.clusters))) }
    if let enterprise = details.enterprise { members.append(("enterprise", .string(enterprise))) }
    if let owner = details.owner { members.append(("owner", .name(Name(both: owner)))) }
    if let park = details.park { members.append(("park", .string(park))) }
    members.append(("milestones", .array(milestones.map(json))))
    if let note = row.text(.note) { members.append(("note", .name(Name(both: note)))) }
    members.append(("citations", .array([citation.json])))
    let file = target.add("projects", .object(members), source: citation.source)
    target.note(
      .added, line: row.line, file: file,
      words(Name(zh: name, en: english ?? name), milestones.map(self.name)))
    return id
  }

  private func update(
    _ project: Project, _ details: Details, _ steps: [Step], _ row: ImportRow, _ target: inout ImportTarget
  ) throws(RowFault) -> Bool {
    let key = "projects/\(project.id)"
    let count = target.changes.count
    for step in steps { try update(project, key, step, row, &target) }
    func corrected(_ label: Name, _ old: String?, _ new: String) {
      target.note(
        .corrected, line: row.line, file: target.file(of: key),
        words(
          project.name,
          [Name(zh: "\(label.zh) \(new)（原为\(old ?? "空")）", en: "\(label.en) \(new) (was \(old ?? "empty"))")])
      )
    }
    if let park = details.park, park != project.park {
      target.set("park", of: key, to: .string(park))
      corrected(Name(zh: "园区", en: "park"), project.park, park)
    }
    let isNamed = project.owner.map { [$0.zh, $0.en].contains(row.text(.owner)) } ?? false
    if let firm = details.enterprise, firm != project.enterprise, !isNamed || row.text(.enterprise) != nil {
      target.set("enterprise", of: key, to: .string(firm))
      corrected(Name(zh: "业主", en: "owner"), project.enterprise, firm)
    }
    if let owner = details.owner, owner != project.owner?.zh, owner != project.owner?.en {
      target.set("owner", of: key, to: .name(Name(both: owner)))
      corrected(Name(zh: "业主", en: "owner"), project.owner?.zh, owner)
    }
    for cluster in details.clusters where !project.clusters.contains(cluster) {
      target.append(.string(cluster), to: "clusters", of: key)
      corrected(Name(zh: "集群", en: "cluster"), project.clusters.joined(separator: " "), cluster)
    }
    if let note = row.text(.note), note != project.note?.zh, note != project.note?.en {
      target.set("note", of: key, to: .name(Name(both: note)))
      corrected(Name(zh: "备注", en: "note"), project.note?.zh, note)
    }
    return target.changes.count > count
  }

  /// A date of the same document is corrected; one of another document is a new statement.
  private func update(
    _ project: Project, _ key: String, _ step: Step, _ row: ImportRow, _ target: inout ImportTarget
  ) throws(RowFault) {
    let same = project.milestones.enumerated().filter {
      $0.element.stage == step.stage && $0.element.isExpected == step.isExpected
    }
    if same.contains(where: { $0.element.date.text == step.date.text }) { return }
    let step = try cited(step, row)
    let own = same.filter { $0.element.citations.contains { $0.source == step.citation?.source } }
    let values = target.value(key, ["milestones"])?.elements.map(Array.init) ?? []
    if own.count == 1, let old = own.first, values.indices.contains(old.offset) {
      target.set("date", of: key, in: values[old.offset], to: .string(step.date.text))
      target.note(
        .corrected, line: row.line, file: target.file(of: key),
        words(
          project.name,
          [
            name(step),
            Name(zh: "原为\(old.element.date.label(.zh))", en: "was \(old.element.date.label(.en))"),
          ]))
      return
    }
    target.append(json(step), to: "milestones", of: key, asEntries: true)
    target.note(.added, line: row.line, file: target.file(of: key), words(project.name, [name(step)]))
  }
}
