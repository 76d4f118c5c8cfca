import Model

extension SourcesPanel {
  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    let list = SourcesList(state, view: state.viewState(id))
    if state.viewState(id).isOpen, let item = list.selected {
      add(item, to: &page, state)
      return page
    }
    if !list.isConflictsOnly { addDocuments(list, to: &page, state) }
    page.add(heading: "\(state.text("矛盾", "Conflicts")) \(list.conflicts.count)/\(list.all.count)")
    let names = [
      state.text("程度", "Severity"), state.text("类型", "Kind"), state.text("矛盾", "Conflict"),
      state.text("涉及文件", "Documents"), state.text("发现", "Found by"),
    ]
    let notes = list.conflicts.map { page.notes(state.board.citations(of: $0), state) }
    page.add(
      names.map { Table.Column($0, width: 1) },
      list.conflicts.map { conflict in
        [
          state.text(conflict.severity.name), state.text(conflict.kind.name), state.text(conflict.title),
          state.documents(of: conflict, fitting: .max), state.text(conflict.foundBy.name),
        ].map { .text($0) }
      }, notes: notes)
    return page
  }

  private func addDocuments(_ list: SourcesList, to page: inout Document, _ state: AppState) {
    page.add(heading: "\(state.text("文件", "Documents")) \(list.documents.count)")
    let names = [
      state.text("日期", "Date"), state.text("文件", "Document"), state.text("类型", "Kind"),
      state.text("文号", "Number"), state.text("发布单位", "Issuer"), state.text("贡献", "Gives"),
    ]
    let counts = ContributionCounts(state.board)
    page.add(
      names.map { Table.Column($0, width: 1) },
      list.documents.map { source in
        let gives = Contribution.Kind.allCases.compactMap { kind -> String? in
          let count = counts[source.id, kind]
          return count == 0 ? nil : "\(state.text(kind.name)) \(count)"
        }
        return [
          source.date.label(state.language), state.text(source.title), state.text(source.kind.name),
          source.number, state.text(source.issuer), gives.joined(separator: state.text("、", ", ")),
        ].map { .text($0) }
      })
  }

  private func add(_ item: Item, to page: inout Document, _ state: AppState) {
    switch item {
    case .document(let source):
      page.add(heading: state.text(source.title))
      page.add(lines(of: source, state, width: 149))
    case .conflict(let conflict): add(conflict, to: &page, state)
    }
  }

  private func add(_ conflict: Conflict, to page: inout Document, _ state: AppState) {
    page.add(heading: state.text(conflict.title))
    page.blocks.append(
      .fields([
        Document.Field(state.text("程度", "Severity"), Phrase(state.text(conflict.severity.name))),
        Document.Field(state.text("类型", "Kind"), Phrase(state.text(conflict.kind.name))),
      ]))
    page.add(verdict(conflict, state))
    for (index, statement) in conflict.statements.enumerated() {
      let citations = state.board.citations(of: statement)
      let said: Name
      switch statement {
      case .claim(let claim, _): said = claim
      case .figure(let id):
        guard let figure = state.dataset.figures[id].map(state.statement) else { continue }
        said = figure.label + Name(both: " ") + figure.value
      }
      page.blocks.append(
        .fields([
          Document.Field(
            state.text("说法 \(index + 1)", "Statement \(index + 1)"),
            Phrase(state.text(said).singlySpaced, notes: page.notes(citations, state)))
        ]))
    }
  }
}
