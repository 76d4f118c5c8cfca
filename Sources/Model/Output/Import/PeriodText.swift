import Domain

/// Periods and dates as typed into a cell.
enum PeriodText {
  /// Reads `2022`, `2022年`, `2022.10`, `2022-10`, `2022年10月`, `2022年1-9月`, `2022Q3`, `2022年三季度`, `2022年上半年`,
  /// `2016-2020年`, `2022/10/3`, and the form of the files: `2022-01/2022-09`.
  static func period(_ cell: String) throws(CellFault) -> Period {
    let shape = CellShape(cell)
    if let text = try periodText(shape, cell), let period = Period(text) { return period }
    if let period = Period(CellText.plain(cell)) { return period }
    throw CellFault(
      zh: "“\(cell)”不是时期；写作 2022年、2022年10月、2022年1-9月、2022年三季度或 2016-2020年",
      en: "'\(cell)' is not a period; write 2022, 2022-10, 2022年1-9月, 2022Q3 or 2016-2020年")
  }

  /// Reads a period; months alone are those of the year of the table.
  static func period(_ cell: String, in base: PeriodHint?) throws(CellFault) -> Period {
    if let hint = PeriodHint.whole(cell), hint.year == nil {
      if let period = hint.completed(by: base).period { return period }
      throw CellFault(
        zh: "“\(cell)”没有年份；用 --period 2024 指定", en: "'\(cell)' has no year; give it with --period 2024",
        answers: [.need(.period)])
    }
    return try period(cell)
  }

  private static func periodText(_ shape: CellShape, _ cell: String) throws(CellFault) -> String? {
    let n = shape.numbers
    switch shape.pattern {
    case "NQN", "N年QN", "N年N季度", "N年第N季度", "NN季度":
      return months(n[0], n[1] * 3 - 2, n[1] * 3, isValid: (1...4).contains(n[1]))
    case "N年前N季度": return months(n[0], 1, n[1] * 3, isValid: (1...4).contains(n[1]))
    case "N年上半年": return months(n[0], 1, 6)
    case "N年下半年": return months(n[0], 7, 12)
    case "N年N-N月", "N.N-N月", "N年N月-N月", "N.N-N": return months(n[0], n[1], n[2], isValid: n[1] <= n[2])
    case "N.N-N.N", "N年N月-N年N月", "N/N-N/N":
      guard let first = day(n[0], n[1]), let last = day(n[2], n[3]) else { return nil }
      return "\(first)/\(last)"
    case "N-N", "N/N", "N-N年", "N年-N年":
      guard shape.lengths == [4, 4] else { return try dayText(shape, cell) }
      return "\(four(n[0]))/\(four(n[1]))"
    default: return try dayText(shape, cell)
    }
  }

  /// Reads a date with its precision: a day, month or year as in a period, and `2025年底前`, `2028年前`, `截至2024年10月底`,
  /// `不详`.
  ///
  /// - Parameter words: the words of an unknown date.
  static func date(_ cell: String, _ words: OfficeWords = .builtIn) throws(CellFault) -> PartialDate {
    let typed = CellText.plain(cell)
    if words.words(.unknownDates).contains(NameIndex.folded(typed)) { return .unknown }
    if let date = PartialDate(typed) { return date }
    if let rest = stateText(typed) { return try stateDate(date(rest, words), cell) }
    let plain = EnglishText.period(typed).replacing("年年", with: "年")
    if let part = partText(plain) { return try date(part) }
    if let (hint, rest) = PeriodHint.found(in: plain), rest.isEmpty || rest == "前", hint.year != nil,
      let months = hint.months, plain.contains("半年") || plain.contains("季度"),
      let last = PeriodHint(year: hint.year, months: months.upperBound...months.upperBound).text,
      let date = PartialDate("by " + last)
    {
      return date
    }
    for (suffix, word) in [("底前", "by "), ("末前", "by "), ("底", "by "), ("末", "by "), ("前", "before ")]
    where plain.hasSuffix(suffix) {
      let rest = String(plain.dropLast(suffix.count))
      if let text = try dayText(CellShape(rest), cell), let date = PartialDate(word + text) { return date }
    }
    if let text = try dayText(CellShape(cell), cell), let date = PartialDate(text) { return date }
    throw noDate(cell)
  }

  private static func noDate(_ cell: String) -> CellFault {
    CellFault(
      zh: "“\(cell)”不是日期；写作 2022-10-03、2022年10月、2022、2025年底前、2028年前或不详",
      en: "'\(cell)' is not a date; write 2022-10-03, 2022-10, 2022, by 2025, before 2028 or unknown")
  }

  /// Returns the time of a state that was reached by then, as lists print it: `截至2024年10月底`, `as of 2024-10`; nil for other
  /// text.
  private static func stateText(_ typed: String) -> String? {
    for word in ["截至", "截止到", "截止", "as of "] where typed.lowercased().hasPrefix(word) {
      return String(CellText.trimmed(typed.dropFirst(word.count).unicodeScalars))
    }
    return nil
  }

  /// Returns the date of a state that was reached by a time.
  private static func stateDate(_ date: PartialDate, _ cell: String) throws(CellFault) -> PartialDate {
    switch date.precision {
    case .by: return date
    case .day, .month, .year:
      if let date = PartialDate("by " + date.text) { return date }
    default: break
    }
    throw noDate(cell)
  }

  /// Reads a date; a month alone is one of the year of the table.
  static func date(_ cell: String, in base: PeriodHint?, _ words: OfficeWords = .builtIn) throws(CellFault)
    -> PartialDate
  {
    let typed = CellText.plain(cell)
    if let rest = stateText(typed) { return try stateDate(date(rest, in: base, words), cell) }
    let plain = EnglishText.period(typed)
    if let first = plain.firstIndex(of: "月"), plain[..<first].allSatisfy(\.isNumber), let year = base?.year {
      return try date("\(year)年\(plain)", words)
    }
    return try date(cell, words)
  }

  /// Returns the months of a half or quarter, and the part of a date without 上旬, 中旬, 下旬, 初.
  private static func partText(_ plain: String) -> String? {
    // The beginning of a year is its first month, as its end is its last.
    if plain.hasSuffix("年初") { return String(plain.dropLast()) + "1月" }
    for ending in ["上旬", "中旬", "下旬", "初", "份"] where plain.hasSuffix("月" + ending) {
      return String(plain.dropLast(ending.count))
    }
    return nil
  }

  /// Returns a day, month or year in the form of the files; nil for another shape.
  private static func dayText(_ shape: CellShape, _ cell: String) throws(CellFault) -> String? {
    let n = shape.numbers
    let lengths = shape.lengths
    switch shape.pattern {
    case "N" where lengths == [5]:
      throw CellFault(
        zh: "“\(cell)”像是 Excel 的日期序号；请把单元格设为“日期”再导出",
        en: "'\(cell)' looks like an Excel date number; format the cell as a date and export again")
    case "N" where lengths == [6]: return day(n[0] / 100, n[0] % 100)
    case "N" where lengths == [8]: return day(n[0] / 10000, n[0] / 100 % 100, n[0] % 100)
    case "N", "N年", "N年度", "N年全年": return lengths == [4] ? four(n[0]) : nil
    case "N.N" where lengths == [4, 1] && n[1] == 1:
      throw CellFault(
        zh: "“\(cell)”有歧义：1月，还是被 Excel 去掉末尾0的10月？写作 \(n[0])-01 或 \(n[0])-10",
        en: "'\(cell)' is ambiguous: January, or October without its 0? Write \(n[0])-01 or \(n[0])-10")
    case "N.N", "N-N", "N/N", "N年N月":
      return lengths[0] == 4 && lengths[1] <= 2 ? day(n[0], n[1]) : nil
    case "N.N.N", "N-N-N", "N/N/N", "N年N月N日", "N年N月N号":
      if lengths[0] != 4, lengths[2] == 4, shape.pattern != "N年N月N日", n[0] > 12 || n[1] > 12 {
        return n[0] > 12 ? day(n[2], n[1], n[0]) : day(n[2], n[0], n[1])
      }
      if lengths[0] != 4 {
        throw CellFault(
          zh: "“\(cell)”的年月日次序有歧义；写作 2022-10-03", en: "the order of '\(cell)' is ambiguous; write 2022-10-03")
      }
      return day(n[0], n[1], n[2])
    default: return nil
    }
  }

  private static func four(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func day(_ year: Int, _ month: Int, _ day: Int? = nil) -> String? {
    guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
    return "\(four(year))-\(two(month))" + (day.map { "-\(two($0))" } ?? "")
  }

  private static func months(_ year: Int, _ first: Int, _ last: Int, isValid: Bool = true) -> String? {
    guard isValid, let start = day(year, first), let end = day(year, last) else { return nil }
    return start == end ? start : "\(start)/\(end)"
  }
}

/// A cell as the pattern of its numbers: `2022年1-9月` is `N年N-N月` with 2022, 1 and 9.
struct CellShape {
  private(set) var pattern = ""
  private(set) var numbers: [Int] = []
  /// The number of digits of each number.
  private(set) var lengths: [Int] = []

  init(_ cell: String) {
    var digits = ""
    var text = EnglishText.period(CellText.plain(cell))
    if let blank = text.firstIndex(where: { $0 == " " || $0 == "T" }),
      CellShape.isTime(text[text.index(after: blank)...])
    {
      text = String(text[..<blank])
    }
    let isQuarter = text.hasSuffix("季度")
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      finish(&digits)
      switch scalar {
      case " ": break
      case "~", "至", "到": pattern += "-"
      case "q": pattern += "Q"
      case "一" where isQuarter, "二" where isQuarter, "三" where isQuarter, "四" where isQuarter:
        take(String(1 + (["一", "二", "三", "四"].firstIndex(of: scalar) ?? 0)))
      default: pattern.unicodeScalars.append(scalar)
      }
    }
    finish(&digits)
  }

  /// Whether a text is a time of day: `09:12`, `09:12:33`, `09:12:33.000Z`.
  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { part in
        let digits = part.prefix { $0.isNumber }
        return (1...2).contains(digits.count)
          && part[digits.endIndex...].allSatisfy { $0.isNumber || ".Z+".contains($0) }
      }
  }

  private mutating func finish(_ digits: inout String) {
    if !digits.isEmpty { take(digits) }
    digits = ""
  }

  private mutating func take(_ digits: String) {
    pattern += "N"
    numbers.append(digits.utf8.count <= 9 ? Int(digits) ?? 0 : 0)
    lengths.append(digits.utf8.count)
  }
}
