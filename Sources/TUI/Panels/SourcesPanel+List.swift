import Domain
import Output

/// The lists of documents and conflicts, and the record under the cursor.
struct SourcesList {
  /// Newest first.
  let documents: [Source]
  /// Whether any document has a number.
  let hasNumbers: Bool
  /// Every conflict known on the board's day, worst first.
  let all: [Conflict]
  /// The conflicts that pass the filters. With a text filter, those with the text in their title come first.
  let conflicts: [Conflict]
  let selected: SourcesPanel.Item?
  /// Whether the conflicts take the whole height.
  let isConflictsOnly: Bool
  private let clashing: Set<String>

  init(_ context: PanelContext, view: ViewState) {
    documents = context.board.sources.reversed()
    hasNumbers = documents.contains { !$0.number.isEmpty }
    all = context.board.conflicts
    conflicts = SourcesList.filtered(all, view.filters, context)
    let clashing = Set(documents.map(\.id)).intersection(all.map(\.id))
    self.clashing = clashing
    let document = documents.first { $0.id == view.selection }
    isConflictsOnly = view.mode % 2 == 1 && document == nil
    // A record opened from elsewhere need not be in the list.
    let pool = view.isOpen ? all : conflicts
    let conflict = pool.first { SourcesList.id(of: $0, clashing) == view.selection }
    if let document {
      selected = .document(document)
    } else if let conflict {
      selected = .conflict(conflict)
    } else if !isConflictsOnly, let first = documents.first {
      selected = .document(first)
    } else {
      selected = conflicts.first.map { .conflict($0) }
    }
  }

  /// The ids that the cursor moves through.
  var ids: [String] {
    (isConflictsOnly ? [] : documents.map(\.id)) + conflicts.map(id)
  }

  /// The ids for next and previous while a record is open: those of its own kind.
  var neighbours: [String] {
    if case .document? = selected { return documents.map(\.id) }
    return conflicts.map(id)
  }

  var selectedID: String? {
    switch selected {
    case .document(let source)?: source.id
    case .conflict(let conflict)?: id(of: conflict)
    case nil: nil
    }
  }

  var selectedDocument: Int? {
    guard case .document(let source)? = selected else { return nil }
    return documents.firstIndex { $0.id == source.id }
  }

  var selectedConflict: Int? {
    guard case .conflict(let conflict)? = selected else { return nil }
    return conflicts.firstIndex { $0.id == conflict.id }
  }

  func id(of conflict: Conflict) -> String { SourcesList.id(of: conflict, clashing) }

  /// Returns its id, with a prefix if a document has the same id.
  private static func id(of conflict: Conflict, _ clashing: Set<String>) -> String {
    clashing.contains(conflict.id) ? "conflict/\(conflict.id)" : conflict.id
  }

  // MARK: Filters

  private static func filtered(
    _ all: [Conflict], _ filters: [String: String], _ context: PanelContext
  ) -> [Conflict] {
    let rows = all.filter { conflict in
      if let kind = filters["kind"], conflict.kind.rawValue != kind { return false }
      if let severity = filters["severity"], conflict.severity.rawValue != severity { return false }
      if let source = filters["source"] {
        return context.board.citations(of: conflict).contains { $0.source == source }
      }
      return true
    }
    guard let typed = filters["text"] else { return rows }
    let filter = NameFilter(typed)
    let text = plain(typed)
    let named = rows.filter { filter.matches([$0.title]) }
    let others = rows.filter { !filter.matches([$0.title]) && mentions($0, text, context) }
    return named + others
  }

  /// Returns whether the arithmetic, the shown value, a claim, or a figure as printed or named contains the text.
  private static func mentions(_ conflict: Conflict, _ text: String, _ context: PanelContext) -> Bool {
    if contains([conflict.computed, conflict.shown].compactMap { $0 }, text) { return true }
    if context.board.citations(of: conflict).contains(where: { plain($0.printed).contains(text) }) {
      return true
    }
    return conflict.statements.contains { statement in
      switch statement {
      case .claim(let claim, _): contains([claim], text)
      case .figure(let id):
        context.dataset.figures[id].map { figure in
          let said = context.statement(figure)
          return contains([said.label, said.value], text)
        } ?? false
      }
    }
  }

  private static func contains(_ names: [Name], _ text: String) -> Bool {
    names.contains { plain($0.zh).contains(text) || plain($0.en).contains(text) }
  }

  /// Returns the text in lower case and half-width forms, for comparison.
  private static func plain(_ text: String) -> String { String(text.lowercased().map(\.halfWidth)) }
}
