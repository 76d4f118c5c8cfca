import Domain
import Figures

/// Which projects of a directory are related: the same as one another, or part of one another.
///
/// Where a project stands can depend on those that it is related to, wherever in the files they are.
struct ProjectGroups {
  /// The group of each project that is related to any, by its id.
  private var groups: [String: String] = [:]
  private(set) var sizes: [String: Int] = [:]

  /// - Parameter relations: pairs of ids.
  init(_ relations: [(String, String)]) {
    for (left, right) in relations { join(left, right) }
    let ids = Array(groups.keys)
    for id in ids {
      let group = group(of: id)
      sizes[group, default: 0] += 1
      groups[id] = group
    }
  }

  /// Nil for a project that is related to none.
  func known(_ id: String) -> String? { groups[id] }

  private mutating func join(_ left: String, _ right: String) {
    let (first, second) = (group(of: left), group(of: right))
    groups[first] = first
    groups[second] = first
  }

  private mutating func group(of id: String) -> String {
    var (group, path) = (id, [String]())
    while let next = groups[group], next != group {
      path.append(group)
      group = next
    }
    for step in path { groups[step] = group }
    return group
  }
}

/// Rows that wait to be given away: for others to come along, and for the projects that they are related to.
struct ProjectStreamRows {
  static let size = 500

  private enum Row {
    case ready(ProjectStatus)
    /// The id of a project whose group is not complete, or has just become so.
    case waiting(String)
  }

  private let board: ProjectBoard
  private let groups: ProjectGroups
  /// The projects of each group that have come so far.
  private var members: [String: [Project]] = [:]
  /// The projects of complete groups that are known on the day, by their ids.
  private var settled: [String: ProjectStatus] = [:]
  private var complete: Set<String> = []
  private var rows: [Row] = []
  /// So many at the front can go.
  private var ready = 0

  init(_ board: ProjectBoard, _ groups: ProjectGroups) {
    (self.board, self.groups) = (board, groups)
  }

  mutating func add(_ project: Project) {
    guard let group = groups.known(project.id) else {
      if let status = board.status(ofUnrelated: project) { rows.append(.ready(status)) }
      return
    }
    rows.append(.waiting(project.id))
    members[group, default: []].append(project)
    guard let all = members[group], all.count == groups.sizes[group] else { return }
    for status in board.statuses(of: Records(all)) { settled[status.project.id] = status }
    complete.insert(group)
    members[group] = nil
  }

  /// The rows that can go. A part is never small beside what stays, so that each row is moved a few times at most.
  mutating func nextPart(isLast: Bool) -> [ProjectStatus]? {
    while ready < rows.count, isReady(rows[ready]) { ready += 1 }
    guard isLast ? ready > 0 : ready >= Self.size && ready * 4 >= rows.count else { return nil }
    let part = rows[..<ready].compactMap { status($0) }
    rows.removeFirst(ready)
    ready = 0
    return part
  }

  private func isReady(_ row: Row) -> Bool {
    switch row {
    case .ready: true
    case .waiting(let id): groups.known(id).map(complete.contains) ?? true
    }
  }

  /// Nil for a record that is only another name, and for a project that is not known on the day.
  private mutating func status(_ row: Row) -> ProjectStatus? {
    switch row {
    case .ready(let status): status
    case .waiting(let id): settled.removeValue(forKey: id)
    }
  }
}
