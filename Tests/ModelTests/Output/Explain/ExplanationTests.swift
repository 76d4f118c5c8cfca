import Figures
import Output
import Testing

struct ExplanationTests {
  static let datasets = ["qianjiang", "gas-conversion", "small", "kinds"]

  private static func board(_ name: String, on day: String = "2026-11-29") throws -> Board {
    try Board(Fixture(name).dataset(), on: day)
  }

  @Test func `the calculator reckons as people do`() {
    #expect(Calculator.value(of: "2 + 3 * 4") == 14)
    #expect(Calculator.value(of: "(2 + 3) * 4") == 20)
    #expect(Calculator.value(of: "10 - 4 - 3") == 3)
    #expect(Calculator.value(of: "2^3 / 4") == 2)
    #expect(Calculator.value(of: "100 * ((-5) + 6)") == 100)
    #expect(Calculator.value(of: "ln(8) / ln(2)").map { abs($0 - 3) < 1e-12 } == true)
    #expect(Calculator.value(of: "2 +") == nil)
    #expect(Calculator.value(of: "2 x 3") == nil)
  }

  @Test(arguments: datasets)
  func `every step can be repeated with a calculator`(name: String) throws {
    let board = try Self.board(name)
    var count = 0
    for id in board.explainable {
      guard let explanation = board.explanation(of: id) else { continue }
      for step in explanation.steps {
        let value = try #require(
          Calculator.value(of: step.expression), "\(id) \(step.id): \(step.expression)")
        let tolerance = max(abs(step.result) * 2e-4, 1e-5)
        #expect(
          abs(value - step.result) <= tolerance, "\(id) \(step.id): \(step.expression) = \(step.result)")
        count += 1
      }
    }
    #expect(count > 0 || name == "gas-conversion")
  }

  @Test(arguments: datasets)
  func `every computed figure of a target has its step`(name: String) throws {
    let board = try Self.board(name)
    for row in board.targets {
      let explanation = try #require(board.explanation(of: "target/\(row.target.id)"))
      let results = Dictionary(explanation.steps.map { ($0.id, $0.result) }, uniquingKeysWith: { $1 })
      let computed: [(String, Double?)] = [
        ("elapsed", row.measure?.elapsed), ("expected", row.measure?.expected),
        ("earned", row.measure?.earned), ("schedule_ratio", row.measure?.scheduleRatio),
        ("lag_months", row.measure?.lagMonths), ("linear_progress", row.measure?.linearProgress),
        ("growth_ratio", row.measure?.growthRatio), ("attainment", row.attainment),
        ("required_growth", row.requiredGrowth), ("required_change", row.requiredChange),
        ("shortfall", row.shortfall), ("year_ratio", row.yearLight?.ratio),
        ("observed_growth", row.measure?.observedGrowth), ("observed_change", row.measure?.observedChange),
        ("base", row.base?.isComputed == true ? row.base?.value : nil),
      ]
      for (step, value) in computed { #expect(results[step] == value, "\(row.target.id) \(step)") }
      #expect(explanation.conclusions.contains { $0.text == row.word }, "\(row.target.id): its status")
    }
  }

  @Test(arguments: datasets)
  func `every input of a target is printed somewhere`(name: String) throws {
    let board = try Self.board(name)
    for row in board.targets {
      let explanation = try #require(board.explanation(of: "target/\(row.target.id)"))
      #expect(explanation.inputs.allSatisfy { !$0.citations.isEmpty })
      #expect(explanation.inputs.contains { $0.figure == row.target.id })
    }
  }

  @Test func `the district of 2022 on paper`() throws {
    let board = try Self.board("qianjiang")
    let explanation = try #require(board.explanation(of: "sc2022-gross-output-2025"))
    let lines = explanation.steps.map { "\($0.id) \($0.expression)" }
    #expect(lines.contains("elapsed (2022 - 2021) / (2025 - 2021)"))
    #expect(lines.contains("base 69.88 / (1 + 8 / 100)"))
    // 64.703704 + 30.348048 + 5.081809 + 2.646520 + 29.980488
    let base = try #require(explanation.steps.last { $0.id == "base" })
    #expect(abs(base.result - 132.760569) < 1e-6)
    #expect(
      explanation.conclusions.contains { $0.text.en == "far behind" && $0.reason.en == "0 ≤ 0.308 < 0.6" })
  }

  @Test func `the object of an explanation has each text in its own member`() throws {
    let board = try Self.board("qianjiang")
    let explanation = try #require(board.explanation(of: "sc2022-gross-output-2025"))
    guard case .object(let members) = explanation.json(board),
      case .array(let conclusions)? = members.first(where: { $0.0 == "conclusions" })?.1,
      case .array(let steps)? = members.first(where: { $0.0 == "steps" })?.1
    else {
      Issue.record("no object")
      return
    }
    #expect(conclusions.count == explanation.conclusions.count && steps.count == explanation.steps.count)
    for (object, conclusion) in zip(conclusions, explanation.conclusions) {
      #expect(
        object.text
          == JSONOutput.object([
            ("name", .name(conclusion.name)), ("text", .name(conclusion.text)),
            ("reason", .name(conclusion.reason)),
          ]).text)
    }
    #expect(explanation.conclusions.contains { $0.reason != $0.text })
  }

  @Test func `a record is found by its kind where several have the id`() throws {
    let board = try Self.board("qianjiang")
    #expect(board.explanation(of: "cluster/tobacco")?.steps.map(\.id) == ["share", "contribution"])
    #expect(board.explanation(of: "project/sanlei-s02")?.id == "project/sanlei-s02")
    #expect(board.explanation(of: "project/tobacco") == nil)
    #expect(board.explanation(of: "nothing") == nil)
  }

  @Test(arguments: [
    ("district-output-2022", "district-output-2025"), ("district-output-2020", "district-output-2025"),
    ("machinery-output-2022", "machinery-output-2025"), ("energy-2020", "energy-2025"),
    ("district-output-2021", nil), ("station-distance", nil),
  ])
  func `a figure is explained by the target that has it as its newest level or its base`(
    figure: String, target: String?
  ) throws {
    let board = try Self.board("small")
    #expect(board.explanation(of: "figure/\(figure)")?.id == target)
    #expect(board.explanation(of: figure)?.id == target)
  }

  @Test func `nothing is explained before it was known`() throws {
    let earlier = try Self.board("qianjiang", on: "2021-12-31")
    #expect(earlier.explanation(of: "sc2022-gross-output-2025") == nil)
    #expect(earlier.explanation(of: "plan2021-gross-output-2025") != nil)
  }
}
