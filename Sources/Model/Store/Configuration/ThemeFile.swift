/// A colour of a theme file: its number among 256 colours and among 16; -1 is the terminal's default.
package struct ThemeColour: Equatable, Sendable {
  /// The number among 256 colours; -1 is the terminal's default.
  package var rich: Int
  /// The number among 16 colours; -1 is the terminal's default.
  package var basic: Int
}

/// The colours of a role in a theme file: text and background.
package struct ThemeEntry: Equatable, Sendable {
  /// The role of the colour.
  package var role: Placed<String>
  /// The colour of text.
  package var text: ThemeColour
  /// The colour of the background.
  package var background: ThemeColour
}

/// A theme as read from its file. Roles and the name of the base are not resolved here.
package struct ThemeFile: Equatable, Sendable {
  /// The kind of screen that a theme is for.
  package enum Kind: String, CaseIterable, Sendable { case dark, light, monochrome }

  /// The name of the theme.
  package var name: Placed<String>
  /// The background that it is made for.
  package var kind: Placed<Kind>
  /// The theme that missing roles are taken from; nil for the built-in one of the same kind.
  package var base: Placed<String>?
  /// The colours by role, in file order.
  package var entries: [ThemeEntry]

  /// Reads a file. Its name must be the theme's name with `.json`.
  ///
  /// - Returns: the theme, nil when the file does not hold one; and all faults of the file.
  package static func read(_ file: InputFile) -> (ThemeFile?, [Diagnostic]) {
    let loading = Loading()
    var result: ThemeFile?
    loading.object(file, kind: "theme") { result = ThemeFile(&$0, file.name) }
    return (result, loading.diagnostics)
  }

  private init?(_ fields: inout Fields, _ file: String) {
    _ = fields.value("$schema")
    _ = fields.value("name", required: true)
    let name = fields.placedString("name")
    if !fields.has("kind") { _ = fields.value("kind", required: true) }
    let kind: Placed<Kind>? = fields.placedChoice("kind")
    base = fields.placedString("base")
    entries = Self.entries(&fields)
    guard let name, let kind else { return nil }
    let expected = String(file.dropLast(".json".count))
    if name.value != expected {
      fields.loading.report(
        name.diagnostic(.notAllowed(key: "name", found: name.value, allowed: [expected], nearest: nil)))
    }
    self.name = name
    self.kind = kind
  }

  private static func entries(_ fields: inout Fields) -> [ThemeEntry] {
    guard let value = fields.value("colors") else { return [] }
    guard let members = value.members else {
      fields.refuse(value, key: "colors", allowed: "object")
      return []
    }
    var seen: Set<String> = []
    return members.compactMap { key, value in
      let role = fields.loading.placed(key.string ?? "", at: key)
      if !seen.insert(role.value).inserted {
        fields.loading.report(role.diagnostic(.duplicateKey(role.value)))
      }
      guard var colours = Fields(value, kind: "colors", loading: fields.loading) else { return nil }
      defer { colours.finish() }
      guard let text = colours.value("text", required: true).flatMap({ colour($0, "text", colours) })
      else { return nil }
      let background = colours.value("background").map { colour($0, "background", colours) ?? text }
      return ThemeEntry(role: role, text: text, background: background ?? text)
    }
  }

  /// Reads a pair such as `[247, 7]`: -1...255 and -1...15. Reports anything else and returns nil.
  private static func colour(_ value: JSONValue, _ key: StaticString, _ fields: borrowing Fields)
    -> ThemeColour?
  {
    let elements = value.elements.map { Array($0) }
    let numbers = elements?.map { $0.wholeNumber ?? .min }
    guard let numbers, numbers.count == 2, (-1...255).contains(numbers[0]), (-1...15).contains(numbers[1])
    else {
      fields.loading.report(.badColour(key: "\(key)"), at: value)
      return nil
    }
    return ThemeColour(rich: numbers[0], basic: numbers[1])
  }
}
