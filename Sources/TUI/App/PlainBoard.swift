import Canvas
import Domain
import Output
import Panels

/// The board as lines of text, for screen readers and braille displays: one command in, one page out, no drawing.
package struct PlainBoard {
  /// The result of a typed command.
  package enum Answer: Equatable {
    case text(String)
    /// A file to write; ``PlainBoard/message(of:)`` returns the message about the result.
    case write(name: String, bytes: [UInt8])
    case quit
  }

  private var state: AppState
  private var hits: [SearchIndex.Hit] = []

  /// Creates the board of lines for a state.
  package init(_ state: AppState) {
    self.state = state
  }

  /// The text before a typed command.
  package var prompt: String { state.text("命令> ", "command> ") }

  /// The current view as text.
  package var text: String { text(numbersRows: false) }

  /// The current view with the numbers that open entries.
  package var page: String { text(numbersRows: !state.viewState().isOpen) }

  private func text(numbersRows: Bool) -> String {
    cleaned(PlainWriter.text(state.page, numbersRows: numbersRows))
  }

  /// Returns the answer to a line typed at the prompt.
  package mutating func answer(_ line: String) -> Answer {
    let words = String(line.map(\.halfWidth)).split(separator: " ", maxSplits: 1).map(String.init)
    guard let command = words.first?.lowercased() else { return .text("") }
    let rest = words.count > 1 ? words[1].singlySpaced : ""
    switch command {
    case "quit", "q", "exit", "退出": return .quit
    case "help", "?", "帮助": return .text(help)
    case "lang", "语言":
      state.language = state.language.other
      return .text(page)
    case "back", "返回": return goBack()
    case "search", "/", "搜索": return search(rest)
    case "open", "打开": return open(rest)
    case "asof", "回看": return lookBack(rest)
    case "sources", "s", "出处": return sources(rest)
    case "changes", "d", "变化": return changes(rest)
    case "filter", "筛选": return filter(rest)
    case "export", "导出": return export(rest)
    default: return choose(command)
    }
  }

  // MARK: Commands

  private mutating func choose(_ word: String) -> Answer {
    let panels = PanelRegistry.all
    if PartialDate(calendar: word) != nil || DayChoice.isToday(word) { return lookBack(word) }
    if let number = Int(word) {
      // After a search, the numbers refer to its hits.
      if hits.indices.contains(number - 1) { return open(word) }
      if (1...panels.count).contains(number) { return show(panels[number - 1].id) }
      return open(word)
    }
    if let first = word.first, first.isNumber, word.contains("-") { return .text(badDate) }
    guard let panel = panels.first(where: { [$0.id, $0.title.zh, $0.title.en.lowercased()].contains(word) })
    else {
      return .text(
        cleaned(
          state.text("没有命令“\(word)”，输入“帮助”看全部命令\n", "unknown command \"\(word)\"; help lists all commands\n"))
      )
    }
    return show(panel.id)
  }

  private mutating func show(_ view: String) -> Answer {
    state.go(to: view)
    state.updateView { $0.isOpen = false }
    hits = []
    return .text(page)
  }

  private mutating func goBack() -> Answer {
    if state.viewState().isOpen { state.updateView { $0.isOpen = false } } else { _ = state.goBack() }
    return .text(page)
  }

  private mutating func search(_ text: String) -> Answer {
    let index = state.searchIndex ?? SearchIndex(state.board)
    state.searchIndex = index
    hits = index.hits(for: text, limit: 60)
    guard !hits.isEmpty else { return .text(state.text("没有找到\n", "nothing found\n")) }
    let lines = hits.enumerated().map { place, hit in
      "\(place + 1). \(state.text(hit.kind.name)): \(state.text(hit.title)); \(state.text(hit.context))\n"
    }
    return .text(lines.map(cleaned).joined())
  }

  /// Opens a hit or an entry by its number or name.
  private mutating func open(_ text: String) -> Answer {
    if let number = Int(text) {
      if number > 0, number <= hits.count {
        open(hits[number - 1])
      } else if !select(number) {
        return missing(text)
      } else {
        enter()
      }
    } else {
      guard let hit = hit(for: text) else { return missing(text) }
      open(hit)
    }
    hits = []
    return .text(page)
  }

  /// Goes to a hit and opens it: in a list, a mere selection would not be visible.
  private mutating func open(_ hit: SearchIndex.Hit) {
    SearchPage.open(hit, &state)
    if !state.viewState().isOpen { enter() }
  }

  /// Opens the entry under the cursor. Citations have a separate command.
  private mutating func enter() {
    _ = state.send(.enter)
    state.overlay = nil
  }

  private func missing(_ text: String) -> Answer {
    .text(cleaned(state.text("没有“\(text)”\n", "not found: \"\(text)\"\n")))
  }

  /// Moves the cursor to a row of the page.
  ///
  /// - Parameter number: the number of the row, from 1.
  /// - Returns: whether the row exists and can be opened.
  private mutating func select(_ number: Int) -> Bool {
    state.updateView { $0.isOpen = false }
    let entries = state.panel.selections(state.viewState(), in: state.context)
    guard entries.indices.contains(number - 1), let id = entries[number - 1] else { return false }
    state.prepare()
    state.updateView { $0.select(id) }
    return true
  }

  private mutating func lookBack(_ text: String) -> Answer {
    let day = DayChoice.isToday(text) ? state.today : PartialDate(calendar: text)?.latest
    guard let day else { return .text(badDate) }
    DayChoice.go(to: day, &state)
    return .text(page)
  }

  private mutating func sources(_ text: String) -> Answer {
    if let number = Int(text) {
      if state.viewState().isOpen { return footnote(number) }
      if !select(number) { return missing(text) }
    } else if !text.isEmpty {
      guard let hit = hit(for: text) else { return missing(text) }
      open(hit)
    }
    let lines = CitationsPage.lines(state.forPlainText).map { cleaned($0.text.singlySpaced + "\n") }
    return .text(lines.joined())
  }

  /// Returns a footnote of the open page.
  private func footnote(_ number: Int) -> Answer {
    let notes = state.page.notes
    guard notes.indices.contains(number - 1) else { return missing(String(number)) }
    return .text(cleaned("[\(number)] \(notes[number - 1])\n"))
  }

  private mutating func hit(for text: String) -> SearchIndex.Hit? {
    let index = state.searchIndex ?? SearchIndex(state.board)
    state.searchIndex = index
    return index.hits(for: text, limit: 1).first
  }

  /// Returns the changes since a day; by default since the previous day on which something became known.
  private mutating func changes(_ text: String) -> Answer {
    var since = state.dayBefore(state.board.asOf)
    if !text.isEmpty {
      guard let date = PartialDate(calendar: text) else {
        return .text(badDate)
      }
      since = min(date.latest, state.board.asOf)
    }
    guard let since else { return .text(state.text("已是最早的资料发布日\n", "this is the first publication date\n")) }
    var forPlainText = state.forPlainText
    _ = forPlainText.show(.changes(since: since))
    let title = Overlays.title(forPlainText) + "\n"
    let lines = ChangesPage.lines(forPlainText).map { cleaned($0.text.singlySpaced + "\n") }
    return .text(title + lines.joined())
  }

  /// Filters the list by name; an empty text clears the filter.
  private mutating func filter(_ text: String) -> Answer {
    guard state.panel.keys.contains(where: { $0.hint.id == "\(state.view).filter-text" })
    else {
      return .text(state.text("本视图没有文字筛选\n", "this view has no text filter\n"))
    }
    state.updateView { view in
      view.isOpen = false
      // Filters set by other views are cleared too.
      if text.isEmpty { view.filters = [:] }
      view.filterText = text
    }
    return .text(page)
  }

  private mutating func export(_ format: String) -> Answer {
    guard state.mayWrite else {
      return .text(state.text("本会话不允许写文件\n", "this session cannot write files\n"))
    }
    let formats = ["md", "csv"]
    guard let index = formats.firstIndex(of: format.lowercased()) else {
      return .text(state.text("写作 export md 或 export csv\n", "write export md or export csv\n"))
    }
    _ = state.show(.export)
    defer { state.overlay = nil }
    guard case .write(let name, let bytes)? = Overlays.choices(state)[index].perform(&state) else {
      return .text("")
    }
    return .write(name: name, bytes: bytes)
  }

  /// Returns a line with the result of writing a file.
  package mutating func message(of event: Event?) -> String {
    if let event { _ = update(&state, event) }
    defer { state.notice = nil }
    return state.notice.map { cleaned(state.text($0.text)) + "\n" } ?? ""
  }

  private var badDate: String {
    state.text("日期写作 2021-12-31、2021-12 或 2021\n", "write a date as 2021-12-31, 2021-12 or 2021\n")
  }

  private var help: String {
    let views = PanelRegistry.all.enumerated().map { "\($0.offset + 1) \(state.text($0.element.title))" }
      .joined(separator: state.text("、", ", "))
    return state.text(
      """
      视图: \(views)，输入编号或名称
      打开 名称或编号（open）: 打开一项
      返回（back）: 回到前一页
      搜索 文字（search）: 可用中文、英文、拼音或首字母
      历史时点 日期（asof）: 只看截至该日的资料，只写日期也可
      出处 编号或名称（sources）: 数字的出处；打开一项后，编号为其脚注
      变化 日期（changes）: 自该日以来的变化，不写日期为自前一资料发布日
      筛选 文字（filter）: 按名称筛选，不写文字为全部
      导出 md 或 csv（export）: 当前目录的新文件
      语言（lang）: 中文或英文
      帮助（help）: 本说明
      退出（quit）: 结束

      """,
      """
      views: \(views); type the number or the name
      open NAME or NUMBER: opens an entry
      back: goes back
      search TEXT: in Chinese, English, pinyin or initials
      asof DATE: what was known then; the date alone does the same
      sources NUMBER or NAME: where the figures are printed; on an opened page the number of its footnote
      changes DATE: what changed since then; without a date since the day before
      filter TEXT: only names with it; without a text all of them
      export md or csv: a new file in the current directory
      lang: Chinese or English
      help: this text
      quit: ends

      """)
  }

  /// Returns the text cleaned line by line, for a terminal.
  private func cleaned(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TextWidth.cleaned(String($0)) }
      .joined(separator: "\n")
  }
}
