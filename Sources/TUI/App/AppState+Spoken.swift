extension AppState {
  /// The same state for words alone: no signs beside words, no places cut.
  var spoken: AppState {
    var state = self
    state.glyphs = glyphs.spoken
    (state.width, state.height) = (120, 40)
    return state
  }
}
