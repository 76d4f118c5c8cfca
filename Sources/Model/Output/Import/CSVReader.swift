import CCSV
import Domain
import Glibc

/// A parsed table: rows of cells with their lines.
package struct CSVTable: Sendable {
  package struct Row: Sendable {
    /// The line on which it begins, from 1.
    package var line: Int
    package var cells: [String]
  }

  package var header: Row
  package var rows: [Row]
  /// `,`, `;` or a tab.
  package var delimiter: Character
}

/// Parses comma-separated values strictly with libcsv: quotation marks enclose a whole cell, and are doubled inside it.
package enum CSVReader {
  /// The limits: bytes in a cell, columns, rows.
  package static let cellLimit = Int(QJ_CSV_FIELD_LIMIT)
  package static let columnLimit = 1000
  /// The number of bytes of the header line that are searched for the delimiter.
  private static let headLimit = 1 << 16
  package static let rowLimit = 1_000_000
  /// The limit of the number of cells, which bounds the memory of a table.
  package static let totalLimit = 10_000_000

  /// - Parameter text: UTF-8 without a byte-order mark.
  /// - Throws: the first fault with its line. A table without rows below the header is a fault.
  package static func read(_ text: [UInt8]) throws(ImportFailure) -> CSVTable {
    let firstLine = text.prefix(headLimit).prefix { $0 != 0x0A && $0 != 0x0D }
    let delimiter = delimiter(firstLine)
    var rows = try rows(text, delimiter)
    // Excel leaves rows of separators alone below a table.
    rows.removeAll { row in row.cells.allSatisfy { $0.isEmpty } }
    guard let header = rows.first else {
      throw ImportFailure(Name(zh: "表是空的", en: "the table is empty"))
    }
    guard rows.count > 1 else {
      throw ImportFailure(Name(zh: "只有表头，没有数据行", en: "the table has a head but no rows"), line: header.line)
    }
    for row in rows.dropFirst() where row.cells.dropFirst(header.cells.count).contains(where: { !$0.isEmpty })
    {
      throw ImportFailure(
        Name(
          zh: "有\(row.cells.count)格，表头只有\(header.cells.count)格；含逗号的数须加引号：\"1,234.5\"",
          en:
            "\(row.cells.count) cells, but the head has \(header.cells.count); put a number with a comma in quotation marks: \"1,234.5\""
        ),
        line: row.line)
    }
    return CSVTable(header: header, rows: Array(rows.dropFirst()), delimiter: delimiter)
  }

  private static func delimiter(_ head: ArraySlice<UInt8>) -> Character {
    if head.contains(UInt8(ascii: ",")) { return "," }
    if head.contains(UInt8(ascii: "\t")) { return "\t" }
    return head.contains(UInt8(ascii: ";")) ? ";" : ","
  }

  private static func rows(_ text: [UInt8], _ delimiter: Character) throws(ImportFailure) -> [CSVTable.Row] {
    guard let parser = qj_csv_new(delimiter.asciiValue ?? 0x2C) else {
      throw ImportFailure(Name(zh: "内存不足", en: "out of memory"))
    }
    defer { qj_csv_delete(parser) }
    let collector = CSVCollector()
    let context = Unmanaged.passUnretained(collector).toOpaque()
    var line = 1
    var start = 0
    // Line by line, so that each row gets its line number.
    while start < text.count {
      if qj_csv_is_between_rows(parser) != 0 { collector.line = line }
      let end = lineEnd(text, start)
      let count = text.withUnsafeBytes { raw in
        raw.baseAddress.map { csv_parse(parser, $0 + start, end - start, takeCell, takeRow, context) } ?? 0
      }
      if count != end - start || collector.isTooLarge {
        throw failure(csv_error(parser), collector, line)
      }
      line += 1
      start = end
    }
    if csv_fini(parser, takeCell, takeRow, context) != 0 {
      throw failure(csv_error(parser), collector, collector.line)
    }
    return collector.rows
  }

  /// Returns the offset after the next line end: LF, CR LF or CR.
  private static func lineEnd(_ text: [UInt8], _ start: Int) -> Int {
    text.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return start }
      func next(_ byte: Int32, before end: Int) -> Int? {
        memchr(base + start, byte, end - start).map { UnsafeRawPointer($0) - base }
      }
      let feed = next(0x0A, before: raw.count)
      let end = feed.map { $0 + 1 } ?? raw.count
      guard let turn = next(0x0D, before: end), turn + 1 != feed else { return end }
      return turn + 1
    }
  }

  private static func failure(_ code: Int32, _ collector: CSVCollector, _ line: Int) -> ImportFailure {
    if collector.isTooLarge {
      return ImportFailure(
        Name(
          zh: "表太大；最多\(rowLimit)行、\(columnLimit)列，共\(totalLimit)格",
          en:
            "the table is too large; at most \(rowLimit) rows, \(columnLimit) columns and \(totalLimit) cells"
        ),
        line: line)
    }
    if code == CSV_EPARSE {
      return ImportFailure(
        Name(
          zh: "引号用法不对（该行始于第\(collector.line)行）；引号须包住整格，格内的引号写两个",
          en:
            "invalid quotation marks in the row that begins on line \(collector.line); quote whole cells, and double quotation marks inside them"
        ),
        line: line)
    }
    return ImportFailure(
      Name(zh: "一格超过\(cellLimit)字节", en: "a cell of more than \(cellLimit) bytes"), line: line)
  }
}

private func takeCell(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let collector = Unmanaged<CSVCollector>.fromOpaque(context).takeUnretainedValue()
  collector.total += 1
  guard collector.cells.count < CSVReader.columnLimit, collector.total <= CSVReader.totalLimit else {
    collector.isTooLarge = true
    return
  }
  collector.cells.append(String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
}

private func takeRow(_ end: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let collector = Unmanaged<CSVCollector>.fromOpaque(context).takeUnretainedValue()
  guard collector.rows.count <= CSVReader.rowLimit else {
    collector.isTooLarge = true
    return
  }
  collector.rows.append(CSVTable.Row(line: collector.line, cells: collector.cells))
  collector.cells = []
}

/// The output of the parser's callbacks.
private final class CSVCollector {
  var rows: [CSVTable.Row] = []
  var cells: [String] = []
  var total = 0
  var line = 1
  var isTooLarge = false
}
