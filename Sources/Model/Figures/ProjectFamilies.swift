import Domain

/// Links the projects of a day to their parts.
///
/// A part counts with its project, at any depth, and never separately. The stage of a whole is its own; if no document
/// reports more than an intention of the whole, it is that of its furthest part, in general at most under construction; see
/// `ProjectStatus.takeStage`.
struct ProjectFamilies {
  /// All records, including those not known on the day.
  let projects: Records<Project>
  /// The maximum depth; a longer chain is a cycle, which the loader rejects.
  private static let depth = 20

  init(_ projects: Records<Project>) { self.projects = projects }

  /// Sets the parent, root and stage of each status.
  ///
  /// - Parameter statuses: the statuses known on the day, in the order of `projects`.
  func link(_ statuses: inout [ProjectStatus]) {
    for index in statuses.indices { statuses[index].place(root: index) }
    guard statuses.contains(where: { $0.project.parent != nil }) else { return }
    let parents = statuses.map { parent(of: $0.project, among: statuses) }
    let chains = parents.indices.map { chain(above: $0, parents) }
    for (index, chain) in chains.enumerated() {
      guard let parent = chain.first, let root = chain.last else { continue }
      statuses[index].place(root: root, parent: statuses[parent].project)
      statuses[root].add(part: statuses[index])
    }
    for (whole, parts) in staged(statuses, chains) { statuses[whole].takeStage(of: parts) }
  }

  /// Returns the position of the nearest known project above; nil if there is none.
  private func parent(of project: Project, among statuses: [ProjectStatus]) -> Int? {
    var next = project.parent
    for _ in 0..<Self.depth {
      guard let id = next else { return nil }
      if let place = projects.place(of: id, among: statuses) { return place }
      next = projects[id]?.parent
    }
    return nil
  }

  /// Returns the positions of all projects that contain it, the nearest first.
  private func chain(above index: Int, _ parents: [Int?]) -> [Int] {
    var chain: [Int] = []
    var next = parents[index]
    while let parent = next, parent != index, chain.count < Self.depth {
      chain.append(parent)
      next = parents[parent]
    }
    return chain
  }

  /// Returns the wholes that take their stage from a part, each with its parts; without those that have no stage if
  /// the whole has none itself.
  private func staged(_ statuses: [ProjectStatus], _ chains: [[Int]]) -> [Int: [ProjectStatus]] {
    var parts: [Int: [ProjectStatus]] = [:]
    for (index, chain) in chains.enumerated() where statuses[index].hasOwnStage {
      for whole in chain where statuses[whole].yieldsToParts {
        parts[whole, default: []].append(statuses[index])
      }
    }
    return parts
  }
}

extension Records where Element == Project {
  /// Returns the position of a project among statuses in the order of this table, also by the id of one of its duplicates;
  /// nil if it is not among them. O(log n).
  func place(of id: String, among statuses: [ProjectStatus]) -> Int? {
    guard let place = position(of: self[id]?.sameAs ?? id) else { return nil }
    var (low, high) = (statuses.startIndex, statuses.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if position(of: statuses[middle].project.id) ?? .max < place { low = middle + 1 } else { high = middle }
    }
    return statuses.indices.contains(low) && position(of: statuses[low].project.id) == place ? low : nil
  }

  /// The records that only name a project differently, by its id.
  var duplicates: [String: [Project]] {
    var duplicates: [String: [Project]] = [:]
    for project in self {
      if let target = project.sameAs { duplicates[target, default: []].append(project) }
    }
    return duplicates
  }
}
