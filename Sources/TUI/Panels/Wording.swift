import Canvas
import Domain
import Figures

// The wording and colours of statuses, figures and citations, for all panels.

extension Status {
  /// The colour of the status.
  package var role: Role {
    switch self {
    case .reached: .reached
    case .onPace: .onPace
    case .slightlyBehind, .basicallyReached, .improved: .slightlyBehind
    case .behind: .behind
    case .farBehind, .movedAway, .notReached: .farBehind
    case .keptInPart: .reached
    case .noDataSinceBase, .noBase, .notComparable, .noData: .noData
    }
  }

  /// The sign of the status.
  package var glyph: Glyphs.StatusGlyph {
    switch self {
    case .reached: .reached
    case .onPace: .onPace
    case .slightlyBehind, .basicallyReached, .improved: .slightlyBehind
    case .behind: .behind
    case .farBehind, .movedAway, .notReached: .farBehind
    case .keptInPart: .stale
    case .noDataSinceBase: .noDataSinceBase
    case .noBase, .notComparable, .noData: .noData
    }
  }
}

extension Rung {
  /// The colour of the status.
  package var role: Role {
    switch self {
    case .planned, .reserve: .muted
    case .signed: .slightlyBehind
    case .started, .underConstruction: .accent
    case .commissioned, .fullOutput: .reached
    case .stalled: .behind
    case .cancelled: .farBehind
    }
  }
}

extension PanelContext {
  /// The sign of the status.
  package func glyph(_ status: Status) -> String { glyphs.statuses[status.glyph] ?? "" }

  /// The sign of a target's status; a neutral one for a target that asked for no more than its base.
  func glyph(_ row: TargetProgress) -> String { isNeutral(row) ? glyphs.bullet : glyph(row.status) }

  /// Whether a target is reached only because it asked for no more than its base: neither praise nor blame.
  private func isNeutral(_ row: TargetProgress) -> Bool { row.status == .reached && row.asksForNothing }

  /// Returns glyph and word: `▼ 滞后`.
  package func statusText(_ status: Status) -> String { "\(glyph(status)) \(text(status.name))" }

  /// Returns the colour of a target's status; muted for a superseded target, and for one that asked for nothing.
  func role(of row: TargetProgress) -> Role { row.isSecondary || isNeutral(row) ? .muted : row.status.role }

  /// Returns the status in one word. A yearly commitment also shows the year of its figure.
  func word(of row: TargetProgress) -> String {
    if let secondaryStatus = row.secondaryStatus { return text(secondaryStatus.name) }
    // The text of a reached target already contains its year.
    guard row.isYearly, row.status != .reached, row.status != .keptInPart, let observation = row.observation,
      !row.status.isUnknown
    else {
      return typed(text(row.word))
    }
    return text("\(time(of: observation))\(row.word.zh)", "\(row.word.en) in \(time(of: observation))")
  }

  /// Returns how late a target is, or by how much its growth was missed; empty if nothing is measured or the target is
  /// reached.
  package func lag(of row: TargetProgress) -> String {
    row.lagText(language) ?? (row.status == .reached ? "" : row.shortfallText(language) ?? "")
  }

  /// Returns the level that is compared with a target, marked if a conflict is about it; `-` if there is none.
  func actual(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return "-" }
    guard row.target.kind == .cumulative, let actual = row.actual else { return value(observation) }
    return dataset.number(actual, unit: row.target.unit, language)
      + (row.history.count > 1 ? "" : mark(observation))
  }

  /// Returns the level that is compared with a target, with its unit, marked if a conflict is about it; `-` if there is
  /// none.
  package func actualLabel(of row: TargetProgress) -> String {
    guard let observation = row.observation,
      let text = row.actualText(in: dataset, language)
    else { return "-" }
    return typed(text) + mark(observation)
  }

  /// Returns the level that a target is measured from: `132.76` if it is computed, otherwise as printed; `-` if there
  /// is none.
  func base(of row: TargetProgress) -> String {
    guard let base = row.base, base.method != .start else { return "-" }
    guard !base.isComputed, let figure = base.figures.first, figure.unit == row.target.unit else {
      return dataset.number(base.value, unit: row.target.unit, language)
    }
    return plainValue(figure)
  }

  /// Returns the name of a cluster, with its classification if that is not the one shown first.
  func name(of cluster: Cluster) -> String {
    guard cluster.classification != board.classification?.id,
      let classification = dataset.classifications[cluster.classification]
    else { return text(cluster.name) }
    return text(
      "\(text(cluster.name))（\(text(classification.name))）",
      "\(text(cluster.name)) (\(text(classification.name)))")
  }

  /// Returns the subject of a target, as short as possible: only the cluster if the target has the total's indicator.
  func title(of row: TargetProgress) -> String {
    let indicator =
      text(row.indicator.short) + (row.target.kind == .growth ? text("增速", " growth") : "")
      + (row.isYearly ? text("（每年）", " (yearly)") : "")
    guard row.target.subject != .district else { return indicator }
    let cluster = row.target.subject.kind == .cluster ? dataset.clusters[row.target.subject.id] : nil
    let subject = cluster.map { name(of: $0) } ?? text(dataset.name(of: row.target.subject))
    return row.indicator.id == dataset.info.total ? subject : "\(subject) \(indicator)"
  }

  /// Returns a figure with its unit, marked if a conflict is about it: `144.54亿元≠`; `-` for nil.
  package func label(_ figure: Figure?) -> String {
    guard let figure else { return "-" }
    return typed(dataset.label(figure, language)) + mark(figure)
  }

  /// Returns a figure without its unit, marked if a conflict is about it; `-` for nil.
  package func value(_ figure: Figure?) -> String {
    guard let figure else { return "-" }
    return plainValue(figure) + mark(figure)
  }

  /// Returns a value with its unit; see `Dataset.label`.
  package func label(
    _ value: Double, unit: String, of indicator: String? = nil, digits: Int = 2
  ) -> String {
    typed(dataset.label(value, unit: unit, of: indicator, language, digits: digits))
  }

  /// Returns the heading of a column of amounts in a unit.
  package func heading(of unit: String) -> String { typed(dataset.unitHeading(unit, language)) }

  /// Returns a figure without its unit and without a mark.
  package func plainValue(_ figure: Figure) -> String { typed(dataset.value(figure, language)) }

  /// Returns the mark of a figure that a document gives another value for, or that is computed; empty for others.
  package func mark(_ figure: Figure) -> String {
    figure.isComputed ? "*" : board.contested.contains(figure.id) ? glyphs.conflict : ""
  }

  /// Returns an amount with comparators and currency signs in ASCII if the terminal has no others.
  func typed(_ text: String) -> String {
    guard glyphs.isASCII else { return text }
    let replaced = text.map { PanelContext.ascii[$0] ?? String($0) }
    return replaced.joined()
  }

  private static let ascii: [Character: String] = [
    "≥": ">=", "≤": "<=", "≈": "~", "≠": "!=", "×": "x", "¥": "CNY ", "\u{201C}": "\"", "\u{201D}": "\"",
    "\u{2018}": "'",
    "\u{2019}": "'", "\u{2013}": "-", "\u{2014}": "-", "\u{2026}": "..", "²": "2",
  ]

  /// Returns the name of a rung in this dataset.
  package func rungName(_ rung: Rung) -> String {
    text(dataset.rungName(rung))
  }

  /// Returns the name of a project's current stage; `-` if it is unknown.
  package func stageName(of status: ProjectStatus) -> String {
    dataset.stageName(of: status).map { text($0) } ?? "-"
  }

  /// The columns of the longest name of a stage, at most 18.
  package var stageColumns: Int {
    min(18, dataset.vocabulary.stages.map { TextWidth.columns(of: text($0.name)) }.max() ?? 4)
  }

  /// Returns the name of a stage; the id if it is unknown.
  package func stageName(_ stage: String) -> String { dataset.stages[stage].map { text($0.name) } ?? stage }

  /// Returns a figure with its label, value and citations.
  package func statement(_ figure: Figure) -> Statement {
    let indicator = dataset.indicatorName(of: figure)
    let subject =
      figure.subject == .district
      ? Name(both: "") : dataset.name(of: figure.subject) + Name(zh: " ", en: ": ")
    let plan =
      figure.plan.flatMap { dataset.plans[$0]?.short }.map { $0 + Name(zh: " ", en: ", ") } ?? Name(both: "")
    let kind = figure.kind.name
    func amount(_ language: Language) -> String { typed(dataset.exactLabel(figure, language)) }
    return Statement(
      label: subject + indicator,
      value: Name(
        zh:
          "\(amount(.zh))  \(plan.zh)\(figure.periodLabel(.zh)) \(kind.zh) \(dataset.scopeName(figure.scope).zh)",
        en: "\(amount(.en))  \(plan.en)\(figure.periodLabel(.en)), \(kind.en), "
          + dataset.scopeName(figure.scope).en.lowercased()),
      citations: figure.citations, figure: figure.id)
  }

  /// Returns `“350亿元”  黔江区工业和信息化发展“十四五”规划  2021-08-25  二（三）1  文本：plan.txt 第101行`.
  ///
  /// File and line refer to the plain-text copies that the data was taken from, which readers need not have.
  ///
  /// - Parameters:
  ///   - citations: the places, one line each.
  ///   - indent: blanks before each line.
  package func citationLines(_ citations: [Citation], indent: Int = 0) -> [Line] {
    citations.map { citationLine($0, indent: indent, isWhole: true) }
  }

  /// Returns the line of one place; with the short name of its document if that is already named in full.
  package func citationLine(_ citation: Citation, indent: Int, isWhole: Bool) -> Line {
    let source = dataset.sources[citation.source]
    let title = source.map { text(isWhole ? $0.title : $0.short) } ?? citation.source
    let number = source.map { $0.number.isEmpty ? "" : " \($0.number)" } ?? ""
    let issuer = source.map { text($0.issuer) } ?? ""
    let place = text("第\(citation.line)行", "line \(citation.line)")
    let check = text("文本：", "copy: ")
    let document =
      isWhole ? "\(title)\(number)  \(issuer)  \(source.map { date(of: $0) } ?? "")" : title
    return Line([
      Span(String(repeating: " ", count: indent)),
      Span(text("“\(citation.printed)”", "\"\(citation.printed)\""), Style(.strong)),
      Span("  \(document)  \(section(of: citation))  ", .plain),
      Span(isWhole ? "\(check)\(source?.file ?? "") \(place)" : place, .muted),
    ])
  }

  /// Returns the printed number of a heading; in English in figures: `（一）` is `(1)`.
  func number(_ printed: String) -> String {
    language == .zh ? printed : SectionName.number(printed) ?? printed
  }

  /// Returns the section of a place as a reader of the language can find it: in English, numbers of Chinese headings as
  /// figures, and other headings in quotation marks.
  package func section(of citation: Citation) -> String {
    guard language == .en else { return citation.section }
    let name = SectionName.english(citation.section)
    // A terminal without Chinese characters shows only what is left in ASCII.
    return glyphs.isASCII
      ? name.split(separator: " ").filter { $0.allSatisfy(\.isASCII) }.joined(separator: " ") : name
  }

  /// Returns each statement followed by its citations.
  package func lines(of statements: [Statement]) -> [Line] {
    statements.flatMap { statement in
      [Line([Span(text(statement.label), .strong), Span("  \(text(statement.value))", .muted)])]
        + citationLines(statement.citations, indent: 2)
    }
  }
}

extension ProgressBar {
  /// Creates a bar for a target on the time axis from its base to its end. The filled part is the time earned, and the
  /// mark is the time gone; the lag is the distance between the two.
  package init(for row: TargetProgress) {
    guard let (earned, elapsed) = row.onBar else {
      self.init(value: 0, role: .noData, hasTrack: false)
      return
    }
    // Reaching a target that asked for nothing is not a success. A full bar would outshine what was earned elsewhere.
    guard !row.asksForNothing else {
      self.init(value: 0, role: .muted)
      return
    }
    self.init(value: earned, pace: elapsed, role: row.status.role)
  }
}
