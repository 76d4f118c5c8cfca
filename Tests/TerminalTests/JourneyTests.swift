import Testing

/// What users come for, from a cold start in a real pseudo-terminal, with the keys counted. docs/journeys.md has the
/// same list.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct JourneyTests {
  /// A question, the keys that answer it, and what has to be on screen then.
  struct Journey: CustomTestStringConvertible, Sendable {
    var question: String
    /// As docs/journeys.md writes them, divided by blanks.
    var keys: String
    var answers: [String]

    var testDescription: String { question }

    /// What the terminal sends for each key.
    var presses: [String] {
      keys.split(separator: " ").map { key in
        switch key {
        case "Enter": "\r"
        case "Space": " "
        case "↓": "\u{1B}[B"
        default: String(key)
        }
      }
    }
  }

  static let journeys = [
    Journey(
      question: "who is furthest behind, and why", keys: "3 Enter",
      answers: ["消费品工业 规上工业总产值", "滞后11个月", "应达", "10.7亿元", "166.6%"]),
    Journey(
      question: "what is behind the number 144.54", keys: "s",
      answers: ["“144.54亿元”", "勇当排头兵", "2023"]),
    Journey(
      question: "which projects of the slowest cluster are under construction", keys: "2 Enter Enter",
      answers: ["消费品工业", "在建", "市级农产品加工示范园"]),
    Journey(
      question: "what does 区招商投资局 have to deliver", keys: "/ q z s Enter",
      answers: ["牵头任务", "明确招商方向", "创新招商方式", "组建招商队伍", "强化项目专项服务"]),
    Journey(
      question: "what did we know at the end of 2021", keys: "[ [ [ [", answers: ["历史时点", "2021-08-25"]),
    Journey(
      question: "find 三磊 by sl", keys: "/ s l Enter", answers: ["三磊玻纤", "50万吨高性能玻璃纤维"]),
  ]

  @Test(arguments: journeys) func `a question is answered in five keys or fewer`(journey: Journey) throws {
    let terminal = try Program.start(["--lang", "zh"], columns: 120, rows: 36)
    #expect(journey.presses.count <= 5)
    for press in journey.presses {
      let before = terminal.screen.lines
      terminal.type(press)
      #expect(terminal.wait { $0 != before }, "the key did nothing: \(press)")
    }
    #expect(
      terminal.wait { lines in journey.answers.allSatisfy { answer in lines.contains { $0.contains(answer) } }
      },
      "\(terminal.screen.lines.joined(separator: "\n"))")
    terminal.type("\u{3}")
    #expect(terminal.end() == .exited(0))
  }

  @Test func `the journeys are reported as they are tested`() throws {
    let page = try PseudoTerminal.contents(of: "docs/journeys.md")
    for journey in Self.journeys {
      let keys = journey.keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      let row = "| \(journey.question) | \(keys) | \(journey.presses.count) |"
      #expect(page.contains(row), "\(row)")
    }
    #expect(page.split(separator: "\n").count { $0.hasPrefix("| ") } == Self.journeys.count + 1)
  }
}
