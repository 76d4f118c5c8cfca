import Domain

/// The part of a period that a head or a title prints: a year, months, or both.
struct PeriodHint: Equatable {
  var year: Int?
  /// The last year of several.
  var lastYear: Int?
  var months: ClosedRange<Int>?

  /// The text form of the period; nil without a year.
  var text: String? {
    guard let year else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if let lastYear { return "\(year)/\(lastYear)" }
    guard let months else { return String(year) }
    let first = "\(year)-\(two(months.lowerBound))"
    return months.count == 1 ? first : "\(first)/\(year)-\(two(months.upperBound))"
  }

  var period: Period? { text.flatMap { Period($0) } }

  /// Whether it is several months from January on.
  var isSinceJanuary: Bool { months.map { $0.lowerBound == 1 && $0.count > 1 } ?? false }

  /// The hint with the year of another where it has none.
  func completed(by base: PeriodHint?) -> PeriodHint {
    var hint = self
    if hint.year == nil { hint.year = base?.lastYear == nil ? base?.year : nil }
    return hint
  }

  init(year: Int? = nil, lastYear: Int? = nil, months: ClosedRange<Int>? = nil) {
    (self.year, self.lastYear, self.months) = (year, lastYear, months)
  }

  /// - Returns: nil for a period that begins or ends within a month, or months of several years.
  init?(_ period: Period) {
    let (start, end) = (period.start, period.end)
    if start == .first(ofYear: start.year), end == .last(ofYear: end.year) {
      self.init(year: start.year, lastYear: end.year == start.year ? nil : end.year)
    } else if start.year == end.year, start.day == 1, end == .last(ofYear: end.year, month: end.month) {
      self.init(year: start.year, months: start.month...end.month)
    } else {
      return nil
    }
  }

  // MARK: In a text

  /// Finds the first period in a text: `2022年11月`, `2024年`, `1-11月`, `2021-2025年`, `2024年上半年`, `2023年底`.
  ///
  /// - Returns: the hint, and the text without it; nil when there is none.
  static func found(in text: String) -> (hint: PeriodHint, rest: String)? {
    let scalars = Array(EnglishText.period(CellText.plain(text)).unicodeScalars)
    guard let (hint, range) = next(in: scalars, from: 0) else { return nil }
    var head = String.UnicodeScalarView(scalars[..<range.lowerBound])
    for word in endings where String(head).hasSuffix(word) {
      head.removeLast(word.unicodeScalars.count)
      break
    }
    return (hint, String(head) + String(String.UnicodeScalarView(scalars[range.upperBound...])))
  }

  /// The words before the end of a period.
  private static let endings = ["截至", "截止", "至"]

  /// Returns the periods in a title. A day, such as that on which the table was made, is none, unless the title says that it
  /// is the end of the period: `截至2024年5月31日` is May.
  static func all(in text: String) -> [PeriodHint] {
    let scalars = Array(EnglishText.period(CellText.plain(text)).unicodeScalars)
    var hints: [PeriodHint] = []
    var position = 0
    while let (found, range) = next(in: scalars, from: position) {
      var (hint, end) = (found, range.upperBound)
      var isDay = false
      if hint.months?.count == 1, let after = day(in: scalars, from: end) { (isDay, end) = (true, after) }
      let head = String(String.UnicodeScalarView(scalars[..<range.lowerBound]))
      if isDay { hint.months = hint.months.map { $0.upperBound...$0.upperBound } }
      if !isDay || endings.contains(where: head.hasSuffix) { hints.append(hint) }
      position = max(end, position + 1)
    }
    return hints
  }

  /// Returns the position after `5日`, `-5` or `/5`; nil where no day follows.
  private static func day(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var position = start
    var isNumeric = false
    if position < scalars.count, [".", "-", "/"].contains(scalars[position]) {
      isNumeric = true
      position += 1
    }
    let digits = scalars[position...].prefix(3).prefix { Scanner.isDigit($0) }
    guard (1...2).contains(digits.count) else { return nil }
    position += digits.count
    if position < scalars.count, ["日", "号"].contains(scalars[position]) { return position + 1 }
    return isNumeric ? position : nil
  }

  /// Finds the first period from a position on, with its place.
  private static func next(in scalars: [Unicode.Scalar], from start: Int) -> (
    hint: PeriodHint, range: Range<Int>
  )? {
    var position = start
    while position < scalars.count {
      var scanner = Scanner(scalars: scalars, position: position)
      if let hint = scanner.hint() {
        scanner.skip(["底", "末", "份", "止", "初"])
        return (hint, position..<scanner.position)
      }
      // A number is read as a whole.
      let isDigit = Scanner.isDigit(scalars[position])
      position += 1
      while isDigit, position < scalars.count, Scanner.isDigit(scalars[position]) { position += 1 }
    }
    return nil
  }

  /// Returns the period that a text is as a whole: `2020`, `2020年`, `5月`; nil for another text.
  static func whole(_ text: String) -> PeriodHint? {
    let plain = EnglishText.period(CellText.plain(text))
    if plain.utf8.count == 4, let year = Int(plain), (1950...2100).contains(year) {
      return PeriodHint(year: year)
    }
    if let month = month(ofFirstDay: plain) { return month }
    guard let (hint, rest) = found(in: plain), rest.isEmpty else { return nil }
    return hint
  }

  /// Returns the month of its first day, as a spreadsheet exports a head of type date: `2024/5/1`.
  private static func month(ofFirstDay plain: String) -> PeriodHint? {
    let parts = plain.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), (1950...2100).contains(year),
      let month = Int(parts[1]), (1...12).contains(month), Int(parts[2]) == 1
    else { return nil }
    return PeriodHint(year: year, months: month...month)
  }

  /// Reads a period from a position.
  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var position: Int

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func next(_ offset: Int = 0) -> Unicode.Scalar? {
      scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
    }

    mutating func skip(_ words: [Unicode.Scalar]) {
      while let scalar = next(), words.contains(scalar) { position += 1 }
    }

    private mutating func take(_ word: String) -> Bool {
      let wanted = Array(word.unicodeScalars)
      guard scalars[position...].starts(with: wanted) else { return false }
      position += wanted.count
      return true
    }

    private mutating func number() -> (value: Int, length: Int)? {
      var value = 0
      var length = 0
      while length < 5, let scalar = next(), Scanner.isDigit(scalar) {
        value = value * 10 + Int(scalar.value) - 48
        length += 1
        position += 1
      }
      return length > 0 && length < 5 ? (value, length) : nil
    }

    private mutating func dash() -> Bool {
      guard let scalar = next(), ["-", "~", "至", "到"].contains(scalar) else { return false }
      position += 1
      return true
    }

    mutating func hint() -> PeriodHint? {
      if let months = part() { return PeriodHint(months: months) }
      guard let first = number() else { return nil }
      if first.length == 4, (1950...2100).contains(first.value) { return year(first.value) }
      guard first.length <= 2 else { return nil }
      return months(from: first.value).map { PeriodHint(months: $0) }
    }

    private mutating func year(_ year: Int) -> PeriodHint? {
      let start = position
      let hasWord = take("年")
      if !hasWord, let sign = next(), [".", "/", "-"].contains(sign) {
        position += 1
        if let month = number(), month.length <= 2, (1...12).contains(month.value),
          sign != "." || month != (1, 1),
          next() != sign
        {
          return PeriodHint(year: year, months: month.value...month.value)
        }
        position = start
      }
      if dash(), let last = number(), last.length == 4, (year...2100).contains(last.value) {
        _ = take("年")
        return PeriodHint(year: year, lastYear: last.value)
      }
      position = start
      guard take("年") else { return nil }
      skip(["度"])
      let afterYear = position
      if let months = part() { return PeriodHint(year: year, months: months) }
      if let month = number(), month.length <= 2, let months = months(from: month.value) {
        return PeriodHint(year: year, months: months)
      }
      position = afterYear
      return PeriodHint(year: year)
    }

    /// Reads `月`, `-9月` after a first month.
    private mutating func months(from first: Int) -> ClosedRange<Int>? {
      let hasWord = take("月")
      let start = position
      if dash(), let last = number(), last.length <= 2, take("月"), first >= 1, first <= last.value,
        last.value <= 12
      {
        return first...last.value
      }
      position = start
      return hasWord && (1...12).contains(first) ? first...first : nil
    }

    /// Reads a half or a quarter: `上半年`, `三季度`, `前三季度`, `第二季度`.
    private mutating func part() -> ClosedRange<Int>? {
      let start = position
      if take("上半年") { return 1...6 }
      if take("下半年") { return 7...12 }
      let isThrough = take("前")
      if !isThrough { _ = take("第") }
      for (index, words) in [["一", "1"], ["二", "2", "两"], ["三", "3"], ["四", "4"]].enumerated() {
        for word in words {
          let before = position
          if take(word), take("季度") || take("个季度") {
            return (isThrough ? 1 : index * 3 + 1)...(index * 3 + 3)
          }
          position = before
        }
      }
      position = start
      return nil
    }
  }
}

private func != (left: (value: Int, length: Int), right: (Int, Int)) -> Bool {
  left.value != right.0 || left.length != right.1
}
