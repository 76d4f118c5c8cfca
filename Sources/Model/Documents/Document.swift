/// A page of words, fields and tables in one language, apart from how it is printed.
///
/// What the screen exports, the linear form of a view and the dispatch report are documents; writers turn them into
/// Markdown, HTML, CSV or plain text.
public struct Document: Equatable, Sendable {
  public var title: String
  public var blocks: [Block]
  /// The footnotes, the first one is number 1.
  public private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]

  public enum Block: Equatable, Sendable {
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
  public struct Field: Equatable, Sendable {
    public var label: String
    public var value: Phrase

    public init(_ label: String, _ value: Phrase) {
      self.label = label
      self.value = value
    }
  }

  public init(title: String, blocks: [Block] = [], notes: [String] = []) {
    self.title = title
    self.blocks = blocks
    for text in notes { _ = note(text) }
  }

  /// Adds a footnote, or finds the one that says the same.
  ///
  /// - Returns: its number, from 1.
  public mutating func note(_ text: String) -> Int {
    if let number = numbers[text] { return number }
    notes.append(text)
    numbers[text] = notes.count
    return notes.count
  }
}

/// A text with what hangs on it.
public struct Phrase: Equatable, Sendable, ExpressibleByStringLiteral {
  public var text: String
  /// Numbers of the footnotes that it refers to.
  public var notes: [Int]
  /// The status that it speaks of, for writers that have colours; the text says it in words as well.
  public var status: Status?

  public init(_ text: String, notes: [Int] = [], status: Status? = nil) {
    self.text = text
    self.notes = notes
    self.status = status
  }

  public init(stringLiteral value: String) { self.init(value) }
}

/// A table: named columns, and rows of as many cells.
public struct Sheet: Equatable, Sendable {
  public struct Column: Equatable, Sendable {
    public var name: String
    /// Whether its cells are numbers, which stand at the right.
    public var isNumeric: Bool

    public init(_ name: String, isNumeric: Bool = false) {
      self.name = name
      self.isNumeric = isNumeric
    }
  }

  public var columns: [Column]
  public var rows: [[Phrase]]

  public init(_ columns: [Column], rows: [[Phrase]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table without the columns that hold nothing but dashes.
  func withoutEmptyColumns() -> Sheet {
    let kept = columns.indices.filter { column in rows.contains { $0[column].text != "-" } }
    return Sheet(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
