import Canvas
import Domain

/// A key and what it does, for the footer and the help page.
package struct KeyHint: Sendable {
  package var key: String
  package var action: Name
  /// The id of the action for everywhere whose key it names; nil for a key of the view's own.
  package var boundTo: String?
  /// What the configuration calls a key of the view's own, `projects.sort`; nil for one that cannot be bound.
  package var id: String?
  /// Whether it works while a record is open.
  package var isForRecords: Bool

  /// - Parameters:
  ///   - key: its keys while the configuration says nothing, divided by blanks, as people read them.
  ///   - id: what the configuration calls it; stays as it is once published.
  package init(_ key: String, _ zh: String, _ en: String, id: String? = nil, isForRecords: Bool = false) {
    self.key = key
    self.id = id
    self.isForRecords = isForRecords
    action = Name(zh: zh, en: en)
  }

  /// A hint that names whatever key the action has.
  package init(boundTo id: String, _ zh: String, _ en: String) {
    self.init("", zh, en)
    boundTo = id
    isForRecords = true
  }

  /// The keys that it names; none where it names a group of them, such as `↑↓`.
  package var keys: [Key] { key.split(separator: " ").compactMap { Key(name: String($0)) } }

  /// For the footer: a letter has a sign beside it for who cannot type letters; all other further keys are left to
  /// the help page.
  package var short: KeyHint {
    guard id != nil else { return self }
    var hint = self
    let words = key.split(separator: " ")
    let isLetter = words.first.map { $0.count == 1 && $0.allSatisfy(\.isLetter) } ?? false
    let further = isLetter ? words.dropFirst().filter { $0.count == 1 } : []
    hint.key = (words.prefix(1) + further).joined(separator: " ")
    return hint
  }

  /// Whether its keys are pressed one after the other, such as `Enter Enter`, and not one of several.
  package var isSequence: Bool { keys.count > 1 && keys.first == keys.last }

  /// What a click on it means; nil when it names a group of keys or several in a row.
  package var target: ClickTarget? {
    boundTo.map { .action($0) } ?? (isSequence ? nil : keys.first.map { .key($0.name) })
  }
}

extension String {
  /// Arrows in words, for terminals that have none: `↑↓` is `Up/Down`.
  package var inASCII: String {
    var result = ""
    var followsArrow = false
    for character in self {
      let word = ["↑": "Up", "↓": "Down", "→": "Right", "←": "Left"][character]
      if word != nil, followsArrow { result += "/" }
      result += word ?? String(character)
      followsArrow = word != nil
    }
    return result
  }
}
