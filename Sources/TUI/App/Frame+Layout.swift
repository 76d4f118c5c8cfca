import Canvas
import Panels

/// The rows of a frame: head, the way back with the filters, view, the line that explains the record under the cursor, footer.
struct FrameLayout: Equatable {
  /// The district, the tabs and the date of the data.
  let head: Rect
  /// The way back and the filters; empty if there are none.
  let trail: Rect
  /// The view.
  let body: Rect
  /// What the marks under the cursor mean; empty on a small screen.
  let remark: Rect
  /// The keys.
  let foot: Rect

  /// The smallest screen that has room for the line.
  static let remarkWidth = 80
  static let remarkHeight = 24

  /// The smallest screen that has room for the way back and the filters.
  static let trailWidth = 60
  static let trailHeight = 16

  init(_ state: AppState) {
    let (head, rest) = Rect(width: state.width, height: state.height).splitTop(1)
    let (middle, foot) = rest.splitBottom(1)
    let isExplained =
      state.width >= FrameLayout.remarkWidth && state.height >= FrameLayout.remarkHeight
    let (rows, remark) = middle.splitBottom(isExplained ? 1 : 0)
    let hasTrail =
      state.hasTrail && state.width >= FrameLayout.trailWidth && state.height >= FrameLayout.trailHeight
    let (trail, body) = rows.splitTop(hasTrail ? 1 : 0)
    (self.head, self.trail, self.body, self.remark, self.foot) = (head, trail, body, remark, foot)
  }
}

extension Frame {
  /// Draws what the marks of the record under the cursor mean: the first part, cut if it must be, and each further one
  /// that fits.
  static func renderRemark(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard !area.isEmpty, !state.isBeforeAll else { return }
    let room = area.inset(columns: 1)
    var spans: [Span] = []
    var columns = 0
    for part in state.panel.remarks(state.viewState(), in: state.context) where !part.spans.isEmpty {
      let gap = spans.isEmpty ? 0 : 3
      guard spans.isEmpty || columns + gap + part.columns <= room.width else { continue }
      if gap > 0 { spans.append(Span(state.glyphs.isASCII ? " | " : " │ ", .border)) }
      spans += part.spans
      columns += gap + part.columns
    }
    buffer.put(Line(spans), in: room, ellipsis: state.glyphs.ellipsis)
  }
}
