import Domain

/// How a spreadsheet shows the number of a cell.
struct NumberFormat: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case plain, percent
    /// A date of which the day, the month or only the year is shown.
    case day, month, year
    case time
    /// A number that is shown divided by thousands.
    case scaled
  }

  var kind = Kind.plain
  /// The text before the number, such as `¥`.
  var prefix = ""
  /// The text after the number, such as a unit.
  var suffix = ""

  init(kind: Kind = .plain) { self.kind = kind }

  /// Returns a format that the file does not describe, by its number.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: kind = .percent
    case 14, 15, 16, 22, 28...31, 51, 53, 54, 58: kind = .day
    case 17, 27, 36, 50, 52, 57: kind = .month
    case 18...21, 32...35, 45...47, 55, 56: kind = .time
    default: break
    }
  }

  /// Reads a format such as `0.0%`, `yyyy"年"m"月"`, `#,##0.00_);(#,##0.00)`, `[$¥-804]0.00`.
  init(_ code: String) {
    let section = Section(code)
    (prefix, suffix) = (section.prefix, section.suffix)
    let letters = section.letters
    if letters.contains("y") || letters.contains("e") && !section.hasDigits || letters.contains("d") {
      kind = letters.contains("d") ? .day : letters.contains("m") ? .month : .year
    } else if letters.contains("h") || letters.contains("s") {
      kind = .time
    } else if letters.contains("m") {
      kind = .month
    } else if section.isPercent {
      kind = .percent
    } else if section.isScaled {
      kind = .scaled
    }
    if kind != .plain { (prefix, suffix) = ("", "") }
  }

  /// The first section of a format, which is that of positive numbers.
  private struct Section {
    var prefix = ""
    var suffix = ""
    var letters: Set<Character> = []
    var hasDigits = false
    var isPercent = false
    var isScaled = false
    private var hasComma = false

    init(_ code: String) {
      var rest = code[...]
      while let character = rest.first, character != ";" {
        if rest.prefix(7).lowercased() == "general" {
          hasDigits = true
          rest = rest.dropFirst(7)
          continue
        }
        rest = rest.dropFirst()
        switch character {
        case "\"":
          add(String(rest.prefix { $0 != "\"" }))
          rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "!": if let next = rest.popFirst() { add(String(next)) }
        case "_", "*": _ = rest.popFirst()
        case "[":
          let inside = rest.prefix { $0 != "]" }
          rest = rest.drop { $0 != "]" }.dropFirst()
          if inside.hasPrefix("$") { add(String(inside.dropFirst().prefix { $0 != "-" })) }
          if ["h", "hh", "m", "mm", "s", "ss"].contains(inside.lowercased()) { letters.insert("h") }
        default: addSymbol(character)
        }
      }
      isScaled = isScaled || hasComma
      if prefix.allSatisfy({ $0 == " " }) { prefix = "" }
      if suffix.allSatisfy({ $0 == " " }) { suffix = "" }
    }

    private mutating func add(_ text: String) {
      // The comma after the last digit divides by a thousand.
      if hasComma { isScaled = true }
      if hasDigits { suffix += text } else { prefix += text }
    }

    private mutating func addSymbol(_ symbol: Character) {
      switch symbol {
      case "0", "#", "?":
        hasDigits = true
        hasComma = false
      case ",": hasComma = hasDigits
      case "%": isPercent = true
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e":
        letters.insert(Character(symbol.lowercased()))
      case "¥", "￥", "$", "£", "€", "元", "万", "亿": add(String(symbol))
      default: break
      }
    }
  }
}
