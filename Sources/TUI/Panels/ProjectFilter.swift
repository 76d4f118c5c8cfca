import Domain
import Figures
import Output

/// The projects of a board that pass the filters of a view. Values needed for every project are looked up once.
struct ProjectFilter {
  private let stage: Rung??
  private let cluster: String?
  private let park: String?
  private let owner: String?
  private let isOverdue: Bool
  private let isUnreported: Bool
  private let isLapsed: Bool
  private let isWaiting: Bool
  private let nature: Project.Nature??
  private let projects: [ProjectStatus]
  /// For each project position, whether the filter text is in its names; nil without a name index or a text filter.
  private let found: [Bool]?
  private let nameFilter: NameFilter?
  private let dataset: Dataset

  /// The value of the filter of natures for which product lines and programmes pass as well.
  static let all = "all"

  /// - Parameter names: the index for text filters; without it each name is compared.
  init(_ filters: [String: String], _ board: Board, _ names: ProjectNames?) {
    let text = filters["text"]
    projects = board.projects
    found = text.flatMap { text in names.map { $0.matches(text) } }
    nameFilter = found == nil ? text.map { NameFilter($0) } : nil
    stage = filters["stage"].map { Rung(rawValue: $0) }
    cluster = filters["cluster"]
    park = filters["park"]
    owner = filters["owner"]
    isOverdue = filters["overdue"] != nil
    isUnreported = filters["unreported"] != nil
    isLapsed = filters["lapsed"] != nil
    isWaiting = filters["waiting"] != nil
    // Without a choice only construction projects pass, if there are any; what is late or waits counts whatever it is.
    switch filters["nature"] {
    case ProjectFilter.all?: nature = nil
    case let value?: nature = .some(Project.Nature(rawValue: value))
    case nil where isOverdue || isUnreported || isWaiting: nature = nil
    case nil: nature = board.projectCounts.projects > 0 && board.projectCounts.planItems > 0 ? .project : nil
    }
    dataset = board.dataset
  }

  /// Returns whether a project passes the filters.
  ///
  /// - Parameter position: the position of the project on the board.
  func passes(_ position: Int) -> Bool {
    if let found, !found[position] { return false }
    let status = projects[position]
    // An unknown stage matches nothing. A part has the stage of its project.
    if let stage, stage == nil || projects[status.root].rung != stage { return false }
    if let nature, nature == nil || projects[status.root].project.nature != nature { return false }
    if isOverdue, !status.isOverdue { return false }
    if isUnreported, !status.isUnreported { return false }
    if isLapsed, status.lapsedPlan == nil { return false }
    if isWaiting, !status.isWaiting { return false }
    let project = status.project
    if let cluster, !project.clusters.contains(cluster) { return false }
    if let park, project.park != park { return false }
    if let owner, project.firm != owner { return false }
    return nameFilter?.matches(names(of: project)) ?? true
  }

  /// Returns the names and the code of the project, and the names of its owner and of its park.
  private func names(of project: Project) -> [Name] {
    var names = project.names + dataset.ownerNames(of: project)
    if let code = project.code { names.append(Name(both: code)) }
    if let park = project.park.flatMap({ dataset.parks[$0] }) { names.append(park.name) }
    return names
  }
}
