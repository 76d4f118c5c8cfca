// These types and `Records` are public, because other targets specialise a generic type only if its bodies are inlinable
// and public, not `package`.

/// A heap-allocated value that copies of a record share.
public final class Box<Value: Sendable>: Sendable {
  /// The boxed value.
  public let value: Value

  /// Creates a box; copies of it share the value.
  @inlinable
  public init(_ value: Value) { self.value = value }
}

/// A large optional value that is rarely present. A record stores one word for it, and copies of the record share it.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
  @usableFromInline var box: Box<Value>?

  /// Creates a property; nil takes no heap memory.
  @inlinable
  public init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.init)
  }

  /// The value; nil if it was not set.
  @inlinable
  public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}

extension Boxed: Equatable where Value: Equatable {
  /// Compares the values, not the boxes.
  public static func == (left: Boxed, right: Boxed) -> Bool { left.wrappedValue == right.wrappedValue }
}
