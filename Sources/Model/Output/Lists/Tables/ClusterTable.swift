import Domain

extension RecordTable where Row == Cluster {
  static let clusters = RecordTable(
    fields: [
      .id { $0.id },
      .references(
        "classification", "分类", "Classification", isColumn: true, to: RecordChoices.classifications
      ) { row, board in
        .reference(row.classification, in: board.dataset.classifications, \.name)
      },
      .word("kind", "种类", "Kind", isColumn: true, \Cluster.Kind.name) { $0.kind },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) },
      .references("parent", "上级", "Part of", isColumn: true, to: RecordChoices.clusters) { row, board in
        .reference(row.parent, in: board.dataset.clusters, \.name)
      },
      .references("enterprise", "企业", "Enterprise", aliases: ["enterprises"], to: RecordChoices.enterprises) {
        row, board in
        .references(row.enterprises, in: board.dataset.enterprises, \.name)
      },
      .references("park", "园区", "Park", aliases: ["parks"], to: RecordChoices.parks) { row, board in
        .references(row.parks, in: board.dataset.parks, \.name)
      },
      .flag("damaged", "文字缺损", "Damaged") { $0.isDamaged },
    ] + RecordTable.Field.places { row, _ in row.citations },
    rows: { board in board.dataset.clusters.filter { board.isListed($0.citations) } },
    object: { row, board in
      let chain = row.chain.map { link -> JSONOutput in
        .object([("stage", .string(link.stage.rawValue)), ("items", board.dataset.output(link.items))])
      }
      return .object([
        ("id", .string(row.id)), ("classification", .string(row.classification)),
        ("kind", .string(row.kind.rawValue)), ("parent", .optional(row.parent)), ("name", .name(row.name)),
        ("aliases", .names(row.aliases)), ("same_as", .strings(row.sameAs)),
        ("products", board.dataset.output(row.products)),
        ("directions", board.dataset.output(row.directions)), ("chain", .array(chain)),
        ("enterprises", .strings(row.enterprises)), ("parks", .strings(row.parks)),
        ("damaged", .boolean(row.isDamaged)), ("note", .optional(name: row.note)),
        ("citations", board.dataset.output(row.citations)),
      ])
    })
}
