extension AppState {
  /// The same state for plain text: no symbols beside words, nothing truncated.
  var forPlainText: AppState {
    var state = self
    state.glyphs = glyphs.forPlainText
    (state.width, state.height) = (120, 40)
    return state
  }
}
