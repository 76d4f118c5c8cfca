import Canvas
import Domain
import Panels
import Store

/// Checks the names in a configuration that are defined by the board: themes, views, actions and keys.
package enum ConfigurationNames {
  /// Returns every fault in the names, with its place.
  package static func faults(_ file: ConfigurationFile, themes: [String]) -> [Diagnostic] {
    let views = PanelRegistry.all.map(\.id)
    return unknown(file.theme, Name(zh: "配色", en: "theme"), [Settings.automaticTheme] + themes)
      + unknown(file.view, Name(zh: "视图", en: "view"), views)
      + file.keys.flatMap(faults) + (file.kioskExitKey.map(exitFaults) ?? [])
  }

  private static func exitFaults(_ names: Placed<String>) -> [Diagnostic] {
    let keys = names.value.split(separator: " ").map(String.init)
    guard keys.count <= KioskOptions.longestExit else {
      return [
        names.diagnostic(
          .notWithin(key: "kiosk_exit_key", found: keys.count, least: 0, most: KioskOptions.longestExit))
      ]
    }
    return keys.filter { Key(name: $0) == nil }.map { unknownKey($0, at: names) }
  }

  private static func unknownKey(_ name: String, at place: Placed<String>) -> Diagnostic {
    let nearest = Spelling.nearest(to: name, among: Key.allNames)
    let what = Name(zh: "按键", en: "key")
    return place.diagnostic(.unknownName(name, what: what, allowed: Key.nameExamples, nearest: nearest))
  }

  private static func unknown(_ name: Placed<String>?, _ what: Name, _ allowed: [String]) -> [Diagnostic] {
    guard let name, !allowed.contains(name.value) else { return [] }
    let nearest = Spelling.nearest(to: name.value, among: allowed)
    return [name.diagnostic(.unknownName(name.value, what: what, allowed: allowed, nearest: nearest))]
  }

  private static func faults(_ entry: KeyEntry) -> [Diagnostic] {
    unknown(entry.action, Name(zh: "操作", en: "action"), KeyBindings.actions)
      + entry.keys.flatMap { name -> [Diagnostic] in
        guard let key = Key(name: name.value) else { return [unknownKey(name.value, at: name)] }
        guard KeyBindings.movement.contains(key) else { return [] }
        return [
          name.diagnostic(.keyConflict(key: key.name, first: entry.action.value, second: nil))
        ]
      }
  }

  /// Returns the keys that two actions share once all files are merged, with the place of the last binding.
  package static func conflicts(_ files: [ConfigurationFile]) -> [Diagnostic] {
    var entries: [String: KeyEntry] = [:]
    for file in files.reversed() { for entry in file.keys { entries[entry.action.value] = entry } }
    var owners: [Key: [Bindable]] = [:]
    for bindable in Bindable.all where entries[bindable.id] == nil {
      for key in bindable.keys { owners[key, default: []].append(bindable) }
    }
    var faults: [Diagnostic] = []
    for bindable in Bindable.all {
      for name in entries[bindable.id]?.keys ?? [] {
        guard let key = Key(name: name.value) else { continue }
        if let other = owners[key]?.first(where: { $0.id != bindable.id && $0.meets(bindable) }) {
          faults.append(
            name.diagnostic(.keyConflict(key: key.name, first: bindable.id, second: other.id)))
        }
        owners[key, default: []].append(bindable)
      }
    }
    return faults
  }
}

extension KeyBindings {
  /// The bindings of settings. Invalid names are ignored.
  package init(_ settings: Settings) {
    self.init(changes: settings.keys.mapValues { $0.compactMap { Key(name: $0) } })
  }
}
