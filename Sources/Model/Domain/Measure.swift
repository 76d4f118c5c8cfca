/// A measure or a mechanism by which a district steers its industry: a subsidy, a list, a monthly report.
package struct Measure: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The id of its topic in the vocabulary.
  package var topic: String
  /// The name of the measure.
  package var name: Name
  /// The parts that documents name, in file order: the five ones of 五个一, the three lists.
  package var parts: [Item]
  /// The ids of the organisations that are responsible for it.
  package var lead: [String]
  /// The ids of the organisations that support it.
  package var cooperating: [String]
  /// The ids of the clusters that it serves.
  package var clusters: [String]
  /// The ids of the indicators that it serves.
  package var indicators: [String]
  /// The ids of the tasks that it belongs to.
  package var tasks: [String]
  /// The ids of the figures of its amounts and limits.
  package var figures: [String]
  /// How often it takes place; nil if no document prints it.
  package var cadence: Indicator.Cadence?
  /// The date by which it is due; nil if none is printed.
  package var due: PartialDate?
  /// The time when it is due, if that is not a date, such as a day of each month.
  package var dueNote: Name?
  /// The places where documents print it, in file order.
  package var citations: [Citation]

  /// Creates a measure as a file has it; ids of other records are not resolved.
  package init(
    id: String, topic: String, name: Name, parts: [Item] = [], lead: [String] = [],
    cooperating: [String] = [], clusters: [String] = [], indicators: [String] = [], tasks: [String] = [],
    figures: [String] = [], cadence: Indicator.Cadence? = nil, due: PartialDate? = nil, dueNote: Name? = nil,
    citations: [Citation]
  ) {
    (
      self.id, self.topic, self.name, self.parts, self.lead, self.cooperating, self.clusters, self.indicators,
      self.tasks, self.figures, self.cadence, self.due, self.dueNote, self.citations
    ) = (
      id, topic, name, parts, lead, cooperating, clusters, indicators, tasks, figures, cadence, due, dueNote,
      citations
    )
  }
}
