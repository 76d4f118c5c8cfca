/// Splits the input of a terminal into text and sequences, following ECMA-48 and xterm's control sequences.
///
/// It does not interpret keys. Bytes may arrive in pieces of any size. A sequence is consumed completely, however long,
/// and at most ``Limit/kept`` bytes of it are kept.
struct InputScanner {
  /// A unit of input.
  enum Token: Equatable {
    /// Text or a control character outside of any sequence.
    case byte(UInt8)
    /// An escape that nothing followed in time.
    case escape
    /// An escape followed by this byte: Alt and a key.
    case alt(UInt8)
    /// CSI.
    case control(ControlSequence)
    /// SS3: the digits and semicolons before the final byte, and the final byte.
    case single([UInt8], final: UInt8)
    /// The Linux console's form of F1 to F5, `ESC [ [ A`.
    case console(UInt8)
    /// `CSI M` and the three bytes that follow it.
    case oldMouse([UInt8])
    /// OSC; no other string is used by this program.
    case command([UInt8])
    /// The text between the marks of a bracketed paste.
    case paste([UInt8])
  }

  /// Limits on length and time.
  enum Limit {
    /// Bytes of a sequence that are kept; a longer sequence is ignored.
    static let kept = 256
    /// Bytes of a paste that are kept: more than any field accepts.
    static let pasted = 4096
    /// Milliseconds of silence after which the rest is no longer expected: Alt with a key that begins a sequence, an
    /// incomplete sequence, a string, a paste.
    static let introducer = 300
    static let sequence = 500
    static let string = 1500
    static let paste = 3000
  }

  private enum State: Equatable {
    case ground, escape, control, single, console, oldMouse
    /// - Parameter isCommand: whether it is an OSC string, which BEL also ends.
    case string(isCommand: Bool)
    /// An escape inside a string: the first half of its terminator, or the start of another sequence.
    case stringEnd(isCommand: Bool)
    case paste
  }

  /// How long an escape waits for the rest of a key, in milliseconds.
  var escapeDelay = 25
  private var state = State.ground
  private var body: [UInt8] = []
  private var length = 0
  /// When the last byte of an incomplete sequence arrived, in milliseconds.
  private var time = 0
  /// The number of bytes of the end-of-paste mark that have arrived.
  private var matched = 0

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  init(escapeDelay: Int = 25) { self.escapeDelay = escapeDelay }

  /// Consumes a byte that arrived at a time in milliseconds. A byte completes at most one token.
  mutating func take(_ byte: UInt8, at time: Int) -> Token? {
    self.time = time
    if state == .ground { return begin(byte) }
    if state == .paste { return inPaste(byte) }
    length += 1
    switch state {
    case .ground: return begin(byte)
    case .escape: return afterEscape(byte)
    case .control: return inControl(byte)
    case .single: return inSingle(byte)
    case .console: return end(with: .console(byte))
    case .oldMouse: return inOldMouse(byte)
    case .string(let isCommand): return inString(byte, isCommand: isCommand)
    case .stringEnd(let isCommand): return afterString(byte, isCommand: isCommand)
    case .paste: return inPaste(byte)
    }
  }

  /// When the wait for the rest of a sequence ends, in milliseconds; nil if no sequence is incomplete.
  var deadline: Int? {
    switch state {
    case .ground: nil
    case .escape: time + escapeDelay
    case .control, .single, .string:
      time + max(escapeDelay, length == 0 ? Limit.introducer : isString ? Limit.string : Limit.sequence)
    case .console, .oldMouse, .stringEnd: time + max(escapeDelay, Limit.sequence)
    case .paste: time + Limit.paste
    }
  }

  /// Abandons a sequence that is not complete by `time`.
  mutating func expire(at time: Int) -> Token? {
    guard let deadline, deadline <= time else { return nil }
    switch state {
    case .escape: return end(with: .escape)
    case .paste: return endPaste()
    default: return abandon()
    }
  }

  /// Whether the last byte was an escape outside any string.
  var isAfterEscape: Bool { state == .escape }

  /// Whether a paste is in progress.
  var isPasting: Bool { state == .paste }

  private var isString: Bool { if case .string = state { true } else { false } }

  // MARK: States

  private mutating func begin(_ byte: UInt8) -> Token? {
    guard byte == Self.escape else { return .byte(byte) }
    enter(.escape)
    return nil
  }

  private mutating func afterEscape(_ byte: UInt8) -> Token? {
    switch byte {
    case Self.escape:
      enter(.escape)
      return .escape
    case UInt8(ascii: "["): enter(.control)
    case UInt8(ascii: "O"): enter(.single)
    case UInt8(ascii: "]"): enter(.string(isCommand: true))
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      enter(.string(isCommand: false))
    default: return end(with: .alt(byte))
    }
    return nil
  }

  private mutating func inControl(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x20...0x3F:
      keep(byte, atMost: Limit.kept)
      return nil
    case 0x40...0x7E: return endControl(byte)
    default: return restart(byte)
    }
  }

  private mutating func endControl(_ final: UInt8) -> Token? {
    if length == 1, final == UInt8(ascii: "[") {
      enter(.console)
      return nil
    }
    if length == 1, final == UInt8(ascii: "M") {
      enter(.oldMouse)
      return nil
    }
    guard length <= Limit.kept else { return abandon() }
    let sequence = ControlSequence(body, final: final)
    guard sequence.isPasteStart else { return end(with: .control(sequence)) }
    enter(.paste)
    return nil
  }

  private mutating func inSingle(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x30...0x3B:
      keep(byte, atMost: Limit.kept)
      return nil
    case 0x20, 0x40...0x7E: return length <= Limit.kept ? end(with: .single(body, final: byte)) : abandon()
    default: return restart(byte)
    }
  }

  private mutating func inOldMouse(_ byte: UInt8) -> Token? {
    if byte == Self.escape { return restart(byte) }
    keep(byte, atMost: 3)
    return body.count == 3 ? end(with: .oldMouse(body)) : nil
  }

  private mutating func inString(_ byte: UInt8, isCommand: Bool) -> Token? {
    switch byte {
    case Self.escape: state = .stringEnd(isCommand: isCommand)
    case 0x07 where isCommand: return endString(isCommand: true)
    // CAN and SUB abort a string.
    case 0x18, 0x1A: return abandon()
    default: keep(byte, atMost: Limit.kept)
    }
    return nil
  }

  private mutating func afterString(_ byte: UInt8, isCommand: Bool) -> Token? {
    if byte == UInt8(ascii: "\\") { return endString(isCommand: isCommand) }
    enter(.escape)
    // The escape aborted the string; it was not typed.
    return byte == Self.escape ? nil : afterEscape(byte)
  }

  private mutating func endString(isCommand: Bool) -> Token? {
    isCommand && length <= Limit.kept ? end(with: .command(body)) : abandon()
  }

  private mutating func inPaste(_ byte: UInt8) -> Token? {
    if byte == Self.pasteEnd[matched] {
      matched += 1
      return matched == Self.pasteEnd.count ? endPaste() : nil
    }
    for byte in Self.pasteEnd.prefix(matched) { keep(byte, atMost: Limit.pasted) }
    matched = byte == Self.escape ? 1 : 0
    if matched == 0 { keep(byte, atMost: Limit.pasted) }
    return nil
  }

  private mutating func endPaste() -> Token? { end(with: .paste(body)) }

  // MARK: Steps

  private mutating func enter(_ state: State) {
    self.state = state
    body = []
    length = 0
    matched = 0
  }

  private mutating func keep(_ byte: UInt8, atMost limit: Int) {
    if body.count < limit { body.append(byte) }
  }

  private mutating func end(with token: Token) -> Token {
    enter(.ground)
    return token
  }

  private mutating func abandon() -> Token? {
    enter(.ground)
    return nil
  }

  /// A byte that cannot belong to the sequence ends it and is then handled by itself; CAN and SUB only end it.
  private mutating func restart(_ byte: UInt8) -> Token? {
    enter(.ground)
    return byte == 0x18 || byte == 0x1A ? nil : begin(byte)
  }
}
