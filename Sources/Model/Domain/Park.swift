/// A park, a part of one, or a named facility.
package struct Park: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case park
    case group
    case zone
    case facility
    case concept
  }

  /// Row and column on the schematic map, from 0.
  package struct Place: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package var id: String
  package var name: Name
  package var aliases: [SourcedName]
  package var kind: Kind
  package var parent: String?
  package var clusters: [String]
  package var place: Place?
  package var note: SourcedName?
  package var citations: [Citation]
  package var origin = Origin.unknown

  package init(
    id: String, name: Name, aliases: [SourcedName], kind: Kind, parent: String? = nil, clusters: [String],
    place: Place? = nil, note: SourcedName? = nil, citations: [Citation], origin: Origin = Origin.unknown
  ) {
    (
      self.id, self.name, self.aliases, self.kind, self.parent, self.clusters, self.place, self.note,
      self.citations, self.origin
    ) = (id, name, aliases, kind, parent, clusters, place, note, citations, origin)
  }
}

/// An advantage that the district offers.
package struct Strength: Hashable, Sendable {
  package enum Category: String, CaseIterable, Sendable {
    case transport, institution, finance, science, policy, energy, scenic, market, people, offer
  }

  package var id: String
  package var category: Category
  package var name: Name
  package var figures: [String]
  package var citations: [Citation]

  package init(id: String, category: Category, name: Name, figures: [String], citations: [Citation]) {
    (self.id, self.category, self.name, self.figures, self.citations) = (
      id, category, name, figures, citations
    )
  }
}
