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
        if parts.count == 2 {
          guard reader.words.words(.periods).contains(NameIndex.folded(String(parts[0]))) else { continue }
          printed += PeriodHint.found(in: String(parts[1])).map { [$0.hint] } ?? []
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

  /// Returns the first period of a title, and months without a year behind it: 2024年进展表（截至5月底）.
  private static func periods(in text: String) -> [PeriodHint] {
    guard let (first, rest) = PeriodHint.found(in: text) else { return [] }
    guard first.months == nil, first.lastYear == nil, let (second, _) = PeriodHint.found(in: rest),
      second.year == nil
    else { return [first] }
    return [second.completed(by: first)]
  }

  private mutating func setPeriod(_ printed: [PeriodHint], _ options: TableImport.Options) throws(CellFault) {
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
