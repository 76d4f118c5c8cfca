import Testing

@testable import Canvas

/// The ticks of a chart.
struct HistoryAxisTests {
  @Test(arguments: [0.0...450, 0...45, 0...2.5, 0...0.9, 95...103, -5...5, 0...1e9, 0...7], 8...20)
  func `ticks have equal distances and all levels have room`(range: ClosedRange<Double>, rows: Int) {
    let axis = HistoryAxis(range, rows: rows)
    #expect(axis.levels.lowerBound <= range.lowerBound && axis.levels.upperBound >= range.upperBound * 0.999)
    let steps = zip(axis.ticks, axis.ticks.dropFirst()).map { $1 - $0 }
    let first = steps.first ?? 1
    #expect(axis.ticks.count >= 2 && steps.allSatisfy { abs($0 - first) < first * 1e-6 })
    // Each tick is on a row of its own, exactly.
    let perRow = (axis.levels.upperBound - axis.levels.lowerBound) / Double(rows - 1)
    #expect(
      axis.ticks.allSatisfy { tick in
        let row = (tick - axis.levels.lowerBound) / perRow
        return abs(row - row.rounded()) < 1e-6
      })
    #expect(Set(axis.ticks.map(axis.label)).count == axis.ticks.count)
  }

  @Test func `labels are as short as the step allows`() {
    #expect(HistoryAxis(0...450, rows: 9).ticks.map(HistoryAxis(0...450, rows: 9).label).first == "0")
    let small = HistoryAxis(0...2.5, rows: 11)
    #expect(small.ticks.map(small.label).contains("0.5") || small.ticks.map(small.label).contains("1"))
  }
}
