import Figures

/// A page of words, fields and tables in one language, apart from how it is printed.
///
/// What the screen exports, the linear form of a view and the dispatch report are documents; writers turn them into
/// Markdown, HTML, CSV or plain text.
package struct Document: Equatable, Sendable {
  package var title: String
  package var blocks: [Block]
  /// The footnotes, the first one is number 1.
  package private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]

  package enum Block: Equatable, Sendable {
    /// - Parameter level: 1 for a section, 2 for a part of one.
    case heading(String, level: Int)
    case paragraph(Phrase)
    /// `label: value` lines about one thing.
    case fields([Field])
    case table(Sheet)
    /// Values to be drawn. A table of the document says the same, so that a writer without pictures leaves it out.
    case chart(Chart)
  }

  /// A value with its name.
  package struct Field: Equatable, Sendable {
    package var label: String
    package var value: Phrase

    package init(_ label: String, _ value: Phrase) {
      self.label = label
      self.value = value
    }
  }

  package init(title: String, blocks: [Block] = [], notes: [String] = []) {
    self.title = title
    self.blocks = blocks
    for text in notes { _ = note(text) }
  }

  /// Adds a footnote, or finds the one that says the same.
  ///
  /// - Returns: its number, from 1.
  package mutating func note(_ text: String) -> Int {
    if let number = numbers[text] { return number }
    notes.append(text)
    numbers[text] = notes.count
    return notes.count
  }
}

/// A text with what hangs on it.
package struct Phrase: Equatable, Sendable, ExpressibleByStringLiteral {
  package var text: String
  /// Numbers of the footnotes that it refers to.
  package var notes: [Int]
  /// The status that it speaks of, for writers that have colours; the text says it in words as well.
  package var status: Status?

  package init(_ text: String, notes: [Int] = [], status: Status? = nil) {
    self.text = text
    self.notes = notes
    self.status = status
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// A table: named columns, and rows of as many cells.
package struct Sheet: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package var name: String
    /// Whether its cells are numbers, which stand at the right.
    package var isNumeric: Bool

    package init(_ name: String, isNumeric: Bool = false) {
      self.name = name
      self.isNumeric = isNumeric
    }
  }

  package var columns: [Column]
  package var rows: [[Phrase]]

  package init(_ columns: [Column], rows: [[Phrase]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table without the columns that hold nothing but dashes.
  func withoutEmptyColumns() -> Sheet {
    let kept = columns.indices.filter { column in rows.contains { $0[column].text != "-" } }
    return Sheet(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
