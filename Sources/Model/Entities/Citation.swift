/// Where a document prints something.
public struct Citation: Hashable, Sendable {
  /// Id of the source.
  public var source: String
  /// The heading it stands under, as printed.
  public var section: String
  /// Line of the plain-text copy, from 1, counting line feeds.
  public var line: Int
  /// What stands there: a short figure or a name.
  public var printed: String

  public init(source: String, section: String, line: Int, printed: String) {
    self.source = source
    self.section = section
    self.line = line
    self.printed = printed
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
