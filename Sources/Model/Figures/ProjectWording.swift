import Domain

// The wording of project counts, for the screen and the report.

extension ProjectCounts {
  /// The number of projects with its noun, which names construction projects where plan items stand beside them.
  package var projectsText: Name {
    planItems > 0
      ? Name(zh: "建设项目\(projects)项", en: "\(projects) construction projects")
      : Name(zh: "清单项目\(projects)项", en: "\(projects) listed projects")
  }

  /// The number of plan items that are no construction projects; nil if there are none.
  package var planItemsText: Name? {
    guard planItems > 0 else { return nil }
    return Name(
      zh: "另有产品方向、计划事项\(planItems)", en: "beside \(planItems) product lines or programmes of a plan")
  }

  /// The number of parts not included in the count; nil if there are none.
  package var partsText: Name? {
    guard parts > 0 else { return nil }
    return Name(
      zh: "组成部分\(parts)随所属项目计",
      en: parts == 1 ? "1 part counted with its project" : "\(parts) parts counted with their projects")
  }
}

extension Funnel.Cohort {
  /// Returns `规划列为谋划的105个建设项目中，其后2个有进展（另1个为推算），1个停工停产`.
  package func text(in dataset: Dataset) -> Name {
    let document = dataset.sources[source]?.short ?? Name(both: source)
    let stage = dataset.rungName(rung)
    let documented = further - deduced
    let (deducedZh, deducedEn) =
      deduced > 0 ? ("（另\(deduced)个为推算）", " (\(deduced) more inferred)") : ("", "")
    let (zh, en) = halted > 0 ? ("，\(halted)个停工停产", ", \(halted) halted") : ("", "")
    return Name(
      zh: "\(document.zh)列为\(stage.zh)的\(recorded)个建设项目中，其后\(documented)个有进展\(deducedZh)\(zh)",
      en:
        "of the \(recorded) construction projects \(stage.en.lowercased()) in \(document.en), \(documented) went further since\(deducedEn)\(en)"
    )
  }
}

extension Plan {
  /// The label of projects in a plan that is over, without any report since: `列入已到期规划、此后无报道`.
  package static let lapsed = Name(zh: "列入已到期规划、此后无报道", en: "in a plan that is over, nothing reported since")

  /// The same label for this plan: `列入2025年到期的规划、此后无报道`.
  package var lapsedText: Name {
    Name(
      zh: "列入\(end.year)年到期的规划、此后无报道",
      en: "listed in a plan that ended in \(end.year), nothing reported since")
  }
}

extension Board {
  /// The plans that are over and list construction projects without any report since, with their number; in file order.
  package var lapsedByPlan: [(plan: Plan, count: Int)] {
    let counts = built(lapsed).reduce(into: [Int: Int]()) { counts, status in
      if let plan = status.lapsedPlan { counts[plan, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { (dataset.plans[$0.key], $0.value) }
  }
}
