import Canvas
import Domain
import Figures

/// The only function that changes a kiosk.
///
/// - Returns: the effect to quit once the exit keys were pressed; otherwise nil.
package func update(_ kiosk: inout KioskState, _ event: Event) -> Effect? {
  switch event {
  case .tick(let time): kiosk.pass(to: time)
  case .key(let key): return kiosk.press(key) ? .quit : nil
  case .resize(let width, let height):
    kiosk.app.width = width
    kiosk.app.height = height
    kiosk.generation += 1
  case .background(let background):
    kiosk.app.take(background)
    kiosk.generation += 1
  case .loaded(let dataset): kiosk.take(dataset)
  case .refused(let refusal):
    kiosk.app.refuse(refusal)
    kiosk.generation += 1
  // Visitors have no mouse here, no field to paste into and nothing to write.
  case .mouse, .paste, .written, .notWritten, .notKept: break
  }
  return nil
}

extension KioskState {
  /// Advances the time: turns the page when it is due, and rebuilds the board on a new day.
  mutating func pass(to time: Moment) {
    let isNewDay = time.day != self.time.day
    self.time = time
    if isNewDay {
      app.today = time.day
      let day = fixedDay ?? KioskState.day(for: app.dataset, today: time.day)
      if day != app.board.asOf {
        app.board = Board(app.board.complete, asOf: day)
        renewPages()
      }
    }
    guard time.monotonic >= due else { return }
    isVisited = false
    turn(to: index + 1)
  }

  /// Shows a page for a whole interval from now.
  private mutating func turn(to index: Int) {
    self.index = pages.isEmpty ? 0 : (index % pages.count + pages.count) % pages.count
    turns += 1
    stayFor(options.interval)
  }

  private mutating func stayFor(_ milliseconds: Int) {
    shownAt = time.monotonic
    due = time.monotonic + milliseconds
  }

  /// Shows other data on the same page. If the page no longer exists, the one that follows it is shown.
  mutating func take(_ dataset: Dataset) {
    app.board = Board(dataset, asOf: fixedDay ?? KioskState.day(for: dataset, today: time.day))
    app.steps = Board.steps(of: dataset)
    app.refusal = nil
    generation += 1
    if hasData {
      renewPages()
    } else {
      hasData = true
      renewPages()
      stayFor(options.interval)
    }
  }

  private mutating func renewPages() {
    let old = page
    let following = pages.dropFirst(index + 1)
    pages = hasData ? KioskRegistry.pages(app.context, views: options.views) : []
    let kept = old.flatMap(pages.firstIndex) ?? following.lazy.compactMap(pages.firstIndex).first
    index = kept ?? min(index, max(0, pages.count - 1))
    generation += 1
  }

  // MARK: Keys

  /// Handles a key: visitors can browse; only the exit keys end the kiosk.
  ///
  /// - Returns: whether the exit keys were pressed.
  mutating func press(_ key: Key) -> Bool {
    if isExit(key) { return true }
    switch key.halfWidth {
    case .right, .down, .pageDown, .tab: visit(index + 1)
    case .left, .up, .pageUp, .backTab: visit(index - 1)
    case .home: visit(0)
    case .end: visit(pages.count - 1)
    case .character(let character): visitView(character)
    default: break
    }
    return false
  }

  private mutating func isExit(_ key: Key) -> Bool {
    guard !options.exit.isEmpty else { return false }
    typed.append(key)
    typed.removeFirst(max(0, typed.count - options.exit.count))
    return typed == options.exit
  }

  private mutating func visit(_ page: Int) {
    guard !pages.isEmpty else { return }
    turn(to: page)
    isVisited = true
    stayFor(options.quiet)
  }

  /// Shows the view with this digit, its position among the views in the rotation. A view without pages is skipped.
  private mutating func visitView(_ digit: Character) {
    guard let number = digit.wholeNumberValue, digit.isASCII, options.views.indices.contains(number - 1),
      let page = pages.firstIndex(of: options.views[number - 1])
    else { return }
    visit(page)
  }
}
