extension ReportBuilder {
  /// Where a target stands, in words made of its figures.
  func reason(_ row: TargetProgress) -> String {
    guard let observation = row.observation else {
      let why = text(row.obstacle?.name ?? Status.noData.name)
      return text(
        "目标\(goal(row))，\(why)，无法判断进度。", "target \(goal(row)); \(why), so progress cannot be told.")
    }
    let actual = mark(dataset.label(observation, language), observation)
    var parts = [
      text(
        "\(observation.period.label(.zh))实际\(actual)，目标\(goal(row))，\(attainment(row))",
        "\(actual) in \(observation.period.label(.en)) against \(goal(row)), \(attainment(row))"
      )
    ]
    switch row.status {
    case .reached: parts.append(text("目标已达到", "the target is reached"))
    case .nothingNew:
      parts.append(text("为基期数，基期后无新数据", "the figure is the baseline itself, nothing newer is known"))
    default: parts += gapParts(row)
    }
    if !row.status.isUnknown { parts += rateParts(row) }
    if let partial = row.partial {
      parts.append(
        text(
          "另有\(partial.period.label(.zh))\(dataset.label(partial, .zh))，时期长度不同，不作比较",
          "\(dataset.label(partial, .en)) in \(partial.period.label(.en)) covers another length of time and is not compared"
        ))
    }
    return parts.joined(separator: text("；", "; ")) + text("。", ".")
  }

  /// `完成率36.1%`; where lower is better, how far from the target it is.
  private func attainment(_ row: TargetProgress) -> String {
    guard let shown = row.shownAttainment(language) else { return text("无法计算完成率", "no attainment") }
    guard row.indicator.better == .lower else { return text("完成率\(shown)", "attainment \(shown)") }
    return text("比目标\(shown)", "\(shown) from the target")
  }

  /// `400亿元（工业强城2025年）`
  func goal(_ row: TargetProgress) -> String {
    let value = mark(dataset.label(row.target, language), row.target)
    let when = row.target.period.label(language)
    return text("\(value)（\(row.plan.short.zh)\(when)）", "\(value) (\(row.plan.short.en), \(when))")
  }

  private func gapParts(_ row: TargetProgress) -> [String] {
    guard let progress = row.progress, let pace = row.pace, let gap = row.gap else {
      return row.obstacle.map { [text($0.name)] } ?? []
    }
    let size = Decimal.fixed(abs(gap), digits: 1)
    let verdict =
      gap < 0
      ? text("落后\(size)个百分点", "\(size) points behind") : text("快于序时\(size)个百分点", "\(size) points ahead")
    return [
      text(
        "\(start(row))进度\(percent(progress))，序时进度\(percent(pace))，\(verdict)",
        "\(start(row))progress \(percent(progress)) against a pace of \(percent(pace)), \(verdict)")
    ]
  }

  /// The level that progress is measured from: `自2020年的109.43亿元起，`.
  private func start(_ row: TargetProgress) -> String {
    guard let baseline = row.baseline else { return "" }
    let value = dataset.label(
      Decimal.text(baseline.value, digits: baseline.isComputed ? 2 : 4), unit: row.target.unit, language)
    let year = baseline.day.year
    return baseline.isComputed
      ? text(
        "自\(year)年的\(value)（按公布增速推算）起，", "from \(value) in \(year) (computed from the published growth), ")
      : text("自\(year)年的\(value)起，", "from \(value) in \(year), ")
  }

  /// What is needed a year from the figure on; of a target that is due, what would have been.
  private func need(_ required: Double, _ years: Double, _ row: TargetProgress) -> String {
    let span = Decimal.text(years, digits: 1)
    let rate = Decimal.percent(abs(required))
    let way = required < 0 ? text("下降", "fall by") : text("增长", "grow by")
    let end = row.target.period.label(language)
    return row.isDue
      ? text(
        "其后\(span)年本须年均\(way)\(rate)；目标\(end)已到期，尚无到期数",
        "it would have had to \(way) \(rate) a year over the \(span) years that followed; the target was due in \(end) and no figure for it is known"
      )
      : text("其后\(span)年须年均\(way)\(rate)", "it must \(way) \(rate) a year over the \(span) years that follow")
  }

  private func rateParts(_ row: TargetProgress) -> [String] {
    var parts: [String] = []
    if let required = row.requiredGrowth, let years = row.yearsLeft, row.status != .reached {
      parts.append(need(required, years, row))
    }
    if let observed = row.observedGrowth, let baseline = row.baseline, row.status != .reached {
      let rate = Decimal.percent(abs(observed))
      var part =
        observed < 0
        ? text(
          "\(baseline.day.year)年以来年均下降\(rate)", "since \(baseline.day.year) it has fallen by \(rate) a year")
        : text(
          "\(baseline.day.year)年以来年均增长\(rate)", "since \(baseline.day.year) it has grown by \(rate) a year")
      if let year = row.projectedYear {
        part += text("，照此速度\(year)年才能达到", ", and at that rate gets there in \(year)")
      }
      parts.append(part)
    }
    return parts
  }
}
