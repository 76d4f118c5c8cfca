import Domain

extension TableShaper {
  /// Returns a mapping for each column of values, or the only one of a table with one statement a line.
  ///
  /// - Throws: a fault for a column whose unit or period is contradictory or missing.
  func parts(_ columns: inout [ShapedColumn], _ labels: LineLabels) throws(CellFault) -> [ImportMapping] {
    if reader.isOfProjects {
      try setPeriods(&columns)
      return [mapping(columns.map(\.column))]
    }
    let fields = Set(columns.compactMap(\.column.field))
    if fields.contains(.value) {
      var mapping = mapping(columns.map(\.column))
      mapping.titleUnits = preamble.units
      return [constant(mapping, fields)]
    }
    return try valueParts(&columns, labels, fields)
  }

  /// Adds what the options say about all rows, where no column says it.
  private func constant(_ mapping: ImportMapping, _ fields: Set<ImportField>) -> ImportMapping {
    var mapping = mapping
    func set(_ field: ImportField, _ text: String?) {
      if !fields.contains(field), let text { mapping.constants[field] = text }
    }
    set(.indicator, preamble.namedIndicator(reader, corner: ""))
    set(.period, preamble.base?.text)
    set(.scope, preamble.scope)
    if options.plan != nil { set(.plan, preamble.plan) }
    return mapping
  }

  // MARK: Projects

  /// Gives the columns of figures their period and unit.
  private func setPeriods(_ columns: inout [ShapedColumn]) throws(CellFault) {
    var seen: [ImportField: Int] = [:]
    let months = lastMonths(columns)
    for number in columns.indices {
      guard case .figure(let id, let chosen)? = columns[number].column.field,
        let indicator = reader.dataset.indicators[id]
      else { continue }
      let reading = columns[number].reading
      var period = chosen
      if chosen == nil, indicator.cadence != .once || reading.hint != nil {
        period = try self.period(of: reading, indicator, columns[number].column, months)
        if indicator.measure == .stock, reading.hint?.isSinceJanuary == true, let end = period?.end {
          throw TableShaper.levelOfMonths(columns[number].column, indicator, end)
        }
      } else if chosen == nil, let year = preamble.base?.year {
        period = Period(year: year)
      }
      columns[number].column.field = .figure(id, period)
      if let first = seen[.figure(id, period)] {
        throw TableShaper.twice(columns[first].column, columns[number].column, .figure(id, period))
      }
      seen[.figure(id, period)] = number
      try setTitleUnit(&columns[number].column, dimension: indicator.unit)
      columns[number].column.remark = period.map {
        figureName(indicator, $0, indicator.usualKind(in: $0), columns[number].column)
      }
    }
  }

  /// Returns the last month that the heads of a table of a year print: June of 5月 and 1-6月; nil without one.
  private func lastMonths(_ columns: [ShapedColumn]) -> ClosedRange<Int>? {
    guard preamble.base?.months == nil else { return nil }
    let last = columns.compactMap { column -> Int? in
      guard case .figure? = column.column.field, let hint = column.reading.hint,
        hint.year == nil || hint.year == preamble.base?.year
      else { return nil }
      return hint.months?.upperBound
    }.max()
    return last.map { $0...$0 }
  }

  /// Whether a level of the year of the title would be of a time after its document.
  private func isToCome(_ period: Period) -> Bool {
    let source = options.source.flatMap { try? reader.index.one("sources", $0) }
    return source.flatMap { reader.dataset.sources[$0]?.knownOn }.map { period.end > $0 } ?? false
  }

  /// The fault of a sum since January whose indicator is a level at one time.
  private static func levelOfMonths(_ column: ImportMapping.Column, _ indicator: Indicator, _ end: Day)
    -> CellFault
  {
    let month = PeriodHint(year: end.year, months: end.month...end.month).text ?? ""
    let option = ShellWord.quoted(OptionList.pair(column.head, "\(indicator.id)@\(month)"))
    return CellFault(
      zh:
        "\(column.place)“\(column.head)”：是一月以来之和，而“\(indicator.name.zh)”是时点数；期末数用 --map \(option) 指定，不用的列写 -",
      en:
        "\(column.place) '\(column.head)': a sum since January, but \(indicator.id) is a level; give the month of a level with --map \(option), - for a column that is not used",
      answers: [
        .field(head: column.head, "\(indicator.id)@\(month)"), .field(head: column.head, "-"),
      ], place: column.place)
  }

  private func figureName(
    _ indicator: Indicator, _ period: Period?, _ kind: Figure.Kind?, _ column: ImportMapping.Column
  ) -> Name {
    let own = reader.dataset.unitName(indicator.unit)
    let isConverted =
      !column.unit.isEmpty && column.unit != indicator.unit && kind != .growth && kind != .share
    func text(_ language: Language, _ word: String) -> String {
      let unit =
        isConverted
        ? "\(column.unit) → \(own[language])"
        : kind == .growth || kind == .share ? column.unit : own[language]
      let parts = [
        "\(word) \(indicator.name[language])", period?.label(language) ?? "",
        kind.flatMap { $0 == .actual ? nil : $0.name[language] } ?? "",
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", ")
        + (unit.isEmpty ? "" : ", \(unit)")
    }
    return Name(zh: text(.zh, "指标"), en: text(.en, "figure"))
  }

  /// Returns the period of a column: that of its head, completed by the title or `--period`.
  ///
  /// - Parameters:
  ///   - months: the month of a monthly level of projects where the title prints a year alone.
  ///   - near: the months of the column before, which the words for a month or a sum take where the title prints none.
  private func period(
    of reading: HeadReading, _ indicator: Indicator?, _ column: ImportMapping.Column,
    _ months: ClosedRange<Int>? = nil, near: ClosedRange<Int>? = nil
  ) throws(CellFault) -> Period? {
    let base = preamble.base
    var hint = reading.hint?.completed(by: base) ?? base
    if reading.isYearBefore, let year = hint?.year { hint?.year = year - 1 }
    if reading.hint != nil {
      hint = try narrowed(hint, reading, near)
    } else {
      switch reading.span {
      case .year: hint = base.map { PeriodHint(year: $0.year) }
      case .month:
        hint?.months = (base?.months ?? near).map { $0.upperBound...$0.upperBound }
      case .sinceJanuary:
        hint?.months = (base?.months ?? near).map { 1...$0.upperBound }
      case .thisYear:
        guard base?.months == nil || reading.kind == .target else { throw TableShaper.yearOrPart(column) }
        hint = base.map { PeriodHint(year: $0.year) }
      default:
        if reading.isYearBefore || reading.isSamePeriod, base?.months != nil { hint = nil }
        // What is planned for a year is not a figure of the month of the table.
        if indicator?.cadence == .year, reader.isOfProjects {
          hint = base.map { PeriodHint(year: $0.year, lastYear: $0.lastYear) }
        }
        if reader.isOfProjects, indicator?.cadence == .month, hint != nil {
          if let own = hint?.months { hint?.months = own.upperBound...own.upperBound }
          if hint?.months == nil, let months { hint?.months = months }
          if hint?.months == nil, let year = hint?.period, isToCome(year) { hint = nil }
        }
      }
      let isMonthly =
        reading.span == .month || (reader.isOfProjects && indicator?.isOfMonth(reader.words) == true)
      if isMonthly || reading.span == .sinceJanuary, hint?.months == nil { hint = nil }
    }
    if let period = hint?.period { return period }
    throw CellFault(
      zh: "\(column.place)“\(column.head)”：没有期间；表头、标题都没写，用 --period 2024-05 指定",
      en:
        "\(column.place) '\(column.head)': no period in head or title; give it with --period 2024-05",
      answers: [.need(.period)], place: column.place)
  }

  /// Returns the period that a head prints, as its other words narrow it: 本月 of 1-5月 is May, 5月累计 January to May, and
  /// 本月 of 2024年 the month of the table.
  private func narrowed(_ hint: PeriodHint?, _ reading: HeadReading, _ near: ClosedRange<Int>?)
    throws(CellFault) -> PeriodHint?
  {
    guard var hint, hint.lastYear == nil else { return hint }
    // 2024年 and 2023年 below a title of 2024年1-5月 are these months of each year.
    if reading.span == nil, hint.months == nil, reading.kind != .target, let year = hint.year,
      bareYears.contains(year), let months = preamble.base?.months, months.lowerBound == 1
    {
      hint.months = months
      return hint
    }
    guard reading.span == .month || reading.span == .sinceJanuary else { return hint }
    let isMonth = reading.span == .month
    if let own = hint.months {
      if isMonth {
        hint.months = own.upperBound...own.upperBound
      } else if own.count == 1 {
        hint.months = 1...own.upperBound
      }
    } else if hint.year == preamble.base?.year || comparedYears.contains(hint.year ?? 0) {
      hint.months = (preamble.base?.months ?? near).map { (isMonth ? $0.upperBound : 1)...$0.upperBound }
    }
    return hint
  }

  /// The fault of 本年 in a table of months.
  private static func yearOrPart(_ column: ImportMapping.Column) -> CellFault {
    let option = ShellWord.quoted(OptionList.pair(column.head, "-"))
    return CellFault(
      zh: "\(column.place)“\(column.head)”：是全年还是一月以来？表头写“全年”或“累计”，不录入该列用 --map \(option)",
      en:
        "\(column.place) '\(column.head)': the whole year, or since January? Write 全年 or 累计 into the head, or leave the column out with --map \(option)"
    )
  }

  // MARK: Units

  /// Gives a column the unit of the title that is of the indicator's dimension; a clash is refused.
  private func setTitleUnit(_ column: inout ImportMapping.Column, dimension unit: String) throws(CellFault) {
    guard let own = reader.dataset.units[unit] else { return }
    let title = preamble.units.first { reader.units.canConvert($0, to: own) }
    guard let title else { return }
    guard !column.unit.isEmpty else {
      column.unit = title
      return
    }
    if reader.units.canConvert(column.unit, to: own), !reader.units.isSame(column.unit, title),
      !options.measured.contains(where: { TableShaper.isSame($0.head, column) })
    {
      let option = ShellWord.quoted(OptionList.pair(column.head, column.unit))
      throw CellFault(
        zh:
          "\(column.place)“\(column.head)”：表头的单位是\(column.unit)，标题是\(title)；用 --unit \(option) 指定",
        en:
          "\(column.place) '\(column.head)': the unit of the head is \(column.unit), that of the title \(title); confirm with --unit \(option)",
        answers: [.unit(head: column.head, column.unit)], place: column.place)
    }
  }

  // MARK: Wide tables

  private func valueParts(
    _ columns: inout [ShapedColumn], _ labels: LineLabels, _ fields: Set<ImportField>
  ) throws(CellFault) -> [ImportMapping] {
    let corner =
      columns.first { [.subject, .indicator, .period].contains($0.column.field) }?.column.head ?? ""
    var parts: [ImportMapping] = []
    var before: Level?
    var all: [Level] = []
    /// The levels since the last rate.
    var levels: [Level] = []
    let keys = columns.map(\.column)
    let common = fields.contains(.indicator) ? nil : preamble.namedIndicator(reader, corner: corner)
    let years = columns.compactMap { $0.reading.hint.map { $0.completed(by: preamble.base) } }.compactMap(
      \.year)
    for number in columns.indices
    where columns[number].column.field == nil && columns[number].reading.isOfValues {
      var reading = columns[number].reading
      guard hasNumbers(columns[number].column, labels) else { continue }
      let ownIndicator = reading.indicator
      // A rate without a name of its own is that of the column before.
      if reading.kind == .growth || reading.kind == .share, let last = before {
        // Beside 2023 and 2022 the rate is that of 2023.
        let level = latest(levels.isEmpty ? [last] : levels)
        let before = level.reading
        levels = []
        if reading.indicator == nil { reading.indicator = before.indicator }
        if reading.hint == nil, reading.span == nil, !reading.isYearBefore {
          (reading.hint, reading.span) = (before.hint, before.span)
          reading.period = level.period
        }
        if reading.kind == .growth, before.kind == .cumulative, ownIndicator == nil,
          columns[number].reading.span == nil
        {
          reading.span = .sinceJanuary
        }
        if reading.subject == nil { reading.subject = before.subject }
      } else if reading.kind == .cumulative, reading.span != .planYears {
        reading.span = .sinceJanuary
      }
      // 5月产值 | 累计: the sum is that of the column before.
      if reading.kind == .cumulative, reading.indicator == nil, common == nil, !fields.contains(.indicator),
        let last = before?.reading, reading.unit.isEmpty || reading.unit == last.unit
      {
        reading.indicator = last.indicator
      }
      let isLevel = reading.kind != .growth && reading.kind != .share
      if reading.isSamePeriod { reading.period = samePeriod(reading, after: all) }
      let indicator = (reading.indicator ?? common).flatMap { reader.dataset.indicators[$0] }
      var column = columns[number].column
      var part = mapping([])
      if let indicator, !fields.contains(.indicator) { part.constants[.indicator] = indicator.id }
      if let subject = reading.subject { part.constants[.subject] = subject.text }
      let kind = try describe(
        &part, reading, indicator, &column, years, near: all.last?.period.flatMap { PeriodHint($0)?.months },
        hasPeriods: fields.contains(.period))
      if isLevel || before == nil {
        let level = Level(reading: reading, period: part.constants[.period].flatMap { Period($0) })
        before = level
        if isLevel {
          levels.append(level)
          all.append(level)
        }
      }
      if fields.contains(.indicator), kind != .growth, kind != .share { part.titleUnits = preamble.units }
      if let scope = preamble.scope { part.constants[.scope] = scope }
      column.remark = remark(part, indicator, kind, column)
      columns[number].column.remark = column.remark
      columns[number].column.unit = column.unit
      column.field = .value
      let own = keys.filter { $0.field != .unit || kind != .growth && kind != .share }
      part.columns = own.filter { $0.field != nil && part.constants[$0.field ?? .value] == nil } + [column]
      part.hasLargeShares = hasLargeShares(column, labels)
      parts.append(part)
    }
    guard !parts.isEmpty else { return [constant(mapping(keys), fields)] }
    return parts
  }

  /// A column of levels with its period; nil where the rows have it.
  private struct Level {
    var reading: HeadReading
    var period: Period?
  }

  /// Returns the level whose period ends last; of several, the one nearest to the rate.
  private func latest(_ levels: [Level]) -> Level {
    let last = levels[levels.count - 1]
    let own = levels.filter {
      $0.reading.indicator == last.reading.indicator && $0.reading.subject == last.reading.subject
    }
    return own.reduce(last) { best, level in
      guard let a = best.period?.end, let b = level.period?.end else { return best }
      return b >= a ? level : best
    }
  }

  /// Returns the months of the column before in the year of 2023年同期 or the year before, else those of the title.
  private func samePeriod(_ reading: HeadReading, after levels: [Level]) -> Period? {
    let own = levels.last {
      !$0.reading.isYearBefore && !$0.reading.isSamePeriod && $0.reading.subject == reading.subject
    }
    guard var hint = own.map({ $0.period.flatMap { PeriodHint($0) } }) ?? preamble.base,
      own != nil || hint.months != nil, let year = hint.year, hint.lastYear == nil
    else { return nil }
    hint.year = reading.hint?.year ?? year - 1
    return hint.period
  }

  /// Returns the years that heads print alone, up to that of the title where it is among them.
  func bareYears(_ columns: [ShapedColumn]) -> Set<Int> {
    guard !reader.isOfProjects, let own = preamble.base?.year else { return [] }
    let years = columns.compactMap { column -> Int? in
      guard let hint = column.reading.hint, hint.months == nil, hint.lastYear == nil,
        column.reading.span == nil, column.reading.kind == nil || column.reading.kind == .actual
      else { return nil }
      return hint.year
    }
    return years.contains(own) ? Set(years.filter { $0 <= own }) : []
  }

  /// Returns the years beside that of the title whose months are those of the title: 2023年 above 累计 where 2024年 has one too.
  func comparedYears(_ columns: [ShapedColumn]) -> Set<Int> {
    let years = columns.compactMap { column -> Int? in
      let reading = column.reading
      guard let hint = reading.hint, hint.months == nil, hint.lastYear == nil,
        reading.span == .month || reading.span == .sinceJanuary
          || reading.span == nil && reading.kind == .cumulative
      else { return nil }
      return hint.year
    }
    return preamble.base?.year.map(years.contains) == true ? Set(years) : []
  }

  private func remark(
    _ part: ImportMapping, _ indicator: Indicator?, _ kind: Figure.Kind, _ column: ImportMapping.Column
  ) -> Name {
    let period = part.constants[.period].flatMap { Period($0) }
    if let indicator { return figureName(indicator, period, kind, column) }
    let unit = column.unit.isEmpty ? "" : ", \(column.unit)"
    return Name(
      zh: ["数值", period?.label(.zh) ?? "", kind.name.zh].filter { !$0.isEmpty }.joined(separator: "，") + unit,
      en: ["value", period?.label(.en) ?? "", kind.name.en].filter { !$0.isEmpty }.joined(separator: ", ")
        + unit)
  }

  /// Gives a column of values its period, kind, plan and unit.
  private func describe(
    _ part: inout ImportMapping, _ reading: HeadReading, _ indicator: Indicator?,
    _ column: inout ImportMapping.Column, _ years: [Int], near: ClosedRange<Int>?, hasPeriods: Bool
  ) throws(CellFault) -> Figure.Kind {
    let plan = preamble.plan.flatMap { reader.dataset.plans[$0] }
    var kind = reading.kind ?? .actual
    var period: Period?
    if reading.span == .planYears, !hasPeriods {
      guard let plan else {
        throw CellFault(
          zh: "\(column.place)“\(column.head)”：是哪个规划的年份？用 --plan 指定",
          en: "\(column.place) '\(column.head)': the years of which plan? Give it with --plan",
          answers: [.need(.plan)], place: column.place)
      }
      period = Period("\(plan.start.year)/\(plan.end.year)")
    } else if reading.span == .annual, let plan {
      let first = years.min().map { $0 + 1 } ?? plan.start.year
      period = Period("\(first)/\(years.max() ?? plan.end.year)")
    } else if let own = reading.period {
      period = own
    } else if !hasPeriods || reading.hint != nil {
      period = try self.period(of: reading, indicator, column, near: near)
    } else {
      part.isSinceJanuary = reading.span == .sinceJanuary
    }
    if let period { part.constants[.period] = period.text }
    if let plan, let period,
      kind == .target || kind == .growth && reading.span == .annual || isTarget(period, plan)
    {
      if kind == .actual, reading.kind == nil { kind = .target }
      if kind != .actual { part.constants[.plan] = plan.id }
    }
    if reading.isGoal {
      guard let plan else {
        throw CellFault(
          zh: "\(column.place)“\(column.head)”：增速的目标属于哪个规划？用 --plan 指定，不录入该列用 --map '列名=-'",
          en:
            "\(column.place) '\(column.head)': the target of a rate is of which plan? Give it with --plan, or leave the column out with --map 'column=-'"
        )
      }
      part.constants[.plan] = plan.id
    }
    // A level at one time is not a sum, whatever the head calls it.
    if kind == .cumulative, reading.span != .planYears, indicator?.measure == .stock { kind = .actual }
    if kind == .cumulative, period.map({ $0.days <= 31 }) ?? false { kind = .actual }
    if kind == .growth || kind == .share {
      if column.unit.isEmpty {
        column.unit = "%"
        part.assumesPercent = true
      }
    } else if let indicator {
      try setTitleUnit(&column, dimension: indicator.unit)
    }
    if kind == .actual, reading.kind == nil, let indicator, let period {
      kind = indicator.usualKind(in: period)
    }
    // What was 完成 in months from January on is their sum, as without the word.
    if kind != .actual { part.constants[.kind] = kind.rawValue }
    return kind
  }

  /// Whether a year of a plan was to come when the plan was made.
  private func isTarget(_ period: Period, _ plan: Plan) -> Bool {
    let known = reader.dataset.sources[plan.source]?.knownOn ?? plan.start
    let source = options.source.flatMap { try? reader.index.one("sources", $0) }
    // The plan's own document may look further ahead than the plan: 2035年远景目标.
    return period.isYear && period.end > known && (period.end <= plan.end || source == plan.source)
      && period.start >= plan.start
  }

  private func hasNumbers(_ column: ImportMapping.Column, _ labels: LineLabels) -> Bool {
    let texts = grid.rows(after: labels.head.upperBound).lazy.filter { labels.labels[$0] == .data }
      .map { grid.text($0, column.position) }.filter { !reader.words.isEmpty($0) }.prefix(200)
    return texts.contains { $0.contains(where: \.isNumber) }
  }

  private func hasLargeShares(_ column: ImportMapping.Column, _ labels: LineLabels) -> Bool {
    guard column.unit == "%" else { return false }
    let sizes = grid.rows(after: labels.head.upperBound).prefix(10_000).compactMap { row -> Double? in
      guard labels.labels[row] == .data, let number = try? NumberText(grid.text(row, column.position)),
        number.unit.isEmpty, let value = Double(number.digits), value != 0
      else { return nil }
      return abs(value)
    }.sorted()
    // One rate of 118 % does not make a column of fractions one of percentages.
    return !sizes.isEmpty && sizes[(sizes.count - 1) / 2] > 1
  }
}

extension Indicator {
  /// Whether it is an amount of one month by its name: 本月完成投资.
  fileprivate func isOfMonth(_ words: OfficeWords) -> Bool {
    words.words(.month).contains { name.zh.hasPrefix($0) }
  }

  /// The kind of a number without another word: a sum since January for several months of a flow, otherwise a level.
  func usualKind(in period: Period) -> Figure.Kind {
    let isSum = measure == .flow && !period.isYear && period.start.month == 1 && period.days > 31
    return isSum ? .cumulative : .actual
  }
}
