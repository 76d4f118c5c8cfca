/// The hours of the day in which a kiosk is dimmed; they may span midnight.
package struct DimHours: Equatable, Sendable, CustomStringConvertible {
  /// Minutes since midnight; `end` is the first bright minute.
  package var start: Int
  /// The minute of the day at which the screen is bright again, 0..<1440.
  package var end: Int

  /// Parses `22:00-06:30`; nil for anything else.
  package init?(_ text: String) {
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

  /// Returns whether the kiosk is dimmed at a minute since midnight.
  package func contains(_ minute: Int) -> Bool {
    start < end ? (start..<end).contains(minute) : minute >= start || minute < end
  }

  /// The form of the option: `22:00-06:00`.
  package var description: String { "\(Moment.label(start))-\(Moment.label(end))" }
}
