import Domain

/// The statements that replace each other between two boards.
struct FigureDiff {
  private(set) var added: [Figure] = []
  private(set) var removed: [Figure] = []
  private(set) var superseded: [BoardDiff.Correction] = []
  private(set) var corrected: [BoardDiff.Correction] = []

  /// Compares the statements of two boards. O(n) in the number of statements. All lists are in file order.
  init(from old: Board, to new: Board) {
    let before = Dictionary(old.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.figures.map(\.id))
    let topics = Dictionary(grouping: old.figures, by: Topic.init)
    var replaced: Set<String> = []
    for figure in new.figures {
      if let same = before[figure.id] {
        if !FigureDiff.says(same, theSameAs: figure) {
          corrected.append(BoardDiff.Correction(before: same, after: figure))
        }
        continue
      }
      let rivals = topics[Topic(figure)] ?? []
      if let same = figure.supersedes.flatMap({ before[$0] }) {
        superseded.append(BoardDiff.Correction(before: same, after: figure))
        replaced.insert(same.id)
      } else if let same = rivals.first(where: {
        !after.contains($0.id) && FigureDiff.shareSource($0, figure)
      }) {
        if !FigureDiff.says(same, theSameAs: figure) {
          corrected.append(BoardDiff.Correction(before: same, after: figure))
        }
        replaced.insert(same.id)
      } else if let same = rivals.last(where: {
        FigureDiff.known($0, in: old) < FigureDiff.known(figure, in: new)
      }) {
        superseded.append(BoardDiff.Correction(before: same, after: figure))
        replaced.insert(same.id)
      } else {
        added.append(figure)
      }
    }
    removed = old.figures.filter { !after.contains($0.id) && !replaced.contains($0.id) }
  }

  /// The topic of a statement, regardless of its value.
  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let period: Period
    let kind: Figure.Kind
    let scope: String
    let plan: String?

    init(_ figure: Figure) {
      subject = figure.subject
      indicator = figure.indicator
      period = figure.period
      kind = figure.kind
      scope = figure.scope
      plan = figure.plan
    }
  }

  private static func says(_ left: Figure, theSameAs right: Figure) -> Bool {
    left.value == right.value && left.upper == right.upper && left.unit == right.unit
      && left.comparator == right.comparator && left.period == right.period && left.kind == right.kind
  }

  private static func shareSource(_ left: Figure, _ right: Figure) -> Bool {
    !Set(left.citations.map(\.source)).isDisjoint(with: right.citations.map(\.source))
  }

  /// Returns the first day on which a document of the statement became known.
  private static func known(_ figure: Figure, in board: Board) -> Day {
    figure.citations.compactMap { board.dataset.sources[$0.source]?.knownOn }.min() ?? .distantPast
  }
}
