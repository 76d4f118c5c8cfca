import Canvas
import Domain
import Figures
import Output

/// A scenario in which a cluster grows at an assumed rate: levels, total, gap and the year in which the target is
/// reached. Every line that could be mistaken for published data is marked. Leaving the page discards the scenario.
enum ScenarioPage {
  static let keys = [
    KeyHint("↑↓", "集群", "cluster"), KeyHint("←→", "增速±1", "growth ±1"), KeyHint("PgUp PgDn", "±10", "±10"),
    KeyHint("x", "复原", "as published"), KeyHint("Esc", "结束推演", "leave"),
  ]

  /// Changes the growth of a cluster, in percent: the arrows go to the next whole percent, PgUp and PgDn to the next
  /// multiple of ten. Growth stays within -99...999. Returns false if the key is not handled.
  static func update(_ view: inout ViewState, on key: Key, cluster summary: ClusterSummary?) -> Bool {
    guard let summary else { return false }
    let id = summary.cluster.id
    func change(by points: Double) {
      let now = view.scenario?[id] ?? summary.publishedGrowth?.value ?? 0
      // Published growth has decimals. A step ends on a round number.
      let step = abs(points)
      let steps = points > 0 ? (now / step).rounded(.down) + 1 : (now / step).rounded(.up) - 1
      view.scenario?[id] = min(max(steps * step, -99), 999)
    }
    switch key {
    case .right, .character("+"), .character("="), .character("l"): change(by: 1)
    case .left, .character("-"), .character("h"): change(by: -1)
    case .pageUp: change(by: 10)
    case .pageDown: change(by: -10)
    case .delete, .backspace, .character("x"), .character("0"): view.scenario?[id] = nil
    case .escape: view.scenario = nil
    case .enter: break
    default: return false
    }
    return true
  }

  static func render(
    _ assumed: [String: Double], selected id: String, _ context: PanelContext, in area: Rect,
    into buffer: inout Buffer
  ) {
    let (banner, rest) = area.splitTop(1)
    buffer.fill(banner, style: Style(.banner, on: .banner))
    let warning = context.text(
      " 情景推演：假设增速，不是数据，不保存 ", " SCENARIO: assumed growth, not data, never saved ")
    buffer.put(warning, x: banner.x, y: banner.y, style: Style(.banner, on: .banner, .bold), clip: banner)
    guard let scenario = Scenario(context.board, growth: assumed) else {
      buffer.put(
        context.text("各集群没有同一年的产值，无法推演", "the clusters have no output of one year to start from"),
        x: rest.x + 1,
        y: rest.y, style: Style(.muted), clip: rest)
      return
    }
    let (list, below) = rest.splitTop(min(rest.height, scenario.rows.count + 1))
    table(scenario, selected: id, context).render(in: list, into: &buffer, glyphs: context.glyphs)
    TextBlock(summary(scenario, context), indent: 10)
      .render(in: below.splitTop(1).rest.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
  }

  private static func table(_ scenario: Scenario, selected id: String, _ context: PanelContext) -> Table {
    let columns = [
      context.column(
        RecordCatalogue.targets["cluster"], width: context.language == .zh ? 10 : 16, flex: 1, priority: 9),
      Table.Column("\(scenario.baseYear)", width: 7, alignment: .right, priority: 6),
      Table.Column(context.text("假设年增速", "Growth/yr"), width: 10, alignment: .right, priority: 9),
      Table.Column(
        "\(scenario.targetYear)\(context.text("推演", "?"))", width: 9, alignment: .right, priority: 8),
      Table.Column("", width: 8, flex: 2, priority: 3),
      context.column(RecordCatalogue.targets["target"], width: 6, priority: 7),
      Table.Column(context.text("差额", "Gap"), width: 8, alignment: .right, priority: 7),
    ]
    let unit = context.board.headline(context.dataset.info.total)?.target.unit ?? ""
    func number(_ value: Double, digits: Int = 2) -> String {
      context.dataset.number(value, unit: unit, context.language, digits: digits)
    }
    let rows = scenario.rows.map { row -> Table.Row in
      let isReached = row.target.map { row.level >= $0 }
      let role: Role = isReached == true ? .reached : isReached == false ? .behind : .muted
      return Table.Row(
        [
          .text(context.text(row.cluster.name)), .text(number(row.output)),
          .text(
            "\(Decimal.fixed(row.growth, digits: 1))%",
            Style(row.isAssumed ? .accent : .plain, on: .plain, row.isAssumed ? .bold : [])),
          .text(number(row.level, digits: 1), .strong),
          .bar(ProgressBar(value: row.target.map { row.level / $0 } ?? 0, role: role)),
          .text(row.target.map { number($0) } ?? "-"),
          .text(
            row.target.map { (row.level > $0 ? "+" : "") + number(row.level - $0, digits: 1) } ?? "-",
            Style(role)),
        ], record: row.cluster.id)
    }
    return Table(
      columns: columns, rows: rows, selection: scenario.rows.firstIndex { $0.cluster.id == id })
  }

  /// Returns a warning if the year of the targets is over: the scenario then is about the past.
  private static func past(_ scenario: Scenario, _ context: PanelContext) -> [Line] {
    guard Day.last(ofYear: scenario.targetYear) < context.board.asOf else { return [] }
    let (from, to) = (scenario.baseYear, scenario.targetYear)
    let text = context.text(
      "\(to)年已过去：以下是由\(from)年数据推出的假设，不是实际结果",
      "\(to) is over: this is what the figures of \(from) would have led to, not what happened")
    return [Line(text, .stale), ""]
  }

  private static func summary(_ scenario: Scenario, _ context: PanelContext) -> [Line] {
    let unit = context.board.headline(context.dataset.info.total)?.target.unit ?? ""
    func amount(_ value: Double) -> String {
      context.label(value, unit: unit, digits: 1)
    }
    func line(_ zh: String, _ en: String, _ value: String, _ role: Role = .strong) -> Line {
      Line([Span(TextWidth.padded(context.text(zh, en), to: 10), .muted), Span(value, role)])
    }
    var lines =
      past(scenario, context) + [line("合计", "Total", "\(amount(scenario.total)) (\(scenario.targetYear))")]
    if let target = scenario.target {
      let gap = scenario.total - target
      lines.append(line("目标", "Target", amount(target)))
      lines.append(
        line("差额", "Gap", "\(gap > 0 ? "+" : "")\(amount(gap))", gap >= 0 ? .reached : .behind))
    }
    lines.append(
      line(
        "达到年份", "Reached",
        scenario.yearReached.map(String.init) ?? context.text("百年内不能达到", "not within a century")))
    lines.append("")
    lines.append(
      Line(
        context.text(
          "方法：各集群分别按所列增速复利，逐年加总到合计；未改动者按公布增速。目标页按合计自身年均增速外推，年份可不同。",
          "Method: every cluster compounds at its own rate and the sum is taken year by year; unchanged ones grow as "
            + "published. The target's page extrapolates the total itself and may give another year."),
        .muted))
    lines.append(
      Line(
        context.text(
          "←→ 到下一整数百分点，PgUp/PgDn 到下一整十，x 复原，Esc 离开",
          "Left/Right to the next whole percent, PgUp/PgDn to the next ten, x resets, Esc leaves"),
        .muted))
    return lines
  }
}
