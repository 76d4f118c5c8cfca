import Figures

/// Values for a writer to draw: the data, not the layout.
package struct Chart: Equatable, Sendable {
  /// One target: a bar from its baseline to the target.
  package struct Bar: Equatable, Sendable {
    /// The name beside the bar.
    package var label: String
    /// The share of the path that is done, a fraction.
    package var value: Double
    /// The share of time gone, a fraction; nil when it is not known.
    package var pace: Double?
    /// Value and target in words: `144.54亿元 / 400亿元`.
    package var text: String
    /// The status whose colour and sign the bar has.
    package var status: Status

    init(_ label: String, value: Double, pace: Double?, text: String, status: Status) {
      self.label = label
      self.value = value
      self.pace = pace
      self.text = text
      self.status = status
    }
  }

  /// One level of a series.
  package struct Column: Equatable, Sendable {
    /// The period below the column.
    package var label: String
    /// The height, in the unit of the chart.
    package var value: Double
    /// The printed value above the column.
    package var text: String
    /// Whether it is a target rather than a reached level.
    package var isTarget: Bool

    /// Creates a column; that of a target is drawn apart.
    package init(_ label: String, value: Double, text: String, isTarget: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isTarget = isTarget
    }
  }

  /// The drawn values: bars on a time axis, or columns by period.
  package enum Marks: Equatable, Sendable {
    case bars([Bar])
    /// Columns in order of time, from a common zero.
    case columns([Column])
  }

  /// The heading, with the unit.
  package var title: String
  /// The content of the drawing in words, for readers who cannot see it.
  package var alternative: String
  /// The drawn values.
  package var marks: Marks
}
