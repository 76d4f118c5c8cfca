import Domain

/// A column with what its head says.
struct ShapedColumn {
  var column: ImportMapping.Column
  var reading: HeadReading
}

extension TableShaper {
  /// Returns the columns with their heads joined over all levels.
  ///
  /// - Throws: a fault when `--map` or `--unit` names no column, or no field.
  func columns(_ labels: LineLabels) throws(CellFault) -> [ShapedColumn] {
    let heads = labels.head.filter { labels.labels[$0] == .head }
    let units = labels.head.filter { labels.labels[$0] == .unit }
    let width = labels.head.map { grid.width($0) }.max() ?? 0
    var columns: [ShapedColumn] = []
    for position in 0..<width {
      let head = path(position, heads).joined(separator: " ")
      var column = ImportMapping.Column(head: head, unit: "")
      column.position = position
      column.place = grid.place(labels.head.lowerBound, position)
      var reading = reader.read(path(position, heads))
      if let row = units.first(where: { !grid.isEmpty($0, position) }) {
        let unit = reader.listed(HeadReader.unbracketed(grid.text(row, position))).first ?? ""
        let isChosen = options.measured.contains { TableShaper.isSame($0.head, column) }
        let isClash = !reading.unit.isEmpty && !reader.units.isSame(unit, reading.unit)
        if isClash, !isChosen {
          let option = ShellWord.quoted(OptionList.pair(head, unit))
          throw CellFault(
            zh: "\(column.place)“\(head)”：表头的单位是\(reading.unit)，单位行是\(unit)；用 --unit \(option) 指定",
            en:
              "\(column.place) '\(head)': the unit of the head is \(reading.unit), that of the unit row \(unit); choose with --unit \(option)",
            answers: [.unit(head: head, unit), .unit(head: head, reading.unit)], place: column.place)
        }
        reading.unit = isClash ? "" : unit
      }
      column.field = reading.field
      columns.append(ShapedColumn(column: column, reading: reading))
    }
    if reader.isOfProjects { readLowerHeads(&columns, heads) }
    try choose(&columns)
    try setUnits(&columns)
    return columns
  }

  /// Returns the heads above a column, from the top; a head from a merged cell counts for the columns that it spans.
  private func path(_ column: Int, _ heads: [Int]) -> [String] {
    var path: [String] = []
    for (level, row) in heads.enumerated() {
      var text = HeadReader.unwrapped(grid.text(row, column))
      let below = heads[(level + 1)...]
      if text.isEmpty, let range = grid.merge(at: row, column) {
        if range.rows.lowerBound == row {
          text = HeadReader.unwrapped(grid.text(row, range.columns.lowerBound))
        }
      } else if text.isEmpty, grid.sheet == nil, below.contains(where: { !grid.isEmpty($0, column) }) {
        // A text does not record which cells were merged.
        let left = (0..<column).last { !grid.isEmpty(row, $0) }
        if let left, below.contains(where: { !grid.isEmpty($0, left) }) {
          text = HeadReader.unwrapped(grid.text(row, left))
        }
      }
      if !text.isEmpty, path.last != text { path.append(text) }
    }
    return path
  }

  /// Reads the lowest head alone where the joined one is unknown and no other column has its field: 总投资 below 投资（万元）.
  private func readLowerHeads(_ columns: inout [ShapedColumn], _ heads: [Int]) {
    let taken = Set(columns.compactMap(\.column.field))
    for number in columns.indices where !columns[number].reading.isUnderstood {
      let path = path(columns[number].column.position, heads)
      guard path.count > 1, let lowest = path.last else { continue }
      var reading = reader.read(lowest)
      guard let field = reading.field, !taken.contains(field) else { continue }
      if reading.unit.isEmpty, let unit = path.dropLast().last.map({ reader.split($0).unit }),
        reader.units.isKnown(unit)
      {
        reading.unit = unit
      }
      if !columns[number].reading.unit.isEmpty { reading.unit = columns[number].reading.unit }
      columns[number].reading = reading
      columns[number].column.field = field
    }
  }

  // MARK: The user's choices

  private func choose(_ columns: inout [ShapedColumn]) throws(CellFault) {
    for (head, text, origin) in options.mapped {
      let matching = columns.indices.filter { isNamed(head, columns[$0]) }
      guard !matching.isEmpty else {
        // A column that is not used need not be there.
        if origin != nil, text == "-" { continue }
        let heads = columns.map(\.column.head).filter { !$0.isEmpty }.joined(separator: ", ")
        throw CellFault(
          zh: "\(origin ?? "--map")：表中没有“\(head)”这一列；有：\(heads)",
          en: "\(origin ?? "--map"): the table has no column '\(head)'; expected one of \(heads)")
      }
      for number in matching {
        columns[number].column.field = try field(text, origin ?? "--map")
        columns[number].reading.field = columns[number].column.field
        if columns[number].column.field == nil { columns[number].reading.isUnderstood = false }
      }
    }
  }

  func isNamed(_ choice: String, _ column: ShapedColumn) -> Bool {
    TableShaper.isSame(choice, column.column)
      || HeadReader.folded(choice) == HeadReader.folded(reader.split(column.column.head).bare)
  }

  private func field(_ text: String, _ origin: String) throws(CellFault) -> ImportField? {
    let folded = NameIndex.folded(text)
    if folded == "-" { return nil }
    if let field = ImportField(key: folded), reader.fields.contains(field) { return field }
    if let field = reader.words.field(folded, among: reader.fields) { return field }
    if reader.isOfProjects {
      if let field = ImportField.milestone(folded, reader.words) { return field }
      let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
      if let name = parts.first, case let named = reader.index.all("indicators", name), named.count == 1 {
        guard parts.count == 2 else { return .figure(named[0], nil) }
        return .figure(named[0], try PeriodText.period(parts[1]))
      }
    }
    let allowed = reader.fields.map(\.key).joined(separator: ", ")
    throw CellFault(
      zh: "\(origin)：没有“\(text)”这个字段；可用：\(allowed)" + (reader.isOfProjects ? "、signed date 等、指标 id" : ""),
      en: "\(origin): no field '\(text)'; expected one of \(allowed)"
        + (reader.isOfProjects ? ", 'signed date' and the like, ids of indicators" : ""))
  }

  /// Gives columns the units of `--unit`, and compares them with the heads.
  private func setUnits(_ columns: inout [ShapedColumn]) throws(CellFault) {
    for number in columns.indices { columns[number].column.unit = columns[number].reading.unit }
    for (head, unit, origin) in options.measured {
      let option = origin ?? "--unit"
      let matching = columns.indices.filter { isNamed(head, columns[$0]) }
      guard !matching.isEmpty else {
        throw CellFault(
          zh: "\(option)：表中没有“\(head)”这一列", en: "\(option): the table has no column '\(head)'")
      }
      guard reader.units.isKnown(unit) || UnitText.isFraction(unit) else {
        let known = reader.dataset.units.map(\.id).joined(separator: ", ")
        throw CellFault(
          zh: "\(option)：没有单位“\(unit)”；可用：\(known)",
          en: "\(option): no unit '\(unit)'; expected one of \(known)")
      }
      for number in matching {
        let column = columns[number].column
        if reader.units.isKnown(column.unit), !reader.units.isSame(column.unit, unit) {
          throw CellFault(
            zh: "\(column.place)“\(column.head)”：\(option) 是\(unit)，表头是\(column.unit)；请改正其一",
            en:
              "\(column.place) '\(column.head)': \(option) is \(unit), but the head says \(column.unit); correct one of them",
            answers: [.unit(head: column.head, column.unit)], place: column.place)
        }
        columns[number].column.unit = unit
        columns[number].column.isUnitGiven = true
      }
    }
  }

  // MARK: What the cells say

  /// Gives the first column without a known head the field that its cells have: subjects, indicators or periods.
  func findRowKeys(_ columns: inout [ShapedColumn], _ labels: LineLabels) {
    let rows = sample(labels)
    correctKeys(&columns, rows)
    let known = Set(columns.compactMap(\.column.field))
    guard !known.contains(.value), !rows.isEmpty else { return }
    for number in columns.indices {
      let column = columns[number]
      if column.column.field != nil || column.reading.isOfValues && !column.reading.unit.isEmpty { continue }
      let texts = rows.map { grid.text($0, column.column.position) }.filter { !$0.isEmpty }
      guard !texts.isEmpty,
        !texts.contains(where: { (try? NumberText($0)) != nil && PeriodHint.whole($0) == nil })
      else {
        continue
      }
      let candidates = keys(of: texts).filter { !known.contains($0.0) && $0.0 != .unit }
      guard let best = candidates.max(by: { $0.1 < $1.1 }), best.1 > 0.5 else { continue }
      columns[number].column.field = best.0
      return
    }
  }

  /// The share of cells that are subjects, indicators, periods and units.
  private func keys(of texts: [String]) -> [(ImportField, Double)] {
    func share(_ isKnown: (String) -> Bool) -> Double {
      Double(texts.count(where: isKnown)) / Double(texts.count)
    }
    return [
      (.subject, share { reader.subject(ofCell: $0) != nil }),
      (.indicator, share { reader.indicator(HeadReader.folded(reader.split($0).bare)) != nil }),
      (.period, share { PeriodHint.whole($0) != nil }), (.unit, share { reader.units.isKnown($0) }),
    ]
  }

  /// Gives a key column the field of its cells where none of them is what the head says: subjects below 时间 or 单位, periods
  /// below 指标.
  private func correctKeys(_ columns: inout [ShapedColumn], _ rows: [Int]) {
    for number in columns.indices {
      let column = columns[number]
      guard let field = column.column.field, [.subject, .indicator, .period, .unit].contains(field),
        !options.mapped.contains(where: { isNamed($0.head, column) })
      else { continue }
      let texts = rows.map { grid.text($0, column.column.position) }.filter { !reader.words.isEmpty($0) }
      guard !texts.isEmpty, case let shares = keys(of: texts),
        shares.allSatisfy({ $0.0 != field || $0.1 == 0 }),
        let best = shares.max(by: { $0.1 < $1.1 }), best.1 > 0.5, best.0 != .unit,
        !columns.contains(where: { $0.column.field == best.0 })
      else { continue }
      columns[number].column.field = best.0
    }
  }

  /// Leaves out a column of amounts that holds no number in any line: 6月完成 above words of progress.
  func dropWords(_ columns: inout [ShapedColumn], _ labels: LineLabels) {
    let rows = sample(labels)
    for number in columns.indices {
      guard case .figure? = columns[number].column.field,
        !options.mapped.contains(where: { isNamed($0.head, columns[number]) }),
        !rows.contains(where: { grid.fault($0, columns[number].column.position) != nil })
      else { continue }
      let texts = rows.map { grid.text($0, columns[number].column.position) }
        .filter { !reader.words.isEmpty($0) }
      if !texts.isEmpty, !texts.contains(where: { $0.contains(where: \.isNumber) }) {
        columns[number].column.field = nil
        columns[number].reading.isUnderstood = false
      }
    }
  }

  /// Takes a column of progress for the state where every cell is one and no other column has state or stage.
  func findState(_ columns: inout [ShapedColumn], _ labels: LineLabels) {
    guard !columns.contains(where: { $0.column.field == .state || $0.column.field == .stage }) else { return }
    let number = columns.firstIndex { column in
      let head = HeadReader.folded(column.column.head)
      guard column.column.field == nil, reader.words.words(.progress).contains(head),
        !options.mapped.contains(where: { isNamed($0.head, column) })
      else { return false }
      let texts = labels.rows(.data).map { grid.text($0, column.column.position) }
        .filter { !reader.words.isEmpty($0) }
      return !texts.isEmpty && texts.allSatisfy { reader.words.states[NameIndex.folded($0)] != nil }
    }
    if let number { columns[number].column.field = .state }
  }

  private func sample(_ labels: LineLabels) -> [Int] {
    Array(grid.rows(after: labels.head.upperBound).lazy.filter { !grid.isBlank($0) }.prefix(200))
  }

  /// Treats a column of identifiers as running numbers where all are small whole numbers, and a column of running
  /// numbers as the numbers of a register where they are long.
  func dropNumbers(_ columns: inout [ShapedColumn], _ labels: LineLabels) {
    for number in columns.indices {
      guard let field = columns[number].column.field, [.id, .number, .code].contains(field) else { continue }
      let texts = sample(labels).map { grid.text($0, columns[number].column.position) }.filter { !$0.isEmpty }
      let isRunning = texts.allSatisfy { $0.utf8.count <= 6 && Int($0) != nil }
      if field != .number, isRunning, !texts.isEmpty,
        !options.mapped.contains(where: { isNamed($0.head, columns[number]) })
      {
        columns[number].column.field = .number
      } else if field == .number, !isRunning, texts.allSatisfy({ $0.utf8.count >= 8 }) {
        columns[number].column.field = .code
      }
      if columns[number].column.field == .number {
        columns[number].column.remark = Name(zh: "序号，不作标识", en: "running number, not an id")
      }
    }
  }

  /// Checks that no two columns have the same field; a blank column gives way.
  func checkOnce(_ columns: inout [ShapedColumn], _ labels: LineLabels) throws(CellFault) {
    for number in columns.indices {
      guard let field = columns[number].column.field, field != .number,
        let first = columns[..<number].firstIndex(where: { $0.column.field == field })
      else { continue }
      if case .figure = field { continue }
      if let blank = [number, first].first(where: { isBlank(columns[$0], labels) }) {
        columns[blank].column.field = nil
        continue
      }
      if field == .subject, let group = groupColumn(number, first, columns, labels) {
        columns[group].column.field = nil
        continue
      }
      throw TableShaper.twice(columns[first].column, columns[number].column, field)
    }
  }

  /// Returns the column that groups the subjects of another one: 集群 beside 对象, 行业 with blanks beside 单位名称; nil where
  /// neither does.
  private func groupColumn(_ left: Int, _ right: Int, _ columns: [ShapedColumn], _ labels: LineLabels) -> Int?
  {
    // 主体 and 对象 name the subject itself.
    let own = reader.words.heads(of: .subject).prefix(3).map(NameIndex.folded)
    func isOwn(_ number: Int) -> Bool { own.contains(HeadReader.folded(columns[number].column.head)) }
    if isOwn(left) != isOwn(right) { return isOwn(left) ? right : left }
    func hasBlanks(_ number: Int) -> Bool {
      labels.labels.indices.contains {
        labels.labels[$0] == .data && grid.isEmpty($0, columns[number].column.position)
      }
    }
    if hasBlanks(left) != hasBlanks(right) { return hasBlanks(left) ? left : right }
    return nil
  }

  static func twice(_ first: ImportMapping.Column, _ second: ImportMapping.Column, _ field: ImportField)
    -> CellFault
  {
    // Equal heads are told apart by the letters of their columns.
    let isNamed = HeadReader.folded(first.head) != HeadReader.folded(second.head)
    let unused = isNamed ? second.head : Grid.letters(second.position)
    let option = ShellWord.quoted(OptionList.pair(unused, "-"))
    return CellFault(
      zh:
        "“\(first.head)”（\(first.place)）和“\(second.head)”（\(second.place)）两列都是\(field.name.zh)；不用其一，如 --map \(option)",
      en:
        "columns '\(first.head)' (\(first.place)) and '\(second.head)' (\(second.place)) are both \(field.name.en); leave one out, such as with --map \(option)",
      answers: [isNamed ? first.head : Grid.letters(first.position), unused].map { .field(head: $0, "-") },
      place: second.place)
  }

  private func isBlank(_ column: ShapedColumn, _ labels: LineLabels) -> Bool {
    labels.labels.indices.allSatisfy {
      labels.labels[$0] != .data || grid.isEmpty($0, column.column.position)
    }
  }
}

extension HeadReader {
  /// Returns a head in one line.
  static func unwrapped(_ head: String) -> String {
    guard head.contains(where: \.isNewline) else { return head }
    let lines = head.split(whereSeparator: \.isNewline).map { String(CellText.trimmed($0.unicodeScalars)) }
    return lines.dropFirst().reduce(lines.first ?? "") { left, right in
      let isLatin = left.last?.isASCII == true && right.first?.isASCII == true
      return left + (isLatin ? " " : "") + right
    }
  }

  /// Returns a text without the brackets around it.
  static func unbracketed(_ text: String) -> String {
    let plain = CellText.plain(text)
    return plain.hasPrefix("(") && plain.hasSuffix(")") ? String(plain.dropFirst().dropLast()) : plain
  }
}
