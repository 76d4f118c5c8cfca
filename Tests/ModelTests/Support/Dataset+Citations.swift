import Domain

extension Dataset {
  /// A citation, and the id of the record that it belongs to.
  struct Cited: Sendable {
    var record: String
    var citation: Citation
  }

  /// Every citation of every kind of record.
  var allCitations: [Cited] {
    func of(_ record: String, _ citations: [Citation]) -> [Cited] {
      citations.map { Cited(record: record, citation: $0) }
    }
    func items(_ record: String, _ items: [Item]) -> [Cited] { items.flatMap { of(record, $0.citations) } }
    var all: [Cited] = []
    all += figures.flatMap { of("figures \($0.id)", $0.citations) }
    all += classifications.flatMap { of("classifications \($0.id)", $0.citations) }
    all += clusters.flatMap { cluster in
      let record = "clusters \(cluster.id)"
      return of(record, cluster.citations) + items(record, cluster.products)
        + items(record, cluster.directions)
        + cluster.chain.flatMap { items(record, $0.items) }
    }
    all += firms.flatMap {
      of("enterprises \($0.id)", $0.citations) + items("enterprises \($0.id)", $0.products + $0.honours)
        + of("enterprises \($0.id)", $0.steps.flatMap(\.citations))
    }
    all += projects.flatMap { project in
      of("projects \(project.id)", project.citations)
        + project.milestones.flatMap { of("projects \(project.id)", $0.citations) }
    }
    all += organisations.flatMap { of("organisations \($0.id)", $0.citations) }
    all += programmes.flatMap { programme in
      of("programmes \(programme.id)", programme.citations)
        + programme.tasks.flatMap { task in
          of("tasks \(task.id)", task.citations + task.indicators.flatMap(\.citations))
        }
    }
    all += parks.flatMap { of("parks \($0.id)", $0.citations) }
    all += strengths.flatMap { of("strengths \($0.id)", $0.citations) }
    all += measures.flatMap { of("measures \($0.id)", $0.citations) + items("measures \($0.id)", $0.parts) }
    all += conflicts.flatMap { conflict in
      conflict.statements.flatMap { statement -> [Cited] in
        if case .claim(_, let citations) = statement { of("conflicts \(conflict.id)", citations) } else { [] }
      }
    }
    return all
  }
}
