import Domain

/// Reading the text of the current file.
extension Loading {
  /// Adds the entries of a file of records to a table.
  ///
  /// - Returns: the number of entries.
  func records<Element>(
    _ kind: StaticString, _ content: Content, _ decode: (inout Fields) -> Element,
    addedTo table: inout Records<Element>
  ) throws(JSONFault) -> Int {
    var records: [Element] = []
    switch content {
    case .parsed(let root): records = elements(kind, root, decode)
    case .json(let bytes):
      expect(kind, bytes: bytes.count)
      try visit(kind, bytes, decode) {
        records.append($0)
        return true
      }
    }
    table.append(records)
    return records.count
  }

  private func elements<Element>(
    _ kind: StaticString, _ root: JSONValue, _ decode: (inout Fields) -> Element
  ) -> [Element] {
    guard var fields = Fields(root, kind: kind, loading: self) else { return [] }
    return fields.objects(kind, .present, decode: decode)
  }

  /// Passes the entries of a file of records to `visit`, until it returns false: those of the array named like its kind,
  /// each decoded while the text is parsed.
  func visit<Element>(
    _ kind: StaticString, _ bytes: [UInt8], _ decode: (inout Fields) -> Element, _ visit: (Element) -> Bool
  ) throws(JSONFault) {
    let document = try JSONDocument.parse(bytes, elementsOf: kind) { element in
      guard goesOn() else { return false }
      guard var fields = Fields(element, kind: kind, loading: self) else { return true }
      let record = decode(&fields)
      fields.finish()
      return visit(record)
    }
    guard let document else { return }
    document.withRoot { root in
      guard var fields = Fields(root, kind: kind, loading: self) else { return leaveOut("\(kind)") }
      if fields.elements(kind, .present) == nil { leaveOut("\(kind)") }
      fields.finish()
    }
  }

  /// Returns the object of a file without records; nil when it has none.
  func object<Element>(
    _ kind: StaticString, _ content: Content, _ decode: (inout Fields) -> Element
  ) throws(JSONFault) -> Element? {
    func object(_ root: JSONValue) -> Element? {
      guard var fields = Fields(root, kind: kind, loading: self) else { return nil }
      defer { fields.finish() }
      return fields.optionalObject(kind, required: true, decode: decode)
    }
    let result: Element?
    switch content {
    case .parsed(let root): result = object(root)
    case .json(let bytes): result = try JSONDocument.parse(bytes).withRoot { object($0) }
    }
    if result == nil { leaveOut("\(kind)") }
    return result
  }

  /// Replaces everything read from the current file by the fault that makes it invalid JSON.
  func reject(_ error: JSONFault, _ kind: String) {
    let fault = Fault.syntax(excerpt(at: error.offset), error.problem.hint)
    withdraw()
    report(fault, at: origin(error.offset))
    leaveOut(kind)
  }
}

/// What a file has: JSON, or the values of a file of the data built in.
enum Content {
  case json([UInt8])
  case parsed(JSONValue)
}

extension JSONFault.Problem {
  var hint: Fault.SyntaxHint {
    switch self {
    case .empty, .value: .value
    case .key: .key
    case .colon: .colon
    case .commaOrBrace: .commaOrBrace
    case .commaOrBracket: .commaOrBracket
    case .number, .numberTooBig: .number
    case .escape: .escape
    case .controlInString: .controlInString
    case .unclosedString: .unclosedString
    case .surrogate: .surrogate
    case .encoding: .encoding
    case .trailing: .trailing
    case .depth: .depth(Int(JSONDocument.maximumDepth))
    case .memory: .memory
    }
  }
}
