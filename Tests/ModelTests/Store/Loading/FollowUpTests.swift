import Testing

/// One slip is one fault: nothing else is said of what could not be read because of it.
struct FollowUpTests {
  private func messages(_ old: String, in file: String, _ new: String) throws -> [String] {
    try Fixture("small").replacing(old, in: file, with: new).messages
  }

  @Test func `a target of the future without a plan`() throws {
    #expect(
      try messages("   \"plan\": \"plan-2025\",\n", in: "figures.json", "")
        == ["figures.json:39:3: error: a target must have a 'plan'"])
  }

  @Test func `a target whose plan is not a string`() throws {
    #expect(
      try messages("\"plan\": \"plan-2025\"", in: "figures.json", "\"plan\": 2025")
        == ["figures.json:49:12: error: 'plan' is a number; expected a string"])
  }

  @Test func `a misspelt kind of a figure that has a plan`() throws {
    #expect(
      try messages("\"kind\": \"target\"", in: "figures.json", "\"kind\": \"targt\"") == [
        "figures.json:46:12: error: 'kind' is 'targt'; expected actual, target, growth, cumulative, share; "
          + "did you mean 'target'?"
      ])
  }

  @Test func `a plan without an end`() throws {
    #expect(
      try messages("   \"end\": \"2025-12-31\",\n", in: "plans.json", "")
        == ["plans.json:3:3: error: 'end' is missing in this entry of plans"])
    #expect(
      try messages("2025-12-31", in: "plans.json", "2025-12-32")
        == ["plans.json:9:11: error: 'end' is '2025-12-32'; expected a date such as 2022-06-27"])
  }

  @Test func `a threshold that is missing has its default`() throws {
    #expect(try messages(", \"behind\": 0.6", in: "vocabulary.json", "") == [])
    // The default is compared with what the file has.
    #expect(
      try messages(
        "\"slightly_behind\": 0.8, \"behind\": 0.6", in: "vocabulary.json", "\"slightly_behind\": 0.5")
        == ["vocabulary.json:43:17: error: behind 0.6 must not be larger than slightly_behind 0.5"])
  }

  @Test func `a threshold that is no ratio is replaced by its default`() throws {
    let fixture = try Fixture("small").replacing(
      "\"behind\": 0.6", in: "vocabulary.json", with: "\"behind\": 10")
    #expect(
      fixture.messages == [
        "vocabulary.json:43:52: warning: 'behind' is 10; expected a ratio of 0 to 1; the default 0.6 is used: correct or remove it"
      ])
    #expect(try fixture.dataset().vocabulary.thresholds.behind == 0.6)
    let one = try Fixture("small").replacing(
      "\"slightly_behind\": 0.8", in: "vocabulary.json", with: "\"slightly_behind\": 1")
    #expect(one.messages == [])
    #expect(try one.dataset().vocabulary.thresholds.slightlyBehind == 1)
  }

  @Test func `a range whose value is missing`() throws {
    #expect(
      try messages("\"value\": 100,", in: "figures.json", "\"upper\": -1,")
        == ["figures.json:3:3: error: 'value' is missing in this entry of figures"])
  }

  @Test func `a statement whose figure is not a string`() throws {
    #expect(
      try messages("{\"figure\": \"east-area-report\"}", in: "conflicts.json", "{\"figure\": 1}")
        == ["conflicts.json:8:30: error: 'figure' is a number; expected a string"])
  }

  @Test func `an empty id and an empty reference`() throws {
    #expect(
      try messages("\"plan-2025\"", in: "plans.json", "\"\"")
        == ["plans.json:4:10: error: 'id' is empty"])
    #expect(
      try messages("\"south-group\"", in: "projects.json", "\"\"")
        == ["projects.json:60:12: error: 'park' is empty"])
  }

  @Test func `a bad period is not also out of order`() throws {
    #expect(
      try messages("\"period\": \"2020\"", in: "figures.json", "\"period\": \"2020-13\"")
        == [
          "figures.json:9:14: error: 'period' is '2020-13'; expected a period such as 2020, 2022-06 or 2016/2020, "
            + "the earlier first"
        ])
  }

  @Test func `a source without a date does not change the order`() throws {
    #expect(
      try messages("   \"date\": \"2023-01\",\n", in: "sources.json", "")
        == ["sources.json:13:3: error: 'date' is missing in this entry of sources"])
  }
}
