import Domain

extension RecordTable where Row == Conflict {
  /// The list of conflicts, worst first.
  static let conflicts = RecordTable(
    fields: [
      .id { $0.id },
      .word("severity", "程度", "Severity", isColumn: true, isOrdered: true, \Conflict.Severity.name) {
        $0.severity
      },
      .word("kind", "种类", "Kind", isColumn: true, \Conflict.Kind.name) { $0.kind },
      .word("found-by", "发现", "Found by", isColumn: true, \Conflict.Finder.name) { $0.foundBy },
      .text("title", "标题", "Title", isColumn: true, aliases: ["name", "名称"]) { row, _ in .text(row.title) },
      .text("computed", "验算", "Check", isColumn: true) { row, _ in .optional(row.computed) },
      .references("rule", "采用规则", "Rule used", aliases: ["规则"], to: RecordChoices.rules) { row, board in
        let verdict = board.verdict(on: row)
        return verdict.ruleID.isEmpty ? .missing : .references([.init(verdict.ruleID, verdict.rule)])
      },
      .text("shown", "采用", "Shown") { row, board in .optional(board.verdict(on: row).words) },
      .references("source", "出处", "Source", to: RecordChoices.sources) { row, board in
        .sources(of: board.citations(of: row), board)
      },
    ],
    rows: { $0.conflicts },
    object: { row, board in
      let verdict = board.verdict(on: row)
      return .object([
        ("id", .string(row.id)), ("kind", .string(row.kind.rawValue)),
        ("severity", .string(row.severity.rawValue)), ("found_by", .string(row.foundBy.rawValue)),
        ("title", .name(row.title)),
        ("statements", .array(row.statements.map { statement($0, board.dataset) })),
        ("computed", .optional(name: row.computed)), ("rule", .string(verdict.ruleID)),
        ("shown", .optional(name: verdict.words)), ("prefer", .optional(row.preferred)),
      ])
    })

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
