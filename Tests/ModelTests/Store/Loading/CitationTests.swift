import Glibc
import Testing

/// What a citation says is printed stands where it says.
struct CitationTests {
  private static let hasDocuments = access(Repository.documents, R_OK) == 0

  @Test func `lines count from one`() throws {
    let place = "\"line\": 3, \"printed\": \"100亿元\""
    for (line, count) in [(0, 1), (-1, 1), (1, 0)] {
      let fixture = try Fixture("small").replacing(
        place, in: "figures.json", with: place.replacing("3", with: "\(line)"))
      #expect(fixture.diagnostics.count { $0.severity == .error } == count, "\(fixture.messages)")
    }
  }

  @Test(arguments: ["small", "qianjiang", "gas-conversion"])
  func `citations are short and inside their document`(name: String) throws {
    let dataset = try Fixture(name).dataset()
    let all = dataset.allCitations
    #expect(all.count >= (name == "qianjiang" ? 1000 : 40))
    for cited in all {
      let citation = cited.citation
      let source = try #require(dataset.sources[citation.source])
      #expect(citation.line >= 1, "\(cited.record)")
      #expect(source.lines?.contains(citation.line) ?? true, "\(cited.record): line \(citation.line)")
      let printed = withoutBlanks(citation.printed)
      #expect((1...30).contains(printed.unicodeScalars.count), "\(cited.record): \(citation.printed)")
    }
  }

  @Test func `the small dataset's documents print what is cited`() throws {
    try check("small", documents: Repository.path("fixtures/small"))
  }

  @Test(
    .enabled(
      if: CitationTests.hasDocuments,
      "no documents: set QJBOARD_DOCUMENTS to the directory of the plain-text copies"),
    arguments: ["qianjiang", "gas-conversion"])
  func `the documents print what is cited`(name: String) throws {
    try check(name, documents: Repository.documents)
  }

  /// Within three lines of the cited one, whatever blanks and line breaks stand between the characters.
  private func check(_ name: String, documents: String) throws {
    let dataset = try Fixture(name).dataset()
    var texts: [String: [String]] = [:]
    for source in dataset.sources where texts[source.file] == nil {
      texts[source.file] = try Repository.text(atPath: "\(documents)/\(source.file)")
        .split(separator: "\n", omittingEmptySubsequences: false).map { withoutBlanks(String($0)) }
    }
    var missing: [String] = []
    for cited in dataset.allCitations {
      let citation = cited.citation
      let source = try #require(dataset.sources[citation.source])
      let lines = try #require(texts[source.file])
      let first = max(0, citation.line - 4)
      let last = min(lines.count, citation.line + 3)
      let around = first < last ? lines[first..<last].joined() : ""
      if !around.contains(withoutBlanks(citation.printed)) {
        missing.append("\(cited.record): \(source.file):\(citation.line): \(citation.printed)")
      }
    }
    #expect(missing == [])
  }

  private func withoutBlanks(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    )
  }
}
