import Canvas
import Domain
import Panels

// What Esc leaves: one thing at a time, and nothing that the user has not entered.

extension AppState {
  /// The next thing that Esc leaves while no record, overlay or input line is open.
  enum Exit: Equatable {
    /// The filter with this name.
    case filter(String)
    /// The view, for the one that led to it.
    case visit
    /// The shown day, for the latest one or the one that the program was started with.
    case day
    case none
  }

  /// What Esc leaves next.
  var exit: Exit {
    let state = viewState()
    let set = state.filters(of: panel)
    // Filters that the view was entered with go with the visit.
    let own = visits > 0 ? set.filter { state.filters[$0] != entryFilters[$0] } : set
    if let last = own.last { return .filter(last) }
    return visits > 0 ? .visit : isPast && board.asOf != homeDay ? .day : .none
  }

  /// Handles a key that the view does not: Esc, and Backspace and ← as far as they go back.
  mutating func leave(by key: Key) {
    guard [.escape, .backspace, .left].contains(key) else { return }
    switch exit {
    case .filter(let name) where key != .left: updateView { $0.filters[name] = nil }
    case .visit: comeBack()
    case .day where key == .escape:
      DayChoice.go(to: homeDay, &self)
      if homeDay == today { say("已回到最新资料", "back to the latest documents") }
    case .none where key == .escape: sayHowToLeave()
    default: break
    }
  }

  /// Says what leads on where Esc leaves nothing.
  private mutating func sayHowToLeave() {
    let quit = bindings.hint(Action.quit) ?? ""
    guard !history.isEmpty, let back = bindings.hint(Action.back) else {
      return say("已在最上层，\(quit) 退出", "nothing to leave here; \(quit) quits")
    }
    say(
      "已在最上层，\(back) 回到上一视图，\(quit) 退出",
      "nothing to leave here; \(back) goes to the previous view, \(quit) quits")
  }
}
