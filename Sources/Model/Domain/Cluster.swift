/// A way of dividing industry into clusters.
package struct Classification: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var source: String
  /// Whether its source text is damaged and therefore incomplete.
  package var isDamaged: Bool
  package var note: Name?
  package var citations: [Citation]

  package init(
    id: String, name: Name, source: String, isDamaged: Bool, note: Name? = nil, citations: [Citation]
  ) {
    (self.id, self.name, self.source, self.isDamaged, self.note, self.citations) = (
      id, name, source, isDamaged, note, citations
    )
  }
}

/// A cluster, a sub-industry of one, or a direction for attracting investment.
package struct Cluster: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case cluster
    case subIndustry = "sub-industry"
    case direction
  }

  package enum ChainStage: String, CaseIterable, Sendable {
    case upstream
    case midstream
    case downstream
  }

  package struct ChainLink: Hashable, Sendable {
    package var stage: ChainStage
    package var items: [Item]

    package init(stage: ChainStage, items: [Item]) {
      self.stage = stage
      self.items = items
    }
  }

  package var id: String
  package var classification: String
  package var kind: Kind
  package var parent: String?
  package var name: Name
  package var aliases: [SourcedName]
  /// Ids of clusters in other classifications with about the same meaning.
  package var sameAs: [String]
  package var products: [Item]
  package var directions: [Item]
  package var chain: [ChainLink]
  package var enterprises: [String]
  package var parks: [String]
  package var isDamaged: Bool
  package var note: SourcedName?
  package var citations: [Citation]
  package var origin = Origin.unknown

  package init(
    id: String, classification: String, kind: Kind, parent: String? = nil, name: Name, aliases: [SourcedName],
    sameAs: [String], products: [Item], directions: [Item], chain: [ChainLink], enterprises: [String],
    parks: [String], isDamaged: Bool, note: SourcedName? = nil, citations: [Citation],
    origin: Origin = Origin.unknown
  ) {
    (
      self.id, self.classification, self.kind, self.parent, self.name, self.aliases, self.sameAs,
      self.products, self.directions, self.chain, self.enterprises, self.parks, self.isDamaged, self.note,
      self.citations, self.origin
    ) = (
      id, classification, kind, parent, name, aliases, sameAs, products, directions, chain, enterprises,
      parks, isDamaged, note, citations, origin
    )
  }
}

/// A firm, its roles and products.
package struct Enterprise: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var aliases: [SourcedName]
  package var clusters: [String]
  package var role: SourcedName?
  package var products: [Item]
  package var parks: [String]
  package var citations: [Citation]

  package init(
    id: String, name: Name, aliases: [SourcedName], clusters: [String], role: SourcedName? = nil,
    products: [Item], parks: [String], citations: [Citation]
  ) {
    (self.id, self.name, self.aliases, self.clusters, self.role, self.products, self.parks, self.citations) =
      (id, name, aliases, clusters, role, products, parks, citations)
  }
}
