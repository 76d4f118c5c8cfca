import Testing

/// The second dataset has sites and shops: no output, no firms, no growth, and nothing a year.
struct GasConversionTests {
  private static let data = ["--data", Package.path("fixtures/gas-conversion")]

  private static let calls: [[String]] =
    OptionTable.views.filter { $0 != "policies" }.map { ["show", $0, "--size", "120x60"] } + [["report"]]
    + ["targets", "figures", "clusters", "projects"].map { ["list", $0] }

  @Test(arguments: calls)
  func `only existing parts are named`(call: [String]) throws {
    for (language, words) in [
      ("zh", ["产值", "公布增速", "推算增速", "拉动", "家企业", "20242024"]),
      ("en", ["ross output", "published growth", "omputed growth", "firms", "% a year"]),
    ] {
      let output = try Command.run(call + Self.data + ["--lang", language]).output
      #expect(output.count > 100)
      for word in words { #expect(!output.contains(word), "\(language) \(word)") }
    }
  }
}
