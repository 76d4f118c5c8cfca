import Model

/// Something that a view does on a key: footer, help, palette and configuration follow from it.
public struct Binding: Sendable {
  /// What the view does, and what is asked for beyond it; nil asks for nothing more.
  public typealias Perform = @Sendable (inout ViewState, PanelContext) -> PanelEffect?

  public var hint: KeyHint
  /// Nil where the panel takes the keys itself, as it does those that move, or where they are those of everywhere.
  var perform: Perform?

  /// Names keys that cannot be bound to anything else, `↑↓`.
  public init(_ keys: String, _ zh: String, _ en: String) {
    hint = KeyHint(keys, zh, en)
  }

  /// - Parameters:
  ///   - keys: while the configuration says nothing, divided by blanks, as people read them.
  ///   - id: what the configuration calls it; stays as it is once published.
  ///   - isForRecords: whether it works while a record is open.
  public init(
    _ keys: String, _ zh: String, _ en: String, id: String, isForRecords: Bool = false,
    perform: @escaping Perform
  ) {
    hint = KeyHint(keys, zh, en, id: id, isForRecords: isForRecords)
    self.perform = perform
  }

  /// The same for what changes the view alone.
  public init(
    _ keys: String, _ zh: String, _ en: String, id: String, isForRecords: Bool = false,
    change: @escaping @Sendable (inout ViewState, PanelContext) -> Void
  ) {
    self.init(keys, zh, en, id: id, isForRecords: isForRecords) { view, context -> PanelEffect? in
      change(&view, context)
      return nil
    }
  }

  /// Names whatever key an action for everywhere has.
  init(boundTo id: String, _ zh: String, _ en: String) {
    hint = KeyHint(boundTo: id, zh, en)
  }

  /// What every view has at the end of its keys.
  static let citations = Binding(boundTo: ActionID.citations, "出处", "sources")
}

/// Actions for everywhere whose keys views name; their ids stay as they are once published.
enum ActionID {
  static let citations = "citations"
}
