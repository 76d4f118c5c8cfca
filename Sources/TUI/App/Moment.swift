import Model

/// The two times that a kiosk lives by: one that nobody can set, for all waiting, and one on the wall, which is only
/// shown and may jump.
public struct KioskTime: Equatable, Sendable {
  /// Milliseconds of a clock that cannot be set.
  public var monotonic: Int
  public var day: Day
  /// Minutes since midnight, 0..<1440.
  public var minute: Int

  public init(monotonic: Int, day: Day, minute: Int) {
    self.monotonic = monotonic
    self.day = day
    self.minute = min(max(0, minute), 1439)
  }

  /// `14:05`
  var clock: String { KioskTime.label(minute) }

  static func label(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}

/// The hours of the day in which a kiosk is dimmed; they may go over midnight.
public struct DimHours: Equatable, Sendable, CustomStringConvertible {
  /// Minutes since midnight; the second is the first bright one.
  public var start: Int
  public var end: Int

  /// Reads `22:00-06:30`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = DimHours.minute(parts[0]), let end = DimHours.minute(parts[1]),
      start != end
    else { return nil }
    (self.start, self.end) = (start, end)
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ":") }
    guard isPlain, parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  public func contains(_ minute: Int) -> Bool {
    start < end ? (start..<end).contains(minute) : minute >= start || minute < end
  }

  public var description: String { "\(KioskTime.label(start))-\(KioskTime.label(end))" }
}
