import Domain

/// All faults of a row, each with its place.
struct RowFaults: Error {
  var faults: [(place: ImportRow.Place?, fault: CellFault)]

  init(_ faults: [(place: ImportRow.Place?, fault: CellFault)]) { self.faults = faults }

  init(_ place: ImportRow.Place?, _ fault: CellFault) { faults = [(place, fault)] }
}

/// Reads the cells of a row in turn and collects all faults, so that they are reported together.
struct RowReader {
  let row: ImportRow
  private(set) var faults: [(place: ImportRow.Place?, fault: CellFault)] = []

  init(_ row: ImportRow) { self.row = row }

  /// Reads a cell; nil when it is empty or invalid.
  mutating func read<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) -> Value? {
    guard let text = row.text(field) else { return nil }
    return take(row.head(field)) { () throws(CellFault) in try parse(text) }
  }

  /// Reads a cell that must not be empty.
  mutating func needed<Value>(_ field: ImportField, _ parse: (String) throws(CellFault) -> Value) -> Value? {
    guard row.text(field) == nil else { return read(field, parse) }
    let mayContinue = [.subject, .indicator, .period].contains(field)
    let option = ShellWord.quoted(OptionList.quoted(row.head(field)?.head ?? ""))
    note(
      row.head(field),
      mayContinue
        ? CellFault(
          zh: "为空；若沿用上一行，用 --fill \(option)", en: "is empty; --fill \(option) continues the cell above",
          answers: [.fill(head: row.head(field)?.head ?? "")])
        : CellFault(zh: "为空", en: "is empty"))
    return nil
  }

  /// Returns the value of `body`; nil, with a fault noted, when it throws.
  @discardableResult
  mutating func take<Value>(_ place: ImportRow.Place?, _ body: () throws(CellFault) -> Value) -> Value? {
    do throws(CellFault) {
      return try body()
    } catch {
      note(place, error)
      return nil
    }
  }

  mutating func note(_ place: ImportRow.Place?, _ fault: CellFault) { faults.append((place, fault)) }

  /// Returns a citation of the row's document; nil, with a fault noted, when the document is missing or unknown.
  mutating func citation(printed: String, index: NameIndex) -> Citation? {
    let row = row
    return take(row.head(.source)) { () throws(CellFault) in try row.citation(printed: printed, index: index)
    }
  }

  func check() throws(RowFaults) {
    guard faults.isEmpty else { throw RowFaults(faults) }
  }
}
