import Domain

// The wording of targets, the same on the screen, in lists and in reports.

extension TargetProgress {
  /// Returns the lag on its path: `滞后8个月`, `2 months ahead`; nil once it is reached or if no path is measured.
  ///
  /// - Parameters:
  ///   - language: the language of the text.
  ///   - digits: the maximum number of decimals; nil rounds to whole months, and to one decimal below one
  ///     month.
  package func lagText(_ language: Language, digits: Int? = nil) -> String? {
    guard status != .reached, status != .improved, let lag = measure?.lagMonths else { return nil }
    let size = abs(lag)
    let text = Decimal.text(size, digits: digits ?? (size < 0.95 ? 1 : 0))
    let isLate = lag > 0
    guard language == .en else { return text == "0" ? "按序时" : (isLate ? "滞后" : "超前") + "\(text)个月" }
    if text == "0" { return "on time" }
    return "\(text) month\(text == "1" ? "" : "s") \(isLate ? "behind" : "ahead")"
  }

  /// Returns the progress of a target that is late, in the terms of its lag: `12个月只完成3.7个月的进度`, `3.7 months of progress in
  /// 12`. Nil if it is not late or nothing is measured.
  package func paceText(_ language: Language) -> String? {
    guard status != .reached, status != .improved, let measure, let lag = measure.lagMonths, lag >= 0.5 else {
      return nil
    }
    let gone = Decimal.text(measure.monthsGone, digits: 0)
    let earned = measure.monthsGone - lag
    guard earned >= 0 else { return language == .zh ? "\(gone)个月不进反退" : "moved back in \(gone) months" }
    let done = Decimal.text(earned, digits: 1)
    return language == .zh
      ? "\(gone)个月只完成\(done)个月的进度" : "\(done) month\(done == "1" ? "" : "s") of progress in \(gone)"
  }

  /// Returns the years after the newest figure without a published result, of a target that is past due: `2023—2025年`; nil
  /// for all others.
  package func unpublishedYears(_ language: Language) -> String? {
    guard isUnreported, let observation else { return nil }
    let (first, last) = (observation.period.end.year + 1, target.period.end.year)
    guard first <= last else { return nil }
    let years = first == last ? "\(first)" : language == .zh ? "\(first)—\(last)" : "\(first) to \(last)"
    return language == .zh ? "\(years)年" : years
  }

  /// Returns attainment for display; nil without a figure. Where lower is better, it is the distance from the target,
  /// because an attainment of 140 % would look like success: `36.1%`, `高出目标40%`, `40% above target`.
  package func attainmentText(_ language: Language) -> String? {
    guard let attainment else { return nil }
    guard indicator.better == .lower else { return Decimal.percent(attainment) }
    let distance = Decimal.percent(abs(attainment - 1), digits: 0)
    switch language {
    case .zh: return (attainment > 1 ? "高出目标" : "低于目标") + distance
    case .en: return distance + (attainment > 1 ? " above target" : " below target")
    }
  }

  /// Returns the percentage points by which a growth target was missed or exceeded: `差0.2个百分点`, `0.2 points short`; nil
  /// for other targets.
  package func shortfallText(_ language: Language) -> String? {
    guard let shortfall else { return nil }
    let size = Decimal.text(abs(shortfall))
    switch (language, shortfall < 0) {
    case (.zh, true): return "差\(size)个百分点"
    case (.zh, false): return "超\(size)个百分点"
    case (.en, true): return "\(size) points short"
    case (.en, false): return "\(size) points above"
    }
  }

  /// Returns a remark on a target that asked for no more than its base; nil for all others.
  package func remark(_ language: Language) -> String? {
    guard asksForNothing else { return nil }
    if let base, base.value != target.value, base.isComputed,
      (target.value > base.value) == (indicator.better == .higher)
    {
      return language == .zh ? "目标与基期相差不足0.1%" : "the target is within 0.1% of its base"
    }
    return language == .zh ? "目标不高于基期" : "the target asked for no more than the base"
  }

  /// Returns the level compared with the target, with its unit: `144.54亿元`; nil without a figure.
  package func actualText(in dataset: Dataset, _ language: Language) -> String? {
    guard let observation, let actual else { return observation.map { dataset.label($0, language) } }
    guard target.kind == .cumulative, history.count > 1 else { return dataset.label(observation, language) }
    return dataset.label(actual, unit: target.unit, of: indicator.id, language)
  }

  /// The values of its bar, fractions of the way from base to target: `earned` is the filled part, 0...1, `elapsed` the
  /// mark at the time gone. The distance between them is the lag. A reached target fills the bar; nil if nothing is
  /// measured.
  package var onBar: (earned: Double, elapsed: Double?)? {
    if status == .reached { return (1, nil) }
    guard let measure, let earned = measure.earned else { return nil }
    return (min(max(earned, 0), 1), measure.elapsed)
  }

  /// Returns the period and origin of the base: `2021年，各部分推算值之和`; nil without a base.
  package func baseText(_ language: Language) -> String? {
    guard let base else { return nil }
    let when = base.period.label(language)
    let how: Name? =
      switch base.method {
      case .printed: nil
      case .growth:
        Name(zh: "按次年数与公布增速推算", en: "computed from the next year's figure and its published growth")
      case .sum: Name(zh: "各部分推算值之和", en: "sum of the parts")
      case .share: Name(zh: "按定义由各部分推算", en: "computed from the parts, as defined")
      case .earlier:
        Name(zh: "规划基期无数据，取更早的数", en: "no figure for the plan's base year; the newest earlier one")
      case .start: Name(zh: "累计指标从零起算", en: "a sum starts at zero")
      }
    return how.map { language == .zh ? "\(when)，\($0.zh)" : "\(when); \($0.en)" } ?? when
  }
}

extension Projection {
  /// The projection for display: `2030年`, `not within ten years of the target`.
  package var text: Name {
    switch self {
    case .year(let year): Name(zh: "\(year)年", en: "\(year)")
    case .notWithinTenYears: Name(zh: "目标年后十年内不能达到", en: "not within ten years of the target")
    case .tooFewFigures: Name(zh: "数据不足两个间隔，不作推测", en: "fewer than two intervals; not projected")
    }
  }

  /// The projected year; nil if there is none.
  package var year: Int? { if case .year(let year) = self { year } else { nil } }
}
