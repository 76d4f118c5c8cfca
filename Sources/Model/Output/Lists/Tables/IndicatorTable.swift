import Domain

extension RecordTable where Row == Indicator {
  static let indicators = RecordTable(
    fields: [
      .text("id", "代码", "Id", isColumn: true) { row, _ in .text(Name(both: row.id)) },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: [row.short]) },
      .references("category", "类别", "Category", isColumn: true, to: RecordChoices.categories) { row, board in
        .category(of: row, board)
      },
      .references("unit", "单位", "Unit", isColumn: true, to: RecordChoices.units) { row, board in
        .references([.init(row.unit, board.dataset.unitName(row.unit))])
      },
      .word("type", "类型", "Type", \Indicator.Measure.name) { $0.measure },
      .word("better", "方向", "Better", \Indicator.Direction.name) { $0.better },
      .word("cadence", "频率", "Cadence", \Indicator.Cadence.name) { $0.cadence },
    ],
    rows: { Array($0.dataset.indicators) },
    object: { row, _ in
      .object([
        ("id", .string(row.id)), ("name", .name(row.name)), ("short", .name(row.short)),
        ("category", .string(row.category)),
        ("unit", .string(row.unit)), ("type", .string(row.measure.rawValue)),
        ("better", .string(row.better.rawValue)), ("cadence", .string(row.cadence.rawValue)),
        ("descriptive", .boolean(row.isDescriptive)), ("path", .optional(row.path?.rawValue)),
        ("scope_names", .array(row.scopeNames.map(scopeName))), ("noun", row.noun.map(noun) ?? .null),
        ("note", .optional(name: row.note)),
      ])
    })

  private static func scopeName(_ name: Indicator.ScopeName) -> JSONOutput {
    .object([("scope", .string(name.scope)), ("name", .name(name.name))])
  }

  private static func noun(_ noun: Indicator.Noun) -> JSONOutput {
    .object([("one", .string(noun.one)), ("other", .string(noun.other))])
  }
}
