import Canvas
import Domain
import Figures
import Output

/// A target in words: its facts, each a `label  value  remark`, and what documents state about it.
struct TargetWords {
  private let row: TargetProgress
  private let context: PanelContext
  private var facts: [Section.Field] = []
  private let targets = RecordCatalogue.targets

  init(_ row: TargetProgress, _ context: PanelContext) {
    self.row = row
    self.context = context
    addStanding()
    addPartial()
    addTargets()
    addFigures()
    addMeasures()
    addConflicts()
    addOutlook()
    addAdoption()
    addResponsibility()
  }

  /// The columns of the labels.
  static let labelWidth = 16

  var sections: [Section] {
    let months = context.board.months(of: row).map {
      MonthWords(series: $0, context: context, labelWidth: Self.labelWidth).section()
    }
    return [
      Section([.fields(facts, labelWidth: Self.labelWidth)]), months,
      Section([.text(context.lines(of: TargetsPanel.statements(of: row, context)))]),
    ].compactMap(\.self)
  }

  private mutating func add(
    _ zh: String, _ en: String, _ value: String, _ role: Role = .plain, remark: String = ""
  ) {
    facts.append(context.field(zh, en, value, role, remark: remark))
  }

  private mutating func add(
    _ column: RecordCatalogue<TargetProgress>.Column, _ value: String, _ role: Role = .plain,
    remark: String = ""
  ) {
    facts.append(context.field(column, value, role, remark: remark))
  }

  // MARK: Status

  private mutating func addStanding() {
    let glyph = row.isSecondary ? "" : context.glyph(row) + " "
    let (word, lag) = (context.word(of: row), context.lag(of: row))
    let value = glyph + word + (lag.isEmpty || lag == word ? "" : "  \(lag)")
    let obstacle = row.obstacle.map { context.text($0.name) }.flatMap { $0 == word ? nil : $0 }
    let day = row.observation.map {
      context.text("按\(context.time(of: $0))的数", "by the figure of \(context.time(of: $0))")
    }
    let pace = row.paceText(context.language).flatMap { pace in
      day.map { context.text("\($0)，\(pace)", "\($0), \(pace)") }
    }
    add(targets["status"], value, context.role(of: row), remark: obstacle ?? pace ?? day ?? "")
    if let due = context.dueText(of: row) { add("到期", "Due", due, .stale, remark: dueRemark) }
    if row.isYearly {
      add(targets["kind"], context.text("年度目标任务", "a commitment of every year"), remark: yearlyRemark)
    }
  }

  /// The age of the newest figure of a target that is due.
  private var dueRemark: String {
    guard let observation = row.observation else { return context.text("未公布实际值", "no figure published") }
    let age = context.span(from: observation.period.end, to: context.board.through)
    return context.text(
      "最新数为\(context.time(of: observation))，距今\(age)；是否完成未知",
      "the newest figure is of \(context.time(of: observation)), \(age) old; the result is not known")
  }

  private var yearlyRemark: String {
    let assumption = context.board.pipeline.commitments.first { $0.target.id == row.target.id }?.assumption
    return context.text("与最新通报年度相比，不计入已完成的目标", "compared with the newest year; not counted among targets")
      + (assumption.map { context.text("；\($0.zh)", "; \($0.en)") } ?? "")
  }

  /// Adds the target with the others and what is in dispute, because that decides what the status means.
  private mutating func addTargets() {
    add(targets["target"], context.label(row.target), .strong, remark: describe(row.target))
    addAlternatives()
  }

  private mutating func addFigures() {
    if let observation = row.observation {
      add(
        targets["actual"],
        row.actualText(in: context.dataset, context.language).map {
          context.typed($0) + context.mark(observation)
        }
          ?? "-",
        .strong, remark: describe(observation))
    } else {
      add(targets["actual"], "-", remark: row.obstacle.map { context.text($0.name) } ?? "")
    }
    addBaseline()
  }

  /// Adds the newest figure for part of a year, beside the level that the path asks for in the whole of it.
  private mutating func addPartial() {
    guard let partial = row.partial else { return }
    let percent = row.partialShare.map { Decimal.percent($0, digits: 0) }
    let note =
      percent.map {
        context.text("为全年应达的\($0)，不评价", "\($0) of the level expected for the whole year; not judged")
      } ?? context.text("不与全年目标相比", "not compared with a year's target")
    add(
      "年内累计", "Year to date", context.label(partial), .strong,
      remark: "\(partial.period.label(context.language))  \(note)")
  }

  private mutating func addBaseline() {
    guard row.base != nil else {
      if !row.isYearly, row.target.kind != .growth, !row.target.isInWords, row.observation != nil {
        add(targets["base"], "-", remark: context.text(Obstacle.noBase.name))
      }
      return
    }
    add(targets["base"], baseLabel, remark: row.baseText(context.language) ?? "")
  }

  /// The printed value if it is not computed.
  private var baseLabel: String {
    guard let base = row.base, base.method != .start else { return "-" }
    if !base.isComputed, let figure = base.figures.first, figure.unit == row.target.unit {
      return context.typed(context.dataset.label(figure, context.language))
    }
    return context.label(base.value, unit: row.target.unit, of: row.indicator.id)
  }

  // MARK: Progress

  private mutating func addMeasures() {
    addPath()
    if let text = row.shortfallText(context.language) { add(targets["shortfall"], text, Role.plain) }
    if let text = row.remark(context.language) { add("说明", "Remark", text) }
    if let text = row.attainmentText(context.language) {
      add(targets["attainment"], text, remark: context.text("实际 / 目标", "actual / target"))
    }
    if let floor = row.floor {
      let text = Decimal.fixed(floor.scheduleRatio, digits: 2)
      add(
        "至少", "At least", context.text("\(floor.year)年序时进度完成≥\(text)", "a ratio of \(text) in \(floor.year)"),
        remark: context.text("全年不会低于已公布的年内累计数", "the year cannot be below the sum published for a part of it")
      )
    }
    if let light = row.yearLight, !row.isYearToDate { addYear(light) }
  }

  private mutating func addPath() {
    guard let measure = row.measure else { return }
    let path = context.text(measure.path.name)
    if let expected = measure.expected {
      add(
        targets["expected"],
        context.label(expected, unit: row.target.unit, of: row.indicator.id),
        .strong, remark: context.text("\(path)路径", "\(path) path"))
    }
    if let ratio = measure.scheduleRatio, let earned = measure.earned {
      add(
        targets["schedule-ratio"], Decimal.fixed(ratio, digits: 2), context.role(of: row),
        remark: context.text(
          "进度 \(Decimal.percent(earned)) ÷ 时间进度 \(Decimal.percent(measure.elapsed))",
          "earned \(Decimal.percent(earned)) / time gone \(Decimal.percent(measure.elapsed))"))
    }
    addOtherMethods(measure)
  }

  private mutating func addOtherMethods(_ measure: TargetMeasure) {
    guard let linear = measure.linearProgress, measure.elapsed > 0 else { return }
    let ratio = Decimal.fixed(linear / measure.elapsed, digits: 2)
    let growth = measure.growthRatio.map { Decimal.fixed($0, digits: 2) } ?? "-"
    add(
      "其他方法", "Other methods",
      context.text("线性进度/时间进度 \(ratio)，R \(growth)", "linear progress / time gone \(ratio), R \(growth)"),
      remark: measure.isMethodSensitive
        ? context.text("状态因方法而异", "the status depends on the method")
        : context.text("状态相同", "the same status"))
  }

  private mutating func addYear(_ light: YearLight) {
    let ratio = Decimal.fixed(light.ratio, digits: 2)
    add(
      "本年", "This year", "\(context.glyph(light.status)) \(context.text(light.status.name))",
      light.status.role,
      remark: context.text(
        "\(light.actual.period.label(.zh))\(context.label(light.actual))，年度任务\(context.label(light.target))，序时进度完成\(ratio)",
        "\(context.label(light.actual)) in \(light.actual.period.label(.en)) of \(context.label(light.target)), schedule ratio \(ratio)"
      ))
  }

  private mutating func addOutlook() {
    if let rate = context.rate(of: row), let need = context.need(of: row) {
      add(targets["required-growth"], rate, remark: need)
    }
    if let observed = observedRate { add("基期以来年均", "So far a year", observed, remark: observedRemark) }
    if row.status != .reached, let projection = row.projection {
      add("按此速度", "At that rate", context.text(projection.text), remark: projectionRemark(projection))
    }
    if row.isStale {
      add("时效", "Age", context.text("数据未更新", "stale: older than its cadence allows"), .stale)
    }
  }

  private var observedRate: String? {
    row.measure?.observedGrowth.map { Decimal.percent($0) }
      ?? row.measure?.observedChange.map {
        context.typed(
          context.dataset.changeLabel($0, unit: row.target.unit, of: row.indicator.id, context.language))
      }
  }

  private var observedRemark: String {
    guard let base = row.base, let observation = row.observation else { return "" }
    let (from, to) = (base.period.label(context.language), context.time(of: observation))
    return context.text("\(from)至\(to)", "from \(from) to \(to)")
  }

  private func projectionRemark(_ projection: Projection) -> String {
    guard projection.year != nil, let rate = observedRate else { return "" }
    return context.text(
      "达到目标的年份：按基期以来年均\(rate)外推", "the target is reached, at \(rate) a year since the base")
  }

  // MARK: Other statements

  private mutating func addAlternatives() {
    for other in row.alternatives {
      let isSame = other.hasSameNumber(as: row.target) && other.period == row.target.period
      let label = isSame ? context.text("同数另载", "Same number") : context.title(targets["superseded"])
      facts.append(
        Section.Field(
          label, context.label(other), isSame ? .plain : .accent, remark: describe(other)))
    }
    if let reason = context.board.reason(for: row) {
      add(
        targets["rule-used"], context.text(reason),
        remark: row.isSecondary ? context.text("显示另一目标", "another target is shown") : "")
    }
  }

  /// Adds the responsible units named by documents, as in the report.
  private mutating func addResponsibility() {
    let responsibility = context.board.responsibility(for: row)
    let units = responsibility.units.map { context.text($0.name) }
    let tasks = responsibility.tasks.map { task in
      let plan = task.planName.map { context.text($0) } ?? ""
      return "\(plan) \(task.task.number)"
    }
    let list = context.text("、", ", ")
    add(
      "责任单位", "Responsible",
      units.isEmpty ? context.text(Responsibility.unnamed) : units.joined(separator: list),
      units.isEmpty ? .muted : .plain,
      remark: units.isEmpty ? "" : context.text("任务 ", "task ") + tasks.joined(separator: list))
    for other in responsibility.others {
      let names = other.task.task.lead.compactMap { context.dataset.organisations[$0] }.map {
        context.text($0.name)
      }
      .joined(separator: list)
      facts[facts.count - 1].rows.append([
        Span("\(context.label(other.row.target))  \(context.lag(of: other.row))", .accent),
        Span(context.text("  \(names)的任务所列", "  in a task of \(names)"), .muted),
      ])
    }
  }

  /// Adds whether the draft that sets the target is reported as adopted.
  private mutating func addAdoption() {
    guard row.plan.isDraft else { return }
    let adoption = row.plan.adopted.map { adopted in
      let source = adopted.citations.first.flatMap { context.dataset.sources[$0.source]?.short }
      return [adopted.date.pastLabel(context.language), source.map { context.text($0) } ?? ""]
        .joined(separator: context.text("，", ", "))
    }
    let isAdopted = adoption != nil && !row.isDraft
    let known =
      adoption.map {
        row.isDraft
          ? context.text(
            "据报道规划已制定出台（\($0)），未复述此数",
            "the plan is reported as adopted (\($0)), without repeating this number")
          : $0
      } ?? context.text("没有文件报道其印发", "no document reports its adoption")
    add(
      "规划状态", "Plan",
      isAdopted ? context.text("据报道已印发", "reported as adopted") : context.text("征求意见稿", "draft for comments"),
      remark: known)
  }

  private mutating func addConflicts() {
    var seen: Set<String> = []
    for figure in [row.observation, row.target].compactMap({ $0 }) {
      for conflict in context.board.conflicts(about: figure) where seen.insert(conflict.id).inserted {
        add(
          "矛盾", "Conflict", "\(context.glyphs.conflict) \(context.text(conflict.title))", .conflict,
          remark: conflict.computed.map { context.text($0) } ?? "")
      }
    }
  }

  private func describe(_ figure: Figure) -> String {
    let plan = context.board.planName(of: figure).map { context.text($0) + " " } ?? ""
    let note = figure.note.map { " (\(context.text($0)))" } ?? ""
    return
      "\(plan)\(figure.periodLabel(context.language)) \(context.text(context.dataset.scopeName(figure.scope)))\(note)"
  }
}
