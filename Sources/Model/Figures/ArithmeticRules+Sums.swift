import Domain

extension ArithmeticRules {
  /// The properties that a whole shares with its parts.
  fileprivate struct Level: Hashable {
    let subject: Subject
    let period: Period
    let kind: Figure.Kind
    let plan: String?
    let unit: String

    init(_ subject: Subject, like figure: Figure) {
      self.subject = subject
      (period, kind, plan, unit) = (figure.period, figure.kind, figure.plan, figure.unit)
    }
  }

  /// The statements of the indicator whose cluster values add up to the district.
  private struct Totals {
    let figures: [Figure]
    let levels: [Level: [Figure]]
    /// The documents with a statement about a subject, kind and period, regardless of plan and unit.
    let documents: [Level: Set<String>]

    init(_ figures: [Figure]) {
      self.figures = figures
      levels = Dictionary(grouping: figures) { Level($0.subject, like: $0) }
      var documents: [Level: Set<String>] = [:]
      for figure in figures {
        documents[Self.topic(figure), default: []].formUnion(figure.citations.lazy.map(\.source))
      }
      self.documents = documents
    }

    static func topic(_ figure: Figure) -> Level { Level(figure) }
  }

  /// Checks clusters of one classification against the district, and sub-industries against their cluster, for the
  /// indicator whose cluster values add up. A sum is only checked if every part has a figure.
  func sums() -> [Finding] {
    let totals = Totals(
      figures.filter { $0.indicator == dataset.info.total && [.actual, .target].contains($0.kind) })
    let groups = dataset.partGroups()
    var checked: [Level: Int] = [:]
    var findings: [Finding] = []
    for whole in totals.figures {
      guard let groups = groups[whole.subject] else { continue }
      // Many statements of one whole contradict each other, which another rule reports.
      let count = checked[Level(whole.subject, like: whole), default: 0]
      guard count < Finding.most else { continue }
      checked[Level(whole.subject, like: whole)] = count + 1
      findings += groups.compactMap { sum(of: $0, against: whole, totals) }
    }
    return findings
  }

  private func sum(of parts: [Subject], against whole: Figure, _ totals: Totals) -> Finding? {
    guard parts.count > 1, let addends = addends(parts, whole, totals) else { return nil }
    let sum = addends.reduce(0) { $0 + $1.value }
    guard !Formula.isSum(sum, whole.value) else { return nil }
    let listed = addends.prefix(Finding.most)
    let terms =
      listed.map(\.valueText).joined(separator: " + ") + (addends.count > listed.count ? " + …" : "")
    let words = Name(both: "\(terms) = \(Decimal.text(sum)); \(whole.valueText)")
    return Finding(
      rule: .sumMismatch, figures: [whole.id] + listed.map(\.id),
      unlisted: addends.dropFirst(listed.count).map(\.id),
      computed: words + .rest(addends.count - listed.count))
  }

  /// Returns one statement of each part; nil if any part has none.
  private func addends(_ parts: [Subject], _ whole: Figure, _ totals: Totals) -> [Figure]? {
    var addends: [Figure] = []
    for part in parts {
      let found = totals.levels[Level(part, like: whole)]?.first {
        countComparison()
        return isSameDocument($0, whole, totals)
      }
      guard let found else { return nil }
      addends.append(found)
    }
    return addends
  }

  /// Whether a part and the whole may be compared: the whole is planned, both are in one document, or no document of
  /// the part states such a whole. In the last case only the dataset's choice of statements separates them.
  private func isSameDocument(_ part: Figure, _ whole: Figure, _ totals: Totals) -> Bool {
    if whole.plan != nil { return true }
    let sources = part.citations.lazy.map(\.source)
    let own = Set(whole.citations.lazy.map(\.source))
    if sources.contains(where: own.contains) { return true }
    // The documents of the part have no statement like the whole.
    let documents = totals.documents[Totals.topic(whole)] ?? []
    return !sources.contains(where: documents.contains)
  }
}

extension ArithmeticRules.Level {
  /// Creates the topic of a figure, regardless of plan and unit.
  fileprivate init(_ figure: Figure) {
    (subject, period, kind, plan, unit) = (figure.subject, figure.period, figure.kind, nil, "")
  }
}
