import Canvas

extension AppState {
  /// The part of the screen for the view.
  var bodyArea: Rect {
    guard isFull else { return FrameLayout(self).body }
    return Rect(width: width, height: height).splitTop(Frame.fullBanner(self).isEmpty ? 0 : 1).rest
  }

  /// Whether the current day is before all documents.
  var isBeforeAll: Bool { steps.first.map { board.asOf < $0 } ?? false }
}

extension Frame {
  /// Draws the view's section under the cursor on the whole screen. A separate line still shows that an earlier day is
  /// displayed or that the screen is frozen, because the content would otherwise mislead.
  static func renderFull(_ state: AppState, _ buffer: inout Buffer) {
    if state.isBeforeAll {
      renderNothingKnown(state, state.bodyArea, &buffer)
    } else {
      state.panel.renderFocus(state.viewState(), in: state.context, area: state.bodyArea, into: &buffer)
    }
    let banner = fullBanner(state)
    if !banner.isEmpty {
      buffer.fill(buffer.area.splitTop(1).top, style: Style(.banner, on: .banner))
      buffer.put(banner, x: 0, y: 0, style: Style(.banner, on: .banner, .bold))
    }
    let (_, foot) = buffer.area.splitBottom(1)
    if let notice = state.notice {
      renderNotice(notice, state, foot, &buffer)
    } else if let refusal = state.refusal {
      renderRefusal(refusal, state, foot, &buffer)
    }
    if state.viewState().input != nil { renderFoot(state, foot, &buffer) }
  }

  static func fullBanner(_ state: AppState) -> String {
    [frozenText(state), state.isPast || state.isBeforeAll ? pastText(state) : nil].compactMap { $0 }.joined()
  }

  static func frozenText(_ state: AppState) -> String? {
    state.freeze == nil ? nil : state.text(" 冻结 ", " FROZEN ")
  }

  private static func pastText(_ state: AppState) -> String {
    state.text(" 历史时点 \(state.board.asOf) ", " AS OF \(state.board.asOf) ")
  }
}
