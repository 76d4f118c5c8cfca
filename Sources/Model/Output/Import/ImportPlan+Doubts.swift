import Domain
import Figures
import Store

/// Effects of an import that are not faults but should be reviewed.
extension ImportPlan {
  /// A project that would move down the ladder, because the newest statement counts.
  package struct Setback: Sendable {
    /// The line in the table.
    package var line: Int
    /// The name of the project.
    package var project: Name
    /// The stage before the import.
    package var before: Name
    /// The lower stage after it.
    package var after: Name

    /// The sentence for people.
    package var words: Name {
      Name(
        zh: "\(project.zh)：由“\(before.zh)”退回“\(after.zh)”",
        en: "\(project.en): back from \(before.en) to \(after.en)")
    }
  }

  /// Returns the projects of the table that would move back.
  ///
  /// - Parameters:
  ///   - old: the dataset before the import.
  ///   - new: the dataset after it.
  package func setbacks(from old: Dataset, to new: Dataset) -> [Setback] {
    guard !projectLines.isEmpty else { return [] }
    let before = Board(old, asOf: .distantFuture).projects.filter { projectLines[$0.project.id] != nil }
    let rungs = Dictionary(before.map { ($0.project.id, $0.rung) }, uniquingKeysWith: { first, _ in first })
    let setbacks = Board(new, asOf: .distantFuture).projects.compactMap { status -> Setback? in
      guard let line = projectLines[status.project.id], let was = rungs[status.project.id] ?? nil,
        let present = status.rung, Rung.ladder.contains(was), Rung.ladder.contains(present), present < was
      else { return nil }
      return Setback(
        line: line, project: status.project.name, before: old.rungName(was), after: new.rungName(present))
    }
    return setbacks.sorted { $0.line < $1.line }
  }

  /// Returns the warnings of the rules about the dataset after the import that do not occur before it.
  package static func doubts(from old: Dataset, to new: Dataset) -> [Diagnostic] {
    let known = Set(warnings(old).map(\.fault))
    return warnings(new).filter { !known.contains($0.fault) }
  }

  private static func warnings(_ dataset: Dataset) -> [Diagnostic] {
    DatasetCheck(dataset: dataset).diagnostics().filter { $0.severity == .warning }
  }
}
