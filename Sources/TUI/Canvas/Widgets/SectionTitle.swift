/// The heading of a section: its name, a rule to the right edge, and remarks at the end of it.
package struct SectionTitle: Sendable {
  /// The text at the left.
  package var title: String
  /// If they do not all fit, the first are dropped; the last is cut.
  package var remarks: [String]
  /// Whether the section has the cursor.
  package var isActive: Bool

  /// Creates a title with at most one remark.
  package init(_ title: String, remark: String = "", isActive: Bool = false) {
    self.init(title, remarks: [remark], isActive: isActive)
  }

  /// Creates a title; the most important remark is the last.
  package init(_ title: String, remarks: [String], isActive: Bool = false) {
    self.title = title
    self.remarks = remarks.filter { !$0.isEmpty }
    self.isActive = isActive
  }

  /// Draws one row at the top of `area`.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.width > 0, area.height > 0 else { return }
    let row = area.splitTop(1).top
    buffer.fill(row, with: glyphs.horizontal, style: Style(.border))
    let name = TextWidth.fitted(title, to: max(0, area.width - 4), mark: glyphs.ellipsis)
    let used = buffer.put(
      "\(name) ", x: row.x, y: row.y, style: Style(isActive ? .accent : .title, on: .plain, .bold), clip: row)
    let room = area.width - used - 3
    guard room > 6, let text = remark(in: room, mark: glyphs.ellipsis) else { return }
    buffer.put(
      " \(text)", x: row.right - TextWidth.columns(of: text) - 1, y: row.y, style: Style(.muted), clip: row)
  }

  private func remark(in room: Int, mark: String) -> String? {
    let texts = remarks.indices.map { remarks[$0...].joined(separator: "  ") }
    return texts.first { TextWidth.columns(of: $0) <= room }
      ?? remarks.last.map { TextWidth.fitted($0, to: room, mark: mark) }
  }
}
