import CSignals

/// Turns what the terminal sends into keys and what the mouse did, also when it comes in pieces.
struct KeyDecoder {
  /// A byte, or a key that the terminal library has recognised.
  enum Input: Equatable {
    case byte(UInt8)
    case key(Key)
  }

  private var conversion = qj_conversion()
  private var isInsideCharacter = false
  /// An escape sequence whose end has not come.
  private var sequence: [UInt8] = []

  private static let escape: UInt8 = 0x1B
  /// Longer ones are not sent by keys.
  private static let longestSequence = 32

  /// What one burst of input says, by the charset of the locale.
  ///
  /// An escape at its end is the key: who typed it does not want to wait for what may follow.
  mutating func events(_ burst: [Input]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for input in burst {
      switch input {
      case .key(let key):
        events += endSequence()
        events.append(.key(key))
      case .byte(let byte):
        events += take(byte)
      }
    }
    if sequence == [Self.escape] { events += endSequence() }
    return events
  }

  private mutating func take(_ byte: UInt8) -> [TerminalEvent] {
    if byte == Self.escape {
      defer { sequence = [byte] }
      return endSequence()
    }
    if sequence.isEmpty { return character(byte).map { [.key(Key($0))] } ?? [] }
    sequence.append(byte)
    switch EscapeSequence(sequence) {
    case .unfinished where sequence.count < Self.longestSequence:
      return []
    case .unfinished, .unknown:
      sequence = []
      return []
    case .key(let key):
      sequence = []
      return [.key(key)]
    case .mouse(let mouse):
      sequence = []
      return [.mouse(mouse)]
    case .none:
      // Escape and a key in one burst: Alt and the key, or both typed fast.
      sequence = []
      return [.key(.escape)] + (character(byte).map { [.key(Key($0))] } ?? [])
    }
  }

  /// What an escape sequence is worth that is not continued.
  private mutating func endSequence() -> [TerminalEvent] {
    defer { sequence = [] }
    return sequence == [Self.escape] ? [.key(.escape)] : []
  }

  /// The scalar that this byte completes. Bytes that are no text are dropped, and do not take others with them.
  private mutating func character(_ byte: UInt8) -> Unicode.Scalar? {
    let code = qj_decode(&conversion, byte)
    let wasInside = isInsideCharacter
    isInsideCharacter = code == QJ_INCOMPLETE
    if code == QJ_INVALID { return wasInside ? character(byte) : nil }
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    return (0x80...0x9F).contains(value) ? nil : scalar
  }
}
