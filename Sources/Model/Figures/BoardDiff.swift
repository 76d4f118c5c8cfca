import Domain

/// What changed from one board to another: between two days of one dataset, or between two datasets.
package struct BoardDiff: Sendable {
  /// A project that climbed, stalled or fell back. One whose stage is that of a part is not among them: the part is.
  package struct Move: Sendable {
    package var project: Project
    package var from: Rung?
    package var to: Rung?
    /// The project that it is a part of, and counted with; nil for most.
    package var parent: Project?

    package init(project: Project, from: Rung? = nil, to: Rung? = nil, parent: Project? = nil) {
      (self.project, self.from, self.to, self.parent) = (project, from, to, parent)
    }
  }

  /// A target that is shown for a subject, where another one was shown before.
  package struct TargetChange: Sendable {
    package var before: Figure
    package var after: Figure
  }

  /// A statement in the place of another one.
  package struct Correction: Sendable {
    package var before: Figure
    package var after: Figure
  }

  /// Documents that only the later board knows, oldest first.
  package var sources: [Source]
  /// Statements that are new and take no other one's place.
  package var added: [Figure]
  /// Statements that no longer count and that none takes the place of.
  package var removed: [Figure]
  /// Statements about the same by a newer document, or that say themselves what they supersede.
  package var superseded: [Correction]
  /// Statements that say something else under their own id, or by the same document about the same.
  package var corrected: [Correction]
  package var targets: [TargetChange]
  package var appeared: [ProjectStatus]
  /// Projects that are no more listed, not even as the same as another.
  package var vanished: [ProjectStatus]
  package var moved: [Move]
  /// What else is said of projects that both boards know.
  package var changed: [ProjectChange]
  package var conflicts: [Conflict]
  package var settled: [Conflict]

  /// Compares by id; O(n) in the number of records. All lists keep the order of the files.
  package init(from old: Board, to new: Board) {
    func without<Element: Identified>(_ left: [Element], _ right: [Element]) -> [Element] {
      let known = Set(right.map(\.id))
      return left.filter { !known.contains($0.id) }
    }
    sources = without(new.sources, old.sources)
    conflicts = without(new.conflicts, old.conflicts)
    settled = without(old.conflicts, new.conflicts)
    let figures = FigureDiff(from: old, to: new)
    added = figures.added
    removed = figures.removed
    superseded = figures.superseded
    corrected = figures.corrected
    let oldProjects = Dictionary(
      old.projects.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    appeared = new.projects.filter { old.position(ofProject: $0.project.id) == nil }
    vanished = old.projects.filter { new.position(ofProject: $0.project.id) == nil }
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

  package var isEmpty: Bool {
    sources.isEmpty && added.isEmpty && removed.isEmpty && superseded.isEmpty && corrected.isEmpty
      && targets.isEmpty
      && appeared.isEmpty && vanished.isEmpty && moved.isEmpty && changed.isEmpty && conflicts.isEmpty
      && settled.isEmpty
  }

  /// What a target wants, whatever unit it is printed in.
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

  /// What a target is about, whichever plan sets it.
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
