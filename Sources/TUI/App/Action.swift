import Canvas
import Domain
import Figures
import Output
import Panels

/// An action that is available everywhere, by its keys or by its name in the palette. Help is generated from this
/// table.
struct Action: Sendable {
  /// The id in the configuration; it never changes once published.
  var id: String
  var name: Name
  /// The default keys, without a configuration; the first one is shown.
  var keys: [Key]
  var perform: @Sendable (inout AppState) -> Effect?

  init(
    _ id: String, _ keys: [Key], _ zh: String, _ en: String,
    perform: @escaping @Sendable (inout AppState) -> Effect?
  ) {
    name = Name(zh: zh, en: en)
    self.id = id
    self.keys = keys
    self.perform = perform
  }
}

extension Action {
  /// All actions, in the order of the help page.
  static let all: [Action] =
    views + [
      Action("next-view", [.tab], "下一视图", "next view") { cycle(&$0, by: 1) },
      Action("previous-view", [.backTab], "上一视图", "previous view") { cycle(&$0, by: -1) },
      Action(back, [.character("<")], "后退一步", "one step back") {
        $0.stepBack()
        return nil
      },
      Action("forward", [.character(">")], "前进一步", "one step forward") {
        $0.stepForward()
        return nil
      },
      Action(
        "citations", [.character("s"), .function(2)], "光标处数字的出处",
        "sources of the figure under the cursor"
      ) {
        $0.show(.citations)
      },
      Action("search", [.character("/"), .function(5)], "搜索", "search everything") { state in
        if state.searchIndex == nil { state.searchIndex = SearchIndex(state.board) }
        return state.show(.search)
      },
      Action(palette, [.character(":"), .function(6)], "命令", "actions by name") { $0.show(.palette) },
      Action(
        "earlier", [.character("[")], "前一资料发布日", "previous publication date"
      ) {
        step(&$0, by: -1)
      },
      Action("later", [.character("]")], "后一资料发布日", "next publication date") { step(&$0, by: 1) },
      Action(
        "changes", [.character("d"), .function(7)], "自前一资料发布日以来的变化",
        "changes since the previous publication date"
      ) {
        openChanges(&$0)
      },
      Action("language", [.character("L"), .function(3)], "中文 / English", "Chinese / English") {
        $0.language = $0.language.other
        $0.kept.language = $0.language
        return $0.mayKeep ? .keep($0.kept) : nil
      },
      Action(theme, [.character("T"), .function(4)], "配色", "theme") {
        let names = $0.themes.map(\.name)
        let index = names.firstIndex(of: $0.theme.name) ?? -1
        if !names.isEmpty { $0.theme = $0.themes[(index + 1) % names.count] }
        $0.keepTheme()
        $0.kept.theme = $0.theme.name
        $0.say("配色：\(themeName($0.theme.name))", "theme: \($0.theme.name)")
        return $0.mayKeep ? .keep($0.kept) : nil
      },
    ] + anywhere + [
      Action("help", [.character("?"), .function(1)], "帮助", "help") { $0.show(.help) },
      Action("quit", [.character("q"), .function(10)], "退出", "quit") { _ in .quit },
    ]

  /// Returns the Chinese name of a theme; its own name for one that the user added.
  private static func themeName(_ name: String) -> String {
    let names = [
      "dark": "深色", "light": "浅色", "high-contrast": "高对比度", "colour-blind": "色觉友好", "monochrome": "单色",
    ]
    return names[name] ?? name
  }

  /// One action per panel, by its digit.
  private static let views: [Action] = PanelRegistry.all.enumerated().map { index, panel in
    let digit = Character(String(index + 1))
    return Action(panel.id, [.character(digit)], panel.title.zh, panel.title.en.lowercased()) {
      $0.go(to: panel.id, isVisit: false)
      return nil
    }
  }

  /// Ids that other code refers to.
  static let quit = "quit"
  static let back = "back"
  static let help = "help"
  static let search = "search"
  static let palette = "palette"
  static let citations = ActionID.citations
  static let changes = "changes"
  static let language = "language"
  static let theme = "theme"
  static let earlier = "earlier"
  static let later = "later"
  static let export = "export"
  static let savedViews = "saved-views"

  private static func cycle(_ state: inout AppState, by step: Int) -> Effect? {
    let ids = PanelRegistry.all.map(\.id)
    let now = ids.firstIndex(of: state.view) ?? 0
    state.go(to: ids[(now + step + ids.count) % ids.count], isVisit: false)
    return nil
  }

  /// Goes to the previous or next day on which something became known; after the last one to today.
  private static func step(_ state: inout AppState, by direction: Int) -> Effect? {
    let now = state.board.asOf
    if direction < 0 {
      guard let day = state.dayBefore(now) else {
        state.sayNothingEarlier()
        return nil
      }
      state.board = Board(state.board.complete, asOf: day)
    } else {
      let day = state.steps.first { $0 > now && $0 <= state.today }
      guard day != nil || now < state.today else {
        state.say("已是最新", "this is the latest day")
        return nil
      }
      // After the last such day comes today.
      let isLast = day == state.steps.last { $0 <= state.today }
      state.board = Board(state.board.complete, asOf: isLast ? state.today : day ?? state.today)
    }
    return nil
  }

  private static func openChanges(_ state: inout AppState) -> Effect? {
    guard let day = state.dayBefore(state.board.asOf) else {
      state.sayNothingEarlier()
      return nil
    }
    return state.show(.changes(since: day))
  }
}

extension AppState {
  /// Returns the previous day on which something became known, before the latest such day up to `day`; nil if there is
  /// none.
  func dayBefore(_ day: Day) -> Day? {
    steps.filter { $0 <= day }.dropLast().last
  }

  mutating func sayNothingEarlier() { say("已是最早的资料发布日", "this is the first publication date") }

  /// Opens an overlay at its start.
  mutating func show(_ overlay: Overlay) -> Effect? {
    self.overlay = overlay
    searchKind = nil
    filterValues = nil
    overlayScroll = 0
    query = ""
    choice = 0
    lists.forget(Overlays.list)
    return nil
  }
}
