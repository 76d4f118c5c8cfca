/// The place where a document prints something.
package struct Citation: Hashable, Sendable {
  /// A heading of a document. Many citations share one, so that thousands of citations stay small.
  package final class Place: Hashable, Sendable {
    /// The id of the document.
    package let source: String
    /// The heading above the place, as printed; may be empty.
    package let section: String

    /// Creates a place; the section is empty where the document has no heading above it.
    package init(source: String, section: String) {
      (self.source, self.section) = (source, section)
    }

    /// Whether both are the same heading of the same document.
    package static func == (left: Place, right: Place) -> Bool {
      left === right || (left.source == right.source && left.section == right.section)
    }

    /// Hashes the document and the heading.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(section)
    }
  }

  /// The line in the plain-text copy, from 1, counting line feeds.
  package let line: Int
  private let place: Place
  /// The text printed there: a short figure or a name.
  package var printed: String

  /// The id of the source document.
  package var source: String { place.source }
  /// The heading above it, as printed.
  package var section: String { place.section }

  /// Creates a citation that shares its place with others of the same section.
  package init(_ place: Place, line: Int, printed: String) {
    (self.place, self.line, self.printed) = (place, line, printed)
  }

  /// Creates a citation with a place of its own.
  package init(source: String, section: String, line: Int, printed: String) {
    self.init(Place(source: source, section: section), line: line, printed: printed)
  }
}

/// The position of a record in the dataset: index into `Dataset.files`, line and column from 1.
package struct Origin: Hashable, Sendable {
  private let storedFile: Int32
  private let storedLine: Int32
  private let storedColumn: Int32

  /// The index of the file in `Dataset.files`.
  package var file: Int { Int(storedFile) }
  /// The line, counted from 1.
  package var line: Int { Int(storedLine) }
  /// The column in bytes, counted from 1.
  package var column: Int { Int(storedColumn) }

  /// The origin of a record that the program created.
  package static let unknown = Origin(file: 0, line: 1, column: 1)

  /// Creates a location; line and column count from 1, and the column counts bytes.
  package init(file: Int, line: Int, column: Int) {
    storedFile = Int32(clamping: file)
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }
}

/// A name that a document prints, without further properties: a product, a direction.
package struct Item: Hashable, Sendable {
  /// The name that the document prints.
  package var name: Name
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates an item that the cited places print.
  package init(name: Name, citations: [Citation]) {
    self.name = name
    self.citations = citations
  }
}
