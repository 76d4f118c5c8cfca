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
  private let earlier: [String: Double]

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
    guard !earlier.isEmpty, let before = earlier[MagnitudeCheck.topic(figure)],
      MagnitudeCheck.isFar(value, abs(before))
    else { return nil }
    return before
  }

  private static func isFar(_ value: Double, _ other: Double) -> Bool {
    value >= other * factor || value * factor <= other
  }

  /// Returns the cells that are far from the median of their column, for columns of four values or more.
  func outliers() -> [(row: Int, position: Int, median: Double, value: Double)] {
    var found: [(row: Int, position: Int, median: Double, value: Double)] = []
    for entries in columns.values where entries.count >= 4 {
      let median = entries.map(\.value).sorted()[entries.count / 2]
      for entry in entries where MagnitudeCheck.isFar(entry.value, median) {
        found.append((entry.row, entry.position, median, entry.value))
      }
    }
    return found.sorted { ($0.row, $0.position) < ($1.row, $1.position) }
  }
}
