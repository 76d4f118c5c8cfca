import Store

/// Why an entry cannot be selected.
package enum EntryFault: Error, Equatable, Sendable {
  /// The view has no list of named records.
  case none
  /// - Parameter nearest: the id or name most similar to the word; nil if there is none.
  case unknown(nearest: String?)
}

extension AppState {
  /// Selects a record of the current view by its id or name.
  ///
  /// - Throws: ``EntryFault`` when the view has no such record.
  package mutating func select(_ word: String) throws(EntryFault) {
    let entries = panel.records(in: context)
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
}
