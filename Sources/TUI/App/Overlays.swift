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
    case .export: state.text("导出到当前目录", "Export to the current directory")
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
    case .citations: state.text("Enter 看文件  Esc 返回", "Enter document  Esc back")
    case .export: state.text("↑↓ 选择  Enter 写文件  Esc 返回", "Up/Down choose  Enter write  Esc back")
    case .search, .palette: state.text("↑↓ 选择  Enter 前往  Esc 返回", "Up/Down choose  Enter go  Esc back")
    default: state.text("Esc 返回", "Esc back")
    }
  }

  /// Returns the area for the text: on a small screen everything between header and footer, on a large one a framed
  /// window.
  static func area(_ state: AppState) -> Rect {
    let body = Rect(x: 0, y: 1, width: state.width, height: state.height - 2)
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
    if isWindow(state) {
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
    SectionTitle(title(state), remark: remark(state), isActive: true)
      .render(in: head, into: &buffer, glyphs: state.glyphs)
    if state.overlay?.isTyped == true {
      let (line, list) = rest.splitTop(1)
      buffer.put(
        "> \(typed(state, width: line.width))", x: line.x + 1, y: line.y, style: Style(.strong), clip: line)
      renderChoices(state, list, &buffer)
    } else if state.overlay == .export {
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

  /// The name of the choice list among the lists of the view below.
  static let list = "choices"

  private static func renderChoices(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let choices = choices(state)
    guard !choices.isEmpty else {
      let hint =
        state.query.isEmpty
        ? state.text("可输入中文、英文、全拼或首字母，如 sl、cq", "Chinese, English, pinyin or initials: sl, cq")
        : state.text("没有找到", "nothing found")
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

  static func choices(_ state: AppState) -> [Choice] {
    switch state.overlay {
    case .palette: PalettePage.choices(state)
    case .search: SearchPage.choices(state)
    case .export: ExportPage.choices(state)
    default: []
    }
  }

  private static func block(_ state: AppState) -> TextBlock {
    let lines: [Line] =
      switch state.overlay {
      case .help: HelpPage.lines(state)
      case .citations: CitationsPage.lines(state)
      case .changes: ChangesPage.lines(state)
      default: []
      }
    return TextBlock(lines, scroll: state.overlayScroll, indent: 4)
  }

  /// Returns the rows that PgUp and PgDn move by: all visible rows but one.
  static func page(_ state: AppState) -> Int {
    max(1, area(state).height - (state.overlay?.isTyped == true ? 3 : 2))
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
    return DayChoice.choices(state) + own + common
  }

  private static func line(_ key: String, _ name: Name, _ state: AppState) -> Line {
    let key = state.glyphs.isASCII ? key.inASCII : key
    return Line([
      Span(TextWidth.padded(key, to: 14, mark: state.glyphs.ellipsis), .key), Span(state.text(name)),
    ])
  }
}

/// The changes between an earlier day and the current day.
enum ChangesPage {
  static func lines(_ state: AppState) -> [Line] {
    let context = state.context
    guard let diff = state.changes, !diff.isEmpty else {
      return [Line(context.text("没有变化", "nothing changed"), .muted)]
    }
    var lines: [Line] = []
    func section(_ zh: String, _ en: String, _ rows: [Line]) {
      guard !rows.isEmpty else { return }
      lines.append(Line("\(context.text(zh, en)) \(rows.count)", .title))
      lines += rows.map { Line([Span("  ")] + $0.spans) }
      lines.append(Line(""))
    }
    section(
      "新文件", "New documents",
      diff.sources.map { source in
        Line([Span("\(source.date.text)  ", .muted), Span(context.text(source.title))])
      })
    section(
      "目标变动", "Targets that changed",
      diff.targets.map { change in
        Line([
          Span("\(name(change.after, context))  "), Span(context.label(change.before), .muted),
          Span(" \(context.glyphs.arrow) "), Span(context.label(change.after), Style(.strong)),
          Span("  \(plan(change.after, context))", .muted),
        ])
      })
    section(
      "项目进展", "Projects that moved",
      diff.moved.map { move in
        Line([
          Span("\(context.text(move.project.name))  "), Span(move.from.map(context.rungName) ?? "-", .muted),
          Span(" \(context.glyphs.arrow) "),
          Span(move.to.map(context.rungName) ?? "-", Style(move.to?.role ?? .muted, on: .plain, .bold)),
        ])
      })
    section(
      "其他项目变化", "Other project changes",
      diff.changed.map { change in
        Line([
          Span("\(context.text(change.project.name))  "),
          Span("\(context.text(change.property.name)) ", .muted),
          Span(change.before.map { context.text($0) } ?? "-", .muted), Span(" \(context.glyphs.arrow) "),
          Span(change.after.map { context.text($0) } ?? "-", Style(.strong)),
        ])
      })
    section(
      "新项目", "New projects",
      diff.appeared.map { status in
        Line([
          Span(
            TextWidth.padded(status.rung.map(context.rungName) ?? "-", to: context.stageColumns + 1),
            status.rung?.role ?? .muted),
          Span(context.text(status.project.name)),
        ])
      })
    section("不再列出的项目", "Projects no longer listed", diff.delisted.map { Line(context.text($0.project.name)) })
    section("新数字", "New figures", diff.added.map { figure($0, context) })
    section(
      "新文件更新的数字", "Superseded by a newer document", diff.superseded.map { correction($0, context) })
    section("更正", "Corrected figures", diff.corrected.map { correction($0, context) })
    section("不再计入的数字", "Figures that no longer count", diff.removed.map { figure($0, context) })
    section("新矛盾", "New conflicts", diff.conflicts.map { Line(context.text($0.title)) })
    section("已消除的矛盾", "Conflicts that were settled", diff.settled.map { Line(context.text($0.title)) })
    return lines
  }

  private static func name(_ figure: Figure, _ context: PanelContext) -> String {
    let indicator =
      context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
    return figure.subject == .district
      ? indicator : "\(context.text(context.dataset.name(of: figure.subject))) \(indicator)"
  }

  private static func correction(_ change: BoardDiff.Correction, _ context: PanelContext) -> Line {
    Line([
      Span("\(name(change.after, context))  "), Span(context.label(change.before), .muted),
      Span(" \(context.glyphs.arrow) "), Span(context.label(change.after), Style(.strong)),
    ])
  }

  private static func plan(_ figure: Figure, _ context: PanelContext) -> String {
    context.board.planName(of: figure).map { context.text($0) } ?? ""
  }

  private static func figure(_ figure: Figure, _ context: PanelContext) -> Line {
    Line([
      Span("\(name(figure, context))  "), Span(context.label(figure), Style(.strong)),
      Span(
        "  \(plan(figure, context)) \(figure.period.label(context.language)) \(context.text(figure.kind.name))",
        .muted),
    ])
  }
}
