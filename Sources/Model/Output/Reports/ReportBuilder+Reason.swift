import Domain
import Figures

extension ReportBuilder {
  /// Returns the state of a target in words, with its figures.
  func reason(_ row: TargetProgress) -> String {
    guard let observation = row.observation else {
      let why = text(row.obstacle?.name ?? Status.noData.name)
      return text(
        "目标\(goal(row))，\(why)，无法判断进度。", "target \(goal(row)); \(why), so it cannot be measured.")
    }
    let actual = mark(row.actualText(in: dataset, language) ?? "-", observation)
    var parts = [
      text(
        "\(observation.period.label(.zh))实际\(actual)，目标\(goal(row))",
        "\(actual) in \(observation.period.label(.en)) against \(goal(row))")
    ]
    switch row.status {
    case .reached, .basicallyReached, .notReached, .keptInPart: parts += verdict(row)
    case .noDataSinceBase:
      let isOlder = row.base.map { observation.period.end < $0.period.end } ?? false
      parts.append(
        isOlder
          ? text("早于基期，基期后无新数据", "the figure is older than the base; no data since")
          : text("为基期数，基期后无新数据", "the figure is the base itself; no data since"))
    default: parts += pathParts(row)
    }
    if !row.status.isUnknown { parts += rateParts(row) }
    if let light = row.yearLight, !row.isYearToDate { parts.append(words(light)) }
    if row.isUnreported { parts.append(unreported(row)) }
    if let partial = row.partial {
      parts.append(
        text(
          "另有\(partial.period.label(.zh))\(dataset.label(partial, .zh))，时期长度不同，不作比较",
          "\(dataset.label(partial, .en)) in \(partial.period.label(.en)) covers another length of time and is not compared"
        ))
    }
    if let floor = floor(row) { parts.append(floor) }
    return parts.joined(separator: text("；", "; ")) + text("。", ".")
  }

  /// Returns the lower bound of a later year's whole, from the sum of a part of that year; nil without one.
  private func floor(_ row: TargetProgress) -> String? {
    guard let floor = row.floor else { return nil }
    let text = Decimal.fixed(floor.scheduleRatio, digits: 2)
    return self.text(
      "\(floor.year)年全年不会低于此数，序时进度完成至少\(text)",
      "the whole of \(floor.year) cannot be below it: a schedule ratio of at least \(text)")
  }

  /// Returns a target such as `400亿元（工业强城2025年）`.
  func goal(_ row: TargetProgress) -> String {
    let value = mark(dataset.label(row.target, language), row.target)
    let when = row.target.period.label(language)
    return text("\(value)（\(row.planName.zh)\(when)）", "\(value) (\(row.planName.en), \(when))")
  }

  /// Returns the result of the final figure, or of an earlier one that reaches the target.
  private func verdict(_ row: TargetProgress) -> [String] {
    var word = text(row.word)
    if let remark = row.remark(language) { word += text("（\(remark)）", " (\(remark))") }
    let attainment = row.attainmentText(language).map { text("完成率\($0)", "attainment \($0)") }
    return [word, row.shortfallText(language) ?? attainment].compactMap(\.self)
  }

  /// Returns the expected level, ratio and lag on the path from the base.
  private func pathParts(_ row: TargetProgress) -> [String] {
    guard let measure = row.measure, let expected = expected(row), let ratio = measure.scheduleRatio else {
      return row.obstacle.map { [text($0.name)] } ?? [text(row.word)]
    }
    var parts = [
      text(
        "\(start(row))应达\(expected)，序时进度完成\(Decimal.fixed(ratio, digits: 2))，\(delay(row))",
        "\(start(row))\(expected) was expected; schedule ratio \(Decimal.fixed(ratio, digits: 2)), \(delay(row))"
      )
    ]
    if measure.isMethodSensitive {
      parts.append(text("换用其他方法，灯色不同", "another common method results in another light"))
    }
    return parts
  }

  /// Returns the level at the start of the path: `自2020年的109.43亿元起，`.
  private func start(_ row: TargetProgress) -> String {
    // Everybody knows that a year begins at zero.
    guard let base = row.base, !row.isYearToDate else { return "" }
    let value = dataset.label(
      base.value, unit: row.target.unit, of: row.indicator.id, language, digits: base.isComputed ? 2 : 4)
    let when = row.baseText(language) ?? ""
    return text("自基期\(value)（\(when)）起，", "from a base of \(value) (\(when)), ")
  }

  /// Returns the growth or change needed per year after the figure; for a target that is due, the one that was needed.
  private func need(_ row: TargetProgress) -> String? {
    guard let years = row.yearsLeft, years > 0 else { return nil }
    let span = Decimal.text(years, digits: 1)
    let rate: String
    if let growth = row.requiredGrowth {
      let way = growth < 0 ? text("下降", "fall by ") : text("增长", "grow by ")
      rate = way + Decimal.percent(abs(growth))
    } else if let change = row.requiredChange {
      let way = change < 0 ? text("减少", "fall by ") : text("增加", "rise by ")
      rate = way + dataset.changeLabel(abs(change), unit: row.target.unit, of: row.indicator.id, language)
    } else {
      return nil
    }
    return row.isDue
      ? text("其后\(span)年需年均\(rate)", "it had to \(rate) a year over the \(span) years that followed")
      : text("后\(span)年需年均\(rate)", "it has to \(rate) a year over the \(span) years left")
  }

  private func unreported(_ row: TargetProgress) -> String {
    let end = row.target.period.label(language)
    return text("目标年（\(end)）已过、数据未公布", "past due in \(end), result unpublished")
  }

  /// Returns the year's status beside that of the plan.
  private func words(_ light: YearLight) -> String {
    let ratio = Decimal.fixed(light.ratio, digits: 2)
    let period = light.actual.period.label(language)
    return text(
      "本年任务\(dataset.label(light.target, .zh))，\(period)\(dataset.label(light.actual, .zh))，序时进度完成\(ratio)，\(text(light.status.name))",
      "task of the year \(dataset.label(light.target, .en)), \(dataset.label(light.actual, .en)) in \(period), schedule ratio \(ratio), \(text(light.status.name))"
    )
  }

  private func rateParts(_ row: TargetProgress) -> [String] {
    guard row.status != .reached else { return [] }
    var parts = [need(row)].compactMap(\.self)
    if let observed = observed(row) { parts.append(observed) }
    if let projection = row.projection, projection != .tooFewFigures {
      parts.append(
        text("照此速度：\(projection.text.zh)", "at that rate: \(projection.text.en)"))
    }
    return parts
  }

  /// Returns a rate such as `2020年以来年均增长14.9%`; nil without a base or measure.
  private func observed(_ row: TargetProgress) -> String? {
    guard let measure = row.measure, let base = row.base else { return nil }
    let since = base.day.year
    if let growth = measure.observedGrowth {
      let rate = Decimal.percent(abs(growth))
      return growth < 0
        ? text("\(since)年以来年均下降\(rate)", "since \(since) it has fallen by \(rate) a year")
        : text("\(since)年以来年均增长\(rate)", "since \(since) it has grown by \(rate) a year")
    }
    guard let change = measure.observedChange else { return nil }
    let amount = dataset.changeLabel(abs(change), unit: row.target.unit, of: row.indicator.id, language)
    return change < 0
      ? text("\(since)年以来年均减少\(amount)", "since \(since) it has fallen by \(amount) a year")
      : text("\(since)年以来年均增加\(amount)", "since \(since) it has risen by \(amount) a year")
  }
}
