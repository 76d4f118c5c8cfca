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
    return bursts.flatMap { decoder.events($0.map(KeyDecoder.Input.byte)) }.compactMap(\.key)
  }

  private func bytes(_ text: some StringProtocol) -> [UInt8] { Array(text.utf8) }

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

  @Test(arguments: [
    ("[<0;21;9M", MouseEvent(.press, x: 20, y: 8)), ("[<2;1;1M", MouseEvent(.secondaryPress, x: 0, y: 0)),
    ("[<64;300;100M", MouseEvent(.wheelUp, x: 299, y: 99)), ("[<65;1;2M", MouseEvent(.wheelDown, x: 0, y: 1)),
    // With Ctrl held.
    ("[<16;5;6M", MouseEvent(.press, x: 4, y: 5)), ("[M !!", MouseEvent(.press, x: 0, y: 0)),
    ("[M`5)", MouseEvent(.wheelUp, x: 20, y: 8)),
  ])
  func `what the mouse did, in one piece and in many`(sequence: String, event: MouseEvent) {
    for bursts in [
      [bytes("\u{1B}\(sequence)q")],
      [bytes("\u{1B}" + sequence.prefix(2)), bytes(sequence.dropFirst(2) + "q")],
    ] {
      var decoder = KeyDecoder()
      let events = bursts.flatMap { decoder.events($0.map(KeyDecoder.Input.byte)) }
      #expect(events == [.mouse(event), .key(.character("q"))])
    }
  }

  @Test(arguments: [
    "[<0;21;9m", "[<35;21;9M", "[<1;2;3M", "[M#!!", "[<0;0;5M", "[<0;5M", "[<;;M",
    "[<0;99999999999999999999;1M",
  ])
  func `releases, movements and nonsense of the mouse are no keys`(sequence: String) {
    var decoder = KeyDecoder()
    #expect(decoder.events(bytes("\u{1B}\(sequence)q").map(KeyDecoder.Input.byte)) == [.key(.character("q"))])
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
    #expect(decoder.events([.byte(0x1B), .key(.up)]) == [.key(.escape), .key(.up)])
  }

  static var hasGBK: Bool {
    guard let locale = newlocale(LC_CTYPE_MASK, "zh_CN.GBK", nil) else { return false }
    freelocale(locale)
    return true
  }
}

extension TerminalEvent {
  fileprivate var key: Key? { if case .key(let key) = self { key } else { nil } }
}
