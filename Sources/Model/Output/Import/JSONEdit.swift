import Store

/// Changes single values in the text of a JSON file; all other bytes stay unchanged.
package struct JSONEdit {
  private struct Change {
    var range: Range<Int>
    var text: String
    /// Keeps changes at the same place in the order in which they are made.
    var number: Int
  }

  private let bytes: [UInt8]
  /// Keeps the changed values alive.
  private let document: JSONDocument
  private var changes: [Change] = []
  private var layout = JSONLayout()

  /// - Throws: the fault when the bytes are not JSON.
  init(_ bytes: [UInt8]) throws(JSONFault) {
    self.bytes = bytes
    document = try JSONDocument.parse(bytes)
    if let feed = bytes.firstIndex(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D { layout.newline = "\r\n" }
    if let step = JSONEdit.step(bytes) { layout.step = step }
  }

  /// The root value; valid as long as this edit or a copy of it exists.
  var root: JSONValue { document.root }

  var isChanged: Bool { !changes.isEmpty }

  /// The text with all changes applied.
  var result: [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for change in changes.sorted(by: { ($0.range.lowerBound, $0.number) < ($1.range.lowerBound, $1.number) })
    {
      output += bytes[position..<max(position, change.range.lowerBound)]
      output += change.text.utf8
      position = max(position, change.range.upperBound)
    }
    return output + bytes[position...]
  }

  mutating func replace(_ value: JSONValue, with new: JSONOutput) {
    add(
      value.offset..<end(of: value),
      layout.text(new, indent: indent(at: value.offset) ?? lineIndent(value.offset)))
  }

  /// Adds elements at the end of an array, on separate lines if the last element is on its own line.
  mutating func append(_ elements: [JSONOutput], to array: JSONValue, asEntries: Bool = false) {
    guard !elements.isEmpty else { return }
    guard let last = array.elements?.reversed().first else {
      let outer = lineIndent(array.offset)
      let inner = outer + layout.step
      let texts = elements.map { inner + layout.text($0, indent: inner, isEntry: asEntries) }
      let text =
        "[" + layout.newline + texts.joined(separator: "," + layout.newline) + layout.newline + outer + "]"
      return add(array.offset..<end(of: array), text)
    }
    let place = end(of: last)
    let indent = indent(at: last.offset)
    let text = elements.map { element in
      guard let indent else { return ", " + JSONLayout.inline(element) }
      let isEntry = asEntries && bytes[last.offset..<place].contains(0x0A)
      return "," + layout.newline + indent + layout.text(element, indent: indent, isEntry: isEntry)
    }.joined()
    add(place..<place, text)
  }

  /// Adds a member at the end of an object; does nothing when the object is empty.
  mutating func add(_ key: String, _ value: JSONOutput, to object: JSONValue) {
    guard let last = object.members?.reversed().first else { return }
    let place = end(of: last.value)
    let head = JSONLayout.inline(.string(key)) + ": "
    guard let indent = indent(at: last.key.offset) else {
      return add(place..<place, ", " + head + JSONLayout.inline(value))
    }
    add(
      place..<place,
      "," + layout.newline + indent + head + layout.text(value, indent: indent, before: head.count))
  }

  private mutating func add(_ range: Range<Int>, _ text: String) {
    changes.append(Change(range: range, text: text, number: changes.count))
  }

  // MARK: The text

  /// Returns the offset after the last byte of a value; the text must be valid JSON.
  private func end(of value: JSONValue) -> Int {
    var index = value.offset
    switch value.kind {
    case .string: return stringEnd(index)
    case .object, .array:
      var depth = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          index = stringEnd(index)
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return index + 1 }
        default: break
        }
        index += 1
      }
      return index
    case .null, .boolean, .number:
      while index < bytes.count, !JSONEdit.ends.contains(bytes[index]) { index += 1 }
      return index
    }
  }

  private static let ends = Set(",]} \t\r\n".utf8)

  private func stringEnd(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }

  /// Returns the spaces before an offset; nil when anything else precedes it on its line.
  private func indent(at offset: Int) -> String? {
    let before = bytes[..<offset].suffix(while: { $0 != 0x0A })
    return before.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? String(decoding: before, as: UTF8.self) : nil
  }

  private func lineIndent(_ offset: Int) -> String {
    let line = bytes[..<offset].suffix(while: { $0 != 0x0A })
    return String(decoding: line.prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// Returns the indentation of the first line that has one.
  private static func step(_ bytes: [UInt8]) -> String? {
    guard let feed = bytes.firstIndex(of: 0x0A) else { return nil }
    let blanks = bytes[(feed + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }
    return blanks.isEmpty ? nil : String(decoding: blanks, as: UTF8.self)
  }
}

extension Collection where Self: BidirectionalCollection {
  /// Returns the longest run of elements at the end for which `holds` is true.
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
