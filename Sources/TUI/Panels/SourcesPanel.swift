import Canvas
import Domain

/// The documents with the contributions of each, and every conflict with both sides.
struct SourcesPanel: Panel {
  static let id = ViewID.sources
  static let title = Name(zh: "出处", en: "Sources")
  static let shortTitle = Name(zh: "出处", en: "Docs")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "文件/矛盾", "documents/conflicts", id: "sources.arrange") { view, context in
      SourcesPanel().switchPart(&view, context)
    },
    Binding(",", "筛选文字", "filter text", id: "sources.filter-text") { view, context in
      SourcesPanel().beginFilter(&view, context)
    },
    Binding("c .", "类型", "kind", id: "sources.kind", choosing: "kind"),
    Binding("t ;", "程度", "severity", id: "sources.severity", choosing: "severity"),
    Binding("x Del", "清除筛选", "clear filters", id: "sources.clear") { view, _ in view.filters = [:] },
    .citations,
  ]

  /// A record that can be under the cursor.
  enum Item {
    case document(Source)
    case conflict(Conflict)
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.input != nil { return type(&view, context, key) }
    let list = SourcesList(context, view: view)
    if view.isOpen { return updateDetail(&view, context, on: key, list) }
    if case .document(let source)? = origin(view, context), [.escape, .left, .backspace].contains(key) {
      // Returns from the conflicts of a document to the document.
      view.filters["source"] = nil
      view.mode = 0
      view.selection = source.id
      view.isOpen = true
      return .stay
    }
    let before = view.selection
    pin(&view, list)
    let effect = moveSelection(
      &view, in: context, on: key, through: list.ids, page: max(1, context.height / 2 + 1))
    if effect == nil { view.selection = before }
    return effect
  }

  private func updateDetail(
    _ view: inout ViewState, _ context: PanelContext, on key: Key, _ list: SourcesList
  ) -> PanelEffect? {
    if key == .enter { return enterDetail(&view, context, list) }
    pin(&view, list)
    return moveSelection(
      &view, in: context, on: key, through: list.neighbours, page: max(1, context.height - 2))
  }

  /// Sets the selection to the record under the cursor, so that the cursor stays there when the list changes.
  private func pin(_ view: inout ViewState, _ list: SourcesList) {
    view.selection = list.selectedID ?? view.selection
  }

  /// Goes from a document to the conflicts that cite it, and from a conflict to its subject.
  private func enterDetail(
    _ view: inout ViewState, _ context: PanelContext, _ list: SourcesList
  ) -> PanelEffect {
    switch list.selected {
    case .document(let source)?:
      view.filters = ["source": source.id]
      view.mode = 1
      view.selection = nil
      view.isOpen = false
      view.scroll = 0
    case .conflict(let conflict)?:
      if let target = SourcesTarget(conflict, context) {
        return .go(to: target.view, at: .opened(target.record))
      }
    case nil: break
    }
    return .stay
  }

  private func type(_ view: inout ViewState, _ context: PanelContext, _ key: Key) -> PanelEffect? {
    if key == .up || key == .down {
      let list = SourcesList(context, view: view)
      pin(&view, list)
      return moveSelection(&view, in: context, on: key, through: list.ids, page: 1)
    }
    // The best match is under the cursor.
    if view.typeFilter(key), view.input != nil { view.selection = nil }
    return .stay
  }

  /// Starts a text filter, which applies to conflicts only.
  private func beginFilter(_ view: inout ViewState, _ context: PanelContext) {
    showConflicts(&view, SourcesList(context, view: view))
    view.beginFilter()
  }

  /// Returns the kinds or severities of the conflicts, each with their number beside the other filters.
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    var others = view
    others.filters[name] = nil
    let conflicts = SourcesList(context, view: others).conflicts
    let values =
      name == "kind"
      ? Conflict.Kind.allCases.map { kind in
        FilterValue(kind.rawValue, kind.name, count: conflicts.count { $0.kind == kind })
      }
      : Conflict.Severity.allCases.map { severity in
        FilterValue(severity.rawValue, severity.name, count: conflicts.count { $0.severity == severity })
      }
    return [.all(conflicts.count)] + values.filter { $0.count != 0 || $0.id == view.filters[name] }
  }

  /// Sets a filter of the conflicts, and shows them.
  func setFilter(_ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext) {
    showConflicts(&view, SourcesList(context, view: view))
    view.filters[name] = value
  }

  /// Switches from the documents to the conflicts at full height, and back to the first document that the conflict
  /// cites.
  private func switchPart(_ view: inout ViewState, _ context: PanelContext) {
    let list = SourcesList(context, view: view)
    guard list.isConflictsOnly else { return showConflicts(&view, list) }
    var cited: String?
    if case .conflict(let conflict)? = list.selected {
      let sources = Set(context.board.citations(of: conflict).map(\.source))
      cited = list.documents.first { sources.contains($0.id) }?.id
    }
    view.mode = 0
    view.filters["source"] = nil
    view.selection = cited
  }

  private func showConflicts(_ view: inout ViewState, _ list: SourcesList) {
    view.mode = 1
    if case .document? = list.selected { view.selection = nil }
  }

  /// Returns the document whose conflicts are shown.
  private func origin(_ view: ViewState, _ context: PanelContext) -> Item? {
    view.filters["source"].flatMap { context.dataset.sources[$0] }.map(Item.document)
  }

  // MARK: Citations

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    switch SourcesList(context, view: view).selected {
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
    case .conflict(let conflict)?: return statements(of: conflict, context)
    case nil: return []
    }
  }

  /// Returns the sides of a conflict.
  func statements(of conflict: Conflict, _ context: PanelContext) -> [Statement] {
    conflict.statements.compactMap { statement in
      let citations = context.board.citations(of: statement)
      switch statement {
      case .claim(let claim, _):
        return Statement(label: claim, value: Name(both: ""), citations: citations)
      case .figure(let id):
        // Without the figure's id: otherwise the conflicts about it, including this one, would follow again.
        guard var said = context.dataset.figures[id].map(context.statement) else { return nil }
        said.citations = citations
        said.figure = nil
        return said
      }
    }
  }
}

/// The view and the record that show the subject of a conflict.
struct SourcesTarget {
  let view: String
  let record: String

  /// Uses the first figure that has its own place in a view; nil if none has.
  init?(_ conflict: Conflict, _ context: PanelContext) {
    let ids = [context.board.verdict(on: conflict).shown?.id].compactMap { $0 } + conflict.figures
    let places = ids.compactMap { context.dataset.figures[$0] }.compactMap { figure -> (String, String)? in
      if context.board.targets.contains(where: { $0.target.id == figure.id }) {
        return (ViewID.targets, figure.id)
      }
      switch figure.subject.kind {
      case .project: return (ViewID.projects, figure.subject.id)
      case .park: return (ViewID.park, figure.subject.id)
      case .cluster where context.board.clusters.contains { $0.cluster.id == figure.subject.id }:
        return (ViewID.clusters, figure.subject.id)
      default: return nil
      }
    }
    guard let shown = places.first else { return nil }
    (view, record) = shown
  }
}
