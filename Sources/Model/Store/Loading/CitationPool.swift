import Domain

/// Headings and lists of citations seen before. Most records cite a heading that another record cites, and a project
/// cites the same places as its milestones.
struct CitationPool {
  private var places: Set<Citation.Place> = []
  /// Headings used before, by the lengths of their texts.
  private var recent = [Citation.Place](
    repeating: Citation.Place(source: "", section: ""), count: CitationPool.slots)
  /// The most recent lists, and the position of the oldest once there are enough.
  private var lists: [[Citation]] = []
  private var oldest = 0

  /// The number of headings kept; beyond that, repetitions are rare.
  private let limit: Int
  private static let slots = 256
  /// The number of lists kept; older ones are rarely repeated.
  private static let memory = 3

  init(limit: Int = 20_000) { self.limit = limit }

  mutating func place(source: String, section: String) -> Citation.Place {
    let slot = (section.utf8.count &* 8 &+ source.utf8.count) & (CitationPool.slots - 1)
    if recent[slot].section == section, recent[slot].source == source { return recent[slot] }
    var place = Citation.Place(source: source, section: section)
    if places.count < limit {
      place = places.insert(place).memberAfterInsert
    } else if let known = places.firstIndex(of: place) {
      place = places[known]
    }
    recent[slot] = place
    return place
  }

  /// Returns the list, in the storage of an equal one if there is one.
  mutating func shared(_ list: [Citation]) -> [Citation] {
    if let known = lists.first(where: { $0 == list }) { return known }
    if lists.count < CitationPool.memory {
      lists.append(list)
    } else {
      lists[oldest] = list
      oldest = (oldest + 1) % CitationPool.memory
    }
    return list
  }
}
