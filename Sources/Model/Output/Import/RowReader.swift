import Domain

/// All faults of a row, each with the head of the column it is about.
struct RowFaults: Error {
  var faults: [(column: String?, fault: CellFault)]

  init(_ faults: [(column: String?, fault: CellFault)]) { self.faults = faults }

  init(_ column: String?, _ fault: CellFault) { faults = [(column, fault)] }
}

/// Reads the cells of a row one after the other and keeps every fault, so that all are told at once.
struct RowReader {
  let row: ImportRow
  private(set) var faults: [(column: String?, fault: CellFault)] = []

  init(_ row: ImportRow) { self.row = row }

  /// Reads a cell; nil when it is empty or wrong.
  mutating func read<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) -> Value? {
    guard let text = row.text(field) else { return nil }
    return take(row.head(field)) { () throws(CellFault) in try parse(text) }
  }

  /// Reads a cell that must not be empty.
  mutating func needed<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) -> Value? {
    guard row.text(field) == nil else { return read(field, parse) }
    note(row.head(field), CellFault(zh: "为空", en: "is empty"))
    return nil
  }

  /// The value of something that can fail; nil when it does.
  @discardableResult
  mutating func take<Value>(_ column: String?, _ body: () throws(CellFault) -> Value) -> Value? {
    do throws(CellFault) {
      return try body()
    } catch {
      note(column, error)
      return nil
    }
  }

  mutating func note(_ column: String?, _ fault: CellFault) { faults.append((column, fault)) }

  /// The row's document, and whether it is known.
  mutating func citation(printed: String, index: NameIndex) -> Citation? {
    let row = row
    return take(row.head(.source)) { () throws(CellFault) in try row.citation(printed: printed, index: index)
    }
  }

  func check() throws(RowFaults) {
    guard faults.isEmpty else { throw RowFaults(faults) }
  }
}
