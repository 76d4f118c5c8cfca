import Canvas
import Domain
import Figures

// The wording of days, ages and due dates, for all panels.

extension PanelContext {
  /// Returns the age of a day: `3天前`, `14个月前`, `2年10个月前`. Only complete units count.
  package func age(since day: Day) -> String {
    let days = now.number - day.number
    guard days >= 1 else { return text("今天", "today") }
    return text("\(span(from: day, to: now))前", "\(span(from: day, to: now)) ago")
  }

  /// The day that ages refer to: today, or the board's day if that is earlier.
  private var now: Day { min(today, board.asOf) }

  /// Returns the age in the largest unit alone: `2年`, `14mo`.
  package func shortAge(since day: Day) -> String {
    let days = max(0, now.number - day.number)
    let months = day.months(until: max(day, now))
    if days < 60 { return text("\(days)天", "\(days)d") }
    return months < 24 ? text("\(months)个月", "\(months)mo") : text("\(months / 12)年", "\(months / 12)y")
  }

  /// Returns the time between two days in suitable units: days below 60 days, months below two years, then years and
  /// months.
  package func span(from day: Day, to later: Day) -> String {
    let days = max(0, later.number - day.number)
    let months = day.months(until: later)
    if days < 60 { return text("\(days)天", days == 1 ? "1 day" : "\(days) days") }
    if months < 24 { return text("\(months)个月", months == 1 ? "1 month" : "\(months) months") }
    let (years, rest) = (months / 12, months % 12)
    return rest == 0
      ? text("\(years)年", "\(years) years") : text("\(years)年\(rest)个月", "\(years) y \(rest) mo")
  }

  /// Returns the date of a document as printed. A year or month is followed by a note that it counts as its end.
  package func date(of source: Source) -> String {
    switch source.date.precision {
    case .year: text("\(source.date.text)（按年末计）", "\(source.date.text), treated as the last day")
    case .month: text("\(source.date.text)（按月末计）", "\(source.date.text), treated as the last day")
    default: source.date.text
    }
  }

  /// Returns the end of the period of a figure, as short as possible: `2022年`, `2024年9月`.
  package func time(of figure: Figure) -> String {
    let end = figure.period.end
    guard end != .last(ofYear: end.year) else { return text("\(end.year)年", "\(end.year)") }
    let month = end.month < 10 ? "0\(end.month)" : "\(end.month)"
    return text("\(end.year)年\(end.month)月", "\(end.year)-\(month)")
  }

  /// Returns that a target is past due without a figure for its end: `◷ 2025年目标年已过、数据未公布`; nil otherwise.
  package func dueText(of row: TargetProgress) -> String? {
    guard row.isUnreported else { return nil }
    let when = time(of: row.target)
    return "\(glyphs.statuses[.stale] ?? "") "
      + text("\(when)目标年已过、数据未公布", "past due in \(when), result unpublished")
  }

  /// Returns the change per year that a target requires after its newest figure: `40.4%`, `3.2个百分点`; nil once it is
  /// reached.
  package func rate(of row: TargetProgress) -> String? {
    row.requiredGrowth.map { Decimal.percent($0) }
      ?? row.requiredChange.map {
        typed(dataset.changeLabel($0, unit: row.target.unit, of: row.indicator.id, language))
      }
  }

  /// Returns the same in words: `2022年—2025年需年均增长40.4%`; in English in the past tense if the target is due.
  func need(of row: TargetProgress) -> String? {
    guard let rate = rate(of: row), let observation = row.observation else { return nil }
    let (from, to) = (time(of: observation), time(of: row.target))
    let (zh, en) = row.requiredGrowth == nil ? ("变化", "change of") : ("增长", "growth of")
    return row.isDue
      ? text("\(from)—\(to)需年均\(zh)\(rate)", "needed a yearly \(en) \(rate) from \(from) to \(to)")
      : text("\(from)—\(to)需年均\(zh)\(rate)", "needs a yearly \(en) \(rate) from \(from) to \(to)")
  }

  /// Returns the wording of an expectation whose date has passed: `超期未完成（无报道）`, `到期无新资料`; nil for nil.
  package func text(_ lateness: Lateness?) -> String? {
    lateness.map { text($0.name) }
  }
}

extension Lateness {
  /// The colour of the age.
  package var role: Role {
    switch self {
    case .overdue: .behind
    case .unreported: .stale
    }
  }

  var glyph: Glyphs.StatusGlyph {
    switch self {
    case .overdue: .behind
    case .unreported: .stale
    }
  }
}
