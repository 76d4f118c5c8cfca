import Domain

/// The records that count on a day.
package struct KnownRecords {
  let dataset: Dataset
  let asOf: Day
  /// The last day considered; nil if nothing is left out.
  let through: Day?
  /// Whether every document of the dataset is known.
  let isComplete: Bool
  private let knownSources: Set<String>

  /// Creates the selection of a day; `through` limits the periods of figures, nil does not.
  package init(dataset: Dataset, asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.asOf = asOf
    self.through = through
    knownSources = Set(dataset.sources.filter { $0.knownOn <= asOf }.map(\.id))
    isComplete = knownSources.count == dataset.sources.count
  }

  /// The known documents, oldest first; those of one day are in file order.
  var sources: [Source] {
    dataset.sources.enumerated().filter { knownSources.contains($0.element.id) }
      .sorted { ($0.element.knownOn, $0.offset) < ($1.element.knownOn, $1.offset) }.map(\.element)
  }

  /// The dataset's choice if its document is known, otherwise the classification of the newest known document; nil if
  /// none is known.
  var classification: Classification? {
    let all = dataset.classifications.filter { knownSources.contains($0.source) }
    // When looking back, only classifications published by then, if there are any.
    let used = all.filter { classification in
      through.map { (dataset.sources[classification.source]?.knownOn ?? .distantPast) <= $0 } ?? true
    }
    let known = used.isEmpty ? all : used
    func date(_ classification: Classification) -> Day {
      dataset.sources[classification.source]?.knownOn ?? .distantPast
    }
    return known.first { $0.id == dataset.info.classification } ?? known.max { date($0) < date($1) }
  }

  /// Whether any of the cited documents is known.
  package func isKnown(_ citations: [Citation]) -> Bool {
    citations.contains { knownSources.contains($0.source) }
  }

  /// Whether any of these documents is known.
  package func isKnown(sources: [String]) -> Bool { sources.contains(where: knownSources.contains) }

  /// Known statements that no known statement supersedes, in file order.
  var figures: [Figure] {
    let known = dataset.figures.filter { isKnown($0.citations) }
    let superseded = Set(known.compactMap(\.supersedes))
    return known.filter { !superseded.contains($0.id) && !isLater($0) }
  }

  /// Whether it is an actual figure for a time after the last day considered; a planned figure never is.
  private func isLater(_ figure: Figure) -> Bool {
    guard let through, figure.plan == nil else { return false }
    return figure.period.end > through
  }
}
