import Domain

// Reduces records to the content of documents known on the day.
//
// A record without a known document stays unchanged; readers of records skip it.

extension KnownRecords {
  /// The dataset without additions from later documents: citations, aliases, roles, remarks, items and tags. Unchanged
  /// if all documents are known.
  var datasetAsKnown: Dataset {
    guard !isComplete else { return dataset }
    var known = dataset
    known.plans = dataset.plans.changed(asKnown)
    known.figures = dataset.figures.changed(asKnown)
    known.classifications = dataset.classifications.changed(asKnown)
    known.clusters = dataset.clusters.changed(asKnown)
    known.firms = dataset.firms.changed(asKnown)
    known.projects = dataset.projects.changed(asKnown)
    known.organisations = dataset.organisations.changed(asKnown)
    known.programmes = dataset.programmes.changed(asKnown)
    known.parks = dataset.parks.changed(asKnown)
    known.strengths = dataset.strengths.changed(asKnown)
    known.measures = dataset.measures.changed(asKnown)
    known.conflicts = dataset.conflicts.changed(asKnown)
    return known
  }

  private func asKnown(_ plan: Plan) -> Plan {
    var known = plan
    known.adopted = plan.adopted.flatMap { adoption in
      isKnown(adoption.citations)
        ? Plan.Adoption(date: adoption.date, citations: trimmed(adoption.citations)) : nil
    }
    return known
  }

  /// Returns a figure with the citations of known documents only; unchanged if no document of it is known.
  package func asKnown(_ figure: Figure) -> Figure {
    isPartlyKnown(figure.citations) ? figure.replacing(citations: trimmed(figure.citations)) : figure
  }

  func asKnown(_ project: Project) -> Project {
    guard !isComplete, isKnown(project.citations), !isWhole(project) else { return project }
    return project.replacing(
      aliases: trimmed(project.aliases),
      clusters: trimmed(project.clusters, dataset.clusters, \.citations),
      firm: trimmed(project.firm, dataset.firms, \.citations),
      park: trimmed(project.park, dataset.parks, \.citations),
      milestones: trimmed(project.milestones), note: trimmed(project.note),
      citations: trimmed(project.citations), duplicates: project.duplicates.filter { isKnown($0.citations) })
  }

  /// Whether no later document adds to a project, so that few of perhaps a million projects are rebuilt.
  private func isWhole(_ project: Project) -> Bool {
    isWhollyKnown(project.citations) && project.duplicates.allSatisfy { isKnown($0.citations) }
      && project.milestones.allSatisfy { isWhollyKnown($0.citations) }
      && project.aliases.allSatisfy(isKnown) && (project.note.map(isKnown) ?? true)
      && trimmed(project.clusters, dataset.clusters, \.citations).count == project.clusters.count
      && trimmed(project.firm, dataset.firms, \.citations) == project.firm
      && trimmed(project.park, dataset.parks, \.citations) == project.park
  }

  private func asKnown(_ classification: Classification) -> Classification {
    guard isPartlyKnown(classification.citations) else { return classification }
    var known = classification
    known.citations = trimmed(classification.citations)
    return known
  }

  private func asKnown(_ cluster: Cluster) -> Cluster {
    guard isKnown(cluster.citations) else { return cluster }
    var known = cluster
    known.aliases = trimmed(cluster.aliases)
    known.sameAs = trimmed(cluster.sameAs, dataset.clusters, \.citations)
    known.products = trimmed(cluster.products)
    known.directions = trimmed(cluster.directions)
    known.chain = cluster.chain.map { Cluster.ChainLink(stage: $0.stage, items: trimmed($0.items)) }
      .filter { !$0.items.isEmpty }
    known.firms = trimmed(cluster.firms, dataset.firms, \.citations)
    known.parks = trimmed(cluster.parks, dataset.parks, \.citations)
    known.note = trimmed(cluster.note)
    known.citations = trimmed(cluster.citations)
    return known
  }

  private func asKnown(_ firm: Firm) -> Firm {
    guard isKnown(firm.citations) else { return firm }
    var known = firm
    known.aliases = trimmed(firm.aliases)
    known.clusters = trimmed(firm.clusters, dataset.clusters, \.citations)
    known.role = trimmed(firm.role)
    known.products = trimmed(firm.products)
    known.parks = trimmed(firm.parks, dataset.parks, \.citations)
    known.steps = firm.steps.filter { isKnown($0.citations) }.map {
      Firm.Step(rung: $0.rung, date: $0.date, citations: trimmed($0.citations))
    }
    known.honours = trimmed(firm.honours)
    known.citations = trimmed(firm.citations)
    return known
  }

  private func asKnown(_ organisation: Organisation) -> Organisation {
    guard isKnown(organisation.citations) else { return organisation }
    var known = organisation
    known.aliases = trimmed(organisation.aliases)
    known.citations = trimmed(organisation.citations)
    return known
  }

  private func asKnown(_ programme: Programme) -> Programme {
    guard isKnown(programme.citations) else { return programme }
    var known = programme
    known.tasks = programme.tasks.map(asKnown)
    known.citations = trimmed(programme.citations)
    return known
  }

  private func asKnown(_ task: Programme.Task) -> Programme.Task {
    guard isKnown(task.citations) else { return task }
    var known = task
    known.lead = trimmed(task.lead, dataset.organisations, \.citations)
    known.cooperating = trimmed(task.cooperating, dataset.organisations, \.citations)
    known.indicators = trimmed(task.indicators)
    known.citations = trimmed(task.citations)
    return known
  }

  private func asKnown(_ park: Park) -> Park {
    guard isKnown(park.citations) else { return park }
    var known = park
    known.aliases = trimmed(park.aliases)
    known.parent = trimmed(park.parent, dataset.parks, \.citations)
    known.clusters = trimmed(park.clusters, dataset.clusters, \.citations)
    known.note = trimmed(park.note)
    known.citations = trimmed(park.citations)
    return known
  }

  private func asKnown(_ strength: Strength) -> Strength {
    guard isKnown(strength.citations) else { return strength }
    var known = strength
    known.figures = trimmed(strength.figures, dataset.figures, \.citations)
    known.citations = trimmed(strength.citations)
    return known
  }

  private func asKnown(_ measure: Measure) -> Measure {
    guard isKnown(measure.citations) else { return measure }
    var known = measure
    known.parts = trimmed(measure.parts)
    known.lead = trimmed(measure.lead, dataset.organisations, \.citations)
    known.cooperating = trimmed(measure.cooperating, dataset.organisations, \.citations)
    known.clusters = trimmed(measure.clusters, dataset.clusters, \.citations)
    known.citations = trimmed(measure.citations)
    return known
  }

  /// Keeps a claim that no known document makes: the conflict itself is not known yet.
  private func asKnown(_ conflict: Conflict) -> Conflict {
    var known = conflict
    known.statements = conflict.statements.map { statement in
      guard case .claim(let claim, let citations) = statement, isPartlyKnown(citations) else {
        return statement
      }
      return .claim(claim, trimmed(citations))
    }
    return known
  }

  // MARK: Parts

  private func isKnown(_ text: SourcedName) -> Bool { text.source.map { isKnown(sources: [$0]) } ?? true }

  private func isWhollyKnown(_ citations: [Citation]) -> Bool {
    citations.allSatisfy { isKnown(sources: [$0.source]) }
  }

  private func isPartlyKnown(_ citations: [Citation]) -> Bool {
    isKnown(citations) && !isWhollyKnown(citations)
  }

  private func trimmed(_ citations: [Citation]) -> [Citation] {
    isWhollyKnown(citations) ? citations : citations.filter { isKnown(sources: [$0.source]) }
  }

  private func trimmed(_ texts: [SourcedName]) -> [SourcedName] { texts.filter(isKnown) }

  private func trimmed(_ text: SourcedName?) -> SourcedName? { text.flatMap { isKnown($0) ? $0 : nil } }

  private func trimmed(_ items: [Item]) -> [Item] {
    items.filter { isKnown($0.citations) }.map { Item(name: $0.name, citations: trimmed($0.citations)) }
  }

  private func trimmed(_ links: [Programme.Link]) -> [Programme.Link] {
    links.filter { isKnown($0.citations) }.map {
      Programme.Link(indicator: $0.indicator, subject: $0.subject, citations: trimmed($0.citations))
    }
  }

  private func trimmed(_ milestones: [Milestone]) -> [Milestone] {
    milestones.filter { isKnown($0.citations) }.map { milestone in
      var known = milestone
      known.citations = trimmed(milestone.citations)
      return known
    }
  }

  /// Returns the ids of records with a known document. Ids without a record stay.
  private func trimmed<Element>(
    _ ids: [String], _ table: Records<Element>, _ citations: (Element) -> [Citation]
  ) -> [String] {
    ids.filter { id in table[id].map { isKnown(citations($0)) } ?? true }
  }

  private func trimmed<Element>(
    _ id: String?, _ table: Records<Element>, _ citations: (Element) -> [Citation]
  ) -> String? {
    id.flatMap { trimmed([$0], table, citations).first }
  }
}
