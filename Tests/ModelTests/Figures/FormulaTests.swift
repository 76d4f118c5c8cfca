import Domain
import Figures
import Testing

/// The path of a target on round numbers.
struct FormulaTests {
  @Test func `the expected level is a point of the path`() {
    // Twice as much in half the time is four times as much in all of it.
    #expect(
      isNear(Formula.expected(base: 100, target: 400, elapsed: 0.5, path: .compound), 200, within: 1e-9))
    #expect(Formula.expected(base: 100, target: 400, elapsed: 0.5, path: .linear) == 250)
    for path in Indicator.Path.allCases {
      #expect(isNear(Formula.expected(base: 100, target: 400, elapsed: 0, path: path), 100, within: 1e-9))
      #expect(isNear(Formula.expected(base: 100, target: 400, elapsed: 1, path: path), 400, within: 1e-9))
    }
    #expect(isNear(Formula.expected(base: 100, target: 25, elapsed: 0.5, path: .compound), 50, within: 1e-9))
    #expect(Formula.expected(base: 100, target: 25, elapsed: 0.5, path: .linear) == 62.5)
  }

  @Test func `the time earned is where the path has the level`() {
    func earned(_ actual: Double, _ base: Double, _ target: Double) -> [Double?] {
      [Indicator.Path.compound, .linear].map {
        Formula.earned(actual: actual, base: base, target: target, path: $0)
      }
    }
    let cases: [(Double, Double, Double, Double, Double)] = [
      (200, 100, 400, 0.5, 1.0 / 3), (100, 100, 400, 0, 0), (400, 100, 400, 1, 1),
      // Below the base, and beyond the target.
      (50, 100, 400, -0.5, -1.0 / 6), (800, 100, 400, 1.5, 7.0 / 3),
      // Lower is better.
      (50, 100, 25, 0.5, 2.0 / 3), (200, 100, 25, -0.5, -4.0 / 3), (12.5, 100, 25, 1.5, 7.0 / 6),
    ]
    for (actual, base, target, compound, linear) in cases {
      let values = earned(actual, base, target)
      #expect(isNear(values[0], compound, within: 1e-9), "\(actual) of \(base) to \(target)")
      #expect(isNear(values[1], linear, within: 1e-9), "\(actual) of \(base) to \(target)")
    }
  }

  @Test func `the level that is expected has earned the time that is gone`() throws {
    for path in Indicator.Path.allCases {
      for (base, target) in [(132.76, 400.0), (0.84, 0.6)] {
        for elapsed in [-0.5, 0.25, 0.9, 1.7] {
          let level = try #require(
            Formula.expected(base: base, target: target, elapsed: elapsed, path: path))
          #expect(
            isNear(
              Formula.earned(actual: level, base: base, target: target, path: path), elapsed, within: 1e-9))
        }
      }
    }
  }

  @Test func `without a path nothing is computed`() {
    for path in Indicator.Path.allCases {
      #expect(Formula.earned(actual: 110, base: 100, target: 100, path: path) == nil)
    }
    for (actual, base, target) in [(0.0, 1.0, 2.0), (-1, 1, 2), (1, 0, 2), (1, -1, 2), (1, 2, 0), (1, 2, -1)]
    {
      #expect(Formula.earned(actual: actual, base: base, target: target, path: .compound) == nil)
      #expect(Formula.earned(actual: actual, base: base, target: target, path: .linear) != nil)
    }
    #expect(Formula.expected(base: 0, target: 4, elapsed: 0.5, path: .compound) == nil)
    #expect(Formula.expected(base: 4, target: 0, elapsed: 0.5, path: .compound) == nil)
    #expect(Formula.expected(base: 4, target: 0, elapsed: 0.5, path: .linear) == 2)
    #expect(Formula.expected(base: -4, target: 4, elapsed: 0.25, path: .linear) == -2)
  }

  @Test func `ratio and lag compare time earned with time gone`() {
    #expect(Formula.scheduleRatio(earned: 0.1, elapsed: 0.4) == 0.25)
    #expect(Formula.scheduleRatio(earned: 0.5, elapsed: 0.4) == 1.25)
    #expect(Formula.scheduleRatio(earned: -0.1, elapsed: 0.4) == -0.25)
    #expect(Formula.scheduleRatio(earned: 0, elapsed: 0) == nil)
    // Three tenths of five years.
    #expect(isNear(Formula.lag(earned: 0.1, elapsed: 0.4, length: 60), 18, within: 1e-9))
    #expect(isNear(Formula.lag(earned: 0.5, elapsed: 0.4, length: 60), -6, within: 1e-9))
  }

  // MARK: Other methods

  @Test func `linear progress is the part of the way`() {
    #expect(Formula.linearProgress(actual: 200, base: 100, target: 400) == 1.0 / 3)
    #expect(isNear(Formula.linearProgress(actual: 0.72, base: 0.84, target: 0.6), 0.5, within: 1e-9))
    #expect(Formula.linearProgress(actual: 7, base: 5, target: 5) == nil)
  }

  @Test func `R divides the observed growth by the required`() {
    func ratio(
      _ actual: Double, _ base: Double, _ target: Double, _ years: Double, _ length: Double,
      _ path: Indicator.Path
    ) -> Double? {
      Formula.growthRatio(
        actual: actual, base: base, target: target, years: years, length: length, path: path)
    }
    // 10 % a year for two years, where 20 % a year for four are wanted.
    #expect(isNear(ratio(121, 100, 207.36, 2, 4, .compound), 0.5, within: 1e-9))
    // 5 a year where 10 a year are wanted.
    #expect(ratio(110, 100, 140, 2, 4, .linear) == 0.5)
    // From 100 to 81 in two years, where 20 % less a year are wanted.
    #expect(isNear(ratio(81, 100, 51.2, 2, 3, .compound), 0.5, within: 1e-9))
    for path in Indicator.Path.allCases {
      #expect(ratio(110, 100, 100, 2, 4, path) == nil)
      #expect(ratio(110, 100, 140, 0, 4, path) == nil)
      #expect(ratio(110, 100, 140, 2, 0, path) == nil)
    }
    #expect(ratio(-1, 100, 140, 2, 4, .compound) == nil)
  }

  @Test func `attainment is actual by target`() {
    #expect(isNear(Formula.attainment(actual: 144.54, target: 400), 0.36135, within: 1e-12))
    #expect(Formula.attainment(actual: 30.73, target: 30).map { $0 > 1 } == true)
    #expect(Formula.attainment(actual: 0, target: 400) == 0)
    #expect(Formula.attainment(actual: 1, target: 0) == nil)
  }
}
