import Domain

/// Counts of construction projects, and beside them of the product lines and programmes that plans list. A part is
/// counted with the project that it is a part of.
package struct ProjectCounts: Equatable, Sendable {
  /// Construction projects that count by themselves.
  package private(set) var projects = 0
  /// Parts of projects, not included in ``projects``.
  package private(set) var parts = 0
  /// Product lines of a plan, not included in ``projects``.
  package private(set) var productLines = 0
  /// Programmes of a plan, not included in ``projects``.
  package private(set) var programmes = 0

  /// What plans list beside projects and nobody builds: product lines and programmes.
  package var planItems: Int { productLines + programmes }

  /// - Parameters:
  ///   - listed: the projects to count; a part alone represents its project.
  ///   - all: all projects of the board.
  init(_ listed: some Sequence<ProjectStatus>, of all: [ProjectStatus], hasParts: Bool = true) {
    var seen: Set<Int> = []
    for status in listed {
      if status.isPart { parts += 1 }
      if hasParts, !seen.insert(status.root).inserted { continue }
      add(all[status.root])
    }
  }

  private mutating func add(_ status: ProjectStatus) {
    switch status.project.nature {
    case .project: projects += 1
    case .productLine: productLines += 1
    case .programme: programmes += 1
    }
  }
}

extension Project {
  /// Whether it is a construction project, not a product line or a programme that a plan lists.
  package var isBuilt: Bool { nature == .project }
}

extension Board {
  /// Returns the construction projects among some, and their parts: those that counts of projects are about. All, if a
  /// dataset has no construction project.
  package func built(_ statuses: [ProjectStatus]) -> [ProjectStatus] {
    guard projectCounts.planItems > 0, projectCounts.projects > 0 else { return statuses }
    return statuses.filter { projects[$0.root].project.isBuilt }
  }

  /// Returns the counts of the projects that some statuses represent: a project and several of its parts are one.
  package func counts(of statuses: some Sequence<ProjectStatus>) -> ProjectCounts {
    ProjectCounts(statuses, of: projects, hasParts: projectCounts.parts > 0)
  }

  /// Returns the projects that some statuses represent, each once; a part is replaced by its project.
  package func roots(of statuses: some Sequence<ProjectStatus>) -> [ProjectStatus] {
    guard projectCounts.parts > 0 else { return Array(statuses) }
    var seen: Set<Int> = []
    return statuses.filter { seen.insert($0.root).inserted }.map { projects[$0.root] }
  }

  /// Returns the position of a project in ``projects``, also by the id of one of its duplicates; nil if it is not known on
  /// the day.
  ///
  /// The board is in file order, so that a million projects need no second index.
  package func position(ofProject id: String) -> Int? { dataset.projects.place(of: id, among: projects) }

  /// Returns the projects with some ids that are known on the day, each once and in the order of the ids.
  package func statuses(ofProjects ids: [String]) -> [ProjectStatus] {
    var seen: Set<Int> = []
    return ids.compactMap(position(ofProject:)).filter { seen.insert($0).inserted }.map { projects[$0] }
  }

  /// Returns the plan that listed a project last, if it is over and nothing was reported since; otherwise nil.
  package func lapsedPlan(of status: ProjectStatus) -> Plan? { status.lapsedPlan.map { dataset.plans[$0] } }

  /// Returns the figures about a project and its duplicates, in file order.
  package func figures(of status: ProjectStatus) -> [Figure] {
    let ids = status.project.ids
    return figures.filter { $0.subject.kind == .project && ids.contains($0.subject.id) }
  }

  /// Returns the parts of a project, at any depth, in file order; empty for a part.
  package func parts(of status: ProjectStatus) -> [ProjectStatus] {
    projectCounts.parts == 0 || status.isPart ? [] : projects.filter { $0.isPart && $0.root == status.root }
  }
}

extension [ProjectStatus] {
  /// Calls `body` for every project that counts by itself, with its own position followed by those of its parts.
  func eachFamily(_ body: (_ members: [Int]) -> Void) {
    var parts: [Int: [Int]] = [:]
    for (index, status) in enumerated() where status.isPart { parts[status.root, default: []].append(index) }
    for (index, status) in enumerated() where !status.isPart {
      body(parts.isEmpty ? [index] : [index] + (parts[index] ?? []))
    }
  }

  /// Returns the clusters of the projects at some positions, each once with its first position.
  func clusters(of members: [Int]) -> [(id: String, position: Int)] {
    first(of: members) { self[$0].project.clusters }
  }

  /// Returns the parks of the projects at some positions, each once with its first position.
  func parks(of members: [Int]) -> [(id: String, position: Int)] {
    first(of: members) { position in self[position].project.park.map { [$0] } ?? [] }
  }

  private func first(of members: [Int], _ ids: (Int) -> [String]) -> [(id: String, position: Int)] {
    var found: [(id: String, position: Int)] = []
    for position in members {
      for id in ids(position) where !found.contains(where: { $0.id == id }) { found.append((id, position)) }
    }
    return found
  }
}
