import Domain
import Store
import Testing

/// The values that `script/embed` wrote against the files that they were written from.
struct BuiltInDataTests {
  private let files = Result { try InputFile.readDirectory(Repository.path("fixtures/qianjiang")) }

  @Test func `the built-in data are those of the files, in all their parts`() throws {
    let places = try files.get().map { file in
      InputFile(path: "\(DatasetLoader.builtInPlace)/\(file.name)", name: file.name, bytes: file.bytes)
    }
    let read = try DatasetLoader.load(files: places, place: DatasetLoader.builtInPlace)
    let builtIn = try DatasetLoader.builtIn()
    let (left, right) = (parts(of: read), parts(of: builtIn))
    let different = zip(left, right).first { $0 != $1 }
    #expect(different == nil && left.count == right.count, "run script/embed, and build again")
    #expect(left.count > 50_000)
  }

  @Test func `the built-in data load without a warning`() throws {
    let loaded = try DatasetLoader.load(files: files.get(), place: "")
    #expect(loaded.warnings.isEmpty)
    #expect(try DatasetLoader.builtIn().dataset.info.id == "qianjiang")
  }

  /// Returns every stored value with its name and type, in order, and the entries of sets and dictionaries sorted.
  private func parts(of value: Any) -> [String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
      return mirror.children.map { parts(of: $0.value).joined(separator: "\n") }.sorted()
    }
    let name = "\(mirror.subjectType)"
    guard !mirror.children.isEmpty else { return [mirror.displayStyle == .class ? name : "\(name) \(value)"] }
    return [name] + mirror.children.flatMap { child in ["\(child.label ?? "")"] + parts(of: child.value) }
  }
}
