import Panels

/// The age of the newest document by the wall clock.
struct KioskAge {
  /// The time since the newest document, in words.
  let words: String
  /// Whether something is older than its publication cadence allows.
  let isStale: Bool
  /// Whether the wall clock is earlier than the newest document.
  let isClockWrong: Bool

  init(_ context: PanelContext) {
    isStale = context.board.targets.contains(where: \.isStale)
    guard let source = context.board.newestSource else {
      (words, isClockWrong) = ("", false)
      return
    }
    // A date that means a year or month is known by its end; the clock is wrong only if it is behind the beginning.
    let isBehind = context.today < max(source.date.earliest, .first(ofYear: source.knownOn.year))
    isClockWrong = isBehind
    words = isBehind ? context.text("时钟有误", "the clock is wrong") : context.age(since: source.knownOn)
  }
}
