import Domain

/// Finds the head of a table, and labels the lines down to its end.
struct HeadFinder {
  let grid: Grid
  let reader: HeadReader
  /// The number of lines that are searched.
  private static let limit = 40

  /// - Parameter chosen: the rows of the head, from 0, where the user said them.
  func labels(chosen: ClosedRange<Int>?) -> LineLabels {
    let (head, reason) = chosen.map { ($0, Name(zh: "由 --head 指定", en: "given by --head")) } ?? found()
    var labels = LineLabels(labels: Array(repeating: .data, count: grid.count), head: head)
    for row in 0..<head.lowerBound { preamble(row, &labels) }
    for row in head {
      let isUnits = row > head.lowerBound && isUnitRow(row)
      labels.set(
        row, isUnits ? .unit : .head,
        isUnits
          ? Name(zh: "每格都是单位", en: "every cell is a unit")
          : row == head.lowerBound ? reason : HeadFinder.joined)
    }
    return labels
  }

  private static let joined = Name(zh: "接上一行的表头", en: "continues the head above")

  // MARK: Head

  private func found() -> (ClosedRange<Int>, Name) {
    let rows = (0..<grid.count).lazy.filter { !grid.isBlank($0) }.prefix(HeadFinder.limit)
    let scores = rows.map { ($0, score($0)) }
    let best = scores.max { $0.1 < $1.1 || $0.1 == $1.1 && $0.0 > $1.0 }
    guard let (row, score) = best, score > 0 else {
      let first = rows.first ?? 0
      return (first...first, Name(zh: "第一个非空行", en: "the first line that is not blank"))
    }
    let reason = Name(zh: "认得\(understood(row))格", en: "\(understood(row)) heads are known")
    let first = upperHead(of: row)
    var last = row
    while last + 1 < grid.count, last - first < 4, isContinuation(last + 1, of: first...last) { last += 1 }
    return (first...last, reason)
  }

  /// The number of cells that are heads, less those that are numbers.
  private func score(_ row: Int) -> Int {
    let filled = grid.filled(row)
    if filled.count == 1, grid.width > 1 { return 0 }
    let numbers = filled.count { isNumber(grid.text(row, $0)) }
    return understood(row) - 2 * numbers
  }

  private func understood(_ row: Int) -> Int {
    grid.filled(row).count { column in
      let text = grid.text(row, column)
      return !isNumber(text) && !HeadFinder.isDay(text) && reader.read(text).isUnderstood
    }
  }

  /// Whether a cell is a number and not a year, a period or a unit.
  private func isNumber(_ text: String) -> Bool {
    guard let first = CellText.plain(text).unicodeScalars.first,
      ("0"..."9").contains(first) || "-+.(<>≥≤".unicodeScalars.contains(first)
    else { return false }
    if PeriodHint.whole(text) != nil { return false }
    return (try? NumberText(text)).map { $0.unit.isEmpty || reader.units.isKnown($0.unit) } ?? false
  }

  /// Whether a cell is a date, which a line of data has.
  private static func isDay(_ text: String) -> Bool {
    let plain = CellText.plain(text)
    return !plain.utf8.contains { $0 >= 0x80 } && plain.utf8.count > 4 && (try? PeriodText.date(text)) != nil
  }

  /// Returns the first line of a head of up to four levels; a level between may have one cell alone: 累计 below 2024年.
  private func upperHead(of row: Int) -> Int {
    var first = row
    for upper in (max(row - 3, 0)..<max(row, 0)).reversed() {
      if isUpperHead(upper, above: first) {
        first = upper
      } else if first - upper > 1 || !isLoneHead(upper) {
        break
      }
    }
    return first
  }

  private func isLoneHead(_ row: Int) -> Bool {
    let filled = grid.filled(row)
    return filled.count == 1 && filled[0] > 0 && understood(row) == 1
  }

  /// Whether the line above the best one is a first level of heads, from merged cells.
  private func isUpperHead(_ row: Int, above head: Int) -> Bool {
    guard row >= 0, !grid.isBlank(row) else { return false }
    let filled = grid.filled(row)
    return filled.count >= 2 && understood(row) >= 2
      && filled.allSatisfy {
        !grid.text(row, $0).contains { "：:".contains($0) } && !isNumber(grid.text(row, $0))
      }
      && grid.filled(head).contains { grid.isEmpty(row, $0) }
  }

  /// Whether a line continues the head: it has no numbers, and is blank below every head of one level.
  private func isContinuation(_ row: Int, of head: ClosedRange<Int>) -> Bool {
    let filled = grid.filled(row)
    guard !filled.isEmpty else { return false }
    if isUnitRow(row) { return true }
    guard !filled.contains(where: { isNumber(grid.text(row, $0)) }) else { return false }
    let top = head.lowerBound
    let keys = (0..<grid.width(top)).filter { column in
      guard !grid.isEmpty(top, column) else { return false }
      return reader.read(grid.text(top, column)).field.map(HeadFinder.isKey) ?? false
    }
    guard !keys.isEmpty, keys.allSatisfy({ grid.isEmpty(row, $0) }) else { return false }
    // A second level lies below a head that spans several columns.
    return filled.contains { column in
      grid.isEmpty(top, column) || column + 1 < grid.width(row) && grid.isEmpty(top, column + 1)
    }
  }

  private static func isKey(_ field: ImportField) -> Bool {
    [.name, .indicator, .subject, .number, .period].contains(field)
  }

  private func isUnitRow(_ row: Int) -> Bool {
    var filled = grid.filled(row)
    // 单位 | 亿元 | 家 below the heads.
    if filled.count > 1, reader.words.words(.units).contains(NameIndex.folded(grid.text(row, filled[0]))) {
      filled.removeFirst()
    }
    return !filled.isEmpty && filled.allSatisfy { reader.isUnit(grid.text(row, $0)) }
  }

  // MARK: Above the head

  private func preamble(_ row: Int, _ labels: inout LineLabels) {
    let cells = grid.filled(row).map { grid.text(row, $0) }
    let texts = cells.map { reader.withoutUnits($0).text }
    if cells.count == 1, !texts[0].isEmpty, texts[0] != cells[0],
      !texts[0].contains(where: { "：:".contains($0) })
    {
      labels.set(row, .title, Name(zh: "在表头之上", en: "above the head"))
    } else if texts.isEmpty {
      labels.labels[row] = .blank
    } else if let unit = cells.first(where: { reader.declaredUnits($0) != nil }) {
      labels.set(row, .unit, Name(zh: "“\(unit)”", en: "'\(unit)'"))
    } else if texts.contains(where: { !$0.contains { "：:".contains($0) } }) {
      labels.set(row, .title, Name(zh: "在表头之上", en: "above the head"))
    } else {
      labels.set(row, .note, Name(zh: "在表头之上，带冒号", en: "above the head, with a colon"))
    }
  }
}

extension HeadReader {
  /// Splits a title into its text and the units that it declares in brackets at its end: `调度表（单位：万元）`; a cell of
  /// units alone has no other text to read.
  func withoutUnits(_ text: String) -> (text: String, units: [String]) {
    if let units = declaredUnits(text) { return (text, units) }
    let (bare, inner) = split(text)
    if let units = declaredUnits(inner) { return (bare, units) }
    // With a date in one bracket, or behind the title: 进度表（截至5月底，单位：万元）.
    let plain = CellText.plain(text)
    for word in words.words(.units) {
      guard let place = plain.firstRange(of: word + ":"), let before = plain[..<place.lowerBound].last,
        "(,; 、[".contains(before)
      else { continue }
      let units = listed(plain[place.upperBound...].filter { !")]".contains($0) })
      if !units.isEmpty { return (String(plain[..<place.lowerBound].dropLast()), units) }
    }
    return (text, [])
  }

  /// Returns the units that a cell declares for the whole table: `单位：万元、亩`; nil for another cell.
  func declaredUnits(_ text: String) -> [String]? {
    let plain = CellText.plain(text)
    let inner = plain.hasPrefix("(") && plain.hasSuffix(")") ? String(plain.dropFirst().dropLast()) : plain
    let parts = inner.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, words.words(.units).contains(NameIndex.folded(String(parts[0]))) else {
      return nil
    }
    return listed(String(parts[1]))
  }
}
