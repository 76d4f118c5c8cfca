import Domain
import Figures

/// Doubts about the records of an office's month.
struct MonthRule {
  let context: CheckContext
  private var data: Dataset { context.dataset }

  /// A problem or decision that nobody must act on.
  func withoutUnit() -> [CheckRule.Finding] {
    data.problems.filter { $0.unit == nil }.map { problem in
      finding(problem.id, problem.origin, Name(zh: "问题没有责任单位", en: "a problem without a responsible unit"))
    }
      + data.decisions.filter(\.units.isEmpty).map { decision in
        finding(
          decision.id, decision.origin, Name(zh: "决定没有责任单位", en: "a decision without a responsible unit"))
      }
  }

  /// An extension that was asked for after the day was over.
  func lateExtensions() -> [CheckRule.Finding] {
    histories.flatMap { id, history, due in
      var day = due
      return history.compactMap { step -> CheckRule.Finding? in
        defer { if [.extensionGranted, .reopened].contains(step.state), step.due != nil { day = step.due } }
        guard step.state == .extensionAsked, let day, step.date > day else { return nil }
        return finding(
          id, step.origin,
          Name(
            zh: "\(step.date)申请延期，期限\(day)已过",
            en: "an extension asked on \(step.date), after the due day \(day)"))
      }
    }
  }

  /// An entry after a matter was struck from the list, without its being reopened.
  func stepsAfterClosing() -> [CheckRule.Finding] {
    histories.compactMap { id, history, _ in
      for (step, next) in zip(history, history.dropFirst())
      where step.state == .closed && next.state != .reopened {
        return finding(
          id, next.origin,
          Name(
            zh: "\(step.date)已销号，\(next.date)又有“\(next.state.name.zh)”",
            en: "closed on \(step.date), then \(next.state.name.en) on \(next.date)"))
      }
      return nil
    }
  }

  /// A second report for one period of a duty.
  func repeatedReports() -> [CheckRule.Finding] {
    struct Key: Hashable {
      let duty: String
      let start: Day
    }
    var first: [Key: ReceivedReport] = [:]
    return data.reports.compactMap { report in
      let key = Key(duty: report.duty, start: report.period.start)
      guard let other = first[key] else {
        first[key] = report
        return nil
      }
      return finding(
        report.id, report.origin,
        Name(
          zh: "\(report.period.text)已有报告 \(other.id)", en: "\(other.id) is for \(report.period.text) as well")
      )
    }
  }

  /// A report that came before its period began.
  func earlyReports() -> [CheckRule.Finding] {
    data.reports.filter { $0.received < $0.period.start }.map { report in
      finding(
        report.id, report.origin,
        Name(
          zh: "\(report.received)收到，\(report.period.text)尚未开始",
          en: "received on \(report.received), before \(report.period.text) began"))
    }
  }

  private var histories: [(id: String, history: [Step], due: Day?)] {
    data.problems.map { ($0.id, $0.history, $0.due) } + data.decisions.map { ($0.id, $0.history, $0.due) }
  }

  private func finding(_ id: String, _ origin: Origin, _ words: Name) -> CheckRule.Finding {
    CheckRule.Finding(about: id, words: words, origin: origin)
  }
}
