import Glibc
import Testing

@testable import TUI

struct KeyDecoderTests {
  /// Decodes bursts one after the other in a locale of this thread.
  private func keys(_ bursts: [[UInt8]], locale name: String = "C.UTF-8") throws -> [Key] {
    let locale = try #require(newlocale(LC_CTYPE_MASK, name, nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var decoder = KeyDecoder()
    return bursts.flatMap { decoder.keys($0.map(KeyDecoder.Input.byte)) }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `text in one piece and in many`() throws {
    let expected: [Key] = [.character("黔"), .character("a"), .character("𠮷"), .enter]
    #expect(try keys([bytes("黔a𠮷\r")]) == expected)
    #expect(try keys(bytes("黔a𠮷\r").map { [$0] }) == expected)
  }

  @Test func `bytes that are no text take no others with them`() throws {
    #expect(
      try keys([[0x80, 0x71], [0xE9, 0x71], [0xFF, 0xE9, 0xBB, 0x94]]) == [
        .character("q"), .character("q"), .character("黔"),
      ])
    #expect(try keys([[0xC2, 0x9B, 0x71]]) == [.character("q")])
  }

  @Test(.enabled(if: hasGBK))
  func `text in a Chinese charset`() throws {
    #expect(try keys([[0xD6], [0xD0, 0x71]], locale: "zh_CN.GBK") == [.character("中"), .character("q")])
  }

  @Test func `escape alone, with a key, and before a sequence`() throws {
    #expect(try keys([[0x1B]]) == [.escape])
    #expect(try keys([[0x1B], bytes("q")]) == [.escape, .character("q")])
    #expect(try keys([bytes("\u{1B}q")]) == [.escape, .character("q")])
    #expect(try keys([bytes("\u{1B}\u{1B}[A")]) == [.escape, .up])
  }

  @Test(arguments: [
    ("[A", Key.up), ("[1;5A", .up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home),
    ("[1~", .home),
    ("[7~", .home), ("OF", .end), ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete),
    ("[5~", .pageUp),
    ("[6;2~", .pageDown), ("[Z", .backTab), ("OP", .function(1)), ("[11~", .function(1)),
    ("[[A", .function(1)),
    ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)), ("[24~", .function(12)),
    ("OM", .enter),
  ])
  func `sequences that the type of the terminal does not name`(sequence: String, key: Key) throws {
    #expect(try keys([bytes("\u{1B}\(sequence)q")]) == [key, .character("q")])
    if sequence.count > 2 {
      let (head, tail) = (bytes("\u{1B}" + sequence.prefix(2)), bytes(String(sequence.dropFirst(2))))
      #expect(try keys([head, tail]) == [key])
    }
  }

  @Test func `unknown sequences type nothing`() throws {
    #expect(try keys([bytes("\u{1B}[200~x\u{1B}[27;5;113~\u{1B}[?1;2c\u{1B}Ox")]) == [.character("x")])
    #expect(
      try keys([bytes("\u{1B}[" + String(repeating: "1", count: 99)), bytes("q")]).last == .character("q"))
  }

  @Test func `recognised keys end what was begun`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys([.byte(0x1B), .key(.up)]) == [.escape, .up])
  }

  static var hasGBK: Bool {
    guard let locale = newlocale(LC_CTYPE_MASK, "zh_CN.GBK", nil) else { return false }
    freelocale(locale)
    return true
  }
}
