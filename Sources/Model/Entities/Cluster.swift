/// A way of dividing industry into clusters.
public struct Classification: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var source: String
  /// Whether the text it comes from is damaged, so that it is not complete.
  public var isDamaged: Bool
  public var note: Name?
  public var citations: [Citation]
}

/// A cluster, a sub-industry of one, or a direction for attracting investment.
public struct Cluster: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case cluster
    case subIndustry = "sub-industry"
    case direction
  }

  public enum ChainStage: String, CaseIterable, Sendable {
    case upstream
    case midstream
    case downstream
  }

  public struct ChainLink: Hashable, Sendable {
    public var stage: ChainStage
    public var items: [Item]
  }

  public var id: String
  public var classification: String
  public var kind: Kind
  public var parent: String?
  public var name: Name
  public var aliases: [SourcedName]
  /// Clusters of other classifications that mean about the same.
  public var sameAs: [String]
  public var products: [Item]
  public var directions: [Item]
  public var chain: [ChainLink]
  public var enterprises: [String]
  public var parks: [String]
  public var isDamaged: Bool
  public var note: SourcedName?
  public var citations: [Citation]
  public var origin = Origin.unknown
}

public struct Enterprise: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var aliases: [SourcedName]
  public var clusters: [String]
  public var role: SourcedName?
  public var products: [Item]
  public var parks: [String]
  public var citations: [Citation]
}
