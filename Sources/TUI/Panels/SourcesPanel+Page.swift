import Canvas
import Domain
import Figures
import Output

extension SourcesPanel {
  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    SourcesList(context, view: view).ids
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let list = SourcesList(context, view: view)
    if view.isOpen, let item = list.selected { return sections(of: item, context) }
    let verdict = Section([.text(SourcesVerdict(list: list, context: context).lines(width: .max))])
    return [verdict] + (list.isConflictsOnly ? [] : [documentSection(list, context)])
      + [conflictSection(list, context)]
  }

  private func documentSection(_ list: SourcesList, _ context: PanelContext) -> Section {
    let sources = RecordCatalogue.sources
    let names = [
      context.title(sources["date"]), context.text("文件", "Document"), context.title(sources["kind"]),
      context.title(sources["number"]), context.title(sources["issuer"]), context.text("贡献", "Content"),
    ]
    let counts = ContributionCounts(context.board)
    let rows = list.documents.map { source in
      let gives = Contribution.Kind.allCases.compactMap { kind -> String? in
        let count = counts[source.id, kind]
        return count == 0 ? nil : "\(context.text(kind.name)) \(count)"
      }
      return [
        source.date.label(context.language), context.text(source.title), context.text(source.kind.name),
        source.number, context.text(source.issuer), gives.joined(separator: context.text("、", ", ")),
      ]
    }
    return Section(
      "\(context.text("文件", "Documents")) \(list.documents.count)", level: 1, [.list(names, rows)])
  }

  private func conflictSection(_ list: SourcesList, _ context: PanelContext) -> Section {
    let conflicts = RecordCatalogue.conflicts
    let names = [
      context.title(conflicts["severity"]), context.title(conflicts["kind"]), context.text("矛盾", "Conflict"),
      context.text("各方数字", "Values"), context.text("涉及文件", "Documents"), context.title(conflicts["found-by"]),
    ]
    let rows = list.conflicts.map { conflict in
      [
        context.text(conflicts["severity"], of: conflict), context.text(conflicts["kind"], of: conflict),
        context.text(conflicts["title"], of: conflict), context.values(of: conflict, fitting: .max),
        context.documents(of: conflict, fitting: .max),
        context.text(conflicts["found-by"], of: conflict),
      ]
    }
    return Section(
      "\(context.text("矛盾", "Conflicts")) \(list.conflicts.count)/\(list.all.count)", level: 1,
      [.list(names, rows, citations: list.conflicts.map { context.board.citations(of: $0) })])
  }

  private func sections(of item: Item, _ context: PanelContext) -> [Section] {
    switch item {
    case .document(let source):
      let all = context.board.contributions(of: source.id)
      return [
        Section(context.text(source.title), level: 1, [properties(of: source, all, context, width: .max)])
      ] + groups(all, Contribution.Kind.allCases, context)
    case .conflict(let conflict):
      return [
        Section(
          context.text(conflict.title), level: 1,
          [
            .fields(
              [
                context.field(RecordCatalogue.conflicts["severity"], context.text(conflict.severity.name)),
                context.field(RecordCatalogue.conflicts["kind"], context.text(conflict.kind.name)),
              ], labelWidth: SourcesPanel.labelColumns), verdict(conflict, context),
            sides(of: conflict, context),
          ])
      ]
    }
  }
}
