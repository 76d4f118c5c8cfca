import Domain

/// The cells of a statement as offices write them.
extension FigureReader {
  func subject(_ text: String) throws(CellFault) -> Subject {
    if let subject = heads.subject(ofCell: text) { return subject }
    return try FigureReader.orLeftOut(text) { () throws(CellFault) in try index.subject(text, in: dataset) }
  }

  /// Returns the indicator of a cell such as `规上工业总产值（亿元）` or `其中：工业投资`.
  func indicator(_ text: String) throws(CellFault) -> String {
    try indicators.value(text) { text throws(CellFault) in try newIndicator(text) }
  }

  private func newIndicator(_ text: String) throws(CellFault) -> String {
    let named = index.all("indicators", text)
    if named.count == 1 { return named[0] }
    var bare = HeadReader.folded(heads.split(BodyLabeller.withoutOrdinal(text)).bare)
    for word in heads.words.words(.parts) where bare.hasPrefix(word) { bare.removeFirst(word.count) }
    bare = String(bare.drop { ":.、 1234567890".contains($0) })
    if let id = heads.indicator(bare) { return id }
    return try FigureReader.orLeftOut(text) { () throws(CellFault) in try index.one("indicators", text) }
  }

  /// Adds to the fault of an unknown name how to import the table without its row.
  private static func orLeftOut<Value>(_ text: String, _ find: () throws(CellFault) -> Value)
    throws(CellFault) -> Value
  {
    do throws(CellFault) {
      return try find()
    } catch {
      let option = ShellWord.quoted(text)
      throw CellFault(
        zh: "\(error.message.zh)；不录入此行用 --leave-out \(option)",
        en: "\(error.message.en); --leave-out \(option) imports the table without the row", leftOut: text)
    }
  }

  private static let brackets: [(Character, Character)] = [("[", "]"), ("〔", "〕"), ("【", "】")]

  func isBracketed(_ row: ImportRow) -> Bool {
    guard let text = row.text(.value), let first = text.first, !first.isNumber else { return false }
    let plain = CellText.plain(text)
    return FigureReader.brackets.contains { plain.first == $0.0 && plain.last == $0.1 }
  }

  func number(_ text: String, _ row: ImportRow) throws(CellFault) -> NumberText {
    guard isBracketed(row) else {
      if let rate = try rateInWords(text, row) { return rate }
      return try NumberText(text, row.mapping.words)
    }
    guard row.mapping.bracket != nil else {
      throw CellFault(
        zh: "“\(text)”的括号是什么意思，表中没有“注：[ ]为五年累计数”之类的说明，或规划不明（--plan）",
        en: "no note of the table says what the brackets of '\(text)' mean, or the plan is not known (--plan)"
      )
    }
    return try NumberText(String(CellText.plain(text).dropFirst().dropLast()), row.mapping.words)
  }

  /// Returns the rate of a cell such as `下降3.2%`; nil for another cell.
  private func rateInWords(_ text: String, _ row: ImportRow) throws(CellFault) -> NumberText? {
    guard let first = text.utf8.first, first >= 0x80, let kind = row.text(.kind),
      (try? FigureReader.kind(kind, row.mapping.words)) == .growth
    else { return nil }
    let (plain, words) = (CellText.plain(text), row.mapping.words)
    func rest(_ list: OfficeWords.List) -> Substring? {
      words.words(list).first(where: plain.hasPrefix).map { plain.dropFirst($0.count) }
    }
    let fall = rest(.falls)
    guard let rest = fall ?? rest(.rises), case let bare = rest.drop(while: { $0 == " " || $0 == ":" }),
      bare.first?.isNumber == true
    else { return nil }
    var number = try NumberText(String(bare), words)
    guard fall != nil else { return number }
    guard number.upper == nil, number.comparator == .equal else {
      throw CellFault(zh: "“\(text)”不是数；写作 -3.2%", en: "'\(text)' is not a number; write -3.2%")
    }
    number.digits = "-" + number.digits
    return number
  }

  /// Whether a target is words without a number.
  func isInWords(_ row: ImportRow) -> Bool {
    row.mapping.constants[.kind] == Figure.Kind.target.rawValue
      && row.text(.value).map { !$0.contains(where: \.isNumber) } ?? false
  }
}
