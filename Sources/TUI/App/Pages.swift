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
    ] + statuses
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
    return Line([Span("  \(padded) ", .key), Span(state.text(hint.action))])
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

/// The citations of the record under the cursor, and its conflicts with both sides.
enum CitationsPage {
  static func lines(_ state: AppState) -> [Line] {
    let (statements, context) = (state.statements, state.context)
    guard !statements.isEmpty else {
      return [Line(state.text("光标处没有数字", "there is no figure under the cursor"), .muted)]
    }
    var lines: [Line] = []
    for statement in statements {
      lines.append(
        Line([Span(state.text(statement.label), Style(.strong)), Span("  \(state.text(statement.value))")]))
      lines += context.citationLines(statement.citations, indent: 2)
      lines.append(Line(""))
    }
    let ids = Set(statements.compactMap(\.figure))
    for conflict in state.board.conflicts where !ids.isDisjoint(with: conflict.figures) {
      lines += conflictLines(conflict, context)
    }
    return lines + explanationLines(state)
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

  /// Opens the document that prints the record under the cursor, so that Esc returns; without a document the page
  /// closes.
  static func openDocument(_ state: inout AppState) {
    let statements = state.statements
    state.overlay = nil
    guard let citation = statements.lazy.compactMap(\.citations.first).first else { return }
    state.go(to: ViewID.sources, at: .opened(citation.source))
    state.updateView { view in
      view.mode = 0
      view.filters = [:]
    }
  }

  private static func conflictLines(_ conflict: Conflict, _ context: PanelContext) -> [Line] {
    var lines = [
      Line([
        Span("\(context.glyphs.conflict) ", .conflict),
        Span(context.text(conflict.title), Style(.conflict, on: .plain, .bold)),
      ])
    ]
    for statement in conflict.statements {
      switch statement {
      case .figure(let id):
        guard let figure = context.dataset.figures[id] else { continue }
        let said = context.statement(figure)
        lines.append(
          Line([
            Span("  \(context.text(said.label))  ", .plain), Span(context.text(said.value), Style(.strong)),
          ]))
        lines += context.citationLines(figure.citations, indent: 4)
      case .claim(let claim, let citations):
        lines.append(Line([Span("  \(context.text(claim))", Style(.strong))]))
        lines += context.citationLines(citations, indent: 4)
      }
    }
    if let computed = conflict.computed {
      lines.append(Line([Span(context.text("  验算  ", "  check  "), .muted), Span(context.text(computed))]))
    }
    let verdict = context.board.verdict(on: conflict)
    if !verdict.ruleID.isEmpty {
      lines.append(
        Line([Span(context.text("  采用规则  ", "  rule used  "), .muted), Span(context.text(verdict.rule))]))
    }
    if let shown = verdict.words {
      lines.append(Line([Span(context.text("  显示  ", "  shown  "), .muted), Span(context.text(shown))]))
    }
    lines.append(Line(""))
    return lines
  }
}

extension String {
  /// The formula with ASCII signs, for terminals without the others: `≤` is `<=`, `τ` is `t`.
  fileprivate var signsInASCII: String {
    let signs: [Character: String] = ["≤": "<=", "≥": ">=", "τ": "t", "≈": "~", "−": "-"]
    return reduce(into: "") { $0 += signs[$1] ?? String($1) }
  }
}
