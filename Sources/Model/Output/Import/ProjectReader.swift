import Domain
import Figures
import Store

/// The data of a table's row about a project.
struct ProjectRow {
  /// A stage with its date.
  struct Step {
    var stage: String
    var date: PartialDate
    var isExpected: Bool
    var printed: String
    /// The cell that prints it.
    var place: ImportRow.Place?
    /// Whether the head names the stage and the cell its date, so that a date to come is an intention.
    var isDated = false
    var citation: Citation?
  }

  let row: ImportRow
  var name: String
  /// The project of the dataset; nil when it is new.
  var project: Project?
  var details: ProjectDetails
  /// The stages that the project does not have yet.
  var steps: [Step]
  /// Figures whose subject is set when the project has its id, with the columns they come from.
  var figures: [(figure: Figure, field: ImportField)]
  /// The cells whose dates are later than their document, and are read as intentions.
  var intentions: [ImportRow.Place] = []
}

/// Reads the rows of a table of projects.
struct ProjectReader {
  typealias Step = ProjectRow.Step

  let dataset: Dataset
  let index: NameIndex
  let words: OfficeWords
  private let identity: ProjectIdentity
  private let options: TableImport.Options
  private let figures: FigureReader
  private let board: Board
  /// The figures about each project, by project id.
  private let statements: [String: [Figure]]
  private let milestones: [(field: ImportField, rung: Rung, isExpected: Bool)]
  /// The columns that say whether a stage is reached.
  let answers: [(field: ImportField, rung: Rung)]
  private let amounts: [(field: ImportField, indicator: String, period: Period?)]
  private let scopes: Set<String>
  /// The state of `--state`; nil without it.
  var givenState: String? { options.state }
  /// The scope of `--scope`; nil without it.
  private let defaultScope: String?
  /// The ids of the figures that another one supersedes.
  private let superseded: Set<String>

  init(heads: HeadReader, mapping: ImportMapping, options: TableImport.Options) {
    (dataset, index, words, self.options) = (heads.dataset, heads.index, heads.words, options)
    defaultScope = options.scope.flatMap { try? heads.index.one("scopes", $0) }
    figures = FigureReader(heads: heads, defaultScope: defaultScope)
    identity = ProjectIdentity(dataset: dataset, index: index, options: options)
    board = Board(dataset, asOf: .distantFuture)
    let own = dataset.figures.filter { $0.subject.kind == .project }
    statements = Dictionary(grouping: own, by: \.subject.id)
    let fields = mapping.columns.compactMap(\.field)
    milestones = fields.compactMap { field in
      if case .milestone(let rung, let isExpected) = field { (field, rung, isExpected) } else { nil }
    }
    answers = fields.compactMap { field in
      if case .whether(let rung) = field { (field, rung) } else { nil }
    }
    amounts = fields.compactMap { field in
      if case .figure(let indicator, let period) = field { (field, indicator, period) } else { nil }
    }
    scopes = Set(own.map(\.scope))
    superseded = Set(own.compactMap(\.supersedes))
  }

  /// - Parameter seen: the line on which a project or a new name occurred before.
  /// - Throws: all faults of the row.
  func project(_ row: ImportRow, seen: inout [String: Int]) throws(RowFaults) -> ProjectRow {
    var reader = RowReader(row)
    let name = reader.needed(.name) { text throws(CellFault) in text }
    let known = name.flatMap { identity.project(&reader, $0) }
    if let name { identity.checkOnce(&reader, name, known, &seen) }
    let own = (known?.clusters ?? []).compactMap { dataset.clusters[$0] }
    let details = ProjectDetails(
      &reader, of: known, own: own, index, leftOut: options.leftOut)
    var written = steps(&reader, of: known)
    construct(&written, &reader, of: known)
    if known == nil, written.isEmpty, reader.faults.isEmpty {
      let columns = ProjectReader.possibleStates(row.mapping).map {
        ShellWord.quoted(OptionList.pair($0, "开工状态"))
      }
      let options = columns.map { "--map \($0)" }
      reader.note(
        row.head(.stage) ?? row.head(.name),
        CellFault(
          zh: "新项目须有阶段或日期；加“阶段”“开工状态”或日期列，或用 "
            + (options + ["--state 在建"]).joined(separator: " 或 "),
          en: "a new project needs a stage or a date; add a column 'stage', 'state' or a date, or use "
            + (options + ["--state 在建"]).joined(separator: " or "), answers: [.need(.state)]))
    }
    let all = written.map { cited($0, &reader) }
    let intentions = zip(written, all).filter { $0.isExpected != $1.isExpected }.compactMap(\.1.place)
    let steps = all.filter { !isKnown($0, known) }
    // Output of `list` names all documents of a project, so that a document is required only for a row with new data.
    if known == nil, row.text(.source) != nil { _ = reader.citation(printed: "", index: index) }
    let figures = amounts.compactMap { amount in
      figure(&reader, amount, known?.id ?? "").map { ($0, amount.field) }
    }
    try reader.check()
    return ProjectRow(
      row: row, name: name ?? "", project: known, details: details, steps: steps, figures: figures,
      intentions: intentions)
  }

  // MARK: Stages

  /// The heads of the columns without a field that may hold a state: 当前进展, 目前阶段.
  private static func possibleStates(_ mapping: ImportMapping) -> [String] {
    mapping.columns.filter { column in
      column.field == nil && ["进展", "阶段", "状态"].contains { column.head.contains($0) }
    }.map(\.head)
  }

  private func steps(_ reader: inout RowReader, of project: Project?) -> [Step] {
    let row = reader.row
    var steps: [Step] = []
    for column in milestones {
      let date = reader.read(column.field) { text throws(CellFault) in
        try intention(text, in: row.mapping.base)
      }
      guard let (date, isIntention) = date else { continue }
      let stage = reader.take(row.head(column.field)) { () throws(CellFault) in
        try self.stage(on: column.rung)
      }
      guard let stage else { continue }
      steps.append(
        Step(
          stage: stage, date: date, isExpected: column.isExpected || isIntention,
          printed: row.text(column.field) ?? "", place: row.head(column.field), isDated: true))
    }
    let date = reader.read(.stageDate) { text throws(CellFault) in
      try PeriodText.date(text, row.mapping.words)
    }
    if let stage = reader.read(.stage, { text throws(CellFault) in try stage(text) }),
      !steps.contains(where: { $0.stage == stage && !$0.isExpected }), !isCurrent(stage, date, project)
    {
      steps.append(
        Step(
          stage: stage, date: date ?? .unknown, isExpected: false,
          printed: row.text(.stageDate) ?? row.text(.stage) ?? "",
          place: row.head(.stageDate) ?? row.head(.stage)))
    }
    return steps
  }

  /// Reads a date that may be marked as an intention: `拟2024年9月`, `2024年9月（计划）`.
  func intention(_ text: String, in base: PeriodHint?) throws(CellFault) -> (
    date: PartialDate, isExpected: Bool
  ) {
    var rest = CellText.plain(text)
    var isExpected = false
    for word in words.words(.expected) {
      if rest.hasSuffix("(\(word))") {
        rest.removeLast(word.count + 2)
        isExpected = true
      } else if rest.hasPrefix(word) {
        rest = String(
          CellText.trimmed(rest.dropFirst(word.count).unicodeScalars.drop { $0 == ":" || $0 == "于" }))
        isExpected = true
      }
    }
    return (try PeriodText.date(rest, in: base, words), isExpected)
  }

  /// Whether the board shows the project at this stage since this date.
  private func isCurrent(_ stage: String, _ date: PartialDate?, _ project: Project?) -> Bool {
    guard let position = project.flatMap({ board.position(ofProject: $0.id) }) else { return false }
    let status = board.projects[position]
    guard board.dataset.stage(of: status)?.id == stage else { return false }
    guard let date else { return true }
    return status.reached.map { $0.date.isSame(as: date) } == true || date.text == status.since?.description
  }

  private func isKnown(_ step: Step, _ project: Project?) -> Bool {
    (project?.milestones ?? []).contains {
      $0.stage == step.stage && $0.isExpected == step.isExpected && $0.date.isSame(as: step.date)
    }
  }

  private func cited(_ step: Step, _ reader: inout RowReader) -> Step {
    var step = step
    step.citation = reader.citation(printed: step.printed, index: index)
    guard let citation = step.citation, !step.isExpected, step.date.precision != .unknown else { return step }
    let row = reader.row
    let known = dataset.sources[citation.source]?.knownOn ?? .distantFuture
    // An event cannot be reported as having happened by a day that is still to come.
    let isBound = step.date.precision == .by || step.date.precision == .before
    guard (isBound ? step.date.latest : step.date.earliest) > known else { return step }
    if step.isDated {
      step.isExpected = true
    } else {
      reader.note(
        step.place ?? row.head(.name),
        CellFault(
          zh: "\(step.date.text) 晚于文件日期 \(known)；意图请用“预计…日期”列",
          en:
            "\(step.date.text) is later than its document of \(known); use a column 'expected … date' for an intention"
        ))
    }
    return step
  }

  // MARK: Figures

  private func figure(
    _ reader: inout RowReader, _ amount: (field: ImportField, indicator: String, period: Period?),
    _ project: String
  ) -> Figure? {
    let row = reader.row
    let field = amount.field
    guard
      let number = reader.read(field, { text throws(CellFault) in try NumberText(text, row.mapping.words) }),
      let indicator = dataset.indicators[amount.indicator]
    else { return nil }
    let kinds: Set<Figure.Kind> =
      amount.period.map(indicator.usualKind) == .cumulative ? [.cumulative] : [.actual, .target]
    let said = (statements[project] ?? []).filter {
      $0.indicator == amount.indicator && kinds.contains($0.kind)
    }
    let before = amount.period.map { period in said.last { $0.period.text == period.text } } ?? said.last
    guard
      let scope = defaultScope ?? before?.scope ?? said.last?.scope
        ?? (scopes.count == 1 ? scopes.first : nil)
        ?? projectScope
    else {
      reader.note(
        row.head(field),
        CellFault(zh: "口径不明；用 --scope 指定", en: "ambiguous scope; use --scope"))
      return nil
    }
    let written = number.unit.isEmpty ? row.unit(field) : number.unit
    reader.take(row.head(field)) { () throws(CellFault) in try figures.checkClash(written, row.unit(field)) }
    // A value already in the dataset is not a new statement, even if the row names another document.
    if let before, figures.isSame(number, unit: written, as: before) {
      return confirmation(of: before, number, unit: written, row, field)
    }
    // `list` prints values in the indicator's unit and without their comparators.
    if written.isEmpty, said.contains(where: { figures.hasSameValue(number, as: $0) }) { return nil }
    guard let period = amount.period ?? before?.period ?? period(&reader) else { return nil }
    return figures.statement(
      &reader, field, number, unit: written,
      Figure(
        id: "", subject: .project(project), indicator: indicator.id, value: 0, unit: indicator.unit,
        period: period, kind: before?.kind ?? indicator.usualKind(in: period), comparator: number.comparator,
        scope: scope, plan: before?.plan,
        citations: [], origin: .unknown))
  }

  /// The scope of projects in the vocabulary: the one for figures about them, or one with their name; nil if there is
  /// none.
  private var projectScope: String? {
    let scopes = dataset.vocabulary.scopes
    let words = words.heads(of: .name).map(NameIndex.folded)
    return scopes.first { $0.subject == .project }?.id
      ?? scopes.first { [$0.name.zh, $0.name.en].map(NameIndex.folded).contains(where: words.contains) }?.id
  }

  /// Returns a figure of the dataset with the row's document, which prints the same value; nil when nothing is to be added.
  private func confirmation(
    of figure: Figure, _ number: NumberText, unit: String, _ row: ImportRow, _ field: ImportField
  ) -> Figure? {
    let printed = row.text(field) ?? ""
    guard !superseded.contains(figure.id), !unit.isEmpty || !figures.isAmbiguous(figure.unit),
      let citation = try? row.citation(printed: printed, index: index),
      !figure.citations.contains(where: { $0.source == citation.source })
    else { return nil }
    // Output of `list` names a document of the project, which need not print the figure.
    if row.text(.source) != nil,
      dataset.projects[figure.subject.id]?.citations.contains(where: { $0.source == citation.source }) == true
    {
      return nil
    }
    return figure.replacing(citations: [citation])
  }

  /// Returns the year of the row's document: the time of an amount that is stated once.
  private func period(_ reader: inout RowReader) -> Period? {
    guard let citation = reader.citation(printed: "", index: index) else { return nil }
    let source = dataset.sources[citation.source]
    let period = source.flatMap { $0.date.precision == .unknown ? nil : Period(String($0.knownOn.year)) }
    if period == nil {
      reader.note(reader.row.head(.source), CellFault(zh: "来源没有年份", en: "the source has no year"))
    }
    return period
  }
}
