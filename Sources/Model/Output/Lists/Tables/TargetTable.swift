import Domain
import Figures

extension RecordTable where Row == TargetProgress {
  /// The list of targets, worst first by schedule ratio.
  static let targets = RecordTable(
    fields: whose + figures + path + standing
      + RecordTable.Field.places { row, _ in row.target.citations },
    rows: { $0.targets },
    object: { row, _ in .object(identity(row) + levels(row) + measures(row) + state(row)) })

  private typealias Member = (String, JSONOutput)

  private static func identity(_ row: TargetProgress) -> [Member] {
    [
      ("figure", .string(row.target.id)), ("subject", .string(row.target.subject.text)),
      ("indicator", .string(row.indicator.id)), ("name", .name(row.indicator.name)),
      ("plan", .string(row.plan.id)), ("period", .string(row.target.period.text)),
      ("kind", .string(row.target.kind.rawValue)),
    ]
  }

  private static func levels(_ row: TargetProgress) -> [Member] {
    [
      ("target", row.target.isWorded ? .null : .number(row.target.value)),
      ("words", .optional(name: row.target.words)), ("unit", .string(row.target.unit)),
      ("actual", .optional(number: row.actual)), ("actual_figure", .optional(row.observation?.id)),
      ("actual_period", .optional(row.observation?.period.text)),
      ("base", .optional(number: row.base?.value)), ("base_period", .optional(row.base?.period.text)),
      ("base_computed", row.base.map { .boolean($0.isComputed) } ?? .null),
      ("base_method", .optional(row.base?.method.rawValue)),
    ]
  }

  private static func measures(_ row: TargetProgress) -> [Member] {
    let measure = row.measure
    return [
      ("path", .optional(measure?.path.rawValue)), ("expected", .optional(number: measure?.expected)),
      ("earned", .optional(number: measure?.earned)), ("elapsed", .optional(number: measure?.elapsed)),
      ("schedule_ratio", .optional(number: measure?.scheduleRatio)),
      ("lag_months", .optional(number: measure?.lagMonths)),
      ("linear_progress", .optional(number: measure?.linearProgress)),
      ("growth_ratio", .optional(number: measure?.growthRatio)),
      ("method_sensitive", .boolean(measure?.isMethodSensitive ?? false)),
      ("attainment", .optional(number: row.attainment)), ("shortfall", .optional(number: row.shortfall)),
      ("required_growth", .optional(number: row.requiredGrowth)),
      ("required_change", .optional(number: row.requiredChange)),
      ("projected_year", .optional(number: row.projection?.year.map(Double.init))),
    ]
  }

  private static func state(_ row: TargetProgress) -> [Member] {
    [
      ("status", .string(row.standIn?.id ?? row.status.rawValue)),
      ("early", .boolean(row.isEarly)), ("asks_for_nothing", .boolean(row.asksForNothing)),
      ("ranked_apart", .boolean(row.isRankedApart)), ("stale", .boolean(row.isStale)),
      ("due", .boolean(row.isDue)), ("unreported", .boolean(row.isUnreported)),
      ("yearly", .boolean(row.isYearly)), ("draft", .boolean(row.isDraft)),
      ("schedule_ratio_floor", .optional(number: row.floor?.scheduleRatio)),
      (
        "year_light",
        row.yearLight.map { light in
          .object([
            ("target", .string(light.target.id)), ("actual", .string(light.actual.id)),
            ("elapsed", .number(light.elapsed)), ("progress", .number(light.progress)),
            ("ratio", .number(light.ratio)), ("status", .string(light.status.rawValue)),
          ])
        } ?? .null
      ),
      ("superseded", .boolean(row.isSecondary)), ("rule_used", .optional(row.decision?.id)),
      ("obstacle", .optional(name: row.obstacle?.name)),
    ]
  }

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
    .number("actual", "实际", "Actual", .quantity, isColumn: true) { row, board in
      guard row.target.kind == .cumulative, let actual = row.actual else {
        return .figure(row.observation, board)
      }
      return .amount(actual, of: row, board)
    },
    .time("actual-period", "实际时期", "Actual period") { row, _ in .time(row.observation?.period) },
    .number("target", "目标", "Target", .quantity, isColumn: true) { .figure($0.target, $1) },
    .references("unit", "单位", "Unit", to: RecordChoices.units) { row, board in
      .references([.init(row.target.unit, board.dataset.unitName(row.target.unit))])
    },
    .number("base", "基期值", "Base", .quantity) { row, board in
      row.base.map { .amount($0.value, of: row, board) } ?? .missing
    },
    .time("base-period", "基期", "Base period") { row, _ in .time(row.base?.period) },
    .flag("base-computed", "基期为推算", "Base computed") { $0.base?.isComputed ?? false },
  ]

  private static let path: [Field] = [
    .word("path", "路径", "Path", \Indicator.Path.name) { $0.measure?.path },
    .number("expected", "应达", "Expected", .quantity) { row, board in
      row.measure?.expected.map { .amount($0, of: row, board) } ?? .missing
    },
    .number("earned", "进度", "Earned", .fraction) { row, _ in .percent(row.measure?.earned) },
    .number("elapsed", "时间进度", "Time gone", .fraction) { row, _ in .percent(row.measure?.elapsed) },
    .number("schedule-ratio", "序时进度完成", "Schedule ratio", isColumn: true) { row, _ in
      row.scheduleRatio.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 2))) } ?? .missing
    },
    .number("lag-months", "滞后月数", "Months behind", isColumn: true, aliases: ["lag"]) { row, _ in
      row.measure?.lagMonths.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 1))) } ?? .missing
    },
    .number("linear-progress", "线性进度", "Linear progress", .fraction) { row, _ in
      .percent(row.measure?.linearProgress)
    },
    .number("growth-ratio", "增速比R", "Growth ratio R") { row, _ in
      row.measure?.growthRatio.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 2))) }
        ?? .missing
    },
    .flag("method-sensitive", "因方法而异", "Method sensitive") { $0.measure?.isMethodSensitive ?? false },
  ]

  /// The status, or that the target is superseded. Values without a place between reached and far behind are ranked
  /// beside the ladder.
  private static let status: Field = {
    @Sendable func rank(_ status: Status?) -> Int {
      let place = status.flatMap(Status.allCases.firstIndex) ?? Status.allCases.count
      return status?.isUnknown == false ? place : RecordChoices.besideLadder + place
    }
    let standIns = [TargetProgress.superseded, TargetProgress.restated]
    let choices =
      Status.allCases.map { RecordChoice($0.rawValue, names: [$0.name], rank: rank($0)) }
      + standIns.map { RecordChoice($0.id, names: [$0.name], rank: rank(nil)) }
    let field = RecordField(
      "status", Name(zh: "状态", en: "Status"), .ladder, isColumn: true, aliases: [], choices: { _ in choices })
    return Field(field: field) { row, _ in
      let (id, name) = row.standIn ?? (row.status.rawValue, row.status.name)
      return .references([.init(id, name, rank: rank(row.isSecondary ? nil : row.status))])
    }
  }()

  private static let standing: [Field] = [
    .number("attainment", "完成率", "Attainment", .fraction) { row, _ in
      guard let attainment = row.attainment else { return .missing }
      return .number(
        attainment, shown: Name(zh: row.attainmentText(.zh) ?? "", en: row.attainmentText(.en) ?? ""))
    },
    .number("shortfall", "增速差", "Growth shortfall") { row, _ in
      guard let shortfall = row.shortfall else { return .missing }
      return .number(
        shortfall, shown: Name(zh: row.shortfallText(.zh) ?? "", en: row.shortfallText(.en) ?? ""))
    },
    .number("required-growth", "后续年均需增", "Required growth", .fraction) { row, _ in
      .percent(row.requiredGrowth)
    },
    .number("required-change", "后续每年需增量", "Required change a year", .quantity) { row, board in
      row.requiredChange.map { .amount($0, of: row, board) } ?? .missing
    },
    .number("projected-year", "预计达到年", "Projected year") { row, _ in
      row.projection?.year.map { .count($0) } ?? .missing
    },
    status,
    .flag("asks-for-nothing", "目标不高于基期", "Asks for nothing") { $0.asksForNothing },
    .flag("ranked-apart", "基期较早", "Older base") { $0.isRankedApart },
    .flag("stale", "数据未更新", "Stale") { $0.isStale },
    .flag("due", "目标年已过", "Past due") { $0.isDue },
    .flag("unreported", "数据未公布", "Result unpublished") { $0.isUnreported },
    .flag("yearly", "年度目标任务", "Yearly") { $0.isYearly },
    .flag("draft", "征求意见稿的数", "Of a draft") { $0.isDraft },
    .number("ratio-floor", "序时进度完成下限", "Least schedule ratio", .plain) { row, _ in
      row.floor.map {
        .number($0.scheduleRatio, shown: Name(both: Decimal.fixed($0.scheduleRatio, digits: 2)))
      } ?? .missing
    },
    .flag("superseded", "另有目标", "Other target", isColumn: true) { $0.isSecondary },
    .flag("disputed", "有矛盾", "Disputed") { row, board in
      [row.target.id, row.observation?.id].contains { $0.map(board.disputed.contains) ?? false }
    },
    .text("obstacle", "未能计算", "Obstacle") { row, _ in .optional(row.obstacle?.name) },
  ]
}
