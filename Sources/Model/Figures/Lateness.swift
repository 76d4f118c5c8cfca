import Domain

/// The state of an expected milestone whose printed date has passed and that no document reports as reached.
///
/// Only a printed date can pass: an expectation without a date is never late, and the end of a plan is not a date of a
/// project.
package enum Lateness: Sendable {
  /// A document from after the date is known, and it does not report the milestone.
  case overdue
  /// No document is from after the date: whether the milestone was reached is unknown.
  case unreported

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .overdue: Name(zh: "超期未完成（无报道）", en: "overdue, not reported")
    case .unreported: Name(zh: "到期无新资料", en: "due, no newer document")
    }
  }

  /// - Parameters:
  ///   - due: the last possible day of the expectation.
  ///   - newest: the day of the newest document.
  ///   - isOver: whether `due` is over on the last day considered.
  /// - Returns: nil if the date has not passed.
  init?(due: Day, newest: Day, isOver: Bool) {
    guard isOver else { return nil }
    self = due < newest ? .overdue : .unreported
  }
}

extension ProjectStatus {
  /// Whether the expectation is past its date, and a later document does not report it.
  package var isOverdue: Bool { lateness == .overdue }

  /// Whether the expectation is past its date, and no document is newer than that date.
  package var isUnreported: Bool { lateness == .unreported }
}

extension Dataset {
  /// Returns a summary of what later documents report about an expectation past its date; empty without an expectation.
  package func lateWords(of status: ProjectStatus) -> Name {
    guard let expected = status.expected else { return Name(both: "") }
    let (due, rung) = (expected.date.latest, rung(of: expected.stage))
    let later = status.milestones.filter { $0.date.precision != .unknown && $0.date.latest > due }
    if let kept = later.first(where: {
      !$0.isExpected && self.rung(of: $0.stage) >= rung && $0.date.earliest > due
    }) {
      return Name(zh: "\(kept.dateLabel(.zh))才达到", en: "reached in \(kept.dateLabel(.en))")
    }
    let record = status.milestones.last { milestone in
      !milestone.isExpected && self.rung(of: milestone.stage) < rung
        && milestone.citations.contains { (sources[$0.source]?.knownOn ?? .distantPast) > due }
    }
    var words = Name(zh: "此后资料没有报道", en: "no later document reports it")
    if let record,
      let source = record.citations.compactMap({ sources[$0.source] }).max(by: { $0.knownOn < $1.knownOn })
    {
      let stage = stages[record.stage]?.name ?? Name(both: record.stage)
      // The note has the document's own words; the stage alone would misquote it.
      words =
        record.note.map { Name(zh: "\(source.short.zh)：\($0.zh)", en: "\(source.short.en): \($0.en)") }
        ?? Name(
          zh: "\(source.short.zh)记为\(stage.zh)", en: "\(source.short.en) has it as \(stage.en.lowercased())")
    }
    guard let moved = later.last(where: { $0.isExpected && $0.stage == expected.stage }) else { return words }
    return words
      + Name(
        zh: "；此后的文件写\(moved.date.label(.zh))", en: "; a later document says \(moved.date.label(.en))")
  }
}
