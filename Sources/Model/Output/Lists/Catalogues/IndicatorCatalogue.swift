import Domain

extension RecordCatalogue where Row == Indicator {
  /// The list of indicators, in file order, also those without figures.
  package static let indicators = RecordCatalogue(
    columns: [
      .id(isColumn: true) { $0.id },
      .text("name", "名称", "Name", isColumn: true) { row, _ in .text(row.name, others: [row.short]) }.json(),
      .member("short", "简称", "Short name", .name) { row, _ in .name(row.short) },
      .references("category", "类别", "Category", isColumn: true, to: RecordChoices.categories) { row, board in
        .category(of: row, board)
      }.json(),
      .references("unit", "单位", "Unit", isColumn: true, to: RecordChoices.units) { row, board in
        .references([.init(row.unit, board.dataset.unitName(row.unit))])
      }.json(),
      .word("type", "类型", "Type", \Indicator.Measure.name) { $0.measure }.json(),
      .word("better", "方向", "Better", \Indicator.Direction.name) { $0.better }.json(),
      .word("cadence", "频率", "Cadence", \Indicator.Cadence.name) { $0.cadence }.json(),
      .flag("descriptive", "仅作描述", "Descriptive") { $0.isDescriptive }.json().onRequest,
      .word("path", "路径", "Path", \Indicator.Path.name) { $0.path }.json().onRequest,
      .member("role", "用途", "Role", .optional(.string)) { row, _ in .optional(row.role?.rawValue) },
      .member(
        "scope_names", "各口径名称", "Names by scope", .array(.object([("scope", .string), ("name", .name)]))
      ) { row, _ in
        .array(row.scopeNames.map { .object([("scope", .string($0.scope)), ("name", .name($0.name))]) })
      },
      .member("noun", "英文量词", "Noun", .optional(.object([("one", .string), ("other", .string)]))) { row, _ in
        row.noun.map { .object([("one", .string($0.one)), ("other", .string($0.other))]) } ?? .null
      },
      .member("note", "说明", "Note", .optional(.name)) { row, _ in .optional(name: row.note) },
    ],
    rows: { Array($0.dataset.indicators) })
}
