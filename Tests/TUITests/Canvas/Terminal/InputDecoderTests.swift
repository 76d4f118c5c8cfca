import Glibc
import Testing

@testable import Canvas

struct InputDecoderTests {
  private static func decoder(isPuTTY: Bool = false) -> InputDecoder {
    var keys = TerminalKeys()
    keys.hasFunctionKeysOnPad = !isPuTTY
    keys.hasPlusOnComma = isPuTTY
    return InputDecoder(terminal: keys)
  }

  private static let next = TerminalEvent.key(.character("z"))

  @Test(arguments: InputCase.all) func `a case means what it means, and the next key works`(input: InputCase)
    throws
  {
    try inLocale {
      var decoder = Self.decoder(isPuTTY: input.isPuTTY)
      #expect(decoder.events(input.bytes) == input.events)
      #expect(decoder.events([0x7A]) == [Self.next])
    }
  }

  @Test(arguments: InputCase.all) func `a case may be cut at every byte`(input: InputCase) throws {
    try inLocale {
      for cut in input.bytes.indices.dropFirst() {
        var decoder = Self.decoder(isPuTTY: input.isPuTTY)
        // Shorter than an escape waits.
        let events = decoder.events(input.bytes[..<cut], at: 0) + decoder.events(input.bytes[cut...], at: 20)
        #expect(events == input.events, "cut at \(cut)")
        #expect(decoder.events([0x7A], at: 40) == [Self.next], "cut at \(cut)")
      }
    }
  }

  @Test func `an escape alone is the key after its delay, and a slow line has a longer one`() {
    var local = InputDecoder(escapeDelay: 25)
    #expect(local.events([0x1B], at: 1000).isEmpty)
    #expect(local.deadline == 1025)
    #expect(local.expire(at: 1024) == nil)
    #expect(local.expire(at: 1025) == .key(.escape))
    #expect(local.events(Array("[B".utf8), at: 1050) == [.key(.character("[")), .key(.character("B"))])

    var remote = InputDecoder(escapeDelay: EscapeDelay.standard(isRemote: true))
    #expect(remote.events([0x1B], at: 1000).isEmpty)
    #expect(remote.expire(at: 1050) == nil)
    #expect(remote.events(Array("[B".utf8), at: 1050) == [.key(.down)])
    #expect(remote.deadline == nil)
  }

  @Test(arguments: ["[", "O", "P", "X", "]", "^", "_", "[1;5", "]11;rgb:ff", "P1+r", "[M!", "[["])
  func `an unfinished sequence ends after a time-out and types nothing`(text: String) throws {
    var decoder = InputDecoder()
    #expect(decoder.events([0x1B] + Array(text.utf8), at: 0).isEmpty)
    let deadline = try #require(decoder.deadline)
    #expect(deadline <= 2000)
    #expect(decoder.expire(at: deadline) == nil)
    #expect(decoder.deadline == nil)
    #expect(decoder.events([0x7A], at: deadline) == [Self.next])
  }

  @Test func `an unterminated paste ends after a time-out and is still a paste`() throws {
    var decoder = InputDecoder()
    #expect(decoder.events(Array("\u{1B}[200~quit".utf8), at: 0).isEmpty)
    let deadline = try #require(decoder.deadline)
    #expect(decoder.expire(at: deadline) == .paste("quit"))
  }

  @Test func `a long paste is one, and no more of it is kept than fields take`() {
    var decoder = InputDecoder()
    let text = Array("\u{1B}[200~".utf8) + Array(repeating: 0x71, count: 300_000) + Array("\u{1B}[201~z".utf8)
    let expected = String(repeating: "q", count: InputScanner.Limit.pasted)
    #expect(decoder.events(text) == [.paste(expected), Self.next])
  }

  @Test func `a sequence is swallowed whatever its length`() {
    for (head, tail) in [("[", "~"), ("]", "\u{7}"), ("P", "\u{1B}\\")] {
      var decoder = InputDecoder()
      let bytes =
        Array("\u{1B}\(head)".utf8) + Array(repeating: 0x31, count: 1_100_000) + Array("\(tail)z".utf8)
      #expect(decoder.events(bytes) == [Self.next])
    }
  }

  // MARK: Mouse

  @Test(arguments: [
    ("[<0;21;9M", MouseEvent(.press, x: 20, y: 8)), ("[<2;1;1M", MouseEvent(.secondaryPress, x: 0, y: 0)),
    ("[<64;300;100M", MouseEvent(.wheelUp, x: 299, y: 99)), ("[<65;1;2M", MouseEvent(.wheelDown, x: 0, y: 1)),
    // With Ctrl held.
    ("[<16;5;6M", MouseEvent(.press, x: 4, y: 5)), ("[M !!", MouseEvent(.press, x: 0, y: 0)),
    ("[M`5)", MouseEvent(.wheelUp, x: 20, y: 8)),
  ])
  func `the mouse counts while it is on`(sequence: String, event: MouseEvent) {
    let bytes = Array("\u{1B}\(sequence)z".utf8)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      decoder.takesMouse = true
      #expect(decoder.events(bytes[..<cut]) + decoder.events(bytes[cut...]) == [.mouse(event), Self.next])
    }
  }

  @Test(arguments: [
    "[<0;21;9m", "[<35;21;9M", "[<1;2;3M", "[M#!!", "[<0;0;5M", "[<0;5M", "[<;;M",
    "[<0;99999999999999999999;1M",
  ])
  func `releases, movements and nonsense of the mouse mean nothing`(sequence: String) {
    var decoder = InputDecoder()
    decoder.takesMouse = true
    #expect(decoder.events(Array("\u{1B}\(sequence)z".utf8)) == [Self.next])
  }

  // MARK: Text

  @Test func `bytes that are not text take no others with them`() throws {
    try inLocale {
      #expect(
        keys([0x80, 0x71, 0xE9, 0x71, 0xFF, 0xE9, 0xBB, 0x94]) == [
          .character("q"), .character("q"), .character("黔"),
        ])
      // C1 in UTF-8; and a character that a sequence cuts off.
      #expect(
        keys([0xC2, 0x9B, 0x71, 0xE9, 0xBB, 0x1B, 0x5B, 0x41, 0x94, 0x71]) == [
          .character("q"), .up, .character("q"),
        ])
    }
  }

  @Test(.enabled(if: hasGBK)) func `text in a Chinese charset`() throws {
    try inLocale("zh_CN.GBK") {
      #expect(keys([0xD6, 0xD0, 0x71]) == [.character("中"), .character("q")])
      // The second byte of this one is a bracket.
      #expect(keys([0x81, 0x5B, 0x71]).last == .character("q"))
    }
  }

  // MARK: Terminfo

  @Test func `the description of the type adds keys, and does not change others`() {
    let strings = ["kcbt": "\u{1B}\t", "kf9": "\u{1B}Ow", "kf5": "\u{1B}[222z", "kf1": "\u{1B}[11~"]
    let keys = TerminalKeys { strings[$0].map { Array($0.utf8) } }
    var decoder = InputDecoder(terminal: keys)
    #expect(
      decoder.events(Array("\u{1B}\t\u{1B}Ow\u{1B}[222z\u{1B}OP".utf8)) == [
        .key(.backTab), .key(.character("7")), .key(.function(5)),
      ])
  }

  @Test func `the number pad of a PuTTY that is not described here is not a row of function keys`() {
    let standIn: (String) -> [UInt8]? = { $0 == "kf1" ? Array("\u{1B}OP".utf8) : nil }
    #expect(TerminalKeys(type: "xterm", capability: standIn).hasFunctionKeysOnPad)
    #expect(!TerminalKeys(type: "putty-256color", capability: standIn).hasFunctionKeysOnPad)
  }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = InputDecoder()
    return decoder.events(bytes).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  /// Runs in a locale of this thread.
  private func inLocale(_ name: String = "C.UTF-8", _ body: () throws -> Void) throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, name, nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    try body()
  }

  static var hasGBK: Bool {
    guard let locale = newlocale(LC_CTYPE_MASK, "zh_CN.GBK", nil) else { return false }
    freelocale(locale)
    return true
  }
}
