/// A park, a part of one, or a named facility.
public struct Park: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case park
    case group
    case zone
    case facility
    case concept
  }

  /// Row and column on the schematic map, from 0.
  public struct Place: Hashable, Sendable {
    public var row: Int
    public var column: Int
  }

  public var id: String
  public var name: Name
  public var aliases: [SourcedName]
  public var kind: Kind
  public var parent: String?
  public var clusters: [String]
  public var place: Place?
  public var note: SourcedName?
  public var citations: [Citation]
  public var origin = Origin.unknown
}

/// Something that the district has to offer.
public struct Strength: Hashable, Sendable {
  public enum Category: String, CaseIterable, Sendable {
    case transport, institution, finance, science, policy, energy, scenic, market, people, offer
  }

  public var id: String
  public var category: Category
  public var name: Name
  public var figures: [String]
  public var citations: [Citation]
}
