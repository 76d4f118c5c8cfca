import Glibc
import Testing

@testable import Store

/// What the standard demands, allows and forbids, by the classes of JSONTestSuite (Nicolas Seriot, MIT): numbers, strings, arrays,
/// objects, literals, structure. The cases are our own. The suite itself is run as well where QJBOARD_JSON_SUITE names its
/// directory `test_parsing`.
struct JSONSuiteTests {
  static let accepted = [
    "[]", " [] ", "[1]\n", "{}", "null", "true", "false", "\"\"", "42", "-0", "[0e1]", "[0E+1]", "[1e-2]",
    "[-0.0]",
    "[1.0E+2]", "[123.456e78]", "[-123]", "[20e1]", "[9007199254740993]", "[1E22]", "[0.1]", "{\"a\":[]}",
    "{\"\":0}", "{\"a\":{\"b\":{}}}", "[\"\\u0060\\u012a\\u12AB\"]", "[\"\\uD801\\udc37\"]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\\u0000\"]", "[\"\u{7F}\"]", "[\"€𝄞\"]", "[\"\u{FFFF}\"]",
    "[\"\u{10FFFF}\"]", "[\"\u{2028}\u{2029}\"]", "[\"\\u0000\"]", "[\"\\uFFFE\"]", "[\"\\uDBFF\\uDFFE\"]",
    "[\"a/*b*/c//d\"]", "\t[ 1 ,\r\n2 ] ", "[[[[[[]]]]]]", "[null,true,false,\"\",0,[],{}]",
    "{\"a\":1,\"b\":2}",
  ]

  static let refused: [String] = [
    // Numbers
    "[+1]", "[-]", "[--1]", "[-01]", "[-2.]", "[.1]", "[-.1]", "[.-1]", "[.2e-3]", "[0.e1]", "[0.1.2]",
    "[0.3e]", "[0.3e+]",
    "[0e]", "[0e+]", "[0E]", "[0E+]", "[00]", "[012]", "[1.]", "[1.0e]", "[1.0e+]", "[1.0e-]", "[1 000.0]",
    "[1eE2]", "[1e]",
    "[1e+]", "[1_000]", "[2.e+3]", "[2.e-3]", "[2.e3]", "[9.e+]", "[0x1]", "[0x42]", "[1+2]", "[1a]", "[-1x]",
    "[-1.0.]",
    "[- 1]", "[-a]", "[１]", "[1e1.5]", "[123\u{E5}]", "[NaN]", "[-NaN]", "[Inf]", "[Infinity]", "[-Infinity]",
    "[+Inf]", "[++1]",
    "[1,2", "[1e400]", "[-1e400]",
    // Strings
    "[\"\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD800\\u0041\"]", "[\"\\uD800\\uD800\"]", "[\"\\uD8\"]",
    "[\"\\u\"]", "[\"\\u1\"]",
    "[\"\\u12\"]", "[\"\\u123\"]", "[\"\\uqqqq\"]", "[\"\\U0041\"]", "[\"\\x41\"]", "[\"\\a\"]", "[\"\\'\"]",
    "[\"\\🌀\"]", "[\"\\",
    "[\"\\\"]", "[\"\\\\\\\"]", "[\"a", "\"", "'a'", "['a']", "[\"a\u{0}b\"]", "[\"\n\"]", "[\"\t\"]",
    "[\"\u{1F}\"]",
    "[\"\u{1B}[31m\"]", "[\\n]", "[“a”]", "[a]", "\"\"x", "[\"a\"b]", "[\u{2060}1]", "[\u{A0}1]",
    "\u{2028}[]",
    // Arrays and objects
    "[1 true]", "[1:2]", "[,1]", "[1,]", "[1,,2]", "[,]", "[\"\",]", "[1,]]", "[1]x", "]", "[", "[[", "[[]",
    "[x", "[][", "[]]",
    "[}", "[{]", "{]", "[1}", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}",
    "{\"a\":1,,\"b\":2}", "{,\"a\":1}", "{a:1}",
    "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\",\"b\"}",
    "{\"a\"::1}", "{\"a\":1}}",
    "{\"a\":1}#", "{\"a\":1}/**/", "{\"a\":1}//", "{\"a\":\"b\"}/*", "{\"a\":/**/1}", "{\"a\":1}{}",
    "{\"x\",null}", "{\"a\":\"b",
    // Literals and structure
    "", " ", "\n", "nul", "nulL", "NULL", "Null", "tru", "truE", "True", "TRUE", "fals", "False", "[nul]",
    "[tru]", "[fals]",
    "undefined", "[undefined]", "nan", "*", "<null>", "[<null>]", "{]", "@", "&", "\\u0020[]", "[1]\u{C}",
    "[\u{C}]", "\u{0}", "[]\u{0}",
    "//\n[]", "/**/[]", "[]//", "1 2", "[] []", "{} {}", "\"a\" \"b\"", "true false", "\u{FEFF}\u{FEFF}{}",
    ";", ":", ",", "\u{E5}",
    "[open", "<.>", "{\"a\":[}", "[{\"a\":1]", "--", "#", "\u{200B}[]",
  ]

  @Test(arguments: accepted)
  func `valid JSON is read`(text: String) throws {
    _ = try JSONDocument.parse(Array(text.utf8))
  }

  @Test(arguments: refused)
  func `what is not is refused, with its place`(text: String) throws {
    let bytes = Array(text.utf8)
    let fault = #expect(throws: JSONFault.self) { try JSONDocument.parse(bytes) }
    if let fault { #expect((0...bytes.count).contains(fault.offset)) }
  }

  /// Text that is not UTF-8, cut and overlong forms, surrogates, UTF-16 and UTF-32 with and without a mark.
  @Test(
    arguments: [
      [0x5B, 0x22, 0xFF, 0x22, 0x5D], [0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D],
      [0x5B, 0x22, 0xE0, 0x80, 0xAF, 0x22, 0x5D],
      [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], [0x5B, 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22, 0x5D],
      [0x5B, 0x22, 0x81, 0x22, 0x5D],
      [0x5B, 0x22, 0xE5, 0xB7, 0x22, 0x5D], [0x5B, 0x22, 0xFC, 0x80, 0x80, 0x80, 0x80, 0x80, 0x22, 0x5D],
      [0xFF], [0xE5], [0xC3, 0x28],
      [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], [0xFE, 0xFF, 0x00, 0x5B, 0x00, 0x5D], [0x5B, 0x00, 0x5D, 0x00],
      [0x00, 0x5B, 0x00, 0x5D],
      [0xFF, 0xFE, 0x00, 0x00, 0x5B, 0x00, 0x00, 0x00], [0xEF, 0xBB], [0x5B, 0x31, 0x2C, 0xFF],
    ] as [[UInt8]])
  func `text that is not UTF-8 is refused`(bytes: [UInt8]) throws {
    #expect(throws: JSONFault.self) { try JSONDocument.parse(bytes) }
  }

  @Test(arguments: [
    ("[", 100_000), ("{\"\":", 50_000), ("[{\"\":", 50_000), ("[[],", 20_000),
  ])
  func `bottomless nesting is refused at once`(part: String, count: Int) throws {
    let fault = #expect(throws: JSONFault.self) {
      try JSONDocument.parse(Array(String(repeating: part, count: count).utf8))
    }
    #expect(fault?.problem == .depth || part == "[[],")
  }

  @Test func `every sequence of bytes is valid UTF-8 here when it is for the standard library`() {
    let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    var ends: [[UInt8]] = [[]]
    for second in edges {
      ends.append([second])
      for third in edges { ends += [[second, third], [second, third, 0x80], [second, 0x80, third]] }
    }
    for first in UInt8(0x80)...0xFF {
      // Behind up to nine letters, so that every place in a word of eight bytes comes up.
      for letters in 0...9 {
        for end in ends {
          // And before none or a whole word of them.
          for rest in [0, 8] {
            func letter(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: count) }
            let text = letter(letters) + [first] + end + letter(rest)
            let isRead = (try? JSONDocument.parse([0x22] + text + [0x22])) != nil
            let isValid = String(validating: text, as: UTF8.self) != nil
            if isRead != isValid { Issue.record("\(text)") }
          }
        }
      }
    }
  }

  @Test(.enabled(if: getenv("QJBOARD_JSON_SUITE") != nil))
  func `the suite itself`() throws {
    let place = String(cString: try #require(getenv("QJBOARD_JSON_SUITE")))
    let names = Shell.run("ls '\(place)'").output.split(separator: "\n").map(String.init).filter {
      $0.hasSuffix(".json")
    }
    #expect(names.count > 200)
    for name in names {
      let file = try InputFile.read(path: "\(place)/\(name)", name: name)
      let isRead = (try? JSONDocument.parse(file.bytes)) != nil
      // What begins with i may be either; that it ends at all is what counts. So may UTF-16 and UTF-32, and numbers that no
      // double holds, which older editions of the suite ask for.
      let mayBeEither = ["utf16", "utf32", "UTF-16", "huge_exp", "_overflow"].contains { name.contains($0) }
      if name.hasPrefix("y_"), !mayBeEither { #expect(isRead, "\(name)") }
      if name.hasPrefix("n_") { #expect(!isRead, "\(name)") }
    }
  }
}
