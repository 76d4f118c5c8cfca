import Domain

/// Labels the lines below the head of a table.
struct BodyLabeller {
  let grid: Grid
  let reader: HeadReader
  let columns: [ShapedColumn]
  private let key: Int
  private let number: Int?
  private let totals: [[UInt8]]
  private let others: [[UInt8]]

  init(grid: Grid, reader: HeadReader, columns: [ShapedColumn]) {
    self.grid = grid
    self.reader = reader
    self.columns = columns
    func position(_ fields: [ImportField]) -> Int? {
      columns.first { $0.column.field.map(fields.contains) ?? false }?.column.position
    }
    number = position([.number])
    key =
      position(reader.isOfProjects ? [.name] : [.indicator, .subject])
      ?? columns.first { $0.column.field != .number }?.column.position ?? 0
    totals = reader.words.words(.totals).map { Array($0.utf8) }
    others = (reader.words.words(.notes) + reader.words.words(.parts) + reader.words.words(.averages)).map {
      Array($0.utf8)
    }
  }

  /// - Parameter corrected: the user's labels, by row number of a spreadsheet.
  /// - Throws: a fault when a corrected row does not exist.
  func label(_ labels: inout LineLabels, corrected: [Int: LineLabel]) throws(CellFault) {
    let head = labels.head
    for row in grid.rows(after: head.upperBound) {
      if row > 0, labels.labels[row - 1] == .note, row - 1 > head.upperBound, isFurtherNote(row) {
        labels.set(row, .note, Name(zh: "接上一行的注", en: "continues the note above"))
      } else if row > 0, labels.labels[row - 1] == .part, isFurtherPart(row) {
        labels.set(row, .part, Name(zh: "接上一行的“其中”", en: "continues the part above"))
      } else if let (label, reason) = label(row, head: head.lowerBound) {
        labels.labels[row] = label
        if let reason { labels.reasons[row] = reason }
      }
    }
    guard !corrected.isEmpty else { return }
    var open = corrected
    for row in 0..<grid.count {
      guard let label = open.removeValue(forKey: grid.number(row)) else { continue }
      labels.set(row, label, Name(zh: "由 --label 指定", en: "given by --label"))
    }
    if let number = open.keys.min() {
      throw CellFault(zh: "--label：没有第\(number)行", en: "--label: no row \(number)")
    }
  }

  /// Returns the label of a row that is not data.
  private func label(_ row: Int, head: Int) -> (LineLabel, Name?)? {
    if grid.isBlank(row) { return (.blank, nil) }
    let leading = (0...max(key, 0)).filter { !grid.isEmpty(row, $0) }
    if let first = leading.first ?? grid.filled(row).first, let special = special(row, first, leading) {
      return special
    }
    if !grid.isEmpty(row, key), grid.utf8(row, key) == grid.utf8(head, key),
      grid.texts(row) == grid.texts(head)
    {
      return (.head, Name(zh: "重复的表头", en: "repeats the head"))
    }
    return section(row, leading)
  }

  private func special(_ row: Int, _ first: Int, _ leading: [Int]) -> (LineLabel, Name?)? {
    let candidates = (leading.isEmpty ? [first] : leading).filter { mayBeSpecial(grid.utf8(row, $0)) }
    guard !candidates.isEmpty else { return nil }
    for column in candidates {
      let text = NameIndex.folded(grid.text(row, column)).replacing(" ", with: "")
      if let word = BodyLabeller.prefix(text, reader.words.words(.parts)), isPart(text, word) {
        return (.part, Name(zh: "“\(word)”", en: "the word '\(word)'"))
      }
      let name = BodyLabeller.bare(text)
      if let word = reader.words.words(.averages).first(where: { name == $0 }) {
        return (.part, Name(zh: "“\(word)”", en: "the word '\(word)'"))
      }
      if let word = reader.words.words(.totals).first(where: {
        BodyLabeller.isTotal(name, $0)
      }) {
        return (.total, Name(zh: "“\(word)”", en: "the word '\(word)'"))
      }
    }
    let text = NameIndex.folded(grid.text(row, first))
    let filled = grid.filled(row)
    if let word = BodyLabeller.prefix(text, reader.words.words(.notes)), filled.count <= 2,
      let next = text.dropFirst(word.count).first, ":.、 1234567890(".contains(next)
    {
      return (.note, Name(zh: "“\(word)”", en: "the word '\(word)'"))
    }
    if filled.count <= 4, filled.allSatisfy({ BodyLabeller.isCaption(grid.text(row, $0)) }) {
      return (.note, Name(zh: "每格都有冒号", en: "every cell has a colon"))
    }
    return nil
  }

  /// Whether a text is a word for a total, ends with a Chinese one (五大产业合计), or begins with it before a number or bracket
  /// (合计（4个）). 小计量器具厂 is a name.
  private static func isTotal(_ text: String, _ word: String) -> Bool {
    guard text != word else { return true }
    guard word.utf8.first.map({ $0 >= 0x80 }) == true else { return false }
    if text.hasSuffix(word) { return true }
    guard text.hasPrefix(word), let next = text.dropFirst(word.count).first else { return false }
    return next.isNumber || "(,、:".contains(next)
  }

  /// Whether a row begins with the word for a part and what follows is not an indicator or subject of its own.
  private func isPart(_ text: String, _ word: String) -> Bool {
    guard !reader.isOfProjects else { return true }
    let rest = text.dropFirst(word.count).drop { ":,、 ".contains($0) }
    return reader.indicator(String(rest)) == nil && reader.subject(ofCell: String(rest)) == nil
  }

  /// Whether a row below a part is the next one: a state or nature of projects with numbers only, 续建项目.
  private func isFurtherPart(_ row: Int) -> Bool {
    guard reader.isOfProjects, let first = grid.filled(row).first(where: { $0 != number }) else {
      return false
    }
    return reader.isState(BodyLabeller.bare(grid.text(row, first)))
      && grid.filled(row).allSatisfy { $0 == first || $0 == number || isNumber(row, $0) }
  }

  /// Whether a row below a note is the next one: a single text.
  private func isFurtherNote(_ row: Int) -> Bool {
    let filled = grid.filled(row)
    return filled.count == 1 && !isNumber(row, filled[0])
  }

  private func mayBeSpecial(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < 200
      && (bytes.contains { $0 == 0x20 || $0 == 0x3A || $0 == 0xEF }
        || totals.contains { BodyLabeller.contains(bytes, $0) }
        || others.contains { BodyLabeller.contains(bytes, $0) })
  }

  /// Whether bytes contain a lower-case word, in either case of Latin letters.
  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard !word.isEmpty, bytes.count >= word.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - word.count)).contains { start in
      word.indices.allSatisfy { offset in
        let (byte, wanted) = (bytes[start + offset], word[offset])
        return byte == wanted || (0x61...0x7A).contains(wanted) && byte | 0x20 == wanted
      }
    }
  }

  private static func prefix(_ text: String, _ words: [String]) -> String? {
    words.filter { text.hasPrefix($0) }.max { $0.count < $1.count }
  }

  private static func isCaption(_ text: String) -> Bool {
    let parts = CellText.plain(text).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && (2...8).contains(parts[0].count)
      && !parts[0].contains { $0.isNumber || $0.isASCII }
  }

  // MARK: Sections

  private static let numerals = Set<Unicode.Scalar>("一二三四五六七八九十".unicodeScalars)

  private func section(_ row: Int, _ leading: [Int]) -> (LineLabel, Name?)? {
    if let number, BodyLabeller.isOrdinal(grid.text(row, number)) {
      return (.section, Name(zh: "序号是汉字", en: "the number is a Chinese ordinal"))
    }
    guard let first = leading.first, grid.utf8(row, first).count < 120 else { return nil }
    let text = grid.text(row, first)
    let others = grid.filled(row).filter { $0 != number && $0 != first }
    lazy var hasOnlyNumbers = others.allSatisfy { isNumber(row, $0) }
    if BodyLabeller.withoutOrdinal(text) != text, hasOnlyNumbers || !reader.isOfProjects {
      return (.section, Name(zh: "以汉字序号开头", en: "begins with a Chinese ordinal"))
    }
    guard reader.isOfProjects, hasOnlyNumbers,
      BodyLabeller.cluster(in: grid, row, reader.index) != nil,
      reader.index.all("projects", text).isEmpty
    else { return nil }
    return (.section, Name(zh: "是集群名，无其他文字", en: "names a cluster and has no other text"))
  }

  private func isNumber(_ row: Int, _ column: Int) -> Bool {
    guard let number = try? NumberText(grid.text(row, column)) else { return false }
    return number.unit.isEmpty || reader.units.isKnown(number.unit)
      || reader.words.words(.counters).contains(number.unit)
  }

  /// Whether a text is a Chinese ordinal: `二`, `（三）`.
  static func isOrdinal(_ text: String) -> Bool {
    guard text.utf8.count < 24, !text.isEmpty else { return false }
    var scalars = CellText.plain(text).unicodeScalars[...]
    while let last = scalars.last, ["、", ".", ")"].contains(last) { scalars = scalars.dropLast() }
    if scalars.first == "(" { scalars = scalars.dropFirst() }
    return !scalars.isEmpty && scalars.allSatisfy(numerals.contains)
  }

  /// Returns a text without `一、` or `（一）` before it.
  static func withoutOrdinal(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, numerals.contains(first) || first == "（" || first == "("
    else {
      return text
    }
    let plain = CellText.plain(text)
    let isBracketed = plain.hasPrefix("(")
    let digits = (isBracketed ? plain.dropFirst() : plain[...]).unicodeScalars.prefix {
      numerals.contains($0)
    }
    guard !digits.isEmpty, let sign = plain.unicodeScalars[digits.endIndex...].first,
      isBracketed ? sign == ")" : sign == "、" || sign == "."
    else { return text }
    return String(
      CellText.trimmed(plain.unicodeScalars[plain.unicodeScalars.index(after: digits.endIndex)...]))
  }

  /// Returns a name without the count behind it: `装备制造业（2个）`, `合计：3 个`.
  static func bare(_ text: String) -> String {
    var plain = CellText.plain(text)
    if plain.hasSuffix(")"), let open = plain.lastIndex(of: "("), plain[open...].contains(where: \.isNumber) {
      plain = String(plain[..<open])
    }
    if let colon = plain.firstIndex(of: ":") { plain = String(plain[..<colon]) }
    return String(CellText.trimmed(plain.unicodeScalars))
  }

  /// Returns the cluster that a section names, as it is written; nil when it names none.
  static func cluster(in grid: Grid, _ row: Int, _ index: NameIndex) -> String? {
    for column in grid.filled(row) {
      let name = bare(withoutOrdinal(grid.text(row, column)))
      if index.all("clusters", name).count == 1 { return name }
    }
    return nil
  }
}
