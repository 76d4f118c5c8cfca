import Domain
import Output

extension ImportState {
  /// Something to settle, which is a fault, or to look at.
  struct Thing: Sendable {
    var fault: ImportFault
    var isFault: Bool
    /// The number of rows that it is about, for one that is not about a cell.
    var count = 1
    /// The cell that it is about, by position; nil for the table as a whole.
    var position: Position?
  }

  /// The position of a cell in the draft.
  struct Position: Hashable, Comparable, Sendable {
    var row: Int
    var column: Int

    static func < (a: Position, b: Position) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  /// Returns the faults, or without any the doubts, in the order of the table; what is said of several rows and of no
  /// cell is one thing.
  static func things(_ trial: TableTrial) -> [Thing] {
    let doubts = trial.plan?.doubts ?? []
    var things: [Thing] = []
    var whole: [Name: Int] = [:]
    for (fault, isFault) in trial.faults.map({ ($0, true) }) + doubts.map({ ($0, false) }) {
      let place = fault.cell ?? fault.place
      if place == nil {
        if let first = whole[fault.message] {
          things[first].count += 1
          continue
        }
        whole[fault.message] = things.count
      }
      let position = place.flatMap { trial.draft.position(of: $0) }
      things.append(
        Thing(
          fault: fault, isFault: isFault, position: position.map { Position(row: $0.row, column: $0.column) })
      )
    }
    return things
  }
}
