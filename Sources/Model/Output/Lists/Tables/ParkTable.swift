import Domain

extension RecordTable where Row == Park {
  static let parks = RecordTable(
    fields: [
      .id { $0.id },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) },
      .word("kind", "种类", "Kind", isColumn: true, \Park.Kind.name) { $0.kind },
      .references("parent", "上级", "Part of", isColumn: true, to: RecordChoices.parks) { row, board in
        .reference(row.parent, in: board.dataset.parks, \.name)
      },
      .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
        row, board in
        .references(row.clusters, in: board.dataset.clusters, \.name)
      },
    ] + RecordTable.Field.places { row, _ in row.citations },
    rows: { board in board.dataset.parks.filter { board.isListed($0.citations) } },
    object: { row, board in
      let place = row.place.map { place -> JSONOutput in
        .object([("row", .number(Double(place.row))), ("column", .number(Double(place.column)))])
      }
      return .object([
        ("id", .string(row.id)), ("name", .name(row.name)), ("aliases", .names(row.aliases)),
        ("kind", .string(row.kind.rawValue)), ("parent", .optional(row.parent)),
        ("clusters", .strings(row.clusters)), ("place", place ?? .null), ("note", .optional(name: row.note)),
        ("citations", board.dataset.output(row.citations)),
      ])
    })
}
