import Domain
import Output
import Testing

/// The district of the tables of offices, as a person wrote it.
struct OfficeDistrictTests {
  @Test func `it loads, and check names only what is not used`() throws {
    let fixture = try Fixture("offices/district")
    #expect(
      fixture.messages == [
        "plans.json:17:4: warning: unknown key 'rank' in plans is ignored",
        "vocabulary.json:286:14: warning: 'behind' is 10; expected a ratio of 0 to 1; the default 0.6 is used: "
          + "correct or remove it",
        "vocabulary.json:287:4: warning: unknown key 'far_behind' in thresholds is ignored",
      ])
    let dataset = try fixture.dataset()
    #expect(
      dataset.vocabulary.thresholds.behind == 0.6 && dataset.vocabulary.thresholds.slightlyBehind == 0.8)
    #expect(DatasetCheck(dataset: dataset).diagnostics() == [])
  }

  @Test func `the investment of its projects is the money stated once`() throws {
    let dataset = try Fixture("offices/district").dataset()
    // Pounds, rupees and dollars have dimensions of their own.
    #expect(dataset.investments == ["investment"])
    let small = try Fixture("small").replacing(
      "\"id\": \"output\",", in: "indicators.json", with: "\"id\": \"output\", \"role\": \"investment\",")
    #expect(try small.dataset().investments == ["output"])
  }
}
