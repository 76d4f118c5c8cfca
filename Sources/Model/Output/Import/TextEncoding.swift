import CIconv
import Domain

/// The charset of a table's text.
package enum TextEncoding: String, CaseIterable, Sendable {
  case auto
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case gb18030

  /// Converts a text to UTF-8 without a byte-order mark, and returns the charset that it was in.
  ///
  /// `auto` follows a byte-order mark, otherwise UTF-8 if all of it is valid, otherwise GB18030, which includes GBK and
  /// GB2312.
  /// - Throws: a fault at the first invalid byte.
  package func decode(_ bytes: [UInt8]) throws(ImportFailure) -> (text: [UInt8], encoding: TextEncoding) {
    for (mark, charset) in [([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE")] as [([UInt8], String)]
    where bytes.starts(with: mark) {
      let (text, fault) = try TextEncoding.convert(Array(bytes.dropFirst(2)), from: charset)
      guard fault == nil, !text.contains(0) else {
        throw ImportFailure(
          Name(zh: "不是合法的UTF-16；请另存为“CSV UTF-8”", en: "not valid UTF-16; save it as 'CSV UTF-8'"), line: 1)
      }
      return (text, .utf16)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if self == .utf16, !hasMark {
      throw ImportFailure(
        Name(
          zh: "没有UTF-16的字节顺序标记；请另存为“CSV UTF-8”", en: "no byte-order mark of UTF-16; save it as 'CSV UTF-8'"),
        line: 1)
    }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ImportFailure(
        Name(
          zh: "是Excel工作簿，不是CSV；请另存为“CSV UTF-8”", en: "this is an Excel workbook; save it as 'CSV UTF-8'"),
        line: 1)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw TextEncoding.failure(
        bytes, zero, Name(zh: "含有空字节，不是文本", en: "contains a zero byte; not a text file"))
    }
    let rest = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var firstFault: Int?
    if self != .gb18030 || hasMark {
      guard let fault = try TextEncoding.convert(rest, from: "UTF-8").invalid else { return (rest, .utf8) }
      firstFault = fault + bytes.count - rest.count
      if self == .utf8 || hasMark {
        throw TextEncoding.failure(
          bytes, firstFault ?? 0, Name(zh: "不是合法的UTF-8", en: "not valid UTF-8"))
      }
    }
    let (text, fault) = try TextEncoding.convert(bytes, from: "GB18030")
    guard let fault else { return (text, .gb18030) }
    throw TextEncoding.failure(
      bytes, fault,
      self == .auto
        ? Name(zh: "既不是合法的UTF-8，也不是合法的GB18030", en: "neither valid UTF-8 nor valid GB18030")
        : Name(zh: "不是合法的GB18030", en: "not valid GB18030"))
  }

  private static func failure(_ bytes: [UInt8], _ offset: Int, _ message: Name) -> ImportFailure {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return ImportFailure(message, line: line, byte: offset - start + 1)
  }

  /// Converts a text to UTF-8 piece by piece.
  /// - Returns: the text, and the offset of the first invalid byte; nil when all bytes are valid.
  private static func convert(_ bytes: [UInt8], from charset: String) throws(ImportFailure)
    -> (text: [UInt8], invalid: Int?)
  {
    guard let converter = qj_iconv_open("UTF-8", charset) else {
      throw ImportFailure(
        Name(
          zh: "系统不支持 \(charset)；请另存为“CSV UTF-8”",
          en: "this system does not support \(charset); save the table as 'CSV UTF-8'"))
    }
    defer { qj_iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var piece = [CChar](repeating: 0, count: 1 << 16)
    var invalid: Int?
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      var input: UnsafePointer<CChar> = base
      var left = raw.count
      while left > 0 {
        let status = piece.withUnsafeMutableBufferPointer { buffer -> QJIconvStatus in
          guard let start = buffer.baseAddress else { return QJIconvInvalid }
          var output: UnsafeMutablePointer<CChar> = start
          var room = buffer.count
          let status = qj_iconv(converter, &input, &left, &output, &room)
          result.append(contentsOf: UnsafeRawBufferPointer(start: start, count: buffer.count - room))
          return status
        }
        if status == QJIconvInvalid || status == QJIconvIncomplete {
          invalid = raw.count - left
          return
        }
      }
    }
    return (result, invalid)
  }
}
