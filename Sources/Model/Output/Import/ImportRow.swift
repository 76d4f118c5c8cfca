import Domain

/// The cells of one row, by field.
struct ImportRow {
  let line: Int
  private let cells: [String]
  let mapping: ImportMapping
  /// The id of the document that the user named for all rows.
  let source: String?

  init(_ row: CSVTable.Row, mapping: ImportMapping, source: String?) {
    line = row.line
    cells = row.cells
    self.mapping = mapping
    self.source = source
  }

  /// Returns the text of a cell without surrounding spaces; nil when it is empty or there is no such column.
  func text(_ field: ImportField) -> String? {
    guard let position = mapping.position(of: field), cells.indices.contains(position) else { return nil }
    let text = String(CellText.trimmed(cells[position].unicodeScalars))
    return text.isEmpty ? nil : text
  }

  func head(_ field: ImportField) -> String? { mapping.position(of: field).map { mapping.columns[$0].head } }

  func unit(_ field: ImportField) -> String {
    mapping.position(of: field).map { mapping.columns[$0].unit } ?? ""
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
          "no source; add a column 'source' or use --source ID; add a new document to sources first (docs/import.md)"
      )
    }
    if let text = text(.line) {
      guard let number = Int(CellText.plain(text)), number > 0 else {
        throw CellFault(zh: "行号“\(text)”应为正整数", en: "line '\(text)' is not a whole number from 1")
      }
      line = number
    }
    return Citation(
      source: source, section: text(.section) ?? "", line: line, printed: text(.printed) ?? printed)
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
