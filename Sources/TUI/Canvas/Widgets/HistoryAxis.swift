/// The ticks of a linear axis: equal distances in value and in rows, at round numbers.
struct HistoryAxis {
  /// The lowest and the highest level, each on the first and the last row.
  let levels: ClosedRange<Double>
  /// The levels with a tick, from the lowest.
  let ticks: [Double]
  /// How many decimals the labels need.
  private let digits: Int

  /// - Parameters:
  ///   - range: the levels that must have room.
  ///   - rows: the rows of the picture.
  init(_ range: ClosedRange<Double>, rows: Int) {
    let gaps = max(2, rows - 1)
    var best: (end: Double, start: Double, step: Double, every: Int)?
    // Levels beyond this have no round numbers that could be told apart.
    let isUsual = max(abs(range.lowerBound), abs(range.upperBound)) < 1e15
    for (step, every) in !isUsual ? [] : Self.steps(for: (range.upperBound - range.lowerBound) / Double(gaps))
    {
      let start = (range.lowerBound / step).rounded(.down) * step
      let end = start + step / Double(every) * Double(gaps)
      guard end >= range.upperBound * (1 - 1e-9), gaps / every >= 1 else { continue }
      if best.map({ end - start < ($0.end - $0.start) * (1 - 1e-9) }) ?? true {
        best = (end, start, step, every)
      }
    }
    guard let best else {
      (levels, ticks, digits) = (range, [range.lowerBound], 0)
      return
    }
    levels = best.start...best.end
    ticks = (0...(gaps / best.every)).map { best.start + best.step * Double($0) }
    var (decimals, unit) = (0, 1.0)
    while decimals < 6, abs((best.step / unit).rounded() * unit - best.step) > best.step * 1e-6 {
      decimals += 1
      unit /= 10
    }
    digits = decimals
  }

  /// Returns round steps and the rows between two of them, near a distance of `row` in value from row to row.
  private static func steps(for row: Double) -> [(step: Double, every: Int)] {
    guard row > 0, row.isFinite else { return [(1, 2)] }
    var power = 1.0
    while power > row { power /= 10 }
    while power * 10 <= row { power *= 10 }
    return [1, 2, 2.5, 5, 10, 20, 25, 50, 100].flatMap { factor in
      [2, 3, 4].map { (factor * power, $0) }
    }
  }

  /// Returns a level as text: `100`, `0.5`.
  func label(_ level: Double) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (abs(level) * factor).rounded()
    guard scaled < 1e15, let whole = Int(exactly: scaled) else { return "\(level)" }
    let sign = level < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }
}
