import Domain

/// The two times that a loop lives by: one that nobody can set, for all waiting, and one on the wall, which is only shown
/// and may jump.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of a clock that cannot be set.
  package var monotonic: Int
  package var day: Day
  /// Minutes since midnight, 0..<1440.
  package var minute: Int

  package init(monotonic: Int, day: Day, minute: Int) {
    self.monotonic = monotonic
    self.day = day
    self.minute = min(max(0, minute), 1439)
  }

  /// `14:05`
  var clock: String { Moment.label(minute) }

  static func label(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
