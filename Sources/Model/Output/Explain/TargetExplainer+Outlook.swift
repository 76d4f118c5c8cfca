import Domain
import Figures

// Required and observed growth, the year, and the conclusions.

extension TargetExplainer {
  mutating func addOutlook() {
    guard let actual = row.actual else { return }
    let (a, t) = (number(actual), number(row.target.value))
    explanation.add(
      "attainment", Name(zh: "完成率", en: "attainment"), Name(zh: "实际 ÷ 目标", en: "actual / target"),
      "\(a) / \(t)", row.attainment, text: percent(row.attainment))
    if let years = row.yearsLeft {
      let left = number(years)
      explanation.add(
        "required_growth", Name(zh: "后续年均需增", en: "required growth a year"),
        Name(zh: "（目标÷实际）^（1÷剩余年数）－1", en: "(target / actual)^(1 / years left) - 1"),
        "(\(t) / \(a))^(1 / \(left)) - 1", row.requiredGrowth, text: percent(row.requiredGrowth))
      explanation.add(
        "required_change", Name(zh: "后续每年需增", en: "required change a year"),
        Name(zh: "（目标－实际）÷ 剩余年数", en: "(target - actual) / years left"), "(\(t) - \(a)) / \(left)",
        row.requiredChange, text: row.requiredChange.map(change))
    }
    addObserved(a)
  }

  private func change(_ value: Double) -> Name {
    Name(
      zh: dataset.changeLabel(value, unit: row.target.unit, of: row.indicator.id, .zh),
      en: dataset.changeLabel(value, unit: row.target.unit, of: row.indicator.id, .en))
  }

  private mutating func addObserved(_ actual: String) {
    guard let measure = row.measure, let base = row.base else { return }
    let (b, years) = (number(base.value), number(PlanTime.years(from: base.day, to: row.measuredAt)))
    explanation.add(
      "observed_growth", Name(zh: "基期以来年均增速", en: "growth a year since the base"),
      Name(zh: "（实际÷基期）^（1÷年数）－1", en: "(actual / base)^(1 / years) - 1"),
      "(\(actual) / \(b))^(1 / \(years)) - 1", measure.observedGrowth, text: percent(measure.observedGrowth))
    explanation.add(
      "observed_change", Name(zh: "基期以来每年变化", en: "change a year since the base"),
      Name(zh: "（实际－基期）÷ 年数", en: "(actual - base) / years"), "(\(actual) - \(b)) / \(years)",
      measure.observedChange, text: measure.observedChange.map(change))
    addProjection(actual, measure)
  }

  private mutating func addProjection(_ actual: String, _ measure: TargetMeasure) {
    guard let projection = row.projection, let level = row.actual else { return }
    let t = number(row.target.value)
    if let growth = measure.observedGrowth {
      explanation.add(
        "years_to_target", Name(zh: "按此增速所需年数", en: "years to the target at that growth"),
        Name(zh: "ln（目标÷实际）÷ ln（1＋年均增速）", en: "ln(target / actual) / ln(1 + growth)"),
        "ln(\(t) / \(actual)) / ln(1 + \(number(growth)))",
        Formula.yearsToReach(target: row.target.value, from: level, growth: growth))
    } else if let change = measure.observedChange {
      explanation.add(
        "years_to_target", Name(zh: "按此变化所需年数", en: "years to the target at that change"),
        Name(zh: "（目标－实际）÷ 每年变化", en: "(target - actual) / change a year"),
        "(\(t) - \(actual)) / \(number(change))",
        Formula.yearsToReach(target: row.target.value, from: level, change: change))
    }
    explanation.conclude(
      Name(zh: "预计达到", en: "projection"), projection.text,
      Name(
        zh: "至少须有基期后两个数据；限目标年后十年", en: "requires two figures after the base; ends ten years after the target")
    )
  }

  mutating func addGrowth() {
    guard let shortfall = row.shortfall, let actual = row.actual else { return }
    explanation.add(
      "shortfall", Name(zh: "增速差", en: "growth shortfall"),
      Name(zh: "公布增速 － 目标增速", en: "published growth - target growth"),
      "\(number(actual)) - \(number(row.target.value))", shortfall,
      text: Name(zh: row.shortfallText(.zh) ?? "", en: row.shortfallText(.en) ?? ""))
  }

  mutating func addYear() {
    guard let light = row.yearLight, let actual = dataset.value(of: light.actual, in: light.target.unit)
    else { return }
    explanation.add(light.target, as: Name(zh: "本年任务", en: "task of the year"), dataset)
    explanation.add(light.actual, as: Name(zh: "本年累计", en: "sum since January"), dataset)
    explanation.add(
      "year_ratio", Name(zh: "本年序时进度完成", en: "schedule ratio of the year"),
      Name(zh: "（累计÷任务）÷（月数÷12）", en: "(sum / task) / (months / 12)"),
      "(\(number(actual)) / \(number(light.target.value))) / (\(light.actual.period.end.month) / 12)",
      light.ratio,
      text: Name(both: Decimal.fixed(light.ratio, digits: 3)))
    explanation.conclude(
      Name(zh: "本年状态", en: "status of the year"), light.status.name, limits(of: light.status, light.ratio))
  }

  // MARK: Conclusions

  mutating func addConclusions() {
    explanation.conclude(Name(zh: "状态", en: "status"), row.word, reason)
    if let rule = board.reason(for: row), let rival = board.rival(of: row) {
      let other = Name(zh: dataset.label(rival, .zh), en: dataset.label(rival, .en))
      let plan = board.planName(of: rival) ?? Name(both: "")
      explanation.conclude(
        Name(zh: "另有目标", en: "other target"), other + Name(zh: "（\(plan.zh)）", en: " (\(plan.en))"), rule)
    }
    if let measure = row.measure, measure.scheduleRatio != nil {
      explanation.conclude(
        Name(zh: "方法", en: "methods"),
        measure.isMethodSensitive
          ? Name(zh: "灯色因方法而异", en: "the light depends on the method")
          : Name(zh: "各方法灯色相同", en: "all methods result in the same light"),
        Name(
          zh: "比较本路径、线性进度÷时间进度、增速比R所得灯色",
          en: "lights from its path, from linear progress / time gone, and from R"))
    }
    if row.isUnreported {
      explanation.conclude(
        Name(zh: "期限", en: "due"), Name(zh: "目标年已过、数据未公布", en: "past due, result unpublished"),
        Name(
          zh: "目标期至\(row.target.period.end)，最新可比数止于\(row.observation?.period.end.description ?? "-")",
          en:
            "due by \(row.target.period.end); the newest comparable figure ends \(row.observation?.period.end.description ?? "-")"
        ))
    }
  }

  private var reason: Name {
    if row.asksForNothing, let remark = row.remark(.zh) {
      return Name(zh: remark, en: row.remark(.en) ?? "")
    }
    if let obstacle = row.obstacle, row.status.isUnknown { return obstacle.name }
    switch row.status {
    case .reached: return Name(zh: "实际达到目标", en: "the actual level reaches the target")
    case .keptInPart:
      return Name(
        zh: "最新通报年度达到任务，其余已过年度未公布",
        en: "the newest reported year meets it; other years that are over are not published")
    case .basicallyReached, .notReached:
      let limit = Decimal.percent(dataset.vocabulary.thresholds.basicallyReached, digits: 0)
      return Name(
        zh: "目标期数据已有；完成率不低于\(limit)为基本完成",
        en: "final figure; basically reached from an attainment of \(limit)")
    default: return row.scheduleRatio.map { limits(of: row.status, $0) } ?? Name(both: "")
    }
  }

  /// Returns the bounds of the status that a ratio falls into.
  private func limits(of status: Status, _ ratio: Double) -> Name {
    let limits = dataset.vocabulary.thresholds
    let (slightly, behind) = (Decimal.text(limits.slightlyBehind), Decimal.text(limits.behind))
    let text = Decimal.fixed(ratio, digits: 3)
    switch status {
    case .reached: return Name(zh: "已达到", en: "reached")
    case .onPace: return Name(both: "\(text) ≥ 1")
    case .slightlyBehind: return Name(both: "\(slightly) ≤ \(text) < 1")
    case .behind: return Name(both: "\(behind) ≤ \(text) < \(slightly)")
    case .movedAway: return Name(both: "\(text) < 0")
    default: return Name(both: "0 ≤ \(text) < \(behind)")
    }
  }
}

extension TargetProgress {
  /// The end of the period of the figure that it is measured by; without one, the end of the target's period.
  var measuredAt: Day { observation?.period.end ?? target.period.end }
}
