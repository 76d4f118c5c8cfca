import Domain

extension RecordCatalogue where Row == Cluster {
  /// The list of clusters of all classifications, in file order.
  package static let clusters = RecordCatalogue(
    columns: [
      .id { $0.id },
      .references(
        "classification", "分类", "Classification", isColumn: true, to: RecordChoices.classifications
      ) { row, board in
        .reference(row.classification, in: board.dataset.classifications, \.name)
      }.json(),
      .word("kind", "种类", "Kind", isColumn: true, \Cluster.Kind.name) { $0.kind }.json(),
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) }
        .json(before: "aliases"),
      .references("parent", "上级", "Part of", isColumn: true, to: RecordChoices.clusters) { row, board in
        .reference(row.parent, in: board.dataset.clusters, \.name)
      }.json(),
      .member("aliases", "又名", "Also called", .names) { row, _ in .names(row.aliases) },
      .member("same_as", "相同集群", "Same as", .strings) { row, _ in .strings(row.sameAs) },
      .member("products", "产品", "Products", .items) { row, board in board.dataset.output(row.products) },
      .member("directions", "方向", "Directions", .items) { row, board in board.dataset.output(row.directions)
      },
      .member("chain", "产业链", "Chain", .array(.object([("stage", .string), ("items", .items)]))) {
        row, board in chain(row, board.dataset)
      },
      .references("enterprise", "企业", "Firm", to: RecordChoices.firms) { row, board in
        .references(row.firms, in: board.dataset.firms, \.name)
      }.json("enterprises", .strings) { row, _ in .strings(row.firms) },
      .references("park", "园区", "Park", to: RecordChoices.parks) { row, board in
        .references(row.parks, in: board.dataset.parks, \.name)
      }.json("parks", .strings) { row, _ in .strings(row.parks) },
      .flag("damaged", "文字缺损", "Damaged") { $0.isDamaged }.json(),
      .member("note", "说明", "Note", .optional(.sourcedName)) { row, _ in .optional(name: row.note) },
    ] + Column.places(\.citations),
    rows: { board in board.dataset.clusters.filter { board.isListed($0.citations) } })

  private static func chain(_ cluster: Cluster, _ dataset: Dataset) -> JSONOutput {
    .array(
      cluster.chain.map { link in
        .object([("stage", .string(link.stage.rawValue)), ("items", dataset.output(link.items))])
      })
  }
}
