import Domain

/// Figures whose value none of their citations prints.
struct CitationRule {
  let context: CheckContext
  /// The scales of the units of each dimension, in ascending order.
  private let scales: [String: [Double]]

  init(context: CheckContext) {
    self.context = context
    scales = Dictionary(grouping: context.dataset.units, by: \.dimension)
      .mapValues { units in
        // A table may print amounts in 千元 or 万元, of which the vocabulary has 亿元 alone.
        let bases = units.compactMap { unit -> Double? in
          let numeral = UnitText.split(NameIndex.folded(unit.name.zh)).0
          return numeral > 1 ? unit.scale / numeral : nil
        }
        let multiples = bases.flatMap { base in [1, 1e3, 1e4, 1e8].map { base * $0 } }
        return Set(units.map(\.scale) + multiples).sorted()
      }
  }

  func findings() -> [CheckRule.Finding] {
    context.board.figures.compactMap { figure in
      // A target in words has no value to print.
      guard !figure.isInWords, !figure.citations.contains(where: { prints($0, figure) }) else { return nil }
      let printed = figure.citations.map(\.printed).joined(separator: " / ")
      let number = Decimal.text(figure.value, digits: 4)
      func value(_ language: Language) -> String {
        context.dataset.exactLabel(number, unit: figure.unit, language)
      }
      return context.finding(
        figure,
        Name(
          zh: "数值为\(value(.zh))，出处印作“\(printed)”",
          en: "the value is \(value(.en)), the citation prints '\(printed)'"))
    }
  }

  /// Whether a citation prints the value: the number itself, the number in another unit of its dimension, or the
  /// product of two numbers. Numbers in words (五大产业, 突破百亿) are not checked.
  private func prints(_ citation: Citation, _ figure: Figure) -> Bool {
    let numbers = PrintedNumbers.numbers(in: citation.printed)
    guard !numbers.isEmpty else { return true }
    let value = abs(figure.value)
    let unit = context.dataset.units[figure.unit]
    let size = value * (unit?.scale ?? 1)
    let others = unit.flatMap { scales[$0.dimension] } ?? []
    func holds(_ number: Double) -> Bool {
      let tolerance = 1e-9 * max(abs(number), 1e-9)
      if abs(value - number) <= tolerance || abs(size - number) <= tolerance { return true }
      // The smallest scale at which the value does not exceed the number.
      let place = others.partitioningIndex { size / $0 <= number + tolerance }
      return place < others.count && size / others[place] >= number - tolerance
    }
    if numbers.contains(where: holds) { return true }
    return zip(numbers, numbers.dropFirst()).contains { holds($0 * $1) }
  }
}

/// Numbers in a printed text.
enum PrintedNumbers {
  /// Returns the numbers without signs, in order: `同比增长1,234.5亿元、8%` has 1234.5 and 8. Full-width digits count; a
  /// numeral that follows (万, 亿) adds a second number.
  static func numbers(in text: String) -> [Double] {
    var numbers: [Double] = []
    var digits = ""
    func finish(_ next: Unicode.Scalar?) {
      while let last = digits.last, last == "." || last == "," { digits.removeLast() }
      if let number = Double(digits.filter { $0 != "," }) {
        numbers.append(number)
        if next == "万" { numbers.append(number * 1e4) }
        if next == "亿" { numbers.append(number * 1e8) }
      }
      digits = ""
    }
    for scalar in text.unicodeScalars {
      let narrow = HalfWidth.scalar(scalar)
      let isDigit = narrow.value >= 0x30 && narrow.value <= 0x39
      if isDigit || (!digits.isEmpty && (narrow == "." || narrow == ",")) {
        digits.unicodeScalars.append(narrow)
      } else if !digits.isEmpty {
        finish(scalar)
      }
    }
    finish(nil)
    return numbers
  }
}

/// Converts full-width forms, as typed by an input method or in Excel.
enum HalfWidth {
  /// Returns the half-width form: `１` becomes `1`, `％` becomes `%`, the ideographic space a space. Other scalars are
  /// unchanged.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(self.scalar(scalar)) }
    return String(result)
  }
}

/// Searches a text byte by byte; String's own `contains` for texts would import Foundation.
enum TextSearch {
  static func holds(_ text: String, _ part: String) -> Bool {
    let all = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, all.count >= wanted.count else { return wanted.isEmpty }
    return (0...(all.count - wanted.count)).contains { all[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
