import Domain

/// The light of a target in one period, from what was known when the period was judged.
package struct LightCell: Hashable, Sendable {
  /// What the schedule ratio of a light measures.
  package enum Basis: String, CaseIterable, Sendable {
    /// The sum since January against the target of the year.
    case year
    /// The newest figure against the path of the plan.
    case plan
  }

  /// The period.
  package var period: ReportingPeriod
  /// The light by the limits; nil without a measured figure.
  package var computed: Light?
  /// The light that is given: that by the limits, or yellow where green comes too soon after red.
  package var light: Light?
  /// The schedule ratio behind it; nil if the target is judged by its final figure alone.
  package var ratio: Double?
  /// What the ratio measures; nil without a light.
  package var basis: LightCell.Basis?
  /// The figure behind it.
  package var actual: Figure?

  /// Whether the memory of a red light keeps it from green.
  package var isHeld: Bool { computed != light }
}

/// The lights of one indicator of one subject, from period to period.
package struct LightHistory: Sendable {
  /// The indicator.
  package var indicator: Indicator
  /// The subject of the indicator.
  package var subject: Subject
  /// A cell for each period, the oldest first; never empty.
  package var cells: [LightCell]
  /// The newest judgement of a person for the last period; nil if there is none.
  package var judgement: StatusEntry?

  /// The identity of the pair.
  package var id: String { "\(subject.text) \(indicator.id)" }
  /// The cell of the last period.
  package var last: LightCell { cells[cells.count - 1] }
  /// The light of the last period.
  package var light: Light? { cells.last?.light }
  /// The light of the period before the last; nil if there was none.
  package var before: Light? { cells.dropLast().last?.light }
  /// The schedule ratio of the last period.
  package var ratio: Double? { cells.last?.ratio }
  /// The schedule ratio of the period before.
  package var ratioBefore: Double? { cells.dropLast().last?.ratio }
  /// Whether the light is another one than in the period before. A first light is no change.
  package var hasChanged: Bool { light != nil && before != nil && light != before }
  /// Whether a person gives it another light.
  package var isDisputed: Bool { judgement?.light != nil && judgement?.light != light }

  /// For how many periods in a row the light has been given; 0 without a light.
  package var run: Int { light.map { light in cells.reversed().prefix { $0.light == light }.count } ?? 0 }

  /// For how many periods in a row the light has been this one or a worse one.
  package func run(atWorst limit: Light) -> Int {
    cells.reversed().prefix { cell in cell.light.map { $0.order <= limit.order } ?? false }.count
  }
}

/// Computes the light of every target for every period from what was known then.
struct LightBoard {
  private let data: Dataset
  private let rules: DispatchRules
  /// The most periods that are looked back on.
  static let most = 120

  init(_ data: Dataset, _ rules: DispatchRules) { (self.data, self.rules) = (data, rules) }

  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
  }

  /// Returns the histories up to a period, worst light first, then by schedule ratio.
  func histories(through last: ReportingPeriod) -> [LightHistory] {
    let periods = periods(through: last)
    var cells: [Topic: [LightCell]] = [:]
    var newest: [Topic: TargetProgress] = [:]
    for (index, period) in periods.enumerated() {
      for (topic, found) in lights(of: period) {
        // Periods before the first light of a target are empty cells.
        var own =
          cells[topic] ?? periods[..<index].map { LightCell(period: $0) }
        own.append(found.cell)
        cells[topic] = own
        newest[topic] = found.row
      }
      for topic in cells.keys where cells[topic]?.count == index {
        cells[topic]?.append(LightCell(period: period))
      }
    }
    return cells.compactMap { topic, cells -> LightHistory? in
      guard let row = newest[topic], cells.contains(where: { $0.computed != nil }) else { return nil }
      return LightHistory(indicator: row.indicator, subject: topic.subject, cells: remembered(cells))
    }.sorted { Order($0, data) < Order($1, data) }
  }

  private struct Order: Comparable {
    private let key: (Int, Double, Int, String)

    init(_ history: LightHistory, _ data: Dataset) {
      key = (
        history.light?.order ?? 3, history.ratio ?? 9,
        data.indicators.position(of: history.indicator.id) ?? 0, history.id
      )
    }

    static func < (left: Order, right: Order) -> Bool { left.key < right.key }
    static func == (left: Order, right: Order) -> Bool { left.key == right.key }
  }

  /// Returns the periods from the first one of the rules, or of the figures of a year, to `last`.
  private func periods(through last: ReportingPeriod) -> [ReportingPeriod] {
    let start =
      rules.first?.start
      ?? data.figures.filter { $0.kind == .cumulative && $0.plan == nil }
      .map(\.period.end).min()
    guard let start else { return [last] }
    let first = rules.period(containing: start)
    guard first <= last else { return [] }
    let count = min(last.number - first.number + 1, Self.most)
    return (0..<count).map { last.advanced(by: $0 - count + 1) }
  }

  /// Returns the lights of a period by the limits alone.
  private func lights(of period: ReportingPeriod) -> [Topic: (cell: LightCell, row: TargetProgress)] {
    let cutoff = rules.cutoff(of: period)
    let dataset = KnownRecords(dataset: data, asOf: cutoff).datasetAsKnown
    let known = KnownRecords(dataset: dataset, asOf: cutoff, through: period.end)
    let figures = known.figures
    let rows = TargetBoard(dataset: dataset, figures: figures, asOf: cutoff, through: period.end).rows()
    let precedence = Precedence(dataset, figures: figures, asOf: cutoff)
    var shown: [Topic: TargetProgress] = [:]
    for row in rows where !row.isSecondary && !row.isYearly && row.target.period.end >= period.start {
      let topic = Topic(subject: row.target.subject, indicator: row.target.indicator)
      guard row.plan.start <= period.end else { continue }
      if let other = shown[topic], !Self.comesFirst(row, other, precedence) { continue }
      shown[topic] = row
    }
    return shown.mapValues { row in (cell(of: row, period), row) }
  }

  /// Whether the left row is the one that its topic is judged by: one with a light of the year, then the nearest target.
  private static func comesFirst(
    _ left: TargetProgress, _ right: TargetProgress, _ precedence: Precedence
  ) -> Bool {
    let (a, b) = (left.target.kind == .growth, right.target.kind == .growth)
    if a != b { return b }
    return Board.comesFirst(left, right, precedence)
  }

  private func cell(of row: TargetProgress, _ period: ReportingPeriod) -> LightCell {
    var cell = LightCell(period: period)
    if let year = row.yearLight, year.target.period.year == period.end.year {
      // A sum that was not continued in the period is no light for it.
      guard year.actual.period.end >= period.start else { return cell }
      cell.basis = .year
      (cell.ratio, cell.actual) = (year.ratio, year.actual)
      cell.computed = year.status == .reached ? .green : light(year.ratio)
    } else if isYearDone(row), let actual = row.observation {
      // The whole year is known: its sum counts as those of the months before it did.
      cell.basis = .year
      (cell.ratio, cell.actual) = (row.attainment, actual)
      cell.computed = light(row.status, row.attainment)
    } else if !row.status.isUnknown {
      cell.basis = .plan
      (cell.ratio, cell.actual) = (row.scheduleRatio, row.observation)
      cell.computed = light(row.status, row.scheduleRatio)
    }
    cell.light = cell.computed
    return cell
  }

  /// Whether the figure of a one-year plan covers its whole year.
  private func isYearDone(_ row: TargetProgress) -> Bool {
    guard row.plan.start.year == row.plan.end.year, row.indicator.measure == .flow, !row.status.isUnknown
    else { return false }
    return row.observation.map { $0.period.isYear && $0.period.year == row.target.period.year } ?? false
  }

  private func light(_ ratio: Double) -> Light {
    let limits = data.vocabulary.thresholds
    if ratio + 1e-12 >= rules.green ?? limits.slightlyBehind { return .green }
    return ratio + 1e-12 >= rules.yellow ?? limits.behind ? .yellow : .red
  }

  private func light(_ status: Status, _ ratio: Double?) -> Light {
    switch status {
    case .reached: return .green
    case .basicallyReached: return .yellow
    case .notReached, .movedAway: return .red
    default: return ratio.map(light) ?? (status.severity >= 3 ? .red : .green)
    }
  }

  /// Returns the cells with yellow where green comes too soon after red. A period without a light changes nothing.
  func remembered(_ cells: [LightCell]) -> [LightCell] {
    /// The periods of yellow since the last red; nil when no red is remembered.
    var yellow: Int?
    return cells.map { cell in
      var cell = cell
      switch cell.computed {
      case nil: break
      case .red: yellow = 0
      case .yellow: yellow = yellow.map { $0 + 1 }
      case .green:
        if let count = yellow, count < rules.yellowAfterRed {
          cell.light = .yellow
          yellow = count + 1
        } else {
          yellow = nil
        }
      }
      return cell
    }
  }
}
