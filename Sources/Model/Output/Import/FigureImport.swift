import Domain

/// Adds statements of figures to a dataset.
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

  private struct Place: Hashable {
    let topic: Topic
    let source: String
  }

  let dataset: Dataset
  private var existing: [Topic: [Figure]] = [:]
  /// The figures that are superseded.
  private var superseded: [Topic: [Figure]] = [:]
  /// The rows of this table so far, by topic and document.
  private var seen: [Place: (line: Int, figure: Figure)] = [:]

  init(dataset: Dataset) {
    self.dataset = dataset
    let replaced = Set(dataset.figures.compactMap(\.supersedes))
    for figure in dataset.figures {
      if replaced.contains(figure.id) {
        superseded[topic(figure), default: []].append(figure)
      } else {
        existing[topic(figure), default: []].append(figure)
      }
    }
  }

  private func topic(_ figure: Figure) -> Topic {
    Topic(
      subject: figure.subject, indicator: figure.indicator, start: figure.period.start,
      end: figure.period.end,
      kind: figure.kind, scope: figure.scope, plan: figure.plan)
  }

  // MARK: Into the dataset

  /// - Returns: whether anything changes.
  mutating func put(_ figure: Figure, from row: ImportRow, into target: inout ImportTarget) throws(RowFaults)
    -> Bool
  {
    guard let citation = figure.citations.first else { return false }
    let topic = topic(figure)
    let place = Place(topic: topic, source: citation.source)
    if let before = seen[place] {
      if says(before.figure, figure) { return false }
      let (old, new) = (dataset.exactLabel(before.figure, .zh), dataset.exactLabel(figure, .zh))
      throw RowFaults(
        row.head(.value) ?? row.head(.name),
        CellFault(
          zh: "是\(new)，第\(before.line)行对同一主体、指标和时期写的是\(old)；删去一行，或改正主体、期间",
          en:
            "\(dataset.exactLabel(figure, .en)), but line \(before.line) says \(dataset.exactLabel(before.figure, .en)) of the same subject, indicator and period; correct or remove one"
        ))
    }
    seen[place] = (row.line, figure)
    let same = existing[topic] ?? []
    func isOwn(_ figure: Figure) -> Bool { figure.citations.contains { $0.source == citation.source } }
    let own = same.filter(isOwn)
    let said = own + (superseded[topic] ?? []).filter(isOwn)
    if said.contains(where: { says($0, figure) }) { return false }
    if own.count > 1 {
      let ids = own.map(\.id).joined(separator: ", ")
      throw RowFaults(
        nil,
        CellFault(
          zh: "该文件已有几条不同的陈述（\(ids)），请直接改文件",
          en: "the document already has several statements (\(ids)); edit the file"))
    }
    if let old = own.first {
      guard (old.upper == nil) == (figure.upper == nil), !old.isInWords, !figure.isInWords else {
        throw RowFaults(
          row.head(.value),
          CellFault(
            zh: "\(old.id) 一处是区间或文字、一处不是，请直接改文件",
            en: "only one of \(old.id) and the row is a range or words; edit the file"))
      }
      guard old.citations.allSatisfy({ $0.source == citation.source }) else {
        throw RowFaults(
          row.head(.value),
          CellFault(
            zh: "\(old.id) 另有文件印同一数，请直接改文件", en: "another document also prints \(old.id); edit the file"))
      }
      correct(old, figure, citation, row, &target)
    } else if let equal = same.first(where: { says($0, figure) }) {
      target.append([citation.json], to: "citations", of: "figures/\(equal.id)")
      target.note(
        .confirmed, line: row.line, file: target.file(of: "figures/\(equal.id)"), words(figure, row))
    } else {
      add(figure, citation, row, &target)
    }
    return true
  }

  private func says(_ left: Figure, _ right: Figure) -> Bool {
    guard let a = dataset.units[left.unit], let b = dataset.units[right.unit] else { return false }
    func isEqual(_ x: Double?, _ y: Double?) -> Bool {
      guard let x, let y else { return x == nil && y == nil }
      return abs(x * a.scale - y * b.scale) <= 1e-9 * abs(x * a.scale)
    }
    if left.isInWords || right.isInWords { return left.words?.zh == right.words?.zh }
    return a.dimension == b.dimension && isEqual(left.value, right.value) && isEqual(left.upper, right.upper)
      && left.comparator == right.comparator
  }

  private func words(_ figure: Figure, _ row: ImportRow) -> Name {
    // A new project of this table is not yet in the dataset.
    let isNew = figure.subject.kind == .project && dataset.projects[figure.subject.id] == nil
    let subject =
      isNew ? Name(both: row.text(.name) ?? figure.subject.id) : dataset.name(of: figure.subject)
    func text(_ language: Language) -> String {
      let indicator = dataset.indicators[figure.indicator]?.name[language] ?? figure.indicator
      return
        "\(subject[language]) · \(indicator) · \(figure.period.label(language)) · "
        + "\(dataset.exactLabel(figure, language))" + FigureImport.kind(figure.kind, language)
    }
    return Name(zh: text(.zh), en: text(.en))
  }

  /// The kind of a figure that is not a level.
  private static func kind(_ kind: Figure.Kind, _ language: Language) -> String {
    guard kind != .actual else { return "" }
    return language == .zh ? "（\(kind.name.zh)）" : " (\(kind.name.en))"
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
    if let entry = target.value(key, []) {
      target.correct(citation, hasLine: row.text(.line) != nil, of: key, in: entry)
    }
    let before = dataset.exactLabel(old, .zh)
    target.note(
      .corrected, line: row.line, file: target.file(of: key),
      Name(
        zh: "\(words(new, row).zh)（原为\(before)，\(old.id)）",
        en: "\(words(new, row).en) (was \(dataset.exactLabel(old, .en)), \(old.id))"))
  }

  private func add(_ figure: Figure, _ citation: Citation, _ row: ImportRow, _ target: inout ImportTarget) {
    let kind = figure.kind == .actual ? "" : figure.kind.rawValue
    let prefix = figure.subject.id.hasPrefix(citation.source + "-") ? "" : citation.source
    let id = target.newID(
      "figures", [prefix, figure.subject.id, figure.indicator, kind, figure.period.text])
    var members: [(String, JSONOutput)] = [
      ("id", .string(id)), ("subject", .string(figure.subject.text)),
      ("indicator", .string(figure.indicator)),
    ]
    members.append(figure.words.map { ("words", .written($0)) } ?? ("value", .number(figure.value)))
    if let upper = figure.upper { members.append(("upper", .number(upper))) }
    members += [
      ("unit", .string(figure.unit)), ("period", .string(figure.period.text)),
      ("kind", .string(figure.kind.rawValue)), ("comparator", .string(figure.comparator.rawValue)),
      ("scope", .string(figure.scope)),
    ]
    if let plan = figure.plan { members.append(("plan", .string(plan))) }
    members.append(("citations", .array([citation.json])))
    if let note = figure.note { members.append(("note", .written(note))) }
    let file = target.add("figures", .object(members), source: citation.source)
    target.note(.added, line: row.line, file: file, words(figure, row))
  }
}
