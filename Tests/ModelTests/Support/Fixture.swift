import Domain
import Figures
import Store
import Testing

/// A dataset of `fixtures/` whose files can be changed before they are loaded; they are known by their bare names.
struct Fixture {
  private(set) var files: [InputFile]

  init(_ name: String) throws {
    files = try InputFile.readDirectory(Repository.path("fixtures/\(name)"))
      .map { InputFile(path: $0.name, name: $0.name, bytes: $0.bytes) }
  }

  func text(of file: String) throws -> String {
    String(decoding: try #require(files.first { $0.name == file }).bytes, as: UTF8.self)
  }

  /// Replaces the first place of a text in a file; the text must be there.
  func replacing(
    _ old: String, in file: String, with new: String, location: SourceLocation = #_sourceLocation
  ) throws -> Fixture {
    let text = try text(of: file)
    let range = try #require(text.range(of: old), "\(file) holds no \(old)", sourceLocation: location)
    return setting(file, to: text.replacingSubrange(range, with: new))
  }

  /// Adds an entry before the first one of a file.
  func inserting(_ entry: String, in file: String, location: SourceLocation = #_sourceLocation) throws
    -> Fixture
  {
    try replacing("[\n", in: file, with: "[\n\(entry),\n", location: location)
  }

  func setting(_ file: String, to text: String) -> Fixture {
    var result = removing(file)
    result.files.append(InputFile(path: file, name: file, bytes: Array(text.utf8)))
    result.files.sort { $0.name < $1.name }
    return result
  }

  func removing(_ file: String) -> Fixture {
    var result = self
    result.files.removeAll { $0.name == file }
    return result
  }

  func load() throws(LoadFailure) -> DatasetLoader.Loaded {
    try DatasetLoader.load(files: files, place: "data")
  }

  func dataset() throws(LoadFailure) -> Dataset { try load().dataset }

  /// What loading finds, whether the data are refused or not.
  var diagnostics: [Diagnostic] {
    do throws(LoadFailure) {
      return try load().warnings
    } catch {
      return error.diagnostics
    }
  }

  /// The same as English messages: `figures.json:3:3: error: …`.
  var messages: [String] { diagnostics.map { $0.message(.en) } }
}

// What Foundation would bring.
extension StringProtocol {
  /// The first place of a text, byte by byte.
  func range(of text: String) -> Range<String.Index>? {
    let all = Array(utf8)
    let part = Array(text.utf8)
    guard !part.isEmpty, all.count >= part.count,
      let start = (0...(all.count - part.count)).first(where: {
        all[$0..<($0 + part.count)].elementsEqual(part)
      })
    else { return nil }
    let low = utf8.index(startIndex, offsetBy: start)
    return low..<utf8.index(low, offsetBy: part.count)
  }
}

extension String {
  func replacingSubrange(_ range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

/// A day that is known to be one.
func day(_ text: String, location: SourceLocation = #_sourceLocation) throws -> Day {
  try #require(Day(text), sourceLocation: location)
}

extension Board {
  init(_ dataset: Dataset, on text: String, location: SourceLocation = #_sourceLocation) throws {
    self.init(dataset, asOf: try day(text, location: location))
  }

  /// The row of a target by the id of its figure.
  func row(_ figure: String, location: SourceLocation = #_sourceLocation) throws -> TargetProgress {
    try #require(targets.first { $0.target.id == figure }, sourceLocation: location)
  }
}
