import Domain
import Figures

/// A page of text, fields and tables in one language, independent of the output format.
///
/// Screen exports, the linear form of a view and the dispatch report are such pages. Writers turn them into Markdown,
/// HTML, CSV or plain text.
package struct Page: Equatable, Sendable {
  package var title: String
  package var blocks: [Block]
  /// The footnotes; the first one is number 1.
  package private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]

  package enum Block: Equatable, Sendable {
    /// - Parameter level: 1 for a section, 2 for a subsection.
    case heading(String, level: Int)
    case paragraph(Phrase)
    /// `label: value` lines about one thing.
    case fields([Field])
    case table(Sheet)
    /// Values to be drawn. A table on the page holds the same values, so that a writer without graphics leaves the
    /// chart out.
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

  /// Adds a footnote, or finds an equal one.
  ///
  /// - Returns: its number, from 1.
  package mutating func note(_ text: String) -> Int {
    if let number = numbers[text] { return number }
    notes.append(text)
    numbers[text] = notes.count
    return notes.count
  }
}

/// A text with its footnotes and status.
package struct Phrase: Equatable, Sendable, ExpressibleByStringLiteral {
  package var text: String
  /// The numbers of its footnotes.
  package var notes: [Int]
  /// The status that it is about, for writers with colours; the text states it in words as well.
  package var status: Status?

  package init(_ text: String, notes: [Int] = [], status: Status? = nil) {
    self.text = text
    self.notes = notes
    self.status = status
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// A table: named columns, and rows with one cell per column.
package struct Sheet: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package var name: String
    /// Whether its cells are numbers, which are aligned right.
    package var isNumeric: Bool

    package init(_ name: String, isNumeric: Bool = false) {
      self.name = name
      self.isNumeric = isNumeric
    }

    /// Creates a column with the title and alignment of a field.
    package init(_ field: RecordField, _ language: Language) {
      self.init(field.name[language], isNumeric: field.isNumeric)
    }
  }

  package var columns: [Column]
  package var rows: [[Phrase]]

  package init(_ columns: [Column], rows: [[Phrase]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Returns the table without columns that hold only dashes.
  func withoutEmptyColumns() -> Sheet {
    let kept = columns.indices.filter { column in rows.contains { $0[column].text != "-" } }
    return Sheet(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
