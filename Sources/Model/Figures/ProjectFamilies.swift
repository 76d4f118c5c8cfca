import Domain

/// Relates the projects of a day: what is part of what.
///
/// A part counts with the project that it is a part of, at any depth, and never beside it. The stage of the whole is its
/// own; where no document gives it one, it is that of the furthest of its parts.
struct ProjectFamilies {
  /// All records, also those that are not known on the day.
  let projects: Records<Project>
  /// More steps up than these are a loop, which the loader refuses.
  private static let depth = 20

  init(_ projects: Records<Project>) { self.projects = projects }

  /// - Parameter statuses: those known on the day, in the order of the table.
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

  /// The position of the nearest project above that is known.
  private func parent(of project: Project, among statuses: [ProjectStatus]) -> Int? {
    var next = project.parent
    for _ in 0..<Self.depth {
      guard let id = next else { return nil }
      if let place = projects.place(of: id, among: statuses) { return place }
      next = projects[id]?.parent
    }
    return nil
  }

  /// The positions of all that a project is a part of, the nearest first.
  private func chain(above index: Int, _ parents: [Int?]) -> [Int] {
    var chain: [Int] = []
    var next = parents[index]
    while let parent = next, parent != index, chain.count < Self.depth {
      chain.append(parent)
      next = parents[parent]
    }
    return chain
  }

  /// The wholes without a stage of their own, each with its parts that have one.
  private func staged(_ statuses: [ProjectStatus], _ chains: [[Int]]) -> [Int: [ProjectStatus]] {
    var parts: [Int: [ProjectStatus]] = [:]
    for (index, chain) in chains.enumerated() where statuses[index].hasOwnStage {
      for whole in chain where !statuses[whole].hasOwnStage {
        parts[whole, default: []].append(statuses[index])
      }
    }
    return parts
  }
}

extension Records where Element == Project {
  /// Where a project stands among statuses that have the order of this table, also by the id of a record that is the same;
  /// nil when it is not among them.
  func place(of id: String, among statuses: [ProjectStatus]) -> Int? {
    guard let place = position(of: self[id]?.sameAs ?? id) else { return nil }
    var (low, high) = (statuses.startIndex, statuses.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if position(of: statuses[middle].project.id) ?? .max < place { low = middle + 1 } else { high = middle }
    }
    return statuses.indices.contains(low) && position(of: statuses[low].project.id) == place ? low : nil
  }

  /// The records that are only other names of a project, by its id.
  var twins: [String: [Project]] {
    var twins: [String: [Project]] = [:]
    for project in self {
      if let target = project.sameAs { twins[target, default: []].append(project) }
    }
    return twins
  }
}
