import Domain

/// Where a problem or a decision stands on a day, from its history.
package struct Supervision: Hashable, Sendable {
  /// The newest state; `filed` for a record without a history.
  package let state: Step.State
  /// The day of that state.
  package let since: Day
  /// The day by which it must be done: the first one, or the last one granted; nil if none is set.
  package let due: Day?
  /// The day on which it began: raised or decided.
  package let began: Day
  /// How many later days were granted.
  package let extensions: Int
  /// How many times it was reopened.
  package let reopened: Int
  private let asOf: Day

  init(history: [Step], began: Day, due: Day?, asOf: Day) {
    self.began = began
    self.asOf = asOf
    state = history.last?.state ?? .filed
    since = history.last?.date ?? began
    extensions = history.count { $0.state == .extensionGranted }
    reopened = history.count { $0.state == .reopened }
    self.due =
      history.last { $0.due != nil && [.extensionGranted, .reopened].contains($0.state) }?.due ?? due
  }

  /// Whether the unit still has to act. One that was postponed has not.
  package var isOpen: Bool { !isSettled && state != .postponed }

  /// Whether it was reported as done, reviewed or closed.
  package var isSettled: Bool { state.isSettled }

  /// Days since the due day; nil unless it is open and that day is over.
  package var overdueDays: Int? {
    guard isOpen, let due, due < asOf else { return nil }
    return asOf.number - due.number
  }

  /// The state, and for how long it is overdue: `办理中，逾期12天`.
  package var stateName: Name {
    guard let days = overdueDays else { return state.name }
    return Name(
      zh: "\(state.name.zh)，逾期\(days)天", en: "\(state.name.en), \(days) \(days == 1 ? "day" : "days") overdue"
    )
  }

  /// Whether it is open and its due day is over.
  package var isOverdue: Bool { overdueDays != nil }
}

extension Problem {
  /// Returns where it stands on a day; its history must be known on that day.
  package func supervision(asOf day: Day) -> Supervision {
    Supervision(history: history, began: raised, due: due, asOf: day)
  }
}

extension Decision {
  /// Returns where it stands on a day; its history must be known on that day.
  package func supervision(asOf day: Day) -> Supervision {
    Supervision(history: history, began: date, due: due, asOf: day)
  }
}

extension Step.State {
  /// Whether it means that a matter was reported as done, reviewed or closed.
  package var isSettled: Bool { [.resolved, .reviewed, .closed].contains(self) }

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .filed: Name(zh: "立案", en: "filed")
    case .accepted: Name(zh: "已受理", en: "accepted")
    case .inHand: Name(zh: "办理中", en: "in hand")
    case .extensionAsked: Name(zh: "申请延期", en: "extension asked")
    case .extensionGranted: Name(zh: "同意延期", en: "extension granted")
    case .extensionRefused: Name(zh: "不同意延期", en: "extension refused")
    case .postponed: Name(zh: "缓办", en: "postponed")
    case .resolved: Name(zh: "已办结", en: "resolved")
    case .reviewed: Name(zh: "已核查", en: "reviewed")
    case .closed: Name(zh: "销号", en: "closed")
    case .reopened: Name(zh: "重新立案", en: "reopened")
    }
  }
}

extension Light {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .red: Name(zh: "红灯", en: "red")
    case .yellow: Name(zh: "黄灯", en: "yellow")
    case .green: Name(zh: "绿灯", en: "green")
    }
  }
}

extension StatusEntry.State {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .notStarted: Name(zh: "未启动", en: "not started")
    case .inHand: Name(zh: "推进中", en: "in hand")
    case .done: Name(zh: "已完成", en: "done")
    case .postponed: Name(zh: "缓办", en: "postponed")
    case .halted: Name(zh: "停滞", en: "halted")
    }
  }
}

extension ReportingPeriod.Length {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .month: Name(zh: "每月", en: "monthly")
    case .quarter: Name(zh: "每季", en: "quarterly")
    case .year: Name(zh: "每年", en: "yearly")
    }
  }
}
