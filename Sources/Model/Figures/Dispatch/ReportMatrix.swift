import Domain

/// Whether a unit reported for a period.
package enum ReportState: Hashable, Sendable {
  /// The duty asks for no report of this period.
  case none
  /// Not received, and not yet due.
  case pending(due: Day)
  /// Received by the day on which it was due.
  case inTime(received: Day)
  /// Received later, by a number of days.
  case late(received: Day, days: Int)
  /// Not received, and overdue by a number of days.
  case missing(due: Day, days: Int)

  /// Whether it is overdue and was not received.
  package var isMissing: Bool { if case .missing = self { true } else { false } }

  /// Whether it was late or is missing.
  package var isMissed: Bool {
    switch self {
    case .late, .missing: true
    case .none, .pending, .inTime: false
    }
  }
}

/// The reports of one duty, period by period.
package struct DutyRow: Sendable {
  /// The duty.
  package var duty: Duty
  /// The states for the periods of the matrix, in the same order. A longer period is in the cell in which it ends.
  package var cells: [ReportState]
  /// The newest period of the duty that is due or reported: its state decides what the office does now; nil before the first.
  package var newest: (period: ReportingPeriod, state: ReportState)?
  /// For how many of its periods in a row, up to the newest one due, a report was late or is missing.
  package var missedInRow: Int
}

/// Who has reported: a row for each duty, a cell for each period.
struct ReportMatrix {
  let board: Board
  /// The periods of the cells, the oldest first.
  let periods: [ReportingPeriod]

  /// The rows, in file order.
  var rows: [DutyRow] {
    let received = Dictionary(
      board.reports.map { (Key(duty: $0.duty, start: $0.period.start), $0.received) }, uniquingKeysWith: min)
    return board.duties.map { duty in
      let cells = periods.map { state(duty, in: $0, received) }
      let due = own(duty, through: periods.last?.end ?? board.asOf).filter { period in
        duty.due(period) < board.asOf || received[Key(duty: duty.id, start: period.start)] != nil
      }
      let states = due.map { state(duty, of: $0, received) }
      return DutyRow(
        duty: duty, cells: cells,
        newest: due.last.flatMap { last in states.last.map { (last, $0) } },
        missedInRow: states.reversed().prefix(while: \.isMissed).count)
    }
  }

  private struct Key: Hashable {
    let duty: String
    let start: Day
  }

  /// Returns the periods of a duty that end by a day, the oldest first, at most the newest hundred.
  private func own(_ duty: Duty, through day: Day) -> [ReportingPeriod] {
    let first = ReportingPeriod(duty.every, containing: duty.from.start)
    var last = ReportingPeriod(duty.every, containing: min(duty.until?.end ?? day, day))
    if last.end > day { last = last.advanced(by: -1) }
    guard first <= last else { return [] }
    let count = min(last.number - first.number + 1, 100)
    return (0..<count).map { last.advanced(by: $0 - count + 1) }
  }

  private func state(_ duty: Duty, in period: ReportingPeriod, _ received: [Key: Day]) -> ReportState {
    let own = ReportingPeriod(duty.every, containing: period.end)
    guard own.end == period.end || duty.every.months < period.length.months, duty.includes(own.period) else {
      return .none
    }
    return state(duty, of: own, received)
  }

  private func state(_ duty: Duty, of period: ReportingPeriod, _ received: [Key: Day]) -> ReportState {
    let due = duty.due(period)
    if let day = received[Key(duty: duty.id, start: period.start)] {
      return day <= due ? .inTime(received: day) : .late(received: day, days: day.number - due.number)
    }
    return due < board.asOf
      ? .missing(due: due, days: board.asOf.number - due.number) : .pending(due: due)
  }
}
