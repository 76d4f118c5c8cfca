import Canvas
import Domain
import Figures

extension ProjectsPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      renderDetail(status, context, area, view.scroll, &buffer)
      return
    }
    let isWide = area.width >= 150 && area.height >= 30
    let (left, right) = area.splitLeft(isWide ? area.width * 58 / 100 : area.width)
    renderList(rows, view, context, left, hasFunnel: arrangement(view) == .funnel, &buffer)
    if isWide { renderSide(rows, view, context, right.splitLeft(2).rest, &buffer) }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderList(rows(view, context), view, context, area, hasFunnel: arrangement(view) == .funnel, &buffer)
  }

  /// Draws the funnel and the project under the cursor, beside the list on large screens.
  private func renderSide(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let lines = funnelLines(rows, view, context)
    let isShown = arrangement(view) != .funnel
    let (top, bottom) = area.splitTop(isShown ? lines.funnel.height + lines.below.count + 2 : 0)
    if isShown { renderFunnel(lines, rows, context, top, &buffer) }
    if let status = selected(view, context) { renderDetail(status, context, bottom, 0, &buffer) }
  }

  private func renderList(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, hasFunnel: Bool,
    _ buffer: inout Buffer
  ) {
    var rest = area
    if hasFunnel, area.height >= 14 {
      let lines = funnelLines(rows, view, context)
      let (top, below) = area.splitTop(
        min(lines.funnel.height + lines.below.count + 2, max(0, area.height - 5)))
      renderFunnel(lines, rows, context, top, &buffer)
      rest = below
    }
    let (head, below) = rest.splitTop(1)
    SectionTitle(
      title(rows, context),
      remarks: [lapsedRemark(context), unreportedRemark(context)] + countRemarks(rows, context).reversed()
        + [filterText(view, context)]
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let wantsCommitments = !context.board.pipeline.commitments.isEmpty && below.height >= 14
    let (body, foot) = below.splitBottom(wantsCommitments ? context.board.pipeline.commitments.count + 1 : 0)
    if rows.isEmpty {
      let clear = context.clearingKey
      let text =
        view.filters.isEmpty
        ? context.text("没有项目", "no projects")
        : context.text("没有符合条件的项目，按 \(clear) 清除筛选", "no matching projects; \(clear) clears the filters")
      buffer.put(
        text, x: body.x + 1,
        y: body.y, style: Style(.muted), clip: body)
    } else if arrangement(view) == .board {
      renderBoard(rows, view, context, body, &buffer)
    } else {
      // If not all rows are visible, the visible ones do not show how many projects are at each stage.
      let hasCounts = !hasFunnel && rows.count > body.height && body.height >= 10 && body.width >= 70
      let (strip, table) = body.splitTop(hasCounts ? 1 : 0)
      if hasCounts {
        buffer.put(
          stageCounts(rows, context, width: strip.width), in: strip, ellipsis: context.glyphs.ellipsis)
      }
      renderTable(rows, view, context, table, &buffer)
    }
    renderCommitments(context, foot, &buffer)
  }

  /// Returns ` 谋划 284  开工 2  在建 7  投产 18`: the shown projects by current stage, most first.
  private func stageCounts(_ rows: ProjectRows, _ context: PanelContext, width: Int) -> Line {
    let counts = rows.rungs.map { rung in (rung: rung, count: rows.column(rung).projectCount) }
    let ordered = counts.sorted { $0.count > $1.count }
    var shown: [Span] = []
    for (rung, count) in ordered {
      let name = rung.map { context.rungName($0) } ?? context.text("阶段不明", "Stage unknown")
      let spans = [Span(" \(name) ", rung?.role ?? .muted), Span("\(count) ", Style(.strong))]
      guard Line(shown + spans).columns <= width else { break }
      shown += spans
    }
    return Line(shown)
  }

  /// Returns `项目 12/268`: the shown and all projects. A part is counted with its project.
  func title(_ rows: ProjectRows, _ context: PanelContext) -> String {
    "\(context.text("项目", "Projects")) \(rows.counts.projects)/\(context.board.projectCounts.projects)"
  }

  /// Returns how many counted items are not construction projects, and how many parts are not counted.
  func countRemarks(_ rows: ProjectRows, _ context: PanelContext) -> [String] {
    [rows.counts.planItemsText, rows.counts.partsText].compactMap { $0.map { context.text($0) } }
  }

  func filterText(_ view: ViewState, _ context: PanelContext) -> String {
    let filters = view.filters
    let rows = rows(view, context)
    func place(_ name: String) -> String {
      let values = rows.choices[name] ?? []
      guard let index = filters[name].flatMap(values.firstIndex), values.count > 1 else { return "" }
      return " \(index + 1)/\(values.count)"
    }
    var parts: [String] = []
    if let stage = filters["stage"].flatMap(Rung.init) {
      parts.append(context.rungName(stage) + place("stage"))
    }
    if let cluster = filters["cluster"].flatMap({ context.dataset.clusters[$0] }) {
      let classification =
        context.dataset.classifications[cluster.classification].map { context.text($0.name) } ?? ""
      parts.append("\(classification): \(context.text(cluster.name))\(place("cluster"))")
    }
    if let park = filters["park"].flatMap({ context.dataset.parks[$0] }) {
      parts.append(context.text(park.name) + place("park"))
    }
    if let owner = filters["owner"].flatMap({ context.dataset.enterprises[$0] }) {
      parts.append(context.text(owner.name) + place("owner"))
    }
    if filters["nature"] != nil { parts.append(context.text("只看项目", "projects only")) }
    if filters["overdue"] != nil { parts.append(context.text(Lateness.overdue.name)) }
    if filters["lapsed"] != nil { parts.append(context.text(Plan.lapsed)) }
    if filters["unreported"] != nil { parts.append(context.text(Lateness.unreported.name)) }
    if filters["waiting"] != nil { parts.append(context.text("签约未开工", "signed, not started")) }
    if let text = filters["text"] { parts.append(text) }
    if parts.isEmpty || order(view) != .stage { parts.append(context.text(order(view).name)) }
    return parts.joined(separator: " + ")
  }

  /// Returns `◷ 到期无新资料237，资料止于2024-10-30`: how many projects are past due without a newer document.
  private func unreportedRemark(_ context: PanelContext) -> String {
    let count = context.board.counts(of: context.board.unreported).projects
    guard count > 0, let newest = context.board.newestSource?.date.text else { return "" }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    return context.text(
      "\(glyph) 到期无新资料\(count)，资料止于\(newest)", "\(glyph) due, no newer document \(count), data end \(newest)")
  }

  /// Returns `列入2025年到期的规划、此后无报道 238`.
  private func lapsedRemark(_ context: PanelContext) -> String {
    context.board.lapsedByPlan.map { "\(context.text($0.plan.lapsedText)) \($0.count)" }.joined(
      separator: "  ")
  }

  /// The index of the investment column.
  private static let investmentColumn = 5

  func tableColumns(_ context: PanelContext) -> [Table.Column] {
    let isChinese = context.language == .zh
    let isWide = !isChinese && context.width >= 100
    return [
      Table.Column(
        context.text("项目", "Project"), width: isWide ? 34 : 24, flex: 4, priority: 9),
      Table.Column(context.text("阶段", "Stage"), width: context.stageColumns, priority: 9),
      Table.Column(context.text("日期", "Date"), width: isChinese ? 16 : 14, priority: 8),
      Table.Column(context.text("集群", "Cluster"), width: isWide ? 14 : 12, flex: 1, priority: 6),
      Table.Column(context.text("预期", "Expected"), width: isChinese ? 17 : 25, priority: 5),
      Table.Column(context.text("投资", "Investment"), width: 10, alignment: .right, priority: 4),
      Table.Column(context.text("业主", "Owner"), width: 16, flex: 1, priority: 2),
    ]
  }

  func tableCells(_ status: ProjectStatus, _ context: PanelContext) -> [Table.Content] {
    let project = status.project
    let late = status.lateness.flatMap { context.glyphs.statuses[$0.glyph] } ?? ""
    let expected =
      status.waiting.map { context.text("待开工", "waits ") + $0.label(context.language) }
      ?? status.expected.map { "\(late)\($0.date.label(context.language)) \(context.stageName($0.stage))" }
      ?? ""
    let cluster =
      project.clusters.last.flatMap { context.dataset.clusters[$0] }.map { context.text($0.name) } ?? ""
    let owner = project.enterprise.flatMap { context.dataset.enterprises[$0]?.name } ?? project.owner
    return [
      .text(rowName(status, context)),
      .text(context.stageName(of: status), Style(status.rung?.role ?? .muted)),
      .text(status.reached?.dateLabel(context.language) ?? "-"), .text(cluster, .muted),
      .text(expected, Style(status.waiting == nil ? status.lateness?.role ?? .muted : .behind)),
      .text(context.label(status.investment)),
      .text(owner.map { context.text($0) } ?? "", .muted),
    ]
  }

  /// Returns the name for a row. A part is below its project, or alone if only it is shown. Text output names its
  /// project.
  private func rowName(_ status: ProjectStatus, _ context: PanelContext) -> String {
    let name = context.text(status.project.name)
    guard let parent = status.parent else { return name }
    guard context.glyphs.branch.isEmpty else { return context.glyphs.branch + name }
    return context.text("\(name)（属\(parent.name.zh)）", "\(name) (part of \(parent.name.en))")
  }

  private func renderTable(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let selection = selectedIndex(view, in: rows)
    let shown = Table.shownRows(of: rows.count, selection: selection, in: area, &buffer.lists)
    var table = Table(
      columns: tableColumns(context),
      rows: shown.map { Table.Row(tableCells(rows[$0], context), record: rows[$0].project.id) },
      selection: selection.map { $0 - shown.lowerBound })
    table.isContinued = shown.upperBound < rows.count
    table.list = nil
    // An almost empty column leaves its room to the names.
    if !rows.hasInvestments, rows.key.order != .investment {
      table = table.without(ProjectsPanel.investmentColumn)
    }
    table.render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the stage in whose column a project is on the board: a part is with its project.
  func column(of status: ProjectStatus, _ context: PanelContext) -> Rung? {
    context.board.projects[status.root].rung
  }

  private func renderBoard(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let rungs = rows.rungs
    guard let now = selected(view, context), let position = rungs.firstIndex(of: column(of: now, context))
    else {
      return
    }
    let fitting = max(1, min(rungs.count, area.width / 20))
    let first = buffer.lists.window(
      "columns", count: rungs.count, selection: position, height: fitting, isPaged: false
    ).first
    let width = area.width / fitting
    for (index, rung) in rungs[first..<(first + fitting)].enumerated() {
      let column = Rect(
        x: area.x + index * width, y: area.y, width: width - (index < fitting - 1 ? 1 : 0),
        height: area.height)
      let members = rows.column(rung)
      let (head, body) = column.splitTop(1)
      let name = rung.map { context.rungName($0) } ?? context.text("阶段不明", "Stage unknown")
      let isActive = index + first == position
      SectionTitle("\(name) \(members.projectCount)", isActive: isActive)
        .render(in: head, into: &buffer, glyphs: context.glyphs)
      let selection = isActive ? members.index(ofID: now.project.id) : nil
      let shown = Table.shownRows(
        of: members.count, selection: selection, in: body, list: "column \(name)", hasHeader: false,
        &buffer.lists)
      var table = Table(
        columns: [Table.Column("", width: 8, flex: 1)],
        rows: shown.map {
          Table.Row([.text(boardName(members[$0], under: rung, context))], record: members[$0].project.id)
        },
        selection: selection.map { $0 - shown.lowerBound }, hasHeader: false)
      table.isContinued = shown.upperBound < members.count
      table.list = nil
      table.render(in: body, into: &buffer, glyphs: context.glyphs)
    }
  }

  /// Returns the name on the board. A part at another stage than its project shows its stage: `└ 投产：12万吨ECR生产线`.
  private func boardName(_ status: ProjectStatus, under rung: Rung?, _ context: PanelContext) -> String {
    guard status.isPart, status.rung != rung else { return rowName(status, context) }
    let stage = context.stageName(of: status) + context.text("：", ": ")
    return context.glyphs.branch + stage + context.text(status.project.name)
  }

  private func renderCommitments(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height > 1 else { return }
    SectionTitle(
      context.text("年度目标任务", "Yearly commitments"),
      remark: context.text("官方通报数与清单项目口径不同", "official totals and listed projects differ")
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
    for (index, line) in CommitmentLines.lines(context, isShort: false).enumerated() {
      buffer.put(line, in: area, row: index + 1, ellipsis: context.glyphs.ellipsis)
    }
  }

  // MARK: Funnel

  /// Returns the funnel of the shown projects and the lines below it: the progress of a plan's list and the projects
  /// waiting to start.
  private func funnelLines(_ rows: ProjectRows, _ view: ViewState, _ context: PanelContext) -> (
    funnel: FunnelPicture, below: [Line]
  ) {
    let funnel = rows.funnel
    // An official total covers all projects, so it is not shown beside a part of them.
    let isAll = rows.counts.projects == context.board.projectCounts.projects
    let steps = context.board.pipeline.steps.map { step in
      var step = step
      if !isAll { step.reported = nil }
      return step
    }.filter { step in
      let count =
        funnel.stages.first { $0.rung == step.rung }?.everReached ?? funnel.beside[step.rung] ?? 0
      return count > 0 || step.reported != nil
    }
    let picture = FunnelPicture(
      steps: steps, funnel: funnel, selection: nil, context: context,
      isCumulative: view.countsEverReached)
    return (picture, cohortLines(funnel, context) + waitingLines(rows, context))
  }

  /// Returns the one meaningful conversion rate: how many projects of a plan's list went further.
  private func cohortLines(_ funnel: Funnel, _ context: PanelContext) -> [Line] {
    funnel.intentions.map { [Line(" \(context.text($0.text(in: context.dataset)))", .muted)] } ?? []
  }

  private func renderFunnel(
    _ lines: (funnel: FunnelPicture, below: [Line]), _ rows: ProjectRows, _ context: PanelContext,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height > 2 else { return }
    let (head, body) = area.splitTop(1)
    let remark = context.text("清单项目；官方通报数另列，不相除", "listed projects; official totals are apart")
    let count = rows.counts.projects
    SectionTitle(context.text("项目漏斗 \(count)", "Funnel \(count)"), remark: remark)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let (picture, rest) = body.splitTop(min(lines.funnel.height, body.height))
    lines.funnel.render(in: picture, into: &buffer)
    for (row, line) in lines.below.prefix(max(0, rest.height)).enumerated() {
      buffer.put(line, in: rest, row: row, ellipsis: context.glyphs.ellipsis)
    }
  }

  /// Returns the number of projects that are signed and not started, and the longest wait. If there are none, notes
  /// whether any document reports a signing.
  private func waitingLines(_ rows: ProjectRows, _ context: PanelContext) -> [Line] {
    guard let longest = rows.longestWaiting else {
      let isPrinted = rows.isSigningPrinted
      let text =
        isPrinted
        ? context.text(" 签约未开工：无，签约项目均已开工", " Signed and not started: none")
        : context.text(
          " 签约未开工：没有文件写明哪个项目已签约", " Signed and not started: no document names a signed project")
      return [Line(text, .muted)]
    }
    let name = context.text(longest.project.name)
    return [
      Line([
        Span(
          context.text(" 签约未开工 \(rows.waitingCount)项", " Signed and not started: \(rows.waitingCount)"),
          .behind
        ),
        Span(
          context.text("  最久 ", ", longest ") + (longest.waiting?.label(context.language) ?? ""),
          Style(.strong)),
        Span("  \(name)", .muted),
      ])
    ]
  }
}
