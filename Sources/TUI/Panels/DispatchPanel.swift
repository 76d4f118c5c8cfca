import Canvas
import Domain
import Figures
import Output

/// The month of the office: lights that changed, problems, reports, decisions, and who rose and who fell.
struct DispatchPanel: Panel {
  static let id = ViewID.dispatch
  static let title = Name(zh: "调度", en: "Dispatch")
  static let shortTitle = Name(zh: "调度", en: "Month")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "亮灯/问题/报送/排名", "lights/problems/reports/ranking", id: "dispatch.arrange") {
      view, context in
      DispatchPanel().recorded(context) ?? DispatchPanel().arrange(&view)
    },
    Binding(
      "-", "上一期", "earlier period", id: "dispatch.earlier", isForRecords: true,
      perform: { view, context in
        DispatchPanel().recorded(context) ?? DispatchPanel().step(-1, &view, context)
      }),
    Binding(
      "= +", "下一期", "later period", id: "dispatch.later", isForRecords: true,
      perform: { view, context in DispatchPanel().recorded(context) ?? DispatchPanel().step(1, &view, context)
      }),
    Binding("c .", "单位", "unit", id: "dispatch.unit", choosing: "unit"),
    Binding("x Del", "清除筛选", "clear filters", id: "dispatch.clear") { view, _ in view.filters = [:] },
    .citations,
  ]
  static let filters = ["unit", "period"]

  /// What the view lists.
  enum Arrangement: Int, CaseIterable {
    case dispatch, lights, matters, reports, ranking

    var name: Name {
      switch self {
      case .dispatch: Name(zh: "本期调度", en: "Dispatch")
      case .lights: Name(zh: "亮灯", en: "Lights")
      case .matters: Name(zh: "问题与决定", en: "Problems and decisions")
      case .reports: Name(zh: "报送", en: "Reports")
      case .ranking: Name(zh: "排名", en: "Ranking")
      }
    }
  }

  // MARK: Content

  /// The board of a period.
  struct Prepared: Sendable {
    let period: String?
    let board: DispatchBoard
  }

  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)? {
    Prepared(period: view.filters["period"], board: DispatchPanel.board(view, context))
  }

  /// Returns the board of the chosen period, or of the last one.
  static func board(_ view: ViewState, _ context: PanelContext) -> DispatchBoard {
    let wanted = view.filters["period"]
    if let kept = context.prepared as? Prepared, kept.period == wanted { return kept.board }
    let rules = context.board.complete.info.dispatch ?? DispatchRules()
    let day = wanted.flatMap { PartialDate.span($0.prefix(7)) }?.first
    return DispatchBoard(context.board, period: day.map { rules.period(containing: $0) })
  }

  /// Returns the units that problems, decisions and duties name, each once.
  static func units(of board: DispatchBoard) -> [String] {
    var seen: Set<String> = []
    let all =
      board.duties.map(\.duty.unit) + board.problems.compactMap(\.problem.unit)
      + board.decisions.flatMap(\.decision.units)
    return all.filter { seen.insert($0).inserted }
  }

  /// Returns what a key that turns to other records says where nothing is recorded; nil where something is.
  private func recorded(_ context: PanelContext) -> PanelEffect? {
    context.board.hasMonth ? nil : .say(Name(zh: "没有调度记录", en: "nothing is recorded"))
  }

  func hints(_ view: ViewState, in context: PanelContext) -> [KeyHint] {
    let hints = view.isOpen ? recordHints : Self.keys.map(\.hint)
    guard !context.board.hasMonth else { return hints }
    let idle = ["dispatch.arrange", "dispatch.earlier", "dispatch.later", "dispatch.unit", "dispatch.clear"]
    return hints.filter { hint in !(hint.id.map(idle.contains) ?? false) }
  }

  private func arrange(_ view: inout ViewState) -> PanelEffect? {
    view.mode = (view.mode + 1) % Arrangement.allCases.count
    view.selection = nil
    return nil
  }

  /// Returns the units, each with the number of rows about it.
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    func count(_ unit: String?) -> Int {
      var view = view
      view.filters[name] = unit
      return list(view, context).rows.count
    }
    let units = DispatchPanel.units(of: DispatchPanel.board(view, context))
    return [.all(count(nil))]
      + units.map { unit in
        FilterValue(
          unit, context.dataset.organisations[unit]?.name ?? Name(both: unit), count: count(unit))
      }.including(view.filters[name], Name(both: label(ofFilter: name, view, in: context)))
  }

  func setFilter(_ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext) {
    view.filters[name] = value
    view.selection = nil
  }

  private func step(_ count: Int, _ view: inout ViewState, _ context: PanelContext) -> PanelEffect? {
    let board = DispatchPanel.board(view, context)
    let last = DispatchBoard(context.board).period
    let next = min(board.period.advanced(by: count), last)
    if let first = board.lights.first?.cells.first?.period, next < first { return nil }
    view.filters["period"] = next == last ? nil : String(next.start.description.prefix(7))
    return nil
  }

  func list(_ view: ViewState, _ context: PanelContext) -> DispatchList {
    DispatchList(
      DispatchPanel.board(view, context),
      Arrangement(rawValue: view.mode % Arrangement.allCases.count) ?? .dispatch,
      unit: view.filters["unit"], context)
  }

  func item(_ view: ViewState, _ context: PanelContext) -> DispatchList.Item? {
    let list = list(view, context)
    if let selection = view.selection {
      if let row = list.rows.first(where: { $0.id == selection }) { return row.item }
      // A record opened from elsewhere need not be listed.
      if view.isOpen { return DispatchList.item(selection, list.board) }
    }
    return list.rows.first?.item
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.isOpen, key == .enter {
      return item(view, context).flatMap { target(of: $0, context) } ?? .stay
    }
    let ids = list(view, context).rows.map(\.id)
    return moveSelection(&view, in: context, on: key, through: ids, page: max(1, context.height - 6))
  }

  /// Returns the view that shows what a record is about.
  private func target(of item: DispatchList.Item, _ context: PanelContext) -> PanelEffect? {
    switch item {
    case .light(let history): target(history.subject, history.indicator.id, context)
    case .problem(let row): target(row.problem.about, context)
    case .decision(let row): target(row.decision.about, context)
    case .duty(let row): .go(to: ViewID.tasks, at: .opened(row.duty.unit))
    case .cluster(let rank): .go(to: ViewID.clusters, at: .opened(rank.id))
    case .unit(let rank): .go(to: ViewID.tasks, at: .opened(rank.id))
    case .mechanism(let task): .go(to: ViewID.tasks, at: .opened(task.task.id))
    case .measure(let measure): .go(to: ViewID.policies, at: .opened(measure.id))
    }
  }

  private func target(_ about: Matter, _ context: PanelContext) -> PanelEffect? {
    if let task = about.task { return .go(to: ViewID.tasks, at: .opened(task)) }
    return target(about.subject, about.indicator, context)
  }

  private func target(_ subject: Subject, _ indicator: String?, _ context: PanelContext) -> PanelEffect? {
    if let row = indicator.flatMap({ context.board.headline($0, of: subject) }) {
      return .go(to: ViewID.targets, at: .opened(row.target.id))
    }
    switch subject.kind {
    case .cluster: return .go(to: ViewID.clusters, at: .opened(subject.id))
    case .project: return .go(to: ViewID.projects, at: .opened(subject.id))
    case .park: return .go(to: ViewID.park, at: .opened(subject.id))
    case .organisation, .programme: return .go(to: ViewID.tasks, at: .opened(subject.id))
    case .firm, nil: return nil
    }
  }

  // MARK: Names

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    let value = view.filters[name] ?? ""
    return name == "unit"
      ? context.dataset.organisations[value].map { context.text($0.name) } ?? value
      : DispatchPanel.board(view, context).period.label(context.language)
  }

  func name(of id: String, in context: PanelContext) -> Name? {
    DispatchList.item(id, DispatchBoard(context.board)).map { $0.name(context.dataset) }
  }

  func records(in context: PanelContext) -> [PanelRecord] {
    let board = DispatchBoard(context.board)
    return board.lights.map {
      PanelRecord(id: "light/\($0.id)", names: [context.dataset.name(of: $0)], mode: 1)
    }
      + board.problems.map { PanelRecord(id: "problem/\($0.problem.id)", names: [$0.problem.title], mode: 2) }
      + board.decisions.map {
        PanelRecord(id: "decision/\($0.decision.id)", names: [$0.decision.title], mode: 2)
      }
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    switch item(view, context) {
    case .light(let history)?:
      let target = context.board.headline(history.indicator.id, of: history.subject)?.target
      return [history.last.actual, target].compactMap(\.self).map(context.statement)
    case .problem(let row)?:
      return [said(row.problem.title, row.supervision.state.name, row.problem.citations)]
        + row.problem.history.filter { !$0.citations.isEmpty }.map {
          said($0.state.name, $0.text, $0.citations)
        }
    case .decision(let row)?: return [said(row.decision.title, row.decision.meeting, row.decision.citations)]
    case .duty(let row)?: return [said(row.duty.name, nil, row.duty.citations)]
    case .mechanism(let task)?: return [said(task.task.name, task.task.dueNote, task.task.citations)]
    case .measure(let measure)?: return [said(measure.name, nil, measure.citations)]
    case .cluster, .unit, nil: return []
    }
  }

  private func said(_ label: Name, _ value: Name?, _ citations: [Citation]) -> Statement {
    Statement(label: label, value: value ?? Name(both: ""), citations: citations)
  }
}
