import Testing

@testable import Domain
@testable import Figures

struct StatusTests {
  @Test(
    arguments: [
      (7, Status.onPace), (1, .onPace), (0.999, .slightlyBehind), (0.8, .slightlyBehind), (0.799, .behind),
      (0.6, .behind), (0.599, .farBehind), (0, .farBehind), (-0.0, .farBehind), (-0.001, .movedAway),
      (-140, .movedAway),
    ] as [(Double, Status)])
  func `status by the schedule ratio`(ratio: Double, status: Status) {
    #expect(Status(scheduleRatio: ratio, thresholds: Vocabulary().thresholds) == status)
  }

  /// Binary fractions lose a little: 0.3 / 0.5 and 0.24 / 0.3 are on the bound all the same.
  @Test func `rounding does not push a ratio over the bound`() {
    let thresholds = Vocabulary().thresholds
    #expect(Status(scheduleRatio: (1 - 0.7) / 0.5, thresholds: thresholds) == .behind)
    #expect(Status(scheduleRatio: (1 - 0.76) / 0.3, thresholds: thresholds) == .slightlyBehind)
    #expect(Status(scheduleRatio: (1 - 0.9) / 0.1, thresholds: thresholds) == .onPace)
  }

  @Test(
    arguments: [
      (0.96, Status.slightlyBehind), (0.95, .slightlyBehind), (0.94, .behind), (0.9, .behind),
      (0.89, .farBehind),
    ] as [(Double, Status)])
  func `the limits are data`(ratio: Double, status: Status) {
    var thresholds = Vocabulary().thresholds
    (thresholds.slightlyBehind, thresholds.behind) = (0.95, 0.9)
    #expect(Status(scheduleRatio: ratio, thresholds: thresholds) == status)
  }

  @Test(arguments: [(0.999, Status.basicallyReached), (0.9, .basicallyReached), (0.899, .notReached)])
  func `a final figure that missed its target`(attainment: Double, status: Status) {
    #expect(Status(missedWith: attainment, thresholds: Vocabulary().thresholds) == status)
    var strict = Vocabulary().thresholds
    strict.basicallyReached = 1
    #expect(Status(missedWith: attainment, thresholds: strict) == .notReached)
  }

  /// Output stands at 0.66 of its schedule.
  @Test func `the dataset's thresholds decide`() throws {
    let fixture = try Fixture("small")
    let board = try Board(fixture.dataset(), on: "2023-07-31")
    #expect(try board.row("district-output-2025").status == .behind)
    let strict = try Board(
      fixture.replacing("\"behind\": 0.6", in: "vocabulary.json", with: "\"behind\": 0.66").dataset(),
      on: "2023-07-31")
    #expect(try strict.row("district-output-2025").status == .farBehind)
    let lenient = try Board(
      fixture.replacing("0.8, \"behind\"", in: "vocabulary.json", with: "0.65, \"behind\"").dataset(),
      on: "2023-07-31")
    #expect(try lenient.row("district-output-2025").status == .slightlyBehind)
  }

  @Test func `worse is higher`() {
    #expect([Status.movedAway, .farBehind, .notReached].map(\.severity) == [4, 4, 4])
    #expect([Status.behind, .slightlyBehind, .basicallyReached].map(\.severity) == [3, 2, 1])
    #expect([Status.noData, .noDataSinceBase, .onPace, .reached].map(\.severity) == [1, 1, 0, 0])
    #expect(Set(Status.allCases.filter(\.isUnknown)) == [.noDataSinceBase, .noBase, .notComparable, .noData])
    #expect(Set(Status.allCases.map(\.name.zh)).count == Status.allCases.count)
    #expect(Set(Status.worstFirst) == Set(Status.allCases))
  }
}
