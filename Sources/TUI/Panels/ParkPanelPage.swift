import Canvas
import Domain
import Figures

/// One park in words: all lines of its detail.
struct ParkPanelPage {
  var summary: ParkSummary
  var projects: ParkProjects
  var context: PanelContext
  /// The width of the lines, in columns.
  var width: Int
  /// Whether each project has its own line. Otherwise the projects of a rung share one line, cut at its end.
  var hasAllProjects: Bool

  /// The width of the labels, in columns.
  var labelWidth: Int { width < 60 && context.language == .zh ? 7 : 11 }

  static func kind(_ summary: ParkSummary, _ context: PanelContext) -> String {
    let kind = context.text(summary.park.kind.name)
    guard let parent = summary.parent else { return kind }
    return context.text("\(kind)，属\(parent.name.zh)", "\(kind) in \(parent.name.en)")
  }

  // MARK: All

  /// Returns one line for each kind of content: the main facts of a park in five lines.
  func shortLines() -> [Line] {
    let figures = summary.figures.map { figure in
      [Span("\(indicator(figure)) "), Span(context.label(figure), Style(.strong))]
    }
    let clusters = summary.clusters.map { ParkPanel().clusterText($0, context).spans }
    return rows("数据", "Figures", flowing(figures)) + rows("产业", "Clusters", flowing(clusters))
      + rows("企业", "Firms", [names(summary.enterprises.map(\.name))])
      + rows("项目", "Projects", [ParkPanel().countSpans(summary.projects, context)])
      + rows("行业匹配", "By industry", [ParkPanel().countSpans(summary.kindred, context)])
      + rows("组成", "Parts", [names(summary.parts.map(\.name))]) + noteLines()
  }

  func lines() -> [Line] {
    var lines = rows("类别", "Kind", [[Span(ParkPanelPage.kind(summary, context))]])
    lines += rows("又名", "Also", [names(summary.park.otherNames)])
    lines += noteLines()
    lines += rows("数据", "Figures", summary.figures.map(figureSpans))
    lines += rows("产业", "Clusters", clusterRows())
    lines += rows("企业", "Firms", summary.enterprises.map(firmSpans))
    if summary.projects.isEmpty, !summary.kindred.isEmpty {
      lines += rows(
        "项目", "Projects",
        [[Span(context.text("没有文件写明哪个项目在此", "no document says of a project that it is here"), .muted)]])
    }
    lines += projectLines(
      Name(zh: "项目", en: "Projects"), Name(zh: "原文写明在此", en: "printed to be here"), summary.projects)
    lines += projectLines(
      Name(zh: "行业匹配", en: "Matched"),
      Name(zh: "行业匹配，位置未写明", en: "matched by industry; location unstated"), summary.kindred)
    lines += partLines() + conflictLines() + citationLines()
    return lines
  }

  // MARK: Parts

  /// Returns rows of one kind, with the label before the first of them. Rows without text are omitted.
  private func rows(_ zh: String, _ en: String, _ rows: [[Span]]) -> [Line] {
    rows.filter { !$0.isEmpty }.enumerated().map { index, spans in
      let label = index == 0 ? context.text(zh, en) : ""
      return Line([Span(TextWidth.padded(label, to: labelWidth), .muted)] + spans)
    }
  }

  private func heading(_ name: Name, count: Int? = nil, _ remark: Name = Name(both: "")) -> [Line] {
    let count = count.map { " \($0)" } ?? ""
    return [
      Line(""), Line([Span(context.text(name) + count, .title), Span("  \(context.text(remark))", .muted)]),
    ]
  }

  /// Returns rows with as many items as fit. No item is split across rows.
  private func flowing(_ items: [[Span]]) -> [[Span]] {
    var rows: [[Span]] = []
    for item in items {
      let columns = Line(item).columns + 2
      if let last = rows.indices.last, Line(rows[last]).columns + columns <= width - labelWidth {
        rows[last] += [Span("  ")] + item
      } else {
        rows.append(item)
      }
    }
    return rows
  }

  private func noteLines() -> [Line] {
    rows("说明", "Note", [summary.park.note.map { [Span(context.text($0.name))] } ?? []])
  }

  private func names(_ names: [Name]) -> [Span] {
    names.isEmpty ? [] : [Span(names.map { context.text($0) }.joined(separator: context.text("、", ", ")))]
  }

  private func indicator(_ figure: Figure) -> String {
    context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
  }

  private func figureSpans(_ figure: Figure) -> [Span] {
    let plan = context.board.planName(of: figure).map { " \(context.text($0))" } ?? ""
    let kind = figure.kind == .actual ? "" : " \(context.text(figure.kind.name))"
    let note = figure.note.map { "  \(context.text($0))" } ?? ""
    return [
      Span("\(indicator(figure)) "), Span(context.label(figure), Style(.strong)),
      Span("  \(figure.period.label(context.language))\(plan)\(kind)\(note)", .muted),
    ]
  }

  private func firmSpans(_ firm: Enterprise) -> [Span] {
    [Span(context.text(firm.name)), Span(firm.role.map { "  \(context.text($0.name))" } ?? "", .muted)]
  }

  private func partLines() -> [Line] {
    guard !summary.parts.isEmpty else { return [] }
    return heading(Name(zh: "组成", en: "Parts"), count: summary.parts.count)
      + summary.parts.map { park in
        let own = projects.located(in: park.id)
        let counts = own.isEmpty ? [] : [Span("  ")] + ParkPanel().countSpans(own, context)
        return Line(
          [Span(context.text(park.name)), Span("  \(context.text(park.kind.name))", .muted)] + counts)
      }
  }

  /// How much of a placed cluster's target is shown.
  private enum Fullness: CaseIterable { case plan, target, status }

  /// Returns the placed clusters, with as much of their targets as fits on one row each.
  private func clusterRows() -> [[Span]] {
    let choices = Fullness.allCases.map { fullness in
      summary.clusters.flatMap { clusterRows($0, fullness) }
    }
    let room = width - labelWidth
    return choices.first { rows in rows.allSatisfy { Line($0).columns <= room } } ?? choices.last ?? []
  }

  /// Returns a placed cluster with its target and, if there is a matching cluster, that cluster and its target.
  private func clusterRows(_ placement: ParkSummary.Placement, _ fullness: Fullness) -> [[Span]] {
    let indent = placement.isPart ? "  " : ""
    var rows = [clusterSpans(placement.cluster, placement.target, lead: indent, fullness)]
    if let kin = placement.kin {
      rows.append(clusterSpans(kin, placement.kinTarget, lead: indent + context.text("同 ", "as "), fullness))
    }
    return rows
  }

  private func clusterSpans(
    _ cluster: Cluster, _ target: TargetProgress?, lead: String, _ fullness: Fullness
  ) -> [Span] {
    let status = target?.status
    let glyph = status.map { context.glyph($0) } ?? context.glyphs.bullet
    var spans = [
      Span(lead, .muted), Span("\(glyph) ", status?.role ?? .muted), Span(context.text(cluster.name)),
    ]
    guard let target else { return spans + [Span(context.text("  无目标", "  no target"), .muted)] }
    if fullness != .status {
      let plan = fullness == .plan ? " \(context.text(target.planName))" : ""
      spans.append(Span("  \(context.label(target.target))", Style(.strong)))
      spans.append(Span(" \(target.target.period.text)\(plan)", .muted))
    }
    return spans + [Span("  \(context.text(target.status.name))", target.status.role)]
  }

  // MARK: Projects

  private func projectLines(_ title: Name, _ remark: Name, _ projects: [ProjectStatus]) -> [Line] {
    guard !projects.isEmpty else { return [] }
    var lines = heading(title, count: projects.count, remark)
    var groups = ParkSummary.counts(projects).map { (rung: Optional($0.rung), count: $0.count) }
    groups.append((rung: nil, count: projects.count { $0.rung == nil }))
    let (names, rungs) = (nameWidth(projects), max(rungWidth, 4))
    for (rung, count) in groups where count > 0 {
      let members = projects.filter { $0.rung == rung }
      let name = rung.map { context.rungName($0) } ?? context.text("未定", "No stage")
      let label = Span(TextWidth.padded(name, to: rungs), rung?.role ?? .muted)
      lines +=
        hasAllProjects
        ? members.map { projectLine($0, label, nameWidth: names) }
        : [sharedLine(members, label)]
    }
    return lines
  }

  /// The columns of the longest name of a rung in use, and a blank.
  private var rungWidth: Int {
    let rungs = Set((summary.projects + summary.kindred).compactMap(\.rung))
    return (rungs.map { TextWidth.columns(of: context.rungName($0)) }.max() ?? 0) + 1
  }

  /// Returns the columns for names such that the following text lines up, if the width allows it.
  private func nameWidth(_ projects: [ProjectStatus]) -> Int {
    let longest = projects.map { TextWidth.columns(of: context.text($0.project.name)) }.max() ?? 0
    return min(longest, max(0, width - rungWidth - 28))
  }

  /// Returns `在建 新材料产业园  2021-08`.
  private func projectLine(_ status: ProjectStatus, _ label: Span, nameWidth: Int) -> Line {
    let project = status.project
    let name = context.text(project.name)
    let spare = max(0, nameWidth - TextWidth.columns(of: name))
    let date =
      status.reached.map { $0.date.precision == .unknown ? "" : $0.dateLabel(context.language) } ?? ""
    let owner = project.enterprise.flatMap { context.dataset.enterprises[$0]?.name } ?? project.owner
    let remark = [TextWidth.padded(date, to: 10), owner.map { context.text($0) } ?? ""].joined(
      separator: "  ")
    guard !date.isEmpty || owner != nil else { return Line([label, Span(name)]) }
    return Line([label, Span(name + String(repeating: " ", count: spare)), Span("  \(remark)", .muted)])
  }

  /// Returns `谋划 37 甲、乙、丙…`.
  private func sharedLine(_ members: [ProjectStatus], _ label: Span) -> Line {
    let names = members.map { context.text($0.project.name) }.joined(separator: context.text("、", "; "))
    let count = TextWidth.padded("\(members.count)", to: 4)
    let room = max(0, width - TextWidth.columns(of: label.text) - 4)
    return Line([
      label, Span(count, .strong), Span(TextWidth.fitted(names, to: room, mark: context.glyphs.ellipsis)),
    ])
  }

  // MARK: Documents

  private func conflictLines() -> [Line] {
    guard !summary.conflicts.isEmpty else { return [] }
    return heading(Name(zh: "矛盾", en: "Conflicts"))
      + summary.conflicts.map { conflict in
        Line([
          Span("\(context.glyphs.conflict) ", .conflict), Span(context.text(conflict.title)),
          Span(conflict.computed.map { "  \(context.text($0))" } ?? "", .muted),
        ])
      }
  }

  private func citationLines() -> [Line] {
    let citations = summary.citations + summary.figures.flatMap(\.citations)
    guard !citations.isEmpty else { return [] }
    return heading(Name(zh: "出处", en: "Where it is printed")) + context.citationLines(citations)
  }
}
