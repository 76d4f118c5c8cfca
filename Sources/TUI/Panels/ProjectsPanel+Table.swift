import Canvas
import Domain
import Figures
import Output

// The table of projects.

extension ProjectsPanel {
  /// The columns that may hold nothing, with their index, from the last.
  private static let droppable = [(6, "owner"), (5, "investment"), (4, "expected"), (3, "cluster")]

  func tableColumns(_ context: PanelContext) -> [Table.Column] {
    let isChinese = context.language == .zh
    let isWide = !isChinese && context.width >= 100
    let projects = RecordCatalogue.projects
    return [
      context.column(
        projects["name"], width: isWide ? 34 : context.width < 60 ? 18 : 24, flex: 4, priority: 9),
      context.column(projects["stage"], width: context.stageColumns, priority: 9),
      context.column(projects["date"], width: isChinese ? 16 : 14, priority: 8),
      context.column(projects["cluster"], width: isWide ? 14 : 12, flex: 1, priority: 6),
      context.column(
        projects["expected"], width: isChinese ? 17 : 25, priority: 5),
      context.column(projects["investment"], width: 10, priority: 4),
      context.column(projects["owner"], width: 16, flex: 1, priority: 2),
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
    return [
      .text(rowName(status, context)),
      .text(
        context.stageName(of: status) + (status.isInferred ? "*" : ""), Style(status.rung?.role ?? .muted)),
      .text(status.reached?.dateLabel(context.language) ?? "-"), .text(cluster, .muted),
      .text(expected, Style(status.waiting == nil ? status.lateness?.role ?? .muted : .behind)),
      .text(context.label(status.investment)),
      .text(context.text(RecordCatalogue.projects["owner"], of: status), .muted),
    ]
  }

  /// Returns the name for a row. A part is below its project, or alone if only it is shown. Text output names its
  /// project.
  func rowName(_ status: ProjectStatus, _ context: PanelContext) -> String {
    let name = context.text(status.project.name)
    guard let parent = status.parent else { return name }
    guard context.glyphs.branch.isEmpty else { return context.glyphs.branch + name }
    return context.text("\(name)（属\(parent.name.zh)）", "\(name) (part of \(parent.name.en))")
  }

  /// Returns the column that an order goes by, and its direction.
  private static func sorting(by order: Order) -> (column: Int, direction: Table.Column.Order) {
    switch order {
    case .stage: (1, .descending)
    case .date: (2, .descending)
    case .waiting: (4, .descending)
    case .investment: (5, .descending)
    case .name: (0, .ascending)
    }
  }

  func renderTable(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let selection = selectedIndex(view, in: rows)
    let shown = Table.shownRows(of: rows.count, selection: selection, in: area, &buffer.lists)
    var table = Table(
      columns: tableColumns(context),
      rows: shown.map { Table.Row(tableCells(rows[$0], context), record: rows[$0].project.id) },
      selection: selection.map { $0 - shown.lowerBound })
    let (column, direction) = Self.sorting(by: rows.key.order)
    table = table.sorted(by: column, direction, context.glyphs)
    table.isContinued = shown.upperBound < rows.count
    table.list = nil
    // A column without content leaves its room to the names; one that the order is about stays.
    let ordering = rows.key.order == .investment ? "investment" : rows.key.order == .waiting ? "expected" : ""
    for (index, key) in Self.droppable where key != ordering && !rows.filledColumns.contains(key) {
      table = table.without(index)
    }
    table.render(in: area, into: &buffer, glyphs: context.glyphs)
  }
}
