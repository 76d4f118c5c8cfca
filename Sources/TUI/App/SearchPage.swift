import Canvas
import Domain
import Output
import Panels

/// The hits of a search, and the view that each one opens.
enum SearchPage {
  /// The maximum number of listed hits.
  private static let limit = 200

  /// Returns the hits for the typed text and the chosen kind; nil if there is no index to search.
  static func hits(_ state: AppState) -> SearchHits? {
    if let hits = state.searchHits, hits.query == state.query, hits.kind == state.searchKind { return hits }
    return state.searchIndex.map { index in
      let matches = index.matches(for: state.query)
      return SearchHits(
        query: state.query, kind: state.searchKind, counts: matches.counts.map(SearchHits.Count.init),
        hits: matches.hits(of: state.searchKind, limit: limit))
    }
  }

  static func choices(_ state: AppState) -> [Choice] {
    (hits(state)?.hits ?? []).enumerated().map { place, hit in
      let title = Line([
        Span(TextWidth.padded(state.text(hit.kind.name), to: state.language == .zh ? 9 : 13), .muted),
        Span(state.text(hit.title), Style(.strong)), Span("  \(state.text(hit.context))", .muted),
      ])
      return Choice(title: title) {
        $0.lastSearch = LastSearch(query: state.query, kind: state.searchKind, place: place)
        open(hit, &$0)
        return nil
      }
    }
  }

  /// Goes to the next or previous hit of the last search, wrapping around.
  static func step(_ state: inout AppState, by count: Int) {
    guard var search = state.lastSearch else { return }
    let index = state.searchIndex ?? SearchIndex(state.board)
    state.searchIndex = index
    let hits = index.matches(for: search.query).hits(of: search.kind, limit: limit)
    guard !hits.isEmpty else {
      return state.sayProblem("此日没有“\(search.query)”", "\"\(search.query)\" is not found on this day")
    }
    search.place = ((search.place + count) % hits.count + hits.count) % hits.count
    state.lastSearch = search
    open(hits[search.place], &state)
    let title = hits[search.place].title
    state.say(
      "“\(search.query)” \(search.place + 1)/\(hits.count) \(title.zh)",
      "\"\(search.query)\" \(search.place + 1)/\(hits.count) \(title.en)")
  }

  /// Goes to the view that shows a record, with the cursor on the record.
  static func open(_ hit: SearchIndex.Hit, _ state: inout AppState) {
    switch hit.kind {
    case .cluster: openCluster(hit.id, &state)
    case .project: openProject(hit.id, &state)
    case .target: state.go(to: ViewID.targets, at: .opened(hit.id))
    case .indicator:
      let row =
        state.board.headline(hit.id)
        ?? state.board.targets.first { $0.indicator.id == hit.id && !$0.isSecondary }
      if let row {
        state.go(to: ViewID.targets, at: .opened(row.target.id))
      } else if let figure = state.board.figures.first(where: { $0.indicator == hit.id }) {
        openFigure(figure, &state)
      }
    case .figure: if let figure = state.dataset.figures[hit.id] { openFigure(figure, &state) }
    case .firm: openFirm(hit.id, &state)
    case .park: state.go(to: ViewID.park, at: .on(hit.id))
    case .task, .programme, .organisation: state.go(to: ViewID.tasks, at: .opened(hit.id))
    case .source: openDocument(hit.id, &state)
    case .conflict:
      state.go(to: ViewID.sources, at: .opened(hit.id))
      state.updateView { view in
        view.mode = 1
        view.filters = [:]
      }
    case .measure: state.go(to: ViewID.policies, at: .opened(hit.id))
    case .strength: state.go(to: ViewID.policies, at: .opened("strength/\(hit.id)"))
    case .problem, .decision, .duty: openMatter("\(hit.kind.rawValue)/\(hit.id)", &state)
    case .status: openStatement(hit.id, &state)
    }
  }

  /// Opens the task that a statement is about, or the light that it judges.
  private static func openStatement(_ id: String, _ state: inout AppState) {
    guard let about = state.dataset.statuses[id]?.about else { return }
    if let task = about.task {
      state.go(to: ViewID.tasks, at: .opened(task))
    } else if let indicator = about.indicator {
      openMatter("light/\(about.subject.text) \(indicator)", &state)
    }
  }

  /// Opens a record of the dispatch view; a filter, or an earlier period, could hide it.
  private static func openMatter(_ id: String, _ state: inout AppState) {
    state.go(to: ViewID.dispatch, at: .opened(id), filters: [:])
  }

  /// Opens the projects of a firm; without projects its own page.
  private static func openFirm(_ id: String, _ state: inout AppState) {
    if state.board.projects.contains(where: { $0.project.firm == id }) {
      state.go(to: ViewID.projects, filters: ["owner": id])
      return
    }
    state.go(to: ViewID.policies, at: .opened("enterprise/\(id)"))
  }

  /// Opens a cluster. For another classification, opens the cluster with about the same meaning, or that of its parent.
  private static func openCluster(_ id: String, _ state: inout AppState) {
    let shown = Set(state.board.clusters.map(\.cluster.id))
    var next: String? = id
    while let now = next {
      let equivalents =
        [now] + (state.dataset.clusters[now]?.sameAs ?? [])
        + state.dataset.clusters.filter { $0.sameAs.contains(now) }.map(\.id)
      if let found = equivalents.first(where: shown.contains) {
        state.go(to: ViewID.clusters, at: .on(found))
        return
      }
      next = state.dataset.clusters[now]?.parent
    }
    let row = state.board.targets.first { $0.target.subject == .cluster(id) }
    if let row {
      state.go(to: ViewID.targets, at: .opened(row.target.id))
    } else if let citation = state.dataset.clusters[id]?.citations.first {
      state.openDocument(at: citation)
    }
  }

  private static func openDocument(_ id: String, _ state: inout AppState) {
    state.go(to: ViewID.sources, at: .opened(id))
    state.updateView { view in
      view.mode = 0
      view.filters = [:]
    }
  }

  private static func openProject(_ id: String, _ state: inout AppState) {
    state.go(to: ViewID.projects)
    // A filter could hide the hit.
    state.updateView { view in
      view.filters = [:]
      view.select(id, opens: true)
    }
  }

  /// Opens the target of a figure, otherwise its subject, otherwise its document.
  private static func openFigure(_ figure: Figure, _ state: inout AppState) {
    let row = state.board.targets.first {
      $0.target.id == figure.id || $0.observation?.id == figure.id
        || $0.base?.statements.contains { $0.id == figure.id } == true
    }
    if let row {
      state.go(to: ViewID.targets, at: .opened(row.target.id))
      return
    }
    switch figure.subject.kind {
    case .cluster: openCluster(figure.subject.id, &state)
    case .project: openProject(figure.subject.id, &state)
    case .park: state.go(to: ViewID.park, at: .on(figure.subject.id))
    default:
      if let citation = figure.citations.first { state.openDocument(at: citation) }
    }
  }
}

/// The hits of an index for a query.
struct SearchHits: Sendable {
  /// How many hits of a kind there are.
  struct Count: Equatable, Sendable {
    var kind: SearchIndex.Kind
    var count: Int

    init(kind: SearchIndex.Kind, count: Int) { (self.kind, self.count) = (kind, count) }
  }

  var query: String
  /// The kind that is listed; nil for all.
  var kind: SearchIndex.Kind?
  /// The number of hits of each kind that has any.
  var counts: [Count]
  /// The listed hits, the best first.
  var hits: [SearchIndex.Hit]
}

/// A search and the hit that was opened last.
struct LastSearch: Equatable, Sendable {
  var query: String
  /// The kind that was listed; nil for all.
  var kind: SearchIndex.Kind?
  /// The index of the hit.
  var place: Int
}

extension AppState {
  /// Opens a document, scrolled to what it contributes at the line of a citation.
  mutating func openDocument(at citation: Citation) {
    go(to: ViewID.sources, at: .opened(citation.source))
    updateView { view in
      view.mode = 0
      view.filters = [:]
    }
    let row = context.row(of: citation, viewState())
    updateView { $0.scroll = row }
    limitScroll()
  }
}
