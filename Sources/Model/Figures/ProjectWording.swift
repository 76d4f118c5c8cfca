import Domain

// The wording of project counts, for the screen and the report.

extension ProjectCounts {
  /// The number of projects that are not built; nil if there are none.
  package var planItemsText: Name? {
    guard planItems > 0 else { return nil }
    return Name(
      zh: "其中产品方向、计划事项\(planItems)", en: "of which \(planItems) product lines or programmes of a plan")
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
  /// Returns `规划列为谋划的248项中，其后7项有进展`.
  package func text(in dataset: Dataset) -> Name {
    let document = dataset.sources[source]?.short ?? Name(both: source)
    let stage = dataset.rungName(rung)
    let (zh, en) = halted > 0 ? ("，\(halted)项停工停产", ", \(halted) halted") : ("", "")
    return Name(
      zh: "\(document.zh)列为\(stage.zh)的\(recorded)项中，其后\(further)项有进展\(zh)",
      en: "of the \(recorded) \(stage.en.lowercased()) in \(document.en), \(further) went further since\(en)")
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
  /// The plans that are over and list projects without any report since, with the number of these projects; in file
  /// order.
  package var lapsedByPlan: [(plan: Plan, count: Int)] {
    let counts = lapsed.reduce(into: [Int: Int]()) { counts, status in
      if let plan = status.lapsedPlan { counts[plan, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { (dataset.plans[$0.key], $0.value) }
  }
}
