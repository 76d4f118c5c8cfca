/// A park, a part of one, or a named facility.
package struct Park: Hashable, Sendable {
  /// The kind of a place.
  package enum Kind: String, CaseIterable, Sendable {
    case park
    case zone = "group"
    case functionalArea = "zone"
    case facility
    case concept
  }

  /// Row and column on the schematic map, from 0.
  package struct Place: Hashable, Sendable {
    /// The row, counted from 0 at the top.
    package var row: Int
    /// The column, counted from 0 at the left.
    package var column: Int

    /// Creates a place on the map, in rows and columns from 0.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the park.
  package var name: Name
  /// Other names, each optionally with the document that prints it.
  package var aliases: [SourcedName]
  /// The kind of place.
  package var kind: Kind
  /// The id of the park that it is a part of; nil at the top.
  package var parent: String?
  /// The ids of the clusters located there.
  package var clusters: [String]
  /// The place on the schematic map; nil if no document states one.
  package var place: Place?
  /// A remark for readers; nil if there is none.
  package var note: SourcedName?
  /// The places where documents print it, in file order.
  package var citations: [Citation]
  /// The location in the file that it was read from.
  package var origin = Origin.unknown

  /// Creates a park, zone or facility as a file has it; ids of other records are not resolved.
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
  /// The kind of an advantage.
  package enum Category: String, CaseIterable, Sendable {
    case transport, institution, finance, science, policy, energy, scenic, market, people, offer
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The kind of advantage.
  package var category: Category
  /// The name of the strength.
  package var name: Name
  /// The ids of the figures about it.
  package var figures: [String]
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates a strength of the district, with the ids of its figures.
  package init(id: String, category: Category, name: Name, figures: [String], citations: [Citation]) {
    (self.id, self.category, self.name, self.figures, self.citations) = (
      id, category, name, figures, citations
    )
  }
}
