import Domain

/// Headings and lists of citations seen before. Most records cite a heading that another record cites, and a project
/// cites the same places as its milestones.
struct CitationPool {
  private var places: Set<Citation.Place> = []
  private var last = Citation.Place(source: "", section: "")
  /// The most recent lists, the newest first.
  private var lists: [[Citation]] = []

  /// The number of headings kept; beyond that, repetitions are rare.
  private let limit: Int
  /// The number of lists kept; older ones are rarely repeated.
  private static let memory = 3

  init(limit: Int = 20_000) { self.limit = limit }

  mutating func place(source: String, section: String) -> Citation.Place {
    if last.source == source, last.section == section { return last }
    last = Citation.Place(source: source, section: section)
    if places.count < limit {
      last = places.insert(last).memberAfterInsert
    } else if let known = places.firstIndex(of: last) {
      last = places[known]
    }
    return last
  }

  /// Returns the list, in the storage of an equal one if there is one.
  mutating func shared(_ list: [Citation]) -> [Citation] {
    if let known = lists.first(where: { $0 == list }) { return known }
    if lists.count == CitationPool.memory { lists.removeLast() }
    lists.insert(list, at: 0)
    return list
  }
}
