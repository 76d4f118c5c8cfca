import Model

extension AppState {
  /// The part of the screen that a view is drawn in.
  var bodyArea: Rect {
    isFull ? Rect(width: width, height: height) : Rect(x: 0, y: 1, width: width, height: height - 2)
  }
}

extension Frame {
  /// The view's part under the cursor on the whole screen. What would mislead if it were not seen stays: that an
  /// earlier day is shown, that the screen stands still.
  static func renderFull(_ state: AppState, _ buffer: inout Buffer) {
    PanelRegistry.panel(state.view).renderFocus(state, in: state.bodyArea, into: &buffer)
    let banner = [frozenText(state), state.isPast ? pastText(state) : nil].compactMap { $0 }.joined()
    if !banner.isEmpty {
      let x = state.width - TextWidth.columns(of: banner)
      buffer.put(banner, x: x, y: 0, style: Style(.banner, on: .banner, .bold))
    }
    let (_, foot) = buffer.area.splitBottom(1)
    if let notice = state.notice {
      renderNotice(notice, state, foot, &buffer)
    } else if let refusal = state.refusal {
      renderRefusal(refusal, state, foot, &buffer)
    }
    if state.viewState().input != nil { renderFoot(state, foot, &buffer) }
  }

  static func frozenText(_ state: AppState) -> String? {
    state.freeze == nil ? nil : state.text(" 冻结 ", " FROZEN ")
  }

  private static func pastText(_ state: AppState) -> String {
    state.text(" 回看 \(state.board.asOf) ", " AS OF \(state.board.asOf) ")
  }
}
