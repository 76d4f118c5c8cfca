import Domain

extension RecordCatalogue where Row == Firm {
  /// The list of firms, in file order.
  package static let firms = RecordCatalogue(
    columns: [
      .id { $0.id },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: row.otherNames) }
        .json(),
      .member("aliases", "又名", "Also called", .names) { row, _ in .names(row.aliases) },
      .text("role", "角色", "Role", isColumn: true) { row, _ in .optional(row.role?.name) }
        .json(before: "products", .optional(.sourcedName)) { row, _ in .optional(name: row.role) },
      .references("cluster", "集群", "Cluster", to: RecordChoices.clusters) { row, board in
        .references(row.clusters, in: board.dataset.clusters, \.name)
      }.json("clusters", .strings) { row, _ in .strings(row.clusters) },
      .member("products", "产品", "Products", .items) { row, board in board.dataset.output(row.products) },
      .references("park", "园区", "Park", to: RecordChoices.parks) { row, board in
        .references(row.parks, in: board.dataset.parks, \.name)
      }.json("parks", .strings) { row, _ in .strings(row.parks) },
      .ladder("rung", "梯度", "Rung", to: RecordChoices.firmLadder) { row, board in
        let rung = board.dataset.vocabulary.reached(by: row)
        return rung.isEmpty ? .missing : .references(rung)
      },
      .member("steps", "梯度经过", "Steps", steps) { row, board in
        .array(
          row.steps.map { step in
            .object([
              ("rung", .string(step.rung)), ("date", .optional(step.date?.text)),
              ("citations", board.dataset.output(step.citations)),
            ])
          })
      },
      .member("honours", "荣誉", "Honours", .items) { row, board in board.dataset.output(row.honours) },
    ] + Column.places(\.citations),
    rows: { board in board.dataset.firms.filter { board.isListed($0.citations) } })

  private static let steps = JSONShape.array(
    .object([("rung", .string), ("date", .optional(.string)), ("citations", .citations)]))
}

extension Vocabulary {
  /// Returns the highest rung of the ladder that a firm is reported on, with its rank from 0; none without a report.
  fileprivate func reached(by firm: Firm) -> [RecordValue.Reference] {
    firmLadder.enumerated().last { rung in firm.steps.contains { $0.rung == rung.element.id } }
      .map { [RecordValue.Reference($0.element.id, $0.element.name, rank: $0.offset)] } ?? []
  }
}

extension RecordCatalogue where Row == Strength {
  /// The list of strengths of the district, in file order.
  package static let strengths = RecordCatalogue(
    columns: [
      .id { $0.id },
      .word("category", "类别", "Category", isColumn: true, \Strength.Category.name) { $0.category }.json(),
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name) }.json(),
      .member("figures", "数字", "Figures", .strings) { row, _ in .strings(row.figures) },
    ] + Column.places(\.citations),
    rows: { board in board.dataset.strengths.filter { board.isListed($0.citations) } })
}
