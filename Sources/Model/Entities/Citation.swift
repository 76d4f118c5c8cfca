/// Where a document prints something.
public struct Citation: Hashable, Sendable {
  /// A heading of a document. Many citations share one: thousands of them have to be small.
  final class Place: Hashable, Sendable {
    let source: String
    let section: String

    init(source: String, section: String) {
      (self.source, self.section) = (source, section)
    }

    static func == (left: Place, right: Place) -> Bool {
      left === right || (left.source == right.source && left.section == right.section)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(section)
    }
  }

  private let place: Place
  /// Line of the plain-text copy, from 1, counting line feeds.
  public let line: Int
  /// What stands there: a short figure or a name.
  public var printed: String

  /// Id of the source.
  public var source: String { place.source }
  /// The heading it stands under, as printed.
  public var section: String { place.section }

  init(_ place: Place, line: Int, printed: String) {
    (self.place, self.line, self.printed) = (place, line, printed)
  }

  public init(source: String, section: String, line: Int, printed: String) {
    self.init(Place(source: source, section: section), line: line, printed: printed)
  }
}

/// Where a record stands in the dataset: index into `Dataset.files`, line and column from 1.
public struct Origin: Hashable, Sendable {
  private let storedFile: Int32
  private let storedLine: Int32
  private let storedColumn: Int32

  public var file: Int { Int(storedFile) }
  public var line: Int { Int(storedLine) }
  public var column: Int { Int(storedColumn) }

  /// Of a record that was made by the program.
  public static let unknown = Origin(file: 0, line: 1, column: 1)

  public init(file: Int, line: Int, column: Int) {
    storedFile = Int32(clamping: file)
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }
}

/// A name that a document prints, without further properties: a product, a direction.
public struct Item: Hashable, Sendable {
  public var name: Name
  public var citations: [Citation]
}
