/// The heading of a list that a key turns to other lists: their names, the shown one in brackets.
package struct SectionTabs: Sendable {
  /// The names, in the order of the key.
  package var names: [String]
  /// The index of the shown one.
  package var chosen: Int
  /// A text at the right, dropped where there is no room; empty for none.
  package var remark: String

  /// Creates a heading.
  package init(_ names: [String], chosen: Int, remark: String = "") {
    (self.names, self.chosen, self.remark) = (names, chosen, remark)
  }

  /// Draws one row at the top of `area`; where not all names fit, only the shown one and its place.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard names.indices.contains(chosen) else { return }
    let name = names[chosen]
    let columns = names.reduce(0) { $0 + TextWidth.columns(of: $1) + 2 }
    guard names.count > 1, columns + 4 <= area.width else {
      let place = names.count > 1 ? "\(chosen + 1)/\(names.count)" : ""
      SectionTitle(name, remark: remark.isEmpty ? place : remark, isActive: true)
        .render(in: area, into: &buffer, glyphs: glyphs)
      return
    }
    let hasRemark = columns + TextWidth.columns(of: remark) + 6 <= area.width
    SectionTitle("", remark: hasRemark ? remark : "", isActive: true).render(
      in: area, into: &buffer, glyphs: glyphs)
    let spans = names.indices.map { index in
      index == chosen
        ? Span("[\(names[index])]", Style(.accent, on: .plain, .bold)) : Span(" \(names[index]) ", .muted)
    }
    buffer.put(Line(spans + [Span(" ")]), in: area.splitTop(1).top, ellipsis: glyphs.ellipsis)
  }
}
