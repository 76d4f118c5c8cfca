import Domain

/// The changes of an office's records between two boards.
package struct MonthDiff: Sendable {
  /// A light that is another one.
  package struct LightChange: Sendable {
    /// The light as it is now.
    package var history: LightHistory
    /// The light before; nil if there was none.
    package var before: Light?
  }

  /// A problem or decision that is new, or in another state.
  package struct MatterChange: Sendable {
    /// Its id.
    package var id: String
    /// Its title.
    package var title: Name
    /// The state before; nil if it is new.
    package var before: Step.State?
    /// The state now.
    package var after: Step.State
    /// The due day before.
    package var dueBefore: Day?
    /// The due day now.
    package var due: Day?
    /// The ids of the units that must act, the leading one first.
    package var units: [String]
    /// Days overdue now; nil if it is not.
    package var overdueDays: Int?
    /// Whether its due day was over before as well.
    package var wasOverdue: Bool

    /// Whether it was reported as done, or closed, since.
    package var isSettled: Bool { after.isSettled && before?.isSettled != true }
    /// Whether its due day passed since.
    package var hasFallenDue: Bool { overdueDays != nil && !wasOverdue }
  }

  /// The lights that changed, the worst first.
  package var lights: [LightChange] = []
  /// The problems that are new or changed, in the order of the dispatch view.
  package var problems: [MatterChange] = []
  /// The decisions that are new or changed, in the same order.
  package var decisions: [MatterChange] = []
  /// The reports received, in file order.
  package var reports: [ReceivedReport] = []

  /// The reports that are missing now, by duty.
  package var missing: [DutyRow] = []

  /// Compares the records by id.
  init(from old: Board, to new: Board) {
    guard old.hasMonth || new.hasMonth else { return }
    let (before, after) = (DispatchBoard(old), DispatchBoard(new))
    let lightsBefore = Dictionary(
      before.lights.map { ($0.id, $0.light) }, uniquingKeysWith: { first, _ in first })
    lights = after.lights.compactMap { history in
      let earlier = lightsBefore[history.id] ?? nil
      return history.light != nil && history.light != earlier
        ? LightChange(history: history, before: earlier) : nil
    }
    problems = MonthDiff.changes(
      before.problems.map { ($0.problem.id, $0.supervision) },
      after.problems.map {
        ($0.problem.id, $0.problem.title, $0.problem.unit.map { [$0] } ?? [], $0.supervision)
      })
    decisions = MonthDiff.changes(
      before.decisions.map { ($0.decision.id, $0.supervision) },
      after.decisions.map { ($0.decision.id, $0.decision.title, $0.decision.units, $0.supervision) })
    missing = after.missingReports
    let received = Set(old.reports.map(\.id))
    reports = new.reports.filter { !received.contains($0.id) }
  }

  /// Returns the matters that are new, in another state, with another due day, or overdue since.
  private static func changes(
    _ old: [(id: String, standing: Supervision)],
    _ new: [(id: String, title: Name, units: [String], standing: Supervision)]
  ) -> [MatterChange] {
    let known = Dictionary(old.map { ($0.id, $0.standing) }, uniquingKeysWith: { first, _ in first })
    return new.compactMap { entry in
      let (then, now) = (known[entry.id], entry.standing)
      let change = MatterChange(
        id: entry.id, title: entry.title, before: then?.state, after: now.state, dueBefore: then?.due,
        due: now.due,
        units: entry.units, overdueDays: now.overdueDays, wasOverdue: then?.isOverdue ?? false)
      let isOther = then?.state != now.state || then?.due != now.due || then?.since != now.since
      return isOther || change.hasFallenDue ? change : nil
    }
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { lights.isEmpty && problems.isEmpty && decisions.isEmpty && reports.isEmpty }
}
