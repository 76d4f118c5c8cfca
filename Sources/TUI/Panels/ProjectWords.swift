import Canvas
import Domain
import Figures
import Output

/// A project in full: the picture of its milestones, its facts, and what documents stated about it over time.
struct ProjectWords {
  private let status: ProjectStatus
  private let context: PanelContext
  private let figures: [Figure]
  private var facts: [Section.Field] = []
  private let projects = RecordCatalogue.projects

  init(_ status: ProjectStatus, _ context: PanelContext, figures: [Figure]) {
    self.status = status
    self.context = context
    self.figures = figures
    addFacts()
    addWaiting()
    addLateness()
  }

  var sections: [Section] {
    let picture = MilestonePicture(status: status, context: context)
    // Names of indicators come from the data and have any length.
    let widest = facts.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    return [
      Section([.drawing(lines: { picture.lines(width: $0) }, words: [])]),
      Section([.fields(facts, labelWidth: max(10, min(24, widest + 1)))]),
      Section(context.text("历次记载", "Statements"), [.text(statements)]),
    ]
  }

  private mutating func add(_ zh: String, _ en: String, _ spans: [Span]) {
    facts.append(context.field(zh, en, [spans]))
  }

  /// Adds a fact; nothing if the value is empty.
  private mutating func add(_ zh: String, _ en: String, _ value: String) {
    if !value.isEmpty { add(zh, en, [Span(value)]) }
  }

  private mutating func add(
    _ column: RecordCatalogue<ProjectStatus>.Column, _ value: String, remark: String = ""
  ) {
    facts.append(context.field(column, value, remark: remark))
  }

  // MARK: Facts

  private mutating func addFacts() {
    let project = status.project
    let dataset = context.dataset
    let separator = context.text("、", ", ")
    add(projects["aliases"], project.otherNames.map { context.text($0) }.joined(separator: separator))
    add(projects["code"], project.code ?? "")
    addRelations(separator)
    let clusters = project.clusters.compactMap { dataset.clusters[$0] }.map { context.name(of: $0) }
    add(projects["cluster"], clusters.joined(separator: separator))
    add(projects["owner"], context.text(projects["owner"], of: status))
    add(projects["park"], project.park.flatMap { dataset.parks[$0] }.map { context.text($0.name) } ?? "")
    add(projects["box"], project.box.map { context.text($0) } ?? "")
    add(projects["note"], project.note.map { context.text($0.name) } ?? "")
    for figure in figures {
      let name = dataset.indicators[figure.indicator].map { context.text($0.short) } ?? ""
      let period = figure.periodLabel(context.language)
      add(name, name, "\(context.label(figure))  \(period) \(context.text(figure.kind.name))")
    }
  }

  /// Adds what it is, what it is part of and what parts it has.
  private mutating func addRelations(_ separator: String) {
    let project = status.project
    if project.nature != .project { add(projects["nature"], context.text(project.nature.name)) }
    for twin in project.duplicates { addRelation(projects["same-as"], twin.name, twin.reason) }
    if let parent = status.parent { addRelation(projects["parent"], parent.name, project.reason) }
    if let part = status.stagePart {
      add(
        projects["stage-of"], context.text("\(part.name.zh)，其自身无阶段记载", "\(part.name.en); the whole has none"))
    }
    let parts = context.board.parts(of: status).map { part in
      context.text(part.project.name) + (part.rung.map { " \(context.rungName($0))" } ?? "")
    }
    add("组成部分", "Parts", parts.joined(separator: separator))
  }

  private mutating func addRelation(
    _ column: RecordCatalogue<ProjectStatus>.Column, _ name: Name, _ reason: Name?
  ) {
    add(column, context.text(name), remark: reason.map { context.text($0) } ?? "")
  }

  private mutating func addWaiting() {
    guard let waiting = status.waiting else { return }
    add(
      "待开工", "Waiting",
      [
        Span(
          context.text("签约后", "signed and not started for ") + waiting.label(context.language), .behind),
        Span(
          context.text("  自\(waiting.since.dateLabel(.zh))", "  since \(waiting.since.dateLabel(.en))"),
          .muted),
      ])
  }

  /// Adds that the expected date has passed, and what documents report about it.
  private mutating func addLateness() {
    if let plan = context.board.lapsedPlan(of: status) {
      facts.append(
        context.field(projects["lapsed"], context.text(plan.lapsedText), Lateness.unreported.role))
    }
    guard let lateness = status.lateness, let expected = status.expected else { return }
    let due = Span(ProjectWords.text(of: expected, context, context.language), lateness.role)
    switch lateness {
    case .overdue:
      addLateness("overdue", due, context.text(context.dataset.lateWords(of: status)))
    case .unreported:
      let newest = lastMention.map { context.date(of: $0) } ?? ""
      let remark = context.text(
        "最后一次提到它的资料为\(newest)，此后是否到达不得而知",
        "last mentioned in a document of \(newest); outcome unknown")
      addLateness("unreported", due, remark)
    }
  }

  private mutating func addLateness(_ key: String, _ due: Span, _ remark: String) {
    facts.append(
      Section.Field(context.title(projects[key]), [[due, Span("  \(remark)", .muted)]]))
  }

  /// The newest document that mentions the project.
  private var lastMention: Source? {
    let cited = Set((status.project.citations + status.milestones.flatMap(\.citations)).map(\.source))
    return context.board.sources.last { cited.contains($0.id) }
  }

  // MARK: Statements

  private var statements: [Line] {
    let milestones = status.milestones.flatMap { milestone -> [Line] in
      let role = milestone.isExpected ? .muted : context.dataset.rung(of: milestone.stage).role
      let line = Line([
        Span(milestone.isExpected ? "  " : "\(context.glyphs.bullet) ", .accent),
        Span(ProjectWords.text(of: milestone, context, context.language), role),
        Span(milestone.note.map { "  \(context.text($0))" } ?? "", .muted),
      ])
      return [line] + context.citationLines(milestone.citations, indent: 4)
    }
    return milestones + figures.flatMap { context.citationLines($0.citations, indent: 4) }
  }

  /// Returns `2024年前 预期投产`.
  static func text(of milestone: Milestone, _ context: PanelContext, _ language: Language) -> String {
    let stage = context.dataset.stages[milestone.stage]?.name[language] ?? milestone.stage
    let kind = milestone.isExpected ? (language == .zh ? "预期" : "expected ") : ""
    let mark = milestone.isInferred ? (language == .zh ? "（推算）" : " (inferred)") : ""
    return "\(milestone.dateLabel(language)) \(kind)\(stage)\(mark)"
  }
}
