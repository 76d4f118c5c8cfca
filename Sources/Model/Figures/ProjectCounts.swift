import Domain

/// How many projects there are. A part is counted with the project that it is a part of.
package struct ProjectCounts: Equatable, Sendable {
  /// All that count by themselves, of every nature.
  package private(set) var projects = 0
  /// Parts of projects, which are not among these.
  package private(set) var parts = 0
  /// How many of the projects are product lines of a plan.
  package private(set) var productLines = 0
  /// How many of the projects are programmes of a plan.
  package private(set) var programmes = 0

  /// How many of the projects are nothing that gets built, but product lines or programmes of a plan.
  package var planItems: Int { productLines + programmes }

  /// - Parameters:
  ///   - listed: those to count; a part alone stands for its project.
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
    projects += 1
    switch status.project.nature {
    case .project: break
    case .productLine: productLines += 1
    case .programme: programmes += 1
    }
  }
}

extension Board {
  /// How many projects some statuses stand for: a project with several of its parts is one.
  package func counts(of statuses: some Sequence<ProjectStatus>) -> ProjectCounts {
    ProjectCounts(statuses, of: projects, hasParts: projectCounts.parts > 0)
  }

  /// The projects that some statuses stand for, each once: for a part the project that it is a part of.
  package func roots(of statuses: some Sequence<ProjectStatus>) -> [ProjectStatus] {
    guard projectCounts.parts > 0 else { return Array(statuses) }
    var seen: Set<Int> = []
    return statuses.filter { seen.insert($0.root).inserted }.map { projects[$0.root] }
  }

  /// Where a project stands in ``projects``, also by the id of a record that is the same; nil when it is not known on the
  /// day.
  ///
  /// The board keeps the order of the files, so that a million projects need no second index.
  package func position(ofProject id: String) -> Int? { dataset.projects.place(of: id, among: projects) }

  /// The projects of some ids that are known on the day, each once and in the order of the ids.
  package func statuses(ofProjects ids: [String]) -> [ProjectStatus] {
    var seen: Set<Int> = []
    return ids.compactMap(position(ofProject:)).filter { seen.insert($0).inserted }.map { projects[$0] }
  }

  /// The plan that listed a project last, where it is over and nothing was reported since.
  package func lapsedPlan(of status: ProjectStatus) -> Plan? { status.lapsedPlan.map { dataset.plans[$0] } }

  /// Figures about a project, in the order of the files, also those about records that are the same.
  package func figures(of status: ProjectStatus) -> [Figure] {
    let ids = status.project.ids
    return figures.filter { $0.subject.kind == .project && ids.contains($0.subject.id) }
  }

  /// The parts of a project, at any depth, in the order of the files.
  package func parts(of status: ProjectStatus) -> [ProjectStatus] {
    projectCounts.parts == 0 || status.isPart ? [] : projects.filter { $0.isPart && $0.root == status.root }
  }
}

extension [ProjectStatus] {
  /// Calls `body` for every project that counts by itself, with the positions of all that counts as one with it: first its
  /// own, then those of its parts.
  func eachFamily(_ body: (_ members: [Int]) -> Void) {
    var parts: [Int: [Int]] = [:]
    for (index, status) in enumerated() where status.isPart { parts[status.root, default: []].append(index) }
    for (index, status) in enumerated() where !status.isPart {
      body(parts.isEmpty ? [index] : [index] + (parts[index] ?? []))
    }
  }

  /// The clusters of the projects at some positions, each once and with the first position that has it.
  func clusters(of members: [Int]) -> [(id: String, position: Int)] {
    first(of: members) { self[$0].project.clusters }
  }

  /// The parks of the projects at some positions, each once and with the first position that has it.
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
