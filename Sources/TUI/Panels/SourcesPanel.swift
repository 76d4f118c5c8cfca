import Model

/// The documents with what each contributed, and every conflict with both sides.
struct SourcesPanel: Panel {
  let id = ViewID.sources
  let title = Name(zh: "出处", en: "Sources")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"),
    KeyHint("Space", "文件/矛盾", "documents/conflicts", id: "sources.arrange"),
    KeyHint(",", "筛选文字", "filter text", id: "sources.filter-text"),
    KeyHint("c .", "类型", "kind", id: "sources.kind"),
    KeyHint("t ;", "程度", "severity", id: "sources.severity"),
    KeyHint("x Del", "清除筛选", "clear filters", id: "sources.clear"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  /// What can be under the cursor.
  enum Item {
    case document(Source)
    case conflict(Conflict)
  }

  // MARK: Keys

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if state.viewState(id).input != nil { return type(&state, key) }
    let list = SourcesList(state, view: state.viewState(id))
    if state.viewState(id).isOpen { return updateDetail(&state, on: key, list) }
    if filter(&state, key, list) { return true }
    if case .document(let source)? = origin(state), [.escape, .left, .backspace].contains(key) {
      // Back from the conflicts of a document to the document.
      state.updateView { view in
        view.filters["source"] = nil
        view.mode = 0
        view.selection = source.id
        view.isOpen = true
      }
      return true
    }
    let before = state.viewState(id).selection
    pin(&state, list)
    let isTaken = moveSelection(&state, on: key, through: list.ids, page: max(1, state.height / 2))
    if !isTaken { state.updateView { $0.selection = before } }
    return isTaken
  }

  private func updateDetail(_ state: inout AppState, on key: Key, _ list: SourcesList) -> Bool {
    if key == .enter {
      enterDetail(&state, list)
      return true
    }
    pin(&state, list)
    return moveSelection(
      &state, on: key, through: list.neighbours, page: max(1, state.height - 4))
  }

  /// Names the record under the cursor, so that it stays there whatever the list becomes.
  private func pin(_ state: inout AppState, _ list: SourcesList) {
    state.updateView { $0.selection = list.selectedID ?? $0.selection }
  }

  /// From a document to the conflicts that cite it, from a conflict to what it is about.
  private func enterDetail(_ state: inout AppState, _ list: SourcesList) {
    switch list.selected {
    case .document(let source)?:
      state.updateView { view in
        view.filters = ["source": source.id]
        view.mode = 1
        view.selection = nil
        view.isOpen = false
        view.scroll = 0
      }
    case .conflict(let conflict)?:
      guard let target = SourcesTarget(conflict, state) else { return }
      state.go(to: target.view, selecting: target.record, open: true)
    case nil: break
    }
  }

  private func type(_ state: inout AppState, _ key: Key) -> Bool {
    if key == .up || key == .down {
      let list = SourcesList(state, view: state.viewState(id))
      pin(&state, list)
      return moveSelection(&state, on: key, through: list.ids, page: 1)
    }
    state.updateView { view in
      // The best match comes under the cursor.
      if view.typeFilter(key), view.input != nil { view.selection = nil }
    }
    return true
  }

  private func filter(_ state: inout AppState, _ key: Key, _ list: SourcesList) -> Bool {
    switch key {
    case .character(" "): switchPart(&state, list)
    case .character(","):
      showConflicts(&state, list)
      state.updateView { $0.beginFilter() }
    case .character("x"), .delete: state.updateView { $0.filters = [:] }
    case .character("c"), .character("."):
      let used = Set(list.all.map(\.kind))
      cycle("kind", Conflict.Kind.allCases.filter(used.contains).map(\.rawValue), &state, list)
    case .character("t"), .character(";"):
      let used = Set(list.all.map(\.severity))
      cycle("severity", Conflict.Severity.allCases.filter(used.contains).map(\.rawValue), &state, list)
    default: return false
    }
    return true
  }

  private func cycle(_ name: String, _ values: [String], _ state: inout AppState, _ list: SourcesList) {
    showConflicts(&state, list)
    state.updateView { view in
      let index = view.filters[name].flatMap(values.firstIndex).map { $0 + 1 } ?? 0
      view.filters[name] = values.indices.contains(index) ? values[index] : nil
    }
  }

  /// From the documents to the conflicts at full height, and back to the first document that the conflict cites.
  private func switchPart(_ state: inout AppState, _ list: SourcesList) {
    guard list.isConflictsOnly else { return showConflicts(&state, list) }
    var cited: String?
    if case .conflict(let conflict)? = list.selected {
      let sources = Set(state.board.citations(of: conflict).map(\.source))
      cited = list.documents.first { sources.contains($0.id) }?.id
    }
    state.updateView { view in
      view.mode = 0
      view.filters["source"] = nil
      view.selection = cited
    }
  }

  private func showConflicts(_ state: inout AppState, _ list: SourcesList) {
    state.updateView { view in
      view.mode = 1
      if case .document? = list.selected { view.selection = nil }
    }
  }

  /// The document whose conflicts are shown.
  private func origin(_ state: AppState) -> Item? {
    state.viewState(id).filters["source"].flatMap { state.dataset.sources[$0] }.map(Item.document)
  }

  // MARK: Citations

  func statements(_ state: AppState) -> [Statement] {
    switch SourcesList(state, view: state.viewState(id)).selected {
    case .document(let source)?:
      let number = source.number.isEmpty ? "" : "  \(source.number)"
      let note = source.dateNote.map { Name(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Name(both: "")
      let lines = source.lines.map {
        Name(zh: " 第\($0.lowerBound)-\($0.upperBound)行", en: " lines \($0.lowerBound)-\($0.upperBound)")
      }
      return [
        Statement(
          label: source.title,
          value: source.issuer + Name(both: "\(number)  ")
            + Name(zh: source.date.label(.zh), en: source.date.label(.en)) + note
            + Name(both: "  \(source.file)") + (lines ?? Name(both: "")),
          citations: [])
      ]
    case .conflict(let conflict)?:
      return conflict.statements.compactMap { statement in
        let citations = state.board.citations(of: statement)
        switch statement {
        case .claim(let claim, _):
          return Statement(label: claim, value: Name(both: ""), citations: citations)
        case .figure(let id):
          // Without the figure's id: the conflicts about it, this one too, would follow once more.
          guard var said = state.dataset.figures[id].map(state.statement) else { return nil }
          said.citations = citations
          said.figure = nil
          return said
        }
      }
    case nil: return []
    }
  }
}

/// Where what a conflict is about can be seen.
struct SourcesTarget {
  let view: String
  let record: String

  /// The first figure that has a place of its own in a view; nil when none has.
  init?(_ conflict: Conflict, _ state: AppState) {
    let ids = [state.board.verdict(on: conflict).shown?.id].compactMap { $0 } + conflict.figures
    let places = ids.compactMap { state.dataset.figures[$0] }.compactMap { figure -> (String, String)? in
      if state.board.targets.contains(where: { $0.target.id == figure.id }) {
        return (ViewID.targets, figure.id)
      }
      switch figure.subject.kind {
      case .project: return (ViewID.projects, figure.subject.id)
      case .park: return (ViewID.park, figure.subject.id)
      case .cluster where state.board.clusters.contains { $0.cluster.id == figure.subject.id }:
        return (ViewID.clusters, figure.subject.id)
      default: return nil
      }
    }
    let shown = places.first { place in PanelRegistry.all.contains { $0.id == place.0 } }
    guard let shown else { return nil }
    (view, record) = shown
  }
}
