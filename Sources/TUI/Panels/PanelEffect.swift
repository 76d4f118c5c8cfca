import Model

/// What a panel asks for after a key: everything beyond its own state.
public enum PanelEffect: Equatable, Sendable {
  /// Nothing; the key was taken.
  case stay
  /// Show another view, from which Esc comes back.
  ///
  /// - Parameters:
  ///   - filters: all that the other view is narrowed by, in place of what it was; nil leaves that.
  ///   - saying: what is told on the way.
  case go(to: String, at: Cursor = .kept, filters: [String: String]? = nil, saying: Name? = nil)
  /// Show the view again that was left last.
  ///
  /// - Parameter onlyTo: the one view to go back to; from any other the panel stays. Nil goes back to any.
  case back(onlyTo: String? = nil)
  /// Show where the figure under the cursor is printed.
  case showCitations
  /// Tell something in the footer.
  case say(Name)

  /// Where the cursor of a view is put.
  public enum Cursor: Equatable, Sendable {
    /// Where it was.
    case kept
    case first
    /// On the record with this id.
    case on(String)
    /// On the record with this id, opened.
    case opened(String)
  }
}
