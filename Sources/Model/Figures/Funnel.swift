import Domain

/// The number of listed construction projects on each rung of the ladder, and the later progress of those that documents
/// once recorded there.
///
/// Product lines and programmes of a plan are counted apart, in `Stage.planItems`. Each project counts with its parts. Official totals are separate, in
/// `Pipeline.Step.reported`, and are never divided by these counts.
package struct Funnel: Equatable, Sendable {
  /// One rung of the ladder.
  package struct Stage: Equatable, Sendable {
    /// The rung of the ladder.
    package var rung: Rung
    /// Projects currently on the rung.
    package var standing = 0
    /// Product lines and programmes of a plan that stand on the rung, not included in `standing`.
    package var planItems = 0
    /// The number of `standing` projects that reached the rung before the first plan began: results of the time before.
    package var earlier = 0
    /// The number of `standing` projects that advanced from a recorded intention, planned or in reserve; excludes
    /// `earlier`.
    package var outgrown = 0
    /// The number of `standing` projects whose stage is inferred; see `ProjectStatus.isInferred`.
    package var deduced = 0
    /// The number of `outgrown` projects whose stage is inferred.
    package var outgrownDeduced = 0
    /// The number of `standing` projects, neither `earlier` nor `outgrown`, whose stage is inferred.
    package var firstSeenDeduced = 0
    /// The number of `standing` projects, neither `earlier` nor `outgrown`, for which no document dates the stage, nor
    /// reports that they are being built.
    package var firstSeenUndated = 0
    /// The number of `standing` projects with a printed investment.
    package var priced = 0
    /// The sum of those investments, in `Funnel.unit`; nil if none is printed.
    package var amount: Double?
    /// Projects that a document records on this very rung, now or before: the cohort of the rung.
    package var recorded = 0
    /// The number of `recorded` projects that advanced further afterwards; see `ProjectStatus.advanced(from:)`.
    package var further = 0
    /// Whether a document records any project on a higher rung.
    package var hasNext = true
    /// Projects that reached this rung or a higher one, including those halted since. A project on a higher rung is
    /// assumed to have passed this one.
    package var everReached = 0

    /// The number of `everReached` projects that no document records on this rung.
    package var inferred: Int { everReached - recorded }

    /// The share of the cohort that advanced further, a fraction; nil without a cohort, and where no document
    /// records any project further up: what nobody reports is no failure.
    package var rate: Double? {
      recorded > 0 && rung < .fullOutput && hasNext ? Double(further) / Double(recorded) : nil
    }
  }

  /// The projects that one document records on a rung, such as a plan's list, and the number of them that advanced
  /// further.
  package struct Cohort: Equatable, Sendable {
    /// The id of the document.
    package var source: String
    /// The rung of the ladder.
    package var rung: Rung
    /// The number of projects that the document lists at the rung.
    package var recorded: Int
    /// The number of those that reached a later rung since.
    package var further: Int
    /// The number of `further` whose stage is inferred from the wording of a document.
    package var deduced: Int
    /// The number of those that are halted now and not among `further`.
    package var halted: Int

    /// Creates a cohort from its counts.
    package init(
      source: String, rung: Rung, recorded: Int, further: Int, deduced: Int = 0, halted: Int = 0
    ) {
      (self.source, self.rung, self.recorded, self.further, self.deduced, self.halted) = (
        source, rung, recorded, further, deduced, halted
      )
    }
  }

  /// The rungs of the ladder that the dataset names, from the lowest; excludes those off the ladder.
  package private(set) var stages: [Stage]
  /// Projects off the ladder: halted, cancelled.
  package private(set) var beside: [Rung: Int]
  /// Projects without a known stage; they are on no rung.
  package private(set) var unstaged = 0
  /// Product lines and programmes of a plan, which are counted apart.
  package private(set) var planItems = 0
  /// Projects that a document records as planned or in reserve, now or before they advanced or were halted.
  package private(set) var intended = 0
  /// The first day of the earliest known plan; nil without one.
  package let start: Day?
  /// The unit of the amounts: that of the first printed investment; nil if none is printed.
  package let unit: String?
  /// The cohorts by document, the oldest first, then by rung.
  package private(set) var cohorts: [Cohort]

  /// Counts in one pass over the projects.
  ///
  /// - Parameters:
  ///   - dataset: the data that name the stages.
  ///   - projects: the projects to count, such as those of a cluster; without parts, which would be counted in addition
  ///     to their whole.
  ///   - sources: the documents known on the day, oldest first.
  package init(_ projects: [ProjectStatus], in dataset: Dataset, sources: [Source]) {
    unit = projects.lazy.compactMap(\.investment).first?.unit
    stages = Rung.ladder.map { Stage(rung: $0) }
    let known = Set(sources.map(\.id))
    start = dataset.plans.lazy.filter { known.contains($0.source) }.map(\.start).min()
    (beside, cohorts) = ([:], [])
    var documents = Cohorts(dataset, sources)
    let hasBuilt = projects.contains { $0.project.isBuilt }
    for status in projects {
      guard status.project.isBuilt || !hasBuilt else {
        addItem(status)
        continue
      }
      add(status, dataset)
      documents.add(status)
    }
    cohorts = documents.found
    for index in stages.indices {
      stages[index].hasNext = stages[(index + 1)...].contains { $0.recorded > 0 }
    }
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    stages.removeAll { !named.contains($0.rung) && $0.standing == 0 && $0.planItems == 0 }
  }

  /// Adds a product line or a programme.
  private mutating func addItem(_ status: ProjectStatus) {
    planItems += 1
    if let rung = status.rung, rung < .stalled { stages[rung.order].planItems += 1 }
  }

  private mutating func add(_ status: ProjectStatus, _ dataset: Dataset) {
    guard let rung = status.rung else {
      unstaged += 1
      return
    }
    if rung < .stalled { addStanding(status, at: rung.order, dataset) } else { beside[rung, default: 0] += 1 }
    if status.wasRecorded(on: .planned) || status.wasRecorded(on: .reserve) { intended += 1 }
    guard let furthest = status.furthest else { return }
    for lower in 0...furthest.order {
      stages[lower].everReached += 1
      guard status.wasRecorded(on: stages[lower].rung) else { continue }
      stages[lower].recorded += 1
      if status.advanced(from: stages[lower].rung) { stages[lower].further += 1 }
    }
  }

  /// Adds a project on the ladder. The investment of a halted project belongs to no rung.
  private mutating func addStanding(_ status: ProjectStatus, at order: Int, _ dataset: Dataset) {
    stages[order].standing += 1
    if status.isInferred { stages[order].deduced += 1 }
    if order > Rung.reserve.order {
      if let start, status.stood(before: start) {
        stages[order].earlier += 1
      } else if status.outgrewIntention {
        stages[order].outgrown += 1
        if status.isInferred { stages[order].outgrownDeduced += 1 }
      } else if status.isInferred {
        stages[order].firstSeenDeduced += 1
      } else if !status.isNews {
        stages[order].firstSeenUndated += 1
      }
    }
    guard let figure = status.investment, let amount = Funnel.amount(figure, in: unit, dataset) else {
      return
    }
    stages[order].priced += 1
    stages[order].amount = (stages[order].amount ?? 0) + amount
  }

  private static func amount(_ figure: Figure, in unit: String?, _ dataset: Dataset) -> Double? {
    guard let unit, figure.unit != unit else { return figure.value }
    guard let from = dataset.units[figure.unit], let to = dataset.units[unit], from.dimension == to.dimension,
      to.scale > 0
    else { return nil }
    return figure.value * from.scale / to.scale
  }
}

extension Funnel {
  /// The rungs beyond planned and in reserve that have projects now, the furthest first.
  package var advancedStages: [Stage] { stages.filter { $0.rung > .reserve && $0.standing > 0 }.reversed() }

  /// The projects that are beyond planned and in reserve now; without those halted since.
  package var advanced: Int { advancedStages.reduce(0) { $0 + $1.standing } }

  /// The number of ``advanced`` projects that stood on their rung before the first plan began.
  package var earlier: Int { advancedStages.reduce(0) { $0 + $1.earlier } }

  /// The number of ``advanced`` projects that were once planned or in reserve; excludes ``earlier``.
  package var outgrown: Int { advancedStages.reduce(0) { $0 + $1.outgrown } }

  /// The number of ``outgrown`` projects whose stage is inferred.
  package var outgrownDeduced: Int { advancedStages.reduce(0) { $0 + $1.outgrownDeduced } }

  /// The number of ``firstSeen`` projects whose stage is inferred.
  package var firstSeenDeduced: Int { advancedStages.reduce(0) { $0 + $1.firstSeenDeduced } }

  /// The number of ``firstSeen`` projects for which no document dates the stage.
  package var firstSeenUndated: Int { advancedStages.reduce(0) { $0 + $1.firstSeenUndated } }

  /// Whether any document puts a project on a rung of its own list: where none does, its count is not known.
  ///
  /// A rung below one that projects have reached was passed by them, but if no document names a project there, that none
  /// stands there now proves nothing.
  package func isDocumented(_ rung: Rung) -> Bool {
    guard rung < .stalled else { return true }
    return stages.first { $0.rung == rung }.map { $0.recorded > 0 } ?? false
  }

  /// The number of ``advanced`` projects that no document recorded as an intention before they had begun; excludes
  /// ``earlier``.
  package var firstSeen: Int { advanced - earlier - outgrown }

  /// The year before the first plan, by the end of which ``earlier`` projects stood on their rung; nil without a plan.
  package var earlierYear: Int? { start.map { $0.year - 1 } }

  /// The projects on the ladder with a printed investment.
  package var priced: Int { stages.reduce(0) { $0 + $1.priced } }

  /// Whether enough investments are printed, one in twenty projects, for amounts of each stage to mean anything.
  package var hasAmounts: Bool {
    priced > 0 && 20 * priced >= stages.reduce(0) { $0 + $1.standing }
  }

  /// The largest list of intentions in one document: projects planned or in reserve; nil if no document lists more than
  /// one.
  package var intentions: Cohort? {
    cohorts.filter { $0.rung <= .reserve && $0.recorded > 1 }.max { $0.recorded < $1.recorded }
  }
}

/// Counts by document and rung.
private struct Cohorts {
  private let rungs: [String: Rung]
  private let sources: [String]
  private let places: [String: Int]
  private var counts: [(recorded: Int, further: Int, deduced: Int, halted: Int)]

  init(_ dataset: Dataset, _ sources: [Source]) {
    rungs = dataset.rungs
    self.sources = sources.map(\.id)
    places = Dictionary(
      sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    counts = Array(repeating: (0, 0, 0, 0), count: sources.count * Rung.ladder.count)
  }

  /// Adds a project to its cohorts. A project that a document records twice on a rung counts once.
  mutating func add(_ status: ProjectStatus) {
    var seen: [Int] = []
    for milestone in status.records {
      guard let rung = rungs[milestone.stage], rung < .stalled, status.wasRecorded(on: rung) else { continue }
      for citation in milestone.citations {
        guard let source = places[citation.source] else { continue }
        let place = source * Rung.ladder.count + rung.order
        guard !seen.contains(place) else { continue }
        seen.append(place)
        counts[place].recorded += 1
        if status.advanced(from: rung) {
          counts[place].further += 1
          if status.isInferred { counts[place].deduced += 1 }
        } else if status.rung == .stalled {
          counts[place].halted += 1
        }
      }
    }
  }

  var found: [Funnel.Cohort] {
    counts.enumerated().compactMap { place, count in
      guard count.recorded > 0 else { return nil }
      return Funnel.Cohort(
        source: sources[place / Rung.ladder.count], rung: Rung.ladder[place % Rung.ladder.count],
        recorded: count.recorded, further: count.further, deduced: count.deduced, halted: count.halted)
    }
  }
}
