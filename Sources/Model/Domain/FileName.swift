/// Names of files as texts that lead back to their bytes: a name need not be UTF-8, such as one in GBK from a ZIP archive.
///
/// A byte that is part of no UTF-8 stands as a private scalar, U+10FF00 and its number. People see ``shown(_:)``.
package enum FileName {
  private static let base: UInt32 = 0x10FF00

  package static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isByte) {
      return text
    }
    var result = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let (scalar, length) = scalar(at: rest)
      if let scalar, !isByte(scalar) {
        result.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        Unicode.Scalar(base + UInt32(first)).map { result.append($0) }
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  /// A name of the system's, which ends with a zero byte.
  package static func text(cString: UnsafePointer<CChar>) -> String {
    var length = 0
    while cString[length] != 0 { length += 1 }
    return text(UnsafeRawBufferPointer(start: cString, count: length))
  }

  private static func scalar(at bytes: some Collection<UInt8>) -> (Unicode.Scalar?, length: Int) {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return (nil, 1) }
    return (Unicode.UTF8.decode(encoded), encoded.count)
  }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= base }

  package static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// What the calls of the system take.
  package static func cString(_ text: String) -> [CChar] {
    bytes(text).map { CChar(truncatingIfNeeded: $0) } + [0]
  }

  /// For people: `figures-\xD6\xD0.json`.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isByte) else { return text }
    return text.unicodeScalars.map { scalar in
      guard isByte(scalar) else { return String(scalar) }
      let digits = String(scalar.value & 0xFF, radix: 16, uppercase: true)
      return digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
    }.joined()
  }
}
