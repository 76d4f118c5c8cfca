import Canvas
import Domain
import Figures

/// The milestones of a project in the order of time: dots for reached milestones, rings for expected ones; on a line where
/// all fit, otherwise one below the other. Leaves out a plan that lists what had begun before, and expectations that are met or
/// were only of a lower stage.
struct MilestonePicture {
  var status: ProjectStatus
  var context: PanelContext

  private static let gap = 3

  /// Returns three lines with all milestones side by side, or a line for each if `width`, in columns, is too small; empty
  /// without milestones.
  func lines(width: Int) -> [Line] {
    let steps = ordered.map(step)
    let widest = steps.map { max(TextWidth.columns(of: $0.stage), TextWidth.columns(of: $0.date)) }.max() ?? 0
    let slot = max(10, widest + Self.gap)
    return slot * steps.count <= width ? row(steps, slot) : column(steps)
  }

  private var shown: [Milestone] {
    var hasBegun = false
    return status.milestones.filter { milestone in
      guard !milestone.isExpected else {
        return status.rung.map { $0 >= .stalled || rung(milestone) > $0 } ?? true
      }
      if hasBegun, rung(milestone) <= .reserve { return false }
      hasBegun = hasBegun || rung(milestone) > .reserve
      return true
    }
  }

  private func rung(_ milestone: Milestone) -> Rung { context.dataset.rung(of: milestone.stage) }

  /// The shown milestones: those reached, then those expected, each by time. One without a date is before the first of a
  /// higher stage.
  private var ordered: [Milestone] {
    let shown = shown
    return inOrder(shown.filter { !$0.isExpected }) + inOrder(shown.filter(\.isExpected))
  }

  private func inOrder(_ milestones: [Milestone]) -> [Milestone] {
    let dated = milestones.enumerated().filter { $0.element.date.precision != .unknown }
      .sorted { ($0.element.date.latest, $0.offset) < ($1.element.date.latest, $1.offset) }.map(\.element)
    return milestones.filter { $0.date.precision == .unknown }.reduce(into: dated) { steps, undated in
      let place = steps.firstIndex { rung($0) > rung(undated) }
      steps.insert(undated, at: place ?? steps.count)
    }
  }

  private struct Step {
    var stage: String
    var date: String
    var isExpected: Bool
    var role: Role
  }

  private func step(_ milestone: Milestone) -> Step {
    Step(
      stage: (milestone.isExpected ? context.text("预期", "expected ") : "")
        + context.stageName(milestone.stage)
        + (milestone.isInferred ? context.text("（推算）", " (inferred)") : ""),
      date: milestone.dateLabel(context.language), isExpected: milestone.isExpected,
      role: milestone.isExpected ? .muted : context.dataset.rung(of: milestone.stage).role)
  }

  private func style(_ step: Step) -> Style { Style(step.role, on: .plain, step.isExpected ? [] : .bold) }

  private func node(_ step: Step) -> Span {
    Span(step.isExpected ? context.glyphs.openNode : context.glyphs.node, style(step))
  }

  private func row(_ steps: [Step], _ slot: Int) -> [Line] {
    guard !steps.isEmpty else { return [] }
    var picture: [Span] = []
    var stages: [Span] = []
    var dates: [Span] = []
    for (index, step) in steps.enumerated() {
      picture.append(node(step))
      if steps.indices.contains(index + 1) {
        let line = steps[index + 1].isExpected ? context.glyphs.way : String(context.glyphs.horizontal)
        picture.append(Span(String(repeating: line, count: slot - 1), .muted))
      }
      stages.append(Span(TextWidth.padded(step.stage, to: slot, mark: context.glyphs.ellipsis), style(step)))
      dates.append(Span(TextWidth.padded(step.date, to: slot, mark: context.glyphs.ellipsis), .muted))
    }
    return [Line(picture), Line(stages), Line(dates)]
  }

  /// Returns a line for each milestone, with the dates in one column.
  private func column(_ steps: [Step]) -> [Line] {
    let widest = steps.map { TextWidth.columns(of: $0.date) }.max() ?? 0
    return steps.map { step in
      Line([
        node(step), Span(" \(TextWidth.padded(step.date, to: widest + 2))", .muted),
        Span(step.stage, style(step)),
      ])
    }
  }
}
