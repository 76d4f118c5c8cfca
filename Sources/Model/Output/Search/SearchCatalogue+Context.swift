import Domain
import Figures

extension SearchCatalogue {
  /// Returns a text that distinguishes a record from others with the same title.
  func context(of record: Record) -> Name {
    let position = Int(record.position)
    return switch record.kind {
    case .cluster: context(of: cluster(record))
    case .firm: context(of: dataset.firms[position])
    case .organisation: context(of: dataset.organisations[position])
    case .project: context(of: board.projects[position])
    case .indicator: context(of: dataset.indicators[position])
    case .target: joined([target(record).planName, valueAndPeriod(of: target(record).target)])
    case .park: dataset.parks[position].parent.flatMap { dataset.parks[$0]?.name } ?? Name(both: "")
    case .programme: dataset.plans[programme(record).plan]?.short ?? Name(both: "")
    case .task: context(of: task(record), in: programme(record))
    case .source: context(of: board.sources[position])
    case .conflict: board.conflicts[position].computed ?? Name(both: "")
    case .figure: context(of: figure(record))
    case .strength: context(of: dataset.strengths[position])
    case .measure: context(of: dataset.measures[position])
    case .problem: context(of: problems[position])
    case .decision: context(of: decisions[position])
    case .duty: context(of: duties[position])
    case .status: context(of: statuses[position])
    }
  }

  /// Joins the parts that are not empty with a dot.
  private func joined(_ parts: [Name]) -> Name {
    func text(_ language: Language) -> String {
      parts.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
    return Name(zh: text(.zh), en: text(.en))
  }

  private func listed(_ names: [Name]) -> Name {
    Name(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }

  private func label(of figure: Figure) -> Name {
    Name(zh: dataset.label(figure, .zh), en: dataset.label(figure, .en))
  }

  private func valueAndPeriod(of figure: Figure) -> Name {
    joined([label(of: figure), Name(zh: figure.period.label(.zh), en: figure.period.label(.en))])
  }

  private func label(of date: PartialDate) -> Name { Name(zh: date.label(.zh), en: date.label(.en)) }

  private func context(of cluster: Cluster) -> Name {
    joined([
      dataset.classifications[cluster.classification]?.name ?? Name(both: ""),
      cluster.parent.flatMap { dataset.clusters[$0]?.name } ?? Name(both: ""),
    ])
  }

  private func context(of firm: Firm) -> Name {
    let clusters = firm.clusters.compactMap { dataset.clusters[$0] }
    return listed(clusters.filter { $0.classification == board.classification?.id }.map(\.name))
  }

  private func context(of organisation: Organisation) -> Name {
    let tasks = dataset.programmes.flatMap(\.tasks).filter { isKnown($0.citations) }
    let leads = tasks.filter { $0.lead.contains(organisation.id) }.count
    let helps = tasks.filter { $0.cooperating.contains(organisation.id) }.count
    return joined([
      leads == 0 ? Name(both: "") : Name(zh: "牵头\(leads)项", en: "leads \(leads)"),
      helps == 0 ? Name(both: "") : Name(zh: "配合\(helps)项", en: "supports \(helps)"),
    ])
  }

  /// Returns the stage with its date; the expected stage if none is reached yet.
  private func context(of status: ProjectStatus) -> Name {
    guard let milestone = status.reached ?? status.expected else { return Name(both: "") }
    let stage = dataset.stages[milestone.stage]?.name ?? Name(both: milestone.stage)
    let expected = Name(zh: "预期", en: "expected: ")
    return joined([
      milestone.isExpected ? expected + stage : stage,
      Name(zh: milestone.dateLabel(.zh), en: milestone.dateLabel(.en)),
    ])
  }

  private func context(of indicator: Indicator) -> Name {
    joined([dataset.categoryName(indicator.category), dataset.unitName(indicator.unit)])
  }

  private func context(of figure: Figure) -> Name {
    joined([
      valueAndPeriod(of: figure),
      figure.citations.first { isKnown([$0]) }.flatMap { dataset.sources[$0.source]?.short }
        ?? Name(both: ""),
    ])
  }

  private func context(of task: Programme.Task, in programme: Programme) -> Name {
    let leads = task.lead.compactMap { dataset.organisations[$0]?.name }
    let plan = dataset.plans[programme.plan]?.short ?? Name(both: "")
    let number = task.number.isEmpty ? Name(both: "") : Name(both: " \(task.number)")
    return joined([plan + number, listed(leads)])
  }

  private func context(of source: Source) -> Name {
    joined([label(of: source.date), source.issuer, Name(both: source.number)])
  }

  private func context(of measure: Measure) -> Name {
    let topic = dataset.vocabulary.topics.first { $0.id == measure.topic }?.name ?? Name(both: measure.topic)
    return joined([topic, listed(measure.lead.compactMap { dataset.organisations[$0]?.name })])
  }

  private func units(_ ids: [String]) -> Name { listed(ids.compactMap { dataset.organisations[$0]?.name }) }

  private func context(of problem: Problem) -> Name {
    joined([problem.supervision(asOf: board.asOf).stateName, units(problem.unit.map { [$0] } ?? [])])
  }

  private func context(of decision: Decision) -> Name {
    joined([
      decision.meeting, Name(both: decision.date.description),
      decision.supervision(asOf: board.asOf).stateName,
    ])
  }

  private func context(of duty: Duty) -> Name {
    joined([duty.every.name, duty.recipient.map { units([$0]) } ?? Name(both: "")])
  }

  /// Returns what a statement is about, by whom, and when.
  private func context(of entry: StatusEntry) -> Name {
    let about: Name
    if let id = entry.about.task {
      about = task(id)?.name ?? Name(both: id)
    } else {
      let subject = entry.about.subject == .district ? Name(both: "") : dataset.name(of: entry.about.subject)
      let indicator = entry.about.indicator.flatMap { dataset.indicators[$0]?.short } ?? Name(both: "")
      about = joined([subject, indicator])
    }
    return joined([
      about, entry.light?.name ?? entry.state?.name ?? Name(both: ""),
      entry.person ?? units(entry.unit.map { [$0] } ?? []), Name(both: entry.date.description),
    ])
  }

  private func context(of strength: Strength) -> Name {
    listed(board.figures.filter { strength.figures.contains($0.id) }.map(label(of:)))
  }
}
