import Domain
import Figures

/// A document and the number of statements of figures that cite it.
package struct ListedSource: Sendable {
  let source: Source
  let figures: Int
}

extension RecordCatalogue where Row == ListedSource {
  /// The list of documents known on the day, oldest first.
  package static let sources = RecordCatalogue(
    columns: [
      .id { $0.source.id },
      .time("date", "日期", "Date", isColumn: true) { row, _ in .time(row.source.date) }
        .json(before: "date_note", .string) { row, _ in .string(row.source.date.text) },
      .text("title", "标题", "Title", isColumn: true, aliases: ["name", "名称"]) { row, _ in
        .text(row.source.title, others: [row.source.short])
      }.json(),
      .member("short", "简称", "Short name", .name) { row, _ in .name(row.source.short) },
      .text("issuer", "发文单位", "Issuer", isColumn: true, aliases: ["发文"]) { row, _ in
        .text(row.source.issuer)
      }.json(),
      .text("number", "文号", "Number", isColumn: true) { row, _ in .optional(row.source.number) }
        .json(.string) { row, _ in .string(row.source.number) },
      .member("date_note", "日期依据", "Date from", .optional(.name)) { row, _ in
        .optional(name: row.source.dateNote)
      },
      .word("kind", "种类", "Kind", isColumn: true, \Source.Kind.name) { $0.source.kind }
        .json(before: "file"),
      .time("known-on", "发布日", "Published") { row, _ in .time(row.source.knownOn) }.json(),
      .text("file", "文件", "File") { row, _ in .optional(row.source.file) }
        .json(.string) { row, _ in .string(row.source.file) },
      .member("lines", "行数范围", "Lines", .optional(.array(.number))) { row, _ in lines(row.source.lines) },
      .number("figures", "数字条数", "Figures") { row, _ in .count(row.figures) }.json(),
    ],
    rows: { board in
      let counts = ContributionCounts(board)
      return board.sources.map { ListedSource(source: $0, figures: counts[$0.id, .figures]) }
    })

  /// Returns the first and last line, from 1; null when the copy is complete.
  private static func lines(_ lines: ClosedRange<Int>?) -> JSONOutput {
    lines.map { .array([.number(Double($0.lowerBound)), .number(Double($0.upperBound))]) } ?? .null
  }
}
