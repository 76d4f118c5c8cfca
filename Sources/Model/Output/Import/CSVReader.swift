import CCSV
import Domain
import Glibc

/// Parses comma-separated values strictly with libcsv: quotation marks enclose a whole cell, and are doubled inside it.
package enum CSVReader {
  /// The limits: bytes in a cell, columns, rows.
  package static let cellLimit = Int(QJ_CSV_FIELD_LIMIT)
  /// The largest number of columns of a row.
  package static let columnLimit = 1000
  /// The largest number of rows.
  package static let rowLimit = 1_000_000
  /// The limit of the number of cells, which bounds the memory of a table.
  package static let totalLimit = 10_000_000

  /// - Parameters:
  ///   - text: UTF-8 without a byte-order mark.
  ///   - delimiter: the separator of the cells; nil to find it.
  /// - Throws: the first fault with its line. A table without rows below the first is a fault.
  package static func read(_ text: [UInt8], delimiter: Character? = nil) throws(ImportFailure) -> Grid {
    let declared = CSVDelimiter.declared(text)
    let delimiter = delimiter ?? declared?.delimiter ?? CSVDelimiter.found(text)
    let grid = try grid(text, from: declared?.end ?? 0, delimiter)
    let filled = (0..<grid.count).filter { !grid.isBlank($0) }.prefix(2)
    guard let first = filled.first else {
      throw ImportFailure(Name(zh: "表是空的", en: "the table is empty"))
    }
    guard filled.count > 1 else {
      throw ImportFailure(
        Name(zh: "只有表头，没有数据行", en: "the table has a head but no rows"), line: grid.line(first))
    }
    return grid
  }

  private static func grid(_ text: [UInt8], from start: Int, _ delimiter: Character) throws(ImportFailure)
    -> Grid
  {
    guard let parser = qj_csv_new(delimiter.asciiValue ?? 0x2C) else {
      throw ImportFailure(Name(zh: "内存不足", en: "out of memory"))
    }
    defer { qj_csv_delete(parser) }
    let collector = CSVCollector()
    let context = Unmanaged.passUnretained(collector).toOpaque()
    var start = start
    var line = start == 0 ? 1 : 2
    collector.number = line - 1
    // Line by line, so that each row gets its line number.
    while start < text.count {
      if qj_csv_is_between_rows(parser) != 0 {
        collector.line = line
        collector.number += 1
      }
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
    collector.grid.delimiter = delimiter
    return collector.grid
  }

  /// Returns the offset after the next line end: LF, CR LF or CR.
  static func lineEnd(_ text: [UInt8], _ start: Int) -> Int {
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

  /// The refusal of a table with too many rows, columns or cells.
  static func tooLarge(line: Int) -> ImportFailure {
    ImportFailure(
      Name(
        zh: "表太大；最多\(rowLimit)行、\(columnLimit)列，共\(totalLimit)格",
        en: "the table is too large; at most \(rowLimit) rows, \(columnLimit) columns and \(totalLimit) cells"
      ),
      line: line)
  }

  private static func failure(_ code: Int32, _ collector: CSVCollector, _ line: Int) -> ImportFailure {
    if collector.isTooLarge { return tooLarge(line: line) }
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
  guard collector.grid.pendingCount < CSVReader.columnLimit,
    collector.grid.cellCount < CSVReader.totalLimit
  else {
    collector.isTooLarge = true
    return
  }
  collector.grid.append(UnsafeRawBufferPointer(start: bytes, count: count))
}

private func takeRow(_ end: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  let collector = Unmanaged<CSVCollector>.fromOpaque(context).takeUnretainedValue()
  guard collector.grid.count <= CSVReader.rowLimit else {
    collector.isTooLarge = true
    return
  }
  collector.grid.endRow(number: collector.number, line: collector.line)
}

/// The output of the parser's callbacks.
private final class CSVCollector {
  var grid = Grid()
  var line = 1
  /// The number of the row in a spreadsheet.
  var number = 0
  var isTooLarge = false
}
