import Domain
import Store

/// A table of problems, decisions, duties, reports or statuses, and what it changes in a dataset.
///
/// Each column has the key or a title of a field. A row whose id or title is known adds an entry to the history of its
/// record; nothing is overwritten.
package struct MonthTable {
  /// The kinds of tables.
  package enum Kind: String, CaseIterable, Sendable {
    case problems, decisions, duties, reports, statuses
  }

  /// The changes of a table.
  package struct Result: Sendable {
    /// The head and the field of each column; nil for a column that is not used.
    package var columns: [(head: String, field: String?)]
    /// What each row changes, in the order of the rows.
    package var changes: [Name]
    /// The number of rows that change nothing.
    package var unchanged: Int
    /// The changed files, complete.
    package var files: [InputFile]
  }

  let kind: Kind
  let grid: Grid
  let dataset: Dataset
  let index: NameIndex
  let files: [InputFile]
  let directory: String
  var columns: [(position: Int, head: String, key: String?)] = []
  var faults: [ImportFault] = []
  var changes: [Name] = []
  var unchanged = 0
  var additions: [JSONOutput] = []
  var taken: Set<String> = []
  /// The duties and periods of the new reports.
  var reported: Set<String> = []
  /// New entries of histories, by the id of their record.
  var steps: [(id: String, step: JSONOutput)] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - kind: what its rows are.
  ///   - grid: its cells.
  ///   - dataset: the data before the import.
  ///   - files: the dataset's files.
  ///   - directory: their directory.
  /// - Throws: all faults of the table; nothing may be written then.
  package static func plan(
    _ kind: Kind, _ grid: Grid, dataset: Dataset, files: [InputFile], directory: String
  ) throws(ImportFailure) -> Result {
    var table = MonthTable(kind, grid, dataset, files, directory)
    return try table.result()
  }

  private init(_ kind: Kind, _ grid: Grid, _ dataset: Dataset, _ files: [InputFile], _ directory: String) {
    (self.kind, self.grid, self.dataset, self.files, self.directory) = (kind, grid, dataset, files, directory)
    index = NameIndex(dataset)
  }

  private mutating func result() throws(ImportFailure) -> Result {
    let head = try findHead()
    for row in (head + 1)..<max(head + 1, grid.count) where !grid.isBlank(row) {
      do throws(CellFault) {
        try put(row)
      } catch {
        faults.append(
          ImportFault(line: grid.line(row), column: nil, cell: nil, message: error.message))
      }
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
    return Result(
      columns: columns.map { ($0.head, $0.key) }, changes: changes, unchanged: unchanged,
      files: try changedFiles())
  }

  // MARK: Columns

  /// Returns the row whose cells name the most fields, among the first ten.
  private mutating func findHead() throws(ImportFailure) -> Int {
    let fields = Self.fields[kind] ?? []
    func key(_ text: String) -> String? {
      let folded = NameIndex.folded(text)
      return fields.first { field in ([field.key] + field.heads).contains { NameIndex.folded($0) == folded }
      }?.key
    }
    let rows = (0..<min(10, grid.count)).map { row in (row, grid.texts(row).compactMap(key).count) }
    guard let best = rows.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }), best.1 >= 2 else {
      let known = fields.map { $0.heads[0] }.joined(separator: "、")
      let keys = fields.map(\.key).joined(separator: ", ")
      throw ImportFailure(
        Name(zh: "没有找到表头；可用的列：\(known)", en: "no row of heads found; the columns are \(keys)"))
    }
    var seen: Set<String> = []
    columns = grid.texts(best.0).enumerated().filter { !$0.element.isEmpty }.map { position, text in
      let found = key(text)
      return (position, text, found.flatMap { seen.insert($0).inserted ? $0 : nil })
    }
    return best.0
  }

  func text(_ key: String, _ row: Int) -> String? {
    guard let column = columns.first(where: { $0.key == key }) else { return nil }
    let text = grid.text(row, column.position)
    return text.isEmpty || ["-", "—", "无", "/"].contains(text) ? nil : text
  }

  func required(_ key: String, _ row: Int) throws(CellFault) -> String {
    if let text = text(key, row) { return text }
    let head = Self.fields[kind]?.first { $0.key == key }?.heads[0] ?? key
    throw CellFault(zh: "“\(head)”为空", en: "'\(key)' is empty")
  }

  func day(_ key: String, _ row: Int) throws(CellFault) -> Day? {
    guard let text = text(key, row) else { return nil }
    let date = try PeriodText.date(text)
    guard date.precision == .day else {
      throw CellFault(zh: "“\(text)”不是一天；写作 2024-07-05", en: "'\(text)' is not a day; write 2024-07-05")
    }
    return date.earliest
  }

  func one(_ kind: String, _ key: String, _ row: Int) throws(CellFault) -> String? {
    guard let text = text(key, row) else { return nil }
    return try index.one(kind, text)
  }

  func units(_ key: String, _ row: Int) throws(CellFault) -> [String] {
    var ids: [String] = []
    for part in (text(key, row) ?? "").split(whereSeparator: { "、,，;；".contains($0) }) {
      ids.append(try index.one("organisations", String(part)))
    }
    return ids
  }

  /// Returns the id of a word of a list: by its id or its name in either language.
  func word(_ words: [(id: String, name: Name)], _ key: String, _ row: Int) throws(CellFault)
    -> String?
  {
    guard let text = text(key, row) else { return nil }
    let folded = NameIndex.folded(text)
    let found = words.first { word in
      [word.id, word.name.zh, word.name.en].contains { NameIndex.folded($0) == folded }
    }
    if let found { return found.id }
    throw CellFault(
      zh: "“\(text)”不可用；可用：\(words.map(\.name.zh).joined(separator: "、"))",
      en: "'\(text)' is not allowed; expected one of \(words.map(\.id).joined(separator: ", "))")
  }

  func words<Word: CaseIterable & RawRepresentable>(_ name: (Word) -> Name) -> [(
    id: String, name: Name
  )]
  where Word.RawValue == String {
    Word.allCases.map { ($0.rawValue, name($0)) }
  }
}

extension TableFile {
  /// Returns the cells of a text, of the sheet that is named, or of the first visible one with rows.
  package func grid(sheet name: String?) throws(ImportFailure) -> Grid {
    switch self {
    case .text(let grid, _): return grid
    case .workbook(let workbook):
      for sheet in workbook.sheets where name.map({ $0 == sheet.name }) ?? !sheet.isHidden {
        let grid = try workbook.grid(sheet)
        if name != nil || grid.count > 1 { return grid }
      }
      throw ImportFailure(Name(zh: "没有这样的工作表", en: "no such sheet"))
    }
  }
}
