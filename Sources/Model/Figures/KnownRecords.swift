import Domain

/// Which records count on a day.
package struct KnownRecords {
  let dataset: Dataset
  let asOf: Day
  /// The last day that is looked at; nil when nothing is left out.
  let through: Day?
  /// Whether every document of the dataset is known.
  let knowsAll: Bool
  private let knownSources: Set<String>

  package init(dataset: Dataset, asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.asOf = asOf
    self.through = through
    knownSources = Set(dataset.sources.filter { $0.knownOn <= asOf }.map(\.id))
    knowsAll = knownSources.count == dataset.sources.count
  }

  /// Oldest first; of one day in the order of the files.
  var sources: [Source] {
    dataset.sources.enumerated().filter { knownSources.contains($0.element.id) }
      .sorted { ($0.element.knownOn, $0.offset) < ($1.element.knownOn, $1.offset) }.map(\.element)
  }

  /// The dataset's choice if its document is known, else the one of the newest known document.
  var classification: Classification? {
    let all = dataset.classifications.filter { knownSources.contains($0.source) }
    // Of a period, those that were in use then.
    let used = all.filter { classification in
      through.map { (dataset.sources[classification.source]?.knownOn ?? .distantPast) <= $0 } ?? true
    }
    let known = used.isEmpty ? all : used
    func date(_ classification: Classification) -> Day {
      dataset.sources[classification.source]?.knownOn ?? .distantPast
    }
    return known.first { $0.id == dataset.info.classification } ?? known.max { date($0) < date($1) }
  }

  package func isKnown(_ citations: [Citation]) -> Bool {
    citations.contains { knownSources.contains($0.source) }
  }

  /// Whether any of these sources is.
  package func isKnown(sources: [String]) -> Bool { sources.contains(where: knownSources.contains) }

  /// Known statements that no known statement supersedes.
  var figures: [Figure] {
    let known = dataset.figures.filter { isKnown($0.citations) }
    let superseded = Set(known.compactMap(\.supersedes))
    return known.filter { !superseded.contains($0.id) && !isLater($0) }
  }

  /// Whether it tells what happened after the last day that is looked at; what a plan wants is never later.
  private func isLater(_ figure: Figure) -> Bool {
    guard let through, figure.plan == nil else { return false }
    return figure.period.end > through
  }
}
