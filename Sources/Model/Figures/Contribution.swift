import Domain

/// A record that cites a document, with its citations of that document.
package struct Contribution: Sendable {
  /// The kind of record, in list order.
  package enum Kind: Int, CaseIterable, Sendable {
    case figures, milestones, projects, clusters, tasks, parks, firms, organisations, strengths
    case measures, conflicts
  }

  /// The record that cites the document.
  package enum Record: Sendable {
    case figure(Figure)
    case milestone(Milestone, of: Project)
    case project(Project)
    case cluster(Cluster)
    case task(Programme.Task)
    case park(Park)
    case firm(Firm)
    case organisation(Organisation)
    case strength(Strength)
    case measure(Measure)
    case conflict(Conflict)
  }

  /// The kind of record.
  package var kind: Kind
  /// The record itself.
  package var record: Record
  /// The citations of the document, ordered by line; never empty.
  package var citations: [Citation]
}

/// The number of records of each kind that cite each document.
package struct ContributionCounts: Sendable {
  private let places: [String: Int]
  private let counts: [[Int]]

  /// Counts in one pass over all records of the board.
  package init(_ board: Board) {
    let none = Array(repeating: 0, count: Contribution.Kind.allCases.count)
    let places = Dictionary(
      board.sources.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var counts = Array(repeating: none, count: board.sources.count)
    // The last record counted for each document: a record that cites a document twice counts once.
    var last = Array(repeating: -1, count: board.sources.count)
    var record = 0
    board.visitCited { kind, _, citations in
      for citation in citations {
        guard let place = places[citation.source], last[place] != record else { continue }
        last[place] = record
        counts[place][kind.rawValue] += 1
      }
      record += 1
    }
    (self.places, self.counts) = (places, counts)
  }

  /// The number of records; 0 for a document that is not known on the day of the board.
  package subscript(source: String, kind: Contribution.Kind) -> Int {
    places[source].map { counts[$0][kind.rawValue] } ?? 0
  }
}

extension Board {
  /// Returns all records that cite a document, ordered by kind, then by line; empty if the document is not known.
  package func contributions(of source: String) -> [Contribution] {
    guard knownSources.contains(source) else { return [] }
    var found: [Contribution] = []
    visitCited { kind, record, citations in
      let here = citations.filter { $0.source == source }.sorted { $0.line < $1.line }
      if !here.isEmpty { found.append(Contribution(kind: kind, record: record(), citations: here)) }
    }
    return found.enumerated().sorted { left, right in
      (left.element.kind.rawValue, left.element.citations[0].line, left.offset)
        < (right.element.kind.rawValue, right.element.citations[0].line, right.offset)
    }.map(\.element)
  }

  /// Returns the citations of all sides of a conflict in known documents.
  package func citations(of conflict: Conflict) -> [Citation] {
    conflict.statements.flatMap(citations(of:))
  }

  /// Returns the citations of one side of a conflict in known documents.
  package func citations(of statement: Conflict.Statement) -> [Citation] {
    let all: [Citation] =
      switch statement {
      case .figure(let id): dataset.figures[id]?.citations ?? []
      case .claim(_, let citations): citations
      }
    return all.filter { knownSources.contains($0.source) }
  }

  /// Calls `body` with every record that cites documents. The record is only created on demand.
  fileprivate func visitCited(
    _ body: (Contribution.Kind, () -> Contribution.Record, [Citation]) -> Void
  ) {
    for figure in figures { body(.figures, { .figure(figure) }, figure.citations) }
    for status in projects {
      for milestone in status.milestones {
        body(.milestones, { .milestone(milestone, of: status.project) }, milestone.citations)
      }
      body(.projects, { .project(status.project) }, status.project.citations)
    }
    for cluster in dataset.clusters {
      let items = cluster.products + cluster.directions + cluster.chain.flatMap(\.items)
      body(.clusters, { .cluster(cluster) }, cluster.citations + items.flatMap(\.citations))
    }
    for task in dataset.programmes.flatMap(\.tasks) { body(.tasks, { .task(task) }, task.citations) }
    for park in dataset.parks { body(.parks, { .park(park) }, park.citations) }
    for firm in dataset.firms {
      body(
        .firms, { .firm(firm) },
        firm.citations + (firm.products + firm.honours).flatMap(\.citations)
          + firm.steps.flatMap(\.citations))
    }
    for unit in dataset.organisations { body(.organisations, { .organisation(unit) }, unit.citations) }
    for strength in dataset.strengths { body(.strengths, { .strength(strength) }, strength.citations) }
    for measure in dataset.measures {
      body(.measures, { .measure(measure) }, measure.citations + measure.parts.flatMap(\.citations))
    }
    for conflict in conflicts { body(.conflicts, { .conflict(conflict) }, citations(of: conflict)) }
  }
}
