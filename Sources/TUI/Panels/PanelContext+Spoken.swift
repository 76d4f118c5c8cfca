import Canvas

// Words for text output, where styles and positions are not seen.

extension String {
  /// The text without blanks at the ends, and with single blanks between words.
  package var singlySpaced: String { split(separator: " ").joined(separator: " ") }
}

extension PanelContext {
  /// A copy of the context for text output: no glyphs beside words, and a size of 120 x 38 cells.
  var forPlainText: PanelContext {
    var context = self
    context.glyphs = glyphs.forPlainText
    (context.width, context.height) = (120, 38)
    return context
  }
}

extension Glyphs {
  /// The glyphs without those of statuses, which text output writes as words.
  package var forPlainText: Glyphs {
    Glyphs(
      eighths: eighths, levels: levels, track: " ", paceMark: " ", targetMark: " ", horizontal: " ",
      vertical: " ",
      arrow: isASCII ? "->" : "→", bullet: "", ellipsis: ellipsis, selected: "",
      conflict: isASCII ? "!=" : "≠",
      more: "", way: way, chart: chart, node: node, openNode: openNode, statuses: [:])
  }
}
