import Canvas
import Panels

/// The global key bindings. Help, footer and palette are generated from them.
package struct KeyBindings: Equatable, Sendable {
  private var keys: [String: [Key]]
  private var actions: [Key: String]
  /// The ids of bindings by view and key.
  private var own: [String: [Key: String]] = [:]

  /// The default keys of each action, without a configuration.
  package static let standard = KeyBindings(changes: [:])

  /// Keys that move, open and close in every view, and those that quit: they cannot be bound.
  package static let movement: Set<Key> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .backspace,
    .character("h"), .character("j"), .character("k"), .character("l"), .character("g"), .character("G"),
    .control("c"), .control("z"),
  ]

  /// - Parameter changes: the keys of actions by id; other actions keep their keys.
  package init(changes: [String: [Key]]) {
    keys = [:]
    actions = [:]
    // A configured key takes precedence over a default one.
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

  /// The ids of everything that keys can be bound to.
  package static var actions: [String] { Bindable.all.map(\.id) }

  /// Returns the keys of an action, the one to show first; empty if it is available only by name.
  package func keys(of id: String) -> [Key] { keys[id] ?? [] }

  /// Returns the global action of a key; nil if the key belongs to the view.
  func action(for key: Key) -> Action? {
    actions[key].flatMap { id in Action.all.first { $0.id == id } }
  }

  /// Returns the binding of a key in a view; nil if it has none.
  func binding(for key: Key, in panel: any Panel) -> Binding? {
    own[panel.id]?[key].flatMap { id in panel.keys.first { $0.hint.id == id } }
  }

  /// Returns all keys of an action as the help page shows them: `q F10 Ctrl-C`.
  func label(of id: String) -> String {
    let names = keys(of: id).map(\.name) + (id == Action.quit ? ["Ctrl-C"] : [])
    return names.joined(separator: " ")
  }

  /// Returns the key to show where there is room for one; nil if there is none.
  func hint(_ id: String) -> String? {
    keys(of: id).first?.name ?? (id == Action.quit ? "Ctrl-C" : nil)
  }
}

extension AppState {
  /// Returns a hint with the current key of its action; nil if the action has none.
  func live(_ hint: KeyHint) -> KeyHint? {
    var live = hint
    if let id = hint.boundTo {
      guard let key = bindings.hint(id) else { return nil }
      live.key = key
    } else if let id = hint.id {
      // A key that a global action uses never reaches the view.
      let keys = bindings.keys(of: id).filter { bindings.action(for: $0) == nil }
      guard !keys.isEmpty else { return nil }
      live.key = keys.map(\.name).joined(separator: " ")
    }
    return live
  }

  /// Returns the key that clears the filters of a view: that of the palette if none is bound, and Esc during text
  /// input, where every letter is part of the text.
  func clearingKey(_ view: String) -> String {
    if viewState(view).input != nil { return Key.escape.name }
    return bindings.hint("\(view).clear") ?? bindings.hint(Action.palette) ?? ":"
  }

  /// The keys that step through the days, `[ ]`; nil if there are none.
  var steppingKeys: String? {
    let keys = [Action.earlier, Action.later].compactMap { bindings.hint($0) }
    return keys.isEmpty ? nil : keys.joined(separator: " ")
  }
}

/// A target of key bindings: a global action, or a command of one view.
struct Bindable {
  var id: String
  /// Id of the view that it belongs to; nil for all views.
  var view: String?
  /// The default keys, without a configuration.
  var keys: [Key]

  static let all = Action.all.map { Bindable(id: $0.id, view: nil, keys: $0.keys) } + ofViews

  static let ofViews = PanelRegistry.all.flatMap { panel in
    panel.keys.compactMap { binding in
      binding.hint.id.map { Bindable(id: $0, view: panel.id, keys: binding.hint.keys) }
    }
  }

  /// Returns whether one key could refer to both.
  func meets(_ other: Bindable) -> Bool { view == nil || other.view == nil || view == other.view }
}
