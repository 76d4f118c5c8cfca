import Domain
import Figures

/// The names and codes of all projects of a board, with the names of their owners and parks. They are folded once, so that each typed
/// letter only searches plain bytes.
///
/// It finds the same projects as ``NameFilter``.
package struct ProjectNames: Sendable {
  private let board: Board
  private let projects: SearchKeys
  private let firms: SearchKeys
  private let parks: SearchKeys

  /// Folds the names of a board once.
  package init(_ board: Board) {
    self.board = board
    projects = SearchKeys(names: board.projects) { status in
      status.project.names
        + [status.project.code.map { Name(both: $0) }, status.project.owner].compactMap(\.self)
    }
    firms = SearchKeys(names: board.dataset.firms) { $0.names }
    parks = SearchKeys(names: board.dataset.parks) { [$0.name] }
  }

  /// Returns, for each project of the board in order, whether every word of a text matches it.
  package func matches(_ text: String) -> [Bool] {
    var all: [Bool]?
    for word in SearchText(text).words {
      let found = matches(word: word)
      all = all.map { zip($0, found).map { $0 && $1 } } ?? found
    }
    return all ?? [Bool](repeating: true, count: board.projects.count)
  }

  private func matches(word: [UInt8]) -> [Bool] {
    var found = projects.records(holding: word)
    let owners = ids(of: firms.records(holding: word), in: board.dataset.firms)
    let places = ids(of: parks.records(holding: word), in: board.dataset.parks)
    guard !owners.isEmpty || !places.isEmpty else { return found }
    for (position, status) in board.projects.enumerated() where !found[position] {
      found[position] =
        status.project.firm.map(owners.contains) ?? false
        || status.project.park.map(places.contains) ?? false
    }
    return found
  }

  private func ids<Element>(of found: [Bool], in table: Records<Element>) -> Set<String> {
    Set(table.indices.lazy.filter { found[$0] }.map { table[$0].id })
  }
}

extension SearchKeys {
  fileprivate init<Records: Sequence>(names records: Records, _ names: (Records.Element) -> [Name]) {
    self.init(table: .common)
    for record in records {
      beginRecord()
      for name in names(record) {
        add(name.zh, as: .name)
        if name.en != name.zh { add(name.en, as: .name) }
      }
    }
  }
}
