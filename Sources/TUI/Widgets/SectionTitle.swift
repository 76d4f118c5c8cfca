/// The heading of a part of a page: its name, a rule to the right edge, and a remark at the end of it.
public struct SectionTitle: Sendable {
  public var title: String
  public var remark: String
  /// Whether the part has the cursor.
  public var isActive: Bool

  public init(_ title: String, remark: String = "", isActive: Bool = false) {
    self.title = title
    self.remark = remark
    self.isActive = isActive
  }

  /// Draws one row at the top of `area`.
  public func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.width > 0, area.height > 0 else { return }
    let row = area.splitTop(1).top
    buffer.fill(row, with: glyphs.horizontal, style: Style(.border))
    let name = TextWidth.fitted(title, to: max(0, area.width - 4), mark: glyphs.ellipsis)
    let used = buffer.put(
      "\(name) ", x: row.x, y: row.y, style: Style(isActive ? .accent : .title, on: .plain, .bold), clip: row)
    guard !remark.isEmpty else { return }
    let room = area.width - used - 3
    guard room > 6 else { return }
    let text = TextWidth.fitted(remark, to: room, mark: glyphs.ellipsis)
    buffer.put(
      " \(text)", x: row.right - TextWidth.columns(of: text) - 1, y: row.y, style: Style(.muted), clip: row)
  }
}
