/// Which keys do what everywhere. Help, footer and palette are made from it.
public struct KeyBindings: Equatable, Sendable {
  private var keys: [String: [Key]]
  private var actions: [Key: String]

  /// The keys of each action as they are without a configuration.
  public static let standard = KeyBindings(changes: [:])

  /// Keys that move, open and close in every view, and those that end the program: they cannot be bound.
  public static let movement: Set<Key> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .backspace,
    .character("h"), .character("j"), .character("k"), .character("l"), .character("g"), .character("G"),
    .control("c"), .control("z"),
  ]

  /// - Parameter changes: the keys of actions by id; those of the others stay as they are.
  public init(changes: [String: [Key]]) {
    keys = [:]
    actions = [:]
    // A key that was chosen goes before one that an action has by itself.
    let chosen = Action.all.filter { changes[$0.id] != nil }
    for action in chosen + Action.all.filter({ changes[$0.id] == nil }) {
      let bound = changes[action.id] ?? action.keys
      keys[action.id] = bound
      for key in bound where actions[key] == nil { actions[key] = action.id }
    }
  }

  /// The ids of all actions that keys can be bound to.
  public static var actions: [String] { Action.all.map(\.id) }

  /// The keys of an action, the one to show first; none when it can only be chosen by its name.
  public func keys(of id: String) -> [Key] { keys[id] ?? [] }

  /// What a key does; nil when it is left to the view.
  func action(for key: Key) -> Action? {
    actions[key].flatMap { id in Action.all.first { $0.id == id } }
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
    guard let id = hint.boundTo else { return hint }
    guard let key = bindings.hint(id) else { return nil }
    return KeyHint(key, hint.action.zh, hint.action.en)
  }

  /// The keys that step through the days, `[ ]`; nil when there are none.
  var steppingKeys: String? {
    let keys = [Action.earlier, Action.later].compactMap { bindings.hint($0) }
    return keys.isEmpty ? nil : keys.joined(separator: " ")
  }
}
