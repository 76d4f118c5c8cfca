import Canvas
import Domain
import Figures
import Output

/// The measures by topic, the strengths of the district by category, and its firms by the rung that they reached.
struct PoliciesPanel: Panel {
  static let id = ViewID.policies
  static let title = Name(zh: "政策", en: "Policies")
  static let shortTitle = Name(zh: "政策", en: "Policy")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "措施/优势/企业", "measures/strengths/firms", id: "policies.arrange") { view, context in
      PoliciesPanel().turn(&view, context)
    },
    Binding(",", "筛选文字", "filter text", id: "policies.filter-text") { view, _ in view.beginFilter() },
    Binding("c .", "类别", "category", id: "policies.group", choosing: "group"),
    Binding("x Del", "清除筛选", "clear filters", id: "policies.clear") { view, _ in view.filters = [:] },
    .citations,
  ]

  /// What the view lists at a time.
  enum Part: Int, CaseIterable {
    case measures, strengths, firms
  }

  /// A record under the cursor.
  enum Item {
    case measure(Measure)
    case strength(Strength)
    case firm(Firm)

    /// Its id in the view's selection: a measure has its own id, others have their kind before it.
    var key: String {
      switch self {
      case .measure(let measure): measure.id
      case .strength(let strength): Item.strength + strength.id
      case .firm(let firm): Item.firm + firm.id
      }
    }

    var name: Name {
      switch self {
      case .measure(let measure): measure.name
      case .strength(let strength): strength.name
      case .firm(let firm): firm.name
      }
    }

    var citations: [Citation] {
      switch self {
      case .measure(let measure): measure.citations
      case .strength(let strength): strength.citations
      case .firm(let firm): firm.citations
      }
    }

    static let strength = "strength/"
    static let firm = "enterprise/"
  }

  /// The records of one topic, category or rung.
  struct Group {
    var id: String
    var name: Name
    var items: [Item]
  }

  /// The listed records of one part.
  struct List {
    var part: Part
    /// All groups of the part that have records.
    var all: [Group]
    /// The groups after the filters are applied.
    var groups: [Group]
    var items: [Item] { groups.flatMap(\.items) }
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.input != nil {
      if view.typeFilter(key) { view.selection = nil }
      return .stay
    }
    let list = list(view, context)
    if view.isOpen, key == .enter, let item = item(view, context, list) {
      return destination(of: item, context) ?? .stay
    }
    return moveSelection(&view, in: context, on: key, through: list.items.map(\.key), page: 10)
  }

  /// Shows the next part that has records.
  private func turn(_ view: inout ViewState, _ context: PanelContext) {
    let parts = parts(context)
    let next = (parts.firstIndex(of: part(view, context)) ?? 0) + 1
    view.mode = (parts.isEmpty ? .measures : parts[next % parts.count]).rawValue
    view.selection = nil
    view.filters = [:]
  }

  /// Returns the topics, categories or rungs of the shown part, each with the number of its records.
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    var others = view
    others.filters[name] = nil
    let list = list(others, context)
    return [.all(list.items.count)]
      + list.groups.map { FilterValue($0.id, $0.name, count: $0.items.count) }
      .including(view.filters[name], Name(both: label(ofFilter: name, view, in: context)))
  }

  func setFilter(_ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext) {
    let part = part(view, context)
    view.filters[name] = value
    (view.selection, view.mode) = (nil, part.rawValue)
  }

  /// Returns the view that shows what an opened record is about: the task of a measure, the projects of a firm, the
  /// document of a strength; nil if there is none.
  func destination(of item: Item, _ context: PanelContext) -> PanelEffect? {
    switch item {
    case .measure(let measure):
      if let task = measure.tasks.first { return .go(to: ViewID.tasks, at: .opened(task)) }
    case .firm(let firm):
      if context.board.projects.contains(where: { $0.project.firm == firm.id }) {
        return .go(to: ViewID.projects, filters: ["owner": firm.id])
      }
    case .strength: break
    }
    return item.citations.first.map { .go(to: ViewID.sources, at: .opened($0.source)) }
  }

  // MARK: Content

  /// Returns the parts that have records on the day.
  func parts(_ context: PanelContext) -> [Part] { Part.allCases.filter { count(of: $0, context) > 0 } }

  func count(of part: Part, _ context: PanelContext) -> Int {
    let board = context.board
    return switch part {
    case .measures: context.dataset.measures.count { board.isKnown($0.citations) }
    case .strengths: context.dataset.strengths.count { board.isKnown($0.citations) }
    case .firms: context.dataset.firms.count { board.isKnown($0.citations) }
    }
  }

  /// Returns the part that is shown. A selection that another view set decides it; without one the mode does.
  func part(_ view: ViewState, _ context: PanelContext) -> Part {
    if let selection = view.selection {
      if selection.hasPrefix(Item.strength) { return .strengths }
      if selection.hasPrefix(Item.firm) { return .firms }
      if context.dataset.measures[selection] != nil { return .measures }
    }
    let wanted = Part(rawValue: view.mode % Part.allCases.count) ?? .measures
    let parts = parts(context)
    return parts.contains(wanted) ? wanted : parts.first ?? .measures
  }

  func list(_ view: ViewState, _ context: PanelContext) -> List {
    let part = part(view, context)
    let all = groups(of: part, context).filter { !$0.items.isEmpty }
    let filter = view.filterText.map { NameFilter($0) }
    let chosen = view.filters["group"]
    let groups = all.filter { chosen == nil || $0.id == chosen }.map { group in
      var group = group
      if let filter { group.items = group.items.filter { filter.matches(names(of: $0, context)) } }
      return group
    }
    return List(part: part, all: all, groups: groups.filter { !$0.items.isEmpty })
  }

  /// Returns the names by which a record is filtered: its own, those of its parts, and those of its units.
  private func names(of item: Item, _ context: PanelContext) -> [Name] {
    switch item {
    case .measure(let measure):
      let units = (measure.lead + measure.cooperating).compactMap { context.dataset.organisations[$0] }
      return [measure.name] + measure.parts.map(\.name) + units.flatMap(\.names)
    case .strength(let strength): return [strength.name]
    case .firm(let firm): return firm.names + firm.honours.map(\.name)
    }
  }

  private func groups(of part: Part, _ context: PanelContext) -> [Group] {
    let (data, board) = (context.dataset, context.board)
    switch part {
    case .measures:
      let known = data.measures.filter { board.isKnown($0.citations) }
      return data.vocabulary.topics.map { topic in
        Group(
          id: topic.id, name: topic.name, items: known.filter { $0.topic == topic.id }.map(Item.measure))
      }
    case .strengths:
      let known = data.strengths.filter { board.isKnown($0.citations) }
      return Strength.Category.allCases.map { category in
        Group(
          id: category.rawValue, name: category.name,
          items: known.filter { $0.category == category }.map(Item.strength))
      }
    case .firms:
      let known = data.firms.filter { board.isKnown($0.citations) }
      let rungs = data.vocabulary.firmLadder.reversed().map { rung in
        Group(
          id: rung.id, name: rung.name,
          items: known.filter { reached(by: $0, context)?.id == rung.id }.map(Item.firm))
      }
      let rest = known.filter { reached(by: $0, context) == nil }
      let (honoured, others) = (rest.filter { !$0.honours.isEmpty }, rest.filter(\.honours.isEmpty))
      return rungs + [
        Group(
          id: "unpublished", name: Name(zh: "所处梯度未公布", en: "rung not published"),
          items: (honoured + others).map(Item.firm))
      ]
    }
  }

  /// Returns the highest rung that documents report a firm on; nil if none does.
  func reached(by firm: Firm, _ context: PanelContext) -> Term? {
    context.dataset.vocabulary.firmLadder.last { rung in firm.steps.contains { $0.rung == rung.id } }
  }

  /// Returns the record under the cursor, or an opened one even if the filters exclude it.
  func item(_ view: ViewState, _ context: PanelContext, _ list: List) -> Item? {
    let items = list.items
    if let selection = view.selection, view.isOpen, !items.contains(where: { $0.key == selection }) {
      let all = list.all.flatMap(\.items)
      if let item = all.first(where: { $0.key == selection }) { return item }
    }
    return selectedIndex(view, in: items.map(\.key)).map { items[$0] }
  }

  // MARK: Sources

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    let list = list(view, context)
    return item(view, context, list).map { statements(of: $0, context) } ?? []
  }

  func statements(of item: Item, _ context: PanelContext) -> [Statement] {
    let empty = Name(both: "")
    var statements = [Statement(label: item.name, value: empty, citations: item.citations)]
    var figures: [String] = []
    switch item {
    case .measure(let measure):
      figures = measure.figures
      statements += measure.parts.map { Statement(label: $0.name, value: empty, citations: $0.citations) }
    case .strength(let strength): figures = strength.figures
    case .firm(let firm):
      for step in firm.steps {
        let rung = context.dataset.vocabulary.firmLadder.first { $0.id == step.rung }?.name
        statements.append(
          Statement(label: rung ?? Name(both: step.rung), value: empty, citations: step.citations))
      }
      statements += firm.honours.map { Statement(label: $0.name, value: empty, citations: $0.citations) }
    }
    return statements
      + context.board.figures.filter { figures.contains($0.id) }.map(context.statement)
  }
}
