import Domain
import Testing

struct DecimalTests {
  @Test(
    arguments: [
      (109.43, "109.43"), (144.5, "144.5"), (400, "400"), (0, "0"), (-0.0, "0"), (0.005, "0.01"),
      (1.005, "1.01"),
      (-1.005, "-1.01"), (0.004, "0"), (-0.004, "0"), (2.675, "2.68"), (99.995, "100"),
      (1e14, "100000000000000"),
      (-27.9, "-27.9"), (0.1 + 0.2, "0.3"), (1234567.891, "1234567.89"),
      (1e15, "1000000000000000"), (-1e15, "-1000000000000000"), (1e21, "1e+21"),
      (.nan, "-"),
      (.infinity, "-"),
    ] as [(Double, String)])
  func `numbers as short as they are`(value: Double, text: String) {
    #expect(Decimal.text(value) == text)
  }

  @Test(
    arguments: [
      (1.25, 1, "1.3"), (1.35, 1, "1.4"), (-1.25, 1, "-1.3"), (0.05, 1, "0.1"), (0.95, 1, "1.0"),
      (12, 2, "12.00"),
      (0.5, 0, "1"), (-0.4, 0, "0"), (-0.04, 1, "0.0"), (7, -3, "7"), (0.00012345, 4, "0.0001"),
      (3.04, 2, "3.04"),
      (999_999_999_999_999.9, 4, "999999999999999.8750"),
    ] as [(Double, Int, String)])
  func `numbers with fixed decimals`(value: Double, digits: Int, text: String) {
    #expect(Decimal.fixed(value, digits: digits) == text)
  }

  @Test func `many decimals do not trap`() {
    for digits in [5, 15, 18, 30, 400] {
      for value in [0.1, 1.5, -144.54, 999_999_999_999_999, .leastNonzeroMagnitude] {
        #expect(!Decimal.fixed(value, digits: digits).isEmpty)
      }
    }
  }

  @Test func `fractions as percent`() {
    #expect(Decimal.percent(0.36135) == "36.1%")
    #expect(Decimal.percent(0.404, digits: 0) == "40%")
    #expect(Decimal.percent(-1.5) == "-150.0%")
  }

  @Test(
    arguments: [(3.2, "+3.2"), (-27.9, "-27.9"), (0, "0.0"), (0.04, "0.0"), (-0.04, "0.0"), (0.05, "+0.1")]
      as [(Double, String)])
  func `numbers with their sign`(value: Double, text: String) {
    #expect(Decimal.signed(value) == text)
  }
}
