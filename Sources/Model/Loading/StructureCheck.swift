/// What can only be seen once all files are read: loops of parents, dates that contradict each other.
struct StructureCheck {
  let dataset: Dataset
  let loading: Loading

  func run() {
    checkCycles(dataset.clusters, kind: "clusters") { $0.parent }
    checkCycles(dataset.parks, kind: "parks") { $0.parent }
    checkCycles(dataset.projects, kind: "projects") { $0.parent }
    checkCycles(dataset.figures, kind: "figures") { $0.supersedes }
    for figure in dataset.figures { check(figure) }
    for project in dataset.projects { check(project) }
  }

  /// A figure of what happened cannot be about a time after the document that reports it.
  private func check(_ figure: Figure) {
    guard figure.plan == nil,
      let known = figure.citations.compactMap({ dataset.sources[$0.source]?.knownOn }).max(),
      figure.period.start > known
    else { return }
    loading.report(
      .outOfOrder(first: "period \(figure.period.text)", second: known.description), at: figure.origin)
  }

  /// A milestone that is said to be reached cannot lie after the document that says so.
  private func check(_ project: Project) {
    for milestone in project.milestones where !milestone.isExpected && milestone.date.precision != .unknown {
      guard let known = milestone.citations.compactMap({ dataset.sources[$0.source]?.knownOn }).max(),
        max(milestone.date.earliest, .distantPast) > known
      else { continue }
      loading.report(
        .futureMilestone(date: milestone.date.text, source: known.description), at: project.origin)
    }
  }

  private func checkCycles<Element>(_ table: Table<Element>, kind: String, parent: (Element) -> String?) {
    for element in table {
      var steps = 0
      var next = parent(element)
      while let id = next, steps <= table.count {
        if id == element.id {
          let origin = (element as? Figure)?.origin ?? (element as? Project)?.origin
          loading.report(.cycle(of: kind, id: id), at: origin ?? Origin(file: 0, line: 1, column: 1))
          break
        }
        next = table[id].flatMap(parent)
        steps += 1
      }
    }
  }
}
