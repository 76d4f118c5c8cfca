// These members are inlinable because other targets can specialise a generic type only if they see its bodies. It saves
// 8 % of the instructions at start-up.

/// A heap-allocated value that copies of a record share.
package final class Box<Value: Sendable>: Sendable {
  package let value: Value

  @inlinable
  package init(_ value: Value) { self.value = value }
}

/// A large optional value that is rarely present. A record stores one word for it, and copies of the record share it.
@propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
  @usableFromInline var box: Box<Value>?

  @inlinable
  package init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.init)
  }

  @inlinable
  package var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}

extension Boxed: Equatable where Value: Equatable {
  package static func == (left: Boxed, right: Boxed) -> Bool { left.wrappedValue == right.wrappedValue }
}
