/// The keys in the description of the terminal type, for sequences that the common rules leave open.
struct TerminalKeys: Equatable {
  /// Keys by sequence, for those without another rule.
  var keys: [[UInt8]: Key] = [:]
  /// Whether `ESC O P` to `S` are F1 to F4 rather than the top row of the number pad.
  var hasFunctionKeysOnPad = true
  /// Whether the number pad's plus sends the sequence of the comma.
  var hasPlusOnComma = false

  init() {}

  /// - Parameters:
  ///   - type: the type that the terminal reports, even if it has no description and another type replaces it.
  ///   - capability: returns the string of a capability by its name; nil if the terminal does not have it.
  init(type: String = "", capability: (String) -> [UInt8]?) {
    for (name, key) in Self.names {
      guard let sequence = capability(name), sequence.count > 1, sequence[0] == 0x1B else { continue }
      keys[sequence] = keys[sequence] ?? key
    }
    // PuTTY's F1 sequence differs from the one of the type that replaces it.
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
