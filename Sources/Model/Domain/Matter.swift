// The records of an office that steers a district from month to month: problems, decisions, duties to report, reports
// and statements about tasks and lights. Each is known from its own day; documents may print it, but need not.

/// What a problem, a decision or a statement is about.
package struct Matter: Hashable, Sendable {
  /// The district or one of its parts.
  package var subject: Subject
  /// The id of the indicator; nil if it is not about figures.
  package var indicator: String?
  /// The id of the task; nil if it is not about one.
  package var task: String?
  /// The id of the problem, for decisions; nil if it is not about one.
  package var problem: String?

  /// Creates a matter; without an indicator, a task or a problem it is about the subject as a whole.
  package init(
    subject: Subject = .district, indicator: String? = nil, task: String? = nil, problem: String? = nil
  ) {
    (self.subject, self.indicator, self.task, self.problem) = (subject, indicator, task, problem)
  }
}

/// One entry of a history. Entries are added; none replaces another.
package struct Step: Hashable, Sendable {
  /// What happened to a matter under supervision.
  package enum State: String, CaseIterable, Sendable {
    /// Put on the list, by an office.
    case filed
    /// Taken over by the responsible unit.
    case accepted
    case inHand = "in-hand"
    /// A later day asked for, with a reason.
    case extensionAsked = "extension-asked"
    case extensionGranted = "extension-granted"
    case extensionRefused = "extension-refused"
    case postponed
    /// Reported as done by the unit, not yet reviewed.
    case resolved
    case reviewed
    /// Struck from the list.
    case closed
    case reopened
  }

  /// What happened.
  package var state: State
  /// The day on which it happened.
  package var date: Day
  /// The id of the unit that acted; nil if it is not recorded.
  package var unit: String?
  /// The new day, for extensions and reopened matters; nil if the day stays.
  package var due: Day?
  /// The words of the entry; nil if there are none.
  package var text: Name?
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates an entry of a history.
  package init(
    state: State, date: Day, unit: String? = nil, due: Day? = nil, text: Name? = nil,
    citations: [Citation] = [], origin: Origin = .unknown
  ) {
    (self.state, self.date, self.unit, self.due, self.text, self.citations, self.origin) = (
      state, date, unit, due, text, citations, origin
    )
  }
}

/// Something that is wrong, and what was done about it.
package struct Problem: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// What is wrong, in a few words.
  package var title: Name
  /// What it is about.
  package var about: Matter
  /// The id of its cause in the vocabulary; nil if it is not known.
  package var cause: String?
  /// The day on which it was raised.
  package var raised: Day
  /// The id of the unit that raised it; nil if it is not recorded.
  package var raisedBy: String?
  /// The id of the unit that must solve it; nil if none is named.
  package var unit: String?
  /// The day by which it must be solved; nil if none is set.
  package var due: Day?
  /// What was done, in file order.
  package var history: [Step]
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates a problem as a file has it; ids of other records are not resolved.
  package init(
    id: String, title: Name, about: Matter, cause: String? = nil, raised: Day, raisedBy: String? = nil,
    unit: String? = nil, due: Day? = nil, history: [Step] = [], citations: [Citation] = [],
    origin: Origin = .unknown
  ) {
    (
      self.id, self.title, self.about, self.cause, self.raised, self.raisedBy, self.unit, self.due,
      self.history, self.citations, self.origin
    ) = (id, title, about, cause, raised, raisedBy, unit, due, history, citations, origin)
  }
}

/// What a meeting decided.
package struct Decision: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// What was decided, in a few words.
  package var title: Name
  /// The meeting.
  package var meeting: Name
  /// The day of the meeting.
  package var date: Day
  /// What it is about.
  package var about: Matter
  /// The ids of the units that must carry it out, the first one leads.
  package var units: [String]
  /// The day by which it must be carried out; nil if none is set.
  package var due: Day?
  /// What was done, in file order.
  package var history: [Step]
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates a decision as a file has it; ids of other records are not resolved.
  package init(
    id: String, title: Name, meeting: Name, date: Day, about: Matter = Matter(), units: [String] = [],
    due: Day? = nil, history: [Step] = [], citations: [Citation] = [], origin: Origin = .unknown
  ) {
    (
      self.id, self.title, self.meeting, self.date, self.about, self.units, self.due, self.history,
      self.citations, self.origin
    ) = (id, title, meeting, date, about, units, due, history, citations, origin)
  }
}

/// A unit's duty to report, over and over.
package struct Duty: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The id of the unit that reports.
  package var unit: String
  /// What it reports.
  package var name: Name
  /// The length of the periods.
  package var every: ReportingPeriod.Length
  /// The day of the month by which it is due; in a shorter month the last one.
  package var day: Int
  /// How many months after the last month of the period it is due: 1 is the following month.
  package var monthsAfter: Int
  /// The first period.
  package var from: Period
  /// The last period; nil if the duty has no end.
  package var until: Period?
  /// The id of the unit that receives the reports; nil if it is not recorded.
  package var recipient: String?
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates a duty as a file has it; ids of other records are not resolved.
  package init(
    id: String, unit: String, name: Name, every: ReportingPeriod.Length, day: Int, monthsAfter: Int = 1,
    from: Period, until: Period? = nil, recipient: String? = nil, citations: [Citation] = [],
    origin: Origin = .unknown
  ) {
    (
      self.id, self.unit, self.name, self.every, self.day, self.monthsAfter, self.from, self.until,
      self.recipient, self.citations, self.origin
    ) = (id, unit, name, every, day, monthsAfter, from, until, recipient, citations, origin)
  }
}

extension Duty {
  /// Whether a period is one for which it asks for a report.
  package func includes(_ period: Period) -> Bool {
    let own = ReportingPeriod(every, containing: period.start)
    return own.start == period.start && own.end == period.end && own.start >= from.start
      && until.map { own.end <= $0.end } ?? true
  }

  /// Returns the day by which the report of a period is due.
  package func due(_ period: ReportingPeriod) -> Day { period.day(day, monthsAfter: monthsAfter) }
}

/// A report that was received.
package struct ReceivedReport: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The id of the duty that it fulfils.
  package var duty: String
  /// The period that it is about.
  package var period: Period
  /// The day on which it was received.
  package var received: Day
  /// A remark; nil if there is none.
  package var note: Name?
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates a report as a file has it; the id of the duty is not resolved.
  package init(
    id: String, duty: String, period: Period, received: Day, note: Name? = nil, citations: [Citation] = [],
    origin: Origin = .unknown
  ) {
    (self.id, self.duty, self.period, self.received, self.note, self.citations, self.origin) = (
      id, duty, period, received, note, citations, origin
    )
  }
}

/// What somebody says about a task or a light on a day, beside what is computed.
package struct StatusEntry: Hashable, Sendable {
  /// The state of a task, as a person sees it.
  package enum State: String, CaseIterable, Sendable {
    case notStarted = "not-started"
    case inHand = "in-hand"
    case done
    case postponed
    case halted
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The task, or the indicator and its subject.
  package var about: Matter
  /// The state of the task; nil if it says nothing of it.
  package var state: State?
  /// The light that the person gives it; nil if none.
  package var light: Light?
  /// The day of the statement.
  package var date: Day
  /// The id of the unit that speaks; nil if it is not recorded.
  package var unit: String?
  /// The person who speaks, by name or office; nil if it is not recorded.
  package var person: Name?
  /// The words; nil if there are none.
  package var text: Name?
  /// The places where documents print it; empty if none does.
  package var citations: [Citation]
  /// The location in the file.
  package var origin: Origin

  /// Creates a statement as a file has it; ids of other records are not resolved.
  package init(
    id: String, about: Matter, state: State? = nil, light: Light? = nil, date: Day, unit: String? = nil,
    person: Name? = nil, text: Name? = nil, citations: [Citation] = [], origin: Origin = .unknown
  ) {
    (
      self.id, self.about, self.state, self.light, self.date, self.unit, self.person, self.text,
      self.citations, self.origin
    ) = (id, about, state, light, date, unit, person, text, citations, origin)
  }
}

extension Problem: Identified {}
extension Decision: Identified {}
extension Duty: Identified {}
extension ReceivedReport: Identified {}
extension StatusEntry: Identified {}
