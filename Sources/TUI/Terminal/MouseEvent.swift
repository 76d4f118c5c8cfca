/// What the mouse did at a cell.
public struct MouseEvent: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The left button went down.
    case press
    /// The right button went down.
    case secondaryPress
    case wheelUp, wheelDown
  }

  public var kind: Kind
  public var position: Position

  public init(_ kind: Kind, x: Int, y: Int) {
    self.kind = kind
    position = Position(x: x, y: y)
  }
}
