import Domain

/// What a panel requests after a key, beyond changing its own state. The app applies it.
package enum PanelEffect: Equatable, Sendable {
  /// The key was handled; nothing else happens.
  case stay
  /// Show another view. Esc returns from it.
  ///
  /// - Parameters:
  ///   - filters: replace the filters of that view until Esc; nil keeps its own.
  ///   - saying: a message for the footer.
  case go(to: String, at: Cursor = .kept, filters: [String: String]? = nil, saying: Name? = nil)
  /// Return to the previous view.
  ///
  /// - Parameter onlyTo: return only if the previous view is this one; nil for any.
  case back(onlyTo: String? = nil)
  /// Show the citations of the figure under the cursor.
  case showCitations
  /// Let the user choose the value of the filter with this name from ``Panel/filterValues(_:_:in:)``.
  case choose(String)
  /// Show a message in the footer.
  case say(Name)

  /// The position of the cursor in the view that is shown.
  package enum Cursor: Equatable, Sendable {
    /// Unchanged.
    case kept
    case first
    /// On the record with this id, closed.
    case on(String)
    /// On the record with this id, opened.
    case opened(String)
  }
}
