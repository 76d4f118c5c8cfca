import Domain

/// Reads the statements in the rows of a table.
///
/// A class, because its parts are used for every row and are not to be copied.
final class FigureReader {
  let dataset: Dataset
  let index: NameIndex
  let units: UnitText
  let heads: HeadReader
  /// The scope of statements that have no other.
  private let defaultScope: String?
  /// How many days before its end a period may be reported.
  private static let earlyDays = 31
  /// The scopes of each indicator's figures, by subject.
  private let scopes: [String: [Subject: Set<String>]]
  private let periods = CellMemo<Period>()
  let indicators = CellMemo<String>()

  init(heads: HeadReader, defaultScope: String?) {
    self.heads = heads
    self.defaultScope = defaultScope
    (dataset, index, units) = (heads.dataset, heads.index, heads.units)
    var scopes: [String: [Subject: Set<String>]] = [:]
    for figure in dataset.figures {
      scopes[figure.indicator, default: [:]][figure.subject, default: []].insert(figure.scope)
    }
    self.scopes = scopes
  }

  /// Returns the statement in a row of observations.
  /// - Throws: all faults of the row.
  func figure(_ row: ImportRow) throws(RowFaults) -> Figure {
    var reader = RowReader(row)
    let subject =
      !row.has(.subject)
      ? .district
      : reader.needed(.subject) { text throws(CellFault) in try self.subject(text) }
    let id = reader.needed(.indicator) { text throws(CellFault) in try self.indicator(text) }
    let indicator = id.flatMap { dataset.indicators[$0] }
    var period = reader.needed(.period) { text throws(CellFault) in
      try periods.value(text) { text throws(CellFault) in try PeriodText.period(text, in: row.mapping.base) }
    }
    if row.mapping.isSinceJanuary, let month = period { period = FigureReader.sinceJanuary(month) }
    let plan = reader.read(.plan) { text throws(CellFault) in try index.one("plans", text) }
    let isBracketed = isBracketed(row)
    var number: NumberText?
    let words = isInWords(row) ? row.text(.value) : nil
    if words == nil {
      number = reader.needed(.value) { text throws(CellFault) in try self.number(text, row) }
    }
    let written = reader.take(row.head(.value)) { () throws(CellFault) in
      try self.unit(number, row, indicator)
    }
    let unit = written ?? ""
    let comparator = reader.read(.comparator, FigureReader.comparator)
    var kind = reader.read(.kind) { text throws(CellFault) in try FigureReader.kind(text, row.mapping.words) }
    if row.text(.kind) == nil, let indicator, let period, number != nil {
      kind = reader.take(row.head(.value)) { () throws(CellFault) in
        try usualKind(indicator, period, hasPlan: row.text(.plan) != nil, unit)
      }
    }
    if isBracketed, let bracket = row.mapping.bracket {
      kind = bracket.kind
      period = Period(bracket.period)
    }
    var scope = reader.read(.scope) { text throws(CellFault) in try index.one("scopes", text) }
    if row.text(.scope) == nil, let subject, let indicator {
      scope = reader.take(row.head(.indicator) ?? row.head(.value)) { () throws(CellFault) in
        if let printed = row.text(.subject).flatMap(heads.scope) { return printed }
        return try usualScope(subject, indicator.id)
      }
    }
    guard let subject, let indicator, let period, number != nil || words != nil, let kind, written != nil
    else {
      _ = reader.citation(printed: "", index: index)
      throw RowFaults(reader.faults)
    }
    var figure = Figure(
      id: "", subject: subject, indicator: indicator.id, value: 0, unit: indicator.unit, period: period,
      kind: kind, comparator: comparator ?? number?.comparator ?? .equal, scope: scope ?? "", plan: plan,
      citations: [], words: words.map { Name(both: $0) }, origin: .unknown)
    if let number {
      figure = statement(&reader, .value, number, unit: unit, figure)
    } else {
      figure = figure.replacing(
        citations: reader.citation(printed: words ?? "", index: index).map { [$0] })
    }
    checkPlan(figure, &reader)
    try reader.check()
    return figure
  }

  /// Returns the months from January to a month; another period as it is.
  private static func sinceJanuary(_ period: Period) -> Period {
    guard let hint = PeriodHint(period), let months = hint.months, months.count == 1 else { return period }
    return PeriodHint(year: hint.year, months: 1...months.upperBound).period ?? period
  }

  /// Returns the unit of a number: of the cell, the column of units, the head, the indicator's cell or the title.
  /// - Throws: a fault when two of them contradict each other.
  private func unit(_ number: NumberText?, _ row: ImportRow, _ indicator: Indicator?) throws(CellFault)
    -> String
  {
    let unit = try declaredUnit(row, indicator)
    guard let own = number?.unit, !own.isEmpty else { return unit }
    try checkClash(own, unit)
    return own
  }

  /// Returns the unit that the table declares for a number.
  private func declaredUnit(_ row: ImportRow, _ indicator: Indicator?) throws(CellFault) -> String {
    let target = indicator.flatMap { dataset.units[$0.unit] }
    var declared = [row.text(.unit) ?? "", row.unit(.value)]
    if let text = row.text(.indicator), text.contains(where: { "（(".contains($0) }) {
      let printed = heads.split(text).unit
      if units.isKnown(printed) { declared.append(printed) }
    }
    // What the user says about a column counts before the title.
    if let target, !row.hasGivenUnit(.value) {
      declared.append(row.mapping.titleUnits.first { units.canConvert($0, to: target) } ?? "")
    }
    declared.removeAll(where: \.isEmpty)
    guard let first = declared.first else { return "" }
    guard let target else { return first }
    for other in declared.dropFirst() where other != first && !units.isSame(first, other) {
      guard units.canConvert(first, to: target), units.canConvert(other, to: target) else { continue }
      throw CellFault(
        zh: "单位既写作\(first)，又写作\(other)（单位列、表头、指标或标题）；请改正其一",
        en:
          "the unit is both \(first) and \(other) in the column of units, the head, the indicator or the title; correct one of them"
      )
    }
    return first
  }

  /// Whether a number of an indicator's unit needs its unit written.
  func isAmbiguous(_ unit: String) -> Bool { dataset.units[unit].map(units.isAmbiguous) ?? false }

  /// Refuses two units of one dimension and different sizes.
  func checkClash(_ cell: String, _ head: String) throws(CellFault) {
    try checkNumeral(cell, head)
    guard !head.isEmpty, cell != head, !units.isSame(cell, head), units.isKnown(cell), units.isKnown(head),
      // 0.15个百分点 in a column of % says how the share has grown.
      units.unit(cell)?.role != .points || units.unit(head)?.role != .share
    else {
      return
    }
    throw CellFault(
      zh: "此格的单位是\(cell)，该列是\(head)；请改正其一",
      en: "the unit of the cell is \(cell), that of its column \(head); correct one of them")
  }

  /// Refuses a numeral without its unit, 1.2万, in a column of another size, 亿元: it may be 1.2万元 or 12,000亿元.
  private func checkNumeral(_ cell: String, _ head: String) throws(CellFault) {
    guard !cell.isEmpty, !head.isEmpty, case (let numeral, let base) = UnitText.split(NameIndex.folded(cell)),
      base.isEmpty, case (let own, let unit) = UnitText.split(NameIndex.folded(head)), !unit.isEmpty,
      own != 1, own != numeral
    else { return }
    throw CellFault(
      zh: "此格写“\(cell)”，该列的单位是\(head)，是\(cell)\(unit)还是\(cell)\(head)？请按该列的单位写数",
      en:
        "'\(cell)' in a column of \(head) is ambiguous: \(cell)\(unit) or \(cell)\(head)? Write the number in the unit of its column"
    )
  }

  /// Reports against the row what the dataset would reject, because the figure has no line in a file yet.
  private func checkPlan(_ figure: Figure, _ reader: inout RowReader) {
    let row = reader.row
    if figure.kind == .target, row.text(.plan) == nil {
      reader.note(
        row.head(.kind) ?? row.head(.value),
        CellFault(
          zh: "目标须写明“规划”；加此列或用 --plan", en: "a target must have a plan; add a column 'plan' or use --plan",
          answers: [.need(.plan)]))
    }
    if figure.kind == .actual, figure.plan != nil {
      reader.note(
        row.head(.plan),
        CellFault(zh: "实际值不属于规划，此格应为空", en: "an actual figure must not have a plan; leave the cell empty"))
    }
    let known = figure.citations.first.flatMap { dataset.sources[$0.source]?.knownOn }
    if figure.plan == nil, figure.kind != .target, let known, figure.period.start <= known,
      figure.period.start.year == figure.period.end.year, row.mapping.constants[.period] != nil,
      figure.period.end.number > known.number + FigureReader.earlyDays,
      dataset.indicators[figure.indicator]?.measure == .flow
    {
      reader.note(
        row.head(.period) ?? row.head(.value),
        CellFault(
          zh:
            "\(figure.period.text) 到文件日期 \(known) 尚未结束；是年初至今的数用 --period 指定月份，是目标写“目标”，不录入该列用 --map '列名=-'",
          en:
            "\(figure.period.text) was not over on the date of its document, \(known); give the months of a sum since January with --period, call a target a target, or leave the column out with --map 'column=-'"
        ))
    }
    if figure.plan == nil, figure.kind != .target, let known, figure.period.start > known {
      reader.note(
        row.head(.period) ?? row.head(.value),
        CellFault(
          zh: "\(figure.period.text) 晚于文件日期 \(known)；只有规划的数可以如此（性质写“目标”，并写明规划），不录入该列用 --map '列名=-'",
          en:
            "\(figure.period.text) begins after the date of its document, \(known); only a target of a plan may; leave a column out with --map 'column=-'"
        ))
    }
  }

  /// Completes a figure with its citation and its value, converted to the indicator's unit where possible.
  func statement(
    _ reader: inout RowReader, _ field: ImportField, _ number: NumberText, unit: String, _ draft: Figure
  ) -> Figure {
    let row = reader.row
    let printed = row.text(field) ?? ""
    let figure = reader.take(row.head(field)) { () throws(CellFault) in
      let isFraction = UnitText.isFraction(unit)
      let unit = isFraction ? "%" : unit
      let target = try self.unit(of: draft, written: unit)
      if unit.isEmpty { try refuseWithoutUnit(number, target, row.head(field)) }
      func converted(_ digits: String) throws(CellFault) -> Double {
        isFraction
          ? UnitText.scaled(digits, from: 1, to: 0.01) : try units.value(digits, in: unit, as: target)
      }
      let value = try converted(number.digits)
      var upper: Double?
      if let end = number.upper { upper = try converted(end) }
      let isAssumed = row.mapping.assumesPercent && number.unit.isEmpty
      if unit.isEmpty || isAssumed, target.id == "%", !row.mapping.hasLargeShares {
        try FigureReader.refuseFraction(upper ?? value, row.head(field)?.head ?? "")
      }
      return draft.replacing(value: value, upper: upper, unit: target.id)
    }
    return (figure ?? draft).replacing(
      citations: reader.citation(printed: printed, index: index).map { [$0] },
      note: field == .value ? row.text(.note).map { Name(both: $0) } : nil)
  }

  /// Refuses a number without a unit where the same quantity is printed on several scales.
  private func refuseWithoutUnit(_ number: NumberText, _ target: Unit, _ place: ImportRow.Place?)
    throws(CellFault)
  {
    guard units.isAmbiguous(target), Double(number.digits) != 0 else { return }
    let letters = place?.cell.split(separator: "!").last?.prefix { $0.isLetter } ?? ""
    let column = place.map { $0.head.isEmpty ? String(letters) : $0.head } ?? ""
    let usual = dataset.units.filter { $0.dimension == target.dimension }.sorted { $0.scale > $1.scale }.map(
      \.id)
    let example = usual.first { dataset.units[$0].map { $0.scale < target.scale } ?? false } ?? target.id
    let option = ShellWord.quoted(OptionList.pair(column, example))
    let all = usual.joined(separator: ", ")
    throw CellFault(
      zh: "“\(number.digits)”没有单位；用 --unit \(option) 指定该列的单位（\(all)），或写进表头",
      en:
        "no unit for \(number.digits); give that of the column with --unit \(option) (\(all)), or write it into the head",
      answers: usual.map { .unit(head: column, $0) })
  }

  /// Reports a fraction without a percent sign: a spreadsheet exports a cell of 12.3% as 0.123.
  private static func refuseFraction(_ value: Double, _ head: String) throws(CellFault) {
    guard value != 0, abs(value) < 1 else { return }
    let (whole, part) = (Decimal.text(value * 100), Decimal.text(value, digits: 4))
    let fraction = ShellWord.quoted(OptionList.pair(head, "小数"))
    let percent = ShellWord.quoted(OptionList.pair(head, "%"))
    throw CellFault(
      zh: "没有%号：是 \(whole)% 还是 \(part)%？该列都是小数用 --unit \(fraction)，都是百分数用 --unit \(percent)，或在格中写上%",
      en:
        "no % sign: \(whole)% or \(part)%? Use --unit \(fraction) for a column of fractions, --unit \(percent) for one of percentages, or add the sign",
      answers: [.unit(head: head, "%"), .unit(head: head, "小数")])
  }

  /// Returns the unit of a figure: the indicator's for a level, the written one or percent for a rate or share.
  private func unit(of figure: Figure, written: String) throws(CellFault) -> Unit {
    let usual = dataset.indicators[figure.indicator].flatMap { dataset.units[$0.unit] }
    let isPercent = units.unit(written).map { $0.id == "%" || $0.id == "pp" } ?? false
    if figure.kind == .growth || figure.kind == .share || figure.kind == .cumulative && isPercent {
      if let unit = written.isEmpty ? dataset.units["%"] : units.unit(written) { return unit }
    } else if let usual {
      return usual
    }
    throw CellFault(zh: "没有单位“\(written)”", en: "no unit '\(written)'")
  }

  static func comparator(_ text: String) throws(CellFault) -> Figure.Comparator {
    guard let sign = Figure.Comparator(rawValue: ["<=": "≤", ">=": "≥"][text] ?? text) else {
      throw CellFault(
        zh: "“\(text)”不是比较符；可用 = ≥ ≤ > < ≈", en: "'\(text)' is not a comparator; expected = ≥ ≤ > < ≈")
    }
    return sign
  }

  static func kind(_ text: String, _ words: OfficeWords) throws(CellFault) -> Figure.Kind {
    let folded = NameIndex.folded(text)
    if let kind = Figure.Kind(rawValue: folded)
      ?? words.kinds.first(where: { $0.words.contains(folded) })?.kind
    {
      return kind
    }
    throw CellFault(
      zh: "“\(text)”不是性质；可用：实际、目标、增速、累计、占比",
      en: "'\(text)' is not a kind; expected actual, target, growth, cumulative or share")
  }

  /// Returns the default kind: a target when a plan is named, a sum since January for several months of a flow,
  /// otherwise a level.
  private func usualKind(_ indicator: Indicator, _ period: Period, hasPlan: Bool, _ unit: String)
    throws(CellFault) -> Figure.Kind
  {
    let role = units.unit(unit)?.role
    if role == .share || role == .points, dataset.units[indicator.unit]?.role != .share {
      throw CellFault(zh: "以%记，是增速还是占比？请加“性质”列", en: "in %: growth or share? Add a column 'kind'")
    }
    if hasPlan { return .target }
    return indicator.usualKind(in: period)
  }

  /// Returns the default scope: the one that all figures of the subject's indicator have, or all figures of the
  /// indicator, or the only one in the vocabulary.
  private func usualScope(_ subject: Subject, _ indicator: String) throws(CellFault) -> String {
    let all = self.scopes[indicator] ?? [:]
    let of = all[subject] ?? Set(all.values.joined())
    if of.count == 1, let scope = of.first { return scope }
    let scopes = dataset.vocabulary.scopes
    // 规上工业总产值 is of the scope 规上.
    let name = dataset.indicators[indicator]?.name.zh ?? ""
    if let scope = scopes.first(where: { name.hasPrefix($0.name.zh) }) { return scope.id }
    if let defaultScope { return defaultScope }
    let whole = heads.words.words(.district)
    if subject == .district, let scope = scopes.first(where: { whole.contains(NameIndex.folded($0.name.zh)) })
    {
      return scope.id
    }
    if scopes.count == 1, let only = scopes.first { return only.id }
    throw CellFault(
      zh: "口径不明；请加“口径”列，或用 --scope 指定：\(scopes.map(\.name.zh).joined(separator: "、"))",
      en:
        "ambiguous scope; add a column 'scope' or use --scope: \(scopes.map(\.id).joined(separator: ", "))",
      answers: [.need(.scope)])
  }

  /// Whether a cell holds the number of a figure in its own unit.
  func hasSameValue(_ number: NumberText, as figure: Figure) -> Bool {
    Double(number.digits) == figure.value && number.upper.flatMap { Double($0) } == figure.upper
  }

  /// Whether a cell holds the value of a figure; a number without a unit is in the figure's unit.
  func isSame(_ number: NumberText, unit: String, as figure: Figure) -> Bool {
    guard let target = dataset.units[figure.unit], number.upper == nil, figure.upper == nil,
      number.comparator == figure.comparator || number.comparator == .equal,
      let value = try? units.value(number.digits, in: unit, as: target)
    else { return false }
    return abs(value - figure.value) <= 1e-9 * abs(value)
  }
}
