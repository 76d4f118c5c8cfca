/// A mouse action at a cell.
package struct MouseEvent: Equatable, Sendable {
  /// The action of the mouse.
  package enum Kind: Equatable, Sendable {
    /// The left button was pressed.
    case press
    /// The right button was pressed.
    case secondaryPress
    case wheelUp, wheelDown
  }

  /// The action of the mouse.
  package var kind: Kind
  /// The cell under the pointer.
  package var position: Position

  init(_ kind: Kind, x: Int, y: Int) {
    self.kind = kind
    position = Position(x: x, y: y)
  }
}

extension MouseEvent {
  /// Decodes `CSI < 0;21;9M`: the button, the column and the row from 1; a final `m` is a release. Nil for anything
  /// else.
  static func report(_ sequence: ControlSequence) -> MouseEvent? {
    guard sequence.final == UInt8(ascii: "M"), sequence.intermediates.isEmpty, sequence.parameters.count == 3
    else {
      return nil
    }
    let numbers = (0..<3).map { sequence.parameter($0, default: -1) }
    return MouseEvent(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// Decodes three bytes, each its number plus 32, from terminals that support no other form.
  static func oldReport(_ bytes: [UInt8]) -> MouseEvent? {
    guard bytes.count == 3 else { return nil }
    return MouseEvent(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  /// - Parameter button: 0 left, 2 right, 3 release, 64 and 65 the wheel; plus 4, 8 and 16 for modifier keys, and 32 for movement.
  private init?(button: Int, column: Int, row: Int) {
    let kinds: [Int: Kind] = [0: .press, 2: .secondaryPress, 64: .wheelUp, 65: .wheelDown]
    guard button >= 0, let kind = kinds[button & ~0b1_1100], (1...9999).contains(column),
      (1...9999).contains(row)
    else { return nil }
    self.init(kind, x: column - 1, y: row - 1)
  }
}
