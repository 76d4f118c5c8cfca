/// How well a record answers a query; the less the better.
enum SearchRank {
  /// What a text is to its record.
  enum Role: UInt8, CaseIterable, Sendable {
    /// Its name, or the value of a figure.
    case name
    /// Another name of it.
    case alias
    /// Something else that it can be recognised by, such as the owner of a project.
    case mention
  }

  /// The ways of matching, best first.
  enum Way: UInt8, CaseIterable, Sendable {
    /// The whole text.
    case exact
    /// The beginning of the text, up to the end of a word.
    case beginning
    /// Letters that stand for the whole Chinese text.
    case spoken
    /// Letters that stand for the first characters of a Chinese text.
    case spokenBeginning
    /// The beginning of the text, up to the middle of a word.
    case cutBeginning
    /// The beginning of a later word.
    case word
    /// Somewhere in the text.
    case inside
    /// Letters that stand for characters in the middle of a Chinese text.
    case spokenInside
  }

  static let count = UInt8(Way.allCases.count * Role.allCases.count)
  /// The rank of a record that does not answer.
  static let none = UInt8.max

  /// Names come before aliases that match in the same way; in a mention it makes no difference where the
  /// match stands.
  static func rank(_ way: Way, _ role: Role) -> UInt8 {
    let counted: Way =
      switch (role, way) {
      case (.mention, .spoken), (.mention, .spokenBeginning): .spokenInside
      case (.mention, .exact), (.mention, .beginning), (.mention, .cutBeginning), (.mention, .word): .inside
      default: way
      }
    return counted.rawValue * UInt8(Role.allCases.count) + role.rawValue
  }
}
