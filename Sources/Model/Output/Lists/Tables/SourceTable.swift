import Domain
import Figures

/// A document and the number of statements of figures that cite it.
struct ListedSource: Sendable {
  let source: Source
  let figures: Int
}

extension RecordTable where Row == ListedSource {
  /// The list of documents known on the day, oldest first.
  static let sources = RecordTable(
    fields: [
      .id { $0.source.id },
      .time("date", "日期", "Date", isColumn: true) { row, _ in .time(row.source.date) },
      .text("title", "标题", "Title", isColumn: true, aliases: ["name", "名称"]) { row, _ in
        .text(row.source.title, others: [row.source.short])
      },
      .text("issuer", "发文单位", "Issuer", isColumn: true, aliases: ["发文"]) { row, _ in .text(row.source.issuer)
      },
      .text("number", "文号", "Number", isColumn: true) { row, _ in .optional(row.source.number) },
      .word("kind", "种类", "Kind", isColumn: true, \Source.Kind.name) { $0.source.kind },
      .time("known-on", "发布日", "Published") { row, _ in .time(row.source.knownOn) },
      .text("file", "文件", "File") { row, _ in .optional(row.source.file) },
      .number("figures", "数字条数", "Figures") { row, _ in .count(row.figures) },
    ],
    rows: { board in
      let counts = ContributionCounts(board)
      return board.sources.map { ListedSource(source: $0, figures: counts[$0.id, .figures]) }
    },
    object: { row, _ in
      .object([
        ("id", .string(row.source.id)), ("title", .name(row.source.title)),
        ("short", .name(row.source.short)), ("issuer", .name(row.source.issuer)),
        ("number", .string(row.source.number)), ("date", .string(row.source.date.text)),
        ("date_note", .optional(name: row.source.dateNote)),
        ("known_on", .string(row.source.knownOn.description)),
        ("kind", .string(row.source.kind.rawValue)), ("file", .string(row.source.file)),
        ("lines", lines(row.source.lines)), ("figures", .number(Double(row.figures))),
      ])
    })

  /// Returns the first and last line, from 1; null when the copy is complete.
  private static func lines(_ lines: ClosedRange<Int>?) -> JSONOutput {
    lines.map { .array([.number(Double($0.lowerBound)), .number(Double($0.upperBound))]) } ?? .null
  }
}
