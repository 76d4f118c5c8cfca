import Domain

/// What a head says about its column.
struct HeadReading {
  /// The words for a period without its number.
  enum Span { case month, year, thisYear, sinceJanuary, annual, planYears }

  var field: ImportField?
  /// The id of an indicator.
  var indicator: String?
  var subject: Subject?
  var hint: PeriodHint?
  var span: Span?
  var kind: Figure.Kind?
  /// Whether it is the target of a rate: 目标增速.
  var isGoal = false
  /// Whether it is of the year before that of the table: 上年同期.
  var isYearBefore = false
  /// Whether it is of the months of the column before it in another year: 2023年同期.
  var isSamePeriod = false
  /// The period of the level that a rate belongs to, or of the months that a head repeats for another year.
  var period: Period?
  /// The text in brackets at the end; empty without one.
  var unit = ""
  /// Whether every word of the head is understood.
  var isUnderstood = false

  /// Whether it describes numbers of a wide table.
  var isOfValues: Bool { field == nil && isUnderstood }
}

/// Reads heads by the words of offices and the names of a dataset.
struct HeadReader {
  let dataset: Dataset
  let index: NameIndex
  let words: OfficeWords
  let units: UnitText
  /// The possible fields of a column.
  let fields: [ImportField]
  /// The subjects and scopes of cells read before.
  let subjects = CellMemo<Subject?>()
  let scopes = CellMemo<String?>()

  var isOfProjects: Bool { fields.contains(.name) }

  func read(_ head: String) -> HeadReading { read([head]) }

  /// Reads the heads above a column, from the top; each level may have a unit of its own: 产值（亿元）above 2023年.
  func read(_ path: [String]) -> HeadReading {
    let levels = path.map(split)
    var reading = HeadReading(unit: levels.last { !$0.unit.isEmpty }?.unit ?? "")
    let folded = HeadReader.folded(levels.map(\.bare).joined())
    if let field = field(folded) ?? field(HeadReader.folded(path.joined())) {
      reading.field = field
      reading.isUnderstood = true
      return reading
    }
    guard !folded.isEmpty else { return reading }
    describe(folded, &reading)
    if isOfProjects, reading.isUnderstood, let indicator = reading.indicator, reading.subject == nil {
      reading.field = .figure(indicator, nil)
    }
    return reading
  }

  /// Returns a head without the line breaks that wrap it.
  static func folded(_ head: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(head.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      guard scalar.properties.isWhitespace else {
        result.append(scalar)
        continue
      }
      // A blank separates words of Latin letters only.
      let isLatin =
        position > 0 && position + 1 < scalars.count && result.last?.isASCII == true
        && scalars[position + 1].isASCII
      if isLatin { result.append(" ") }
    }
    return NameIndex.folded(String(result))
  }

  private func field(_ folded: String) -> ImportField? {
    words.field(folded, among: fields) ?? (isOfProjects ? ImportField.milestone(folded, words) : nil)
  }

  // MARK: Units

  /// Splits a head into its text and the unit in brackets at its end: `总投资（万元,含税）`, `增长%`.
  func split(_ head: String) -> (bare: String, unit: String) {
    let plain = HeadReader.withoutMarks(CellText.plain(head))
    let closing: [Character: Character] = [")": "(", "]": "[", "〕": "〔", "】": "【"]
    if let opening = plain.last.flatMap({ closing[$0] }), let open = plain.lastIndex(of: opening) {
      let inside = String(plain[plain.index(after: open)...].dropLast())
      let bare = String(CellText.trimmed(plain[..<open].unicodeScalars))
      if let unit = unit(in: inside) { return (bare, unit) }
      // A period in brackets is that of the column: 完成投资（1-5月）.
      if PeriodHint.found(in: inside) != nil { return (bare + inside, "") }
      // So is its kind: 2020年（实际）, 2025 (target).
      let kinds = OfficeWords.namedKinds.flatMap(words.words(of:))
      if kinds.contains(NameIndex.folded(inside)) { return (bare + " " + inside, "") }
      return (bare, HeadReader.mayBeUnit(inside) ? String(CellText.trimmed(inside.unicodeScalars)) : "")
    }
    if plain.hasSuffix("%") { return (String(plain.dropLast()), "%") }
    return (plain, "")
  }

  /// Returns a head without the marks of footnotes at its end: `总投资（万元）*`, `产值①`.
  private static func withoutMarks(_ plain: String) -> String {
    var view = plain.unicodeScalars[...]
    while let last = view.last, view.count > 1, last == "*" || last == "†" || ("①"..."⑳").contains(last) {
      view = view.dropLast()
    }
    return view.count == plain.unicodeScalars.count ? plain : String(CellText.trimmed(view))
  }

  /// Whether a text in brackets may be a unit that the dataset does not have: 万欧元, and not 含税.
  private static func mayBeUnit(_ text: String) -> Bool {
    guard let last = CellText.trimmed(text.unicodeScalars).last else { return false }
    return last.isASCII && !last.isNumber || "元币镑圆吨斤克米里亩顷瓦时度升焦家户个件台套辆艘架座条项人名次倍分点‰镍卢比".contains(last)
  }

  /// Returns the first unit in a text of several words; nil when there is none.
  func unit(in text: String) -> String? { listed(text).first }

  /// Returns the units in a text such as `万元、亩`. Several Latin words are one unit: `million yuan` is not yuan.
  func listed(_ text: String) -> [String] {
    // The comma of 10,000 yuan separates digits, not units.
    let plain = CellText.plain(text).replacing(/([0-9]),([0-9]{3})/) { "\($0.output.1)\($0.output.2)" }
    return plain.split { ",、;，".contains($0) }.flatMap { piece in
      if let whole = known(piece) { return [whole] }
      let words = piece.split(separator: " ")
      if words.count > 1, words.allSatisfy({ $0.allSatisfy(\.isASCII) }) { return [] }
      return words.compactMap(known)
    }
  }

  private func known(_ text: Substring) -> String? {
    let bare = NumberText.spelledUnit(
      String(CellText.trimmed(text.unicodeScalars)).replacing("±", with: ""), words)
    return units.isKnown(bare) ? bare : nil
  }

  /// Whether a cell is a unit alone, in brackets or not.
  func isUnit(_ text: String) -> Bool {
    let plain = CellText.plain(text)
    let bare = plain.hasPrefix("(") && plain.hasSuffix(")") ? String(plain.dropFirst().dropLast()) : plain
    return !bare.isEmpty && units.isKnown(bare)
  }

  // MARK: Descriptions

  /// Finds period, kind, indicator and subject in a head, and what is left of it.
  private func describe(_ folded: String, _ reading: inout HeadReading) {
    var rest = folded
    if resolve(rest, &reading) { return }
    if let (hint, without) = PeriodHint.found(in: rest) {
      reading.hint = hint
      rest = withoutBase(cleaned(without), of: hint)
      if isOfProjects, hint.isSinceJanuary, let (kind, word) = words.kind(in: rest), kind == .cumulative,
        resolve(cleaned(rest.replacing(word, with: "")), ofMonths: hint, &reading)
      {
        return
      }
      if resolve(rest, &reading) { return }
    } else if let hint = PeriodHint.whole(rest) {
      reading.hint = hint
      rest = ""
    }
    rest = withoutYearBefore(rest, &reading)
    for (list, span) in [
      (OfficeWords.List.sinceJanuary, HeadReading.Span.sinceJanuary), (.annual, .annual),
      (.planYears, .planYears), (.month, .month),
      (.year, .year),
    ] {
      guard let word = words.words(list).first(where: rest.contains) else { continue }
      // Only a sum is one of all years of a plan.
      if span == .planYears, words.kind(in: rest)?.kind != .cumulative { continue }
      // The rate a year is a kind as well.
      if span == .annual, words.kind(in: rest)?.kind != .growth { continue }
      reading.span = span
      if span == .sinceJanuary, words.kind(in: rest)?.kind != .growth { reading.kind = .cumulative }
      // 本年 is the year or its part until now; 本年累计 is the part.
      if span == .year, !isOfProjects, words.words(.thisYear).contains(word) { reading.span = .thisYear }
      if span != .annual { rest = cleaned(rest.replacing(word, with: "")) }
      break
    }
    if resolve(rest, &reading) { return }
    var found = 0
    var kinds: Set<Figure.Kind> = []
    while found < 3, let (kind, word) = words.kind(in: rest) {
      found += 1
      kinds.insert(kind)
      if kind == .target, reading.kind == .growth { reading.isGoal = true }
      if reading.kind == nil {
        reading.kind = kind
      } else if kind == .cumulative {
        reading.span = .sinceJanuary
      }
      rest = cleaned(rest.replacing(word, with: ""))
      if resolve(rest, &reading) { return }
    }
    let isAmount = !isOfProjects && words.words(.headFillers).contains(folded)
    // 完成目标（%）is how much of a target is done, and no amount.
    if reading.unit == "%", kinds.isSuperset(of: [.actual, .target]), reading.kind != .growth { return }
    let isOfPeriod = reading.hint != nil || reading.span != nil || reading.isYearBefore
    reading.isUnderstood = isAmount || rest.isEmpty && (found > 0 || isOfPeriod)
  }

  /// Removes 上年同期, 上年同月 and 同期 behind a year from a head of amounts.
  private func withoutYearBefore(_ text: String, _ reading: inout HeadReading) -> String {
    guard !isOfProjects, words.kind(in: text).map({ $0.kind != .growth && $0.kind != .share }) ?? true else {
      return text
    }
    var rest = text
    if reading.hint == nil, let word = words.words(.yearBefore).first(where: text.hasPrefix) {
      reading.isYearBefore = true
      rest = cleaned(String(rest.dropFirst(word.count)))
    }
    guard reading.isYearBefore || reading.hint?.year != nil && reading.hint?.months == nil,
      let word = words.words(.samePeriod).first(where: rest.hasPrefix)
    else { return rest }
    if word.hasSuffix("月") { reading.span = .month } else { reading.isSamePeriod = true }
    return cleaned(String(rest.dropFirst(word.count)))
  }

  /// - Returns: whether a text names an indicator or a subject.
  private func resolve(_ text: String, _ reading: inout HeadReading) -> Bool {
    guard !text.isEmpty else { return false }
    if let indicator = indicator(text, reading.hint, reading.span, reading.kind) {
      reading.indicator = indicator
    } else if !isOfProjects, let subject = subject(text) {
      reading.subject = subject
    } else {
      return false
    }
    reading.isUnderstood = true
    return true
  }

  /// Resolves `完成投资` in `1-9月累计完成投资`: the amount of a month, summed since January.
  private func resolve(_ text: String, ofMonths hint: PeriodHint, _ reading: inout HeadReading) -> Bool {
    guard let id = indicator(text, hint), dataset.indicators[id]?.measure == .flow else { return false }
    (reading.indicator, reading.kind, reading.isUnderstood) = (id, .cumulative, true)
    return true
  }

  /// Whether a text is a word for the district as a whole: 全市 is the city above it where the dataset is of a 区 or 县.
  func isWholeDistrict(_ folded: String) -> Bool {
    guard words.words(.district).contains(folded) else { return false }
    let own = dataset.info.name.zh.last { "区县市".contains($0) }
    return own == nil || own == "市" || !folded.hasPrefix("全市")
  }

  func subject(_ text: String) -> Subject? {
    if isWholeDistrict(NameIndex.folded(text)) { return .district }
    return try? index.subject(text, in: dataset)
  }

  /// Returns the indicator that a head means; nil when there is none or several.
  func indicator(
    _ folded: String, _ hint: PeriodHint? = nil, _ span: HeadReading.Span? = nil,
    _ kind: Figure.Kind? = nil
  ) -> String? {
    let named = index.all("indicators", folded)
    if named.count == 1 { return named[0] }
    let isMonth = isOfProjects && (span == .month || hint?.months != nil)
    let isYear = isOfProjects && (span == .year || hint.map { $0.year != nil && $0.months == nil } ?? false)
    let groups = words.indicators.filter { group in
      group.heads.contains(folded) || isMonth && group.ofMonth.contains(folded)
        || isYear && group.ofYear.contains(folded)
    }
    let direct = groups.filter { !$0.heads.contains(folded) }
    for group in direct.isEmpty ? groups : direct {
      // What is planned for a month is not what was done in it.
      if isMonth, kind == .target { continue }
      // The investment planned for a month is not the total.
      if group.isInvestment, direct.isEmpty, !folded.contains("总"), hint?.months != nil || span == .month {
        continue
      }
      // 投资 of 完成投资, 二季度投资 or 2023年投资 is a part of the total, of which the head does not say enough.
      if group.isInvestment, direct.isEmpty, span != nil || hint != nil || kind != nil,
        words.indicators.contains(where: { $0.ofMonth.contains(folded) })
      {
        continue
      }
      let ids = Set(group.heads.flatMap { index.all("indicators", $0) })
      if ids.count == 1 { return ids.first }
      if group.isInvestment, isOfProjects, let id = investment { return id }
    }
    return nil
  }

  /// The indicator of the investment of projects; of several, the one that projects have.
  private var investment: String? {
    let all = dataset.investments
    if all.count == 1 { return all.first }
    let used = all.filter { id in
      dataset.figures.contains { $0.indicator == id && $0.subject.kind == .project }
    }
    return used.count == 1 ? used.first : nil
  }

  /// Returns a head without the year that a rate is compared with: `比2022年增长` of 2023.
  private func withoutBase(_ text: String, of hint: PeriodHint) -> String {
    guard let year = hint.year, let first = text.first, first == "比" || first == "较",
      let (base, rest) = PeriodHint.found(in: String(text.dropFirst())), base.year == year - 1,
      base.lastYear == nil, base.months == nil || base.months == hint.months,
      words.kind(in: rest)?.kind == .growth
    else { return text }
    return cleaned(rest)
  }

  /// Returns what is left of a head without signs that separate words.
  private func cleaned(_ text: String) -> String {
    let signs: Set<Unicode.Scalar> = [" ", ":", "-", "、", "的", ",", "(", ")", "/", "·", "±"]
    var view = text.unicodeScalars[...]
    while let first = view.first, signs.contains(first) { view = view.dropFirst() }
    while let last = view.last, signs.contains(last) { view = view.dropLast() }
    let result = String(view)
    return words.words(.headFillers).contains(result) ? "" : result
  }
}
