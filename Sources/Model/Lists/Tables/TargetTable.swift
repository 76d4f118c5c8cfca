extension RecordTable where Row == TargetProgress {
  /// Worst gap first.
  static let targets = RecordTable(
    fields: whose + figures + standing
      + RecordTable.Field.places { row, _ in row.target.citations },
    rows: { $0.targets },
    object: { row, _ in
      .object([
        ("figure", .string(row.target.id)), ("subject", .string(row.target.subject.text)),
        ("indicator", .string(row.indicator.id)), ("name", .name(row.indicator.name)),
        ("plan", .string(row.plan.id)), ("period", .string(row.target.period.text)),
        ("target", .number(row.target.value)), ("unit", .string(row.target.unit)),
        ("actual", .optional(number: row.observation?.value)),
        ("actual_figure", .optional(row.observation?.id)),
        ("actual_period", .optional(row.observation?.period.text)),
        ("baseline", .optional(number: row.baseline?.value)),
        ("baseline_computed", row.baseline.map { .boolean($0.isComputed) } ?? .null),
        ("attainment", .optional(number: row.attainment)), ("progress", .optional(number: row.progress)),
        ("pace", .optional(number: row.pace)), ("gap_points", .optional(number: row.gap)),
        ("required_growth", .optional(number: row.requiredGrowth)),
        ("projected_year", .optional(number: row.projectedYear.map(Double.init))),
        ("status", .string(row.isSecondary ? TargetProgress.superseded.id : row.status.rawValue)),
        ("stale", .boolean(row.isStale)),
        ("due", .boolean(row.isDue)), ("unreported", .boolean(row.isUnreported)),
        ("yearly", .boolean(row.isYearly)),
        ("superseded", .boolean(row.isSecondary)), ("rule_used", .optional(row.decision?.id)),
        ("obstacle", .optional(name: row.obstacle?.name)),
      ])
    })

  private static let whose: [Field] = [
    .text("figure", "代码", "Id", aliases: ["id"]) { row, _ in .text(Name(both: row.target.id)) },
    .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
      .subject(row.target.subject, board)
    },
    .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
      row, board in
      let id = row.target.subject.kind == .cluster ? row.target.subject.id : nil
      return .reference(id, in: board.dataset.clusters, \.name)
    },
    .references(
      "indicator", "指标", "Indicator", isColumn: true, aliases: ["name"], to: RecordChoices.indicators
    ) { row, _ in
      .references([.init(row.indicator.id, row.indicator.name)])
    },
    .references("category", "类别", "Category", to: RecordChoices.categories) { row, board in
      .category(of: row.indicator, board)
    },
    .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, _ in
      .references([.init(row.plan.id, row.plan.short)])
    },
    .number("year", "年份", "Year", isColumn: true) { row, _ in .count(row.target.period.year) },
    .time("period", "时期", "Period") { row, _ in .time(row.target.period) },
  ]

  private static let figures: [Field] = [
    .number("actual", "实际", "Actual", .quantity, isColumn: true) { .figure($0.observation, $1) },
    .time("actual-period", "实际时期", "Actual period") { row, _ in .time(row.observation?.period) },
    .number("target", "目标", "Target", .quantity, isColumn: true) { .figure($0.target, $1) },
    .references("unit", "单位", "Unit", to: RecordChoices.units) { row, board in
      .references([.init(row.target.unit, board.dataset.unitName(row.target.unit))])
    },
    .number("baseline", "基期值", "Baseline", .quantity) { row, board in
      row.baseline.map { .amount($0.value, unit: row.target.unit, board) } ?? .missing
    },
  ]

  /// The status, or that the target is superseded; what has no place between reached and far behind stands beside them.
  private static let status: Field = {
    @Sendable func rank(_ status: Status?) -> Int {
      let place = status.flatMap(Status.allCases.firstIndex) ?? Status.allCases.count
      return status?.isUnknown == false ? place : RecordChoices.besideLadder + place
    }
    let superseded = TargetProgress.superseded
    let choices =
      Status.allCases.map { RecordChoice($0.rawValue, names: [$0.name], rank: rank($0)) }
      + [RecordChoice(superseded.id, names: [superseded.name], rank: rank(nil))]
    let field = RecordField(
      "status", Name(zh: "状态", en: "Status"), .ladder, isColumn: true, aliases: [], choices: { _ in choices })
    return Field(field: field) { row, _ in
      row.isSecondary
        ? .references([.init(superseded.id, superseded.name, rank: rank(nil))])
        : .references([.init(row.status.rawValue, row.status.name, rank: rank(row.status))])
    }
  }()

  private static let standing: [Field] = [
    .number("attainment", "完成率", "Attainment", .fraction, isColumn: true) { row, _ in
      guard let attainment = row.attainment else { return .missing }
      let shown = Name(zh: row.shownAttainment(.zh) ?? "", en: row.shownAttainment(.en) ?? "")
      return .number(attainment, shown: shown)
    },
    .number("progress", "进度", "Progress", .fraction) { row, _ in .percent(row.progress) },
    .number("pace", "序时进度", "Pace", .fraction) { row, _ in .percent(row.pace) },
    .number("gap", "差距", "Gap", isColumn: true, aliases: ["gap-points"]) { row, _ in
      // A number for programs and for order; people are shown what the screen shows.
      row.gap.map { .number($0, shown: Name(both: row.shownGap.map { Decimal.signed($0) } ?? "")) }
        ?? .missing
    },
    .number("required-growth", "年均需增", "Required growth", .fraction) { row, _ in
      .percent(row.requiredGrowth)
    },
    .number("projected-year", "预计达到年", "Projected year") { row, _ in
      row.projectedYear.map { .count($0) } ?? .missing
    },
    status,
    .flag("stale", "数据过期", "Stale") { $0.isStale },
    .flag("due", "已到期", "Due") { $0.isDue },
    .flag("unreported", "到期无数", "Due, no figure") { $0.isUnreported },
    .flag("yearly", "年度承诺", "Yearly") { $0.isYearly },
    .flag("superseded", "另有目标", "Superseded", isColumn: true) { $0.isSecondary },
    .text("obstacle", "未能计算", "Obstacle") { row, _ in .optional(row.obstacle?.name) },
  ]
}
