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
    /// How many of `count` have a printed investment.
    public var priced: Int
    /// The sum of those investments, in `Funnel.unit`; nil when none is printed.
    public var amount: Double?
    /// `count` over that of the rung before, a fraction; nil for the first rung and after an empty one.
    public var conversion: Double?
    /// `amount` over that of the rung before, a fraction; nil where one of them is not printed.
    public var amountConversion: Double?
  }

  /// The rungs of the ladder that the dataset names, from below; without those beside the ladder.
  public var stages: [Stage]
  /// Projects that stand beside the ladder: stalled, cancelled.
  public var beside: [Rung: Int]
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
      let before = stages.last
      stages.append(
        Stage(
          rung: rung, standing: members.count { $0.rung == rung }, count: members.count,
          priced: amounts.count, amount: amount,
          conversion: before.flatMap { Funnel.share(Double(members.count), of: Double($0.count)) },
          amountConversion: before?.amount.flatMap { whole in
            amount.flatMap { Funnel.share($0, of: whole) }
          }))
    }
    self.stages = stages
    self.unit = unit
    beside = [Rung.stalled, .cancelled].reduce(into: [Rung: Int]()) { counts, rung in
      let count = projects.count { $0.rung == rung }
      if count > 0 { counts[rung] = count }
    }
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
