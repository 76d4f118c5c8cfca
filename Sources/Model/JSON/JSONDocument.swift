import CJSON

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
      throw JSONFault(problem: problem, offset: Int(parsed.faultOffset))
    }
    return document
  }

  var root: JSONValue { JSONValue(document: self, index: 0) }

  fileprivate func node(_ index: Int) -> QJNode {
    index < Int(parsed.count) ? parsed.nodes[index] : QJNode()
  }

  fileprivate func text(_ node: QJNode) -> String {
    guard let base = parsed.text, node.length > 0 else { return "" }
    let bytes = UnsafeRawBufferPointer(start: base + Int(node.text), count: Int(node.length))
    return String(decoding: bytes, as: UTF8.self)
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

  /// The elements of an array; nil for anything else.
  var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    var result: [JSONValue] = []
    result.reserveCapacity(Int(node.length))
    let end = Int(node.end)
    var next = index + 1
    while next < end {
      result.append(JSONValue(document: document, index: next))
      next = Int(document.node(next).end)
    }
    return result
  }

  /// The members of an object in the order of the text, duplicates included; nil for anything else.
  var members: [(key: JSONValue, value: JSONValue)]? {
    guard kind == .object else { return nil }
    var result: [(key: JSONValue, value: JSONValue)] = []
    result.reserveCapacity(Int(node.length))
    let end = Int(node.end)
    var next = index + 1
    while next + 1 < end {
      result.append(
        (JSONValue(document: document, index: next), JSONValue(document: document, index: next + 1)))
      next = Int(document.node(next + 1).end)
    }
    return result
  }
}
