import Canvas
import Domain
import Figures

// The projects in columns by stage.

extension ProjectsPanel {
  /// Returns the stage in whose column a project is on the board: a part is with its project.
  func column(of status: ProjectStatus, _ context: PanelContext) -> Rung? {
    context.board.projects[status.root].rung
  }

  func renderBoard(
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
}
