import Domain
import Figures

extension RecordCatalogue where Row == TargetProgress {
  /// The list of targets, worst first by schedule ratio.
  package static let targets = RecordCatalogue(
    columns: whose + figures + path + standing + Column.printed { row, _ in row.target.citations },
    rows: { $0.targets })

  private static let yearLight = JSONShape.object([
    ("target", .string), ("actual", .string), ("elapsed", .number), ("progress", .number),
    ("ratio", .number), ("status", .word(Status.allCases.map(\.rawValue))),
  ])

  private static func yearLight(_ row: TargetProgress) -> JSONOutput {
    row.yearLight.map { light in
      .object([
        ("target", .string(light.target.id)), ("actual", .string(light.actual.id)),
        ("elapsed", .number(light.elapsed)), ("progress", .number(light.progress)),
        ("ratio", .number(light.ratio)), ("status", .string(light.status.rawValue)),
      ])
    } ?? .null
  }

  private static let whose: [Column] = [
    .id("figure", aliases: ["id"]) { $0.target.id },
    .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
      .subject(row.target.subject, board)
    }.json(),
    .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
      row, board in
      let id = row.target.subject.kind == .cluster ? row.target.subject.id : nil
      return .reference(id, in: board.dataset.clusters, \.name)
    },
    .references("indicator", "指标", "Indicator", isColumn: true, to: RecordChoices.indicators) { row, _ in
      .references([.init(row.indicator.id, row.indicator.name)])
    }.json().json("name", .name) { row, _ in .name(row.indicator.name) },
    .references("category", "类别", "Category", to: RecordChoices.categories) { row, board in
      .category(of: row.indicator, board)
    },
    .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, _ in
      .references([.init(row.plan.id, row.plan.short)])
    }.json(),
    .number("year", "年份", "Year", isColumn: true) { row, _ in .count(row.target.period.year) },
    .time("period", "时期", "Period") { row, _ in .time(row.target.period) }.json(),
    .word("kind", "性质", "Kind", \Figure.Kind.name) { $0.target.kind }.json().onRequest,
  ]

  private static let figures: [Column] = [
    .number("actual", "实际", "Actual", .quantity, isColumn: true) { row, board in
      guard row.target.kind == .cumulative, let actual = row.actual else {
        return .figure(row.observation, board)
      }
      return .amount(actual, of: row, board)
    }.json(before: "base", .optional(.number)) { row, _ in .optional(number: row.actual) },
    .member("actual_figure", "实际的数字", "Figure of the actual", before: "base", .optional(.string)) { row, _ in
      .optional(row.observation.flatMap { $0.isComputed ? nil : $0.id })
    },
    .flag("actual-computed", "实际为推算", "Actual computed") { $0.observation?.isComputed ?? false }.json(
      before: "base"),
    .time("actual-period", "实际时期", "Actual period") { row, _ in .time(row.observation?.period) }
      .json(before: "base"),
    .number("target", "目标", "Target", .quantity, isColumn: true) { .figure($0.target, $1) }
      .json(.optional(.number)) { row, _ in row.target.isInWords ? .null : .number(row.target.value) },
    .member("words", "文字目标", "Words", .optional(.name)) { row, _ in .optional(name: row.target.words) },
    .references("unit", "单位", "Unit", to: RecordChoices.units) { row, board in
      .references([.init(row.target.unit, board.dataset.unitName(row.target.unit))])
    }.json(),
    .number("base", "基期值", "Base", .quantity) { row, board in
      row.base.map { .amount($0.value, of: row, board) } ?? .missing
    }.json(),
    .time("base-period", "基期", "Base period") { row, _ in .time(row.base?.period) }.json(),
    .flag("base-computed", "基期为推算", "Base computed") { $0.base?.isComputed ?? false }
      .json(.optional(.boolean)) { row, _ in row.base.map { .boolean($0.isComputed) } ?? .null },
    .member("base_method", "基期取法", "Base method", .optional(.string)) { row, _ in
      .optional(row.base?.method.rawValue)
    },
  ]

  private static let path: [Column] = [
    .word("path", "路径", "Path", \Indicator.Path.name) { $0.measure?.path }.json(),
    .number("expected", "应达", "Expected", .quantity) { row, board in
      row.measure?.expected.map { .amount($0, of: row, board) } ?? .missing
    }.json(),
    .number("earned", "进度", "Earned", .fraction) { row, _ in .percent(row.measure?.earned) }.json(),
    .number("elapsed", "时间进度", "Time gone", .fraction) { row, _ in .percent(row.measure?.elapsed) }.json(),
    .number("schedule-ratio", "序时进度完成", "Schedule ratio", isColumn: true) { row, _ in
      row.scheduleRatio.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 2))) } ?? .missing
    }.json(),
    .number("lag-months", "滞后月数", "Months behind", isColumn: true, aliases: ["lag"]) { row, _ in
      row.measure?.lagMonths.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 1))) } ?? .missing
    }.json().brief("滞后", "Lag"),
    .number("linear-progress", "线性进度", "Linear progress", .fraction) { row, _ in
      .percent(row.measure?.linearProgress)
    }.json(),
    .number("growth-ratio", "增速比R", "Growth ratio R") { row, _ in
      row.measure?.growthRatio.map { .number($0, shown: Name(both: Decimal.fixed($0, digits: 2))) }
        ?? .missing
    }.json(),
    .flag("method-sensitive", "因方法而异", "Method sensitive") { $0.measure?.isMethodSensitive ?? false }
      .json(),
  ]

  /// The status, or that the target is superseded. Values without a place between reached and far behind are ranked
  /// beside the ladder.
  private static let status: Column = {
    @Sendable func rank(_ status: Status?) -> Int {
      let place = status.flatMap(Status.allCases.firstIndex) ?? Status.allCases.count
      return status?.isUnknown == false ? place : RecordChoices.offLadder + place
    }
    let secondaryStatuses = [TargetProgress.otherTarget, TargetProgress.restated]
    let choices =
      Status.allCases.map { RecordChoice($0.rawValue, names: [$0.name], rank: rank($0)) }
      + secondaryStatuses.map { RecordChoice($0.id, names: [$0.name], rank: rank(nil)) }
    return .ladder("status", "状态", "Status", isColumn: true, to: { _ in choices }) { row, _ in
      let (id, name) = row.secondaryStatus ?? (row.status.rawValue, row.status.name)
      return .references([.init(id, name, rank: rank(row.isSecondary ? nil : row.status))])
    }
  }()

  private static let standing: [Column] = [
    .number("attainment", "完成率", "Attainment", .fraction) { row, _ in
      guard let attainment = row.attainment else { return .missing }
      return .number(
        attainment, shown: Name(zh: row.attainmentText(.zh) ?? "", en: row.attainmentText(.en) ?? ""))
    }.json(),
    .number("shortfall", "增速差", "Growth shortfall") { row, _ in
      guard let shortfall = row.shortfall else { return .missing }
      return .number(
        shortfall, shown: Name(zh: row.shortfallText(.zh) ?? "", en: row.shortfallText(.en) ?? ""))
    }.json(),
    .number("required-growth", "后续年均需增", "Required growth", .fraction) { row, _ in
      .percent(row.requiredGrowth)
    }.json().brief("年均需", "Need/yr"),
    .number("required-change", "后续每年需增量", "Required change a year", .quantity) { row, board in
      row.requiredChange.map { .amount($0, of: row, board) } ?? .missing
    }.json(),
    .number("projected-year", "预计达到年", "Projected year") { row, _ in
      row.projection?.year.map { .count($0) } ?? .missing
    }.json(),
    status.json(),
    .flag("early", "早于序时", "Early") { $0.isEarly }.json().onRequest,
    .flag("asks-for-nothing", "目标不高于基期", "Asks for nothing") { $0.asksForNothing }.json(),
    .flag("ranked-apart", "基期较早", "Older base") { $0.isRankedApart }.json(),
    .flag("stale", "数据未更新", "Stale") { $0.isStale }.json(),
    .flag("due", "目标年已过", "Past due") { $0.isDue }.json(),
    .flag("unreported", "数据未公布", "Result unpublished") { $0.isUnreported }.json(),
    .flag("yearly", "年度目标任务", "Yearly") { $0.isYearly }.json(),
    .flag("draft", "征求意见稿的数", "Of a draft") { $0.isDraft }.json(),
    .number("ratio-floor", "序时进度完成下限", "Least schedule ratio", .plain) { row, _ in
      row.floor.map {
        .number($0.scheduleRatio, shown: Name(both: Decimal.fixed($0.scheduleRatio, digits: 2)))
      } ?? .missing
    }.json("schedule_ratio_floor"),
    .member("year_light", "当年进度", "Progress of the year", .optional(yearLight)) { row, _ in yearLight(row) },
    .flag("superseded", "另有目标", "Other target", isColumn: true) { $0.isSecondary }.json(),
    .member("rule_used", "采用规则", "Rule used", .optional(.string)) { row, _ in .optional(row.decision?.id) },
    .flag("disputed", "有矛盾", "Disputed") { row, board in
      [row.target.id, row.observation?.id].contains { $0.map(board.disputed.contains) ?? false }
    },
    .text("obstacle", "未能计算", "Obstacle") { row, _ in .optional(row.obstacle?.name) }.json(),
  ]
}
