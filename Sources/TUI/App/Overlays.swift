import Canvas
import Domain
import Figures
import Output
import Panels

/// A line of a choice list, and the action of Enter on it.
struct Choice: Sendable {
  var title: Line
  var perform: @Sendable (inout AppState) -> Effect?
}

/// The overlays of a view: pages to read, and lists that are filtered by typing.
enum Overlays {
  static func title(_ state: AppState) -> String {
    switch state.overlay {
    case .help: state.text("帮助", "Help")
    case .citations: state.text("出处", "Where it is printed")
    case .changes(let day): state.text("自 \(day) 以来的变化", "Changes since \(day)")
    case .search: state.text("搜索", "Search")
    case .palette: state.text("命令", "Actions")
    case .export:
      state.directory.isEmpty
        ? state.text("导出到当前目录", "Export to the current directory")
        : state.text("导出到 \(state.directory)", "Export to \(state.directory)")
    case .saved: state.text("保存的视图", "Saved views")
    case .filter: FilterPage.title(state)
    case nil: ""
    }
  }

  static func remark(_ state: AppState) -> String {
    let text = keys(state)
    return state.glyphs.isASCII ? text.inASCII : text
  }

  private static func keys(_ state: AppState) -> String {
    switch state.overlay {
    case .changes:
      state.steppingKeys.map { state.text("\($0) 换日期  Esc 返回", "\($0) other day  Esc back") }
        ?? state.text("Esc 返回", "Esc back")
    case .citations: state.text("↑↓ 选择  Enter 看文件  Esc 返回", "↑↓ choose  Enter document  Esc back")
    case .export: state.text("↑↓ 选择  Enter 写文件  Esc 返回", "Up/Down choose  Enter write  Esc back")
    case .saved: state.text("↑↓ 选择  Enter 打开或保存  Esc 返回", "Up/Down choose  Enter open or save  Esc back")
    case .filter(let name): FilterPage.keys(name, state)
    case .search: searchKeys(state)
    case .palette: state.text("↑↓ 选择  Enter 前往  Esc 返回", "Up/Down choose  Enter go  Esc back")
    default: state.text("Esc 返回", "Esc back")
    }
  }

  private static func searchKeys(_ state: AppState) -> String {
    let export = state.bindings.keys(of: Action.export).first { !$0.isText }.map(\.name)
    let words = export.map { state.text("  \($0) 导出", "  \($0) export") } ?? ""
    return state.text(
      "↑↓ 选择  ←→ 种类  Enter 前往\(words)  Esc 返回", "↑↓ choose  ←→ kind  Enter go\(words)  Esc back")
  }

  /// Returns the area for the text: on a small screen everything between header and footer, on a large one a framed
  /// window.
  static func area(_ state: AppState) -> Rect {
    let body = Rect(x: 0, y: 1, width: state.width, height: state.height - 2)
    if state.overlay?.filter != nil { return FilterPage.area(state, body) }
    guard isWindow(state) else { return body }
    return Rect(x: (state.width - 110) / 2, y: 3, width: 110, height: state.height - 6)
  }

  private static func isWindow(_ state: AppState) -> Bool { state.width >= 130 && state.height >= 30 }

  static func render(_ state: AppState, into buffer: inout Buffer) {
    let area = area(state)
    buffer.coverMarks()
    for line in [area.splitTop(1).top, buffer.area.splitBottom(1).bottom] {
      buffer.mark(line, as: .key(Key.escape.name))
    }
    if state.overlay?.filter != nil {
      FilterPage.renderFrame(around: area, state, &buffer)
    } else if isWindow(state) {
      let frame = area.inset(columns: -3, rows: -1)
      buffer.fill(frame, style: Style())
      for x in frame.x..<frame.right {
        for y in [frame.y, frame.bottom - 1] {
          buffer.put(String(state.glyphs.horizontal), x: x, y: y, style: Style(.border))
        }
      }
    }
    buffer.fill(area, style: Style())
    let (head, rest) = area.splitTop(1)
    // The keys of the list of a filter are in the footer.
    SectionTitle(title(state), remark: state.overlay?.filter == nil ? remark(state) : "", isActive: true)
      .render(in: head, into: &buffer, glyphs: state.glyphs)
    if state.overlay?.isTyped == true {
      let (line, list) = rest.splitTop(1)
      buffer.put(
        "> \(typed(state, width: line.width))", x: line.x + 1, y: line.y, style: Style(.strong), clip: line)
      if state.overlay == .palette, state.query.isEmpty {
        let hint = state.text("名称，或日期：2021、2021-12-31", "a name, or a date: 2021, 2021-12-31")
        buffer.put(hint, x: line.x + 5, y: line.y, style: Style(.muted), clip: line)
      }
      let (kinds, choices) = list.splitTop(hasKinds(state) ? 1 : 0)
      SearchPage.renderKinds(state, kinds, &buffer)
      renderChoices(state, choices, &buffer)
    } else if state.overlay?.isChosenFrom == true {
      renderChoices(state, rest, &buffer)
    } else {
      block(state).render(in: rest.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
    }
  }

  /// Returns the position of the cursor in an overlay with text input.
  static func cursor(_ state: AppState) -> Position? {
    guard state.overlay?.isTyped == true else { return nil }
    let area = area(state)
    let columns = TextWidth.columns(of: typed(state, width: area.width))
    return Position(x: min(area.x + 3 + columns, area.right - 1), y: area.y + 1)
  }

  /// Returns the end of the typed text that fits.
  private static func typed(_ state: AppState, width: Int) -> String {
    var text = state.query
    while TextWidth.columns(of: text) > width - 6, !text.isEmpty { text.removeFirst() }
    return text
  }

  /// Whether the search shows the number of hits of each kind, above their list.
  private static func hasKinds(_ state: AppState) -> Bool {
    state.overlay == .search && area(state).height > 8 && SearchPage.hits(state)?.counts.isEmpty == false
  }

  /// The name of the choice list among the lists of the view below.
  static let list = "choices"

  private static func renderChoices(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let choices = choices(state)
    guard !choices.isEmpty else {
      let hint =
        state.query.isEmpty
        ? state.text("可输入中文、英文、全拼或首字母，如 sl、cq", "Chinese, English, pinyin or initials: sl, cq")
        : nothingFound(state)
      buffer.put(hint, x: area.x + 3, y: area.y, style: Style(.muted), clip: area)
      return
    }
    let first = buffer.lists.window(
      list, count: choices.count, selection: min(state.choice, choices.count - 1), height: area.height,
      isPaged: false
    ).first
    for (row, choice) in choices.dropFirst(first).prefix(area.height).enumerated() {
      let line = area.splitTop(row).rest.splitTop(1).top
      buffer.put(choice.title, in: line.inset(columns: 2), ellipsis: state.glyphs.ellipsis)
      buffer.mark(line, as: .choice(first + row))
      if first + row == state.choice {
        buffer.restyle(line) { if $0.background == .plain { $0.background = .selection } }
        buffer.put(
          state.glyphs.selected, x: line.x, y: line.y, style: Style(.accent, on: .selection), clip: line)
      }
    }
  }

  private static func nothingFound(_ state: AppState) -> String {
    let day = state.isPast ? state.text("（截至\(state.board.asOf)）", " as of \(state.board.asOf)") : ""
    return state.overlay == .search
      ? state.text("没有找到\(day)；可少输几个字，或用全拼、首字母", "nothing found\(day); try fewer words, pinyin or initials")
      : state.text("没有找到", "nothing found")
  }

  static func choices(_ state: AppState) -> [Choice] {
    switch state.overlay {
    case .palette: PalettePage.choices(state)
    case .search: (state.searchKind == nil ? StageChoice.choices(state) : []) + SearchPage.choices(state)
    case .export: ExportPage.choices(state)
    case .saved: SavedViewsPage.choices(state)
    case .filter(let name): FilterPage.choices(name, state)
    default: []
    }
  }

  /// Blanks before the continuation of a line.
  static let indent = 4

  private static func block(_ state: AppState) -> TextBlock {
    let lines: [Line] =
      switch state.overlay {
      case .help: HelpPage.lines(state)
      case .citations: CitationsPage.lines(state)
      case .changes: ChangesPage.lines(state)
      default: []
      }
    return TextBlock(lines, scroll: state.overlayScroll, indent: indent)
  }

  /// Returns the rows that PgUp and PgDn move by: all visible rows but one.
  static func page(_ state: AppState) -> Int {
    max(1, area(state).height - (state.overlay?.isTyped == true ? 3 : 2) - (hasKinds(state) ? 1 : 0))
  }

  /// Returns the largest useful scroll position, in rows.
  static func maximumScroll(_ state: AppState) -> Int {
    guard let overlay = state.overlay, !overlay.isTyped else { return 0 }
    let area = area(state)
    return block(state).maximumScroll(in: Rect(width: area.width - 2, height: area.height - 1))
  }
}

/// The actions by name: the global ones, then those of the view.
enum PalettePage {
  static func choices(_ state: AppState) -> [Choice] {
    let query = state.query.lowercased()
    let filter = NameFilter(query)
    func matches(_ name: Name) -> Bool {
      let words = name.en.lowercased().split(separator: " ")
      return query.isEmpty || name.en.lowercased().hasPrefix(query) || words.contains { $0.hasPrefix(query) }
        || filter.matches([Name(zh: name.zh, en: "")])
    }
    func isClose(_ name: Name) -> Bool {
      name.zh.lowercased().hasPrefix(query) || name.en.lowercased().hasPrefix(query)
    }
    let own = state.panel.keys.compactMap { binding -> Choice? in
      let hint = binding.hint
      guard hint.boundTo == nil, matches(hint.action), let key = hint.keys.first else { return nil }
      let shown = state.live(hint)?.key ?? ""
      let keys = hint.isSequence ? hint.keys : [key]
      return Choice(title: line(shown, hint.action, state)) { state in
        let isDone =
          binding.perform == nil
          ? keys.allSatisfy { state.send($0) } : state.perform(binding)
        if !isDone { state.sayProblem("此处不可用", "not available here") }
        return nil
      }
    }
    let actions = Action.all.filter { matches($0.name) }
    let common = (actions.filter { isClose($0.name) } + actions.filter { !isClose($0.name) }).map { action in
      Choice(title: line(state.bindings.label(of: action.id), action.name, state), perform: action.perform)
    }
    return DayChoice.choices(state) + own + StageChoice.choices(state) + common
  }

  private static func line(_ key: String, _ name: Name, _ state: AppState) -> Line {
    let key = state.glyphs.isASCII ? key.inASCII : key
    return Line([
      Span(TextWidth.padded(key, to: 14, mark: state.glyphs.ellipsis), .key), Span(state.text(name)),
    ])
  }
}
