import Canvas
import Domain
import Figures
import Panels
import Store

/// The saved views: the first lines open one, the others save the current view.
enum SavedViewsPage {
  static func choices(_ state: AppState) -> [Choice] {
    let views = state.kept.views
    let opening = views.enumerated().map { index, saved in
      let words = saved.map { Span(text($0, state)) } ?? Span(state.text("（空）", "(empty)"), .muted)
      return Choice(title: line(index + 1, state.text("打开", "open"), words)) { state in
        if let saved { open(saved, &state) } else { state.sayProblem("此处尚未保存", "nothing is saved here") }
        return nil
      }
    }
    let current = text(state.savedView, state)
    let saving = views.indices.map { index in
      let place = Span(state.text("到 \(index + 1)：\(current)", "as \(index + 1): \(current)"), .muted)
      return Choice(title: line(views.count + index + 1, state.text("保存", "save"), place)) { state in
        save(&state, at: index)
      }
    }
    return opening + saving
  }

  private static func line(_ digit: Int, _ action: String, _ words: Span) -> Line {
    Line([Span("\(digit) ", .key), Span("\(action)  ", Style(.strong)), words])
  }

  private static func save(_ state: inout AppState, at index: Int) -> Effect? {
    state.kept.views[index] = state.savedView
    guard state.mayKeep else {
      state.say("已保存为 \(index + 1)，退出后不再保留", "saved as \(index + 1) until you quit")
      return nil
    }
    state.say("已保存为 \(index + 1)", "saved as \(index + 1)")
    return .keep(state.kept)
  }

  private static func open(_ saved: SavedView, _ state: inout AppState) {
    state.go(to: PanelRegistry.panel(saved.view).id)
    state.updateView { view in
      (view.filters, view.filtersBefore) = (saved.filters, nil)
      (view.mode, view.order) = (saved.mode, saved.order)
      (view.selection, view.isOpen, view.input) = (nil, false, nil)
    }
    let day = saved.asOf.map { min($0, state.today) } ?? state.today
    if day != state.board.asOf { DayChoice.go(to: day, &state) }
  }

  /// Returns view, filters and day: `项目 · 签约 · 新材料 · 2021-12-31`.
  private static func text(_ saved: SavedView, _ state: AppState) -> String {
    let panel = PanelRegistry.panel(saved.view)
    var view = ViewState()
    view.filters = saved.filters
    let labels = view.filters(of: panel).map { panel.label(ofFilter: $0, view, in: state.context) }
    let parts = [state.text(panel.title)] + labels + (saved.asOf.map { [$0.description] } ?? [])
    return parts.joined(separator: state.glyphs.isASCII ? ", " : " · ")
  }
}

extension AppState {
  /// The current view as it would be saved.
  var savedView: SavedView {
    let state = viewState()
    return SavedView(
      view: view, filters: state.filters, mode: state.mode, order: state.order,
      asOf: isPast ? board.asOf : nil)
  }
}
