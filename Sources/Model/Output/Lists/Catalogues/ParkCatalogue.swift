import Domain

extension RecordCatalogue where Row == Park {
  /// The list of parks, zones and facilities, in file order.
  package static let parks = RecordCatalogue(
    columns: [
      .id { $0.id },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) }
        .json(),
      .member("aliases", "又名", "Also called", .names) { row, _ in .names(row.aliases) },
      .word("kind", "种类", "Kind", isColumn: true, \Park.Kind.name) { $0.kind }.json(),
      .references("parent", "上级", "Part of", isColumn: true, to: RecordChoices.parks) { row, board in
        .reference(row.parent, in: board.dataset.parks, \.name)
      }.json(),
      .references("cluster", "集群", "Cluster", to: RecordChoices.clusters) { row, board in
        .references(row.clusters, in: board.dataset.clusters, \.name)
      }.json("clusters", .strings) { row, _ in .strings(row.clusters) },
      .member(
        "place", "图上位置", "Place on the map", .optional(.object([("row", .number), ("column", .number)]))
      ) { row, _ in
        row.place.map { .object([("row", .number(Double($0.row))), ("column", .number(Double($0.column)))]) }
          ?? .null
      },
      .member("note", "说明", "Note", .optional(.sourcedName)) { row, _ in .optional(name: row.note) },
    ] + Column.places(\.citations),
    rows: { board in board.dataset.parks.filter { board.isListed($0.citations) } })
}
