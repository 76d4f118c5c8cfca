/// What is known of an expected milestone whose printed date has passed, and that no document says was reached.
///
/// Only a printed date can pass: an expectation without one is never late, and the end of a plan is no date of a project.
public enum Lateness: Sendable {
  /// A document of a later day is known, and it does not report the milestone.
  case overdue
  /// All documents are from before that date: whether it happened is unknown.
  case unreported

  public var name: Name {
    switch self {
    case .overdue: Name(zh: "超期未完成（无报道）", en: "overdue, not reported")
    case .unreported: Name(zh: "到期无新资料", en: "due, no newer document")
    }
  }

  /// - Parameters:
  ///   - due: the last day that the expectation can mean.
  ///   - newest: the day of the newest document.
  ///   - isOver: whether that day is over on the last one that is looked at.
  /// - Returns: nil while the date has not passed.
  init?(due: Day, newest: Day, isOver: Bool) {
    guard isOver else { return nil }
    self = due < newest ? .overdue : .unreported
  }
}

extension ProjectStatus {
  /// Whether the expectation has passed its date, and a later document does not report it.
  public var isOverdue: Bool { lateness == .overdue }

  /// What documents after the passed date of an expectation say of it, which is not that it was kept.
  public var lateWords: Name {
    guard let expected else { return Name(both: "") }
    let due = expected.date.latest
    let record = milestones.last { !$0.isExpected && $0.date.precision != .unknown && $0.date.latest > due }
    let later = milestones.last { milestone in
      milestone.isExpected && milestone.stage == expected.stage && milestone.date.precision != .unknown
        && milestone.date.latest > due
    }
    var words = Name(zh: "此后资料没有报道", en: "no later document reports it")
    if let record {
      words = Name(zh: "\(record.dateLabel(.zh))的资料没有报道其完成", en: "not reported by \(record.dateLabel(.en))")
      if let note = record.note { words = words + Name(zh: "（\(note.zh)）", en: " (\(note.en))") }
    }
    guard let later else { return words }
    return words
      + Name(
        zh: "；此后的文件写\(later.date.label(.zh))", en: "; a later document says \(later.date.label(.en))")
  }

  /// Whether the expectation has passed its date, and no document is newer than that.
  public var isUnreported: Bool { lateness == .unreported }
}
