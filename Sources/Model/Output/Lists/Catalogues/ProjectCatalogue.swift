import Domain
import Figures

extension RecordCatalogue where Row == ProjectStatus {
  /// The list of projects and their parts, in file order, with records of the same project merged.
  package static let projects = RecordCatalogue(
    columns: names + relations + people + progress + rest + Column.places(\.project.citations),
    rows: { $0.projects })

  private static let names: [Column] = [
    .text("id", "代码", "Id") { row, _ in
      .text(Name(both: row.project.id), others: row.project.duplicates.map { Name(both: $0.id) })
    }.json(.string) { row, _ in .string(row.project.id) },
    .text("name", "项目", "Project", isColumn: true, aliases: ["名称"]) { row, _ in
      .text(row.project.name, others: row.project.otherNames)
    }.json(),
    .member("aliases", "又名", "Also called", .names) { row, _ in .names(row.project.aliases) },
    .member("code", "项目代码", "Code", .optional(.string)) { row, _ in .optional(row.project.code) },
    .word("nature", "性质", "Nature", \Project.Nature.name) { $0.project.nature }.json(),
  ]

  private static let relations: [Column] = [
    .references("parent", "所属项目", "Part of", isColumn: true, to: RecordChoices.projects) { row, _ in
      .projects([row.parent].compactMap(\.self))
    }.json(),
    .references("same-as", "同一项目", "Same as", to: RecordChoices.projects) { row, _ in
      .projects(row.project.duplicates)
    }.json(.array(twin)) { row, _ in .array(row.project.duplicates.map(twin)) },
    .text("reason", "理由", "Reason") { row, _ in .optional(row.reason) }.json(),
  ]

  private static let people: [Column] = [
    .text("box", "专栏", "Box") { row, _ in .optional(row.project.box) }.json(before: "stage"),
    .text("owner", "业主", "Owner") { row, board in
      let names = board.dataset.ownerNames(of: row.project)
      return names.first.map { .text($0, others: Array(names.dropFirst())) } ?? .missing
    }.json(before: "box", .optional(.name)) { row, _ in .optional(name: row.project.owner) },
    .references("enterprise", "企业", "Firm", to: RecordChoices.firms) { row, board in
      .reference(row.project.firm, in: board.dataset.firms, \.name)
    }.json(),
  ]

  private static let progress: [Column] = [
    .stage("stage", "阶段", "Stage", isColumn: true) { row, board in
      board.dataset.stage(of: row)?.id
    }.json(.optional(.word(Rung.allCases.map(\.rawValue)))) { row, _ in .optional(row.rung?.rawValue) },
    .time("date", "日期", "Date", isColumn: true) { row, _ in .past(row.reached?.date) },
    .time("date-first", "日期起", "Date from") { row, _ in .time(row.reached?.date.firstDay) },
    .time("date-last", "日期止", "Date to") { row, _ in .time(row.reached?.date.lastDay) },
    .time("since", "自", "Since") { row, _ in .time(row.since) }.json(before: "milestones"),
    .text("stage-of", "阶段取自", "Stage of") { row, _ in .optional(row.stagePart?.name) }
      .json(.optional(.string)) { row, _ in .optional(row.stagePart?.id) },
    .stage("expected-stage", "预期阶段", "Expected stage") { row, _ in row.expected?.stage },
    .time("expected", "预期时间", "Expected") { row, _ in .time(row.expected?.date) },
    .time("expected-last", "预期期限", "Expected by") { row, _ in .time(row.expected?.date.lastDay) },
    .flag("overdue", "超期未完成", "Overdue") { $0.isOverdue },
    .flag("unreported", "到期无新资料", "Due, no newer document") { $0.isUnreported },
    .flag("lapsed", "规划到期后无报道", "Plan over, no report") { $0.lapsedPlan != nil },
  ]

  private static let rest: [Column] = [
    .references("cluster", "集群", "Cluster", isColumn: true, to: RecordChoices.clusters) { row, board in
      .references(row.project.clusters, in: board.dataset.clusters, \.name)
    }.json("clusters", before: "enterprise", .strings) { row, _ in .strings(row.project.clusters) },
    .references("park", "园区", "Park", aliases: ["group", "组团"], to: RecordChoices.parks) { row, board in
      .reference(row.project.park, in: board.dataset.parks, \.name)
    }.json(before: "box"),
    .number("investment", "投资", "Investment", .quantity, isColumn: true) { .figure($0.investment, $1) },
    .member("milestones", "历次记载", "Milestones", .array(.object(milestone))) { row, board in
      .array(row.milestones.flatMap { milestone($0, board.dataset) })
    },
    .member("note", "说明", "Note", .optional(.sourcedName)) { row, _ in .optional(name: row.project.note) },
  ]

  private static let twin = JSONShape.object([
    ("id", .string), ("name", .name), ("reason", .optional(.name)),
  ])
  private static let milestone: [(key: String, shape: JSONShape)] =
    [
      ("stage", .string), ("date", .string), ("expected", .boolean), ("inferred", .boolean),
      ("note", .optional(.sourcedName)),
    ] + JSONShape.place

  /// Returns a record of the same project.
  private static func twin(_ twin: Project) -> JSONOutput {
    .object([
      ("id", .string(twin.id)), ("name", .name(twin.name)), ("reason", .optional(name: twin.reason)),
    ])
  }

  /// Returns a milestone, once for each place that prints it.
  private static func milestone(_ milestone: Milestone, _ dataset: Dataset) -> [JSONOutput] {
    milestone.citations.map { citation in
      .object(
        [
          ("stage", .string(milestone.stage)), ("date", .string(milestone.date.text)),
          ("expected", .boolean(milestone.isExpected)), ("inferred", .boolean(milestone.isInferred)),
          ("note", .optional(name: milestone.note)),
        ] + dataset.members(of: citation))
    }
  }
}

extension ProjectStatus {
  /// The reason that it is part of another project, or that its duplicate records are the same.
  fileprivate var reason: Name? {
    (isPart ? project.reason : nil) ?? project.duplicates.lazy.compactMap(\.reason).first
  }
}

extension PartialDate {
  /// The first possible day; nil if only the last one is known.
  fileprivate var firstDay: Day? { earliest > .distantPast ? earliest : nil }
  /// The last possible day; nil if none is known.
  fileprivate var lastDay: Day? { latest < .distantFuture ? latest : nil }
}

extension RecordValue {
  fileprivate static func projects(_ projects: [Project]) -> RecordValue {
    projects.isEmpty ? .missing : .references(projects.map { Reference($0.id, $0.name) })
  }
}

extension RecordCatalogue.Column where Row == ProjectStatus {
  /// A column for a stage of the dataset's vocabulary, which filters also match by its rung of the ladder.
  fileprivate static func stage(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false,
    _ read: @escaping @Sendable (ProjectStatus, Board) -> String?
  ) -> Self {
    ladder(key, zh, en, isColumn: isColumn, to: RecordChoices.stages) { row, board in
      guard let id = read(row, board) else { return .missing }
      let rung = board.dataset.rung(of: id)
      let name = board.dataset.stages[id]?.name ?? Name(both: id)
      let rank = RecordChoices.rank(of: rung)
      return .references([
        .init(RecordChoices.stageID(id), name, rank: rank),
        .init(RecordChoices.rungID(rung), name, rank: rank),
      ])
    }
  }
}
