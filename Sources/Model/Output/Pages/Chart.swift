import Figures

/// Values for a writer to draw: the data, not the layout.
package struct Chart: Equatable, Sendable {
  /// One target: a bar from its baseline to the target.
  package struct Bar: Equatable, Sendable {
    package var label: String
    /// The share of the path that is done, a fraction.
    package var value: Double
    /// The share of time gone, a fraction; nil when it is not known.
    package var pace: Double?
    /// Value and target in words: `144.54亿元 / 400亿元`.
    package var text: String
    package var status: Status

    package init(_ label: String, value: Double, pace: Double?, text: String, status: Status) {
      self.label = label
      self.value = value
      self.pace = pace
      self.text = text
      self.status = status
    }
  }

  /// One level of a series.
  package struct Column: Equatable, Sendable {
    package var label: String
    package var value: Double
    package var text: String
    /// Whether it is a target rather than a reached level.
    package var isTarget: Bool

    package init(_ label: String, value: Double, text: String, isTarget: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isTarget = isTarget
    }
  }

  package enum Marks: Equatable, Sendable {
    case bars([Bar])
    /// Columns in order of time, from a common zero.
    case columns([Column])
  }

  package var title: String
  /// The content of the drawing in words, for readers who cannot see it.
  package var alternative: String
  package var marks: Marks

  package init(title: String, alternative: String, marks: Marks) {
    self.title = title
    self.alternative = alternative
    self.marks = marks
  }
}
