/// A unit of government that leads or supports tasks.
package struct Organisation: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The official name of the unit.
  package var name: Name
  /// Other names, each optionally with the document that prints it.
  package var aliases: [SourcedName]
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates a government unit.
  package init(id: String, name: Name, aliases: [SourcedName], citations: [Citation]) {
    (self.id, self.name, self.aliases, self.citations) = (id, name, aliases, citations)
  }
}

/// A part of a plan that tasks carry out.
package struct Programme: Hashable, Sendable {
  /// The kind of a programme in its plan.
  package enum Kind: String, CaseIterable, Sendable {
    case programme
    case task
    case requirement
    case safeguard
  }

  /// An indicator that a task must deliver, with the place where the text of the task prints it.
  package struct Link: Hashable, Sendable {
    /// The id of the indicator.
    package var indicator: String
    /// The subject of the indicator: the district, unless the task names one of its parts.
    package var subject: Subject
    /// The places where documents print it, in file order.
    package var citations: [Citation]

    /// Creates a link from a task to an indicator of a subject, which the cited places print.
    package init(indicator: String, subject: Subject, citations: [Citation]) {
      (self.indicator, self.subject, self.citations) = (indicator, subject, citations)
    }
  }

  /// A task of a programme.
  package struct Task: Hashable, Sendable {
    /// The id: lowercase letters, digits and hyphens, unique within its kind.
    package var id: String
    /// The number as printed; may be empty.
    package var number: String
    /// The name of the task.
    package var name: Name
    /// The ids of the organisations that lead it.
    package var lead: [String]
    /// The ids of the organisations that support it.
    package var cooperating: [String]
    /// The indicators to deliver, each with the words of the task that print it.
    package var indicators: [Link]
    /// The date by which it is due; nil if none is printed.
    package var due: PartialDate?
    /// The time when it is due, if that is not a date.
    package var dueNote: Name?
    /// The ids of its projects.
    package var projects: [String]
    /// The places where documents print it, in file order.
    package var citations: [Citation]

    /// Creates a task as a file has it; ids of other records are not resolved.
    package init(
      id: String, number: String, name: Name, lead: [String], cooperating: [String], indicators: [Link],
      due: PartialDate? = nil, dueNote: Name? = nil, projects: [String], citations: [Citation]
    ) {
      (
        self.id, self.number, self.name, self.lead, self.cooperating, self.indicators, self.due, self.dueNote,
        self.projects, self.citations
      ) = (id, number, name, lead, cooperating, indicators, due, dueNote, projects, citations)
    }

    /// Ids of its indicators, each once.
    package var indicatorIDs: [String] {
      var seen: Set<String> = []
      return indicators.map(\.indicator).filter { seen.insert($0).inserted }
    }
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The id of its plan.
  package var plan: String
  /// Its kind in the plan.
  package var kind: Kind
  /// The number as printed.
  package var number: String
  /// The name of the programme.
  package var name: Name
  /// Its tasks, in file order; may be empty.
  package var tasks: [Task]
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates a programme with its tasks as a file has it; ids of other records are not resolved.
  package init(
    id: String, plan: String, kind: Kind, number: String, name: Name, tasks: [Task], citations: [Citation]
  ) {
    (self.id, self.plan, self.kind, self.number, self.name, self.tasks, self.citations) = (
      id, plan, kind, number, name, tasks, citations
    )
  }
}
