/// Writes tables as comma-separated values (RFC 4180): lines end with CR LF, cells are quoted where necessary.
package enum CSVWriter {
  /// Marks a file as UTF-8 for spreadsheets; without it, Excel reads Chinese text as garbage.
  package static let byteOrderMark = "\u{FEFF}"

  /// Returns a table with its header row.
  ///
  /// - Parameters:
  ///   - sheet: the columns and rows.
  ///   - notes: the page's footnotes and the name of the column for them; nil leaves them out.
  package static func text(_ sheet: Sheet, notes: (texts: [String], column: String)? = nil) -> String {
    let count = sheet.columns.count
    var result = row(sheet.columns.map(\.name) + (notes.map { [$0.column] } ?? []))
    for cells in sheet.rows {
      var texts = cells.prefix(count).map(\.text)
      texts += Array(repeating: "", count: count - texts.count)
      if let notes { texts.append(said(by: cells, notes.texts)) }
      result += row(texts)
    }
    return result
  }

  /// Returns one line with its line end.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// Returns the footnotes of a row, each once.
  private static func said(by cells: [Phrase], _ notes: [String]) -> String {
    var numbers: [Int] = []
    for number in cells.flatMap(\.notes) where !numbers.contains(number) { numbers.append(number) }
    return numbers.compactMap { notes.indices.contains($0 - 1) ? notes[$0 - 1] : nil }
      .joined(separator: "; ")
  }

  private static func cell(_ text: String) -> String {
    let text = withoutFormula(text.withoutCommands())
    let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    var quoted = "\""
    // Compares scalars, because CR LF is one character, and a quotation mark may carry a combining mark.
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Prefixes an apostrophe to text that a spreadsheet would run as a formula. Signed numbers stay numbers.
  private static func withoutFormula(_ text: String) -> String {
    // A single sign is not a formula: `=` is a comparator.
    guard text.unicodeScalars.count > 1, let first = text.unicodeScalars.first,
      ["=", "@", "+", "-", "\t", "\r"].contains(first)
    else {
      return text
    }
    let isSign = first == "+" || first == "-"
    let isNumber = text.unicodeScalars.dropFirst().allSatisfy {
      ("0"..."9").contains($0) || [".", ",", "%", "-"].contains($0)
    }
    return isSign && isNumber ? text : "'" + text
  }
}
