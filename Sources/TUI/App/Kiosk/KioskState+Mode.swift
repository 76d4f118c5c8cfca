import Canvas

extension KioskState: Mode {
  /// Applies an event; see `update(_:_:)`.
  package mutating func take(_ event: Event) -> Effect? { update(&self, event) }

  /// Draws the current page.
  package mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
    guard picture != shownPicture else { return }
    shownPicture = picture
    terminal.present(KioskFrame.render(self), theme: app.shownTheme, cursor: nil)
  }

  /// The time until the next second of the page. The wall clock is then read as well.
  package func timeout(at now: Moment) -> Int? {
    let second = shownAt + (elapsedSeconds + 1) * 1000
    let next = page == nil ? now.monotonic + 1000 : min(second, due)
    return min(max(1, next - now.monotonic), 60_000)
  }
}
