import Canvas
import Domain

/// A key and what it does, for the footer and the help page.
package struct KeyHint: Sendable {
  /// The key as shown.
  package var key: String
  /// The name of the action, in both languages.
  package var action: Name
  /// Id of the action for all views whose key it shows; nil for a key of the view itself.
  package var boundTo: String?
  /// Name in the configuration of a key of the view itself, `projects.sort`; nil if the key cannot be bound.
  package var id: String?
  /// Whether it works while a record is open.
  package var isForRecords: Bool
  /// Whether it opens a list to choose from.
  package var opensList = false

  /// - Parameters:
  ///   - zh: the name of the action in Chinese.
  ///   - en: the name of the action in English.
  ///   - isForRecords: whether it works while a record is open.
  ///   - key: the default keys, separated by spaces, as shown to users.
  ///   - id: the name in the configuration. Never change a published one.
  package init(_ key: String, _ zh: String, _ en: String, id: String? = nil, isForRecords: Bool = false) {
    self.key = key
    self.id = id
    self.isForRecords = isForRecords
    action = Name(zh: zh, en: en)
  }

  /// Creates a hint that shows the current key of the action.
  package init(boundTo id: String, _ zh: String, _ en: String) {
    self.init("", zh, en)
    boundTo = id
    isForRecords = true
  }

  /// The keys of the hint; empty if it describes a group of keys, such as `↑↓`.
  package var keys: [Key] { key.split(separator: " ").compactMap { Key(name: String($0)) } }

  /// The hint for the footer: a letter also shows its sign, for users who cannot type letters. All other alternative
  /// keys appear only on the help page.
  package var short: KeyHint {
    guard id != nil else { return self }
    var hint = self
    let words = key.split(separator: " ")
    let isLetter = words.first.map { $0.count == 1 && $0.allSatisfy(\.isLetter) } ?? false
    let further = isLetter ? words.dropFirst().filter { $0.count == 1 } : []
    hint.key = (words.prefix(1) + further).joined(separator: " ")
    return hint
  }

  /// Whether the keys are pressed one after the other, such as `Enter Enter`, and are not alternatives.
  package var isSequence: Bool { keys.count > 1 && keys.first == keys.last }

  /// The action of a click; nil for a group of keys or a sequence.
  package var target: ClickTarget? {
    boundTo.map { .action($0) } ?? (isSequence ? nil : keys.first.map { .key($0.name) })
  }
}

extension String {
  /// Arrows as words, for terminals without them: `↑↓` becomes `Up/Down`.
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
