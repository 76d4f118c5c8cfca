import Domain
import Figures

/// Writes out how a target is measured.
struct TargetExplainer {
  let row: TargetProgress
  let board: Board
  var explanation: Explanation

  var dataset: Dataset { board.dataset }

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

  func number(_ value: Double) -> String { Explanation.number(value) }

  func amount(_ value: Double?) -> Name? {
    value.map { value in
      Name(
        zh: dataset.computedLabel(value, unit: row.target.unit, of: row.indicator.id, .zh),
        en: dataset.computedLabel(value, unit: row.target.unit, of: row.indicator.id, .en))
    }
  }

  func percent(_ value: Double?) -> Name? { value.map { Name(both: Decimal.percent($0, digits: 2)) } }

  // MARK: Inputs and base

  private mutating func addInputs() {
    explanation.add(row.target, as: Name(zh: "目标", en: "target"), dataset)
    if let places = board.confirmation(of: row.target) {
      explanation.inputs.append(
        Explanation.Input(
          name: Name(zh: "证实征求意见稿的数", en: "the draft's number confirmed"),
          text: Name(zh: dataset.exactLabel(row.target, .zh), en: dataset.exactLabel(row.target, .en)),
          value: nil,
          figure: nil, citations: places))
    }
    for figure in row.target.kind == .cumulative ? row.history : [row.observation].compactMap(\.self) {
      if let derivation = figure.derivation {
        addActual(figure, derivation)
      } else {
        explanation.add(figure, as: Name(zh: "实际", en: "actual"), dataset)
      }
    }
    for figure in row.base?.statements ?? [] {
      let name =
        figure.kind == .growth
        ? Name(zh: "公布增速", en: "published growth") : Name(zh: "基期依据", en: "figure used for the base")
      explanation.add(figure, as: name, dataset)
    }
  }

  /// Adds the computation of an actual level that no document prints.
  private mutating func addActual(_ figure: Figure, _ derivation: Figure.Derivation) {
    for part in derivation.figures { explanation.add(part, as: Name(zh: "实际", en: "actual"), dataset) }
    let unit = derivation.method == .sum ? row.target.unit : derivation.parts.first?.unit ?? row.target.unit
    func sum(_ figures: [Figure]) -> String {
      let text = figures.compactMap { dataset.value(of: $0, in: unit) }.map(number).joined(separator: " + ")
      return figures.count > 1 ? "(\(text))" : text
    }
    let name = Name(
      zh: "实际\(figure.period.label(.zh))（推算）", en: "actual \(figure.period.label(.en)), computed")
    let formula: Name
    let expression: String
    switch derivation.method {
    case .sum:
      formula = Name(zh: "各部分之和", en: "sum of the parts")
      expression = sum(derivation.parts)
    case .share:
      formula = Name(zh: "100 × 定义所列产业之和 ÷ 总量", en: "100 * sum of the clusters of the definition / total")
      expression = "100 * \(sum(derivation.parts)) / \(sum(derivation.whole))"
    case .count:
      let limit = row.target.definition?.over.map(number) ?? ""
      formula = Name(
        zh: "定义所列产业中高于\(limit)的个数，高者计1", en: "clusters of the definition above \(limit), 1 for each")
      let over = row.target.definition?.over ?? 0
      expression = derivation.parts.map { $0.value > over ? "1" : "0" }.joined(separator: " + ")
    }
    explanation.add("actual", name, formula, expression, figure.value, text: amount(figure.value))
  }

  private mutating func addBase() {
    guard let base = row.base else { return }
    for whole in base.whole {
      for part in whole.parts { addComputed(part.base, dataset.name(of: part.subject)) }
    }
    for part in base.parts where base.whole.isEmpty { addComputed(part.base, dataset.name(of: part.subject)) }
    let name = Name(zh: "基期\(base.period.label(.zh))", en: "base \(base.period.label(.en))")
    switch base.method {
    case .growth: addComputed(base, Name(both: ""))
    case .sum:
      explanation.add(
        "base", name, Name(zh: "各部分之和", en: "sum of the parts"),
        base.parts.map { number($0.base.value) }.joined(separator: " + "), base.value,
        text: amount(base.value))
    case .share:
      let whole = base.whole.flatMap { $0.parts.isEmpty ? [$0.value] : $0.parts.map(\.base.value) }
      let parts = base.parts.map { number($0.base.value) }.joined(separator: " + ")
      explanation.add(
        "base", name,
        Name(zh: "100 × 定义所列产业之和 ÷ 总量", en: "100 * sum of the clusters of the definition / total"),
        "100 * (\(parts)) / (\(whole.map(number).joined(separator: " + ")))", base.value,
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
    // The year so far counts by months.
    if row.isYearToDate { return "\(now.month) / 12" }
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
}
