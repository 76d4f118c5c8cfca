/// Writes pages as lines for speech and braille: `label: value`, without drawings or columns.
package enum PlainWriter {
  /// Returns the whole page; it ends with a line feed.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - numbersRows: whether the rows of all tables are numbered, from 1.
  package static func text(_ page: Page, numbersRows: Bool = false) -> String {
    var lines = [page.title.onOneLine]
    var number = 0
    for block in page.blocks {
      if case .heading = block { lines.append("") }
      var texts = text(block)
      if numbersRows, case .table = block {
        texts = texts.map { row in
          number += 1
          return "\(number). \(row)"
        }
      }
      lines += texts
    }
    if !page.notes.isEmpty { lines.append("") }
    lines += page.notes.enumerated().map { "[\($0.offset + 1)] \($0.element.onOneLine)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ block: Page.Block) -> [String] {
    switch block {
    case .heading(let text, _): [text.onOneLine]
    case .paragraph(let phrase): [text(phrase)]
    case .fields(let fields): fields.map { "\($0.label.onOneLine): \(text($0.value))" }
    case .table(let sheet): sheet.rows.map { row($0, of: sheet) }
    case .chart(let chart): [chart.alternative.onOneLine]
    }
  }

  /// Returns a row such as `指标: 总产值; 实际: 109.43亿元 [1]`; empty cells are left out.
  private static func row(_ cells: [Phrase], of sheet: Sheet) -> String {
    zip(sheet.columns, cells).compactMap { column, cell in
      guard !cell.text.isEmpty || !cell.notes.isEmpty else { return nil }
      let name = column.name.onOneLine
      return name.isEmpty ? text(cell) : "\(name): \(text(cell))"
    }.joined(separator: "; ")
  }

  private static func text(_ phrase: Phrase) -> String {
    phrase.text.onOneLine + phrase.notes.map { " [\($0)]" }.joined()
  }
}
