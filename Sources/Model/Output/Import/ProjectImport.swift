import Domain

/// Adds projects, their milestones and their figures to a dataset.
struct ProjectImport {
  private typealias Step = ProjectRow.Step

  let dataset: Dataset
  private let reading: ProjectReader
  private var figures: FigureImport
  private var seen: [String: Int] = [:]
  /// The row of each project in the table, as a line number by project id.
  private(set) var lines: [String: Int] = [:]
  private(set) var untranslated = 0
  /// The new projects of each task.
  private var members: [NameIndex.TaskPlace: [String]] = [:]

  init(heads: HeadReader, mapping: ImportMapping, options: TableImport.Options) {
    dataset = heads.dataset
    reading = ProjectReader(heads: heads, mapping: mapping, options: options)
    figures = FigureImport(dataset: dataset)
  }

  /// - Throws: all faults of the row.
  mutating func read(_ row: ImportRow) throws(RowFaults) -> ProjectRow {
    try reading.project(row, seen: &seen)
  }

  /// - Returns: whether anything changes.
  mutating func put(_ read: ProjectRow, into target: inout ImportTarget) throws(RowFaults) -> Bool {
    let id: String
    var isChanged = true
    if let known = read.project {
      id = known.id
      isChanged = update(known, read, &target)
    } else {
      id = add(read, &target)
    }
    if let place = read.details.task, let number = place.task,
      case let task = dataset.programmes[place.programme]?.tasks[number], task?.projects.contains(id) == false
    {
      members[place, default: []].append(id)
      let name = Name(zh: read.name, en: read.project?.name.en ?? read.row.text(.nameEnglish) ?? read.name)
      let owner = task?.name ?? Name(both: place.programme)
      target.note(
        .added, line: read.row.line, file: target.file(ofProgramme: place.programme),
        words(name, [Name(zh: "列入任务 \(owner.zh)", en: "in task \(owner.en)")]))
      isChanged = true
    }
    lines[id] = read.row.line
    for (figure, _) in read.figures {
      if try figures.put(figure.replacing(subject: .project(id)), from: read.row, into: &target) {
        isChanged = true
      }
    }
    return isChanged
  }

  /// Lists the projects in their tasks, when all rows are read.
  func finish(_ target: inout ImportTarget) {
    for (place, ids) in members {
      let key = "programmes/\(place.programme)"
      let tasks = target.value(key, ["tasks"])?.elements.map(Array.init) ?? []
      guard let number = place.task, tasks.indices.contains(number) else { continue }
      target.append(ids.map { .string($0) }, to: "projects", of: key, in: tasks[number])
    }
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

  // MARK: Into the dataset

  private mutating func add(_ read: ProjectRow, _ target: inout ImportTarget) -> String {
    let (row, name, details) = (read.row, read.name, read.details)
    guard var citation = read.steps.first?.citation else { return "" }
    citation.printed = row.text(.printed) ?? name
    let english = row.text(.nameEnglish)
    if english == nil { untranslated += 1 }
    let id = row.text(.id) ?? target.newID("projects", [citation.source, "p\(row.line)"])
    var members: [(String, JSONOutput)] = [
      ("id", .string(id)), ("name", .written(Name(zh: name, en: english ?? name))),
    ]
    if let code = row.text(.code) { members.append(("code", .string(code))) }
    if !details.clusters.isEmpty { members.append(("clusters", .strings(details.clusters))) }
    if let firm = details.firm { members.append(("enterprise", .string(firm))) }
    if let owner = details.owner { members.append(("owner", .string(owner))) }
    if let park = details.park { members.append(("park", .string(park))) }
    members.append(("milestones", .array(read.steps.map(json))))
    if let note = row.remark { members.append(("note", .string(note))) }
    members.append(("citations", .array([citation.json])))
    let file = target.add("projects", .object(members), source: citation.source)
    target.note(
      .added, line: row.line, file: file,
      words(Name(zh: name, en: english ?? name), read.steps.map(self.name)))
    return id
  }

  private func update(_ project: Project, _ read: ProjectRow, _ target: inout ImportTarget) -> Bool {
    let (row, details) = (read.row, read.details)
    let key = "projects/\(project.id)"
    let count = target.changes.count
    for step in read.steps { update(project, key, step, row, &target) }
    func corrected(_ label: Name, _ old: String?, _ new: String) {
      target.note(
        .corrected, line: row.line, file: target.file(of: key),
        words(
          project.name,
          [Name(zh: "\(label.zh) \(new)（原为\(old ?? "空")）", en: "\(label.en) \(new) (was \(old ?? "empty"))")])
      )
    }
    if let code = row.text(.code), project.code == nil {
      target.set("code", of: key, to: .string(code))
      corrected(Name(zh: "代码", en: "code"), nil, code)
    }
    if let park = details.park, park != project.park {
      target.set("park", of: key, to: .string(park))
      corrected(Name(zh: "园区", en: "park"), project.park, park)
    }
    let isNamed = project.owner.map { [$0.zh, $0.en].contains(row.text(.owner)) } ?? false
    if let firm = details.firm, firm != project.firm, !isNamed || row.text(.firm) != nil {
      target.set("enterprise", of: key, to: .string(firm))
      corrected(Name(zh: "业主", en: "owner"), project.firm, firm)
    }
    if let owner = details.owner, owner != project.owner?.zh, owner != project.owner?.en {
      target.set("owner", of: key, to: .string(owner))
      corrected(Name(zh: "业主", en: "owner"), project.owner?.zh, owner)
    }
    let clusters = details.clusters.filter { !project.clusters.contains($0) }
    if !clusters.isEmpty {
      target.append(clusters.map { .string($0) }, to: "clusters", of: key)
      let names = clusters.joined(separator: " ")
      target.note(
        .corrected, line: row.line, file: target.file(of: key),
        words(project.name, [Name(zh: "加上集群 \(names)", en: "also cluster \(names)")]))
    }
    if let note = row.remark, note != project.note?.name.zh, note != project.note?.name.en {
      target.set("note", of: key, to: .string(note))
      corrected(Name(zh: "备注", en: "note"), project.note?.name.zh, note)
    }
    return target.changes.count > count
  }

  /// Corrects the date of a milestone of the same document, or adds that of another document as a new statement.
  private func update(
    _ project: Project, _ key: String, _ step: Step, _ row: ImportRow, _ target: inout ImportTarget
  ) {
    let same = project.milestones.enumerated().filter {
      $0.element.stage == step.stage && $0.element.isExpected == step.isExpected
    }
    let own = same.filter { $0.element.citations.contains { $0.source == step.citation?.source } }
    let values = target.value(key, ["milestones"])?.elements.map(Array.init) ?? []
    // A milestone that another document states as well is not changed: this document must not correct it.
    if own.count == 1, let old = own.first, values.indices.contains(old.offset), let citation = step.citation,
      old.element.citations.allSatisfy({ $0.source == citation.source })
    {
      target.set("date", of: key, in: values[old.offset], to: .string(step.date.text))
      target.correct(citation, hasLine: row.text(.line) != nil, of: key, in: values[old.offset])
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
    target.append([json(step)], to: "milestones", of: key, asEntries: true)
    target.note(.added, line: row.line, file: target.file(of: key), words(project.name, [name(step)]))
  }
}
