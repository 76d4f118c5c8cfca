import Canvas
import Domain
import Figures
import Panels

/// The help page, generated from the key bindings.
enum HelpPage {
  private static let movement = [
    KeyHint("↑ ↓ j k", "移动", "move"), KeyHint("PgUp PgDn Home End g G", "翻页、首尾", "page, first, last"),
    KeyHint("Enter →", "进入", "go in"), KeyHint("Esc ← Backspace", "返回", "come back"),
  ]

  /// The signs come first: they are what a reader of the screen asks about.
  static func lines(_ state: AppState) -> [Line] {
    let (panel, width) = (state.panel, Overlays.area(state).width - 2)
    var lines: [Line] = []
    func section(_ title: String, _ rows: [Line]) {
      if !lines.isEmpty { lines.append(Line("")) }
      lines.append(Line(title, .title))
      lines += HelpColumns.lines(rows, width: width)
    }
    section(state.text("符号", "Signs"), legend(state))
    section(state.text(panel.title), panel.keys.compactMap { state.live($0.hint) }.map { line($0, state) })
    let actions = Action.all.map { KeyHint(state.bindings.label(of: $0.id), $0.name.zh, $0.name.en) }
    section(state.text("各处通用", "Everywhere"), (movement + actions).map { line($0, state) })
    if !state.remarks.isEmpty {
      section(state.text("本终端", "This terminal"), state.remarks.map { Line("  \(state.text($0))") })
    }
    return lines
  }

  /// Returns the signs of the screen with their meanings.
  private static func legend(_ state: AppState) -> [Line] {
    let context = state.context
    func sign(_ text: String, _ role: Role, _ meaning: String) -> Line {
      Line([Span("  \(text) ", role), Span(" \(meaning)", .muted)])
    }
    let statuses = Status.allCases.map { sign(context.statusText($0), $0.role, meaning($0, state)) }
    return [
      sign(state.glyphs.conflict, .conflict, conflictMeaning(state)),
      sign(
        state.glyphs.statuses[.stale] ?? "", .stale,
        state.text("最新数据已超过应更新期限", "the newest figure is older than its cadence allows")),
      sign(
        String(state.glyphs.paceMark), .paceMark,
        state.text(
          "条形从基期到目标：填满处为进度，此标为时间进度，两者之差即滞后",
          "the bar spans base to target; filled: earned, mark: time gone, gap: the lag")),
    ] + statuses + otherSigns(state)
  }

  /// Returns the signs beside figures and names, in charts and before parts.
  private static func otherSigns(_ state: AppState) -> [Line] {
    let (glyphs, chart) = (state.glyphs, HistoryChart.Signs(state.glyphs))
    let signs: [(String, Role, Name)] = [
      ("*", .muted, Name(zh: "推算的基期、推断的阶段", en: "a base that is computed, a stage that is inferred")),
      ("+", .muted, Name(zh: "另有年内（不满一年）的新数", en: "there is a newer figure for part of a year")),
      (
        glyphs.bullet, .muted,
        Name(zh: "不评价；或因算法不同而状态不同", en: "not judged, or the status depends on the method")
      ),
      (
        String(glyphs.targetMark), .paceMark,
        Name(zh: "目标所在（已超过目标的条）", en: "the target in a bar that goes beyond it")
      ),
      (
        glyphs.branch.isEmpty ? "└" : String(glyphs.branch.prefix(1)), .muted,
        Name(zh: "上一项目的组成部分", en: "a part of the project above")
      ),
      (chart.sign(.published), .accent, Name(zh: "图中实际值", en: "in a chart: actual")),
      (
        chart.sign(.computed), .muted,
        Name(zh: "图中推算值；节点图中为预期", en: "in a chart: computed; on a line of steps: expected")
      ),
      (chart.sign(.target), .accent, Name(zh: "图中目标", en: "in a chart: target")),
      (chart.sign(.otherTarget), .accent, Name(zh: "图中其他规划的目标", en: "in a chart: target of another plan")),
    ]
    return signs.map { sign, role, meaning in
      Line([Span("  \(sign) ", role), Span(" \(state.text(meaning))", .muted)])
    }
  }

  private static func conflictMeaning(_ state: AppState) -> String {
    guard let key = state.bindings.hint(Action.citations) else {
      return state.text("各文件说法不一", "documents disagree")
    }
    return state.text("各文件说法不一，按 \(key) 看两边", "documents disagree; \(key) shows what each says")
  }

  private static func line(_ hint: KeyHint, _ state: AppState) -> Line {
    var key = hint.key
    if state.glyphs.isASCII {
      key = key.inASCII
    }
    let padded = TextWidth.padded(key, to: max(HelpColumns.keyWidth, TextWidth.columns(of: key)))
    let list = hint.opensList ? state.text("（列表选择）", " (from a list)") : ""
    return Line([Span("  \(padded) ", .key), Span(state.text(hint.action)), Span(list, .muted)])
  }

  private static func meaning(_ status: Status, _ state: AppState) -> String {
    let limits = state.dataset.vocabulary.thresholds
    let (slightly, behind) = (Decimal.text(limits.slightlyBehind), Decimal.text(limits.behind))
    let basically = Decimal.percent(limits.basicallyReached, digits: 0)
    return switch status {
    case .reached: state.text("实际已达到目标", "the target is reached")
    case .basicallyReached:
      state.text("最终完成率不低于\(basically)", "the final figure attains at least \(basically)")
    case .onPace: state.text("序时进度完成不低于1", "schedule ratio of 1 or more")
    case .slightlyBehind: state.text("序时进度完成\(slightly)至1", "schedule ratio of \(slightly) to 1")
    case .behind: state.text("序时进度完成\(behind)至\(slightly)", "schedule ratio of \(behind) to \(slightly)")
    case .farBehind: state.text("序时进度完成低于\(behind)", "schedule ratio below \(behind)")
    case .improved:
      state.text(
        "较早年份滞后，其后年内累计已不止于此", "behind in an earlier year; the sum of a part of a later one is better")
    case .movedAway: state.text("比基期更远离目标", "further from the target than the base")
    case .notReached: state.text("最终数据未达到目标", "the final figure missed the target")
    case .keptInPart:
      state.text("已通报的最新年度完成，其他年度未公布", "met in the newest reported year, other years not published")
    case .noDataSinceBase: state.text("最新数即基期数或更早", "the newest figure is that of the base year or older")
    case .noBase: state.text("有数据，无基期可比", "a figure, but no base to measure from")
    case .notComparable: state.text("通报数口径不同", "the reported figure has another definition")
    case .noData: state.text("没有可与目标相比的数据", "no figure comparable with the target")
    }
  }
}

/// The citations of the record under the cursor, and its conflicts with both sides. What is in dispute comes first. A
/// cursor moves through the places where something is printed.
enum CitationsPage {
  /// A line of the page, and the place that it quotes.
  struct Entry {
    var line: Line
    var citation: Citation?

    init(_ line: Line, _ citation: Citation? = nil) { (self.line, self.citation) = (line, citation) }
  }

  static func lines(_ state: AppState) -> [Line] {
    let entries = entries(state)
    let chosen = chosen(entries, state)
    return entries.enumerated().map { index, entry in
      guard index == chosen else { return entry.line }
      let cursor = Span(
        state.glyphs.selected.isEmpty ? ">" : state.glyphs.selected, Style(.accent, on: .selection))
      let spans = entry.line.spans.map { span in
        Span(span.text, Style(span.style.foreground, on: .selection, .bold))
      }
      // The first blank of a quotation is the place of the cursor.
      guard let first = spans.first, first.text.hasPrefix(" ") else { return Line([cursor] + spans) }
      return Line([cursor, Span(String(first.text.dropFirst()), first.style)] + spans.dropFirst())
    }
  }

  static func entries(_ state: AppState) -> [Entry] {
    let (statements, context) = (state.statements, state.context)
    guard !statements.isEmpty else {
      return [Entry(Line(state.text("光标处没有数字", "there is no figure under the cursor"), .muted))]
    }
    let ids = Set(statements.compactMap(\.figure))
    let conflicts = state.board.conflicts.filter { !ids.isDisjoint(with: $0.figures) }
    // Two values for one thing decide what a figure is worth.
    let isOpposed: (Conflict) -> Bool = { conflict in
      conflict.opposed(in: context.dataset).contains { ids.contains($0.id) }
    }
    var seen: Set<String> = []
    var result = conflicts.filter(isOpposed).flatMap { entries($0, context, &seen) }
    for statement in statements {
      result.append(
        Entry(
          Line([Span(state.text(statement.label), Style(.strong)), Span("  \(state.text(statement.value))")]))
      )
      result += quotations(statement.citations, indent: 2, context, &seen) + [Entry(Line(""))]
    }
    result += conflicts.filter { !isOpposed($0) }.flatMap { entries($0, context, &seen) }
    return result + explanationLines(state).map { Entry($0) }
  }

  /// Returns a line for each place. The full title of a document is given once; after that its short name.
  private static func quotations(
    _ citations: [Citation], indent: Int, _ context: PanelContext, _ seen: inout Set<String>
  ) -> [Entry] {
    citations.map { citation in
      let isNew = seen.insert(citation.source).inserted
      return Entry(context.citationLine(citation, indent: indent, isWhole: isNew), citation)
    }
  }

  /// Returns the index of the entry under the cursor; nil if nothing is quoted.
  private static func chosen(_ entries: [Entry], _ state: AppState) -> Int? {
    let places = entries.indices.filter { entries[$0].citation != nil }
    guard let last = places.indices.last else { return nil }
    return places[min(state.choice, last)]
  }

  /// Moves the cursor to the next or previous quotation and scrolls as far as it needs. Returns false if the key does
  /// not move it.
  static func move(_ state: inout AppState, on key: Key) -> Bool {
    let step: Int
    switch key {
    case .down, .character("j"): step = 1
    case .up, .character("k"): step = -1
    default: return false
    }
    let entries = entries(state)
    let places = entries.indices.filter { entries[$0].citation != nil }
    guard let last = places.indices.last else { return false }
    let next = min(state.choice, last) + step
    // Beyond the quotations there may be more to read.
    guard places.indices.contains(next) else { return false }
    state.choice = next
    let area = Overlays.area(state).inset(columns: 1)
    let rows = { (count: Int) in
      entries.prefix(count).reduce(0) { $0 + $1.line.wrapped(to: area.width, indent: Overlays.indent).count }
    }
    let (top, bottom) = (rows(places[next]), rows(places[next] + 1))
    let height = area.height - 1
    // The head of the statement stays in sight.
    if top - 1 < state.overlayScroll { state.overlayScroll = max(0, top - 1) }
    if bottom > state.overlayScroll + height { state.overlayScroll = bottom - height }
    if next == 0 { state.overlayScroll = 0 }
    return true
  }

  /// Returns the derivation of the figures of the record under the cursor, and its status.
  private static func explanationLines(_ state: AppState) -> [Line] {
    state.panel.explained(state.viewState(), in: state.context).flatMap { explanationLines($0, state) }
  }

  private static func explanationLines(_ id: String, _ state: AppState) -> [Line] {
    guard let explanation = state.board.explanation(of: id) else { return [] }
    let (language, command) = (state.language, "qjboard explain \(id)")
    var lines = [
      Line([
        Span(state.text("如何得出", "How it was computed"), Style(.title, on: .plain, .bold)),
        Span("  \(command)", .muted),
      ])
    ]
    lines += explanation.conclusions.map { conclusion in
      Line([Span("\(conclusion.name[language])  ", .muted), Span(conclusion.line(language), Style(.strong))])
    }
    lines += explanation.steps.map { step in
      Line([Span("\(step.name[language])  ", .muted), Span(step.line(language))])
    }
    if state.glyphs.isASCII {
      lines = lines.map { line in Line(line.spans.map { Span($0.text.signsInASCII, $0.style) }) }
    }
    return lines + [Line("")]
  }

  /// Opens the document of the quotation under the cursor at its line, so that Esc returns; without a document the page
  /// closes.
  static func openDocument(_ state: inout AppState) {
    let entries = entries(state)
    let citation = chosen(entries, state).flatMap { entries[$0].citation }
    state.overlay = nil
    guard let citation else { return }
    state.openDocument(at: citation)
  }

  private static func entries(
    _ conflict: Conflict, _ context: PanelContext, _ seen: inout Set<String>
  ) -> [Entry] {
    var result = [
      Entry(
        Line([
          Span("\(context.glyphs.conflict) ", .conflict),
          Span(context.text(conflict.title), Style(.conflict, on: .plain, .bold)),
        ]))
    ]
    for statement in conflict.statements {
      switch statement {
      case .figure(let id):
        guard let figure = context.dataset.figures[id] else { continue }
        let said = context.statement(figure)
        result.append(
          Entry(
            Line([
              Span("  \(context.text(said.label))  ", .plain),
              Span(context.text(said.value), Style(.strong)),
            ])))
        result += quotations(figure.citations, indent: 4, context, &seen)
      case .claim(let claim, let citations):
        result.append(Entry(Line([Span("  \(context.text(claim))", Style(.strong))])))
        result += quotations(citations, indent: 4, context, &seen)
      }
    }
    func note(_ zh: String, _ en: String, _ text: Name) {
      result.append(
        Entry(Line([Span(context.text("  \(zh)  ", "  \(en)  "), .muted), Span(context.text(text))])))
    }
    if let computed = conflict.computed { note("验算", "check", computed) }
    let verdict = context.board.verdict(on: conflict)
    if !verdict.ruleID.isEmpty { note("采用规则", "rule used", verdict.rule) }
    if let shown = verdict.words { note("显示", "shown", shown) }
    return result + [Entry(Line(""))]
  }
}

extension String {
  /// The formula with ASCII signs, for terminals without the others: `≤` is `<=`, `τ` is `t`.
  fileprivate var signsInASCII: String {
    let signs: [Character: String] = ["≤": "<=", "≥": ">=", "τ": "t", "≈": "~", "−": "-", "¥": "CNY "]
    return reduce(into: "") { $0 += signs[$1] ?? String($1) }
  }
}
