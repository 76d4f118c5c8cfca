import Domain
import Figures

/// Writes out how a target is measured.
struct TargetExplainer {
  private let row: TargetProgress
  private let board: Board
  private(set) var explanation: Explanation

  private var dataset: Dataset { board.dataset }

  init(_ row: TargetProgress, _ board: Board) {
    (self.row, self.board) = (row, board)
    let subject =
      row.target.subject == .district ? board.dataset.info.short : board.dataset.name(of: row.target.subject)
    let plan = Name(zh: "（\(row.plan.name.zh)）", en: " (\(row.plan.name.en))")
    explanation = Explanation(
      row.target.id, title: subject + Name(zh: " ", en: ", ") + row.indicator.name + plan)
    addInputs()
    addBase()
    addSum()
    addPath()
    addOtherMethods()
    addOutlook()
    addGrowth()
    addYear()
    addConclusions()
  }

  // MARK: Words

  private func number(_ value: Double) -> String { Explanation.number(value) }

  private func amount(_ value: Double?) -> Name? {
    value.map { value in
      let text = Decimal.text(value)
      return Name(
        zh: dataset.exactLabel(text, unit: row.target.unit, of: row.indicator.id, .zh),
        en: dataset.exactLabel(text, unit: row.target.unit, of: row.indicator.id, .en))
    }
  }

  private func percent(_ value: Double?) -> Name? { value.map { Name(both: Decimal.percent($0, digits: 2)) } }

  // MARK: Inputs and base

  private mutating func addInputs() {
    explanation.add(row.target, as: Name(zh: "目标", en: "target"), dataset)
    for figure in row.target.kind == .cumulative ? row.history : [row.observation].compactMap(\.self) {
      explanation.add(figure, as: Name(zh: "实际", en: "actual"), dataset)
    }
    for figure in row.base?.statements ?? [] {
      let name =
        figure.kind == .growth
        ? Name(zh: "公布增速", en: "published growth") : Name(zh: "基期依据", en: "figure used for the base")
      explanation.add(figure, as: name, dataset)
    }
  }

  private mutating func addBase() {
    guard let base = row.base else { return }
    for part in base.parts { addComputed(part.base, dataset.name(of: part.subject)) }
    let name = Name(zh: "基期\(base.period.label(.zh))", en: "base \(base.period.label(.en))")
    switch base.method {
    case .growth: addComputed(base, Name(both: ""))
    case .sum:
      explanation.add(
        "base", name, Name(zh: "各部分之和", en: "sum of the parts"),
        base.parts.map { number($0.base.value) }.joined(separator: " + "), base.value,
        text: amount(base.value))
    case .printed, .earlier, .start:
      explanation.conclude(
        name, amount(base.value) ?? Name(both: ""),
        Name(zh: row.baseText(.zh) ?? "", en: row.baseText(.en) ?? ""))
    }
  }

  /// Adds the computation of a level from that of the next year and its published growth.
  private mutating func addComputed(_ base: Base, _ subject: Name) {
    guard base.method == .growth, base.figures.count == 2,
      let level = dataset.value(of: base.figures[0], in: row.target.unit)
    else { return }
    explanation.add(
      "base", subject + Name(zh: "基期\(base.period.label(.zh))", en: " base \(base.period.label(.en))"),
      Name(zh: "次年数 ÷（1＋公布增速÷100）", en: "next year's level / (1 + published growth / 100)"),
      "\(number(level)) / (1 + \(number(base.figures[1].value)) / 100)", base.value, text: amount(base.value))
  }

  private mutating func addSum() {
    guard row.target.kind == .cumulative, let actual = row.actual else { return }
    let parts = row.history.compactMap { dataset.value(of: $0, in: row.target.unit) }
    explanation.add(
      "actual", Name(zh: "累计", en: "sum of the years known"),
      Name(zh: "已知各年之和", en: "sum of the years known"),
      parts.map(number).joined(separator: " + "), actual, text: amount(actual))
  }

  // MARK: Path

  private mutating func addPath() {
    guard let measure = row.measure, let base = row.base, let actual = row.actual else { return }
    let target = row.target.value
    let (b, a, t) = (number(base.value), number(actual), number(target))
    let elapsed = number(measure.elapsed)
    explanation.add(
      "elapsed", Name(zh: "时间进度 τ", en: "time gone τ"),
      Name(zh: "基期至该数所属时期 ÷ 基期至目标期", en: "time from base to figure / time from base to target"),
      timeExpression(base), measure.elapsed, text: percent(measure.elapsed))
    let isCompound = measure.path == .compound
    explanation.add(
      "expected", Name(zh: "应达", en: "expected"),
      isCompound
        ? Name(zh: "基期 ×（目标÷基期）^τ", en: "base * (target / base)^τ")
        : Name(zh: "基期 ＋（目标－基期）×τ", en: "base + (target - base) * τ"),
      isCompound ? "\(b) * (\(t) / \(b))^\(elapsed)" : "\(b) + (\(t) - \(b)) * \(elapsed)", measure.expected,
      text: amount(measure.expected))
    explanation.add(
      "earned", Name(zh: "进度", en: "earned"),
      isCompound
        ? Name(zh: "ln（实际÷基期）÷ ln（目标÷基期）", en: "ln(actual / base) / ln(target / base)")
        : Name(zh: "（实际－基期）÷（目标－基期）", en: "(actual - base) / (target - base)"),
      isCompound ? "ln(\(a) / \(b)) / ln(\(t) / \(b))" : "(\(a) - \(b)) / (\(t) - \(b))", measure.earned,
      text: percent(measure.earned))
    addRatio(measure, base)
    addFloor(measure, base)
  }

  /// Adds the lower bound of a later year's whole, from the sum of a part of that year.
  private mutating func addFloor(_ measure: TargetMeasure, _ base: Base) {
    guard let floor = row.floor, let partial = row.partial,
      let sum = dataset.value(of: partial, in: row.target.unit),
      let time = PlanTime(from: base.day, to: row.target.period.end)
    else { return }
    let (b, s, t) = (number(base.value), number(sum), number(row.target.value))
    let elapsed = number(time.elapsed(at: .last(ofYear: floor.year)))
    let isCompound = measure.path == .compound
    let earned = isCompound ? "ln(\(s) / \(b)) / ln(\(t) / \(b))" : "(\(s) - \(b)) / (\(t) - \(b))"
    explanation.add(partial, as: Name(zh: "年内累计", en: "sum of a part of a year"), dataset)
    explanation.add(
      "schedule_ratio_floor",
      Name(zh: "\(floor.year)年序时进度完成下限", en: "least schedule ratio of \(floor.year)"),
      Name(zh: "年内累计数的进度 ÷ 年末的时间进度", en: "earned by the sum alone / time gone at the year's end"),
      "\(earned) / \(elapsed)", floor.scheduleRatio,
      text: Name(both: Decimal.fixed(floor.scheduleRatio, digits: 3)))
  }

  private mutating func addRatio(_ measure: TargetMeasure, _ base: Base) {
    guard let earned = measure.earned, let time = PlanTime(from: base.day, to: row.target.period.end) else {
      return
    }
    let elapsed = number(measure.elapsed)
    explanation.add(
      "schedule_ratio", Name(zh: "序时进度完成", en: "schedule ratio"),
      Name(zh: "进度 ÷ 时间进度", en: "earned / time gone"), "\(number(earned)) / \(elapsed)",
      measure.scheduleRatio, text: measure.scheduleRatio.map { Name(both: Decimal.fixed($0, digits: 3)) })
    explanation.add(
      "lag_months", Name(zh: "滞后（月）", en: "lag in months"),
      Name(zh: "（时间进度－进度）× 基期至目标的月数", en: "(time gone - earned) * months from base to target"),
      "(\(elapsed) - \(number(earned))) * \(number(time.months))", measure.lagMonths,
      text: measure.lagMonths.map { Name(both: Decimal.text($0, digits: 1)) })
  }

  /// Returns the expression for the share of time gone: in whole years when all three days are ends of years, in days
  /// otherwise.
  private func timeExpression(_ base: Base) -> String {
    let (from, to) = (base.day, row.target.period.end)
    let now = row.measuredAt
    if from.endsYear, to.endsYear, now.endsYear {
      return "(\(now.year) - \(from.year)) / (\(to.year) - \(from.year))"
    }
    return "\(now.number - from.number) / \(to.number - from.number)"
  }

  private mutating func addOtherMethods() {
    guard let measure = row.measure, let base = row.base, let actual = row.actual,
      let linear = measure.linearProgress
    else { return }
    let (b, a, t) = (number(base.value), number(actual), number(row.target.value))
    explanation.add(
      "linear_progress", Name(zh: "线性进度（联合国、欧盟）", en: "linear progress (UN, EU)"),
      Name(zh: "（实际－基期）÷（目标－基期）", en: "(actual - base) / (target - base)"),
      "(\(a) - \(b)) / (\(t) - \(b))", linear, text: percent(linear))
    let years = number(PlanTime.years(from: base.day, to: row.measuredAt))
    let length = number(PlanTime.years(from: base.day, to: row.target.period.end))
    let isCompound = measure.path == .compound
    explanation.add(
      "growth_ratio", Name(zh: "增速比 R（加拿大统计局、欧盟统计局）", en: "R (Statistics Canada, Eurostat)"),
      isCompound
        ? Name(zh: "实际年均增速 ÷ 所需年均增速", en: "observed / required yearly growth")
        : Name(zh: "实际每年增量 ÷ 所需每年增量", en: "observed / required change a year"),
      isCompound
        ? "((\(a) / \(b))^(1 / \(years)) - 1) / ((\(t) / \(b))^(1 / \(length)) - 1)"
        : "((\(a) - \(b)) / \(years)) / ((\(t) - \(b)) / \(length))",
      measure.growthRatio, text: measure.growthRatio.map { Name(both: Decimal.fixed($0, digits: 3)) })
  }

  // MARK: Outlook, growth, year

  private mutating func addOutlook() {
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

  private mutating func addGrowth() {
    guard let shortfall = row.shortfall, let actual = row.actual else { return }
    explanation.add(
      "shortfall", Name(zh: "增速差", en: "growth shortfall"),
      Name(zh: "公布增速 － 目标增速", en: "published growth - target growth"),
      "\(number(actual)) - \(number(row.target.value))", shortfall,
      text: Name(zh: row.shortfallText(.zh) ?? "", en: row.shortfallText(.en) ?? ""))
  }

  private mutating func addYear() {
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

  private mutating func addConclusions() {
    explanation.conclude(Name(zh: "状态", en: "status"), row.word, reason)
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
