import Testing

@testable import Store

/// A reading that newer files have overtaken is given up on the way.
struct OvertakenReadingTests {
  private func files(sources count: Int) throws -> [InputFile] {
    func source(_ number: Int) -> String {
      """
      {"id": "s\(number)", "title": {"zh": "文", "en": "T"}, "short": {"zh": "文", "en": "T"},
      "issuer": {"zh": "文", "en": "T"}, "date": "2022-01-01", "kind": "newspaper", "file": "a.txt"}
      """
    }
    let text = "{\"sources\": [\n" + (0..<count).map(source).joined(separator: ",\n") + "\n]}"
    return try Fixture("small").setting("sources-more.json", to: text).files
  }

  @Test func `reading can be cancelled within a file`() throws {
    var questions = 0
    let files = try files(sources: 5000)
    let loaded = try DatasetLoader.load(files: files, place: "data") {
      questions += 1
      // The files before the long one, and its first thousand records.
      return questions < 6
    }
    #expect(loaded == nil)
    #expect(questions == 6)
  }

  @Test func `a reading that is not overtaken is finished`() throws {
    let loaded = try DatasetLoader.load(files: try Fixture("small").files, place: "data") { true }
    #expect(loaded?.dataset.info.id == "testshire")
  }
}
