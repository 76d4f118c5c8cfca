import Domain

/// What has come while the screen stands still.
package struct Freeze: Sendable {
  var tick: Moment?
  var dataset: Dataset?
  var refusal: Refusal?

  /// Keeps an event for later; false when it is not one that waits.
  mutating func keep(_ event: Event) -> Bool {
    switch event {
    case .tick(let now): tick = now
    case .loaded(let dataset):
      self.dataset = dataset
      refusal = nil
    // The first tells since when.
    case .refused(let refusal): self.refusal = self.refusal ?? refusal
    default: return false
    }
    return true
  }

  /// What waits, in the order in which it is to be taken.
  var events: [Event] {
    [tick.map(Event.tick), dataset.map(Event.loaded), refusal.map(Event.refused)].compactMap { $0 }
  }
}

extension AppState {
  /// The day that the program has been told of, also while it is not shown.
  var toldDay: Day { freeze?.tick?.day ?? today }

  /// Stops taking new days and data, or takes what has come meanwhile.
  mutating func toggleFreeze() {
    guard let freeze else {
      self.freeze = Freeze()
      let keys = bindings.label(of: "freeze")
      say("已冻结：不接新数据，按键照常；\(keys) 恢复", "frozen: new data waits, keys still work; \(keys) goes on")
      return
    }
    self.freeze = nil
    for event in freeze.events { _ = update(&self, event) }
    if refusal != nil { return }
    let isNews = !freeze.events.isEmpty
    say(isNews ? "已恢复，并更新到最新" : "已恢复", isNews ? "goes on, with what came meanwhile" : "goes on")
  }
}
