import Canvas
import Domain
import Figures

/// The rows of the dispatch view, in groups with a heading each.
struct DispatchList {
  /// A record under the cursor.
  enum Item {
    case light(LightHistory)
    case problem(ProblemStanding)
    case decision(DecisionStanding)
    case duty(DutyRow)
    case cluster(DispatchRank)
    case unit(DispatchRank)
    /// A task that describes how the district is steered.
    case mechanism(TaskStanding)
    /// A measure that recurs.
    case measure(Measure)

    /// The id in the view's selection.
    var id: String {
      switch self {
      case .light(let history): "light/\(history.id)"
      case .problem(let row): "problem/\(row.problem.id)"
      case .decision(let row): "decision/\(row.decision.id)"
      case .duty(let row): "duty/\(row.duty.id)"
      case .cluster(let rank): "cluster/\(rank.id)"
      case .unit(let rank): "organisation/\(rank.id)"
      case .mechanism(let task): "task/\(task.task.id)"
      case .measure(let measure): "measure/\(measure.id)"
      }
    }

    func name(_ dataset: Dataset) -> Name {
      switch self {
      case .light(let history): dataset.name(of: history)
      case .problem(let row): row.problem.title
      case .decision(let row): row.decision.title
      case .duty(let row): row.duty.name
      case .cluster(let rank), .unit(let rank): rank.name
      case .mechanism(let task): task.task.name
      case .measure(let measure): measure.name
      }
    }
  }

  struct Row {
    /// Unique in the list: a record that goes up is listed twice.
    var id: String
    var item: Item
    var cells: [Table.Content]
    var citations: [Citation] = []
  }

  struct Group {
    var title: String
    /// What an empty group says.
    var empty: String
    var rows: [Row]
  }

  let board: DispatchBoard
  let arrangement: DispatchPanel.Arrangement
  private(set) var groups: [Group] = []
  private(set) var columns: [Table.Column] = []
  let context: PanelContext
  let unit: String?

  var rows: [Row] { groups.flatMap(\.rows) }

  init(
    _ board: DispatchBoard, _ arrangement: DispatchPanel.Arrangement, unit: String?, _ context: PanelContext
  ) {
    (self.board, self.arrangement, self.unit, self.context) = (board, arrangement, unit, context)
    if board.isEmpty {
      (columns, groups) = mechanisms
      return
    }
    switch arrangement {
    case .dispatch: (columns, groups) = dispatch
    case .lights: (columns, groups) = lights
    case .matters: (columns, groups) = matters
    case .reports: (columns, groups) = reports
    case .ranking: (columns, groups) = ranking
    }
  }

  /// Returns the record with the id of a row, listed or not.
  static func item(_ id: String, _ board: DispatchBoard) -> Item? {
    let items =
      board.lights.map(Item.light) + board.problems.map(Item.problem) + board.decisions.map(Item.decision)
      + board.duties.map(Item.duty) + board.clusters.map(Item.cluster) + board.units.map(Item.unit)
    let bare = id.hasPrefix("up/") ? String(id.dropFirst(3)) : id
    return items.first { $0.id == bare }
  }
}
