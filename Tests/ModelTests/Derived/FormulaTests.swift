import Model
import Testing

/// The figures are those of the documents: gross output 109.43 in 2020, 144.54 in 2022, 400 wanted by 2025.
struct FormulaTests {
  private func isNear(_ value: Double?, _ expected: Double, within tolerance: Double = 0.0005) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  @Test func `attainment is actual by target`() {
    #expect(isNear(Formula.attainment(actual: 144.54, target: 400), 0.36135, within: 1e-12))
    #expect(Formula.attainment(actual: 30.73, target: 30).map { $0 > 1 } == true)
    #expect(Formula.attainment(actual: 0, target: 400) == 0)
    #expect(Formula.attainment(actual: 1, target: 0) == nil)
  }

  @Test func `progress is the part of the way that was made`() {
    #expect(isNear(Formula.progress(actual: 144.54, baseline: 109.43, target: 400), 0.1208))
    #expect(isNear(Formula.progress(actual: 144.54, baseline: 109.43, target: 350), 0.1459))
  }

  @Test func `the same formula serves when lower is better`() {
    #expect(Formula.progress(actual: 0.84, baseline: 0.84, target: 0.6) == 0)
    #expect(isNear(Formula.progress(actual: 0.72, baseline: 0.84, target: 0.6), 0.5, within: 1e-9))
    #expect(isNear(Formula.progress(actual: 0.6, baseline: 0.84, target: 0.6), 1, within: 1e-9))
    #expect(isNear(Formula.progress(actual: 0.9, baseline: 0.84, target: 0.6), -0.25, within: 1e-9))
    #expect(isNear(Formula.progress(actual: 0.54, baseline: 0.84, target: 0.6), 1.25, within: 1e-9))
    #expect(Formula.progress(actual: 0.7, baseline: 0.6, target: 0.6) == nil)
  }

  @Test func `pace is the part of the time that has passed`() throws {
    let start = try day("2020-12-31")
    let end = try day("2025-12-31")
    #expect(Formula.pace(at: try day("2022-12-31"), from: start, to: end) == 730.0 / 1826)
    #expect(isNear(Formula.pace(at: try day("2022-12-31"), from: start, to: end), 0.4))
    #expect(Formula.pace(at: start, from: start, to: end) == 0)
    #expect(Formula.pace(at: end, from: start, to: end) == 1)
    #expect(Formula.pace(at: try day("2019-06-30"), from: start, to: end) == 0)
    #expect(Formula.pace(at: try day("2030-06-30"), from: start, to: end) == 1)
    #expect(Formula.pace(at: start, from: start, to: start) == 1)
    #expect(Formula.pace(at: start, from: end, to: start) == 1)
  }

  @Test func `required growth a year`() {
    #expect(isNear(Formula.requiredGrowth(actual: 144.54, target: 400, years: 3), 0.404))
    #expect(isNear(Formula.requiredGrowth(actual: 400, target: 100, years: 2), -0.5, within: 1e-9))
    #expect(Formula.requiredGrowth(actual: 144.54, target: 400, years: 0) == nil)
    #expect(Formula.requiredGrowth(actual: 0, target: 400, years: 3) == nil)
    #expect(Formula.requiredGrowth(actual: -1, target: 400, years: 3) == nil)
    #expect(Formula.requiredGrowth(actual: 144.54, target: 0, years: 3) == nil)
  }

  @Test func `average growth a year`() {
    #expect(isNear(Formula.averageGrowth(from: 109.43, to: 144.54, years: 2), 0.149))
    #expect(isNear(Formula.averageGrowth(from: 71.89, to: 120, years: 5), 0.108))
    #expect(Formula.averageGrowth(from: 0, to: 144.54, years: 2) == nil)
  }

  @Test func `the level before a published growth`() {
    #expect(isNear(Formula.previousLevel(actual: 35.75, growthPercent: 17.8), 30.348))
    #expect(Formula.previousLevel(actual: 30, growthPercent: -25) == 40)
    #expect(Formula.previousLevel(actual: 30, growthPercent: -100) == nil)
    #expect(Formula.previousLevel(actual: 30, growthPercent: -150) == nil)
  }

  @Test func `contribution in percentage points`() {
    #expect(Formula.contribution(part: 90, partBefore: 60, wholeBefore: 100) == 30)
    #expect(Formula.contribution(part: 30, partBefore: 40, wholeBefore: 100) == -10)
    #expect(Formula.contribution(part: 30, partBefore: 40, wholeBefore: 0) == nil)
    // The five clusters of 2022: their contributions add up to the growth of their sum.
    let now = [69.88, 35.75, 5.28, 2.89, 30.73]
    let before = zip(now, [8, 17.8, 3.9, 9.2, 2.5]).compactMap {
      Formula.previousLevel(actual: $0, growthPercent: $1)
    }
    let whole = before.reduce(0, +)
    let sum = zip(now, before).compactMap {
      Formula.contribution(part: $0, partBefore: $1, wholeBefore: whole)
    }
    .reduce(0, +)
    #expect(before.count == 5)
    #expect(isNear(sum, (144.53 / whole - 1) * 100, within: 1e-9))
  }

  @Test func `years until a target is reached`() {
    #expect(isNear(Formula.yearsToReach(target: 400, from: 144.54, growth: 0.149), 7.33, within: 0.01))
    #expect(Formula.yearsToReach(target: 400, from: 400, growth: -0.1) == 0)
    #expect(isNear(Formula.yearsToReach(target: 0.6, from: 0.84, growth: -0.1), 3.19, within: 0.01))
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: -0.1) == nil)
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: 0) == nil)
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: -1) == nil)
    #expect(Formula.yearsToReach(target: 100, from: 144.54, growth: 0.1) == nil)
    #expect(Formula.yearsToReach(target: 0, from: 144.54, growth: -0.1) == nil)
  }
}
