import Domain
import Figures

extension RecordTable where Row == ProjectStatus {
  static let projects = RecordTable(
    fields: whose + progress + [
      .references(
        "cluster", "集群", "Cluster", isColumn: true, aliases: ["clusters"], to: RecordChoices.clusters
      ) { row, board in
        .references(row.project.clusters, in: board.dataset.clusters, \.name)
      },
      .references("park", "园区", "Park", aliases: ["group", "组团"], to: RecordChoices.parks) { row, board in
        .reference(row.project.park, in: board.dataset.parks, \.name)
      },
      .number("investment", "投资", "Investment", .quantity, isColumn: true) { .figure($0.investment, $1) },
    ] + RecordTable.Field.places { row, _ in row.project.citations },
    rows: { $0.projects }, object: object)

  private static let whose: [Field] = [
    .text("id", "代码", "Id") { row, _ in
      .text(Name(both: row.project.id), others: row.project.twins.map { Name(both: $0.id) })
    },
    .text("name", "项目", "Project", isColumn: true, aliases: ["名称"]) { row, _ in
      .text(row.project.name, others: row.project.otherNames)
    },
    .word("nature", "性质", "Nature", \Project.Nature.name) { $0.project.nature },
    .references("parent", "所属项目", "Part of", isColumn: true, to: RecordChoices.projects) { row, _ in
      .projects([row.parent].compactMap(\.self))
    },
    .references("same-as", "同一项目", "Same as", to: RecordChoices.projects) { row, _ in
      .projects(row.project.twins)
    },
    .text("reason", "理由", "Reason") { row, _ in .optional(row.reason) },
    .text("box", "专栏", "Box") { row, _ in .optional(row.project.box) },
    .text("owner", "业主", "Owner") { row, board in
      let enterprise = row.project.enterprise.flatMap { board.dataset.enterprises[$0] }
      let names = [row.project.owner, enterprise?.name].compactMap { $0 } + (enterprise?.otherNames ?? [])
      return names.first.map { .text($0, others: Array(names.dropFirst())) } ?? .missing
    },
    .references("enterprise", "企业", "Enterprise", to: RecordChoices.enterprises) { row, board in
      .reference(row.project.enterprise, in: board.dataset.enterprises, \.name)
    },
  ]

  private static let progress: [Field] = [
    .stage("stage", "阶段", "Stage", isColumn: true) { $0.reached?.stage },
    .time("date", "日期", "Date", isColumn: true) { row, _ in .past(row.reached?.date) },
    .time("since", "自", "Since") { row, _ in .time(row.since) },
    .text("stage-of", "阶段取自", "Stage of") { row, _ in .optional(row.stagePart?.name) },
    .stage("expected-stage", "预期阶段", "Expected stage") { $0.expected?.stage },
    .time("expected", "预期时间", "Expected") { row, _ in .time(row.expected?.date) },
    .flag("overdue", "超期未完成", "Overdue") { $0.isOverdue },
    .flag("unreported", "到期无新资料", "Due, no newer document") { $0.isUnreported },
    .flag("lapsed", "规划到期后无报道", "Plan over, no report") { $0.lapsedPlan != nil },
  ]

  private static let object: @Sendable (ProjectStatus, Board) -> JSONOutput = { status, board in
    let project = status.project
    let milestones = status.milestones.flatMap { milestone in
      milestone.citations.map { citation -> JSONOutput in
        .object(
          [
            ("stage", .string(milestone.stage)), ("date", .string(milestone.date.text)),
            ("expected", .boolean(milestone.isExpected)), ("note", .optional(name: milestone.note)),
          ] + board.dataset.members(of: citation))
      }
    }
    return .object([
      ("id", .string(project.id)), ("name", .name(project.name)), ("aliases", .names(project.aliases)),
      ("nature", .string(project.nature.rawValue)), ("parent", .optional(status.parent?.id)),
      ("same_as", .array(project.twins.map(twin))), ("reason", .optional(name: status.reason)),
      ("clusters", .strings(project.clusters)),
      ("enterprise", .optional(project.enterprise)), ("owner", .optional(name: project.owner)),
      ("park", .optional(project.park)),
      ("box", .optional(name: project.box)), ("stage", .optional(status.rung?.rawValue)),
      ("stage_of", .optional(status.stagePart?.id)), ("since", .optional(status.since?.description)),
      ("milestones", .array(milestones)), ("note", .optional(name: project.note)),
      ("citations", board.dataset.output(project.citations)),
    ])
  }

  /// Returns a record of the same project.
  private static let twin: @Sendable (Project) -> JSONOutput = { twin in
    .object([
      ("id", .string(twin.id)), ("name", .name(twin.name)), ("reason", .optional(name: twin.reason)),
    ])
  }
}

extension ProjectStatus {
  /// The reason that it is part of another project, or that its duplicate records are the same.
  fileprivate var reason: Name? {
    (isPart ? project.reason : nil) ?? project.twins.lazy.compactMap(\.reason).first
  }
}

extension RecordValue {
  fileprivate static func projects(_ projects: [Project]) -> RecordValue {
    projects.isEmpty ? .missing : .references(projects.map { Reference($0.id, $0.name) })
  }
}

extension RecordTable.Field where Row == ProjectStatus {
  /// A field for a stage of the dataset's vocabulary, which filters also match by its rung of the ladder.
  fileprivate static func stage(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false,
    _ read: @escaping @Sendable (ProjectStatus) -> String?
  ) -> Self {
    let field = RecordField(
      key, Name(zh: zh, en: en), .ladder, isColumn: isColumn, aliases: [], choices: RecordChoices.stages)
    return Self(field: field) { row, board in
      guard let id = read(row) else { return .missing }
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
