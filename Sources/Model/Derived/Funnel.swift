/// How many named projects came how far up the ladder, and what share went on from each rung to the next: by number, and
/// by printed investment.
///
/// Only named projects are counted here. Totals that documents report stand beside it in `Pipeline.Step.reported` and
/// are never divided by these.
public struct Funnel: Equatable, Sendable {
  /// The projects that have come as far as a rung or further.
  public struct Stage: Equatable, Sendable {
    public var rung: Rung
    /// Projects that stand on the rung.
    public var standing: Int
    /// Projects that have come as far as this or further.
    public var count: Int
    /// How many of `count` a document says to have stood on this very rung; the others must have passed it.
    public var printed: Int
    /// How many of `count` have a printed investment.
    public var priced: Int
    /// The sum of those investments, in `Funnel.unit`; nil when none is printed.
    public var amount: Double?
    /// `count` over that of the last rung before that is not inferred, a fraction; nil for the first rung, after an
    /// empty one, and for a rung that is inferred itself.
    public var conversion: Double?
    /// `amount` over that of the same rung, a fraction; nil where one of them is not printed.
    public var amountConversion: Double?

    /// Whether no document puts any project on this rung: those that came further must have passed it, so that nothing
    /// can be said of who went on from it.
    public var isInferred: Bool { count > 0 && printed == 0 }
  }

  /// The rungs of the ladder that the dataset names, from below; without those beside the ladder.
  public var stages: [Stage]
  /// Projects that stand beside the ladder: stalled, cancelled.
  public var beside: [Rung: Int]
  /// Projects of which no stage is known; they are on no rung.
  public var unstaged: Int
  /// The unit of the amounts: that of the first printed investment; nil without one.
  public var unit: String?

  /// - Parameter projects: those to count, such as the ones of a cluster.
  public init(_ projects: [ProjectStatus], in dataset: Dataset) {
    let named = Set(dataset.vocabulary.stages.map(\.ladder)).union(projects.compactMap(\.rung))
    let unit = projects.lazy.compactMap(\.investment).first?.unit
    var stages: [Stage] = []
    for rung in Rung.ladder where named.contains(rung) {
      let members = projects.filter { $0.rung.map { $0 >= rung && $0 < .stalled } ?? false }
      let amounts = members.compactMap { $0.investment.flatMap { Funnel.amount($0, in: unit, dataset) } }
      let amount = amounts.isEmpty ? nil : amounts.reduce(0, +)
      let before = stages.last { !$0.isInferred }
      var stage = Stage(
        rung: rung, standing: members.count { $0.rung == rung }, count: members.count,
        printed: members.count { Funnel.isPrinted(rung, of: $0, in: dataset) }, priced: amounts.count,
        amount: amount)
      if let before, !stage.isInferred {
        stage.conversion = Funnel.share(Double(members.count), of: Double(before.count))
        stage.amountConversion = before.amount.flatMap { whole in
          amount.flatMap { Funnel.share($0, of: whole) }
        }
      }
      stages.append(stage)
    }
    self.stages = stages
    unstaged = projects.count { $0.rung == nil }
    self.unit = unit
    beside = [Rung.stalled, .cancelled].reduce(into: [Rung: Int]()) { counts, rung in
      let count = projects.count { $0.rung == rung }
      if count > 0 { counts[rung] = count }
    }
  }

  private static func isPrinted(_ rung: Rung, of status: ProjectStatus, in dataset: Dataset) -> Bool {
    status.milestones.contains { !$0.isExpected && dataset.rung(of: $0.stage) == rung }
  }

  private static func share(_ part: Double, of whole: Double) -> Double? { whole > 0 ? part / whole : nil }

  private static func amount(_ figure: Figure, in unit: String?, _ dataset: Dataset) -> Double? {
    guard let unit, figure.unit != unit else { return figure.value }
    guard let from = dataset.units[figure.unit], let to = dataset.units[unit], from.dimension == to.dimension,
      to.scale > 0
    else { return nil }
    return figure.value * from.scale / to.scale
  }
}
