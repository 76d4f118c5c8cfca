/// Writes pages as Markdown, with the tables and footnotes of GitHub's dialect.
package enum MarkdownWriter {
  /// Returns the whole page; it ends with a line feed.
  package static func text(_ page: Page) -> String {
    var parts = ["# \(escaped(page.title))"]
    parts += page.blocks.map { text($0) }.filter { !$0.isEmpty }
    if !page.notes.isEmpty {
      let notes = page.notes.enumerated().map { "[^\($0.offset + 1)]: \(escaped($0.element))" }
      parts.append(notes.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Returns a table with its header, one line per row; empty when it has no columns.
  package static func text(_ sheet: Sheet) -> String {
    guard !sheet.columns.isEmpty else { return "" }
    let rule = sheet.columns.map { $0.isNumeric ? "---:" : "---" }
    var lines = [row(sheet.columns.map { escaped($0.name) }), row(rule)]
    for cells in sheet.rows {
      let missing = max(0, sheet.columns.count - cells.count)
      let texts = cells.prefix(sheet.columns.count).map(text) + Array(repeating: "", count: missing)
      lines.append(row(texts))
    }
    return lines.joined(separator: "\n")
  }

  /// Returns one row with its line feed, for tables that are written row by row.
  package static func line(_ cells: [String]) -> String { row(cells.map(escaped)) + "\n" }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private static func text(_ block: Page.Block) -> String {
    switch block {
    case .heading(let text, let level):
      "\(String(repeating: "#", count: min(6, max(1, level) + 1))) \(escaped(text))"
    case .paragraph(let phrase): text(phrase)
    case .fields(let fields):
      fields.map { "- \(escaped($0.label)): \(text($0.value))" }.joined(separator: "\n")
    case .table(let sheet): text(sheet)
    // Markdown has no charts, and a table holds the same values.
    case .chart: ""
    }
  }

  private static func text(_ phrase: Phrase) -> String {
    escaped(phrase.text) + phrase.notes.map { "[^\($0)]" }.joined()
  }

  /// Escapes a text so that Markdown shows it literally: on one line, without markup, and not as the start of a list, a
  /// heading or a quotation.
  package static func escaped(_ text: String) -> String {
    let line = text.onOneLine.drop { $0 == " " }
    var result = ""
    // Compares scalars, because a character may carry a combining mark.
    for scalar in line.unicodeScalars {
      if "\\`*_[]<>|~&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return escapedStart(result)
  }

  /// Escapes `#`, `+`, `-`, `=` and `1.`, which are markup only at the start of a line.
  private static func escapedStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return text }
    let next = rest.dropFirst().first
    return next == nil || next == " " ? "\(digits)\\\(rest)" : text
  }
}
