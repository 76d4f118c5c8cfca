import Canvas
import Panels

/// Which keys do what everywhere. Help, footer and palette are made from it.
package struct KeyBindings: Equatable, Sendable {
  private var keys: [String: [Key]]
  private var actions: [Key: String]
  /// The ids of bindings by view and key.
  private var own: [String: [Key: String]] = [:]

  /// The keys of each action as they are without a configuration.
  package static let standard = KeyBindings(changes: [:])

  /// Keys that move, open and close in every view, and those that end the program: they cannot be bound.
  package static let movement: Set<Key> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .backspace,
    .character("h"), .character("j"), .character("k"), .character("l"), .character("g"), .character("G"),
    .control("c"), .control("z"),
  ]

  /// - Parameter changes: the keys of actions by id; those of the others stay as they are.
  package init(changes: [String: [Key]]) {
    keys = [:]
    actions = [:]
    // A key that was chosen goes before one that an action has by itself.
    let chosen = Action.all.filter { changes[$0.id] != nil }
    for action in chosen + Action.all.filter({ changes[$0.id] == nil }) {
      let bound = changes[action.id] ?? action.keys
      keys[action.id] = bound
      for key in bound where actions[key] == nil { actions[key] = action.id }
    }
    let views = Bindable.ofViews
    for bindable in views.filter({ changes[$0.id] != nil }) + views.filter({ changes[$0.id] == nil }) {
      guard let view = bindable.view else { continue }
      let bound = changes[bindable.id] ?? bindable.keys
      keys[bindable.id] = bound
      for key in bound where own[view]?[key] == nil { own[view, default: [:]][key] = bindable.id }
    }
  }

  /// The ids of all that keys can be bound to.
  package static var actions: [String] { Bindable.all.map(\.id) }

  /// The keys of an action, the one to show first; none when it can only be chosen by its name.
  package func keys(of id: String) -> [Key] { keys[id] ?? [] }

  /// What a key does; nil when it is left to the view.
  func action(for key: Key) -> Action? {
    actions[key].flatMap { id in Action.all.first { $0.id == id } }
  }

  /// The binding of a key in a view; nil if it has none.
  func binding(for key: Key, in panel: any Panel) -> Binding? {
    own[panel.id]?[key].flatMap { id in panel.keys.first { $0.hint.id == id } }
  }

  /// All keys of an action as the help page shows them: `q F10 Ctrl-C`.
  func label(of id: String) -> String {
    let names = keys(of: id).map(\.name) + (id == Action.quit ? ["Ctrl-C"] : [])
    return names.joined(separator: " ")
  }

  /// The key to name where there is room for one; nil when there is none.
  func hint(_ id: String) -> String? {
    keys(of: id).first?.name ?? (id == Action.quit ? "Ctrl-C" : nil)
  }
}

extension AppState {
  /// A hint with the key that its action has now; nil when it has none.
  func live(_ hint: KeyHint) -> KeyHint? {
    var live = hint
    if let id = hint.boundTo {
      guard let key = bindings.hint(id) else { return nil }
      live.key = key
    } else if let id = hint.id {
      // A key that an action for everywhere has taken never reaches the view.
      let keys = bindings.keys(of: id).filter { bindings.action(for: $0) == nil }
      guard !keys.isEmpty else { return nil }
      live.key = keys.map(\.name).joined(separator: " ")
    }
    return live
  }

  /// What clears the filters of a view; the palette does it where no key is bound. While a text is typed every letter
  /// is part of it.
  func clearingKey(_ view: String) -> String {
    if viewState(view).input != nil { return Key.escape.name }
    return bindings.hint("\(view).clear") ?? bindings.hint(Action.palette) ?? ":"
  }

  /// The keys that step through the days, `[ ]`; nil when there are none.
  var steppingKeys: String? {
    let keys = [Action.earlier, Action.later].compactMap { bindings.hint($0) }
    return keys.isEmpty ? nil : keys.joined(separator: " ")
  }
}

/// Something that keys can be bound to: an action for everywhere, or something that one view does.
struct Bindable {
  var id: String
  /// Id of the only view that it is for; nil when it is for all.
  var view: String?
  /// Its keys while the configuration says nothing.
  var keys: [Key]

  static let all = Action.all.map { Bindable(id: $0.id, view: nil, keys: $0.keys) } + ofViews

  static let ofViews = PanelRegistry.all.flatMap { panel in
    panel.keys.compactMap { binding in
      binding.hint.id.map { Bindable(id: $0, view: panel.id, keys: binding.hint.keys) }
    }
  }

  /// Whether both can be meant by one key.
  func meets(_ other: Bindable) -> Bool { view == nil || other.view == nil || view == other.view }
}
