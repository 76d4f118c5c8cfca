import Domain

/// Headings and lists of citations that were met before: most records cite a heading that another one cites, and a project
/// cites what its milestones cite.
struct CitationPool {
  private var places: Set<Citation.Place> = []
  private var last = Citation.Place(source: "", section: "")
  /// The last lists, the newest first.
  private var lists: [[Citation]] = []

  /// As many headings are remembered; with more of them hardly any is met again.
  private let limit: Int
  /// As many lists: those further back are hardly met again.
  private static let memory = 3

  init(limit: Int = 20_000) { self.limit = limit }

  mutating func place(source: String, section: String) -> Citation.Place {
    if last.source == source, last.section == section { return last }
    last = Citation.Place(source: source, section: section)
    if let known = places.firstIndex(of: last) {
      last = places[known]
    } else if places.count < limit {
      places.insert(last)
    }
    return last
  }

  /// The same list, in the storage of an equal one if there is one.
  mutating func shared(_ list: [Citation]) -> [Citation] {
    if let known = lists.first(where: { $0 == list }) { return known }
    if lists.count == CitationPool.memory { lists.removeLast() }
    lists.insert(list, at: 0)
    return list
  }
}
