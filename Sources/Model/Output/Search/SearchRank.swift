/// The rank of a record for a query; lower is better.
enum SearchRank {
  /// The role of a text for its record.
  enum Role: UInt8, CaseIterable, Sendable {
    /// Its name, or the value of a figure.
    case name
    /// Another name of the record.
    case alias
    /// Another text that identifies it, such as the owner of a project.
    case mention
  }

  /// The kinds of matches, best first.
  enum Way: UInt8, CaseIterable, Sendable {
    /// The whole text.
    case exact
    /// The start of the text, up to the end of a word.
    case beginning
    /// Letters that match the whole Chinese text by its reading.
    case pinyin
    /// Letters that match the first characters of a Chinese text by their reading.
    case pinyinBeginning
    /// The start of the text, up to the middle of a word.
    case cutBeginning
    /// The start of a later word.
    case word
    /// Any other part of the text.
    case inside
    /// Letters that match later characters of a Chinese text by their reading.
    case pinyinInside
  }

  static let count = UInt8(Way.allCases.count * Role.allCases.count)
  /// The rank of a record that does not match.
  static let none = UInt8.max

  /// Returns the rank of a record of a kind. An indicator whose name has the query as written, at any place, is what the query
  /// asks for: it comes before records that only begin with it.
  static func rank(_ rank: UInt8, of kind: SearchIndex.Kind) -> UInt8 {
    guard kind == .indicator, rank < none, let role = Role(rawValue: rank % UInt8(Role.allCases.count)),
      let way = Way(rawValue: rank / UInt8(Role.allCases.count)), role != .mention,
      [.cutBeginning, .word, .inside].contains(way)
    else { return rank }
    return Self.rank(.beginning, .name)
  }

  /// Returns the rank of a match. Names come before aliases for the same kind of match; in a mention the place of the
  /// match makes no difference.
  static func rank(_ way: Way, _ role: Role) -> UInt8 {
    let counted: Way =
      switch (role, way) {
      case (.mention, .pinyin), (.mention, .pinyinBeginning): .pinyinInside
      case (.mention, .exact), (.mention, .beginning), (.mention, .cutBeginning), (.mention, .word): .inside
      default: way
      }
    return counted.rawValue * UInt8(Role.allCases.count) + role.rawValue
  }
}
