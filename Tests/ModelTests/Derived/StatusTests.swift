import Testing

@testable import Model

struct StatusTests {
  @Test(
    arguments: [
      (50, Status.onPace), (0, .onPace), (-0.0, .onPace), (-0.001, .slightlyBehind),
      (-9.999, .slightlyBehind),
      (-10, .behind), (-29.999, .behind), (-30, .behind), (-30.001, .farBehind), (-140, .farBehind),
    ] as [(Double, Status)])
  func `status by the gap in percentage points`(gap: Double, status: Status) {
    #expect(Status(gap: gap, thresholds: Vocabulary().thresholds) == status)
  }

  @Test(
    arguments: [(-4.9, Status.slightlyBehind), (-5, .behind), (-6, .behind), (-6.1, .farBehind)]
      as [(Double, Status)])
  func `the limits are data`(gap: Double, status: Status) {
    var thresholds = Vocabulary().thresholds
    thresholds.behind = 5
    thresholds.farBehind = 6
    #expect(Status(gap: gap, thresholds: thresholds) == status)
  }

  @Test func `the dataset's thresholds decide`() throws {
    let fixture = try Fixture("small")
    let board = try Board(fixture.dataset(), on: "2023-07-31")
    #expect(try board.row("district-output-2025").status == .behind)
    let strict = try Board(
      fixture.replacing("\"far_behind\": 30", in: "vocabulary.json", with: "\"far_behind\": 19.9").dataset(),
      on: "2023-07-31")
    #expect(try strict.row("district-output-2025").status == .farBehind)
  }

  @Test func `worse is higher`() {
    let worst: [Status] = [.farBehind, .behind, .slightlyBehind, .noData, .onPace]
    #expect(worst.map(\.severity) == [4, 3, 2, 1, 0])
    #expect(Status.reached.severity == 0 && Status.nothingNew.severity == 1)
    #expect(Status.allCases.filter(\.isUnknown) == [.nothingNew, .noData])
    #expect(Set(Status.allCases.map(\.name.zh)).count == Status.allCases.count)
  }
}
