import Testing

@testable import Store

final class JSONDocumentTests {
  /// What keeps the values that are looked at.
  private var documents: [JSONDocument] = []

  private func parse(_ text: String) throws -> JSONValue {
    let document = try JSONDocument.parse(Array(text.utf8))
    documents.append(document)
    return document.root
  }

  @Test func `nodes have their position`() throws {
    let root = try parse("\n {\"a\": [1, \"é\", true],\n\t\"b\" : {} , \"c\":null}")
    let members = try #require(root.members).map { $0 }
    #expect(root.offset == 2)
    #expect(members.map(\.key.string) == ["a", "b", "c"])
    #expect(members.map(\.key.offset) == [3, 26, 37])
    #expect(members.map(\.value.offset) == [8, 32, 41])
    #expect(members.map(\.value.kind) == [.array, .object, .null])
    #expect(members.map(\.value.count) == [3, 0, 0])
    #expect(try #require(members[0].value.elements).map(\.offset) == [9, 12, 18])
  }

  @Test func `values of every kind`() throws {
    let elements = try #require(try parse("[null, true, false, -1.5e2, \"\", [], {}]").elements).map { $0 }
    #expect(elements.map(\.kind) == [.null, .boolean, .boolean, .number, .string, .array, .object])
    #expect(elements.compactMap(\.boolean) == [true, false])
    #expect(elements.compactMap(\.number) == [-150])
    #expect(elements.compactMap(\.string) == [""])
    #expect(elements[3].string == nil && elements[4].number == nil && elements[0].boolean == nil)
    #expect(elements[5].members == nil && elements[6].elements == nil)
  }

  @Test func `nested values are skipped as a whole`() throws {
    let root = try parse(#"[[1, [2, {"a": [3]}]], {"b": {"c": 4}}, 5]"#)
    #expect(try #require(root.elements).map(\.kind) == [.array, .object, .number])
  }

  @Test(
    arguments: [
      (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u9ed4江""#, "黔江"),
      (#""\ud83d\ude00""#, "😀"), ("\"\u{10FFFF}\"", "\u{10FFFF}"), (#""a\u0000b""#, "a\u{0}b"),
    ])
  func `strings are decoded`(text: String, string: String) throws {
    #expect(try parse(text).string == string)
  }

  @Test(
    arguments: [
      ("0", 0), ("0e-30", 0), ("-0.0e-99", 0), ("0.0e30", 0), ("0.010e1", 0.1), ("-0.5", -0.5),
      ("144.54", 144.54), ("1E3", 1000), ("5e-324", Double.leastNonzeroMagnitude),
      ("12345678901234567890", 1.2345678901234567e19),
    ])
  func `numbers are read exactly`(text: String, number: Double) throws {
    #expect(try parse(text).number == number)
  }

  @Test func `a byte-order mark is skipped and counted`() throws {
    #expect(try parse("\u{FEFF}[1]").offset == 3)
  }

  @Test func `elements of an array are delivered one by one`() throws {
    let text = #"{"b": [9], "a": [{"c": [1, "x"]}, 2, "é", []], "a": [3], "d": {"a": [4]}}"#
    var offsets: [Int] = []
    var strings: [String?] = []
    var nested: [String?] = []
    let parsed = try JSONDocument.parse(Array(text.utf8), elementsOf: "a") { element in
      offsets.append(element.offset)
      strings.append(element.string)
      nested += element.members?.compactMap { $0.value.elements }.joined().map(\.string) ?? []
      return true
    }
    let document = try #require(parsed)
    documents.append(document)
    #expect(offsets == [17, 34, 37, 43])
    #expect(strings == [nil, nil, "é", nil])
    #expect(nested == [nil, "x"])
    let members = try #require(document.root.members).map { $0 }
    #expect(members.map(\.value.count) == [1, 4, 1, 1])
    #expect(members.map { $0.value.elements?.reduce(0) { count, _ in count + 1 } } == [1, 0, 1, nil])
    #expect(members.map(\.key.string) == ["b", "a", "a", "d"])
  }

  @Test(arguments: ["[[1]]", #"{"b": {"a": [1]}}"#, #"{"a": 1, "a": [2]}"#, #"{"a": {"a": [1]}}"#, "1"])
  func `no other array is given away`(text: String) throws {
    let document = try JSONDocument.parse(Array(text.utf8), elementsOf: "a") { _ in
      Issue.record("an element was given away")
      return true
    }
    #expect(document?.withRoot(\.offset) == 0)
  }

  @Test func `no more is read than is wanted`() throws {
    var numbers: [Double?] = []
    let document = try JSONDocument.parse(Array(#"{"a": [1, 2, 3], nonsense"#.utf8), elementsOf: "a") {
      element in
      numbers.append(element.number)
      return numbers.count < 2
    }
    #expect(document == nil && numbers == [1, 2])
  }

  @Test func `both members of a repeated key are there`() throws {
    let members = try #require(try parse(#"{"a": 1, "a": 2}"#).members)
    #expect(members.compactMap(\.value.number) == [1, 2])
  }

  @Test func `keys are compared byte by byte`() throws {
    let keys = try #require(try parse(#"{"kind": 1, "kinds": 2, "": 3, "\u006bind": 4, "Kind": 5}"#).members)
      .map(\.key)
    #expect(keys.map { $0.isKey("kind") } == [true, false, false, true, false])
    #expect(keys.map { $0.isKey("") } == [false, false, true, false, false])
    #expect(keys.map { $0.isSameKey(as: keys[0]) } == [true, false, false, true, false])
  }

  @Test(arguments: [(64, true), (65, false)])
  func `nesting is limited`(depth: Int, isRead: Bool) throws {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    if isRead {
      #expect(try parse(text).kind == .array)
    } else {
      #expect(throws: JSONFault(problem: .depth, offset: 64)) { try parse(text) }
    }
  }

  @Test(arguments: [
    ("", JSONFault.Problem.empty, 0), ("]", .value, 0), ("[1]]", .trailing, 3), ("{\"a\" 1}", .colon, 5),
  ])
  func `faults are reported with their places`(text: String, problem: JSONFault.Problem, offset: Int) {
    #expect(throws: JSONFault(problem: problem, offset: offset)) { try parse(text) }
  }

  @Test func `plain characters and blanks are passed over in words, each end is seen`() throws {
    for length in 0..<40 {
      for stop in ["\"", "\\n", "\u{1F}", "\u{7F}", "\u{80}", "江", ""] {
        let plain = String(repeating: "a", count: length)
        let text =
          "[" + String(repeating: " ", count: length) + "\"" + plain + stop + (stop == "\"" ? "]" : "\"]")
        if stop == "\u{1F}" {
          #expect(throws: JSONFault(problem: .controlInString, offset: 2 + 2 * length)) { try parse(text) }
        } else {
          let value = try #require(try parse(text).elements?.first { _ in true })
          #expect(value.string == plain + (stop == "\"" ? "" : stop == "\\n" ? "\n" : stop))
          #expect(value.offset == 1 + length)
        }
      }
    }
  }

  @Test func `a million brackets are no danger`() {
    #expect(throws: JSONFault(problem: .depth, offset: 64)) {
      try parse(String(repeating: "[", count: 1_000_000))
    }
  }

  @Test func `a long array is read`() throws {
    let root = try parse("[" + String(repeating: "0,", count: 299_999) + "0]")
    #expect(root.count == 300_000)
    #expect(try #require(root.elements).reduce(0) { count, _ in count + 1 } == 300_000)
  }
}
