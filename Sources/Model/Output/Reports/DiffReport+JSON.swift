import Domain
import Figures

extension DiffReport {
  /// The comparison as JSON, as in `schemas/diff.schema.json`.
  package var json: JSONOutput {
    .object([
      ("from", side(old)), ("to", side(new)), ("changed", .boolean(!diff.isEmpty)),
      ("sources", list(diff.sources, source)), ("figures_added", list(diff.added) { figure($0, new) }),
      ("figures_superseded", pairs(diff.superseded)), ("figures_corrected", pairs(diff.corrected)),
      ("figures_removed", list(diff.removed) { figure($0, old) }),
      (
        "targets_changed",
        list(diff.targets) {
          .object([("before", figure($0.before, old)), ("after", figure($0.after, new))])
        }
      ),
      ("projects_moved", list(diff.moved, move)), ("projects_changed", list(diff.changed, change)),
      ("projects_appeared", projects(diff.appeared)), ("projects_vanished", projects(diff.delisted)),
      ("conflicts_new", conflicts(diff.conflicts)), ("conflicts_settled", conflicts(diff.settled)),
      (
        "lights_changed",
        list(diff.month.lights) { change in
          .object([
            ("id", .string(change.history.id)), ("name", .name(new.dataset.name(of: change.history))),
            ("period", .string(change.history.last.period.text)),
            ("before", .optional(change.before?.rawValue)),
            ("after", .optional(change.history.light?.rawValue)),
          ])
        }
      ),
      ("problems_changed", list(diff.month.problems, matter)),
      ("decisions_changed", list(diff.month.decisions, matter)),
      (
        "reports_received",
        list(diff.month.reports) { report in
          .object([
            ("id", .string(report.id)), ("duty", .string(report.duty)),
            ("period", .string(report.period.text)),
            ("received", .string(report.received.description)),
          ])
        }
      ),
    ])
  }

  private func list<Entry>(_ entries: [Entry], _ object: (Entry) -> JSONOutput) -> JSONOutput {
    .array(entries.map(object))
  }

  private func source(_ source: Source) -> JSONOutput {
    .object([
      ("id", .string(source.id)), ("title", .name(source.title)), ("date", .string(source.date.text)),
    ])
  }

  private func move(_ move: BoardDiff.Move) -> JSONOutput {
    .object([
      ("id", .string(move.project.id)), ("name", .name(move.project.name)),
      ("from", .optional(move.from?.rawValue)), ("to", .optional(move.to?.rawValue)),
    ])
  }

  private func change(_ change: ProjectChange) -> JSONOutput {
    .object([
      ("id", .string(change.project.id)), ("name", .name(change.project.name)),
      ("property", .string(change.property.rawValue)), ("before", .optional(name: change.before)),
      ("after", .optional(name: change.after)),
    ])
  }

  private func matter(_ change: MonthDiff.MatterChange) -> JSONOutput {
    .object([
      ("id", .string(change.id)), ("title", .name(change.title)),
      ("before", .optional(change.before?.rawValue)),
      ("after", .string(change.after.rawValue)), ("due_before", .optional(change.dueBefore?.description)),
      ("due", .optional(change.due?.description)),
    ])
  }

  private func side(_ board: Board) -> JSONOutput {
    .object([("dataset", .string(board.dataset.info.id)), ("as_of", .string(board.asOf.description))])
  }

  private func pairs(_ changes: [BoardDiff.Correction]) -> JSONOutput {
    .array(changes.map { .object([("before", figure($0.before, old)), ("after", figure($0.after, new))]) })
  }

  private func projects(_ statuses: [ProjectStatus]) -> JSONOutput {
    .array(
      statuses.map {
        .object([
          ("id", .string($0.project.id)), ("name", .name($0.project.name)),
          ("stage", .optional($0.rung?.rawValue)),
        ])
      })
  }

  private func conflicts(_ conflicts: [Conflict]) -> JSONOutput {
    .array(
      conflicts.map {
        .object([
          ("id", .string($0.id)), ("kind", .string($0.kind.rawValue)),
          ("severity", .string($0.severity.rawValue)), ("title", .name($0.title)),
        ])
      })
  }

  private func figure(_ figure: Figure, _ board: Board) -> JSONOutput {
    let name = board.dataset.indicatorName(of: figure)
    return .object([
      ("id", .string(figure.id)), ("subject", .string(figure.subject.text)),
      ("indicator", .string(figure.indicator)), ("name", .name(name)), ("value", .number(figure.value)),
      ("upper", figure.upper.map { .number($0) } ?? .null), ("unit", .string(figure.unit)),
      ("period", .string(figure.period.text)), ("kind", .string(figure.kind.rawValue)),
      ("comparator", .string(figure.comparator.rawValue)), ("scope", .string(figure.scope)),
      ("plan", .optional(figure.plan)),
      (
        "citations",
        .array(
          figure.citations.map {
            .object([
              ("source", .string($0.source)), ("section", .string($0.section)),
              ("line", .number(Double($0.line))), ("printed", .string($0.printed)),
            ])
          })
      ),
    ])
  }
}
