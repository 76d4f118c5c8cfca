import Model

/// The yearly commitments against what was reported and what is named, one line each.
enum CommitmentLines {
  /// - Parameter isShort: for a narrow place: without the counts of named projects.
  static func lines(_ state: AppState, isShort: Bool) -> [Line] {
    state.board.pipeline.commitments.map { commitment in
      let name = state.dataset.indicators[commitment.target.indicator].map { state.text($0.short) } ?? ""
      var spans = [
        Span(" \(name) "), Span(state.label(commitment.target), Style(.strong)),
        Span(state.text("/年", " a year"), .muted),
      ]
      for figure in commitment.reported {
        let isMet = commitment.isKept(figure)
        let word = isShort ? "" : state.text("通报 ", "reported ")
        spans.append(Span("  \(figure.period.text) \(word)", .muted))
        spans.append(
          Span(
            "\(state.value(figure)) \(state.glyph(isMet ? .reached : .behind))", isMet ? .reached : .behind))
        if !isShort {
          spans.append(
            Span(" \(state.text("列名", "named")) \(commitment.named[figure.period.year] ?? 0)", .muted))
        }
      }
      if commitment.reported.isEmpty {
        spans.append(Span(state.text("  无通报数", "  nothing reported"), .muted))
      }
      return Line(spans)
    }
  }
}
