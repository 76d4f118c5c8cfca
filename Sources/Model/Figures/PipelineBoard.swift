import Domain

/// Counts the projects on each rung and adds the official totals.
struct PipelineBoard {
  let dataset: Dataset
  let figures: [Figure]
  /// The projects that count by themselves, without their parts.
  let projects: [ProjectStatus]
  /// All projects, including parts.
  let all: [ProjectStatus]
  /// The documents known on the day.
  let sources: [Source]

  func pipeline() -> Pipeline {
    let funnel = Funnel(projects, in: dataset, sources: sources)
    // A rung is left out if the dataset has no stage, project or total for it.
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    let steps = Rung.allCases.map { step($0, funnel) }
    return Pipeline(
      steps: steps.filter { named.contains($0.rung) || $0.listed > 0 || $0.reported != nil },
      commitments: dataset.info.commitments.compactMap {
        CommitmentBoard(dataset: dataset, figures: figures, projects: all).commitment($0)
      }, funnel: funnel)
  }

  private func step(_ rung: Rung, _ funnel: Funnel) -> Pipeline.Step {
    let stage = funnel.stages.first { $0.rung == rung }
    let listed = stage?.standing ?? funnel.beside[rung] ?? 0
    return Pipeline.Step(
      rung: rung, listed: listed, everReached: stage?.everReached ?? listed,
      reported: dataset.info.reported[rung].flatMap(total),
      isUnknown: listed == 0 && !funnel.isDocumented(rung))
  }

  /// Returns the newest official total for the district; nil if there is none.
  private func total(_ indicator: String) -> Figure? {
    figures.filter { $0.indicator == indicator && $0.plan == nil && $0.subject == .district }
      .sorted { $0.period.end < $1.period.end }.last
  }
}
