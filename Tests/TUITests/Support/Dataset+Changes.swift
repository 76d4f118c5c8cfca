@testable import Domain

extension Dataset {
  /// The same records, all of them called the same.
  func renamed(_ name: Name) -> Dataset {
    var data = self
    data.info.name = name
    data.info.short = name
    data.vocabulary.categories = data.vocabulary.categories.map { Term(id: $0.id, name: name) }
    data.vocabulary.scopes = data.vocabulary.scopes.map { Term(id: $0.id, name: name) }
    data.units = Records(
      units.map { Unit(id: $0.id, name: name, dimension: $0.dimension, scale: $0.scale) })
    data.stages = Records(stages.map { Stage(id: $0.id, name: name, ladder: $0.ladder) })
    data.vocabulary.stages = Array(data.stages)
    data.sources = sources.changing {
      ($0.title, $0.short, $0.issuer) = (name, name, name)
      ($0.number, $0.file) = (name.en, name.en)
    }
    data.plans = plans.changing { ($0.name, $0.short) = (name, name) }
    data.classifications = classifications.changing { $0.name = name }
    data.clusters = clusters.changing { cluster in
      cluster.name = name
      cluster.chain = cluster.chain.map { link in
        var link = link
        link.items = link.items.map { Item(name: name, citations: $0.citations) }
        return link
      }
    }
    data.indicators = indicators.changing { ($0.name, $0.short) = (name, name) }
    data.figures = figures.changed { figure in
      figure.replacing(
        citations: figure.citations.map {
          Citation(source: $0.source, section: name.zh, line: $0.line, printed: name.en)
        }, note: name)
    }
    data.firms = firms.changing { ($0.name, $0.role) = (name, SourcedName(name)) }
    data.projects = projects.changing { $0 = $0.with(name, name, SourcedName(name), name) }
    data.parks = parks.changing { $0.name = name }
    data.programmes = programmes.changing { $0.name = name }
    data.organisations = organisations.changing { $0.name = name }
    data.conflicts = conflicts.changing { ($0.title, $0.computed, $0.shown) = (name, name, name) }
    return data
  }

  /// The same with an English form for all units of money.
  func writingMoney(as form: Unit.EnglishForm) -> Dataset {
    var data = self
    data.units = units.changing { if $0.dimension == "money" { $0.english = form } }
    return data
  }

  /// The same with other texts in place of what documents print.
  func changingQuotes(_ change: (String) -> String) -> Dataset {
    var data = self
    func changed(_ citations: [Citation]) -> [Citation] {
      citations.map {
        Citation(
          source: $0.source, section: change($0.section), line: $0.line, printed: change($0.printed))
      }
    }
    data.figures = figures.changed { $0.replacing(citations: changed($0.citations)) }
    data.clusters = clusters.changing { cluster in
      cluster.citations = changed(cluster.citations)
      cluster.products = cluster.products.map { Item(name: $0.name, citations: changed($0.citations)) }
    }
    data.classifications = classifications.changing { $0.citations = changed($0.citations) }
    data.firms = firms.changing { firm in
      firm.citations = changed(firm.citations)
      firm.honours = firm.honours.map { Item(name: $0.name, citations: changed($0.citations)) }
      for index in firm.steps.indices { firm.steps[index].citations = changed(firm.steps[index].citations) }
    }
    data.organisations = organisations.changing { $0.citations = changed($0.citations) }
    data.parks = parks.changing { $0.citations = changed($0.citations) }
    data.strengths = strengths.changing { $0.citations = changed($0.citations) }
    data.measures = measures.changing { measure in
      measure.citations = changed(measure.citations)
      measure.parts = measure.parts.map { Item(name: $0.name, citations: changed($0.citations)) }
    }
    data.programmes = programmes.changing { programme in
      (programme.citations, programme.number) = (changed(programme.citations), change(programme.number))
      programme.tasks = programme.tasks.map { task in
        var task = task
        (task.citations, task.number) = (changed(task.citations), change(task.number))
        for index in task.indicators.indices {
          task.indicators[index].citations = changed(task.indicators[index].citations)
        }
        return task
      }
    }
    data.projects = projects.changing { project in
      let milestones = project.milestones.map { milestone in
        var milestone = milestone
        milestone.citations = changed(milestone.citations)
        return milestone
      }
      project = project.with(
        project.name, project.owner, project.note, project.box, milestones: milestones,
        citations: changed(project.citations))
    }
    data.sources = sources.changing { $0.number = change($0.number) }
    return data
  }
}

extension Records {
  fileprivate func changing(_ change: (inout Element) -> Void) -> Records<Element> {
    Records(
      map { element in
        var element = element
        change(&element)
        return element
      })
  }
}

extension Project {
  fileprivate func with(
    _ name: Name, _ owner: Name?, _ note: SourcedName?, _ box: Name?, milestones: [Milestone]? = nil,
    citations: [Citation]? = nil
  ) -> Project {
    Project(
      id: id, name: name, aliases: aliases, parent: parent, clusters: clusters, firm: firm,
      owner: owner, park: park, box: box, milestones: milestones ?? self.milestones, note: note,
      citations: citations ?? self.citations, origin: origin)
  }
}
