import Domain

/// A number as typed into a cell: `1,234.5`, `１２`, `35.75亿元`, `12.3%`, `≥100`, `100家以上`, `8-10`.
struct NumberText: Equatable {
  /// Decimal digits with sign and point, so that a change of unit can move the point exactly.
  var digits: String
  /// The end of a range; nil for a single number.
  var upper: String?
  var comparator = Figure.Comparator.equal
  /// The text after the number; may be empty.
  var unit = ""

  private static let prefixes: [(String, Figure.Comparator)] = [
    ("不低于", .atLeast), ("不少于", .atLeast), ("不超过", .atMost), ("不高于", .atMost), ("不足", .under),
    ("超过", .over), ("突破", .over), ("约", .about), ("近", .about), ("≥", .atLeast), (">=", .atLeast),
    ("≤", .atMost), ("<=", .atMost), (">", .over), ("<", .under), ("≈", .about),
  ]
  private static let suffixes: [(String, Figure.Comparator)] = [
    ("及以上", .atLeast), ("以上", .atLeast), ("以内", .atMost), ("左右", .about),
  ]

  /// - Parameter words: the signs of currencies.
  init(_ cell: String, _ words: OfficeWords = .builtIn) throws(CellFault) {
    var rest = Substring(CellText.plain(cell))
    // Accountants write negative numbers in brackets.
    let isNegative = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isNegative { rest = rest.dropFirst().dropLast() }
    let currency = NumberText.currency(&rest, words)
    for (word, sign) in NumberText.prefixes where rest.utf8.starts(with: word.utf8) {
      comparator = sign
      rest = CellText.trimmed(rest.utf8.dropFirst(word.utf8.count))
      break
    }
    digits = try NumberText.number(&rest, cell)
    if let sign = rest.unicodeScalars.first, ["-", "~", "至", "—", "–"].contains(sign) {
      rest = CellText.trimmed(rest.unicodeScalars.dropFirst())
      upper = try NumberText.number(&rest, cell)
      guard let low = Double(digits), let high = upper.flatMap({ Double($0) }), low < high else {
        throw CellFault(
          zh: "“\(cell)”不是由小到大的区间；日期请放在时期列",
          en: "'\(cell)' is not an ascending range; dates belong in the period column")
      }
    }
    rest = CellText.trimmed(rest.unicodeScalars)
    for (word, sign) in NumberText.suffixes where rest.hasSuffix(word) && comparator == .equal {
      comparator = sign
      rest = CellText.trimmed(Substring(rest.dropLast(word.count)).unicodeScalars)
      break
    }
    if let first = rest.first, first == "余" || first == "多", comparator == .equal {
      comparator = .over
      rest = CellText.trimmed(rest.unicodeScalars.dropFirst())
    }
    unit = EnglishText.unit(String(rest), words) ?? String(rest)
    if let currency { unit = NumberText.unit(unit, of: currency) }
    if isNegative {
      guard upper == nil, !digits.hasPrefix("-") else {
        throw CellFault(zh: "“\(cell)”不是数", en: "'\(cell)' is not a number")
      }
      digits = "-" + digits
    }
  }

  /// Removes the sign of a currency from the start of `rest` and returns its unit.
  private static func currency(_ rest: inout Substring, _ words: OfficeWords) -> String? {
    guard let first = rest.unicodeScalars.first, !("0"..."9").contains(first) else { return nil }
    guard
      let (sign, unit) = words.currencies.first(where: { rest.lowercased().hasPrefix($0.sign.lowercased()) })
    else {
      return nil
    }
    rest = CellText.trimmed(rest.dropFirst(sign.count).unicodeScalars)
    return unit
  }

  /// Returns a unit with the sign of a currency in words: `£m` is 百万英镑.
  static func spelledUnit(_ text: String, _ words: OfficeWords) -> String {
    if let unit = EnglishText.unit(text, words) { return unit }
    var rest = text[...]
    guard let currency = currency(&rest, words) else { return text }
    return unit(String(rest), of: currency)
  }

  /// Returns the unit of an amount with the sign of a currency: `£3.2m` is in 百万英镑.
  private static func unit(_ suffix: String, of currency: String) -> String {
    let numeral = ["": "", "k": "千", "m": "百万", "bn": "十亿", "b": "十亿"][suffix.lowercased()]
    if let numeral { return numeral + currency }
    if let spelled = EnglishText.unit(suffix) { return spelled + currency }
    return suffix.allSatisfy { "十百千万亿".contains($0) } ? suffix + currency : suffix
  }

  /// Removes a number from the start of `rest` and returns it.
  private static func number(_ rest: inout Substring, _ cell: String) throws(CellFault) -> String {
    var text = ""
    var hasExponent = false
    while let scalar = rest.unicodeScalars.first {
      let isSign = scalar == "-" || scalar == "+"
      let isPart = ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
      if isSign, !text.isEmpty, text.unicodeScalars.last != "E" { break }
      if scalar == "E" || scalar == "e", !text.isEmpty, !hasExponent {
        hasExponent = true
        text.append("E")
      } else if isSign || isPart {
        if scalar != "+" { text.unicodeScalars.append(scalar) }
      } else {
        break
      }
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    if hasExponent {
      throw CellFault(
        zh: "“\(cell)”被 Excel 改成了科学记数，末位可能已丢失；请把单元格设为“数值”再导出",
        en: "Excel shortened '\(cell)' and may have lost digits; format the cell as a number and export again"
      )
    }
    try checkGroups(text, cell)
    let plain = text.filter { $0 != "," }
    guard let value = Double(plain), value.isFinite else {
      throw CellFault(
        zh: "“\(cell)”不是数；写作 1234.5、1,234.5 或 35.75亿元",
        en: "'\(cell)' is not a number; write 1234.5, 1,234.5 or 35.75亿元")
    }
    guard abs(value) < Decimal.limit else {
      throw CellFault(
        zh: "“\(cell)”太大；最多15位整数", en: "'\(cell)' is too large; at most 15 digits before the decimal point")
    }
    return plain
  }

  /// Checks that commas separate groups of three digits and do not occur in decimals: 12,5 and 1.234,5 are ambiguous.
  private static func checkGroups(_ text: String, _ cell: String) throws(CellFault) {
    guard text.contains(",") else { return }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].filter { $0 != "-" }.count
    guard halves.count <= 2, halves.count < 2 || !halves[1].contains(","), (1...3).contains(first),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else {
      throw CellFault(
        zh: "“\(cell)”的逗号有歧义；千分位写作 1,234.5，小数点用“.”",
        en:
          "the comma in '\(cell)' is ambiguous; write 1,234.5 with groups of three digits and a decimal point"
      )
    }
  }
}

/// The treatment common to all cells.
enum CellText {
  /// Returns the bytes of a cell without the blanks around it.
  static func trimmed(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    var slice = bytes[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let wide: [[UInt8]] = [[0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B]]
    while let first = slice.first {
      if isSpace(first) {
        slice = slice.dropFirst()
      } else if first > 0x7F, let blank = wide.first(where: { slice.starts(with: $0) }) {
        slice = slice.dropFirst(blank.count)
      } else {
        break
      }
    }
    while let last = slice.last {
      if isSpace(last) {
        slice = slice.dropLast()
      } else if last > 0x7F, let blank = wide.first(where: { slice.suffix($0.count).elementsEqual($0) }) {
        slice = slice.dropLast(blank.count)
      } else {
        break
      }
    }
    return slice
  }

  /// Returns a text in half-width form, with Chinese and typographic signs replaced by ASCII ones, without surrounding
  /// spaces.
  static func plain(_ cell: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      switch scalar.value {
      case 0x2212, 0x2013, 0x2014: result.append("-")
      case 0xFEFF, 0x200B: break
      default: result.append(HalfWidth.scalar(scalar))
      }
    }
    return String(trimmed(result))
  }

  static func trimmed<Scalars: BidirectionalCollection>(_ scalars: Scalars) -> Substring
  where Scalars.Element == Unicode.Scalar {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    guard let first = view.firstIndex(where: { !isBlank($0) }),
      let last = view.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return Substring(view[first...last])
  }

  static func trimmed(_ bytes: Substring.UTF8View.SubSequence) -> Substring {
    trimmed(Substring(bytes).unicodeScalars)
  }
}
