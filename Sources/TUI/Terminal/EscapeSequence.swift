/// A key as terminals send it, whatever their type says they do.
///
/// Types are often wrong (PuTTY and Xshell say `xterm` and send other Home and End keys), and keys with Shift or Ctrl
/// are in none. Without this, the end of such a sequence would count as keys that were typed.
enum EscapeSequence: Equatable {
  /// The bytes begin a sequence.
  case unfinished
  /// The bytes are a sequence of this key; the keys held with it are left out.
  case key(Key)
  /// The bytes report what the mouse did.
  case mouse(MouseEvent)
  /// The bytes are a sequence that means no key of ours.
  case unknown
  /// The bytes are an escape and something of its own.
  case none

  /// - Parameter bytes: begin with the escape, and have at least one more.
  init(_ bytes: [UInt8]) {
    let body = bytes.dropFirst(2)
    switch bytes.dropFirst().first {
    case UInt8(ascii: "["): self = Self.control(body)
    case UInt8(ascii: "O"): self = body.first.map { Self.single($0) } ?? .unfinished
    default: self = .none
    }
  }

  private static func control(_ body: ArraySlice<UInt8>) -> EscapeSequence {
    guard let last = body.last else { return .unfinished }
    if body.first == UInt8(ascii: "M") { return MouseEvent.oldReport(body.dropFirst()) }
    // The Linux console sends F1 as ESC [ [ A.
    if body.first == UInt8(ascii: "[") {
      guard body.count > 1 else { return .unfinished }
      return (0x41...0x45).contains(last) ? .key(.function(Int(last) - 0x40)) : .unknown
    }
    guard (0x40...0x7E).contains(last) else { return (0x20...0x3F).contains(last) ? .unfinished : .unknown }
    if body.first == UInt8(ascii: "<") { return MouseEvent.report(body.dropFirst()) }
    return last == UInt8(ascii: "~") ? numbered(body.dropLast()) : single(last)
  }

  /// Keys that are named by the last letter, cursor keys first.
  private static func single(_ letter: UInt8) -> EscapeSequence {
    switch Character(Unicode.Scalar(letter)) {
    case "A": .key(.up)
    case "B": .key(.down)
    case "C": .key(.right)
    case "D": .key(.left)
    case "H": .key(.home)
    case "F": .key(.end)
    case "Z": .key(.backTab)
    case "M": .key(.enter)
    case "P"..."S": .key(.function(Int(letter) - 0x4F))
    default: .unknown
    }
  }

  /// Keys that are named by a number before the tilde, perhaps followed by `;` and the keys held with it.
  private static func numbered(_ body: ArraySlice<UInt8>) -> EscapeSequence {
    let number = body.prefix { (0x30...0x39).contains($0) }.reduce(0) { min(999, $0 * 10 + Int($1) - 0x30) }
    switch number {
    case 1, 7: return .key(.home)
    case 2: return .key(.insert)
    case 3: return .key(.delete)
    case 4, 8: return .key(.end)
    case 5: return .key(.pageUp)
    case 6: return .key(.pageDown)
    case 11...15: return .key(.function(number - 10))
    case 17...21: return .key(.function(number - 11))
    case 23...24: return .key(.function(number - 12))
    default: return .unknown
    }
  }
}

extension MouseEvent {
  /// `0;21;9M`: the button, the column and the row from 1; `m` in the end for a release.
  fileprivate static func report(_ body: ArraySlice<UInt8>) -> EscapeSequence {
    let numbers = body.dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard body.last == UInt8(ascii: "M"), numbers.count == 3, let button = numbers[0],
      let column = numbers[1],
      let row = numbers[2]
    else { return .unknown }
    return event(button: button, column: column, row: row)
  }

  /// Three bytes, each 32 more than its number, from terminals that know no other form.
  fileprivate static func oldReport(_ body: ArraySlice<UInt8>) -> EscapeSequence {
    guard body.count >= 3 else { return .unfinished }
    let numbers = body.map { Int($0) - 32 }
    return event(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// - Parameter button: 0 left, 2 right, 3 a release, 64 and 65 the wheel; 4, 8 and 16 for keys held with it, 32 when it
  ///   only moved.
  private static func event(button: Int, column: Int, row: Int) -> EscapeSequence {
    let kind: Kind? =
      switch button & ~0b1_1100 {
      case 0: .press
      case 2: .secondaryPress
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    guard let kind, (1...9999).contains(column), (1...9999).contains(row) else { return .unknown }
    return .mouse(MouseEvent(kind, x: column - 1, y: row - 1))
  }
}
