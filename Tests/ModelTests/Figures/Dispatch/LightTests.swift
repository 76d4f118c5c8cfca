import Testing

@testable import Domain
@testable import Figures
@testable import Store

/// Lights from month to month, in an invented county whose textiles fall behind and whose food recovers.
struct LightTests {
  private func lights(on day: String, _ change: (inout Dataset) -> Void = { _ in }) throws -> DispatchBoard {
    var data = try Fixture("month").dataset()
    change(&data)
    return DispatchBoard(try Board(data, on: day))
  }

  private func strip(_ board: DispatchBoard, _ cluster: String) throws -> String {
    let history = try #require(board.lights.first { $0.subject == .cluster(cluster) })
    return history.cells.map { $0.light.map { String($0.rawValue.prefix(1)) } ?? "-" }.joined()
  }

  @Test func `red goes to green only by way of yellow`() throws {
    let board = try lights(on: "2024-07-12")
    // The limits alone: green yellow red red green green.
    #expect(try strip(board, "food") == "gyrryg")
    let food = try #require(board.lights.first { $0.subject == .cluster("food") })
    #expect(food.cells[4].computed == .green && food.cells[4].light == .yellow && food.cells[4].isHeld)
    #expect(!food.cells[5].isHeld)
    #expect(try strip(board, "textile") == "yyyrrr")
    #expect(try strip(board, "machinery") == "gggggg")
  }

  @Test func `the rule can be switched off, and lengthened`() throws {
    let off = try lights(on: "2024-07-12") { $0.info.dispatch?.yellowAfterRed = 0 }
    #expect(try strip(off, "food") == "gyrrgg")
    let long = try lights(on: "2024-07-12") { $0.info.dispatch?.yellowAfterRed = 2 }
    #expect(try strip(long, "food") == "gyrryy")
  }

  @Test func `the limits are those of the data, and otherwise those of the statuses`() throws {
    let strict = try lights(on: "2024-07-12") { $0.info.dispatch?.yellow = 0.7 }
    #expect(try strip(strict, "textile") == "rrrrrr")
    let usual = try lights(on: "2024-07-12") {
      $0.info.dispatch?.green = nil
      $0.info.dispatch?.yellow = nil
      $0.vocabulary.thresholds.slightlyBehind = 0.65
    }
    #expect(try strip(usual, "textile") == "gyyrrr")
  }

  @Test func `a past day shows the lights of that day`() throws {
    let may = try lights(on: "2024-06-12")
    #expect(may.period.text == "2024-05")
    #expect(try strip(may, "food") == "gyrry")
    // The table of May came on 8 June, and its lights are fixed on the 10th.
    #expect(try lights(on: "2024-06-09").period.text == "2024-04")
  }

  @Test func `what became known later does not change an earlier light`() throws {
    let board = try lights(on: "2024-07-12") { data in
      // A correction of March that says less, published in July.
      guard let figure = data.figures["machinery-2024-03"] else {
        Issue.record("no figure of March")
        return
      }
      let citation = Citation(source: "month-06", section: "", line: 2, printed: "1亿元")
      let correction = Figure(
        id: "machinery-2024-03-corrected", subject: figure.subject, indicator: figure.indicator, value: 1,
        unit: figure.unit, period: figure.period, kind: figure.kind, comparator: figure.comparator,
        scope: figure.scope, plan: nil, citations: [citation], supersedes: figure.id, origin: .unknown)
      data.figures.append([correction])
    }
    #expect(try strip(board, "machinery") == "gggggg")
  }

  @Test func `a light counts its periods, and says when it changed`() throws {
    let july = try lights(on: "2024-07-12")
    let textile = try #require(july.lights.first { $0.subject == .cluster("textile") })
    #expect(textile.run == 3 && textile.run(atWorst: .yellow) == 6 && !textile.hasChanged)
    #expect(july.changedLights.map(\.subject.id) == ["food"])
    #expect(july.lights.first?.subject == .cluster("textile"), "the worst comes first")
  }

  @Test func `a person's judgement stands beside the computed light`() throws {
    let july = try lights(on: "2024-07-12")
    let food = try #require(july.lights.first { $0.subject == .cluster("food") })
    #expect(food.light == .green && food.judgement?.light == .yellow && food.isDisputed)
    let textile = try #require(july.lights.first { $0.subject == .cluster("textile") })
    #expect(textile.judgement?.light == .red && !textile.isDisputed)
    let before = try lights(on: "2024-07-11")
    #expect(before.lights.allSatisfy { $0.judgement == nil }, "it was given on the 12th")
  }

  @Test func `without rules of dispatch there are no lights`() throws {
    let board = try lights(on: "2024-07-12") { $0.info.dispatch = nil }
    #expect(board.lights.isEmpty && !board.hasLights && !board.problems.isEmpty)
  }

  @Test func `a month whose table has not come has no light yet`() throws {
    // On 12 August the lights of July would be fixed, but there is no figure of July.
    #expect(try lights(on: "2024-08-11").period.text == "2024-06")
  }
}
