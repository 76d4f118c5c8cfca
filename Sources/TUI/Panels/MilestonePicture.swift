import Canvas
import Domain
import Figures

/// The milestones of a project on a line, oldest first: dots for reached milestones, rings for expected ones. Leaves out
/// a plan that lists what had begun before, and expectations that are met or were only of a lower stage.
struct MilestonePicture {
  var status: ProjectStatus
  var context: PanelContext

  private static let gap = 3

  /// Returns three lines, or a multiple of three if `width`, in columns, is too small for one row of milestones; empty
  /// without milestones.
  func lines(width: Int) -> [Line] {
    let steps = shown.map(step)
    let widest = steps.map { max(TextWidth.columns(of: $0.stage), TextWidth.columns(of: $0.date)) }.max() ?? 0
    let slot = min(max(10, widest + Self.gap), max(1, width))
    let count = max(1, width / slot)
    return stride(from: 0, to: steps.count, by: count).flatMap { first in
      rows(Array(steps[first..<min(first + count, steps.count)]), slot, isLast: first + count >= steps.count)
    }
  }

  private var shown: [Milestone] {
    func rung(_ milestone: Milestone) -> Rung { context.dataset.rung(of: milestone.stage) }
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

  private func rows(_ steps: [Step], _ slot: Int, isLast: Bool) -> [Line] {
    var picture: [Span] = []
    var stages: [Span] = []
    var dates: [Span] = []
    for (index, step) in steps.enumerated() {
      let style = Style(step.role, on: .plain, step.isExpected ? [] : .bold)
      picture.append(Span(step.isExpected ? context.glyphs.openNode : context.glyphs.node, style))
      if index < steps.count - 1 || !isLast {
        let isDotted = steps.indices.contains(index + 1) ? steps[index + 1].isExpected : step.isExpected
        let line = isDotted ? context.glyphs.way : String(context.glyphs.horizontal)
        picture.append(Span(String(repeating: line, count: slot - 1), .muted))
      }
      stages.append(Span(TextWidth.padded(step.stage, to: slot, mark: context.glyphs.ellipsis), style))
      dates.append(Span(TextWidth.padded(step.date, to: slot, mark: context.glyphs.ellipsis), .muted))
    }
    return [Line(picture), Line(stages), Line(dates)]
  }
}
