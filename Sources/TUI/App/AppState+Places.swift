import Canvas
import Panels

// The places that `<` and `>` step through: each view, each opened record, each list that a record led to.

/// A view with everything that decides what it shows, and what Esc leaves there.
struct Place: Sendable {
  let view: String
  let state: ViewState
  let history: [String]
  let visits: Int
  let entryFilters: [String: String]

  init(_ state: AppState) {
    view = state.view
    self.state = state.viewState()
    history = state.history
    visits = state.visits
    entryFilters = state.entryFilters
  }

  /// Whether it is another place than `other`: another view, or another record opened. A cursor that moves, or a filter
  /// that is set in a view, is not.
  func isElsewhere(than other: Place) -> Bool {
    view != other.view || state.isOpen != other.state.isOpen
      || (state.isOpen && state.selection != other.state.selection)
  }
}

extension AppState {
  /// How many places are kept.
  private static let mostPlaces = 100

  /// Keeps the place that an event led away from. Esc goes back to it and forgets it.
  mutating func remember(_ before: Place, after event: Event) {
    guard !isStepping else {
      isStepping = false
      return
    }
    let now = Place(self)
    guard now.isElsewhere(than: before) else { return }
    if case .key(let key) = event, [.escape, .left, .backspace].contains(key) {
      if let last = places.last, !now.isElsewhere(than: last) { places.removeLast() }
      return
    }
    places = places.suffix(Self.mostPlaces - 1) + [before]
    placesAhead = []
  }

  /// Goes to the place before this one.
  mutating func stepBack() {
    guard let place = places.popLast() else {
      return say("没有更早的位置", "no earlier place")
    }
    placesAhead.append(Place(self))
    take(place)
  }

  /// Goes to the place that the last step back left.
  mutating func stepForward() {
    guard let place = placesAhead.popLast() else {
      return say("没有更后的位置", "no later place")
    }
    places.append(Place(self))
    take(place)
  }

  private mutating func take(_ place: Place) {
    (view, history, entryFilters) = (place.view, place.history, place.entryFilters)
    visits = place.visits
    views[place.view] = place.state
    lists.isClicked = false
    isStepping = true
  }
}
