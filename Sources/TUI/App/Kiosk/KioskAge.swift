import Panels

/// The age of the newest document by the wall clock.
struct KioskAge {
  /// The time since the newest document, in words.
  let words: String
  /// Whether something is older than its publication cadence allows.
  let isStale: Bool

  init(_ context: PanelContext) {
    isStale = context.board.targets.contains(where: \.isStale)
    guard let source = context.board.newestSource else {
      words = ""
      return
    }
    // A date that means a year or month is known by its end; the clock is wrong only if it is behind the beginning.
    let isBehind = context.today < max(source.date.earliest, .first(ofYear: source.knownOn.year))
    words = isBehind ? context.text("时钟有误", "the clock is wrong") : context.age(since: source.knownOn)
  }
}
