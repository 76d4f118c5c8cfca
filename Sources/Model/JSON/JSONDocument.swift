import CJSON
import Glibc

/// A parsed JSON text: a flat sequence of nodes, each with its place in the text.
///
/// The nodes belong to the parser's storage and are freed with the document; a `JSONValue` keeps its document alive.
final class JSONDocument {
  private let parsed: QJDocument

  /// The deepest nesting that is read.
  static let maximumDepth: UInt32 = 64

  private init(_ parsed: QJDocument) {
    self.parsed = parsed
  }

  deinit { qj_free(parsed) }

  /// - Throws: the fault and its offset in bytes.
  static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONDocument {
    let parsed = bytes.withUnsafeBytes { raw in
      qj_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, maximumDepth)
    }
    let document = JSONDocument(parsed)
    if let problem = JSONFault.Problem(parsed.fault) {
      let offset = Int(parsed.faultOffset)
      // The parser takes a control character in a string for a bad escape sequence.
      let isControl = problem == .escape && offset < bytes.count && bytes[offset] < 0x20
      throw JSONFault(problem: isControl ? .controlInString : problem, offset: offset)
    }
    return document
  }

  var root: JSONValue { JSONValue(document: self, index: 0) }

  fileprivate func node(_ index: Int) -> QJNode {
    index < Int(parsed.count) ? parsed.nodes[index] : QJNode()
  }

  private func bytes(_ node: QJNode) -> UnsafeRawBufferPointer {
    guard let base = parsed.text, node.length > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: base + Int(node.text), count: Int(node.length))
  }

  fileprivate func text(_ node: QJNode) -> String { String(decoding: bytes(node), as: UTF8.self) }

  /// Whether two keys, or a key and a word, are the same byte by byte; no string is made.
  fileprivate func isEqual(_ left: QJNode, _ right: QJNode) -> Bool {
    left.length == right.length && isEqual(bytes(left), bytes(right))
  }

  fileprivate func isEqual(_ node: QJNode, _ word: StaticString) -> Bool {
    Int(node.length) == word.utf8CodeUnitCount
      && isEqual(bytes(node), UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private func isEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard let a = left.baseAddress, let b = right.baseAddress else { return left.count == right.count }
    return memcmp(a, b, left.count) == 0
  }
}

/// Why a text is not JSON, and where, in bytes from its start.
struct JSONFault: Error, Equatable {
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

/// One value of a document.
struct JSONValue {
  enum Kind: String, Sendable {
    case null, boolean, number, string, array, object
  }

  private let document: JSONDocument
  private let index: Int

  init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  private var node: QJNode { document.node(index) }

  /// Where it begins, in bytes from the start of the text.
  var offset: Int { Int(node.offset) }

  var kind: Kind {
    switch node.kind {
    case QJNodeFalse, QJNodeTrue: .boolean
    case QJNodeNumber: .number
    case QJNodeString, QJNodeKey: .string
    case QJNodeArray: .array
    case QJNodeObject: .object
    default: .null
    }
  }

  var string: String? { kind == .string ? document.text(node) : nil }
  var number: Double? { kind == .number ? node.number : nil }
  var boolean: Bool? { kind == .boolean ? node.kind == QJNodeTrue : nil }

  /// How many elements an array or members an object has.
  var count: Int { kind == .array || kind == .object ? Int(node.length) : 0 }

  /// Whether a key is this word.
  func isKey(_ word: StaticString) -> Bool { document.isEqual(node, word) }

  /// Whether two keys are the same.
  func isSameKey(as other: JSONValue) -> Bool { document.isEqual(node, other.node) }

  /// The elements of an array; nil for anything else.
  var elements: Children? {
    kind == .array
      ? Children(document: document, position: index + 1, end: Int(node.end), count: count) : nil
  }

  /// The members of an object in the order of the text, duplicates included; nil for anything else.
  var members: Members? {
    guard kind == .object else { return nil }
    return Members(
      Children(document: document, position: index + 1, end: Int(node.end), count: count))
  }

  /// The values of an array one after the other.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let document: JSONDocument
    fileprivate var position: Int
    fileprivate let end: Int
    /// How many there are in all.
    let count: Int

    mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position = Int(document.node(position).end) }
      return JSONValue(document: document, index: position)
    }
  }

  /// The keys and values of an object one after the other.
  struct Members: Sequence, IteratorProtocol {
    private var children: Children

    fileprivate init(_ children: Children) { self.children = children }

    mutating func next() -> (key: JSONValue, value: JSONValue)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
