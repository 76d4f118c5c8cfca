import Domain
import Figures

/// A task with its programme.
package struct TaskEntry: Sendable {
  var programme: Programme
  var task: Programme.Task
  /// The newest statement about its state; nil if nobody made one.
  var stated: StatusEntry?
}

extension RecordCatalogue where Row == TaskEntry {
  /// The list of tasks by programme, in file order.
  package static let tasks = RecordCatalogue(
    columns: [
      .id { $0.task.id },
      .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, board in
        .reference(row.programme.plan, in: board.dataset.plans, \.short)
      }.json(),
      .references("programme", "工程", "Programme", to: RecordChoices.programmes) { row, _ in
        .references([.init(row.programme.id, row.programme.name)])
      }.json(before: "number", programme) { row, _ in programme(row.programme) },
      .word("kind", "种类", "Kind", \Programme.Kind.name) { $0.programme.kind }.json(),
      .text("number", "编号", "No.", isColumn: true) { row, _ in .optional(row.task.number) }
        .json(.string) { row, _ in .string(row.task.number) },
      .text("name", "任务", "Task", isColumn: true, aliases: ["名称"]) { row, _ in .text(row.task.name) }.json(),
      .references("lead", "牵头单位", "Lead", isColumn: true, to: RecordChoices.organisations) {
        row, board in
        .references(row.task.lead, in: board.dataset.organisations, \.name)
      }.json(units) { row, board in board.dataset.output(organisations: row.task.lead) }.brief("牵头", "Lead"),
      .references(
        "cooperating", "配合单位", "Cooperating", to: RecordChoices.organisations
      ) { row, board in
        .references(row.task.cooperating, in: board.dataset.organisations, \.name)
      }.json(units) { row, board in board.dataset.output(organisations: row.task.cooperating) }.brief(
        "配合", "Helping"),
      .references("indicator", "指标", "Indicator", to: RecordChoices.indicators) { row, board in
        .references(row.task.indicatorIDs, in: board.dataset.indicators, \.name)
      }.json("indicators", .strings) { row, _ in .strings(row.task.indicatorIDs) },
      .member("links", "责任指标", "Indicators to deliver", links) { row, board in
        board.dataset.output(row.task.indicators)
      },
      .time("due", "期限", "Due", isColumn: true) { row, _ in .time(row.task.due) }
        .json(.optional(.string)) { row, _ in .optional(row.task.due?.text) },
      .member("due_note", "期限说明", "Note on the due date", .optional(.name)) { row, _ in
        .optional(name: row.task.dueNote)
      },
      .word("state", "任务状态", "State", \StatusEntry.State.name) { $0.stated?.state }.json(),
      .time("stated", "状态日期", "Stated on") { row, _ in .time(row.stated?.date) }
        .json(.optional(.string)) { row, _ in .optional(row.stated?.date.description) },
      .text("stated-by", "报告人", "Stated by") { row, board in .optional(speaker(row, board)) }
        .json(.optional(.name)) { row, board in .optional(name: speaker(row, board)) },
      .text("words", "进展说明", "Words") { row, _ in .optional(row.stated?.text) }
        .json(.optional(.name)) { row, _ in .optional(name: row.stated?.text) },
      .references("project", "项目", "Project", to: RecordChoices.projects) { row, board in
        .references(row.task.projects, in: board.dataset.projects, \.name)
      }.json("projects", .strings) { row, _ in .strings(row.task.projects) },
    ] + Column.places(\.task.citations),
    rows: { board in
      let states = board.taskStates
      return board.dataset.programmes.flatMap { programme in
        programme.tasks.filter { board.isListed($0.citations) }.map {
          TaskEntry(programme: programme, task: $0, stated: states[$0.id])
        }
      }
    })

  private static func speaker(_ row: TaskEntry, _ board: Board) -> Name? {
    row.stated.flatMap { entry in entry.person ?? entry.unit.flatMap { board.dataset.organisations[$0]?.name }
    }
  }

  private static let programme = JSONShape.object([("id", .string), ("number", .string), ("name", .name)])
  private static let units = JSONShape.array(.object([("id", .string), ("name", .name)]))
  private static let links = JSONShape.array(
    .object([("indicator", .string), ("subject", .string), ("citations", .citations)]))

  private static func programme(_ programme: Programme) -> JSONOutput {
    .object([
      ("id", .string(programme.id)), ("number", .string(programme.number)), ("name", .name(programme.name)),
    ])
  }
}
