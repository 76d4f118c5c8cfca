import Canvas
import Domain
import Figures
import Output

/// The projects that a view shows, in its order, and their counts.
///
/// Rows are positions on the board, four bytes each. The order of all projects is kept beside them, so another filter
/// takes one pass over it. A narrower filter takes one pass over the previous rows.
struct ProjectRows: Sendable, RandomAccessCollection {
  /// What changed since the last but one publication day, the latest first; at most a hundred of each kind.
  struct Movements: Sendable {
    /// On another rung than then.
    var moved: [ProjectStatus] = []
    /// Mentioned for the first time since, and under way or halted.
    var begun: [ProjectStatus] = []
    /// Mentioned for the first time since, and planned or in reserve.
    var listed: [ProjectStatus] = []
    var all: [ProjectStatus] { moved + begun + listed }
  }

  /// The inputs of the rows, besides the board.
  struct Key: Equatable, Sendable {
    let filters: [String: String]
    let order: ProjectsPanel.Order
    /// The order of names depends on the shown language; nil for other orders.
    let language: Language?

    init(_ filters: [String: String], _ order: ProjectsPanel.Order, _ language: Language) {
      self.filters = filters
      self.order = order
      self.language = order == .name ? language : nil
    }

    /// Returns whether every project that passes these filters also passes the other ones.
    func isNarrower(than other: Key) -> Bool {
      other.filters.allSatisfy { filters[$0.key] == $0.value } && filters["nature"] == other.filters["nature"]
    }
  }

  let key: Key
  private let projects: [ProjectStatus]
  /// All projects in the order.
  private let order: [Int32]
  private let positions: [Int32]
  /// The counts of the shown projects.
  let counts: ProjectCounts
  let funnel: Funnel
  /// The projects on each rung, in the order. The last column has the projects whose stage is unknown. Parts are with
  /// their projects.
  private let columns: [[Int32]]
  /// The number of projects on each rung. Parts are counted with their project.
  private let columnCounts: [Int]
  /// The number of projects that are signed and not started, each counted with its parts.
  let waitingCount: Int
  /// The one of them that has waited longest; nil if there is none.
  let longestWaiting: ProjectStatus?
  /// The number of projects past an expected date, themselves or in a part.
  let overdueCount: Int
  /// The number of product lines and programmes that pass the filters: shown, or left out beside the projects.
  let planItems: Int
  /// How many of these are in a plan that is over, without any report since.
  let lapsedItems: Int
  /// How many of the overdue are parts of projects.
  let overdueParts: Int
  /// The number of projects whose expected date has passed without a newer document.
  let unreportedCount: Int
  /// The counts of projects listed in a plan that is over, without any report since.
  let lapsed: ProjectCounts
  /// The projects and parts that changed since the last but one publication day; see ``ProjectNews``.
  let movements: Movements
  /// The id of the project or part that moved last in the columns of projects that advanced; nil if none did.
  let newestMove: String?
  /// The columns of the table that hold something in the first thousand rows: investments in one row of twenty, others
  /// in any.
  let filledColumns: Set<String>
  /// Whether any project has a milestone of signing.
  let isSigningPrinted: Bool
  private let board: Board

  /// - Parameters:
  ///   - last: the previous rows of the same board.
  ///   - names: the name index of the board, if there is one.
  init(_ key: Key, of board: Board, after last: ProjectRows?, _ names: ProjectNames?) {
    let projects = board.projects
    let last = last.flatMap { $0.key.order == key.order && $0.key.language == key.language ? $0 : nil }
    let order = last?.order ?? ProjectRows.order(of: projects, key, board.dataset.units)
    let positions: [Int32]
    let showsAll =
      key.filters == ["nature": ProjectFilter.all]
      || (key.filters.isEmpty && (board.projectCounts.planItems == 0 || board.projectCounts.projects == 0))
    if showsAll {
      positions = order
    } else {
      let filter = ProjectFilter(key.filters, board, names)
      let candidates = last.flatMap { key.isNarrower(than: $0.key) ? $0.positions : nil } ?? order
      positions = candidates.filter { filter.passes(Int($0)) }
    }
    (self.key, self.board, self.projects, self.order, self.positions) = (
      key, board, projects, order, positions
    )
    let shown = positions.lazy.map { projects[Int($0)] }
    filledColumns = ProjectRows.filledColumns(Array(shown.prefix(1000)))
    counts = showsAll ? board.projectCounts : board.counts(of: shown)
    funnel =
      showsAll || key.filters.isEmpty
      ? board.pipeline.funnel
      : Funnel(board.roots(of: shown), in: board.dataset, sources: board.sources)
    let items = ProjectRows.planItems(key.filters, board, names)
    (planItems, lapsedItems) = (items.all, items.lapsed)
    var columns = [[Int32]](repeating: [], count: Rung.allCases.count + 1)
    var columnCounts = [Int](repeating: 0, count: columns.count)
    var (lastRoot, lastWaiting) = (-1, -1)
    var longest: (wait: Int, position: Int32)?
    var waitingCount = 0
    var (lapsed, overdue, unreported): ([Int32], [Int32], [Int32]) = ([], [], [])
    var (moved, begun) = (LatestProjects(atMost: 100), LatestProjects(atMost: 100))
    var listed = LatestProjects(atMost: 100)
    var newest = LatestProjects(atMost: 1)
    let news = ProjectNews(board, since: board.previousPublication ?? board.asOf)
    for position in positions {
      let status = projects[Int(position)]
      switch news.change(of: status) {
      case .moved: moved.add(status, at: Int(position))
      case .listed where status.hasMoved: begun.add(status, at: Int(position))
      case .listed: listed.add(status, at: Int(position))
      case nil: break
      }
      if status.hasMoved, let root = projects[status.root].rung, root > .reserve, root < .stalled {
        newest.add(status, at: Int(position))
      }
      if status.lapsedPlan != nil { lapsed.append(position) }
      if status.isOverdue { overdue.append(position) }
      if status.isUnreported { unreported.append(position) }
      let column = projects[status.root].rung?.order ?? Rung.allCases.count
      columns[column].append(position)
      // Parts follow their project in every order.
      if status.root != lastRoot { columnCounts[column] += 1 }
      lastRoot = status.root
      guard status.isWaiting, let wait = status.waiting?.shortest else { continue }
      if status.root != lastWaiting { waitingCount += 1 }
      lastWaiting = status.root
      if wait > longest?.wait ?? -1 { longest = (wait, position) }
    }
    (self.columns, self.columnCounts) = (columns, columnCounts)
    self.waitingCount = waitingCount
    self.lapsed = board.counts(of: lapsed.lazy.map { projects[Int($0)] })
    let late = board.counts(of: overdue.lazy.map { projects[Int($0)] })
    overdueCount = late.projects + late.planItems
    overdueParts = late.parts
    let unknown = board.counts(of: unreported.lazy.map { projects[Int($0)] })
    unreportedCount = unknown.projects + unknown.planItems
    movements = Movements(
      moved: moved.positions.map { projects[$0] }, begun: begun.positions.map { projects[$0] },
      listed: listed.positions.map { projects[$0] })
    newestMove = newest.positions.first.map { projects[$0].project.id }
    longestWaiting = longest.map { projects[Int($0.position)] }
    isSigningPrinted =
      longest != nil
      || positions.contains { position in
        projects[Int(position)].milestones.contains {
          !$0.isExpected && board.dataset.rung(of: $0.stage) == .signed
        }
      }
  }

  var startIndex: Int { positions.startIndex }
  var endIndex: Int { positions.endIndex }
  subscript(index: Int) -> ProjectStatus { projects[Int(positions[index])] }

  /// The stages that have a project, up the ladder. Nil, for an unknown stage, is last.
  var rungs: [Rung?] {
    (Rung.allCases.map(Optional.some) + [nil]).filter { !column($0).isEmpty }
  }

  /// Returns the projects of a stage, with their parts.
  func column(_ rung: Rung?) -> Column {
    let place = rung?.order ?? Rung.allCases.count
    return Column(positions: columns[place], projectCount: columnCounts[place], board: board)
  }

  /// Some of the projects of a board.
  struct Column: SelectableRows {
    fileprivate let positions: [Int32]
    /// The number of projects, each counted with its parts.
    let projectCount: Int
    fileprivate let board: Board

    var count: Int { positions.count }
    var isEmpty: Bool { positions.isEmpty }
    subscript(index: Int) -> ProjectStatus { board.projects[Int(positions[index])] }
    func id(at index: Int) -> String { self[index].project.id }

    func index(ofID id: String) -> Int? {
      board.position(ofProject: id).flatMap { positions.firstIndex(of: Int32($0)) }
    }
  }
}

extension ProjectRows: SelectableRows {
  func id(at index: Int) -> String { self[index].project.id }

  func index(ofID id: String) -> Int? {
    board.position(ofProject: id).flatMap { positions.firstIndex(of: Int32($0)) }
  }
}

extension ProjectRows {
  /// Returns how many product lines and programmes pass some filters, whatever these say about them, and how many of
  /// those are in a plan that is over.
  private static func planItems(_ filters: [String: String], _ board: Board, _ names: ProjectNames?) -> (
    all: Int, lapsed: Int
  ) {
    guard board.projectCounts.planItems > 0 else { return (0, 0) }
    var filters = filters
    filters["nature"] = ProjectFilter.all
    let filter = ProjectFilter(filters, board, names)
    let found = board.projects.indices.filter {
      !board.projects[board.projects[$0].root].project.isBuilt && filter.passes($0)
    }.map { board.projects[$0] }
    return (
      board.counts(of: found).planItems, board.counts(of: found.filter { $0.lapsedPlan != nil }).planItems
    )
  }

  private static func filledColumns(_ rows: [ProjectStatus]) -> Set<String> {
    var filled: Set<String> = []
    func add(_ key: String, _ isFilled: (ProjectStatus) -> Bool) {
      if rows.contains(where: isFilled) { filled.insert(key) }
    }
    add("cluster") { !$0.project.clusters.isEmpty }
    add("expected") { $0.expected != nil || $0.isWaiting }
    add("owner") { $0.project.firm != nil || $0.project.owner != nil }
    if 20 * rows.count(where: { $0.investment != nil }) >= Swift.max(1, rows.count) {
      filled.insert("investment")
    }
    return filled
  }

  /// Returns all projects in an order, each followed by its parts. Equal ones keep the order of the files.
  private static func order(of projects: [ProjectStatus], _ key: Key, _ units: Records<Unit>) -> [Int32] {
    switch key.order {
    case .stage: sorted(projects) { $0.stagePlace }
    case .date: sorted(projects) { -($0.since ?? .distantPast).number }
    case .investment:
      sorted(projects) { status in
        status.investment.map { -$0.value * (units[$0.unit]?.scale ?? 1) } ?? 1
      }
    case .waiting: sorted(projects) { -($0.waiting?.shortest ?? -1) }
    case .name: sorted(projects) { CollationKey($0.project.name[key.language ?? .zh]) }
    }
  }

  private static func sorted<Value: Comparable>(
    _ projects: [ProjectStatus], by value: (ProjectStatus) -> Value
  ) -> [Int32] {
    var places: [(value: Value, root: Int32, isPart: Int8, position: Int32)] = []
    places.reserveCapacity(projects.count)
    for (position, status) in projects.enumerated() {
      let key = status.isPart ? value(projects[status.root]) : value(status)
      places.append((key, Int32(status.root), status.isPart ? 1 : 0, Int32(position)))
    }
    places.sort { $0 < $1 }
    return places.map(\.position)
  }

}

extension ProjectStatus {
  /// The place in the order by stage: those that advanced, the furthest first, then those off the ladder, then the
  /// intentions; within a stage the latest first.
  fileprivate var stagePlace: Int {
    let rung = rung ?? .planned
    let last = Rung.allCases.count
    let place =
      rung > .reserve && rung < .stalled ? -rung.order : rung <= .reserve ? 2 * last - rung.order : last
    // Day numbers have at most seven digits.
    return place * 10_000_000 - stageDay.number
  }
}
