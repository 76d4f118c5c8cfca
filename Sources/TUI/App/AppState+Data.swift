import Domain
import Figures
import Output
import Store

/// Why the newest files are not shown.
package struct Refusal: Equatable, Sendable {
  /// The first fault.
  package var fault: Diagnostic
  /// The number of faults.
  package var count: Int
  /// The time of day since which the data is faulty, `14:05`.
  package var since: String

  /// Creates a refusal: the first fault, the number of all, and the time of day since which data are refused.
  package init(fault: Diagnostic, count: Int, since: String) {
    self.fault = fault
    self.count = count
    self.since = since
  }
}

extension AppState {
  /// Shows another version of the data. Selections, filters and scroll positions are kept, because they refer to record
  /// ids.
  mutating func take(_ dataset: Dataset) {
    steps = Board.steps(of: dataset)
    refusal = nil
    show(Board(dataset, asOf: board.asOf))
  }

  /// Shows another board, and updates an open search.
  mutating func show(_ board: Board) {
    self.board = board
    renewOverlay()
  }

  /// Keeps the last good data and shows the fault of the new data, with the time of the first refusal.
  ///
  /// The first refusal clears the notice, because nobody may be there to press a key.
  mutating func refuse(_ refusal: Refusal) {
    if self.refusal == nil { notice = nil }
    self.refusal = Refusal(
      fault: refusal.fault, count: refusal.count, since: self.refusal?.since ?? refusal.since)
  }

  /// Rebuilds the hits of an open search, which belong to the old data.
  private mutating func renewOverlay() {
    guard overlay == .search else { return }
    searchIndex = SearchIndex(board)
    searchHits = nil
    choice = min(choice, max(0, Overlays.choices(self).count - 1))
  }

  /// Returns the line about refused data: since when, where and what. The place precedes the message, because the end
  /// of a long line is cut.
  func text(_ refusal: Refusal) -> String {
    let fault = refusal.fault
    let file = fault.path.split(separator: "/").last.map(String.init) ?? fault.path
    let parts = [file, fault.line.map(String.init), fault.column.map(String.init)].compactMap { $0 }
    let place = parts.joined(separator: ":")
    let others = refusal.count - 1
    let more = others > 0 ? text("，另\(others)处", ", \(others) more") : ""
    return text(
      "\(refusal.since)起新数据有误（\(place)\(more)），仍显示此前数据。",
      "since \(refusal.since) the new data are invalid (\(place)\(more)); the last valid data are shown. ")
      + fault.fault.message[language]
  }
}
