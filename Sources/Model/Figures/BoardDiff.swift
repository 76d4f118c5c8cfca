import Domain

/// The changes between two boards: two days of one dataset, or two datasets.
package struct BoardDiff: Sendable {
  /// A project that advanced, halted or fell back. If a project takes its stage from a part, only the part is listed.
  package struct Move: Sendable {
    /// The project.
    package var project: Project
    /// The earlier rung; nil if the project was not known.
    package var from: Rung?
    /// The later rung; nil if the stage is unknown.
    package var to: Rung?
    /// The project that it is a part of and counted with; nil if it is not a part.
    package var parent: Project?

    /// Creates a move; nil for `from` is a project new on the board, nil for `to` one that left it.
    package init(project: Project, from: Rung? = nil, to: Rung? = nil, parent: Project? = nil) {
      (self.project, self.from, self.to, self.parent) = (project, from, to, parent)
    }
  }

  /// A target that replaces another as the one shown for a subject.
  package struct TargetChange: Sendable {
    /// The target shown before.
    package var before: Figure
    /// The target shown now.
    package var after: Figure
  }

  /// A statement that replaces another.
  package struct Correction: Sendable {
    /// The earlier statement.
    package var before: Figure
    /// The later statement.
    package var after: Figure
  }

  /// Documents that only the later board includes, oldest first.
  package var sources: [Source]
  /// New statements that do not replace another.
  package var added: [Figure]
  /// Statements that no longer count and are not replaced.
  package var removed: [Figure]
  /// Statements replaced by one on the same topic from a newer document, or by one that names them as superseded.
  package var superseded: [Correction]
  /// Statements with a different value under the same id, or on the same topic from the same document.
  package var corrected: [Correction]
  /// The targets that are shown instead of another one.
  package var targets: [TargetChange]
  /// The projects that are known only on the later board.
  package var appeared: [ProjectStatus]
  /// Projects that are no longer listed, not even as a twin of another.
  package var delisted: [ProjectStatus]
  /// The projects on another rung of the ladder.
  package var moved: [Move]
  /// Other changes of projects that are on both boards.
  package var changed: [ProjectChange]
  /// The conflicts that only the later board has.
  package var conflicts: [Conflict]
  /// The conflicts that only the earlier board has.
  package var settled: [Conflict]
  /// The changes of lights, problems, decisions and reports.
  package var month: MonthDiff

  /// Compares records by id. O(n) in the number of records. All lists are in file order.
  package init(from old: Board, to new: Board) {
    func without<Element: Identified>(_ left: [Element], _ right: [Element]) -> [Element] {
      let known = Set(right.map(\.id))
      return left.filter { !known.contains($0.id) }
    }
    sources = without(new.sources, old.sources)
    conflicts = without(new.conflicts, old.conflicts)
    settled = without(old.conflicts, new.conflicts)
    month = MonthDiff(from: old, to: new)
    let figures = FigureDiff(from: old, to: new)
    added = figures.added
    removed = figures.removed
    superseded = figures.superseded
    corrected = figures.corrected
    let oldProjects = Dictionary(
      old.projects.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    appeared = new.projects.filter { old.position(ofProject: $0.project.id) == nil }
    delisted = old.projects.filter { new.position(ofProject: $0.project.id) == nil }
    moved = new.projects.compactMap { status in
      guard let before = oldProjects[status.project.id], before.rung != status.rung, status.stagePart == nil
      else { return nil }
      return Move(project: status.project, from: before.rung, to: status.rung, parent: status.parent)
    }
    let then = KnownRecords(dataset: new.complete, asOf: old.asOf)
    changed = new.projects.flatMap { status in
      oldProjects[status.project.id].map {
        ProjectChange.changes(
          from: $0, old.dataset, to: status, new.dataset, tagged: then.asKnown(status.project))
      } ?? []
    }
    let shown = Dictionary(
      old.targets.filter { !$0.isSecondary }.map { (Goal($0.target), $0.target) },
      uniquingKeysWith: { first, _ in first })
    targets = new.targets.filter { !$0.isSecondary }.compactMap { row in
      guard let before = shown[Goal(row.target)],
        Wanted(before, old.dataset) != Wanted(row.target, new.dataset)
      else { return nil }
      return TargetChange(before: before, after: row.target)
    }
  }

  /// Whether the two boards are the same in all lists.
  package var isEmpty: Bool {
    sources.isEmpty && added.isEmpty && removed.isEmpty && superseded.isEmpty && corrected.isEmpty
      && targets.isEmpty
      && appeared.isEmpty && delisted.isEmpty && moved.isEmpty && changed.isEmpty && conflicts.isEmpty
      && settled.isEmpty && month.isEmpty
  }

  /// The required level of a target, independent of its unit.
  private struct Wanted: Hashable {
    let value: Double
    let upper: Double?
    let comparator: Figure.Comparator

    init(_ target: Figure, _ data: Dataset) {
      let scale = data.units[target.unit]?.scale ?? 1
      value = target.value * scale
      upper = target.upper.map { $0 * scale }
      comparator = target.comparator
    }
  }

  /// The topic of a target, regardless of its plan.
  private struct Goal: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String
    let kind: Figure.Kind
    let year: Int

    init(_ figure: Figure) {
      subject = figure.subject
      indicator = figure.indicator
      scope = figure.scope
      kind = figure.kind
      year = figure.period.year
    }
  }
}
