import CJSON
import Domain

/// A JSON value to be written; objects keep the order of their members.
package enum JSONOutput: Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// Compares the written texts, so that the order of members counts.
  package static func == (left: JSONOutput, right: JSONOutput) -> Bool { left.text == right.text }

  /// Returns a string, or null for nil.
  package static func optional(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }

  /// Returns a name in the form of the files: an object with `zh` and `en`.
  package static func name(_ name: Name) -> JSONOutput {
    .object([("zh", .string(name.zh)), ("en", .string(name.en))])
  }

  /// Returns a name as dataset files write it: the bare text where both languages have the same.
  static func written(_ name: Name) -> JSONOutput { name.zh == name.en ? .string(name.zh) : .name(name) }

  /// Returns an array of strings.
  package static func strings(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }

  /// The text in UTF-8, indented by two spaces, without a final line feed.
  ///
  /// Strings keep every character. Characters that a terminal would act on are escaped.
  package var text: String { JSONOutput.escaped(plain) }

  private var plain: String {
    guard let writer = qj_writer_new() else { return "" }
    defer { qj_writer_free(writer) }
    write(to: writer)
    var length = 0
    guard let bytes = qj_written(writer, &length) else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  private func write(to writer: OpaquePointer) {
    switch self {
    case .null: qj_write_null(writer)
    case .boolean(let value): qj_write_bool(writer, value)
    case .number(let value): qj_write_number(writer, value)
    case .string(var text): text.withUTF8 { write($0) { qj_write_string(writer, $0, $1) } }
    case .array(let elements):
      qj_write_array(writer, true)
      for element in elements { element.write(to: writer) }
      qj_write_array(writer, false)
    case .object(let members):
      qj_write_object(writer, true)
      for (key, value) in members {
        var key = key
        key.withUTF8 { write($0) { qj_write_key(writer, $0, $1) } }
        value.write(to: writer)
      }
      qj_write_object(writer, false)
    }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>, _ call: (UnsafePointer<CChar>, Int) -> Void) {
    guard let base = bytes.baseAddress else {
      call("", 0)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { call($0, bytes.count) }
  }

  /// Outside of strings only line feeds and spaces occur beside visible characters, so that the whole text can be
  /// treated alike.
  private static func escaped(_ text: String) -> String {
    if TerminalCommand.areNone(in: text, keepsLines: true) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if mustBeEscaped(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch TerminalCommand.kind(scalar) {
    case .none: false
    case .tab, .lineEnd: scalar != "\n"
    case .control, .direction: true
    }
  }
}
