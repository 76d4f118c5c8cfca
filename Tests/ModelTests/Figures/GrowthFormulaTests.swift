import Figures
import Testing

/// Growth, change and contributions; the figures are those of the documents.
struct GrowthFormulaTests {
  @Test func `required growth a year`() {
    // Three whole years from 2022 to 2025.
    #expect(isNear(Formula.requiredGrowth(actual: 144.54, target: 400, years: 3), 0.404))
    #expect(isNear(Formula.requiredGrowth(actual: 69.88, target: 120, years: 3), 0.198, within: 0.0005))
    #expect(isNear(Formula.requiredGrowth(actual: 5.28, target: 100, years: 3), 1.666, within: 0.0005))
    #expect(isNear(Formula.requiredGrowth(actual: 400, target: 100, years: 2), -0.5, within: 1e-9))
    #expect(Formula.requiredGrowth(actual: 144.54, target: 400, years: 0) == nil)
    #expect(Formula.requiredGrowth(actual: 0, target: 400, years: 3) == nil)
    #expect(Formula.requiredGrowth(actual: -1, target: 400, years: 3) == nil)
    #expect(Formula.requiredGrowth(actual: 144.54, target: 0, years: 3) == nil)
  }

  @Test func `required change a year`() {
    #expect(Formula.requiredChange(actual: 26, target: 35, years: 3) == 3)
    #expect(Formula.requiredChange(actual: 0.75, target: 0.25, years: 2) == -0.25)
    #expect(Formula.requiredChange(actual: 26, target: 35, years: 0) == nil)
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

  @Test func `years until a target is reached by growth`() {
    #expect(isNear(Formula.yearsToReach(target: 400, from: 144.54, growth: 0.149), 7.33, within: 0.01))
    #expect(Formula.yearsToReach(target: 400, from: 400, growth: -0.1) == 0)
    #expect(isNear(Formula.yearsToReach(target: 0.6, from: 0.84, growth: -0.1), 3.19, within: 0.01))
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: -0.1) == nil)
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: 0) == nil)
    #expect(Formula.yearsToReach(target: 400, from: 144.54, growth: -1) == nil)
    #expect(Formula.yearsToReach(target: 100, from: 144.54, growth: 0.1) == nil)
    #expect(Formula.yearsToReach(target: 0, from: 144.54, growth: -0.1) == nil)
  }

  @Test func `years until a target is reached by equal steps`() {
    #expect(Formula.yearsToReach(target: 35, from: 26, change: 2) == 4.5)
    #expect(Formula.yearsToReach(target: 0.25, from: 0.75, change: -0.25) == 2)
    #expect(Formula.yearsToReach(target: 0, from: 3, change: -1) == 3)
    #expect(Formula.yearsToReach(target: 26, from: 26, change: 0) == 0)
    #expect(Formula.yearsToReach(target: 35, from: 26, change: 0) == nil)
    #expect(Formula.yearsToReach(target: 35, from: 26, change: -1) == nil)
  }
}
