import Domain

/// A reading of the two clocks of the loop: a monotonic one for all waiting, and the wall clock, which is only displayed and may jump.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of the monotonic clock.
  package var monotonic: Int
  /// The day of the wall clock.
  package var day: Day
  /// Minutes since midnight, 0..<1440.
  package var minute: Int

  /// Creates a moment; `minute` is clamped to 0..<1440.
  package init(monotonic: Int, day: Day, minute: Int) {
    self.monotonic = monotonic
    self.day = day
    self.minute = min(max(0, minute), 1439)
  }

  /// The wall clock time, `14:05`.
  var clock: String { Moment.label(minute) }

  static func label(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
