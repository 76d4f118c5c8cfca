import Canvas
import Domain

/// One line of feedback over the footer, until the next key.
package struct Feedback: Equatable, Sendable {
  /// The message, in both languages.
  package var text: Name
  /// Whether it reports an action that failed.
  package var isProblem: Bool

  init(_ text: Name, isProblem: Bool = false) {
    self.text = text
    self.isProblem = isProblem
  }
}

extension AppState {
  mutating func say(_ zh: String, _ en: String) { notice = Feedback(Name(zh: zh, en: en)) }

  /// Shows why an action was not performed.
  mutating func sayProblem(_ zh: String, _ en: String) {
    notice = Feedback(Name(zh: zh, en: en), isProblem: true)
  }
}

extension Frame {
  static func renderNotice(_ notice: Feedback, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let style = Style(notice.isProblem ? .behind : .accent, on: .selection, .bold)
    let rows = Line([Span(state.text(notice.text), style)]).wrapped(to: area.width - 2)
    // Text that does not fit on the footer line takes the lines above it.
    let height = min(rows.count, max(1, buffer.height / 3))
    let place = Rect(x: area.x, y: area.bottom - height, width: area.width, height: height)
    buffer.fill(place, style: style)
    for (row, line) in rows.prefix(height).enumerated() {
      buffer.put(line, in: place.inset(columns: 1), row: row, ellipsis: state.glyphs.ellipsis)
    }
  }
}
