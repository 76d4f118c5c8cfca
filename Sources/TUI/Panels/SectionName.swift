/// The names of the sections of Chinese documents for English readers.
///
/// The numbers of headings become figures: `三（一）` is `3 (1)`, `专栏2` is `Box 2`, `表1` is `Table 1`. A heading in words
/// stays as the document prints it, in quotation marks, so that it can be found there.
enum SectionName {
  private static let words: [(zh: String, en: String)] = [
    ("专栏", "Box "), ("表", "Table "), ("图", "Figure "), ("附件", "Annex "), ("导语", "lead"), ("标题", "title"),
    ("正文", "text"), ("前言", "preface"), ("附表", "Annex table "),
  ]
  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// Returns the name in English where it is a number, and quoted where it is words.
  static func english(_ section: String) -> String {
    section.split(separator: " ").map { part(String($0)) }.joined(separator: " ")
  }

  /// Returns a number such as `（一）` or `十二` in figures; nil if the text has anything else.
  static func number(_ text: String) -> String? {
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      if first == "（" || first == "(" {
        guard let end = rest.firstIndex(where: { $0 == "）" || $0 == ")" }),
          let inner = value(rest[rest.index(after: rest.startIndex)..<end])
        else { return nil }
        result += (result.isEmpty ? "" : " ") + "(\(inner))"
        rest = rest[rest.index(after: end)...]
      } else {
        let plain = rest.prefix { $0 != "（" && $0 != "(" }
        guard let inner = value(plain) else { return nil }
        result += (result.isEmpty ? "" : " ") + inner
        rest = rest.dropFirst(plain.count)
      }
    }
    return result.isEmpty ? nil : result
  }

  private static func part(_ text: String) -> String {
    guard text.contains(where: { !$0.isASCII }) else { return text }
    if let number = number(text) { return number }
    for (zh, en) in words where text.hasPrefix(zh) {
      let rest = String(text.dropFirst(zh.count))
      if rest.isEmpty { return en.split(separator: " ").joined(separator: " ") }
      if let number = number(rest) { return en + number }
    }
    return "\u{201C}\(text)\u{201D}"
  }

  /// Returns digits as they are, and Chinese numbers below one hundred in figures.
  private static func value(_ text: Substring) -> String? {
    if !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }) {
      return String(text)
    }
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring, _ none: Int) -> Int? {
      part.isEmpty ? none : part.count == 1 ? part.first.flatMap { digits[$0] } : nil
    }
    switch parts.count {
    case 1: return digit(parts[0], 0).flatMap { $0 > 0 ? "\($0)" : nil }
    case 2:
      guard let tens = digit(parts[0], 1), let ones = digit(parts[1], 0) else { return nil }
      return "\(tens * 10 + ones)"
    default: return nil
    }
  }
}
