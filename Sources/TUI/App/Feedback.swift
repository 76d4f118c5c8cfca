import Model

/// One line of feedback over the footer, until the next key.
public struct Feedback: Equatable, Sendable {
  public var text: Name
  /// Whether it tells of something that could not be done.
  public var isProblem: Bool

  public init(_ text: Name, isProblem: Bool = false) {
    self.text = text
    self.isProblem = isProblem
  }
}

extension AppState {
  mutating func say(_ zh: String, _ en: String) { notice = Feedback(Name(zh: zh, en: en)) }

  /// Says why something was not done.
  mutating func sayProblem(_ zh: String, _ en: String) {
    notice = Feedback(Name(zh: zh, en: en), isProblem: true)
  }
}

extension Frame {
  static func renderNotice(_ notice: Feedback, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let style = Style(notice.isProblem ? .behind : .accent, on: .selection, .bold)
    buffer.fill(area, style: style)
    let text = TextWidth.fitted(
      state.text(notice.text), to: area.width - 2, ellipsis: true, mark: state.glyphs.ellipsis)
    buffer.put(text, x: area.x + 1, y: area.y, style: style, clip: area)
  }
}
