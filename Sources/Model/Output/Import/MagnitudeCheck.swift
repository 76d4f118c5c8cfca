import Domain

/// Doubts values that are about 1,000 times or more their neighbours or earlier statements, as a wrong unit makes them.
struct MagnitudeCheck {
  private static let factor = 1000.0

  private struct Entry {
    var value: Double
    var row: Int
    var position: Int
  }

  private struct Column: Hashable {
    var position: Int
    var indicator: String
  }

  /// The values of each column and indicator, in the indicator's unit.
  private var columns: [Column: [Entry]] = [:]
  /// The values of each topic before the import.
  private let earlier: [String: Double]
  /// The figures of the current line, to which the next ones are compared.
  private var line: (row: Int, figures: [Figure]) = (-1, [])

  /// - Parameter dataset: the dataset before the import, with the earlier statements.
  init(dataset: Dataset) {
    var earlier: [String: Double] = [:]
    for figure in dataset.figures where figure.value != 0 {
      earlier[MagnitudeCheck.topic(figure)] = figure.value
    }
    self.earlier = earlier
  }

  private static func topic(_ figure: Figure) -> String {
    [figure.subject.text, figure.indicator, figure.unit, figure.kind.rawValue].joined(separator: " ")
  }

  /// Records a value.
  ///
  /// - Returns: the earlier value of the same subject and indicator that it does not fit.
  mutating func add(_ figure: Figure, row: Int, position: Int) -> Double? {
    let value = abs(figure.value)
    guard value > 0, figure.kind != .growth, !figure.isInWords else { return nil }
    columns[Column(position: position, indicator: figure.indicator), default: []].append(
      Entry(value: value, row: row, position: position))
    if line.row != row {
      line.row = row
      line.figures.removeAll(keepingCapacity: true)
    }
    let beside = line.figures.last {
      $0.indicator == figure.indicator && $0.unit == figure.unit && $0.kind == figure.kind
        && $0.subject == figure.subject
    }
    line.figures.append(figure)
    let before = (earlier.isEmpty ? nil : earlier[MagnitudeCheck.topic(figure)]) ?? beside?.value
    return before.flatMap { MagnitudeCheck.isFar(value, abs($0)) ? $0 : nil }
  }

  private static func isFar(_ value: Double, _ other: Double) -> Bool {
    value >= other * factor || value * factor <= other
  }

  /// Returns the cells that are far from the median of their column, for columns of three values or more; of two values,
  /// the larger one.
  func outliers() -> [(row: Int, position: Int, median: Double, value: Double)] {
    var found: [(row: Int, position: Int, median: Double, value: Double)] = []
    for entries in columns.values where entries.count >= 2 {
      let sorted = entries.map(\.value).sorted()
      let median = sorted[entries.count == 2 ? 0 : entries.count / 2]
      for entry in entries where MagnitudeCheck.isFar(entry.value, median) {
        found.append((entry.row, entry.position, median, entry.value))
      }
    }
    return found.sorted { ($0.row, $0.position) < ($1.row, $1.position) }
  }
}
