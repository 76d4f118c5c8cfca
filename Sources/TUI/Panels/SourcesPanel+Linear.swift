import Canvas
import Domain
import Figures
import Output

extension SourcesPanel {
  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    SourcesList(context, view: view).ids
  }

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    let list = SourcesList(context, view: view)
    if view.isOpen, let item = list.selected {
      add(item, to: &page, context)
      return page
    }
    if !list.isConflictsOnly { addDocuments(list, to: &page, context) }
    page.add(heading: "\(context.text("矛盾", "Conflicts")) \(list.conflicts.count)/\(list.all.count)")
    let conflicts = RecordCatalogue.conflicts
    let names = [
      context.title(conflicts["severity"]), context.text("类型", "Kind"), context.text("矛盾", "Conflict"),
      context.text("涉及文件", "Documents"), context.title(conflicts["found-by"]),
    ]
    let notes = list.conflicts.map { page.notes(context.board.citations(of: $0), context) }
    page.add(
      names.map { Table.Column($0, width: 1) },
      list.conflicts.map { conflict in
        [
          context.text(conflicts["severity"], of: conflict), context.text(conflicts["kind"], of: conflict),
          context.text(conflicts["title"], of: conflict),
          context.documents(of: conflict, fitting: .max),
          context.text(conflicts["found-by"], of: conflict),
        ].map { .text($0) }
      }, notes: notes)
    return page
  }

  private func addDocuments(_ list: SourcesList, to page: inout Document, _ context: PanelContext) {
    page.add(heading: "\(context.text("文件", "Documents")) \(list.documents.count)")
    let sources = RecordCatalogue.sources
    let names = [
      context.title(sources["date"]), context.text("文件", "Document"), context.text("类型", "Kind"),
      context.title(sources["number"]), context.text("发布单位", "Issuer"), context.text("贡献", "Gives"),
    ]
    let counts = ContributionCounts(context.board)
    page.add(
      names.map { Table.Column($0, width: 1) },
      list.documents.map { source in
        let gives = Contribution.Kind.allCases.compactMap { kind -> String? in
          let count = counts[source.id, kind]
          return count == 0 ? nil : "\(context.text(kind.name)) \(count)"
        }
        return [
          source.date.label(context.language), context.text(source.title), context.text(source.kind.name),
          source.number, context.text(source.issuer), gives.joined(separator: context.text("、", ", ")),
        ].map { .text($0) }
      })
  }

  private func add(_ item: Item, to page: inout Document, _ context: PanelContext) {
    switch item {
    case .document(let source):
      page.add(heading: context.text(source.title))
      page.add(lines(of: source, context, width: 149))
    case .conflict(let conflict): add(conflict, to: &page, context)
    }
  }

  private func add(_ conflict: Conflict, to page: inout Document, _ context: PanelContext) {
    page.add(heading: context.text(conflict.title))
    page.blocks.append(
      .fields([
        Document.Field(context.text("程度", "Severity"), Phrase(context.text(conflict.severity.name))),
        Document.Field(context.text("类型", "Kind"), Phrase(context.text(conflict.kind.name))),
      ]))
    page.add(verdict(conflict, context))
    for (index, statement) in conflict.statements.enumerated() {
      let citations = context.board.citations(of: statement)
      let said: Name
      switch statement {
      case .claim(let claim, _): said = claim
      case .figure(let id):
        guard let figure = context.dataset.figures[id].map(context.statement) else { continue }
        said = figure.label + Name(both: " ") + figure.value
      }
      page.blocks.append(
        .fields([
          Document.Field(
            context.text("说法 \(index + 1)", "Statement \(index + 1)"),
            Phrase(context.text(said).singlySpaced, notes: page.notes(citations, context)))
        ]))
    }
  }
}
