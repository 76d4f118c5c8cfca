import CJSON
import Glibc

/// A parsed JSON text: a flat sequence of nodes, each with its offset in the text.
///
/// The nodes belong to the parser's storage and are freed with the document. The document must outlive every
/// `JSONValue` of it: loading creates values all the time, so they do not count references.
package final class JSONDocument {
  private let parsed: QJDocument

  /// The deepest nesting that is accepted, in levels.
  static let maximumDepth: UInt32 = 64

  private init(_ parsed: QJDocument) {
    self.parsed = parsed
  }

  deinit { qj_free(parsed) }

  /// Parses a JSON text.
  ///
  /// - Throws: the fault, with its offset in bytes.
  package static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONDocument {
    let document = JSONDocument(parsed(bytes, nil))
    if let fault = document.fault(in: bytes) { throw fault }
    return document
  }

  /// Parses a text and passes the elements of the array at a key of its root to `visit`, each as soon as it is parsed.
  ///
  /// The document does not keep them: its array has their count and no children. A fault may follow after some
  /// elements.
  /// - Parameter visit: must not keep the element; returns false to stop.
  /// - Returns: nil when `visit` stopped.
  /// - Throws: the fault, with its offset in bytes.
  static func parse(_ bytes: [UInt8], elementsOf key: StaticString, visit: (JSONValue) -> Bool)
    throws(JSONFault) -> JSONDocument?
  {
    let document = withoutActuallyEscaping(visit) { visit in
      withUnsafePointer(to: visit) { pointer in
        var visitor = QJVisitor(
          key: UnsafeRawPointer(key.utf8Start).assumingMemoryBound(to: CChar.self),
          keyLength: key.utf8CodeUnitCount, context: UnsafeMutableRawPointer(mutating: pointer),
          visit: { context, nodes, text, index in
            guard let context, let nodes else { return false }
            let visit = context.assumingMemoryBound(to: ((JSONValue) -> Bool).self).pointee
            return visit(JSONValue(nodes + Int(index), text: text))
          })
        return JSONDocument(parsed(bytes, &visitor))
      }
    }
    if document.parsed.fault == QJFaultStopped { return nil }
    if let fault = document.fault(in: bytes) { throw fault }
    return document
  }

  private static func parsed(_ bytes: [UInt8], _ visitor: UnsafePointer<QJVisitor>?) -> QJDocument {
    bytes.withUnsafeBytes { raw in
      qj_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, maximumDepth, visitor)
    }
  }

  private func fault(in bytes: [UInt8]) -> JSONFault? {
    guard let problem = JSONFault.Problem(parsed.fault) else { return nil }
    let offset = Int(parsed.faultOffset)
    // The parser reports a control character in a string as a bad escape sequence.
    let isControl = problem == .escape && offset < bytes.count && bytes[offset] < 0x20
    return JSONFault(problem: isControl ? .controlInString : problem, offset: offset)
  }

  /// The root value. Use it only where something else keeps the document alive; see `withRoot(_:)`.
  package var root: JSONValue { JSONValue(parsed.nodes, text: parsed.text) }

  /// Calls `body` with the root, which it must not keep.
  package func withRoot<Result>(_ body: (JSONValue) -> Result) -> Result {
    withExtendedLifetime(self) { body(root) }
  }
}

/// The reason that a text is not JSON, and the offset in bytes.
package struct JSONFault: Error, Equatable {
  enum Problem: Equatable, Sendable {
    case empty, value, key, colon, commaOrBrace, commaOrBracket, number, numberTooBig, escape
    case controlInString, unclosedString, surrogate, encoding, trailing, depth, memory

    init?(_ fault: QJFault) {
      switch fault {
      case QJFaultNone: return nil
      case QJFaultEmpty: self = .empty
      case QJFaultKey: self = .key
      case QJFaultColon: self = .colon
      case QJFaultCommaOrBrace: self = .commaOrBrace
      case QJFaultCommaOrBracket: self = .commaOrBracket
      case QJFaultNumber: self = .number
      case QJFaultNumberTooBig: self = .numberTooBig
      case QJFaultEscape: self = .escape
      case QJFaultControlInString: self = .controlInString
      case QJFaultUnclosedString: self = .unclosedString
      case QJFaultSurrogate: self = .surrogate
      case QJFaultEncoding: self = .encoding
      case QJFaultTrailing: self = .trailing
      case QJFaultDepth: self = .depth
      case QJFaultMemory: self = .memory
      default: self = .value
      }
    }
  }

  var problem: Problem
  var offset: Int
}

/// One value of a document: a position among the parser's nodes. It is valid as long as the document exists, or until
/// the visitor that received it returns.
package struct JSONValue {
  /// The type of a value.
  package enum Kind: String, Sendable {
    case null, boolean, number, string, array, object
  }

  fileprivate let node: UnsafePointer<QJNode>
  fileprivate let text: UnsafePointer<CChar>?

  fileprivate init(_ node: UnsafePointer<QJNode>, text: UnsafePointer<CChar>?) {
    self.node = node
    self.text = text
  }

  /// The root of a file of the data built in, which exists as long as the program runs.
  init(_ file: QJParsedFile) { self.init(file.root, text: file.text) }

  /// The bytes of a string or key.
  private var bytes: UnsafeRawBufferPointer {
    let length = qj_length(node)
    guard let text, length > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: text + Int(qj_text(node)), count: Int(length))
  }

  /// The offset of its first byte in the text; in the data built in, its line and column.
  package var offset: Int { Int(node.pointee.place) }

  /// The type of the value.
  package var kind: Kind {
    switch qj_kind(node) {
    case QJNodeFalse, QJNodeTrue: .boolean
    case QJNodeNumber: .number
    case QJNodeString, QJNodeKey: .string
    case QJNodeArray: .array
    case QJNodeObject: .object
    default: .null
    }
  }

  private var isText: Bool { qj_kind(node) == QJNodeString || qj_kind(node) == QJNodeKey }
  private var isArray: Bool { qj_kind(node) == QJNodeArray }
  private var isObject: Bool { qj_kind(node) == QJNodeObject }

  /// Calls `body` with the bytes of a string or key, which are valid UTF-8. Returns nil for anything else.
  func withText<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? { isText ? body(bytes) : nil }

  /// The text of a string; nil for another type.
  package var string: String? { isText ? String(decoding: bytes, as: UTF8.self) : nil }
  /// The text of a string of the data built in, without a copy: it stays where it is in the program, as the text of a
  /// literal does. Nil for another type.
  var lastingString: String? {
    guard isText, let text else { return nil }
    let bytes = UnsafeRawPointer(text + Int(qj_text(node)))
    return String(
      _builtinStringLiteral: bytes._rawValue, utf8CodeUnitCount: Int(qj_length(node))._builtinWordValue,
      isASCII: qj_is_ascii(node)._value)
  }
  /// The value of a number; nil for another kind.
  package var number: Double? {
    qj_kind(node) == QJNodeNumber ? Double(bitPattern: node.pointee.content) : nil
  }
  /// The value of true or false; nil for another kind.
  package var boolean: Bool? { kind == .boolean ? qj_kind(node) == QJNodeTrue : nil }

  /// The number of elements of an array or members of an object; 0 for anything else.
  package var count: Int { isArray || isObject ? Int(qj_count(node)) : 0 }

  /// Whether a key equals this word byte by byte. Allocates no string.
  func isKey(_ word: StaticString) -> Bool {
    guard Int(qj_length(node)) == word.utf8CodeUnitCount, let text else { return false }
    return memcmp(text + Int(qj_text(node)), word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// The marks of all keys of an object, one bit each; see `qj_mark`.
  var marks: UInt32 { qj_marks(node) }

  /// The mark of a key with this word.
  static func mark(_ word: StaticString) -> UInt32 {
    UnsafeRawPointer(word.utf8Start).withMemoryRebound(to: CChar.self, capacity: word.utf8CodeUnitCount) {
      qj_mark($0, word.utf8CodeUnitCount)
    }
  }

  /// Whether two keys are equal.
  func isSameKey(as other: JSONValue) -> Bool { JSONValue.isEqual(bytes, other.bytes) }

  private static func isEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count, let a = left.baseAddress, let b = right.baseAddress else {
      return left.count == right.count
    }
    return memcmp(a, b, left.count) == 0
  }

  /// The elements of an array; nil for anything else.
  package var elements: Children? { isArray ? Children(of: self) : nil }

  /// The members of an object in the order of the text, duplicates included; nil for anything else.
  package var members: Members? { isObject ? Members(Children(of: self)) : nil }

  /// The values of an array, in order.
  package struct Children: Sequence, IteratorProtocol {
    private var position: UnsafePointer<QJNode>
    private let end: UnsafePointer<QJNode>
    private let text: UnsafePointer<CChar>?
    /// The total number of values.
    let count: Int

    fileprivate init(of parent: JSONValue) {
      position = parent.node + 1
      end = qj_next(parent.node)
      text = parent.text
      count = parent.count
    }

    /// Returns the next element; nil after the last one.
    package mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position = qj_next(position) }
      return JSONValue(position, text: text)
    }

    /// Looks for a key among the next `limit` members of an object.
    fileprivate func find(_ key: StaticString, limit: Int) -> (value: JSONValue, count: Int)? {
      guard let text else { return nil }
      var (position, count) = (position, 0)
      let length = UInt32(key.utf8CodeUnitCount)
      while count < limit, position < end {
        count += 1
        // The value follows its key.
        if qj_length(position) == length,
          memcmp(text + Int(qj_text(position)), key.utf8Start, key.utf8CodeUnitCount) == 0
        {
          return (JSONValue(position + 1, text: text), count)
        }
        position = qj_next(position + 1)
      }
      return nil
    }

    fileprivate mutating func move(beyond value: JSONValue) { position = qj_next(value.node) }
  }

  /// The keys and values of an object, in order.
  package struct Members: Sequence, IteratorProtocol {
    private var children: Children

    fileprivate init(_ children: Children) { self.children = children }

    /// Skips to the member with a key, among the next `limit` ones.
    ///
    /// - Returns: its value, and the number of members skipped, itself included; nil, with nothing skipped, when there is
    ///   none.
    mutating func skip(to key: StaticString, limit: Int) -> (value: JSONValue, count: Int)? {
      guard let found = children.find(key, limit: limit) else { return nil }
      children.move(beyond: found.value)
      return found
    }

    /// Returns the next key and value; nil after the last.
    package mutating func next() -> (key: JSONValue, value: JSONValue)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
