import Domain

/// What the lines above the head, the notes and the user's options say about the whole table.
struct TablePreamble {
  /// The period of the table.
  var base: PeriodHint?
  /// The units that the title or a unit row declares.
  var units: [String] = []
  /// The id of the plan.
  var plan: String?
  /// The id of the indicator of a table about one.
  var indicator: String?
  var scope: String?
  var bracket: ImportMapping.Bracket?
  private var titles: [String] = []

  init() {}

  /// - Throws: a fault when an option names nothing in the dataset, or contradicts the title.
  init(_ grid: Grid, _ labels: LineLabels, reader: HeadReader, options: TableImport.Options) throws(CellFault)
  {
    let index = reader.index
    var printed: [PeriodHint] = []
    for row in 0..<labels.head.lowerBound {
      for column in grid.filled(row) {
        let (text, declared) = reader.withoutUnits(grid.text(row, column))
        self.units += declared
        let parts = CellText.plain(text).split(separator: ":", maxSplits: 1)
        // 附件2：2024年5月进展表 has a title behind its number.
        if parts.count == 2, TablePreamble.isAnnex(parts[0], reader.words) {
          titles.append(String(parts[1]))
          units += reader.listed(reader.split(text).unit)
          printed += TablePreamble.periods(in: String(parts[1]))
        } else if parts.count == 2 {
          guard reader.words.words(.periods).contains(NameIndex.folded(String(parts[0]))) else { continue }
          printed += TablePreamble.periods(in: String(parts[1]))
        } else {
          titles.append(text)
          units += reader.listed(reader.split(text).unit)
          printed += TablePreamble.periods(in: text)
        }
      }
    }
    try setPeriod(printed, options)
    if let text = options.plan {
      plan = try index.one("plans", text)
    } else {
      plan = namedPlan(reader, options)
    }
    if let text = options.scope { scope = try index.one("scopes", text) }
    if let text = options.indicator { indicator = try index.one("indicators", text) }
  }

  /// Whether the text before a colon is the number of a table: 附件2, 表3.
  private static func isAnnex(_ text: Substring, _ words: OfficeWords) -> Bool {
    let folded = NameIndex.folded(String(text))
    return words.words(.annexes).contains { word in
      folded.hasPrefix(word)
        && folded.dropFirst(word.count).allSatisfy {
          $0 == " " || $0 == "-" || $0.isNumber || "一二三四五六七八九十".contains($0)
        }
    }
  }

  /// Returns the periods of a title; months behind a year are of that year: 2024年进展表（截至5月底）.
  private static func periods(in text: String) -> [PeriodHint] {
    var hints = PeriodHint.all(in: text)
    guard hints.count > 1, hints[0].months == nil, hints[0].lastYear == nil, hints[1].year == nil else {
      return hints
    }
    hints[0] = hints.remove(at: 1).completed(by: hints[0])
    return hints
  }

  private mutating func setPeriod(_ found: [PeriodHint], _ options: TableImport.Options) throws(CellFault) {
    // The years of a plan are not the period of a table that prints its own.
    let ofOne = found.filter { $0.lastYear == nil }
    let printed = ofOne.contains { $0.year != nil } ? ofOne : found
    // Of several periods in one year, the most precise counts; of several years, none.
    let isOneYear = Set(printed.map(\.year)).subtracting([nil]).count <= 1
    var title = isOneYear ? printed.first { $0.months != nil } ?? printed.first : nil
    if title?.year == nil, isOneYear { title?.year = printed.lazy.compactMap(\.year).first }
    if let text = options.period {
      guard let hint = PeriodHint(try PeriodText.period(text)) else {
        throw CellFault(zh: "--period“\(text)”应为年或月", en: "--period '\(text)' is not a year or months of one")
      }
      if let title, title.lastYear == nil, let year = title.year, hint.year != year {
        throw CellFault(
          zh: "--period 是\(text)，标题是\(title.text ?? "")；请改正其一",
          en: "--period is \(text), but the title says \(title.text ?? ""); correct one of them")
      }
      base = hint
    } else if let title {
      base = title
    }
  }

  /// Returns the plan that the title names, else the only one of the document.
  private func namedPlan(_ reader: HeadReader, _ options: TableImport.Options) -> String? {
    let titles = titles.map(NameIndex.folded)
    let plans = reader.dataset.plans.filter { plan in
      [plan.name.zh, plan.short.zh].map(NameIndex.folded).contains { name in
        !name.isEmpty && titles.contains { $0.contains(name) }
      }
    }
    if plans.count == 1 { return plans.first?.id }
    let source = options.source.flatMap { try? reader.index.one("sources", $0) }
    let own = reader.dataset.plans.filter { $0.source == source }
    return own.count == 1 ? own.first?.id : nil
  }

  /// Returns the indicator that the corner or the title names; the longest name counts.
  func namedIndicator(_ reader: HeadReader, corner: String) -> String? {
    if let indicator { return indicator }
    if let indicator = reader.indicator(HeadReader.folded(reader.split(corner).bare)) { return indicator }
    var best: (length: Int, id: String)?
    let names =
      reader.dataset.indicators.flatMap { [$0.name.zh, $0.short.zh].map(NameIndex.folded) }
      + reader.words.indicators.flatMap(\.heads)
    for title in titles.map(NameIndex.folded) {
      for name in Set(names) where !name.isEmpty && title.contains(name) {
        guard name.utf8.count > best?.length ?? 0, let id = reader.indicator(name) else { continue }
        best = (name.utf8.count, id)
      }
    }
    return best?.id
  }

  /// Reads notes such as `注：[ ]为五年累计数`.
  mutating func readNotes(_ grid: Grid, _ labels: LineLabels, reader: HeadReader) {
    for row in labels.rows(.note) where row > labels.head.upperBound {
      for column in grid.filled(row) {
        let text = CellText.plain(grid.text(row, column))
        guard text.contains(where: { "[〔【(".contains($0) }),
          let plan = plan.flatMap({ reader.dataset.plans[$0] }),
          reader.words.words(of: .cumulative).contains(where: text.contains)
        else { continue }
        bracket = ImportMapping.Bracket(kind: .cumulative, period: "\(plan.start.year)/\(plan.end.year)")
      }
    }
  }
}
