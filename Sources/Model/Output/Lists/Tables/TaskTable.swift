import Domain

/// A task with its programme.
struct TaskEntry: Sendable {
  var programme: Programme
  var task: Programme.Task
}

extension RecordTable where Row == TaskEntry {
  static let tasks = RecordTable(
    fields: [
      .id { $0.task.id },
      .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, board in
        .reference(row.programme.plan, in: board.dataset.plans, \.short)
      },
      .references("programme", "工程", "Programme", to: RecordChoices.programmes) { row, _ in
        .references([.init(row.programme.id, row.programme.name)])
      },
      .word("kind", "种类", "Kind", \Programme.Kind.name) { $0.programme.kind },
      .text("number", "编号", "No.", isColumn: true) { row, _ in .optional(row.task.number) },
      .text("name", "任务", "Task", isColumn: true, aliases: ["名称"]) { row, _ in .text(row.task.name) },
      .references("lead", "牵头单位", "Lead", isColumn: true, aliases: ["牵头"], to: RecordChoices.organisations) {
        row, board in
        .references(row.task.lead, in: board.dataset.organisations, \.name)
      },
      .references(
        "cooperating", "配合单位", "Cooperating", aliases: ["配合"], to: RecordChoices.organisations
      ) { row, board in
        .references(row.task.cooperating, in: board.dataset.organisations, \.name)
      },
      .references("indicator", "指标", "Indicator", aliases: ["indicators"], to: RecordChoices.indicators) {
        row, board in
        .references(row.task.indicatorIDs, in: board.dataset.indicators, \.name)
      },
      .time("due", "期限", "Due", isColumn: true) { row, _ in .time(row.task.due) },
      .references("project", "项目", "Project", aliases: ["projects"], to: RecordChoices.projects) {
        row, board in
        .references(row.task.projects, in: board.dataset.projects, \.name)
      },
    ] + RecordTable.Field.places { row, _ in row.task.citations },
    rows: { board in
      board.dataset.programmes.flatMap { programme in
        programme.tasks.filter { board.isListed($0.citations) }.map {
          TaskEntry(programme: programme, task: $0)
        }
      }
    },
    object: { row, board in
      let (programme, task) = (row.programme, row.task)
      let parent: JSONOutput = .object([
        ("id", .string(programme.id)), ("number", .string(programme.number)), ("name", .name(programme.name)),
      ])
      return .object([
        ("id", .string(task.id)), ("plan", .string(programme.plan)),
        ("kind", .string(programme.kind.rawValue)), ("programme", parent), ("number", .string(task.number)),
        ("name", .name(task.name)), ("lead", board.dataset.output(organisations: task.lead)),
        ("cooperating", board.dataset.output(organisations: task.cooperating)),
        ("indicators", .strings(task.indicatorIDs)), ("links", board.dataset.output(task.indicators)),
        ("due", .optional(task.due?.text)),
        ("due_note", .optional(name: task.dueNote)), ("projects", .strings(task.projects)),
        ("citations", board.dataset.output(task.citations)),
      ])
    })
}
