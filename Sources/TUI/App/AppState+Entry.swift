import Model

/// Why an entry cannot be put under the cursor.
public enum EntryFault: Error, Equatable, Sendable {
  /// The view has no list of records that could be named.
  case none
  /// - Parameter nearest: the id or name that it is most like.
  case unknown(nearest: String?)
}

extension AppState {
  /// Puts a record of the shown view under the cursor, by its id or its name.
  ///
  /// - Throws: ``EntryFault`` when the view has no such record.
  public mutating func select(_ word: String) throws(EntryFault) {
    let entries = entries
    guard !entries.isEmpty else { throw .none }
    let wanted = word.lowercased()
    let found =
      entries.first { $0.id == word }
      ?? entries.first { entry in entry.names.contains { $0.zh == word || $0.en.lowercased() == wanted } }
    guard let found else {
      let words = entries.flatMap { entry in [entry.id] + entry.names.flatMap { [$0.zh, $0.en] } }
      throw .unknown(nearest: Spelling.nearest(to: word, among: words))
    }
    updateView { view in
      view.selection = found.id
      view.mode = found.mode ?? view.mode
    }
  }

  /// A record that a view lists, with the arrangement that lists it.
  private struct Entry {
    var id: String
    var names: [Name]
    var mode: Int?
  }

  private var entries: [Entry] {
    switch view {
    case "clusters":
      return board.clusters.map { Entry(id: $0.cluster.id, names: [$0.cluster.name] + $0.cluster.aliases) }
    case "targets":
      return board.targets.filter { !$0.isSecondary }.map {
        Entry(
          id: $0.target.id,
          names: $0.target.subject == .district ? [$0.indicator.name, $0.indicator.short] : [])
      }
    case "projects":
      return board.projects.map { Entry(id: $0.project.id, names: [$0.project.name] + $0.project.aliases) }
    case "tasks":
      let tasks = TaskBoard(board)
      return tasks.programmes.flatMap(\.tasks).map { Entry(id: $0.task.id, names: [$0.task.name]) }
        + tasks.units.map { Entry(id: $0.organisation.id, names: [$0.organisation.name], mode: 1) }
    case "park":
      return dataset.parks.filter { board.isKnown($0.citations) }.map {
        Entry(id: $0.id, names: [$0.name] + $0.aliases)
      }
    case "sources":
      return board.sources.map { Entry(id: $0.id, names: [$0.short, $0.title], mode: 0) }
        + board.conflicts.map { Entry(id: $0.id, names: [$0.title], mode: 1) }
    default: return []
    }
  }
}
