/// What the description of the terminal's type says of its keys, where the common sequences leave it open.
struct TerminalKeys: Equatable {
  /// Keys by their sequence, for those that no other rule knows.
  var keys: [[UInt8]: Key] = [:]
  /// Whether `ESC O P` to `S` are F1 to F4, and not the top row of the number pad.
  var hasFunctionKeysOnPad = true
  /// Whether the number pad's plus sends what is a comma elsewhere.
  var hasPlusOnComma = false

  init() {}

  /// - Parameters:
  ///   - type: what the terminal calls itself, also where it is not described and another type stands in for it.
  ///   - capability: the string of a capability by its name; nil for one that the terminal has not.
  init(type: String = "", capability: (String) -> [UInt8]?) {
    for (name, key) in Self.names {
      guard let sequence = capability(name), sequence.count > 1, sequence[0] == 0x1B else { continue }
      keys[sequence] = keys[sequence] ?? key
    }
    // PuTTY's F1 is another sequence than the type that stands in for it says.
    hasFunctionKeysOnPad =
      !type.hasPrefix("putty") && (capability("kf1").map { $0 == Array("\u{1B}OP".utf8) } ?? true)
    hasPlusOnComma = capability("kpADD") == Array("\u{1B}Ol".utf8)
  }

  private static let names: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kind", .down), ("kri", .up), ("kHOM", .home), ("kEND", .end), ("kPRV", .pageUp),
      ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete), ("kLFT", .left), ("kRIT", .right),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
