import Domain

/// A table as rows of cells, whatever file it comes from.
///
/// The texts are kept in one buffer, because a table may have millions of cells.
package struct Grid: Sendable {
  private struct Row: Sendable {
    var number: UInt32
    var line: UInt32
    var firstCell: UInt32
  }

  /// A rectangle of cells that the table shows as one; positions from 0.
  package struct MergedRange: Hashable, Sendable {
    /// The rows of the rectangle.
    package var rows: ClosedRange<Int>
    /// The columns of the rectangle.
    package var columns: ClosedRange<Int>
  }

  /// The cells that were merged; a CSV file does not record any.
  package var merged: [MergedRange] = []
  /// The separator of a CSV file; nil for another file.
  package var delimiter: Character?
  /// The name of the sheet of a workbook; nil for another file.
  package var sheet: String?
  /// What a reader reports about the table as a whole.
  package var remarks: [Name] = []
  /// Whether rows and columns were exchanged; places are those of the file.
  private(set) var isTransposed = false
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var rows: [Row] = []
  /// Why cells cannot be used, by their number.
  private var faults: [Int: CellFault] = [:]

  /// The number of rows.
  package var count: Int { rows.count }
  /// The number of cells of all rows, with those of the row that is being built.
  package var cellCount: Int { ends.count }
  /// The bytes of all cells.
  package var size: Int { bytes.count }
  /// The number of columns of the widest row.
  package private(set) var width = 0

  // MARK: Building

  /// Adds a cell to the row that `endRow` will complete; surrounding blanks are dropped.
  package mutating func append(_ cell: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: CellText.trimmed(cell))
    ends.append(UInt32(bytes.count))
  }

  /// Completes a row.
  ///
  /// - Parameters:
  ///   - number: its number in a spreadsheet, from 1.
  ///   - line: the line of the file on which it begins, from 1.
  package mutating func endRow(number: Int, line: Int) {
    let first = pendingStart
    rows.append(Row(number: UInt32(number), line: UInt32(line), firstCell: UInt32(first)))
    width = max(width, ends.count - first)
    pendingStart = ends.count
  }

  /// The first cell after the last complete row.
  private var pendingStart = 0
  /// The number of cells of the row that is being built.
  package var pendingCount: Int { ends.count - pendingStart }

  /// Adds a complete row; see `endRow` for its number and line.
  package mutating func append(row cells: [String], number: Int, line: Int) {
    for cell in cells { Array(cell.utf8).withUnsafeBytes { append($0) } }
    endRow(number: number, line: line)
  }

  /// Records why the last cell cannot be used: `#N/A`.
  mutating func markLast(_ fault: CellFault) { faults[ends.count - 1] = fault }

  // MARK: Reading

  /// The reason that a cell cannot be used; nil for a usable one.
  func fault(_ row: Int, _ column: Int) -> CellFault? {
    guard !faults.isEmpty, column >= 0, case let cells = cells(row), column < cells.count else { return nil }
    return faults[cells.lowerBound + column]
  }

  private func cells(_ row: Int) -> Range<Int> {
    let next = row + 1 < rows.count ? Int(rows[row + 1].firstCell) : pendingStart
    return Int(rows[row].firstCell)..<next
  }

  /// The number of cells of a row.
  package func width(_ row: Int) -> Int { cells(row).count }

  /// The bytes of a cell; empty beyond the end of the row.
  package func utf8(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let cells = cells(row)
    guard column >= 0, column < cells.count else { return [] }
    let cell = cells.lowerBound + column
    return bytes[(cell == 0 ? 0 : Int(ends[cell - 1]))..<Int(ends[cell])]
  }

  /// Whether a cell has no text; also beyond the end of its row.
  package func isEmpty(_ row: Int, _ column: Int) -> Bool { utf8(row, column).isEmpty }

  /// The text of a cell without surrounding blanks; empty beyond the end of its row.
  package func text(_ row: Int, _ column: Int) -> String {
    String(decoding: utf8(row, column), as: UTF8.self)
  }

  /// The texts of a row, with empty ones.
  package func texts(_ row: Int) -> [String] { (0..<width(row)).map { text(row, $0) } }

  /// The positions of the cells of a row that are not empty.
  package func filled(_ row: Int) -> [Int] { (0..<width(row)).filter { !isEmpty(row, $0) } }

  /// Whether all cells of a row are empty.
  package func isBlank(_ row: Int) -> Bool {
    let cells = cells(row)
    guard let last = cells.last else { return true }
    return ends[last] == (cells.lowerBound == 0 ? 0 : ends[cells.lowerBound - 1])
  }

  // MARK: Places

  /// The number of a row in a spreadsheet.
  package func number(_ row: Int) -> Int { isTransposed ? row + 1 : Int(rows[row].number) }

  /// The line of the file on which a row begins; that of the table's first row where rows were exchanged for columns.
  package func line(_ row: Int) -> Int { Int(rows[row].line) }

  /// The line of the file of a cell.
  func line(_ row: Int, _ column: Int) -> Int { columnLines[safe: column] ?? line(row) }

  /// The name of a cell in a spreadsheet: `B7`, `月报!B7`.
  package func place(_ row: Int, _ column: Int) -> String {
    let cell =
      isTransposed
      ? Grid.letters(row) + String(rows.isEmpty ? column + 1 : columnNumbers[safe: column] ?? column + 1)
      : Grid.letters(column) + String(number(row))
    guard let sheet else { return cell }
    let isPlain = !sheet.isEmpty && sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return (isPlain ? sheet : "'\(sheet)'") + "!" + cell
  }

  /// Returns the positions of the rows with numbers in a range; nil when there are none.
  func rows(numbered numbers: ClosedRange<Int>) -> ClosedRange<Int>? {
    func first(from number: Int) -> Int {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(rows[middle].number) < number { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let (start, end) = (first(from: numbers.lowerBound), first(from: numbers.upperBound + 1))
    return start < end ? start...(end - 1) : nil
  }

  /// The merged range that a cell belongs to.
  func merge(at row: Int, _ column: Int) -> MergedRange? {
    merged.first { $0.rows.contains(row) && $0.columns.contains(column) }
  }

  /// The rows whose cell of a column continues the one above within a merged range.
  func continued(_ column: Int) -> Set<Int> {
    var result: Set<Int> = []
    var end = 0
    let ranges = merged.filter { $0.columns.contains(column) }.sorted {
      $0.rows.lowerBound < $1.rows.lowerBound
    }
    // Ranges never overlap in a valid workbook; those of another are not counted twice.
    for range in ranges where range.rows.upperBound >= end {
      let first = max(range.rows.lowerBound + 1, end)
      if first <= range.rows.upperBound { result.formUnion(first...range.rows.upperBound) }
      end = range.rows.upperBound + 1
    }
    return result
  }

  /// The numbers and lines of the rows that became columns.
  private var columnNumbers: [Int] = []
  private var columnLines: [Int] = []

  /// The letters of a column: `A`, `Z`, `AA`.
  package static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(0x41 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  /// Returns the table with columns as rows.
  package func transposed() -> Grid {
    var result = Grid()
    (result.delimiter, result.sheet, result.remarks) = (delimiter, sheet, remarks)
    for column in 0..<width {
      result.append(
        row: rows.indices.map { text($0, column) }, number: column + 1, line: rows.isEmpty ? 1 : line(0))
    }
    for row in rows.indices {
      for column in 0..<width(row) {
        fault(row, column).map { result.faults[column * rows.count + row] = $0 }
      }
    }
    result.merged = merged.map { MergedRange(rows: $0.columns, columns: $0.rows) }
    (result.columnNumbers, result.columnLines) = (rows.indices.map(number), rows.indices.map(line))
    result.isTransposed = !isTransposed
    return result
  }
}

extension Array {
  /// The element at an index; nil outside of the array.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
