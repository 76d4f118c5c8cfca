/// English forms of periods, dates and units, put into the Chinese forms by which tables are read, so that both languages
/// have one grammar.
enum EnglishText {
  // MARK: Periods

  /// Returns a text with its English periods in Chinese form: `Jan-May 2024` is `2024年1-5月`, `Q3 2024` is `2024年3季度`,
  /// `H1 2024` is `2024年上半年`, `end of May 2024` is `2024年5月底`, `5 Oct 2023` is `2023-10-5`. Other text stays.
  static func period(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x40 && $0 < 0x7B }) else { return text }
    let tokens = Token.all(in: text)
    var result = ""
    var position = 0
    while position < tokens.count {
      var phrase = Phrase(tokens: tokens, position: position)
      if let chinese = phrase.period() {
        result += chinese
        position = phrase.position
      } else {
        result += tokens[position].text
        position += 1
      }
    }
    return result
  }

  /// A run of letters, a run of digits, or one other character.
  private struct Token {
    var text: String

    var number: Int? { text.utf8.count <= 4 ? Int(text) : nil }
    var year: Int? { text.utf8.count == 4 ? number.flatMap { (1950...2100).contains($0) ? $0 : nil } : nil }
    var day: Int? { text.utf8.count <= 2 ? number.flatMap { (1...31).contains($0) ? $0 : nil } : nil }

    /// The month of `jan`, `january`; `sept` as well.
    var month: Int? {
      let word = text.lowercased()
      guard word.utf8.count >= 3 else { return nil }
      let index = Token.months.firstIndex { $0 == word || $0.prefix(3) == word }
      return (index ?? (word == "sept" ? 8 : nil)).map { $0 + 1 }
    }

    private static let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]

    static func all(in text: String) -> [Token] {
      var tokens: [Token] = []
      var last: Int?
      for character in text {
        let kind = character.isASCII ? (character.isLetter ? 1 : character.isNumber ? 2 : 0) : 0
        if kind != 0, kind == last {
          tokens[tokens.count - 1].text.append(character)
        } else {
          tokens.append(Token(text: String(character)))
        }
        last = kind
      }
      return tokens
    }
  }

  /// Reads a period from a position.
  private struct Phrase {
    let tokens: [Token]
    var position: Int

    private var isAtStart: Bool { position == 0 || !isLetter(position - 1) }

    private func isLetter(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].text.first?.isLetter == true
    }

    private mutating func skip(_ signs: Set<String> = [" "]) {
      while position < tokens.count, signs.contains(tokens[position].text) { position += 1 }
    }

    /// Takes one of several words, and the blanks behind it.
    private mutating func take(_ words: Set<String>) -> String? {
      guard position < tokens.count else { return nil }
      let word = tokens[position].text.lowercased()
      guard words.contains(word) else { return nil }
      position += 1
      skip()
      return word
    }

    private mutating func take<Value>(_ part: (Token) -> Value?) -> Value? {
      guard position < tokens.count, let value = part(tokens[position]) else { return nil }
      position += 1
      return value
    }

    /// Reads one form, or stays where it is.
    private mutating func attempt(_ form: (inout Phrase) -> String?) -> String? {
      var copy = self
      guard let text = form(&copy), !copy.isLetter(copy.position) else { return nil }
      self = copy
      return text
    }

    mutating func period() -> String? {
      guard isAtStart, tokens[position].text.first.map({ $0.isASCII && ($0.isLetter || $0.isNumber) }) == true
      else { return nil }
      return attempt { $0.end() } ?? attempt { $0.dayOfMonth() } ?? attempt { $0.part() } ?? attempt {
        $0.half()
      }
        ?? attempt { $0.months() } ?? attempt { $0.bareYear() }
    }

    /// `end of May 2024`, `by the end of 2024`, `end-2024`.
    private mutating func end() -> String? {
      if take(["by"]) != nil { _ = take(["the"]) }
      guard take(["end", "end-"]) != nil else { return nil }
      skip([" ", "-"])
      _ = take(["of"])
      if let year = take(\.year) { return "\(year)年底" }
      return months().map { $0 + "底" }
    }

    /// `5 Oct 2023`, `5-Oct-2023`, `Oct 5, 2023`.
    private mutating func dayOfMonth() -> String? {
      let signs: Set<String> = [" ", "-", ",", ".", "/"]
      let first = take(\.day)
      skip(signs)
      guard let month = take(\.month) else { return nil }
      skip(signs)
      guard let day = first ?? take(\.day) else { return nil }
      skip(signs)
      return take(\.year).map { "\($0)-\(month)-\(day)" }
    }

    /// `Q3 2024`, `2024 Q3`, `2024Q3`, `Q3`; `H1` likewise.
    private mutating func part() -> String? {
      let before = take(\.year)
      skip([" ", "-"])
      guard let letter = take(["q", "h", "m"]), let number = take(\.day) else { return nil }
      if letter == "m" { return before.flatMap { number <= 12 ? "\($0)年\(number)月" : nil } }
      guard number <= (letter == "q" ? 4 : 2) else { return nil }
      let year = before ?? yearBehind()
      let name = letter == "q" ? "\(number)季度" : number == 1 ? "上半年" : "下半年"
      return (year.map { "\($0)年" } ?? "") + name
    }

    /// `first half of 2024`.
    private mutating func half() -> String? {
      guard let word = take(["first", "second"]), take(["half"]) != nil else { return nil }
      _ = take(["of"])
      return take(\.year).map { "\($0)年" + (word == "first" ? "上半年" : "下半年") }
    }

    /// `Oct 2023`, `2023 Oct`, `Jan-May 2024`, `Jan-May`, and a month alone where the text begins or ends with it: it may
    /// be the verb `may` elsewhere.
    private mutating func months() -> String? {
      let start = position
      let before = take(\.year)
      skip([" ", "-", "/", "."])
      guard let first = take(\.month) else { return nil }
      skip(["."])
      var text = "\(first)月"
      let single = position
      skip()
      if take(["-", "~", "to", "through", "until"]) != nil, let last = take(\.month), first <= last {
        text = "\(first)-\(last)月"
        skip(["."])
      } else {
        position = single
      }
      if let year = before ?? yearBehind() { return "\(year)年\(text)" }
      // `Oct-23` may be a day or a year.
      var next = self
      next.skip([" ", "-", "'", "/", "."])
      if next.position < tokens.count, tokens[next.position].text.first?.isNumber == true { return nil }
      let isEdge = start == 0 || position == tokens.count || position > single
      return isEdge || tokens[start - 1].text == "(" ? text : nil
    }

    /// A year alone, which the Chinese form marks: `2020 (actual)`.
    private mutating func bareYear() -> String? {
      let isBehindSign = position > 0 && ["-", "~", "/", "."].contains(tokens[position - 1].text)
      guard !isBehindSign, let year = take(\.year) else { return nil }
      let next = position < tokens.count ? tokens[position].text : ""
      return ["年", "-", "~", "/", ".", "至"].contains(next) ? nil : "\(year)年"
    }

    /// Takes a year behind a blank, a comma or a sign.
    private mutating func yearBehind() -> Int? {
      let start = position
      skip([" ", ",", "-", "/", "."])
      _ = take(["of", "in"])
      if let year = take(\.year) { return year }
      position = start
      return nil
    }
  }

  // MARK: Units

  /// Returns an English unit of money or with a numeral in Chinese form: `RMB million` is `百万元`, `10k yuan` and
  /// `10,000 yuan` are `万元`, `100 million tonnes` is `亿tonnes`, `bn` is `十亿`. Nil for a text that is not understood
  /// as a whole.
  ///
  /// - Parameter words: the signs of currencies.
  static func unit(_ text: String, _ words: OfficeWords = .builtIn) -> String? {
    guard text.utf8.contains(where: { $0 > 0x60 && $0 < 0x7B || $0 > 0x40 && $0 < 0x5B }) else { return nil }
    var pieces = text.lowercased().split { " -".contains($0) }.map { $0.filter { $0 != "," } }
    var currency: String?
    for (sign, unit) in words.currencies where currency == nil {
      if pieces.first == sign.lowercased() {
        pieces.removeFirst()
      } else if pieces.last == sign.lowercased() {
        pieces.removeLast()
      } else {
        continue
      }
      currency = unit
    }
    var factor = 1.0
    var numerals = 0
    while let piece = pieces.first, let value = numeral(piece, isMoney: currency != nil) {
      factor *= value
      numerals += 1
      pieces.removeFirst()
    }
    let signs = words.currencies.map { $0.sign.lowercased() }
    guard currency != nil || numerals > 0, pieces.isEmpty || currency == nil,
      !pieces.contains(where: signs.contains),
      let numeral = names[factor]
    else { return nil }
    return numeral + (currency ?? pieces.joined(separator: " "))
  }

  /// The value of `million`, `10k`, `100`; letters alone are numerals of money only: `m` is a metre as well.
  private static func numeral(_ piece: String, isMoney: Bool) -> Double? {
    if let value = words[piece] { return value }
    if isMoney, let value = letters[piece] { return value }
    let digits = piece.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let value = Double(digits) else { return nil }
    let rest = String(piece.dropFirst(digits.count))
    if rest.isEmpty { return value }
    return (letters[rest] ?? words[rest]).map { $0 * value }
  }

  private static let words: [String: Double] = [
    "ten": 10, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "mn": 1e6, "mln": 1e6,
    "bn": 1e9,
    "trillion": 1e12,
  ]
  private static let letters: [String: Double] = ["k": 1e3, "m": 1e6, "b": 1e9]
  private static let names: [Double: String] = [
    1: "", 10: "十", 100: "百", 1e3: "千", 1e4: "万", 1e5: "十万", 1e6: "百万", 1e7: "千万", 1e8: "亿", 1e9: "十亿",
    1e12: "万亿",
  ]
}
