import Canvas
import Domain
import Figures

// The rows of the dispatch view.

extension DispatchList {
  func isShown(_ row: ProblemStanding) -> Bool { unit == nil || row.problem.unit == unit }
  func isShown(_ row: DecisionStanding) -> Bool { unit.map(row.decision.units.contains) ?? true }

  func names(of units: [String]) -> String {
    units.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id }
      .joined(separator: text("、", ", "))
  }

  func changed(_ history: LightHistory) -> Row {
    let item = Item.light(history)
    let change =
      "\(context.text(history.before?.name ?? Name(both: "")))\(context.glyphs.arrow)\(context.text(history.light?.name ?? Name(both: "")))"
    return Row(
      id: item.id, item: item,
      cells: [
        mark(history.light), .text(context.text(item.name(context.dataset))), .text(""),
        .text(change + differs(history), Style(context.role(history.light))),
        .text(board.period.label(context.language), .muted),
      ], citations: history.last.actual?.citations ?? [])
  }

  /// Returns `≠ 评定黄灯` where a person gives another light.
  private func differs(_ history: LightHistory) -> String {
    guard history.isDisputed, let light = history.judgement?.light else { return "" }
    return " " + context.glyphs.conflict + text("评定\(light.name.zh)", "judged \(light.name.en)")
  }

  func problem(_ row: ProblemStanding) -> Row {
    matter(
      .problem(row), row.supervision, units: row.problem.unit.map { [$0] } ?? [], isNew: row.isNew,
      row.problem.citations)
  }

  func decision(_ row: DecisionStanding) -> Row {
    matter(.decision(row), row.supervision, units: row.decision.units, isNew: false, row.decision.citations)
  }

  private func matter(
    _ item: Item, _ standing: Supervision, units: [String], isNew: Bool, _ citations: [Citation]
  ) -> Row {
    let (status, role): (Glyphs.StatusGlyph, Role) =
      standing.isOverdue
      ? (.farBehind, .farBehind)
      : standing.isSettled ? (.reached, .reached) : standing.isOpen ? (.onPace, .plain) : (.noData, .muted)
    let glyph =
      status == .onPace ? (isNew ? "+" : context.glyphs.bullet) : context.glyphs.statuses[status] ?? ""
    return Row(
      id: item.id, item: item,
      cells: [
        .text(glyph, Style(role)), .text(context.text(item.name(context.dataset))),
        .text(
          units.isEmpty ? text("无责任单位", "no unit") : names(of: units),
          units.isEmpty ? Role.behind : Role.muted),
        .text(context.state(of: standing), Style(role)),
        .text(standing.due?.description ?? "", .muted),
      ], citations: citations)
  }

  func missing(_ row: DutyRow) -> Row {
    let item = Item.duty(row)
    let period = row.newest?.period.label(context.language) ?? ""
    var state = text("未报", "missing")
    var due = ""
    if case .missing(let day, let days)? = row.newest?.state {
      state = text("未报，逾期\(days)天", "missing, \(days) days late")
      due = day.description
    }
    return Row(
      id: item.id, item: item,
      cells: [
        .text(context.glyphs.statuses[.farBehind] ?? "", .farBehind),
        .text("\(names(of: [row.duty.unit])) \(context.text(row.duty.name)) \(period)"),
        .text(names(of: [row.duty.unit]), .muted),
        .text(state, .farBehind), .text(due, .muted),
      ], citations: row.duty.citations)
  }

  /// Returns the row of a matter that goes up, with the highest level first.
  func rising(_ matter: EscalatedMatter, to levels: [String]) -> Row? {
    let bare =
      switch matter.matter {
      case .light(let id): "light/\(id)"
      case .problem(let id): "problem/\(id)"
      case .decision(let id): "decision/\(id)"
      case .duty(let id): "duty/\(id)"
      }
    guard let item = DispatchList.item(bare, board), unit.map(levels.contains) ?? true else { return nil }
    return Row(
      id: "up/\(bare)", item: item,
      cells: [
        .text(context.glyphs.less, .accent), .text(context.text(matter.name)),
        .text(text("报", "to ") + names(of: levels), .strong),
        .text(context.text(matter.reason)), .text(""),
      ])
  }

  func light(_ history: LightHistory) -> Row {
    let item = Item.light(history)
    let byPeriod = Dictionary(history.cells.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    let strip = board.periods.map { period -> Table.Content in
      let light = byPeriod[period]?.light
      return .text(light.map(context.glyph) ?? context.glyphs.bullet, Style(context.role(light)))
    }
    let change = history.ratio.flatMap { now in history.ratioBefore.map { now - $0 } }
    let judged = history.judgement.flatMap(\.light).map { light in
      (history.isDisputed ? context.glyphs.conflict : "") + context.text(light.name)
    }
    var cells = [mark(history.light), Table.Content.text(context.text(item.name(context.dataset)))]
    cells += strip
    cells += [
      Table.Content.text(
        history.ratio.map { Decimal.percent($0) } ?? "-", Style(context.role(history.light))),
      Table.Content.text(change.map { context.points($0) } ?? "", Role.muted),
      Table.Content.text(history.run == 0 ? "" : text("\(history.run)期", "\(history.run)"), Role.muted),
      Table.Content.text(judged ?? "", history.isDisputed ? Role.conflict : Role.muted),
    ]
    return Row(id: item.id, item: item, cells: cells, citations: history.last.actual?.citations ?? [])
  }

  func duty(_ row: DutyRow) -> Row {
    let item = Item.duty(row)
    let (glyph, role) = context.mark(row.newest?.state ?? .none)
    let newest = row.newest.map { "\($0.period.label(context.language)) \(context.text(of: $0.state))" } ?? ""
    var cells = [
      Table.Content.text(glyph, Style(role)),
      Table.Content.text("\(names(of: [row.duty.unit])) \(context.text(row.duty.name))"),
    ]
    for state in row.cells {
      let mark = context.mark(state)
      cells.append(.text(mark.glyph, Style(mark.role)))
    }
    cells.append(.text(newest, Style(role)))
    return Row(id: item.id, item: item, cells: cells, citations: row.duty.citations)
  }

  func rank(_ rank: DispatchRank, _ item: Item) -> Row {
    let move: String =
      switch rank.rise {
      case nil: ""
      case 0?: context.glyphs.isASCII ? "=" : "—"
      case let rise? where rise > 0: "\(context.glyphs.less)\(rise)"
      case let rise?: "\(context.glyphs.more)\(-rise)"
      }
    let lights = [Light.red, .yellow, .green].compactMap { light in
      rank.lights[light].map { "\(context.glyph(light))\($0)" }
    }.joined(separator: " ")
    return Row(
      id: item.id, item: item,
      cells: [
        .text("\(rank.place)", .strong), .text(context.text(rank.name)), .text(Decimal.percent(rank.ratio)),
        .text(rank.ratioBefore.map { Decimal.percent($0) } ?? "", .muted),
        .text(move, (rank.rise ?? 0) < 0 ? Role.behind : Role.plain), .text(lights, .muted),
      ])
  }

  private func mark(_ light: Light?) -> Table.Content {
    .text(light.map(context.glyph) ?? context.glyphs.bullet, Style(context.role(light)))
  }
}
