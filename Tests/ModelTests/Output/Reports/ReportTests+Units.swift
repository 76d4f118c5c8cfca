import Domain
import Figures
import Output
import Store
import Testing

/// The units that answer for a target.
extension ReportTests {
  @Test func `every unit that leads a task is named`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let leading = TaskBoard(report.board).units.filter { !$0.led.isEmpty }.map(\.organisation.name.zh)
    #expect(Set(leading) == Set((report.duties.map(\.unit) + report.otherUnits).map(\.name.zh)))
    let section = markdown(report).split(separator: "\n").drop { !$0.hasSuffix("、责任单位") }
    let text = section.dropFirst().prefix { !$0.hasPrefix("## ") }.joined()
    for name in leading { #expect(text.contains(name), "\(name)") }
  }

  @Test func `a unit is named for a target only where a task of its own prints the indicator`() throws {
    for name in ["small", "qianjiang", "gas-conversion"] {
      let report = Report(try Fixture(name).dataset(), asOf: try day("2026-01-01"))
      for alert in report.alerts {
        let linking = TaskBoard(report.board).programmes.flatMap(\.tasks).filter { task in
          task.task.indicators.contains {
            $0.indicator == alert.row.indicator.id && $0.subject == alert.row.target.subject
          }
        }
        let leads = Set(linking.flatMap(\.task.lead))
        #expect(alert.responsibility.units.allSatisfy { leads.contains($0.id) }, "\(alert.row.target.id)")
        #expect(alert.responsibility.units.isEmpty || !alert.responsibility.citations.isEmpty)
      }
      #expect(
        report.unassigned.map(\.row.target.id)
          == report.alerts.filter { $0.responsibility.units.isEmpty }.map(\.row.target.id))
    }
  }

  @Test func `the report states that no document names a unit`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let row = try #require(report.alerts.first { $0.row.target.id == "sc2022-gross-output-2025" })
    #expect(row.responsibility.units.isEmpty && row.responsibility.tasks.isEmpty)
    #expect(
      report.duties.allSatisfy { duty in duty.targets.allSatisfy { $0.target.id != row.row.target.id } })
    let lines = markdown(report).split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("| ") && $0.contains("| 规上工业总产值 |")
          && $0.hasSuffix("| 没有文件指明责任单位 | 没有任务列出此指标 |")
      })
    let unnamed = lines.first { $0.contains("没有文件指明责任单位：") }
    #expect(unnamed?.contains("规上工业总产值") == true)
    #expect(markdown(report, .en).contains("no document names a responsible unit"))
  }
}
