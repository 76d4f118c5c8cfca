/// Prints documents as Markdown, with the tables and footnotes of GitHub's dialect.
package enum MarkdownWriter {
  /// The whole document; it ends with a line end.
  package static func text(_ document: Document) -> String {
    var parts = ["# \(escaped(document.title))"]
    parts += document.blocks.map { text($0) }.filter { !$0.isEmpty }
    if !document.notes.isEmpty {
      let notes = document.notes.enumerated().map { "[^\($0.offset + 1)]: \(escaped($0.element))" }
      parts.append(notes.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The rows of a table under its head, one line each; empty when it has no columns.
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

  /// One row of a table with its line end, for tables that are written row by row.
  package static func line(_ cells: [String]) -> String { row(cells.map(escaped)) + "\n" }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private static func text(_ block: Document.Block) -> String {
    switch block {
    case .heading(let text, let level):
      "\(String(repeating: "#", count: min(6, max(1, level) + 1))) \(escaped(text))"
    case .paragraph(let phrase): text(phrase)
    case .fields(let fields):
      fields.map { "- \(escaped($0.label)): \(text($0.value))" }.joined(separator: "\n")
    case .table(let sheet): text(sheet)
    // Markdown has no drawing, and a table says the same.
    case .chart: ""
    }
  }

  private static func text(_ phrase: Phrase) -> String {
    escaped(phrase.text) + phrase.notes.map { "[^\($0)]" }.joined()
  }

  /// The text so that Markdown shows it as it is: on one line, without markup and without the beginning of a list, a
  /// heading or a quotation.
  package static func escaped(_ text: String) -> String {
    let line = text.onOneLine.drop { $0 == " " }
    var result = ""
    // Scalars, because a sign may carry a combining one.
    for scalar in line.unicodeScalars {
      if "\\`*_[]<>|~&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return escapedStart(result)
  }

  /// `#`, `+`, `-`, `=` and `1.` mean something at the beginning of a line only.
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
