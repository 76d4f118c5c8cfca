import Domain

extension RecordCatalogue where Row == Conflict {
  /// The list of conflicts, worst first.
  package static let conflicts = RecordCatalogue(
    columns: [
      .id { $0.id },
      .word("severity", "程度", "Severity", isColumn: true, isOrdered: true, \Conflict.Severity.name) {
        $0.severity
      }.json(before: "found_by"),
      .word("kind", "种类", "Kind", isColumn: true, \Conflict.Kind.name) { $0.kind }.json(),
      .word("found-by", "发现", "Found by", isColumn: true, \Conflict.Finder.name) { $0.foundBy }.json(),
      .text("title", "标题", "Title", isColumn: true, aliases: ["name", "名称"]) { row, _ in .text(row.title) }
        .json(),
      .member("statements", "各文件说法", "What each document says", .array(.either([figure, claim]))) {
        row, board in
        .array(row.statements.map { statement($0, board.dataset) })
      },
      .text("computed", "验算", "Check", isColumn: true) { row, _ in .optional(row.computed) }.json(),
      .references("rule", "采用规则", "Rule used", aliases: ["规则"], to: RecordChoices.rules) { row, board in
        let verdict = board.verdict(on: row)
        return verdict.ruleID.isEmpty ? .missing : .references([.init(verdict.ruleID, verdict.rule)])
      }.json(.string) { row, board in .string(board.verdict(on: row).ruleID) },
      .text("shown", "采用", "Shown") { row, board in .optional(board.verdict(on: row).words) }.json(),
      .member("prefer", "采用的数字", "Figure used", .optional(.string)) { row, _ in .optional(row.preferred) },
      .references("source", "出处", "Source", to: RecordChoices.sources) { row, board in
        .sources(of: board.citations(of: row), board)
      },
    ],
    rows: { $0.conflicts })

  private static let figure = JSONShape.optional(
    .object([
      ("figure", .string), ("subject", .string), ("indicator", .string), ("value", .number),
      ("unit", .string), ("period", .string), ("citations", .citations),
    ]))
  private static let claim = JSONShape.object([("claim", .name), ("citations", .citations)])

  private static func statement(_ statement: Conflict.Statement, _ dataset: Dataset) -> JSONOutput {
    switch statement {
    case .figure(let id):
      guard let figure = dataset.figures[id] else { return .null }
      return .object([
        ("figure", .string(id)), ("subject", .string(figure.subject.text)),
        ("indicator", .string(figure.indicator)), ("value", .number(figure.value)),
        ("unit", .string(figure.unit)), ("period", .string(figure.period.text)),
        ("citations", dataset.output(figure.citations)),
      ])
    case .claim(let claim, let places):
      return .object([("claim", .name(claim)), ("citations", dataset.output(places))])
    }
  }
}
