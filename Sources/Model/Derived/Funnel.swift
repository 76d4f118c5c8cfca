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
    let unit = projects.lazy.compactMap(\.investment).first?.unit
    let count = Rung.allCases.count
    var standing = [Int](repeating: 0, count: count)
    var (printed, priced) = (standing, standing)
    let rungs = dataset.rungs
    var amounts = [Double](repeating: 0, count: count)
    for status in projects {
      guard let rung = status.rung else { continue }
      standing[rung.order] += 1
      let places = Funnel.places(of: status, upTo: rung, rungs)
      for place in 0...rung.order where places & (1 << place) != 0 { printed[place] += 1 }
      guard rung < .stalled, let figure = status.investment,
        let amount = Funnel.amount(figure, in: unit, dataset)
      else { continue }
      for lower in 0...rung.order {
        priced[lower] += 1
        amounts[lower] += amount
      }
    }
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    var stages: [Stage] = []
    for rung in Rung.ladder where named.contains(rung) || standing[rung.order] > 0 {
      let count = Rung.ladder.reduce(0) { $1 >= rung ? $0 + standing[$1.order] : $0 }
      let before = stages.last { !$0.isInferred }
      var stage = Stage(
        rung: rung, standing: standing[rung.order], count: count, printed: printed[rung.order],
        priced: priced[rung.order], amount: priced[rung.order] > 0 ? amounts[rung.order] : nil)
      if let before, !stage.isInferred {
        stage.conversion = Funnel.share(Double(count), of: Double(before.count))
        stage.amountConversion = before.amount.flatMap { whole in
          stage.amount.flatMap { Funnel.share($0, of: whole) }
        }
      }
      stages.append(stage)
    }
    self.stages = stages
    unstaged = projects.count - standing.reduce(0, +)
    self.unit = unit
    beside = [Rung.stalled, .cancelled].reduce(into: [Rung: Int]()) { counts, rung in
      if standing[rung.order] > 0 { counts[rung] = standing[rung.order] }
    }
  }

  /// A bit for each rung, by its order, that a document says a project on the ladder to have stood on.
  private static func places(of status: ProjectStatus, upTo rung: Rung, _ rungs: [String: Rung]) -> Int {
    guard rung < .stalled else { return 0 }
    return status.milestones.reduce(0) { places, milestone in
      let place = rungs[milestone.stage] ?? .planned
      return milestone.isExpected || place > rung ? places : places | 1 << place.order
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
