/// A record that cites a document, with the places where the document prints it.
public struct Contribution: Sendable {
  /// In the order that they are listed.
  public enum Kind: Int, CaseIterable, Sendable {
    case figures, milestones, projects, clusters, tasks, parks, enterprises, organisations, strengths
    case conflicts
  }

  public enum Record: Sendable {
    case figure(Figure)
    case milestone(Milestone, of: Project)
    case project(Project)
    case cluster(Cluster)
    case task(Programme.Task)
    case park(Park)
    case enterprise(Enterprise)
    case organisation(Organisation)
    case strength(Strength)
    case conflict(Conflict)
  }

  public var kind: Kind
  public var record: Record
  /// The citations of the one document, in the order of its lines; never empty.
  public var citations: [Citation]
}

/// How many records of each kind cite each document.
public struct ContributionCounts: Sendable {
  private var counts: [String: [Int]]

  /// One pass over all records of the board.
  public init(_ board: Board) {
    let none = Array(repeating: 0, count: Contribution.Kind.allCases.count)
    var counts = Dictionary(
      board.sources.map { ($0.id, none) }, uniquingKeysWith: { first, _ in first })
    board.visitCited { kind, _, citations in
      for (index, citation) in citations.enumerated()
      where !citations[..<index].contains(where: { $0.source == citation.source }) {
        counts[citation.source]?[kind.rawValue] += 1
      }
    }
    self.counts = counts
  }

  /// Zero for a document that is not known on the day of the board.
  public subscript(source: String, kind: Contribution.Kind) -> Int { counts[source]?[kind.rawValue] ?? 0 }
}

extension Board {
  /// Everything that cites a document: by kind, inside a kind by line.
  public func contributions(of source: String) -> [Contribution] {
    guard sources.contains(where: { $0.id == source }) else { return [] }
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

  /// The citations of both sides of a conflict, of documents that are known.
  public func citations(of conflict: Conflict) -> [Citation] {
    conflict.statements.flatMap(citations(of:))
  }

  /// Where known documents print one side of a conflict.
  public func citations(of statement: Conflict.Statement) -> [Citation] {
    let all: [Citation] =
      switch statement {
      case .figure(let id): dataset.figures[id]?.citations ?? []
      case .claim(_, let citations): citations
      }
    return all.filter { citation in sources.contains { $0.id == citation.source } }
  }

  /// Calls `body` with every record that cites documents; the record is only made when it is asked for.
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
    for enterprise in dataset.enterprises {
      body(
        .enterprises, { .enterprise(enterprise) },
        enterprise.citations + enterprise.products.flatMap(\.citations))
    }
    for unit in dataset.organisations { body(.organisations, { .organisation(unit) }, unit.citations) }
    for strength in dataset.strengths { body(.strengths, { .strength(strength) }, strength.citations) }
    for conflict in conflicts { body(.conflicts, { .conflict(conflict) }, citations(of: conflict)) }
  }
}
