/// The subject of a figure: the district or one record.
package struct Subject: Hashable, Sendable {
  /// The kind of record; nil for the district as a whole.
  package enum Kind: String, CaseIterable, Sendable {
    case cluster
    case firm = "enterprise"
    case project
    case park
    case programme
    case organisation
  }

  /// The kind of record; nil for the district.
  package let kind: Kind?
  /// The id of the record; empty for the district.
  package let id: String

  /// The district of the dataset.
  package static let district = Subject(kind: nil, id: "")

  /// Creates a subject; without a kind it is the district, whose id is empty.
  package init(kind: Kind?, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Parses `district` or `cluster/new-materials`; returns nil for an unknown kind or an empty id.
  package init?(_ text: String) {
    if text == "district" {
      self = .district
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.init(kind: kind, id: String(parts[1]))
  }

  /// Returns the cluster with this id as a subject.
  package static func cluster(_ id: String) -> Subject { Subject(kind: .cluster, id: id) }
  /// Returns the project with this id as a subject.
  package static func project(_ id: String) -> Subject { Subject(kind: .project, id: id) }

  /// Hashes the id: few subjects of different kinds share one.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The text form used in the files.
  package var text: String { kind.map { "\($0.rawValue)/\(id)" } ?? "district" }
}
