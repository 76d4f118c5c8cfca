/// A value on the heap that copies of a record share.
final class Box<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// A large value that is seldom there: a record holds one word for it, and copies of the record share it.
@propertyWrapper
public struct Boxed<Value: Sendable>: Sendable {
  private var box: Box<Value>?

  public init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.init)
  }

  public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}
