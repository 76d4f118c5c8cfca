/// Values that a writer may draw: what is shown, not how.
public struct Chart: Equatable, Sendable {
  /// One target: a bar that runs from its baseline to the target.
  public struct Bar: Equatable, Sendable {
    public var label: String
    /// Part of the way that is done, a fraction.
    public var value: Double
    /// Where pace should be on the same scale; nil where it is not known.
    public var pace: Double?
    /// Value and target in words: `144.54亿元 / 400亿元`.
    public var text: String
    public var status: Status

    public init(_ label: String, value: Double, pace: Double?, text: String, status: Status) {
      self.label = label
      self.value = value
      self.pace = pace
      self.text = text
      self.status = status
    }
  }

  /// One level of a series.
  public struct Column: Equatable, Sendable {
    public var label: String
    public var value: Double
    public var text: String
    /// Whether it is wanted, not reached.
    public var isTarget: Bool

    public init(_ label: String, value: Double, text: String, isTarget: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isTarget = isTarget
    }
  }

  public enum Marks: Equatable, Sendable {
    case bars([Bar])
    /// In the order of time, from a common zero.
    case columns([Column])
  }

  public var title: String
  /// What the drawing says, for readers who do not see it.
  public var alternative: String
  public var marks: Marks

  public init(title: String, alternative: String, marks: Marks) {
    self.title = title
    self.alternative = alternative
    self.marks = marks
  }
}
