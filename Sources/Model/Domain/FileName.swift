/// File names as text that converts back to the original bytes. A name need not be UTF-8, for example a GBK name from a
/// ZIP archive.
///
/// A byte that is not part of valid UTF-8 becomes the private-use scalar U+10FF00 plus its value. ``shown(_:)`` returns
/// the form for display.
package enum FileName {
  private static let base: UInt32 = 0x10FF00

  /// Returns the text of a file name's bytes.
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

  /// Returns the text of a null-terminated name from the operating system.
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

  /// Returns the original bytes of a file name.
  package static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Returns the null-terminated bytes for system calls.
  package static func cString(_ text: String) -> [CChar] {
    bytes(text).map { CChar(truncatingIfNeeded: $0) } + [0]
  }

  /// Returns the form for display: `figures-\xD6\xD0.json`.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isByte) else { return text }
    return text.unicodeScalars.map { scalar in
      guard isByte(scalar) else { return String(scalar) }
      let digits = String(scalar.value & 0xFF, radix: 16, uppercase: true)
      return digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
    }.joined()
  }
}
