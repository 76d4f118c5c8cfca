import Canvas
import Domain
import Figures
import Output

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

  /// One line for each kind of content: the main facts of a park in five lines.
  var shortSections: [Section] {
    let figures = summary.figures.map { figure in
      // Of two figures of one indicator each has its time.
      let isOne = summary.figures.count { $0.indicator == figure.indicator } == 1
      let time = isOne ? [] : [Span(" \(figure.period.label(context.language))", .muted)]
      return [Span("\(indicator(figure)) "), Span(context.label(figure), Style(.strong))] + time
    }
    let clusters = summary.clusters.map { ParkPanel().clusterText($0, context).spans }
    let room = width - labelWidth
    return facts([
      context.field("数据", "Figures", Section.Field.flowing(figures, width: room)),
      context.field("产业", "Clusters", Section.Field.flowing(clusters, width: room)),
      context.field("企业", "Firms", [names(summary.firms.map(\.name))]),
      context.field("项目", "Projects", [ParkPanel().countSpans(summary.projects, context)]),
      context.field("可能", "Possible", [ParkPanel().countSpans(summary.industryMatches, context)]),
      context.field("组成", "Parts", [names(summary.parts.map(\.name))]), note,
    ])
  }

  var sections: [Section] {
    let hasOnlyKindred = summary.projects.isEmpty && !summary.industryMatches.isEmpty
    let unnamed = Span(context.text("没有文件写明哪个项目在此", "no document locates a project here"), .muted)
    return facts([
      context.field(RecordCatalogue.parks["kind"], ParkPanelPage.kind(summary, context)),
      context.field("又名", "Also", [names(summary.park.otherNames)]), note,
      context.field("数据", "Figures", summary.figures.map(figureSpans)),
      context.field("产业", "Clusters", clusterRows()),
      context.field("企业", "Firms", summary.firms.map(firmSpans)),
      context.field("项目", "Projects", hasOnlyKindred ? [[unnamed]] : []),
    ])
      + [
        section(
          "\(context.text("写明在此的项目", "Projects stated to be here")) \(summary.projects.count)",
          projectLines(summary.projects)),
        section(
          "\(context.text("可能在此的项目", "Possible projects")) \(summary.industryMatches.count)",
          remark: context.text("行业相同，位置未写明", "same industry; location unstated"),
          projectLines(summary.industryMatches)),
        section("\(context.text("组成", "Parts")) \(summary.parts.count)", partLines),
        section(context.text("矛盾", "Conflicts"), conflictLines),
        section(
          context.text("出处", "Where it is printed"),
          context.citationLines(summary.citations + summary.figures.flatMap(\.citations))),
      ].compactMap { $0 }
  }

  // MARK: Parts

  private func facts(_ fields: [Section.Field]) -> [Section] {
    [Section([.fields(fields, labelWidth: labelWidth)])]
  }

  /// Returns lines with their title; nil without lines.
  private func section(_ title: String, remark: String = "", _ lines: [Line]) -> Section? {
    lines.isEmpty ? nil : Section(title, remark: remark, [.text(lines)])
  }

  private var note: Section.Field {
    context.field(RecordCatalogue.parks["note"], summary.park.note.map { context.text($0.name) } ?? "")
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

  private func firmSpans(_ firm: Firm) -> [Span] {
    [Span(context.text(firm.name)), Span(firm.role.map { "  \(context.text($0.name))" } ?? "", .muted)]
  }

  private var partLines: [Line] {
    summary.parts.map { park in
      let own = projects.located(in: park.id)
      let counts = own.isEmpty ? [] : [Span("  ")] + ParkPanel().countSpans(own, context)
      return Line(
        [Span(context.text(park.name)), Span("  \(context.text(park.kind.name))", .muted)] + counts)
    }
  }

  private var conflictLines: [Line] {
    summary.conflicts.map { conflict in
      Line([
        Span("\(context.glyphs.conflict) ", .conflict), Span(context.text(conflict.title)),
        Span(conflict.computed.map { "  \(context.text($0))" } ?? "", .muted),
      ])
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

  /// Returns a placed cluster with its target; in the same row the status of the cluster that means about the same.
  private func clusterRows(_ placement: ParkSummary.Placement, _ fullness: Fullness) -> [[Span]] {
    let indent = placement.isPart ? "  " : ""
    var row = clusterSpans(placement.cluster, placement.target, lead: indent, fullness)
    if let equivalent = placement.equivalent {
      let own = equivalent.name == placement.cluster.name
      let name = own ? "" : " \(context.text(equivalent.name))"
      let plan = placement.equivalentTarget.map { context.text($0.planName) } ?? ""
      let goal =
        fullness == .status ? "" : placement.equivalentTarget.map { " \(context.label($0.target))" } ?? ""
      let status = placement.equivalentTarget?.status
      row += [
        Span(context.text("（\(plan)\(name)\(goal)：", " (\(plan)\(name)\(goal): "), .muted),
        Span(
          status.map { context.text($0.name) } ?? context.text("无目标", "no target"), status?.role ?? .muted),
        Span(context.text("）", ")"), .muted),
      ]
    }
    return [row]
  }

  private func clusterSpans(
    _ cluster: Cluster, _ target: TargetProgress?, lead: String, _ fullness: Fullness
  ) -> [Span] {
    var spans = [
      Span(lead, .muted), Span("\(context.glyphs.bullet) ", .muted), Span(context.text(cluster.name)),
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

  private func projectLines(_ projects: [ProjectStatus]) -> [Line] {
    var groups = ParkSummary.counts(projects).map { (rung: Optional($0.rung), count: $0.count) }
    groups.append((rung: nil, count: projects.count { $0.rung == nil }))
    let (names, rungs) = (nameWidth(projects), max(rungWidth, 4))
    return groups.filter { $0.count > 0 }.flatMap { rung, _ -> [Line] in
      let members = projects.filter { $0.rung == rung }
      let name = rung.map { context.rungName($0) } ?? context.text("未定", "No stage")
      let label = Span(TextWidth.padded(name, to: rungs), rung?.role ?? .muted)
      return hasAllProjects
        ? members.map { projectLine($0, label, nameWidth: names) } : [sharedLine(members, label)]
    }
  }

  /// The columns of the longest name of a rung in use, and a blank.
  private var rungWidth: Int {
    let rungs = Set((summary.projects + summary.industryMatches).compactMap(\.rung))
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
    let owner = context.dataset.ownerNames(of: project).first
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
}
