/// Prints tables as comma-separated values (RFC 4180): lines end with CR LF, cells are quoted where they must be.
package enum CSVWriter {
  /// What tells a spreadsheet that a file is UTF-8; Excel reads Chinese text as garbage without it.
  package static let byteOrderMark = "\u{FEFF}"

  /// A table under its head.
  ///
  /// - Parameter notes: the document's footnotes and the name of the column that they are printed in; without it, they
  ///   are left out.
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

  /// One line with its end.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// The footnotes of a row, each once.
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
    // Scalars, because CR LF is one character, and a quotation mark may carry a combining one.
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A spreadsheet would run what looks like a formula; an apostrophe makes it text. Signed numbers stay numbers.
  private static func withoutFormula(_ text: String) -> String {
    // One sign alone computes nothing: `=` is a comparator.
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
