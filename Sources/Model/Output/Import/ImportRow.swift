import Domain

/// The cells of one row, by field.
struct ImportRow {
  /// The place of a fault: the head of a column and the cell.
  struct Place: Hashable {
    var head: String
    var cell: String
    /// The line of the file.
    var line: Int
  }

  let line: Int
  let mapping: ImportMapping
  private let grid: Grid
  private let row: Int
  /// The id of the document that the user named for all rows.
  let source: String?
  /// Texts that the row takes from lines above it: a merged cell, a section.
  private let inherited: [ImportField: String]
  /// Texts that are read instead of the row's cells.
  private let replaced: [ImportField: String]

  init(
    _ grid: Grid, row: Int, mapping: ImportMapping, source: String?, inherited: [ImportField: String] = [:],
    replaced: [ImportField: String] = [:]
  ) {
    self.replaced = replaced
    let key = mapping.column(of: .value) ?? mapping.column(of: .name)
    line = key.map { grid.line(row, $0.position) } ?? grid.line(row)
    self.grid = grid
    self.row = row
    self.mapping = mapping
    self.source = source
    self.inherited = inherited
  }

  /// Returns the text of a cell without surrounding spaces; nil when it is empty or there is no such column.
  func text(_ field: ImportField) -> String? {
    if let text = replaced[field] ?? mapping.constants[field] { return text }
    if let column = mapping.column(of: field) {
      let text = grid.text(row, column.position)
      if !mapping.words.isEmpty(text) { return text }
    }
    return inherited[field]
  }

  /// Whether the table has a column or a constant for a field.
  func has(_ field: ImportField) -> Bool {
    mapping.column(of: field) != nil || mapping.constants[field] != nil || inherited[field] != nil
      || replaced[field] != nil
  }

  /// Whether a cell holds a word for no data: `—`, `/`.
  func isMarkedEmpty(_ field: ImportField) -> Bool {
    guard let column = mapping.column(of: field) else { return false }
    let text = grid.text(row, column.position)
    return !text.isEmpty && mapping.words.isEmpty(text)
  }

  /// Whether the row's own cell of a field has a text.
  func isInCell(_ field: ImportField) -> Bool {
    mapping.column(of: field).map { !mapping.words.isEmpty(grid.text(row, $0.position)) } ?? false
  }

  func head(_ field: ImportField) -> Place? {
    mapping.column(of: field).map {
      Place(head: $0.head, cell: grid.place(row, $0.position), line: grid.line(row, $0.position))
    }
  }

  func unit(_ field: ImportField) -> String { mapping.column(of: field)?.unit ?? "" }

  /// Whether the user said the unit of a column.
  func hasGivenUnit(_ field: ImportField) -> Bool { mapping.column(of: field)?.isUnitGiven ?? false }

  /// The note of a project: its remark, and its open problem, for which the dataset has no field of its own.
  var remark: String? {
    let parts = [text(.note), text(.problem).map { "存在问题：\($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// Returns a citation of the row's document. The line is that of the table unless a column holds it.
  func citation(printed: String, index: NameIndex) throws(CellFault) -> Citation {
    var line = self.line
    var source = self.source
    if let text = text(.source) {
      // `list` prints `plan-2021:101`.
      let parts = text.split(separator: ":")
      if index.all("sources", text).isEmpty, parts.count == 2, let number = Int(parts[1]), number > 0 {
        source = try index.one("sources", String(parts[0]))
        line = number
      } else {
        source = try index.one("sources", text)
      }
    }
    guard let source else {
      throw CellFault(
        zh: "没有来源；加“来源”列，或用 --source 指定，新文件先写进 sources（见 docs/import.md）",
        en:
          "no source; add a column 'source' or use --source ID; add a new document to sources first (docs/import.md)",
        answers: [.need(.source)])
    }
    if let text = text(.line) {
      guard let number = Int(CellText.plain(text)), number > 0 else {
        throw CellFault(zh: "行号“\(text)”应为正整数", en: "line '\(text)' is not a whole number from 1")
      }
      line = number
    }
    return Citation(
      source: source, section: text(.section) ?? grid.sheet ?? "", line: line,
      printed: text(.printed) ?? printed)
  }
}

extension Citation {
  var json: JSONOutput {
    var members: [(String, JSONOutput)] = [("source", .string(source))]
    if !section.isEmpty { members.append(("section", .string(section))) }
    members += [("line", .number(Double(line))), ("printed", .string(printed))]
    return .object(members)
  }
}
