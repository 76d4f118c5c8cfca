import Store
import Testing

struct SpellingTests {
  @Test(
    arguments: [
      ("outputs", "output"), ("ouput", "output"), ("targt", "target"), ("亿圆", "亿元"), ("outptu", "output"),
      ("a", "b"), ("", "b"), ("xyz", nil), ("outputoutput", nil),
    ] as [(String, String?)])
  func `the nearest word within a third`(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, among: ["亿元", "output", "target", "b"]) == nearest)
  }

  @Test func `the smallest distance, then the first by name`() {
    #expect(Spelling.nearest(to: "abcdef", among: ["abcxyz", "abcdex", "abcdxx"]) == "abcdex")
    #expect(Spelling.nearest(to: "abc", among: ["abz", "abx", "aby"]) == "abx")
    #expect(Spelling.nearest(to: "abab", among: ["ababab", "ab", "babab"]) == "babab")
    #expect(Spelling.nearest(to: "abc", among: []) == nil)
  }

  @Test func `long words are not compared`() {
    let long = String(repeating: "a", count: 65)
    #expect(Spelling.nearest(to: long, among: [long]) == nil)
    #expect(Spelling.nearest(to: String(long.dropLast()), among: [long]) == long)
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten thousand unknown ids among ten thousand are found soon`() throws {
    let c = #"[{"source": "plan", "line": 1, "printed": "厂"}]"#
    let firms = (0..<10_000).map {
      "{\"id\": \"firm-\($0)\", \"name\": {\"zh\": \"厂\", \"en\": \"Firm\"}, \"citations\": \(c)}"
    }
    let ids = (0..<10_000).map { "\"frim-\($0)\"" }.joined(separator: ", ")
    let fixture = try Fixture("small")
      .setting("enterprises-more.json", to: "{\"enterprises\": [\(firms.joined(separator: ","))]}")
      .replacing("\"enterprises\": [", in: "clusters.json", with: "\"enterprises\": [\(ids), ")
    let found = fixture.diagnostics
    #expect(found.count == 10_000)
    let suggestions = found.map { diagnostic in
      if case .unknownReference(_, _, let nearest) = diagnostic.fault { nearest } else { Optional("") }
    }
    #expect(suggestions.first == "firm-0")
    #expect(suggestions.prefix(9).allSatisfy { $0 != nil })
    #expect(suggestions.dropFirst(10).allSatisfy { $0 == nil })
  }
}
