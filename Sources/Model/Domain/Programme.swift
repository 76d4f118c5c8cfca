/// A unit of government that leads or supports tasks.
package struct Organisation: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var aliases: [SourcedName]
  package var citations: [Citation]

  package init(id: String, name: Name, aliases: [SourcedName], citations: [Citation]) {
    (self.id, self.name, self.aliases, self.citations) = (id, name, aliases, citations)
  }
}

/// A part of a plan that tasks carry out.
package struct Programme: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case programme
    case task
    case requirement
    case safeguard
  }

  /// An indicator that a task must deliver, with the place where the text of the task prints it.
  package struct Link: Hashable, Sendable {
    package var indicator: String
    /// The subject of the indicator: the district, unless the task names one of its parts.
    package var subject: Subject
    package var citations: [Citation]

    package init(indicator: String, subject: Subject, citations: [Citation]) {
      (self.indicator, self.subject, self.citations) = (indicator, subject, citations)
    }
  }

  package struct Task: Hashable, Sendable {
    package var id: String
    package var number: String
    package var name: Name
    package var lead: [String]
    package var cooperating: [String]
    package var indicators: [Link]
    package var due: PartialDate?
    package var dueNote: Name?
    package var projects: [String]
    package var citations: [Citation]

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

  package var id: String
  package var plan: String
  package var kind: Kind
  package var number: String
  package var name: Name
  package var tasks: [Task]
  package var citations: [Citation]

  package init(
    id: String, plan: String, kind: Kind, number: String, name: Name, tasks: [Task], citations: [Citation]
  ) {
    (self.id, self.plan, self.kind, self.number, self.name, self.tasks, self.citations) = (
      id, plan, kind, number, name, tasks, citations
    )
  }
}
