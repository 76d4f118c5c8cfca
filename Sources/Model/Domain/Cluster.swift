/// A way of dividing industry into clusters.
package struct Classification: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the classification.
  package var name: Name
  /// The id of its document.
  package var source: String
  /// Whether its source text is damaged and therefore incomplete.
  package var isDamaged: Bool
  /// A remark for readers; nil if there is none.
  package var note: Name?
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates a classification as a file has it; ids of other records are not resolved.
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
  /// The level of a cluster.
  package enum Kind: String, CaseIterable, Sendable {
    case cluster
    case subIndustry = "sub-industry"
    case direction
  }

  /// The place in the industry chain.
  package enum ChainStage: String, CaseIterable, Sendable {
    case upstream
    case midstream
    case downstream
  }

  /// The items of one part of the industry chain.
  package struct ChainLink: Hashable, Sendable {
    /// The place in the chain.
    package var stage: ChainStage
    /// The items of that part, in file order.
    package var items: [Item]

    /// Creates a link of a chain with its items in file order.
    package init(stage: ChainStage, items: [Item]) {
      self.stage = stage
      self.items = items
    }
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The id of the classification that it belongs to.
  package var classification: String
  /// The level: cluster, sub-industry or direction.
  package var kind: Kind
  /// The id of the cluster that it is a part of; nil at the top.
  package var parent: String?
  /// The name of the cluster.
  package var name: Name
  /// Other names, each optionally with the document that prints it.
  package var aliases: [SourcedName]
  /// Ids of clusters in other classifications with about the same meaning.
  package var sameAs: [String]
  /// Its products, in file order.
  package var products: [Item]
  /// The directions of its development, in file order.
  package var directions: [Item]
  /// Its industry chain, from upstream to downstream.
  package var chain: [ChainLink]
  /// The ids of its leading firms.
  package var firms: [String]
  /// The ids of the parks where it is located.
  package var parks: [String]
  /// Whether the text of the source is damaged, so that it is incomplete.
  package var isDamaged: Bool
  /// A remark for readers; nil if there is none.
  package var note: SourcedName?
  /// The places where documents print it, in file order.
  package var citations: [Citation]
  /// The location in the file that it was read from.
  package var origin = Origin.unknown

  /// Creates a cluster as a file has it; ids of other records are not resolved.
  package init(
    id: String, classification: String, kind: Kind, parent: String? = nil, name: Name, aliases: [SourcedName],
    sameAs: [String], products: [Item], directions: [Item], chain: [ChainLink], firms: [String],
    parks: [String], isDamaged: Bool, note: SourcedName? = nil, citations: [Citation],
    origin: Origin = Origin.unknown
  ) {
    (
      self.id, self.classification, self.kind, self.parent, self.name, self.aliases, self.sameAs,
      self.products, self.directions, self.chain, self.firms, self.parks, self.isDamaged, self.note,
      self.citations, self.origin
    ) = (
      id, classification, kind, parent, name, aliases, sameAs, products, directions, chain, firms,
      parks, isDamaged, note, citations, origin
    )
  }
}

/// A firm, its roles and products.
package struct Firm: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the firm.
  package var name: Name
  /// Other names, each optionally with the document that prints it.
  package var aliases: [SourcedName]
  /// The ids of the clusters that it belongs to.
  package var clusters: [String]
  /// Its role in the cluster, such as 链主; nil if no document prints one.
  package var role: SourcedName?
  /// Its products, in file order.
  package var products: [Item]
  /// The ids of its parks.
  package var parks: [String]
  /// The rungs of the ladder of firms that it is reported on, in file order.
  package var steps: [Step]
  /// Its honours and titles, in file order.
  package var honours: [Item]
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// A rung of the ladder of firms that a document reports a firm on.
  package struct Step: Hashable, Sendable {
    /// The id of the rung in the vocabulary.
    package var rung: String
    /// When the firm reached it; nil if no document prints that.
    package var date: PartialDate?
    /// The places where documents print it.
    package var citations: [Citation]

    /// Creates a step; without a date it is known from the day of its document.
    package init(rung: String, date: PartialDate? = nil, citations: [Citation]) {
      (self.rung, self.date, self.citations) = (rung, date, citations)
    }
  }

  /// Creates a firm as a file has it; ids of other records are not resolved.
  package init(
    id: String, name: Name, aliases: [SourcedName], clusters: [String], role: SourcedName? = nil,
    products: [Item], parks: [String], steps: [Step] = [], honours: [Item] = [], citations: [Citation]
  ) {
    (
      self.id, self.name, self.aliases, self.clusters, self.role, self.products, self.parks, self.steps,
      self.honours, self.citations
    ) = (id, name, aliases, clusters, role, products, parks, steps, honours, citations)
  }
}
