import Domain

/// Orders clusters and units by the schedule ratios of their lights.
struct DispatchRanks {
  private let board: Board
  private let lights: [LightHistory]

  init(_ board: Board, _ lights: [LightHistory]) { (self.board, self.lights) = (board, lights) }

  private struct Entry {
    let id: String
    let name: Name
    let lights: [LightHistory]
  }

  /// The clusters, by the indicator that they add up to the district with.
  var clusters: [DispatchRank] {
    let total = board.dataset.info.total
    return ranked(
      lights.filter { $0.subject.kind == .cluster && $0.indicator.id == total }.map { history in
        Entry(id: history.subject.id, name: board.dataset.name(of: history.subject), lights: [history])
      })
  }

  /// The units, by the indicators that the tasks they lead must deliver.
  var units: [DispatchRank] {
    let byPair = Dictionary(lights.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ids: [String] = []
    var pairs: [String: Set<String>] = [:]
    for programme in board.dataset.programmes where board.isKnown(programme.citations) {
      for task in programme.tasks where board.isKnown(task.citations) {
        for link in task.indicators {
          let pair = "\(link.subject.text) \(link.indicator)"
          guard byPair[pair] != nil else { continue }
          for unit in task.lead {
            if pairs[unit] == nil { ids.append(unit) }
            pairs[unit, default: []].insert(pair)
          }
        }
      }
    }
    return ranked(
      ids.map { id in
        Entry(
          id: id, name: board.dataset.organisations[id]?.name ?? Name(both: id),
          lights: lights.filter { pairs[id]?.contains($0.id) == true })
      })
  }

  private func ranked(_ entries: [Entry]) -> [DispatchRank] {
    let rows = entries.compactMap { entry -> DispatchRank? in
      guard let ratio = median(entry.lights.compactMap(\.ratio)) else { return nil }
      return DispatchRank(
        id: entry.id, name: entry.name, ratio: ratio,
        ratioBefore: median(entry.lights.compactMap(\.ratioBefore)),
        place: 0, placeBefore: nil,
        lights: entry.lights.reduce(into: [:]) { counts, history in
          if let light = history.light { counts[light, default: 0] += 1 }
        })
    }
    let now = rows.map(\.ratio)
    let before = rows.compactMap(\.ratioBefore)
    return rows.map { row in
      var row = row
      row.place = 1 + now.count { $0 > row.ratio }
      row.placeBefore = row.ratioBefore.map { ratio in 1 + before.count { $0 > ratio } }
      return row
    }.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }

  /// Returns the middle number, or the mean of the two in the middle; nil of none.
  private func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
