import Domain

/// Compares totals and sections with the rows that they add up.
struct TotalsCheck {
  private let grid: Grid
  private let labels: [LineLabel]
  /// The columns whose numbers can be added.
  private let columns: [ImportMapping.Column]
  private let units: UnitText
  /// The words behind a number of projects: 个.
  private let counters: [String]

  init(_ shape: TableShape, columns: [ImportMapping.Column], units: UnitText) {
    self.units = units
    grid = shape.grid
    counters = shape.mapping.words.words(.counters)
    labels = shape.labels.labels
    self.columns = columns
  }

  /// The columns of a table whose numbers can be added: amounts, not rates.
  static func additive(_ shape: TableShape, isOfProjects: Bool) -> [ImportMapping.Column] {
    if isOfProjects {
      return shape.mapping.columns.filter { if case .figure? = $0.field { $0.unit != "%" } else { false } }
    }
    return shape.parts.compactMap { part in
      let kind = part.constants[.kind]
      return kind == "growth" || kind == "share" ? nil : part.column(of: .value)
    }
  }

  /// The columns of sums that no rule about the dataset compares with their parts.
  static func unruled(_ shape: TableShape, _ dataset: Dataset) -> [ImportMapping.Column] {
    shape.parts.compactMap { part in
      let kind = part.constants[.kind].flatMap(Figure.Kind.init) ?? .actual
      guard let id = part.constants[.indicator], dataset.indicators[id]?.measure != .ratio,
        kind == .cumulative || kind == .actual && id != dataset.info.total
      else { return nil }
      return part.column(of: .value)
    }
  }

  /// Adds a doubt for each number of the district that the rows of all clusters do not add up to.
  func check(district row: Int, into shape: inout TableShape) {
    let parts = labels.indices.filter { labels[$0] == .data && $0 != row }
    for column in columns {
      let numbers = parts.compactMap { number($0, column) }
      guard let printed = number(row, column), numbers.count == parts.count else { continue }
      let sum = numbers.reduce(0, +)
      guard !TotalsCheck.isEqual(sum, printed, parts: parts.count) else { continue }
      shape.doubts.append(mismatch(row, column, printed, sum, parts.count))
    }
  }

  /// The sum of rows of which some may have no number.
  private struct Sum {
    var value = 0.0
    var count = 0
    var blanks = 0
    private var hasNegative = false

    init(_ numbers: [Double?]) {
      for number in numbers {
        count += 1
        guard let number else {
          blanks += 1
          continue
        }
        value += number
        if number < 0 { hasNegative = true }
      }
    }

    /// Whether the blank parts may be what is missing to a total.
    func mayReach(_ total: Double) -> Bool { blanks > 0 && (hasNegative || value <= total) }
  }

  /// Adds what totals and sections print to the reasons of their lines, and a doubt for each that its parts do not give.
  func check(into shape: inout TableShape) {
    for row in labels.indices where labels[row] == .total || labels[row] == .section {
      var agreed: [String] = []
      var size = 0
      var blanks: [(head: String, count: Int)] = []
      for column in columns {
        guard let printed = number(row, column) else { continue }
        let sums = candidates(row).map { Sum($0.map { number($0, column) }) }.filter { $0.count > 0 }
        guard let nearest = sums.min(by: { abs($0.value - printed) < abs($1.value - printed) }) else {
          continue
        }
        if TotalsCheck.isEqual(nearest.value, printed, parts: nearest.count) {
          agreed.append(column.head)
          size = nearest.count
        } else if let open = sums.first(where: { $0.mayReach(printed) }) {
          blanks.append((column.head, open.blanks))
        } else {
          shape.doubts.append(mismatch(row, column, printed, nearest.value, nearest.count))
        }
      }
      if let reason = shape.labels.reasons[row], !blanks.isEmpty {
        func text(_ language: Language) -> String {
          blanks.map { head, count in
            language == .zh
              ? "；\(head)：\(count)行没有数，不可比"
              : "; \(head): blank in \(Counted.text(count, "row")), not comparable"
          }.joined()
        }
        shape.labels.reasons[row] = Name(zh: reason.zh + text(.zh), en: reason.en + text(.en))
      }
      if let doubt = countDoubt(row) { shape.doubts.append(doubt) }
      guard !agreed.isEmpty, let reason = shape.labels.reasons[row] else { continue }
      shape.labels.reasons[row] = Name(
        zh: "\(reason.zh)；\(agreed.joined(separator: "、"))等于\(size)行之和",
        en: "\(reason.en); \(agreed.joined(separator: ", ")): the sum of \(Counted.text(size, "row"))")
    }
  }

  private func mismatch(
    _ row: Int, _ column: ImportMapping.Column, _ printed: Double, _ sum: Double, _ count: Int
  ) -> ImportFault {
    let label = labels[row] == .data ? Name(zh: "全区", en: "district") : labels[row].name
    let (a, b) = (Decimal.text(printed), Decimal.text(sum, digits: 4))
    return ImportFault(
      line: grid.line(row), column: column.head, cell: grid.place(row, column.position),
      message: Name(
        zh: "\(label.zh)印作\(a)，\(count)行之和是\(b)",
        en:
          "the \(label.en) is \(a), but \(Counted.text(count, "row")) \(count == 1 ? "adds" : "add") up to \(b)"
      ))
  }

  /// The rows that a total may add up: those of its section, those above or below it, all, or all sections.
  private func candidates(_ row: Int) -> [[Int]] {
    func run(_ rows: some Sequence<Int>, until stops: Set<LineLabel>) -> [Int] {
      rows.prefix { !stops.contains(labels[$0]) }.filter { labels[$0] == .data }
    }
    let above = (0..<row).reversed()
    let below = (row + 1)..<labels.count
    if labels[row] == .section {
      // A section ends where one of its level or above begins: （一） is a part of 一、.
      let level = SectionStack.level(row, grid)
      let own = below.prefix { labels[$0] != .section || SectionStack.level($0, grid) > level }
      return [
        run(below, until: [.section, .total]), run(below, until: [.section]),
        own.filter { labels[$0] == .data },
      ]
    }
    return [
      labels.indices.filter { labels[$0] == .data }, run(above, until: [.section, .total]),
      run(above, until: [.section]),
      run(below, until: [.section, .total]), run(above, until: [.total]), run(below, until: [.total]),
      labels.indices.filter { labels[$0] == .section },
    ]
  }

  /// Returns the number of a cell, in the unit of its column where the cell has another; nil where it cannot be compared.
  private func number(_ row: Int, _ column: ImportMapping.Column) -> Double? {
    guard !grid.isEmpty(row, column.position),
      let number = try? NumberText(grid.text(row, column.position)), number.upper == nil,
      let value = Double(number.digits)
    else {
      return nil
    }
    guard !number.unit.isEmpty, !units.isSame(number.unit, column.unit) else { return value }
    let scales = units.dataset.units.lazy.compactMap { unit -> (Double, Double)? in
      guard let own = try? units.scale(of: number.unit, beside: unit) else { return nil }
      let common = column.unit.isEmpty ? unit.scale : (try? units.scale(of: column.unit, beside: unit)) ?? nil
      return common.map { (own, $0) }
    }
    return scales.first.map { value * $0.0 / $0.1 }
  }

  /// Whether a sum of rounded parts can be a rounded total.
  private static func isEqual(_ sum: Double, _ printed: Double, parts: Int) -> Bool {
    func digits(_ value: Double) -> Int {
      let text = Decimal.text(abs(value), digits: 6)
      return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }
    let places = max(digits(printed), min(digits(sum), 4))
    var step = 0.5
    for _ in 0..<places { step /= 10 }
    let isWhole = places == 0
    return abs(sum - printed) <= (isWhole ? 1e-6 * abs(printed) : step * Double(parts + 1)) + 1e-9
      * abs(printed)
  }

  /// Compares a count such as 合计（4个） with the rows.
  private func countDoubt(_ row: Int) -> ImportFault? {
    for column in grid.filled(row) {
      let text = CellText.plain(grid.text(row, column))
      guard counters.contains(where: { text.hasSuffix($0) || text.hasSuffix($0 + ")") }) else { continue }
      let digits = text.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.reversed()
      guard let count = Int(String(digits)) else { continue }
      let sizes = candidates(row).map(\.count)
      guard let most = sizes.max(), !sizes.contains(count) else { return nil }
      return ImportFault(
        line: grid.line(row), column: nil, cell: grid.place(row, column),
        message: Name(
          zh: "“\(text)”，表中有\(most)行", en: "'\(text)', but the table has \(Counted.text(most, "row"))"))
    }
    return nil
  }
}
