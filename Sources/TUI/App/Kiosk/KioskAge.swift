import Panels

/// How old the newest document is, by the clock on the wall.
struct KioskAge {
  /// Since the newest document, in words.
  let words: String
  /// Whether something is older than its own cadence allows.
  let isStale: Bool

  init(_ context: PanelContext) {
    isStale = context.board.targets.contains(where: \.isStale)
    guard let source = context.board.newestSource else {
      words = ""
      return
    }
    // A date that means a year or month is known by its end; only a clock that is behind its beginning is wrong.
    let isBehind = context.today < max(source.date.earliest, .first(ofYear: source.knownOn.year))
    words = isBehind ? context.text("时钟有误", "the clock is wrong") : context.age(since: source.knownOn)
  }
}
