import CSignals

/// Decodes the bytes that a terminal sends into keys, mouse events, pastes and answers to requests.
///
/// Times are milliseconds of any clock. Only an escape and incomplete sequences depend on them.
struct InputDecoder {
  /// Whether mouse reports are used; unrequested ones are dropped.
  var takesMouse = false
  private var scanner: InputScanner
  private let terminal: TerminalKeys
  private var conversion = qj_conversion()
  private var isInsideCharacter = false
  /// Whether the next character was typed with Alt and is dropped.
  private var dropsCharacter = false

  init(terminal: TerminalKeys = TerminalKeys(), escapeDelay: Int = 25) {
    self.terminal = terminal
    scanner = InputScanner(escapeDelay: escapeDelay)
  }

  /// Returns the events of bytes in the charset of the locale. An incomplete sequence at the end is kept for the next
  /// call.
  mutating func events(_ bytes: some Sequence<UInt8>, at time: Int = 0) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes {
      if let token = scanner.take(byte, at: time), let event = event(of: token) { events.append(event) }
    }
    return events
  }

  /// When to call ``expire(at:)``; nil if no sequence is incomplete.
  var deadline: Int? { scanner.deadline }

  /// Until when an escape at the end of the input may begin a key; nil if the input does not end with one.
  var escapeDeadline: Int? { scanner.isAfterEscape ? scanner.deadline : nil }

  /// Returns the event of a sequence that was not completed by `time`; nil if there is none.
  mutating func expire(at time: Int) -> TerminalEvent? {
    scanner.expire(at: time).flatMap { event(of: $0) }
  }

  private mutating func event(of token: InputScanner.Token) -> TerminalEvent? {
    if case .byte(let byte) = token { return text(byte).map { .key(Key($0)) } }
    endText()
    switch token {
    case .byte: return nil
    case .escape: return .key(.escape)
    case .alt(let byte): return alt(byte).map { .key($0) }
    case .control(let sequence): return event(of: sequence)
    case .single(let parameters, let final):
      return key(
        SequenceKey.key(ofSingle: final, parameters: parameters, terminal),
        [0x1B, 0x4F] + parameters + [final])
    case .console(let letter):
      return (0x41...0x45).contains(letter) ? .key(.function(Int(letter) - 0x40)) : nil
    case .oldMouse(let bytes): return mouse(MouseEvent.oldReport(bytes))
    case .command(let body): return Background(answer: body).map { .background($0) }
    case .paste(let bytes): return .paste(PastedText.line(bytes))
    }
  }

  private func event(of sequence: ControlSequence) -> TerminalEvent? {
    if sequence.prefix == UInt8(ascii: "<") { return mouse(MouseEvent.report(sequence)) }
    return key(SequenceKey.key(of: sequence), sequence.bytes)
  }

  private func mouse(_ event: MouseEvent?) -> TerminalEvent? {
    takesMouse ? event.map { .mouse($0) } : nil
  }

  private func key(_ key: Key?, _ bytes: [UInt8]) -> TerminalEvent? {
    (key ?? terminal.keys[bytes]).map { .key($0) }
  }

  /// The Linux console sends Shift-Tab as Alt-Tab.
  private mutating func alt(_ byte: UInt8) -> Key? {
    if byte >= 0x80 {
      dropsCharacter = true
      _ = text(byte)
      return nil
    }
    return terminal.keys[[0x1B, byte]]
  }

  // MARK: Text

  /// Returns the scalar that this byte completes. Invalid bytes are dropped without affecting the bytes around them.
  private mutating func text(_ byte: UInt8) -> Unicode.Scalar? {
    let code = qj_decode(&conversion, byte)
    let wasInside = isInsideCharacter
    isInsideCharacter = code == QJ_INCOMPLETE
    if isInsideCharacter { return nil }
    if code == QJ_INVALID {
      dropsCharacter = false
      return wasInside ? text(byte) : nil
    }
    let isDropped = dropsCharacter
    dropsCharacter = false
    guard !isDropped, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (0x80...0x9F).contains(value) ? nil : scalar
  }

  /// Drops an incomplete character before a sequence.
  private mutating func endText() {
    if isInsideCharacter { conversion = qj_conversion() }
    isInsideCharacter = false
    dropsCharacter = false
  }
}

extension ControlSequence {
  /// The bytes as they were sent, for key sequences.
  fileprivate var bytes: [UInt8] {
    let numbers = parameters.map { $0.map { $0 < 0 ? "" : String($0) }.joined(separator: ":") }
    return [0x1B, 0x5B] + (prefix.map { [$0] } ?? []) + Array(numbers.joined(separator: ";").utf8)
      + intermediates
      + [final]
  }
}
