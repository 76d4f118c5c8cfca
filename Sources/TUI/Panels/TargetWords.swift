import Model

/// Everything about a target in words, a line each: `label  value  remark`.
struct TargetWords {
  private let row: TargetProgress
  private let state: AppState
  private(set) var lines: [Line] = []

  /// Columns of the labels.
  static let labelWidth = 14

  init(_ row: TargetProgress, _ state: AppState) {
    self.row = row
    self.state = state
    addStanding()
    addFigures()
    addMeasures()
    addOutlook()
    addAlternatives()
    addConflicts()
    lines.append("")
    addStatements()
  }

  private mutating func add(
    _ zh: String, _ en: String, _ value: String, _ role: Role = .plain, remark: String = ""
  ) {
    let label = TextWidth.padded(state.text(zh, en), to: Self.labelWidth)
    lines.append(
      Line([
        Span(label, .muted), Span(value, Style(role)), Span(remark.isEmpty ? "" : "  \(remark)", .muted),
      ]))
  }

  // MARK: Where it stands

  private mutating func addStanding() {
    let glyph = row.isSecondary ? "" : state.glyph(row.status) + " "
    let value = "\(glyph)\(state.word(of: row))  \(state.gap(of: row))"
    let obstacle = row.obstacle.map { state.text($0.name) }
    let day = row.observation.map {
      state.text("按\(state.time(of: $0))的数", "by the figure of \(state.time(of: $0))")
    }
    add("状态", "Status", value, state.role(of: row), remark: obstacle ?? day ?? "")
    if let due = state.dueText(of: row) { add("到期", "Due", due, .stale, remark: dueRemark) }
    if row.isYearly {
      add("口径", "Kind", state.text("年度承诺", "promised for every year"), remark: yearlyRemark)
    }
  }

  /// How old the newest figure is, of a target that is due.
  private var dueRemark: String {
    guard let observation = row.observation else { return state.text("从未有数", "there never was one") }
    let age = state.span(from: observation.period.end, to: state.board.through)
    return state.text(
      "最新数为\(state.time(of: observation))，距今\(age)；是否完成不得而知",
      "the newest is of \(state.time(of: observation)), \(age) old; whether it was reached is unknown")
  }

  private var yearlyRemark: String {
    state.text("与最新通报年度相比，不计入已达到的目标", "held against the newest year, not counted among targets reached")
  }

  private mutating func addFigures() {
    add("目标", "Target", state.label(row.target), .strong, remark: describe(row.target))
    if let observation = row.observation {
      add("实际", "Actual", state.label(observation), .strong, remark: describe(observation))
    } else {
      add("实际", "Actual", "-", remark: row.obstacle.map { state.text($0.name) } ?? "")
    }
    if let partial = row.partial {
      let note = state.text("不与全年目标相除", "not divided by a year's target")
      add(
        "年内累计", "Year to date", state.label(partial), .strong,
        remark: "\(partial.period.label(state.language)) \(note)")
    }
    addBaseline()
  }

  private mutating func addBaseline() {
    guard let base = row.baseline else {
      add("基期", "Baseline", "-", remark: state.text(Obstacle.noBaseline.name))
      return
    }
    let computed = state.text(
      "（按公布增速 \(base.figure.valueText)% 推算）",
      " (computed from the published growth of \(base.figure.valueText)%)")
    add(
      "基期", "Baseline",
      state.dataset.label(Decimal.text(base.value), unit: row.target.unit, state.language),
      remark: "\(base.day)" + (base.isComputed ? computed : ""))
  }

  // MARK: How far it is

  private mutating func addMeasures() {
    if row.indicator.better == .lower {
      add("完成率", "Attainment", state.attainment(of: row), remark: lowerRemark)
    } else if let value = row.attainment {
      add("完成率", "Attainment", Decimal.percent(value), remark: state.text("实际 / 目标", "actual / target"))
    }
    if let value = row.progress {
      add(
        "进度", "Progress", Decimal.percent(value),
        remark: state.text("(实际 - 基期) / (目标 - 基期)", "(actual - baseline) / (target - baseline)"))
    }
    if let value = row.pace {
      let day = row.observation?.period.end.description ?? ""
      add(
        "序时进度", "Pace", Decimal.percent(value),
        remark: state.text("到 \(day) 已过时间的份额", "share of the time that had passed by \(day)"))
    }
  }

  /// What attainment means where less is wanted.
  private var lowerRemark: String {
    let share = row.attainment.map { Decimal.percent($0, digits: 0) } ?? "-"
    return state.text("越低越好：实际为目标的\(share)，看进度", "lower is better: \(share) of the target; see progress")
  }

  private mutating func addOutlook() {
    if let value = row.requiredGrowth, let need = state.need(of: row) {
      add(
        row.isDue ? "曾年均需增长" : "年均需增长", row.isDue ? "Was needed" : "Needed growth",
        Decimal.percent(value), remark: need)
    }
    if let value = row.observedGrowth {
      add("已有年均", "Growth so far", Decimal.percent(value), remark: observedRemark)
    }
    if row.status != .reached, let value = row.observedGrowth, row.gap != nil {
      let year = row.projectedYear.map(String.init) ?? state.text("百年内不能达到", "not within a century")
      add("按此速度", "At that rate", year, remark: projectionRemark(value))
    }
    if row.isStale {
      add("时效", "Age", state.text("超过应更新期限", "older than its cadence allows"), .stale)
    }
  }

  private var observedRemark: String {
    guard let baseline = row.baseline, let observation = row.observation else { return "" }
    let (from, to) = (baseline.day.description, state.time(of: observation))
    return state.text("自基期 \(from) 至\(to)", "from the baseline of \(from) to \(to)")
  }

  private func projectionRemark(_ growth: Double) -> String {
    let rate = Decimal.percent(growth)
    return state.text(
      "达到目标的年份：本指标按基期以来年均\(rate)复利外推；情景推演按各集群增速逐年加总，年份可不同",
      "target reached: this figure alone at \(rate) a year, compound; the scenario adds up the clusters' own "
        + "growth and may give another year")
  }

  // MARK: What else is said

  private mutating func addAlternatives() {
    for other in row.alternatives {
      add("另有目标", "Other target", state.label(other), .accent, remark: describe(other))
    }
    if let decision = row.decision {
      add(
        "采用规则", "Rule used", state.text(decision.name(in: state.dataset)),
        remark: row.isSecondary ? state.text("显示另一目标", "another target is shown") : "")
    }
    addAdoption()
  }

  /// Whether the draft that sets the target is reported as adopted.
  private mutating func addAdoption() {
    guard row.plan.isDraft else { return }
    guard let adopted = row.plan.adopted else {
      add(
        "规划状态", "Plan", state.text("征求意见稿", "draft for comments"),
        remark: state.text("没有文件报道其印发", "no document reports its adoption"))
      return
    }
    let source = adopted.citations.first.flatMap { state.dataset.sources[$0.source]?.short }
    add(
      "规划状态", "Plan", state.text("据报道已印发", "reported as adopted"),
      remark: [adopted.date.pastLabel(state.language), source.map { state.text($0) } ?? ""]
        .joined(separator: state.text("，", ", ")))
  }

  private mutating func addConflicts() {
    var seen: Set<String> = []
    for figure in [row.observation, row.target].compactMap({ $0 }) {
      for conflict in state.board.conflicts(about: figure) where seen.insert(conflict.id).inserted {
        add(
          "矛盾", "Conflict", "\(state.glyphs.conflict) \(state.text(conflict.title))", .conflict,
          remark: conflict.computed.map { state.text($0) } ?? "")
      }
    }
  }

  private mutating func addStatements() {
    for statement in TargetsPanel.statements(of: row, state) {
      lines.append(
        Line([Span(state.text(statement.label), .strong), Span("  \(state.text(statement.value))", .muted)]))
      lines += state.citationLines(statement.citations).map { Line([Span("  ")] + $0.spans) }
    }
  }

  private func describe(_ figure: Figure) -> String {
    let plan = figure.plan.flatMap { state.dataset.plans[$0] }.map { state.text($0.short) + " " } ?? ""
    let note = figure.note.map { " (\(state.text($0)))" } ?? ""
    return
      "\(plan)\(figure.period.label(state.language)) \(state.text(state.dataset.scopeName(figure.scope)))\(note)"
  }
}
