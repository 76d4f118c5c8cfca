import Canvas
import Domain
import Figures

// What the marks of a record mean, in a few words each, for the line above the footer.

extension PanelContext {
  /// Returns the worst conflict about a record's statements, and the document that prints the first one.
  func remarks(on statements: [Statement]) -> [Line] {
    // A doubt about one of many figures says nothing about the record; two values for one do.
    let figures = statements.compactMap(\.figure).filter(board.contested.contains)
    return [disagreement(on: figures), place(of: statements.first?.citations ?? [])].compactMap { $0 }
  }

  /// Returns why a target has no newer figure, what documents disagree on, who leads it, and where it is printed.
  func remarks(on row: TargetProgress) -> [Line] {
    [
      gap(of: row), disagreement(on: [row.target.id] + (row.observation.map { [$0.id] } ?? [])),
      lead(of: row), dueText(of: row).map { Line($0, .stale) }, place(of: row.target.citations),
    ].compactMap { $0 }
  }

  // MARK: Parts

  /// Returns `◇ 2020年后未公布`, or another reason why nothing is measured; nil if the target is measured.
  private func gap(of row: TargetProgress) -> Line? {
    guard row.status.isUnknown, !row.isSecondary else { return nil }
    let reason =
      row.status == .noDataSinceBase
      ? row.observation.map { text("\(time(of: $0))后未公布", "no figure since \(time(of: $0))") } : nil
    return Line([Span("\(glyph(row.status)) ", row.status.role), Span(reason ?? word(of: row))])
  }

  private func lead(of row: TargetProgress) -> Line? {
    let units = board.responsibility(for: row).units.map { text($0.name) }
    guard !units.isEmpty else { return Line(text("责任单位未列明", "no lead named"), .muted) }
    return Line([Span(text("牵头 ", "led by "), .muted), Span(list(units))])
  }

  /// Returns the worst conflict about some figures: `≠ 十四五规划 350亿元，工业强城方案 400亿元`. If its statements are not two
  /// values of one thing, returns its documents and its title.
  func disagreement(on figures: [String]) -> Line? {
    let found = figures.compactMap { dataset.figures[$0] }.flatMap { board.conflicts(about: $0) }
      .filter(\.castsDoubt)
    // Two values for one thing come before doubts.
    let opposed = found.filter { !sides(of: $0).isEmpty }
    guard let worst = (opposed.isEmpty ? found : opposed).min(by: { $0.severity < $1.severity }) else {
      return nil
    }
    return disagreement(in: worst)
  }

  /// Returns what documents say against a figure, as `disagreement(on:)`; nil if none gives another value.
  package func opposition(to figure: Figure) -> Line? {
    guard board.contested.contains(figure.id) else { return nil }
    let opposed = board.conflicts(about: figure).filter { conflict in
      conflict.opposed(in: dataset).contains { $0.id == figure.id }
    }
    return opposed.min { $0.severity < $1.severity }.map { disagreement(in: $0) }
  }

  func disagreement(in conflict: Conflict) -> Line {
    let mark = Span("\(glyphs.conflict) ", .conflict)
    let sides = self.sides(of: conflict)
    if !sides.isEmpty { return Line([mark, Span(sides.joined(separator: text("，", "; ")))]) }
    let documents = documents(of: conflict, fitting: 24)
    let title = text(conflict.title)
    return Line([mark, Span(documents.isEmpty ? title : documents + text("：", ": ") + title)])
  }

  /// Returns the different values of a contradiction, each with its documents; empty if they are not of one indicator.
  private func sides(of conflict: Conflict) -> [String] {
    let figures = conflict.figures.compactMap { dataset.figures[$0] }
    guard conflict.kind == .contradiction, figures.count > 1, Set(figures.map(\.indicator)).count == 1,
      Set(figures.map(\.kind)).count == 1
    else { return [] }
    // Industries of two classifications can have one name.
    let hasOneSubject = Set(figures.map { text(dataset.name(of: $0.subject)) }).count == 1
    var order: [String] = []
    var values: [String: [String]] = [:]
    for figure in figures {
      let source = figure.citations.first.flatMap { dataset.sources[$0.source] }
      let subject = hasOneSubject ? "" : "\(text(dataset.name(of: figure.subject))) "
      let (document, value) = (
        source.map { text($0.short) } ?? "", subject + typed(dataset.label(figure, language))
      )
      if values[document] == nil { order.append(document) }
      if values[document]?.contains(value) != true { values[document, default: []].append(value) }
    }
    guard Set(values.values.flatMap { $0 }).count > 1 else { return [] }
    // Documents that say the same stand together.
    var sides: [(documents: [String], values: [String])] = []
    for document in order {
      let said = values[document] ?? []
      if let index = sides.firstIndex(where: { $0.values == said }) {
        sides[index].documents.append(document)
      } else {
        sides.append(([document], said))
      }
    }
    return sides.map { "\(list($0.documents)) \($0.values.joined(separator: text("和", " and ")))" }
  }

  /// Returns the first document of some citations, with its section.
  func place(of citations: [Citation]) -> Line? {
    guard let citation = citations.first, let source = dataset.sources[citation.source] else { return nil }
    let section = section(of: citation)
    // A bare number after the name of a document would read as a count.
    let isNumber = section.first.map { $0 == "(" || $0.isNumber } ?? false
    let place = language == .en && isNumber ? "section \(section)" : section
    return Line(
      [text("见", "in"), text(source.short), place].filter { !$0.isEmpty }.joined(separator: " "), .muted)
  }

  /// Returns names as an enumeration.
  func list(_ names: [String]) -> String { names.joined(separator: text("、", ", ")) }
}

// MARK: Views

extension OverviewPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    let entries = entries(context)
    guard let index = selectedIndex(view, in: ids(of: entries)) else { return [] }
    switch entries[index] {
    case .target(let row), .partial(let row, _): return context.remarks(on: row)
    case .cluster(let summary): return ClustersPanel.remarks(on: summary, context)
    case .figure(let figure): return context.remarks(on: [context.statement(figure)])
    case .rung(let step): return [OverviewPanel.remark(on: step, context)]
    case .unreportedTargets:
      let wordings = context.board.unreportedWordings
      let others =
        wordings > 0 ? context.text("；另有\(wordings)个目标无数值", "; \(wordings) more targets have no number") : ""
      return [
        Line(context.text("目标年已过，所列文件未公布结果", "their year is over; no document has the result") + others)
      ]
    case .unreported:
      return [Line(context.text("预期日期已过，其后没有新资料", "their date has passed, and no document is newer than it"))]
    case .lapsed:
      return [Line(context.text("列入的规划已到期，此后无报道", "their plan is over, and nothing was reported since"))]
    case .overdue:
      return [
        Line(
          context.text("预期日期已过，其后资料仍未报道到达", "their date has passed; a later document does not report them"))
      ]
    case .halted:
      return [Line(context.text("文件报道停工或停产，没有恢复的记载", "reported halted; no document reports that it goes on"))]
    case .waiting: return [Line(context.text("已签约，没有开工记载", "signed; no document reports a start"))]
    }
  }

  /// Returns that the listed projects and the official total are counted differently.
  private static func remark(on step: Pipeline.Step, _ context: PanelContext) -> Line {
    let listed = context.text(
      "清单项目 \(step.listed)：资料逐一列名的", "\(step.listed) listed: named one by one in documents")
    let stage = context.board.pipeline.funnel.stages.first { $0.rung == step.rung }
    let details = [
      (stage?.earlier ?? 0) > 0
        ? context.board.pipeline.funnel.earlierYear.map {
          context.text("\(stage?.earlier ?? 0)项\($0)年底前已是", "\(stage?.earlier ?? 0) so by \($0)")
        } : nil,
      (stage?.deduced ?? 0) > 0
        ? context.text("\(stage?.deduced ?? 0)项据措辞推算", "\(stage?.deduced ?? 0) inferred from wording") : nil,
    ].compactMap(\.self)
    let split =
      details.isEmpty
      ? "" : context.text("（\(details.joined(separator: "，"))）", " (\(details.joined(separator: ", ")))")
    guard let reported = step.reported else { return Line(listed + split) }
    let value = context.label(reported)
    return Line(
      listed + split
        + context.text(
          "；官方通报数 \(value)：口径不同，不相加", "; official total \(value): counted differently, never added")
    )
  }
}

extension ClustersPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    selected(view, context).map { ClustersPanel.remarks(on: $0, context) } ?? []
  }

  static func remarks(on summary: ClusterSummary, _ context: PanelContext) -> [Line] {
    guard let row = summary.target else {
      return context.remarks(on: ClustersPanel.statements(of: summary, context))
    }
    return context.remarks(on: row)
  }
}

extension TargetsPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    selected(view, context).map { context.remarks(on: $0) } ?? []
  }
}

extension ProjectsPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    guard let status = selected(view, context) else { return [] }
    var parts: [Line] = []
    if let plan = context.board.lapsedPlan(of: status) {
      parts.append(Line(context.text(plan.lapsedText), Lateness.unreported.role))
    } else if let lateness = status.lateness {
      parts.append(Line(context.text(lateness.name), lateness.role))
    }
    if status.isInferred, let note = status.reached?.note { parts.append(Line(context.text(note), .muted)) }
    if let waiting = status.waiting {
      parts.append(
        Line(
          context.text("签约后\(waiting.label(.zh))未开工", "signed, not started for \(waiting.label(.en))"),
          .behind))
    }
    let owner = status.project.firm.flatMap { context.dataset.firms[$0]?.name } ?? status.project.owner
    if let owner { parts.append(Line(context.text("业主 \(owner.zh)", "owner \(owner.en)"))) }
    return parts + context.remarks(on: statements(view, in: context))
  }
}

extension TasksPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    guard let item = item(view, context, page(view, context)) else { return [] }
    func units(_ ids: [String]) -> String {
      context.list(ids.compactMap { context.dataset.organisations[$0] }.map { context.text($0.name) })
    }
    // A conflict of one of several indicators is about that one only, which the detail shows.
    guard case .task(let standing) = item else {
      return [context.place(of: statements(view, in: context).first?.citations ?? [])].compactMap { $0 }
    }
    let (lead, others) = (units(standing.task.lead), units(standing.task.cooperating))
    let label = context.text("牵头 ", "led by ")
    return [
      Line([Span(label, .muted), Span(lead.isEmpty ? context.text("未列明", "nobody named") : lead)]),
      others.isEmpty ? nil : Line([Span(context.text("配合 ", "with "), .muted), Span(others)]),
    ].compactMap { $0 } + [context.place(of: standing.task.citations)].compactMap { $0 }
  }
}

extension SourcesPanel {
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    switch SourcesList(context, view: view).selected {
    case .conflict(let conflict)?:
      let verdict = context.board.verdict(on: conflict)
      let shown = verdict.words.map { context.text("显示 \($0.zh)", "shown: \($0.en)") }
      let rule =
        verdict.ruleID.isEmpty ? nil : context.text("规则 \(verdict.rule.zh)", "rule: \(verdict.rule.en)")
      return [
        Line(context.documents(of: conflict, fitting: 40)), shown.map { Line($0) },
        rule.map { Line($0, .muted) },
      ].compactMap { $0 }
    case .document(let source)?:
      return [Line(context.text(source.title)), Line(context.date(of: source), .muted)]
    case nil: return []
    }
  }
}
