import Domain
import Figures
import Output
import Store

/// Why the newest files are not shown.
package struct Refusal: Equatable, Sendable {
  /// The first fault that was found.
  package var fault: Diagnostic
  /// How many there are.
  package var count: Int
  /// The time of day since when the data is not in order, `14:05`.
  package var since: String

  package init(fault: Diagnostic, count: Int, since: String) {
    self.fault = fault
    self.count = count
    self.since = since
  }
}

extension AppState {
  /// Shows another state of the data. Selections, filters and scrolls stay, as they name records.
  mutating func take(_ dataset: Dataset) {
    steps = Board.steps(of: dataset)
    refusal = nil
    show(Board(dataset, asOf: board.asOf))
  }

  /// Shows another board, also in a search that is open.
  mutating func show(_ board: Board) {
    self.board = board
    renewOverlay()
  }

  /// Keeps the last good data and says what is wrong with the new, from the time on when it first was.
  ///
  /// What was said before a key gives way, because nobody may come and press one.
  mutating func refuse(_ refusal: Refusal) {
    if self.refusal == nil { notice = nil }
    self.refusal = Refusal(
      fault: refusal.fault, count: refusal.count, since: self.refusal?.since ?? refusal.since)
  }

  /// What an open search has found belongs to the old data.
  private mutating func renewOverlay() {
    guard overlay == .search else { return }
    searchIndex = SearchIndex(board)
    searchHits = nil
    choice = min(choice, max(0, Overlays.choices(self).count - 1))
  }

  /// The line about data that could not be taken: since when, where and what. The place comes first, as the end of a
  /// long line is cut.
  func text(_ refusal: Refusal) -> String {
    let fault = refusal.fault
    let file = fault.path.split(separator: "/").last.map(String.init) ?? fault.path
    let parts = [file, fault.line.map(String.init), fault.column.map(String.init)].compactMap { $0 }
    let place = parts.joined(separator: ":")
    let others = refusal.count - 1
    let more = others > 0 ? text("，另\(others)处", ", \(others) more") : ""
    return text(
      "\(refusal.since)起新数据有误（\(place)\(more)），仍显示此前数据。",
      "since \(refusal.since) the new data is refused (\(place)\(more)), the last good is shown. ")
      + fault.fault.message[language]
  }
}
