extension AppState {
  /// The same state for plain text: no symbols beside words, nothing truncated.
  var spoken: AppState {
    var state = self
    state.glyphs = glyphs.spoken
    (state.width, state.height) = (120, 40)
    return state
  }
}
