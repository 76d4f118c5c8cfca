import Domain

extension RecordTable where Row == Enterprise {
  static let enterprises = RecordTable(
    fields: [
      .id { $0.id },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) },
      .text("role", "角色", "Role", isColumn: true) { row, _ in .optional(row.role?.name) },
      .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
        row, board in
        .references(row.clusters, in: board.dataset.clusters, \.name)
      },
      .references("park", "园区", "Park", aliases: ["parks"], to: RecordChoices.parks) { row, board in
        .references(row.parks, in: board.dataset.parks, \.name)
      },
    ] + RecordTable.Field.places { row, _ in row.citations },
    rows: { board in board.dataset.enterprises.filter { board.isListed($0.citations) } },
    object: { row, board in
      .object([
        ("id", .string(row.id)), ("name", .name(row.name)), ("aliases", .names(row.aliases)),
        ("clusters", .strings(row.clusters)), ("role", .optional(name: row.role)),
        ("products", board.dataset.output(row.products)), ("parks", .strings(row.parks)),
        ("citations", board.dataset.output(row.citations)),
      ])
    })
}

extension RecordTable where Row == Strength {
  static let strengths = RecordTable(
    fields: [
      .id { $0.id },
      .word("category", "类别", "Category", isColumn: true, \Strength.Category.name) { $0.category },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name) },
    ] + RecordTable.Field.places { row, _ in row.citations },
    rows: { board in board.dataset.strengths.filter { board.isListed($0.citations) } },
    object: { row, board in
      .object([
        ("id", .string(row.id)), ("category", .string(row.category.rawValue)), ("name", .name(row.name)),
        ("figures", .strings(row.figures)), ("citations", board.dataset.output(row.citations)),
      ])
    })
}
