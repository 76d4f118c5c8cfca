import Domain

/// The events held back while the screen is frozen.
package struct Freeze: Sendable {
  var tick: Moment?
  var dataset: Dataset?
  var refusal: Refusal?

  /// Holds an event back; returns false if it must be handled at once.
  mutating func keep(_ event: Event) -> Bool {
    switch event {
    case .tick(let now): tick = now
    case .loaded(let dataset):
      self.dataset = dataset
      refusal = nil
    // The first refusal has the time since when the data is faulty.
    case .refused(let refusal): self.refusal = self.refusal ?? refusal
    default: return false
    }
    return true
  }

  /// The held events, in the order in which to handle them.
  var events: [Event] {
    [tick.map(Event.tick), dataset.map(Event.loaded), refusal.map(Event.refused)].compactMap { $0 }
  }
}

extension AppState {
  /// The latest day that the program has received, even if it is not shown yet.
  var shownDay: Day { freeze?.tick?.day ?? today }

  /// Stops applying new days and data, or applies the events held back.
  mutating func toggleFreeze() {
    guard let freeze else {
      self.freeze = Freeze()
      let keys = bindings.label(of: "freeze")
      say("已冻结：不接新数据，按键照常；\(keys) 恢复", "frozen: updates are applied when you resume with \(keys)")
      return
    }
    self.freeze = nil
    for event in freeze.events { _ = update(&self, event) }
    if refusal != nil { return }
    let isNews = !freeze.events.isEmpty
    say(isNews ? "已恢复，并更新到最新" : "已恢复", isNews ? "resumes and applies updates" : "goes on")
  }
}
