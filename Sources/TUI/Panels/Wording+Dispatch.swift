import Canvas
import Domain
import Figures
import Output

// Words and marks of lights, matters under supervision and reports.

extension PanelContext {
  /// Returns the glyph of a light: never its colour alone.
  package func glyph(_ light: Light) -> String {
    switch light {
    case .green: glyphs.statuses[.onPace] ?? ""
    case .yellow: glyphs.statuses[.behind] ?? ""
    case .red: glyphs.statuses[.farBehind] ?? ""
    }
  }

  /// Returns the role of a light; muted where there is none.
  package func role(_ light: Light?) -> Role {
    switch light {
    case .green: .onPace
    case .yellow: .behind
    case .red: .farBehind
    case nil: .muted
    }
  }

  /// Returns the role of a task's own state.
  func role(_ state: StatusEntry.State?) -> Role {
    switch state {
    case .done: .reached
    case .halted: .farBehind
    case .postponed, .notStarted: .behind
    case .inHand: .strong
    case nil: .muted
    }
  }

  /// Returns when a measure takes place: `每月1日前`, or how often.
  func when(_ measure: Measure) -> String {
    measure.dueNote.map { text($0) } ?? measure.cadence.map { text($0.name) } ?? ""
  }

  /// Returns a difference of two ratios in points of percent: `+3.2`.
  func points(_ difference: Double) -> String {
    (difference > 0 ? "+" : "") + Decimal.text(difference * 100, digits: 1)
  }

  /// Returns `办理中，逾期12天` or `filed`.
  package func state(of standing: Supervision) -> String {
    let state = text(standing.state.name)
    if let days = standing.overdueDays {
      return text("\(state)，逾期\(days)天", "\(days) days overdue, \(state)")
    }
    return standing.isSettled ? "\(state) \(standing.since)" : state
  }

  /// Returns the glyph and role of a report.
  package func mark(_ state: ReportState) -> (glyph: String, role: Role) {
    switch state {
    case .none: (glyphs.isASCII ? "." : "·", .muted)
    case .pending: (glyphs.openNode, .muted)
    case .inTime: (glyphs.statuses[.reached] ?? "", .onPace)
    case .late: (glyphs.statuses[.behind] ?? "", .behind)
    case .missing: (glyphs.statuses[.farBehind] ?? "", .farBehind)
    }
  }

  /// Returns `未报，逾期7天` or `in time`.
  package func text(of state: ReportState) -> String {
    switch state {
    case .none: ""
    case .pending(let due): text("\(due)前", "due \(due)")
    case .inTime: text("按时", "in time")
    case .late(_, let days): text("迟报\(days)天", "\(days) days late")
    case .missing(_, let days): text("未报，逾期\(days)天", "missing, \(days) days late")
    }
  }
}
