/// A command of a view and its keys. Footer, help, palette and configuration are generated from it.
package struct Binding: Sendable {
  /// Changes the view, and returns an effect if more than the view changes.
  package typealias Perform = @Sendable (inout ViewState, PanelContext) -> PanelEffect?

  /// The key and the name of its action, for the footer.
  package var hint: KeyHint
  /// The filter whose values it lists; nil if it does something else.
  package private(set) var filter: String?
  /// Nil if ``Panel/update(_:in:on:)`` handles the keys, such as arrows, or an action for all views does.
  package var perform: Perform?

  /// Documents fixed keys, such as `↑↓`.
  package init(_ keys: String, _ zh: String, _ en: String) {
    hint = KeyHint(keys, zh, en)
  }

  /// - Parameters:
  ///   - zh: the name of the action in Chinese.
  ///   - en: the name of the action in English.
  ///   - perform: changes the view and returns the effect.
  ///   - keys: the default keys, separated by spaces.
  ///   - id: the name in the configuration. Never change a published one.
  ///   - isForRecords: whether it also works while a record is open.
  package init(
    _ keys: String, _ zh: String, _ en: String, id: String, isForRecords: Bool = false,
    perform: @escaping Perform
  ) {
    hint = KeyHint(keys, zh, en, id: id, isForRecords: isForRecords)
    self.perform = perform
  }

  /// A command that changes only the view.
  package init(
    _ keys: String, _ zh: String, _ en: String, id: String, isForRecords: Bool = false,
    change: @escaping @Sendable (inout ViewState, PanelContext) -> Void
  ) {
    self.init(keys, zh, en, id: id, isForRecords: isForRecords) { view, context -> PanelEffect? in
      change(&view, context)
      return nil
    }
  }

  /// A command that lists the values of a filter, for one to be chosen.
  ///
  /// - Parameters:
  ///   - zh: the name of the filter in Chinese.
  ///   - en: the name of the filter in English.
  ///   - keys: the default keys, separated by spaces.
  ///   - id: the name in the configuration. Never change a published one.
  ///   - filter: the name of the filter.
  package init(_ keys: String, _ zh: String, _ en: String, id: String, choosing filter: String) {
    self.init(keys, zh, en, id: id) { _, _ -> PanelEffect? in .choose(filter) }
    hint.opensList = true
    self.filter = filter
  }

  /// Documents the key of an action for all views.
  package init(boundTo id: String, _ zh: String, _ en: String) {
    hint = KeyHint(boundTo: id, zh, en)
  }

  /// The last hint of every view.
  static let citations = Binding(boundTo: ActionID.citations, "出处", "sources")
}

/// The ids of actions for all views that panels refer to. Never change a published one.
package enum ActionID {
  /// The id of the action that shows the sources of a figure.
  package static let citations = "citations"
}
