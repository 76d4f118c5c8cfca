import Store
import Testing

struct BuiltInDataTests {
  @Test func `the built-in files are those of fixtures, byte for byte`() throws {
    let names = Repository.names(in: "fixtures/qianjiang").filter { $0.hasSuffix(".json") }
    #expect(DatasetLoader.builtInFiles.map(\.name) == names, "run script/embed")
    #expect(names.count >= 15)
    for file in DatasetLoader.builtInFiles {
      let path = Repository.path("fixtures/qianjiang/\(file.name)")
      #expect(
        try InputFile.read(path: path, name: file.name).bytes == file.bytes, "\(file.name): build again")
      #expect(file.path == "built-in/\(file.name)")
    }
  }

  @Test func `the built-in data load without a warning`() throws {
    let loaded = try DatasetLoader.builtIn()
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.dataset.info.id == "qianjiang")
  }
}
