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
    .id { $0.project.id },
    .text("name", "项目", "Project", isColumn: true, aliases: ["名称"]) { row, _ in
      .text(row.project.name, others: row.project.otherNames)
    },
    .references("parent", "所属项目", "Part of", to: RecordChoices.projects) { row, board in
      .reference(row.project.parent, in: board.dataset.projects, \.name)
    },
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
    .time("since", "获知日", "Since") { row, _ in .time(row.since) },
    .stage("expected-stage", "预期阶段", "Expected stage") { $0.expected?.stage },
    .time("expected", "预期时间", "Expected") { row, _ in .time(row.expected?.date) },
    .flag("overdue", "逾期", "Overdue") { $0.isOverdue },
    .flag("unreported", "到期未报", "Due, no report") { $0.isUnreported },
  ]

  private static let object: @Sendable (ProjectStatus, Board) -> JSONOutput = { status, board in
    let project = status.project
    let milestones = status.milestones.flatMap { milestone in
      milestone.citations.map { citation -> JSONOutput in
        .object(
          [
            ("stage", .string(milestone.stage)), ("date", .string(milestone.date.text)),
            ("expected", .boolean(milestone.isExpected)),
          ] + board.dataset.members(of: citation))
      }
    }
    return .object([
      ("id", .string(project.id)), ("name", .name(project.name)), ("aliases", .names(project.otherNames)),
      ("parent", .optional(project.parent)), ("clusters", .strings(project.clusters)),
      ("enterprise", .optional(project.enterprise)), ("park", .optional(project.park)),
      ("box", .optional(name: project.box)), ("stage", .optional(status.rung?.rawValue)),
      ("since", .optional(status.since?.description)), ("milestones", .array(milestones)),
      ("citations", board.dataset.output(project.citations)),
    ])
  }
}

extension RecordTable.Field where Row == ProjectStatus {
  /// A stage of the dataset's vocabulary, which is also found by its rung of the ladder.
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
