extension RecordTable where Row == Source {
  /// The documents known on the day, oldest first.
  static let sources = RecordTable(
    fields: [
      .id { $0.id },
      .time("date", "日期", "Date", isColumn: true) { row, _ in .time(row.date) },
      .text("title", "标题", "Title", isColumn: true, aliases: ["name", "名称"]) { row, _ in
        .text(row.title, others: [row.short])
      },
      .text("issuer", "发文单位", "Issuer", isColumn: true, aliases: ["发文"]) { row, _ in .text(row.issuer) },
      .text("number", "文号", "Number", isColumn: true) { row, _ in .optional(row.number) },
      .word("kind", "种类", "Kind", isColumn: true, \Source.Kind.name) { $0.kind },
      .time("known-on", "发布日", "Published") { row, _ in .time(row.knownOn) },
      .text("file", "文件", "File") { row, _ in .optional(row.file) },
      .number("figures", "数字条数", "Figures") { row, board in .count(figures(of: row, board)) },
    ],
    rows: { $0.sources },
    object: { row, board in
      .object([
        ("id", .string(row.id)), ("title", .name(row.title)), ("issuer", .name(row.issuer)),
        ("number", .string(row.number)), ("date", .string(row.date.text)),
        ("date_note", .optional(name: row.dateNote)), ("known_on", .string(row.knownOn.description)),
        ("kind", .string(row.kind.rawValue)), ("file", .string(row.file)),
        ("figures", .number(Double(figures(of: row, board)))),
      ])
    })

  private static func figures(of source: Source, _ board: Board) -> Int {
    board.figures.count { $0.citations.contains { $0.source == source.id } }
  }
}
