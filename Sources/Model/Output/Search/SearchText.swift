/// Text as search compares it: lower case, half-width forms, ASCII dashes and brackets, single spaces for white space
/// and controls, no quotation marks.
struct SearchText {
  /// The folded text, without spaces at either end.
  private(set) var scalars: [Unicode.Scalar] = []
  private var isBlankPending = false

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar) }
  }

  /// The text as UTF-8, without zeros and line feeds.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 3)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
      }
    }
    return bytes
  }

  /// The words between spaces, in order.
  var words: [[UInt8]] {
    bytes.split(separator: UInt8(ascii: " ")).map(Array.init)
  }

  /// The parts of a query without spaces, such as `2025年产值目标`: numbers without 年, and Chinese text with each of
  /// `terms` on its own. Texts of fewer than two parts are whole.
  func parts(at terms: [[Unicode.Scalar]]) -> [[UInt8]] {
    var parts: [[Unicode.Scalar]] = [[]]
    var rest = scalars[...]
    while let scalar = rest.first {
      if let term = terms.first(where: { rest.starts(with: $0) }) {
        parts += [term, []]
        rest = rest.dropFirst(term.count)
        continue
      }
      rest = rest.dropFirst()
      let last = parts.last?.last
      let followsDigit = last.map(SearchText.isDigit) ?? false
      if scalar == " " || (scalar == "年" && followsDigit) {
        parts.append([])
      } else if let last, SearchText.isDigit(scalar) != SearchText.isDigit(last) {
        parts.append([scalar])
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.filter { !$0.isEmpty }.map { Array(String(String.UnicodeScalarView($0)).utf8) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3400...0x9FFF:
      emit(scalar)
    case 0x22, 0x27, 0xB7, 0x2018...0x201F, 0x2022, 0x3008...0x300F, 0x30FB:
      break
    case 0...0x20, 0x7F...0xA0, 0x3000:
      isBlankPending = true
    case 0x41...0x5A:
      emit(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x21...0x7E:
      emit(scalar)
    case 0xFF01...0xFF5E:
      append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x2010...0x2015, 0x2212:
      emit("-")
    case 0x3010, 0x3014, 0x3016:
      emit("[")
    case 0x3011, 0x3015, 0x3017:
      emit("]")
    default:
      appendOther(scalar)
    }
  }

  private mutating func appendOther(_ scalar: Unicode.Scalar) {
    if scalar.properties.isWhitespace {
      isBlankPending = true
    } else if scalar.properties.generalCategory != .format {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { emit(lower) }
    }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if isBlankPending, !scalars.isEmpty { scalars.append(" ") }
    isBlankPending = false
    scalars.append(scalar)
  }
}

extension UInt8 {
  /// Whether it is a lower-case ASCII letter or a digit, which the words of folded text consist of.
  var isWordByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
