import Domain
import Figures

/// The groups of related projects in a directory: records of the same project, and parts of one another.
///
/// The stage of a project can depend on related projects anywhere in the files.
struct ProjectGroups {
  /// The group of each related project, by project id.
  private var groups: [String: String] = [:]
  private(set) var sizes: [String: Int] = [:]

  /// - Parameter relations: pairs of project ids.
  init(_ relations: [(String, String)]) {
    for (left, right) in relations { join(left, right) }
    let ids = Array(groups.keys)
    for id in ids {
      let group = group(of: id)
      sizes[group, default: 0] += 1
      groups[id] = group
    }
  }

  /// Returns the group of a project; nil when it has no relations.
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

/// Rows to be passed on: they wait until there are enough of them, and until all related projects are read.
struct ProjectStreamRows {
  static let size = 500

  private enum Row {
    case ready(ProjectStatus)
    /// The id of a project whose group is incomplete, or has just become complete.
    case waiting(String)
  }

  private let board: ProjectBoard
  private let groups: ProjectGroups
  /// The projects of each group read so far.
  private var members: [String: [Project]] = [:]
  /// The projects of complete groups that are known on the day, by id.
  private var settled: [String: ProjectStatus] = [:]
  private var complete: Set<String> = []
  private var rows: [Row] = []
  /// The number of rows at the front that can be passed on.
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

  /// Returns the rows that can be passed on; nil when there are too few. A part is never small compared with the rest,
  /// so that each row is moved only a few times.
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

  /// Nil for a record that only duplicates another, and for a project that is not known on the day.
  private mutating func status(_ row: Row) -> ProjectStatus? {
    switch row {
    case .ready(let status): status
    case .waiting(let id): settled.removeValue(forKey: id)
    }
  }
}
