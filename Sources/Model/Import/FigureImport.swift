/// Puts statements of figures into a dataset.
struct FigureImport {
  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let start: Day
    let end: Day
    let kind: Figure.Kind
    let scope: String
    let plan: String?
  }

  let dataset: Dataset
  let index: NameIndex
  private let units: UnitText
  private var existing: [Topic: [Figure]] = [:]
  /// Rows that were taken from this table, by what they are about and their document.
  private var seen: [String: (line: Int, value: Double)] = [:]

  init(dataset: Dataset, index: NameIndex) {
    self.dataset = dataset
    self.index = index
    units = UnitText(dataset: dataset)
    let superseded = Set(dataset.figures.compactMap(\.supersedes))
    for figure in dataset.figures where !superseded.contains(figure.id) {
      existing[topic(figure), default: []].append(figure)
    }
  }

  private func topic(_ figure: Figure) -> Topic {
    Topic(
      subject: figure.subject, indicator: figure.indicator, start: figure.period.start,
      end: figure.period.end,
      kind: figure.kind, scope: figure.scope, plan: figure.plan)
  }

  // MARK: Rows of observations

  /// The statement that a row makes.
  func figure(_ row: ImportRow) throws(RowFault) -> Figure {
    let subject =
      try row.read(.subject) { text throws(CellFault) in try index.subject(text, in: dataset) } ?? .district
    let id = try row.needed(.indicator) { text throws(CellFault) in try index.one("indicators", text) }
    guard let indicator = dataset.indicators[id] else {
      throw RowFault(nil, CellFault(zh: "没有指标", en: "no indicator"))
    }
    let period = try row.needed(.period) { text throws(CellFault) in try PeriodText.period(text) }
    let plan = try row.read(.plan) { text throws(CellFault) in try index.one("plans", text) }
    let number = try row.needed(.value) { text throws(CellFault) in try NumberText(text) }
    var unit = number.unit
    if unit.isEmpty { unit = row.text(.unit) ?? row.unit(.value) }
    let kind = try self.kind(row, indicator, period, plan, unit)
    var scope = try row.read(.scope) { text throws(CellFault) in try index.one("scopes", text) }
    if scope == nil { scope = try usualScope(subject, id, row) }
    let comparator = try comparator(row, number)
    return try statement(
      row, .value, number, unit: unit,
      Figure(
        id: "", subject: subject, indicator: id, value: 0, unit: indicator.unit, period: period, kind: kind,
        comparator: comparator, scope: scope ?? "", plan: plan, citations: [], origin: .unknown))
  }

  /// Completes a figure with the value, in the indicator's own unit where it can be converted, and its citation.
  func statement(_ row: ImportRow, _ field: ImportField, _ number: NumberText, unit: String, _ draft: Figure)
    throws(RowFault) -> Figure
  {
    var figure = draft
    do throws(CellFault) {
      let target = try self.unit(of: figure, written: unit)
      figure.unit = target.id
      figure.value = try units.value(number.digits, in: unit, as: target)
      if let upper = number.upper { figure.upper = try units.value(upper, in: unit, as: target) }
      if let note = row.text(.note), field == .value { figure.note = Name(both: note) }
    } catch {
      throw RowFault(row.head(field), error)
    }
    do throws(CellFault) {
      // A unit that only the head or another column gives belongs to what is printed.
      let isBare = number.unit.isEmpty && !unit.isEmpty
      let printed = (row.text(field) ?? "") + (isBare ? unit : "")
      figure.citations = [try row.citation(printed: printed, index: index)]
    } catch {
      throw RowFault(row.head(.source), error)
    }
    return figure
  }

  /// A level is in the indicator's unit, a rate or share in percent or points.
  private func unit(of figure: Figure, written: String) throws(CellFault) -> Unit {
    let usual = dataset.indicators[figure.indicator].flatMap { dataset.units[$0.unit] }
    if figure.kind == .growth || figure.kind == .share {
      if let unit = written.isEmpty ? dataset.units["%"] : units.unit(written) { return unit }
    } else if let usual {
      return usual
    }
    throw CellFault(zh: "没有单位“\(written)”", en: "no unit '\(written)'")
  }

  private func comparator(_ row: ImportRow, _ number: NumberText) throws(RowFault) -> Figure.Comparator {
    let said = try row.read(.comparator) { text throws(CellFault) -> Figure.Comparator in
      guard let sign = Figure.Comparator(rawValue: ["<=": "≤", ">=": "≥"][text] ?? text) else {
        throw CellFault(
          zh: "“\(text)”不是比较符；可用 = ≥ ≤ > < ≈", en: "'\(text)' is no comparator; = ≥ ≤ > < ≈ are allowed")
      }
      return sign
    }
    return said ?? number.comparator
  }

  private static let kinds: [(Figure.Kind, [String])] = [
    (.actual, ["实际", "实际值", "完成"]), (.target, ["目标", "目标值"]), (.growth, ["增速", "增长", "同比", "同比增速"]),
    (.cumulative, ["累计", "累计值"]), (.share, ["占比", "比重"]),
  ]

  /// As the row says; else a target when a plan is named, a sum since January for several months of a flow, a level.
  private func kind(
    _ row: ImportRow, _ indicator: Indicator, _ period: Period, _ plan: String?, _ unit: String
  ) throws(RowFault) -> Figure.Kind {
    let said = try row.read(.kind) { text throws(CellFault) -> Figure.Kind in
      if let kind = Figure.Kind(rawValue: NameIndex.folded(text)) { return kind }
      if let kind = FigureImport.kinds.first(where: { $0.1.contains(text) })?.0 { return kind }
      throw CellFault(
        zh: "“\(text)”不是性质；可用：实际、目标、增速、累计、占比",
        en: "'\(text)' is no kind; actual, target, growth, cumulative and share are allowed")
    }
    if let said { return said }
    let isRate = units.unit(unit).map { $0.id == "%" || $0.id == "pp" } ?? false
    if isRate, dataset.units[indicator.unit]?.dimension != dataset.units["%"]?.dimension {
      throw RowFault(
        row.head(.value),
        CellFault(zh: "以%记，是增速还是占比？请加“性质”列", en: "in %: growth or share? Add a column 'kind'"))
    }
    if plan != nil { return .target }
    let isSumOfMonths =
      indicator.measure == .flow && !period.isYear && period.start.month == 1 && period.days > 31
    return isSumOfMonths ? .cumulative : .actual
  }

  /// The scope that all figures of the subject's indicator have, or the indicator's, or the only one there is.
  private func usualScope(_ subject: Subject, _ indicator: String, _ row: ImportRow) throws(RowFault)
    -> String
  {
    let all = dataset.figures.filter { $0.indicator == indicator }
    let own = Set(all.filter { $0.subject == subject }.map(\.scope))
    let of = own.isEmpty ? Set(all.map(\.scope)) : own
    if of.count == 1, let scope = of.first { return scope }
    let scopes = dataset.vocabulary.scopes
    if scopes.count == 1, let only = scopes.first { return only.id }
    throw RowFault(
      row.head(.indicator),
      CellFault(
        zh: "口径不明；请加“口径”列：\(scopes.map(\.name.zh).joined(separator: "、"))",
        en: "the scope is not clear; add a column 'scope': \(scopes.map(\.id).joined(separator: ", "))"))
  }

  // MARK: Into the dataset

  /// - Returns: whether anything changes.
  mutating func put(_ figure: Figure, from row: ImportRow, into target: inout ImportTarget) throws(RowFault)
    -> Bool
  {
    guard let citation = figure.citations.first else { return false }
    let topic = topic(figure)
    let key = "\(topic) \(citation.source)"
    if let before = seen[key] {
      if before.value == figure.value { return false }
      throw RowFault(
        nil, CellFault(zh: "与第\(before.line)行矛盾", en: "contradicts line \(before.line)"))
    }
    seen[key] = (row.line, figure.value)
    let same = existing[topic] ?? []
    let own = same.filter { $0.citations.contains { $0.source == citation.source } }
    if own.contains(where: { says($0, figure) }) { return false }
    if own.count > 1 {
      let ids = own.map(\.id).joined(separator: ", ")
      throw RowFault(
        nil,
        CellFault(
          zh: "该文件已有几条不同的陈述（\(ids)），请直接改文件",
          en: "the document makes several statements already (\(ids)); edit the file"))
    }
    if let old = own.first {
      guard (old.upper == nil) == (figure.upper == nil) else {
        throw RowFault(
          row.head(.value),
          CellFault(
            zh: "\(old.id) 一处是区间、一处不是，请直接改文件", en: "a range on one side of \(old.id) only; edit the file"))
      }
      correct(old, figure, citation, row, &target)
    } else if let equal = same.first(where: { says($0, figure) }) {
      target.append(citation.json, to: "citations", of: "figures/\(equal.id)")
      target.note(
        .confirmed, line: row.line, file: target.file(of: "figures/\(equal.id)"), words(figure, row))
    } else {
      add(figure, citation, row, &target)
    }
    return true
  }

  /// Whether a cell holds the value of a figure; a number without unit is in the figure's.
  func isSame(_ number: NumberText, unit: String, as figure: Figure) -> Bool {
    guard let target = dataset.units[figure.unit], number.upper == nil, figure.upper == nil,
      number.comparator == figure.comparator || number.comparator == .equal,
      let value = try? units.value(number.digits, in: unit, as: target)
    else { return false }
    return abs(value - figure.value) <= 1e-9 * abs(value)
  }

  private func says(_ left: Figure, _ right: Figure) -> Bool {
    guard let a = dataset.units[left.unit], let b = dataset.units[right.unit] else { return false }
    func isEqual(_ x: Double?, _ y: Double?) -> Bool {
      guard let x, let y else { return x == nil && y == nil }
      return abs(x * a.scale - y * b.scale) <= 1e-9 * abs(x * a.scale)
    }
    return a.dimension == b.dimension && isEqual(left.value, right.value) && isEqual(left.upper, right.upper)
      && left.comparator == right.comparator
  }

  private func words(_ figure: Figure, _ row: ImportRow) -> Name {
    // A project of this table is not among the dataset's yet.
    let isNew = figure.subject.kind == .project && dataset.projects[figure.subject.id] == nil
    let subject =
      isNew ? Name(both: row.text(.name) ?? figure.subject.id) : dataset.name(of: figure.subject)
    func text(_ language: Language) -> String {
      let indicator = dataset.indicators[figure.indicator]?.name[language] ?? figure.indicator
      return
        "\(subject[language]) · \(indicator) · \(figure.period.label(language)) · "
        + "\(dataset.label(figure, language))"
    }
    return Name(zh: text(.zh), en: text(.en))
  }

  private func correct(
    _ old: Figure, _ new: Figure, _ citation: Citation, _ row: ImportRow, _ target: inout ImportTarget
  ) {
    let key = "figures/\(old.id)"
    if old.value != new.value || old.unit != new.unit { target.set("value", of: key, to: .number(new.value)) }
    if old.unit != new.unit { target.set("unit", of: key, to: .string(new.unit)) }
    if old.comparator != new.comparator {
      target.set("comparator", of: key, to: .string(new.comparator.rawValue))
    }
    if let upper = new.upper, upper != old.upper { target.set("upper", of: key, to: .number(upper)) }
    for cited in target.value(key, ["citations"])?.elements.map(Array.init) ?? []
    where cited.member("source")?.string == citation.source {
      target.set("printed", of: key, in: cited, to: .string(citation.printed))
      if row.text(.line) != nil { target.set("line", of: key, in: cited, to: .number(Double(citation.line))) }
      break
    }
    let before = dataset.label(old, .zh)
    target.note(
      .corrected, line: row.line, file: target.file(of: key),
      Name(
        zh: "\(words(new, row).zh)（原为\(before)，\(old.id)）",
        en: "\(words(new, row).en) (was \(dataset.label(old, .en)), \(old.id))"))
  }

  private func add(_ figure: Figure, _ citation: Citation, _ row: ImportRow, _ target: inout ImportTarget) {
    let kind = figure.kind == .actual ? "" : figure.kind.rawValue
    let prefix = figure.subject.id.hasPrefix(citation.source + "-") ? "" : citation.source
    let id = target.newID(
      "figures", [prefix, figure.subject.id, figure.indicator, kind, figure.period.text])
    var members: [(String, JSONOutput)] = [
      ("id", .string(id)), ("subject", .string(figure.subject.text)),
      ("indicator", .string(figure.indicator)),
      ("value", .number(figure.value)),
    ]
    if let upper = figure.upper { members.append(("upper", .number(upper))) }
    members += [
      ("unit", .string(figure.unit)), ("period", .string(figure.period.text)),
      ("kind", .string(figure.kind.rawValue)), ("comparator", .string(figure.comparator.rawValue)),
      ("scope", .string(figure.scope)),
    ]
    if let plan = figure.plan { members.append(("plan", .string(plan))) }
    members.append(("citations", .array([citation.json])))
    if let note = figure.note { members.append(("note", .name(note))) }
    let file = target.add("figures", .object(members), source: citation.source)
    target.note(.added, line: row.line, file: file, words(figure, row))
  }
}

/// A fault of a row, with the head of the column it is about.
struct RowFault: Error {
  var column: String?
  var fault: CellFault

  init(_ column: String?, _ fault: CellFault) {
    self.column = column
    self.fault = fault
  }
}

extension ImportRow {
  /// Reads a cell; nil when it is empty.
  func read<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) throws(RowFault)
    -> Value?
  {
    guard let text = text(field) else { return nil }
    do throws(CellFault) {
      return try parse(text)
    } catch {
      throw RowFault(head(field), error)
    }
  }

  /// Reads a cell that must not be empty.
  func needed<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) throws(RowFault)
    -> Value
  {
    if let value = try read(field, parse) { return value }
    throw RowFault(head(field), CellFault(zh: "为空", en: "is empty"))
  }
}
