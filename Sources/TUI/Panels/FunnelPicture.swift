import Model

/// The funnel as a table with bars: named projects that stand on a rung, that came as far or further, and the share that
/// went on; those of no known stage; apart from them what documents report, with its year.
struct FunnelPicture {
  /// The rungs to show.
  var steps: [Pipeline.Step]
  var funnel: Funnel
  var selection: Int?
  var state: AppState
  /// What the rungs are called where they can be clicked.
  var records: [String] = []

  /// Columns from which on the amounts are shown as well.
  private static let wide = 64

  func render(in area: Rect, into buffer: inout Buffer) {
    table(isWide: area.width >= Self.wide && funnel.unit != nil)
      .render(in: area, into: &buffer, glyphs: state.glyphs)
  }

  /// Rows that it needs, header included.
  var height: Int { steps.count + (funnel.unstaged > 0 ? 2 : 1) }

  private func table(isWide: Bool) -> Table {
    var table = Table(
      columns: columns(isWide: isWide), rows: rows(isWide: isWide),
      selection: selection)
    table.stand(for: records.prefix(steps.count))
    return table.columns.indices.reduce(table) { table, index in
      if case .some(.bar) = table.rows.first?.cells[index] { return table }
      return table.fitting(index, atMost: index == 0 && !isWide ? 12 : 22)
    }
  }

  /// The rungs, and below them the projects of which no stage is known.
  private func rows(isWide: Bool) -> [Table.Row] {
    let rungs = steps.map { Table.Row(cells($0, isWide: isWide)) }
    guard funnel.unstaged > 0 else { return rungs }
    let amounts: [Table.Content] = isWide ? [.text(""), .text(""), .text("")] : []
    return rungs + [
      Table.Row(
        [.text(state.text("未定", "No stage"), .muted), .text("\(funnel.unstaged)"), .text(""), .text("")]
          + amounts + [.bar(ProgressBar(value: length(funnel.unstaged), role: .muted)), .text("")])
    ]
  }

  private func columns(isWide: Bool) -> [Table.Column] {
    func number(_ zh: String, _ en: String, _ priority: Int) -> Table.Column {
      Table.Column(state.text(zh, en), width: 4, alignment: .right, priority: priority)
    }
    let unit = funnel.unit.map { state.text(state.dataset.unitName($0)) } ?? ""
    let amounts = [
      number("投资\(unit)", "Invest. \(unit)", 5), number("印有投资", "Printed", 4), number("按额", "By sum", 4),
    ]
    return [Table.Column("", width: 4, priority: 9)]
      + [number("现处", "At", 7), number("及以上", "Reach", 9), number("转化", "Conv.", 8)]
      + (isWide ? amounts : [])
      + [
        Table.Column("", width: 3, flex: 1, priority: 3),
        Table.Column(reportedTitle, width: 4, alignment: .right, priority: 6),
      ]
  }

  /// `2022通报`: totals of a year are not counts of all years.
  private var reportedTitle: String {
    let years = Set(steps.compactMap { $0.reported?.period.year }).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    func short(_ year: Int) -> String {
      TextWidth.padded("\(year % 100)", to: 2, alignment: .right).replacing(" ", with: "0")
    }
    let (zh, en) = first == last ? ("\(last)", "") : ("\(first)-\(short(last))", "\(short(first))-")
    return state.text("\(zh)通报", "rep'\(en)\(short(last))")
  }

  private func cells(_ step: Pipeline.Step, isWide: Bool) -> [Table.Content] {
    let stage = funnel.stages.first { $0.rung == step.rung }
    let reported = step.reported.map { state.value($0) } ?? ""
    let standing = stage?.standing ?? funnel.beside[step.rung] ?? 0
    let head: [Table.Content] = [
      .text(state.rungName(step.rung), Style(step.rung.role)), .text("\(standing)"),
      .text(stage.map { "\($0.count)" } ?? "", stage?.isInferred == true ? .muted : .strong),
      conversion(stage),
    ]
    let amounts: [Table.Content] = [
      .text(stage?.amount.map { Decimal.text($0, digits: 1) } ?? "-"),
      .text(stage.map { "\($0.priced)/\($0.count)" } ?? "", .muted),
      .text(percent(stage?.amountConversion), .accent),
    ]
    return head + (isWide ? amounts : [])
      + [
        .bar(
          ProgressBar(
            value: min(1, length(stage?.count ?? standing)), role: step.rung.role,
            isCut: length(stage?.count ?? standing) > 1)),
        .text(reported, .muted),
      ]
  }

  /// The share that went on; of a rung that no document puts a project on, that it is only inferred.
  private func conversion(_ stage: Funnel.Stage?) -> Table.Content {
    if stage?.isInferred == true { return .text(state.text("推断", "infer."), .muted) }
    return .text(percent(stage?.conversion), .accent)
  }

  private func percent(_ share: Double?) -> String { share.map { Decimal.percent($0, digits: 0) } ?? "" }

  /// Wishes of a plan outnumber all else many times: the bars are to the scale of the rungs above them, and theirs,
  /// above 1, is cut.
  private func length(_ count: Int) -> Double {
    let climbed = funnel.stages.filter { $0.rung > .planned }.map(\.count).max() ?? 0
    let most = climbed > 0 ? climbed : funnel.stages.map(\.count).max() ?? 1
    return Double(count) / Double(max(1, most))
  }
}
