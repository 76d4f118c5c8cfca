import Domain
import Figures

/// A page of text, fields and tables in one language, independent of the output format.
///
/// Screen exports, the linear form of a view and the dispatch report are such pages. Writers turn them into Markdown,
/// HTML, CSV or plain text.
package struct Page: Equatable, Sendable {
  /// The title of the document.
  package var title: String
  /// Its content in order.
  package var blocks: [Block]
  /// The footnotes; the first one is number 1.
  package private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]

  /// A part of a page; each format writes it in its own way.
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
    /// The name of the value.
    package var label: String
    /// The value, with its footnotes.
    package var value: Phrase

    /// Creates a named value.
    package init(_ label: String, _ value: Phrase) {
      self.label = label
      self.value = value
    }
  }

  /// Creates a page; `notes` are its footnotes, numbered from 1.
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
  /// The text without its footnote numbers.
  package var text: String
  /// The numbers of its footnotes.
  package var notes: [Int]
  /// The status that it is about, for writers with colours; the text states it in words as well.
  package var status: Status?

  /// Creates a phrase; `notes` are numbers of footnotes from 1.
  package init(_ text: String, notes: [Int] = [], status: Status? = nil) {
    self.text = text
    self.notes = notes
    self.status = status
  }

  /// Creates a phrase without notes and status.
  package init(stringLiteral value: String) { self.init(value) }
}

/// A table: named columns, and rows with one cell per column.
package struct Sheet: Equatable, Sendable {
  /// A column of a sheet.
  package struct Column: Equatable, Sendable {
    /// Its header.
    package var name: String
    /// Whether its cells are numbers, which are aligned right.
    package var isNumeric: Bool

    /// Creates a column; numeric ones are aligned right.
    package init(_ name: String, isNumeric: Bool = false) {
      self.name = name
      self.isNumeric = isNumeric
    }

    /// Creates a column with the title and alignment of a field.
    package init(_ field: RecordField, _ language: Language) {
      self.init(field.name[language], isNumeric: field.isNumeric)
    }
  }

  /// The columns in order.
  package var columns: [Column]
  /// The rows, each with a cell for every column.
  package var rows: [[Phrase]]

  /// Creates a sheet; every row must have a cell for each column.
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
