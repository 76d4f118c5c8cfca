import Testing

@testable import Domain

/// Values that are of the right type and yet not allowed.
struct LimitTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var file: String
    var old: String
    var new: String
    var message: String

    init(_ file: String, _ old: String, _ new: String, _ message: String) {
      (self.file, self.old, self.new, self.message) = (file, old, new, message)
    }

    var testDescription: String { "\(file) \(new)" }
  }

  private static let file = "   \"file\": \"plan.txt\""
  private static let bad =
    "error: 'lines' must be two whole numbers, the first and last line, counted from 1: [1, 92]"

  static let cases =
    [
      "1e30, 2", "-1e300, 1e300", "1, 9e18", "0, 5", "-3, 5", "1.5, 5", "1, 5.5", "5, 1", "5", "1, 2, 3", "",
      "\"1\", 2", "null, 2",
    ]
    .map { Case("sources.json", file, "\(file), \"lines\": [\($0)]", "sources.json:11:33: \(bad)") } + [
      Case(
        "sources.json", file, "\(file), \"lines\": 5",
        "sources.json:11:33: error: 'lines' is a number; expected an array"),
      Case(
        "sources.json", "\"short\": {\"zh\": \"规划\"", "\"shor\": {\"zh\": \"规划\"",
        "sources.json:3:3: error: 'short' is missing in this entry of sources"),
      Case(
        "plans.json", "\"short\"", "\"shor\"",
        "plans.json:3:3: error: 'short' is missing in this entry of plans"),
      Case(
        "dataset.json", "\"short\"", "\"shor\"",
        "dataset.json:2:13: error: 'short' is missing in this entry of dataset"),
      Case(
        "dataset.json", "\"headlines\"", "\"headline\"",
        "dataset.json:2:13: error: 'headlines' is missing in this entry of dataset"),
      Case(
        "programmes.json", "\"tasks\"", "\"task\"",
        "programmes.json:3:3: error: 'tasks' is missing in this entry of programmes"),
      Case(
        "programmes.json", "\"indicators\": [\n", "\"indicators\": [\"output\",\n",
        "programmes.json:16:21: error: 'indicators' is a string; expected an object with indicator and citations"
      ),
      Case(
        "dataset.json", "\"headlines\"", "\"precedence\": [], \"headlines\"",
        "dataset.json:8:17: error: 'precedence' is empty"),
      Case(
        "plans.json", "\"baseline\"", "\"adopted\": {\"date\": \"2021\"}, \"baseline\"",
        "plans.json:10:15: error: 'citations' is missing in this entry of adopted"),
      Case(
        "figures.json", "\"line\": 3", "\"line\": 0",
        "figures.json:13:63: error: 'line' is 0; must be 1 or more"),
      Case(
        "figures.json", "\"line\": 3", "\"line\": 3.5",
        "figures.json:13:63: error: 'line' must be a whole number, without decimals or an exponent"),
      Case(
        "figures.json", "\"line\": 3", "\"line\": 1e10",
        "figures.json:13:63: error: 'line' must be a whole number, without decimals or an exponent"),
      Case(
        "parks.json", "\"row\": 0", "\"row\": -1",
        "parks.json:16:21: error: 'row' is -1; must be 0 or more"),
      Case(
        "vocabulary.json", "\"scale\": 0.01", "\"scale\": 0",
        "vocabulary.json:5:79: error: 'scale' is 0; must be more than 0"),
      Case(
        "vocabulary.json", "\"behind\": 0.6", "\"behind\": -0.5",
        "vocabulary.json:43:52: error: 'behind' is -0.5; must be 0 or more"),
      Case(
        "vocabulary.json", "\"behind\": 0.6", "\"behind\": 0.9",
        "vocabulary.json:43:17: error: behind 0.9 must not be larger than slightly_behind 0.8"),
      Case(
        "conflicts.json", ", {\"figure\": \"east-area-briefing\"}", "",
        "conflicts.json:8:18: error: 'statements' has one entry; at least two are required, except for damaged-text"
      ),
      Case(
        "conflicts.json", "{\"figure\": \"east-area-report\"}, {\"figure\": \"east-area-briefing\"}", "",
        "conflicts.json:8:18: error: 'statements' is empty"),
      Case(
        "parks.json", "\"zh\": \"东园\"", "\"zh\": \"\"", "parks.json:5:19: error: 'zh' is empty"),
      Case(
        "plans.json", "\"en\": \"Plan\"", "\"en\": \"\"", "plans.json:6:36: error: 'en' is empty"),
      Case(
        "vocabulary.json", "{\"zh\": \"个\", \"en\": \"\"}", "{\"zh\": \"个\", \"en\": 1}",
        "vocabulary.json:6:46: error: 'en' is a number; expected a string"),
      Case(
        "figures.json", "\"value\": 100", "\"value\": -1e15",
        "figures.json:7:13: error: 'value' is too large; at most 15 digits before the decimal point; use a larger unit, such as 亿元"
      ),
      Case(
        "figures.json", "\"value\": 100", "\"value\": 100, \"upper\": 1000000000000000",
        "figures.json:7:27: error: 'upper' is too large; at most 15 digits before the decimal point; use a larger unit, such as 亿元"
      ),
      Case(
        "figures.json", "\"value\": 100", "\"value\": 10, \"upper\": 8",
        "figures.json:3:3: error: value 10 must not be larger than upper 8"),
      Case(
        "plans.json", "\"end\": \"2025-12-31\"", "\"end\": \"2020-12-31\"",
        "plans.json:3:3: error: start 2021-01-01 must not be later than end 2020-12-31"),
      Case(
        "figures.json", "\"subject\": \"district\"", "\"subject\": \"town/a\"",
        "figures.json:5:15: error: 'subject' is 'town/a'; expected district or cluster/ID, enterprise/ID, project/ID, park/ID, "
          + "programme/ID, organisation/ID"),
      Case(
        "figures.json", "\"subject\": \"district\"", "\"subject\": \"organisation/a\"",
        "figures.json:5:15: error: no 'a' among the organisations"),
      Case(
        "figures.json", "\"period\": \"2020\"", "\"period\": \"2021-04\"",
        "figures.json:3:3: error: period 2021-04 begins after the date of its document, 2021-03-01; only a figure of a plan may"
      ),
      Case(
        "projects.json", "\"clusters\": [\"machinery\"]", "\"nature\": \"goal\"",
        "projects.json:6:14: error: 'nature' is 'goal'; expected project, product-line, programme"),
      Case(
        "projects.json", "\"clusters\": [\"machinery\"]", "\"same_as\": \"dairy\"",
        "projects.json:3:3: error: 'reason' is missing in this entry of projects"),
      Case(
        "projects.json", "\"date\": \"2022-04\"", "\"date\": \"+202-04\"",
        "projects.json:40:14: error: 'date' is '+202-04'; expected a date such as 2022-06-27, 2022-06, 2022, by 2025, before 2028 "
          + "or unknown"),
      Case(
        "projects.json", "\"date\": \"2022-04\"", "\"date\": \"2023-02\"",
        "projects.json:38:5: error: reached milestone 2023-02 is later than its document of 2023-01-31; "
          + "use \"expected\": true for an intention"),
    ]

  @Test(arguments: cases)
  func `a value that is not allowed is one fault with its place`(refusal: Case) throws {
    let fixture = try Fixture("small").replacing(refusal.old, in: refusal.file, with: refusal.new)
    let errors = fixture.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { $0.message(.en) } == [refusal.message])
  }

  /// The small dataset with values at the very limit.
  static func justAllowed() throws -> Fixture {
    try Fixture("small")
      .replacing(file, in: "sources.json", with: "\(file), \"lines\": [1, 999999999]")
      .replacing(
        "\"headlines\": [\"output\", \"energy-intensity\"]", in: "dataset.json", with: "\"headlines\": []"
      )
      .replacing("\"line\": 3", in: "figures.json", with: "\"line\": 1")
      .replacing("\"scale\": 0.01", in: "vocabulary.json", with: "\"scale\": 5e-324")
      .replacing(
        "\"slightly_behind\": 0.8, \"behind\": 0.6", in: "vocabulary.json",
        with: "\"slightly_behind\": 0, \"behind\": 0"
      )
      .replacing("\"value\": 100", in: "figures.json", with: "\"value\": 100, \"upper\": 999999999999999")
      .replacing("\"contradiction\"", in: "conflicts.json", with: "\"damaged-text\"")
      .replacing(", {\"figure\": \"east-area-briefing\"}", in: "conflicts.json", with: "")
      .replacing("\"date\": \"2022-04\"", in: "projects.json", with: "\"date\": \"2023-01-31\"")
  }

  @Test(arguments: [("[1, 92]", 1...92), ("[7, 7]", 7...7), ("[1, 1]", 1...1)])
  func `an excerpt has a first and a last line, which may be one`(text: String, lines: ClosedRange<Int>)
    throws
  {
    let fixture = try Fixture("small").replacing(
      Self.file, in: "sources.json", with: "\(Self.file), \"lines\": \(text)")
    #expect(try fixture.dataset().sources["plan"]?.lines == lines)
  }

  @Test func `values at the limit are allowed`() throws {
    let dataset = try LimitTests.justAllowed().dataset()
    #expect(dataset.sources["plan"]?.lines == 1...999_999_999)
    #expect(dataset.vocabulary.thresholds.slightlyBehind == 0 && dataset.vocabulary.thresholds.behind == 0)
    #expect(dataset.units["个"]?.name.en == "")
  }
}
