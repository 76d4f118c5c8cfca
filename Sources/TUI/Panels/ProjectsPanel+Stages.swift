import Canvas
import Domain
import Figures
import Output

// The shown projects by stage, and below them what moved since the publication day before the newest one.

extension ProjectsPanel {
  /// Draws the stages, below them the movements, or all projects if nothing moved, and the yearly commitments if there
  /// is room.
  func renderStages(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let picture = stagePicture(rows, view, context)
    let notes = stageNotes(rows, picture, context)
    // The movements keep five rows, or three if the stages need the others; the notes give way first.
    let stages = min(picture.height + 1, max(0, area.height - 3))
    let height = min(picture.height + 1 + notes.count, max(stages, area.height - 5))
    let (top, below) = area.splitTop(height)
    renderPicture(picture, notes, rows, context, top, &buffer)
    let movements = rows.movements.all
    let commitments = context.board.pipeline.commitments.count
    guard !movements.isEmpty else { return renderList(rows, view, context, below, &buffer) }
    let isRoomy = commitments > 0 && below.height >= movements.count + commitments + 5
    let (middle, foot) = below.splitBottom(isRoomy ? commitments + 1 : 0)
    renderMovements(rows, view, context, middle, &buffer)
    renderCommitments(context, foot, &buffer)
  }

  func stagePicture(_ rows: ProjectRows, _ view: ViewState, _ context: PanelContext) -> FunnelPicture {
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
    return FunnelPicture(
      steps: steps, funnel: funnel, selection: nil, context: context,
      countsEverReached: view.countsEverReached, marksPlanItems: true)
  }

  /// Returns the lines below the stages: the meaning of the light bars, the few printed investments, the progress of a
  /// plan's list, and the projects waiting to start.
  func stageNotes(_ rows: ProjectRows, _ picture: FunnelPicture, _ context: PanelContext) -> [Line] {
    let cohort =
      rows.funnel.intentions.map { [Line(" \(context.text($0.text(in: context.dataset)))", .muted)] } ?? []
    return [picture.legend, investmentLine(rows.funnel, context)].compactMap(\.self) + cohort
      + waitingLines(rows, context)
  }

  /// Returns the investments if too few are printed for a column of amounts; nil without any.
  private func investmentLine(_ funnel: Funnel, _ context: PanelContext) -> Line? {
    guard funnel.priced > 0, !funnel.hasAmounts, let unit = funnel.unit else { return nil }
    let sum = context.label(funnel.stages.reduce(0) { $0 + ($1.amount ?? 0) }, unit: unit, digits: 1)
    let count = funnel.priced
    return Line(
      context.text(
        " 仅\(count)项公布投资额，合计\(sum)", " an investment is printed for \(count) only: \(sum)"), .muted)
  }

  func renderPicture(
    _ picture: FunnelPicture, _ notes: [Line], _ rows: ProjectRows, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    guard area.height > 2 else { return }
    let (head, body) = area.splitTop(1)
    let items = rows.planItems
    let remark =
      items > 0
      ? context.text(
        "另有产品方向、计划事项\(items)；官方通报数口径不同", "beside \(items) product lines; official totals are apart")
      : context.text("清单项目；官方通报数口径不同", "listed projects; official totals are apart")
    let count = rows.counts.projects
    let title =
      context.board.projectCounts.planItems > 0
      ? context.text("建设项目阶段 \(count)", "Construction projects by stage \(count)")
      : context.text("项目阶段 \(count)", "Projects by stage \(count)")
    SectionTitle(title, remark: remark)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let (bars, rest) = body.splitTop(min(picture.height, body.height))
    picture.render(in: bars, into: &buffer)
    for (row, line) in notes.prefix(max(0, rest.height)).enumerated() {
      buffer.put(line, in: rest, row: row, ellipsis: context.glyphs.ellipsis)
    }
  }

  // MARK: Movements

  private func renderMovements(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height > 1, let title = movementTitle(rows, context) else { return }
    let (head, body) = area.splitTop(1)
    SectionTitle(title.name, remark: title.counts, isActive: true)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let all = rows.movements.all
    Table(
      columns: movementColumns(all, context), rows: all.map { movementRow($0, context) },
      selection: selected(view, context).flatMap { now in all.firstIndex { $0.project.id == now.project.id }
      },
      hasHeader: false
    ).named("movements").render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the movements as a list of texts; empty without any.
  func movementSection(_ rows: ProjectRows, _ context: PanelContext) -> Section {
    let all = rows.movements.all
    guard !all.isEmpty, let title = movementTitle(rows, context) else { return Section([]) }
    return Section(
      title.name, remark: title.counts, level: 1,
      [
        .list(
          movementColumns(all, context), all.map { movementRow($0, context).cells },
          citations: all.map { $0.reached?.citations ?? [] })
      ])
  }

  /// Returns `2023-12-31以来` and `阶段变动0，新列入12，其中在建、投产3`: counts of the rows below; nil if all documents are of
  /// one day.
  private func movementTitle(_ rows: ProjectRows, _ context: PanelContext) -> (name: String, counts: String)?
  {
    context.board.previousPublication.map { previous in
      let movements = rows.movements
      let (moved, begun) = (count(movements.moved), count(movements.begun))
      let listed = count(movements.begun + movements.listed)
      let underWay =
        movements.begun.isEmpty
        ? "" : context.text("，其中在建、投产等\(begun)", ", \(begun) of them already under way")
      return (
        context.text("\(previous)以来", "Since \(previous)"),
        context.text(
          "阶段变动\(moved)，新列入\(listed)\(underWay)", "\(moved) moved, \(listed) newly listed\(underWay)")
      )
    }
  }

  /// Returns a count, `100+` where no more were kept.
  private func count(_ statuses: [ProjectStatus]) -> String {
    statuses.count < 100 ? "\(statuses.count)" : "100+"
  }

  private func movementColumns(_ movements: [ProjectStatus], _ context: PanelContext) -> [Table.Column] {
    let date =
      movements.map { TextWidth.columns(of: $0.reached?.dateLabel(context.language) ?? "") }.max() ?? 0
    return [
      context.column(
        RecordCatalogue.projects["name"], width: context.width < 60 ? 18 : 24, flex: 3, priority: 10),
      context.column(RecordCatalogue.projects["stage"], width: context.stageColumns, priority: 9),
      context.column(RecordCatalogue.projects["date"], width: min(date, 17), priority: 8),
      context.column(RecordCatalogue.projects["parent"], width: 24, flex: 1, priority: 2),
    ]
  }

  private func movementRow(_ status: ProjectStatus, _ context: PanelContext) -> Table.Row {
    let whole = status.parent.map { context.text("属\($0.name.zh)", "part of \($0.name.en)") } ?? ""
    return Table.Row(
      [
        .text(context.text(status.project.name)),
        .text(context.stageName(of: status), Style(status.rung?.role ?? .muted)),
        .text(status.reached?.dateLabel(context.language) ?? "", .muted), .text(whole, .muted),
      ], record: status.project.id)
  }

  // MARK: Waiting

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
