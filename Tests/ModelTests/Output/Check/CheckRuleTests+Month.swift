import Testing

extension CheckRuleTests {
  /// Faults of the records of an office's month, in the dataset of six months.
  static let monthCases = [
    Case(
      "matter-without-unit",
      { _ in try month("\"unit\": \"economy-office\",\n   \"due\": \"2024-07-20\"", "\"due\": \"2024-07-20\"")
      },
      nearMiss: { _ in try Fixture("month") }),
    // The day asked for is later, but it was asked for in time: on the due day itself.
    Case(
      "late-extension",
      { _ in try month("\"date\": \"2024-04-26\"", "\"date\": \"2024-05-01\"", granted: "2024-05-02") },
      nearMiss: { _ in
        try month("\"date\": \"2024-04-26\"", "\"date\": \"2024-04-30\"", granted: "2024-05-02")
      }),
    Case(
      "entry-after-closing", { _ in try month("\"state\": \"reopened\"", "\"state\": \"in-hand\"") },
      nearMiss: { _ in try Fixture("month") }),
    Case(
      "repeated-report",
      { _ in
        try Fixture("month").inserting(
          "{\"id\": \"again\", \"duty\": \"monthly-food\", \"period\": \"2024-02\", \"received\": \"2024-03-09\"}",
          in: "reports.json")
      },
      nearMiss: { _ in
        try Fixture("month").inserting(
          "{\"id\": \"other\", \"duty\": \"monthly-textile\", \"period\": \"2024-05\", \"received\": \"2024-06-20\"}",
          in: "reports.json")
      }),
    Case(
      "report-too-early",
      { _ in
        try Fixture("month").inserting(
          "{\"id\": \"early\", \"duty\": \"monthly-textile\", \"period\": \"2024-06\", \"received\": \"2024-05-31\"}",
          in: "reports.json")
      },
      nearMiss: { _ in
        try Fixture("month").inserting(
          "{\"id\": \"early\", \"duty\": \"monthly-textile\", \"period\": \"2024-06\", \"received\": \"2024-06-01\"}",
          in: "reports.json")
      }),
  ]

  private static func month(_ old: String, _ new: String, granted: String? = nil) throws -> Fixture {
    let changed = try Fixture("month").replacing(old, in: "problems.json", with: new)
    guard let granted else { return changed }
    return try changed.replacing(
      "\"date\": \"2024-04-28\"", in: "problems.json", with: "\"date\": \"\(granted)\"")
  }
}
