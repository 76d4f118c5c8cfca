import Domain
import Store
import Testing

/// Names with the text of one language are shown in both.
struct OneLanguageTests {
  private func load(_ name: String) throws -> DatasetLoader.Loaded {
    try Fixture("small").replacing(
      "\"name\": {\"zh\": \"东园\", \"en\": \"East Park\"}", in: "parks.json", with: "\"name\": \(name)"
    ).load()
  }

  @Test(arguments: ["{\"zh\": \"东园\"}", "{\"en\": \"东园\"}", "\"东园\""])
  func `one text stands for both`(text: String) throws {
    let loaded = try load(text)
    let park = try #require(loaded.dataset.parks.first)
    #expect(park.name == Name(both: "东园"))
    #expect(loaded.warnings == [])
    #expect(
      loaded.untranslated.map { $0.message(.en) } == [
        "parks.json:5:12: warning: 1 name has one language, the first here; write {\"zh\": …, \"en\": …}"
      ])
  }

  @Test func `both texts are both kept`() throws {
    let loaded = try Fixture("small").load()
    #expect(loaded.dataset.parks.first?.name == Name(zh: "东园", en: "East Park"))
    #expect(loaded.untranslated == [])
  }

  @Test(
    arguments: [
      ("{}", "parks.json:5:12: error: 'zh' is missing in this entry of name"),
      ("\"\"", "parks.json:5:12: error: 'name' is empty"),
      ("7", "parks.json:5:12: error: 'name' is a number; expected a text, or an object with zh and en"),
      ("{\"zh\": \"\"}", "parks.json:5:19: error: 'zh' is empty"),
      ("{\"zh\": \"东园\", \"en\": \"\"}", "parks.json:5:35: error: 'en' is empty"),
      ("{\"zh\": 7}", "parks.json:5:19: error: 'zh' is a number; expected a string"),
    ])
  func `a name without a text is refused`(text: String, message: String) throws {
    let fixture = try Fixture("small").replacing(
      "\"name\": {\"zh\": \"东园\", \"en\": \"East Park\"}", in: "parks.json", with: "\"name\": \(text)")
    #expect(fixture.diagnostics.filter { $0.severity == .error }.map { $0.message(.en) } == [message])
  }

  @Test func `names of one file are one warning at the first`() throws {
    let loaded = try Fixture("chinese").load()
    #expect(loaded.warnings == [])
    let counts = loaded.untranslated.map { diagnostic in
      if case .oneLanguage(let count) = diagnostic.fault { count } else { 0 }
    }
    #expect(counts.count >= 12 && counts.allSatisfy { $0 > 0 } && counts.contains { $0 > 10 })
    #expect(Set(loaded.untranslated.map(\.path)).count == counts.count)
  }

  @Test func `a unit with one text has it in both languages, and no text stays none`() throws {
    let units = try Fixture("small").replacing(
      "{\"zh\": \"个\", \"en\": \"\"}", in: "vocabulary.json", with: "\"个\""
    ).dataset().units
    #expect(units["个"]?.name == Name(both: "个"))
    #expect(try Fixture("small").dataset().units["个"]?.name == Name(zh: "个", en: ""))
  }

  @Test func `a text may name its document without a second language`() throws {
    let fixture = try Fixture("small").replacing(
      "\"kind\": \"park\"", in: "parks.json",
      with:
        "\"aliases\": [\"园\", {\"zh\": \"老园\", \"source\": \"report\"}], \"note\": \"注\", \"kind\": \"park\"")
    let park = try #require(try fixture.dataset().parks.first)
    #expect(park.aliases == [SourcedName(Name(both: "园")), SourcedName(Name(both: "老园"), source: "report")])
    #expect(park.note == SourcedName(Name(both: "注")))
  }
}
