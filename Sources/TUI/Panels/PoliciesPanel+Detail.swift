import Canvas
import Domain
import Figures
import Output

// One measure, strength or firm in full, and the pages of the view.

extension PoliciesPanel {
  private static let labelWidth = 10

  func renderDetail(
    _ item: Item, _ context: PanelContext, _ area: Rect, scroll: Int, isActive: Bool, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let way = isActive ? self.way(item, context) : context.text("Enter 展开", "Enter opens")
    let name = context.text(item.name)
    let columns = TextWidth.columns(of: name)
    let fits = columns + TextWidth.columns(of: way) + 8 <= head.width
    SectionTitle(name, remark: fits ? way : "", isActive: isActive)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let text = body.inset(columns: 1)
    block(item, context, width: text.width, scroll: scroll, hasName: columns + 4 > head.width)
      .render(in: text, into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let item = item(view, context, list(view, context)) else { return nil }
    let text = area.splitTop(1).rest.inset(columns: 1)
    let hasName = TextWidth.columns(of: context.text(item.name)) + 4 > area.width
    return (block(item, context, width: text.width, scroll: 0, hasName: hasName), text)
  }

  /// - Parameters:
  ///   - width: the width of the text, in columns.
  ///   - scroll: the first row.
  ///   - hasName: whether the name comes first, because the title has no room for it.
  private func block(
    _ item: Item, _ context: PanelContext, width: Int, scroll: Int, hasName: Bool
  ) -> TextBlock {
    let name =
      hasName ? [Section([.text([Line(context.text(item.name), Style(.strong, on: .plain, .bold))])])] : []
    return (name + sections(of: item, context, width: width))
      .block(width: width, indent: Self.labelWidth, scroll: scroll)
  }

  /// Returns where Enter goes from an opened record.
  private func way(_ item: Item, _ context: PanelContext) -> String {
    guard case .go(let view, _, _, _)? = destination(of: item, context) else { return "" }
    let title = PanelRegistry.panel(view).title
    return context.text("Enter 到\(title.zh)", "Enter to \(title.en)")
  }

  // MARK: Content

  func sections(of item: Item, _ context: PanelContext, width: Int) -> [Section] {
    let fields =
      switch item {
      case .measure(let measure): fields(of: measure, context, width: width)
      case .strength(let strength): fields(of: strength, context)
      case .firm(let firm): fields(of: firm, context)
      }
    return [Section([.fields(fields, labelWidth: Self.labelWidth)]), citations(of: item, context)]
  }

  /// Returns each printed text with its place, one line each.
  private func citations(of item: Item, _ context: PanelContext) -> Section {
    let rows = statements(of: item, context).flatMap { statement in
      statement.citations.map { citation in
        CitationTable.Row(
          value: context.quoted(citation.printed), about: context.text(statement.label), citation: citation)
      }
    }
    let table = CitationTable(rows: rows, context: context)
    return Section(
      context.text("出处", "Where it is printed"),
      [
        .drawing(
          lines: { table.lines(width: $0) },
          words: [.text(context.lines(of: statements(of: item, context)))])
      ])
  }

  private func fields(of measure: Measure, _ context: PanelContext, width: Int) -> [Section.Field] {
    let measures = RecordCatalogue.measures
    let topic = context.dataset.vocabulary.topics.first { $0.id == measure.topic }
    let parts = measure.parts.map { [Span(context.text($0.name))] }
    let clusters = measure.clusters.compactMap { context.dataset.clusters[$0] }
      .map { [Span(context.text($0.name))] }
    let none = context.text("文件未写明", "the document names none")
    let room = width - Self.labelWidth
    return [
      context.field(measures["topic"], topic.map { context.text($0.name) } ?? measure.topic),
      Section.Field(context.title(measures["parts"]), Section.Field.flowing(parts, width: room)),
      measure.lead.isEmpty
        ? context.field(measures["lead"], none, .muted)
        : context.field(measures["lead"], context.text(measures["lead"], of: measure), .strong),
      context.field(measures["cooperating"], context.text(measures["cooperating"], of: measure)),
      context.field(measures["cadence"], context.text(measures["cadence"], of: measure)),
      context.field(measures["due"], due(measure, context)),
      Section.Field(context.title(measures["cluster"]), Section.Field.flowing(clusters, width: room)),
      Section.Field(context.title(measures["indicator"]), measure.indicators.map { indicator($0, context) }),
      Section.Field(context.title(measures["tasks"]), measure.tasks.compactMap { task($0, context) }),
      Section.Field(context.title(measures["amount"]), figureRows(measure.figures, context)),
      context.field("文件", "Document", documents(measure.citations, context)),
    ]
  }

  private func due(_ measure: Measure, _ context: PanelContext) -> String {
    [measure.due?.label(context.language), measure.dueNote.map { context.text($0) }].compactMap { $0 }
      .joined(separator: context.text("，", ", "))
  }

  /// Returns an indicator with the status of its target that is shown first.
  private func indicator(_ id: String, _ context: PanelContext) -> [Span] {
    let name = context.dataset.indicators[id].map { context.text($0.name) } ?? id
    let row = context.board.targets.first { $0.indicator.id == id && !$0.isSecondary }
    let status = row.map { [Span("  \(context.standing(of: $0))", $0.status.role)] } ?? []
    return [Span(name)] + status
  }

  private func task(_ id: String, _ context: PanelContext) -> [Span]? {
    for programme in context.dataset.programmes {
      guard let task = programme.tasks.first(where: { $0.id == id }) else { continue }
      let plan = context.dataset.plans[programme.plan].map { context.text($0.short) } ?? ""
      let number = task.number.isEmpty || task.number.hasSuffix("）") ? task.number : "\(task.number) "
      return [Span(number + context.text(task.name)), Span("  \(plan)", .muted)]
    }
    return nil
  }

  private func figureRows(_ ids: [String], _ context: PanelContext) -> [[Span]] {
    context.board.figures.filter { ids.contains($0.id) }.map { figure in
      let name = context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? ""
      return [
        Span("\(name) "), Span(context.label(figure), Style(.strong)),
        Span("  \(figure.periodLabel(context.language))", .muted),
      ]
    }
  }

  private func fields(of strength: Strength, _ context: PanelContext) -> [Section.Field] {
    let strengths = RecordCatalogue.strengths
    return [
      context.field(strengths["category"], context.text(strength.category.name)),
      Section.Field(context.title(strengths["figures"]), figureRows(strength.figures, context)),
      context.field("文件", "Document", documents(strength.citations, context)),
    ]
  }

  private func fields(of firm: Firm, _ context: PanelContext) -> [Section.Field] {
    let firms = RecordCatalogue.firms
    let board = context.board
    let figures = board.figures.filter { $0.subject == Subject(kind: .firm, id: firm.id) }.map(\.id)
    let projects = board.projects.filter { $0.project.firm == firm.id }
    return [
      Section.Field(context.title(firms["rung"]), ladder(of: firm, context)),
      Section.Field(
        context.title(firms["honours"]), firm.honours.map { [Span(context.text($0.name), .accent)] }),
      context.field("又名", "Also", firm.otherNames.map { context.text($0) }.joined(separator: "  ")),
      context.field(firms["role"], context.text(firms["role"], of: firm)),
      context.field(firms["cluster"], context.text(firms["cluster"], of: firm)),
      context.field(
        firms["products"],
        firm.products.map { context.text($0.name) }.joined(separator: context.text("、", ", "))),
      context.field(firms["park"], context.text(firms["park"], of: firm)),
      Section.Field(context.text("数字", "Figures"), figureRows(figures, context)),
      context.field("项目", "Projects", projects.isEmpty ? "" : "\(projects.count)"),
      context.field("文件", "Document", documents(firm.citations, context)),
    ]
  }

  /// Returns the rungs of the ladder with those reached, and when each was reported: `微型企业 → [专精特新企业]`.
  private func ladder(of firm: Firm, _ context: PanelContext) -> [[Span]] {
    let rungs = context.dataset.vocabulary.firmLadder
    guard !rungs.isEmpty else { return [] }
    guard let top = reached(by: firm, context) else {
      return [[Span(context.text("未公布", "not published"), .muted)]]
    }
    let path = rungs.enumerated().flatMap { index, rung -> [Span] in
      let name = context.text(rung.name)
      let isReached = firm.steps.contains { $0.rung == rung.id }
      let span =
        rung.id == top.id
        ? Span("[\(name)]", Style(.accent, on: .plain, .bold)) : Span(name, isReached ? .plain : .muted)
      return (index == 0 ? [] : [Span(" \(context.glyphs.arrow) ", .muted)]) + [span]
    }
    let dates = firm.steps.compactMap { step -> [Span]? in
      guard let date = step.date, let rung = rungs.first(where: { $0.id == step.rung }) else { return nil }
      return [Span(date.label(context.language), .muted), Span(" \(context.text(rung.name))")]
    }
    return [path] + dates
  }

  // MARK: Pages

  func name(of id: String, in context: PanelContext) -> Name? {
    let data = context.dataset
    if id.hasPrefix(Item.strength) { return data.strengths[String(id.dropFirst(Item.strength.count))]?.name }
    if id.hasPrefix(Item.firm) { return data.firms[String(id.dropFirst(Item.firm.count))]?.name }
    return data.measures[id]?.name
  }

  func records(in context: PanelContext) -> [PanelRecord] {
    Part.allCases.flatMap { part in
      var view = ViewState()
      view.mode = part.rawValue
      let list = list(view, context)
      return list.part == part
        ? list.items.map { PanelRecord(id: $0.key, names: [$0.name], mode: part.rawValue) } : []
    }
  }

  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    guard !view.isOpen else { return nil }
    let list = list(view, context)
    return PanelListing(
      kind: list.part.kind, ids: list.items.map { String($0.key.split(separator: "/").last ?? "") })
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    list(view, context).items.map(\.key)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let list = list(view, context)
    if view.isOpen, let item = item(view, context, list) {
      return [Section(context.text(item.name), level: 1)]
        + sections(of: item, context, width: 10_000)
    }
    guard !list.items.isEmpty else { return [Section([.text([Line(emptyText(list, view, context))])])] }
    return [Section([.text([verdict(context)])])]
      + list.groups.map { group in
        Section(
          "\(context.text(group.name)) \(group.items.count)", level: 1,
          [
            .list(
              columns(list.part, context), group.items.map { cells($0, context) },
              citations: group.items.map(\.citations))
          ])
      }
  }

  static let filters = ["group", "text"]

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    let value = view.filters[name] ?? ""
    guard name == "group" else { return context.quoted(value) }
    return list(view, context).all.first { $0.id == value }.map { context.text($0.name) } ?? value
  }
}
