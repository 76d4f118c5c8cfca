import Testing

@testable import App
@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// The screen, the lists and the report tell the same figures.
///
/// What the list prints as JSON, unrounded, is written out here as people read it, and looked for in the cells of the
/// report and in the frames.
struct OneSetOfNumbersTests {
  static let datasets = ["qianjiang", "gas-conversion"]

  private struct Facts {
    let dataset: Dataset
    let report: Report
    /// The flat table of the report, by the names of its columns.
    let records: [[String: String]]

    init(_ name: String) throws {
      dataset = try DatasetLoader.load(directory: "\(Fixture.package)/fixtures/\(name)").dataset
      report = Report(dataset, asOf: Fixture.today)
      let sheet = report.records(.zh)
      records = sheet.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(sheet.columns.map(\.name), row.map(\.text)))
      }
    }

    func list(_ kind: ListKind) -> [JSONOutput] {
      RecordList(kind, of: Board(dataset, asOf: Fixture.today)).objects
    }

    func state(_ view: String) -> AppState {
      Fixture.state(dataset, view, .zh, width: 240, height: 120)
    }

    func section(_ name: String) -> [[String: String]] { records.filter { $0["部分"] == name } }

    /// The shown targets of the list, in its order, which is that of the view and of the report.
    var targets: [JSONOutput] { list(.targets).filter { $0["superseded"] == .boolean(false) } }

    /// Attainment as people are shown it: where lower is better, the distance from the target.
    func attainment(_ target: JSONOutput) -> String? {
      guard let indicator = target["indicator"]?.string, dataset.indicators[indicator]?.better == .lower
      else {
        return target["attainment"]?.percent
      }
      return target["attainment"]?.number.map {
        ($0 > 1 ? "高出目标" : "低于目标") + Decimal.percent(abs($0 - 1), digits: 0)
      }
    }

    /// The lag as people are shown it: none once the target is reached, or a later year proves the light wrong.
    static func lag(_ target: JSONOutput) -> String? {
      let ended = [Status.reached, .improved].map(\.rawValue)
      guard let status = target["status"]?.string, !ended.contains(status) else { return nil }
      return target["lag_months"]?.number.map {
        ($0 > 0 ? "滞后" : "超前") + Decimal.text(abs($0), digits: abs($0) < 0.95 ? 1 : 0) + "个月"
      }
    }

    /// What is needed a year: percent on a compound path, an amount on a linear one.
    static func required(_ target: JSONOutput) -> String? {
      target["required_growth"]?.percent ?? target["required_change"]?.number.map { Decimal.text($0) }
    }

    /// The word of the status, or why there is none.
    static func words(_ target: JSONOutput) throws -> [String] {
      let status = try #require(target["status"]?.string.flatMap(Status.init(rawValue:)))
      let year = target["actual_period"]?.string.map { "\($0.prefix(4))年" } ?? ""
      if status == .improved {
        // The light of the figure's year, and the least that is known of a later one.
        let ratio = try #require(target["schedule_ratio"]?.number)
        let former = ratio < 0.6 ? Status.farBehind : ratio < 0.8 ? .behind : .slightlyBehind
        return ["\(year)\(former.name.zh)，"]
      }
      let reached = [Status.reached: ["\(year)已达到", "\(year)完成"], .keptInPart: ["\(year)完成"]]
      return [status.name.zh, "提前完成", TargetProgress.equal.zh] + (reached[status] ?? [])
        + [target["obstacle"]?["zh"]?.string].compactMap(\.self)
    }

    /// The rows of the report's table that has all targets.
    var annex: [[String: String]] {
      let tables = ReportBuilder(report, language: .zh).build().blocks.compactMap { block -> Sheet? in
        if case .table(let sheet) = block { sheet } else { nil }
      }
      guard let sheet = tables.last else { return [] }
      return sheet.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(sheet.columns.map(\.name), row.map(\.text)))
      }
    }
  }

  @Test(arguments: datasets) func `targets: list, report and flat table`(_ name: String) throws {
    let facts = try Facts(name)
    let (targets, annex, records) = (facts.targets, facts.annex, facts.section("全部目标"))
    #expect(targets.count == annex.count && targets.count == records.count && !targets.isEmpty)
    for (target, (cells, record)) in zip(targets, zip(annex, records)) {
      let id = Comment(rawValue: target["figure"]?.string ?? "")
      for row in [cells, record] {
        let empty = row["部分"] == nil ? "-" : ""
        #expect(row["序时进度完成"] == target["schedule_ratio"]?.fixed(2) ?? empty, id)
        #expect(
          row["应达"]?.hasPrefix(target["expected"]?.number.map { Decimal.text($0) } ?? empty) == true, id)
        #expect(row["后续年均需增"]?.hasPrefix(Facts.required(target) ?? empty) == true, id)
        // A target in words has no number.
        let goal = target["target"]?.number == nil ? target["words"]?["zh"]?.string : target["target"]?.plain
        #expect(row["目标"]?.contains(goal ?? "?") == true, id)
        let words = try Facts.words(target)
        #expect(words.contains { row["状态"]?.hasPrefix($0) == true }, id)
        if target["status"]?.string == Status.improved.rawValue {
          let floor = try #require(target["schedule_ratio_floor"]?.fixed(2))
          #expect(row["状态"]?.hasSuffix("年至少\(floor)") == true, id)
        }
      }
      #expect(record["时间进度"] == target["elapsed"]?.percent ?? "", id)
      #expect(record["线性进度"] == target["linear_progress"]?.percent ?? "", id)
      #expect(record["增速比R"] == target["growth_ratio"]?.fixed(2) ?? "", id)
      #expect(cells["滞后"] == Facts.lag(target) ?? "-", id)
      #expect(record["滞后月数"] == target["lag_months"]?.fixed(1) ?? "", id)
      #expect(record["完成率"] == facts.attainment(target) ?? "", id)
      #expect(record["基期值"] == target["base"]?.number.map { Decimal.text($0) } ?? "", id)
      if let actual = target["actual"]?.plain {
        #expect(record["数值"]?.contains(actual) == true && cells["实际"]?.contains(actual) == true, id)
      } else {
        #expect(record["数值"] == "" && cells["实际"] == "-", id)
      }
    }
  }

  @Test(arguments: datasets) func `targets: list and frame`(_ name: String) throws {
    let facts = try Facts(name)
    var state = facts.state("targets")
    state.updateView { $0.filters = ["no-data": "yes", "no-news": "yes"] }
    for target in facts.targets {
      let id = Comment(rawValue: target["figure"]?.string ?? "")
      let text = Frame.render(state).lines.joined(separator: "\n")
      expect(text, "完成率", facts.attainment(target), id)
      expect(text, "应达", target["expected"]?.number.map { Decimal.text($0) }, id)
      expect(text, "序时进度完成", target["schedule_ratio"]?.fixed(2), id)
      expect(text, "至少", target["schedule_ratio_floor"]?.fixed(2), id)
      expect(text, "进度", target["earned"]?.percent, id)
      let isMeasured = target["schedule_ratio"]?.number != nil
      expect(text, "时间进度", isMeasured ? target["elapsed"]?.percent : nil, id)
      expect(text, "年均需", Facts.required(target), id)
      expect(text, "状态", Facts.lag(target), id)
      expect(text, "目标", target["target"]?.plain, id)
      expect(text, "实际", target["actual"]?.plain, id)
      _ = update(&state, .key(.down))
    }
  }

  /// Looks for a value on a line of the frame after its label.
  private func expect(_ frame: String, _ label: String, _ value: String?, _ id: Comment) {
    guard let value else { return }
    let isThere = frame.split(separator: "\n").contains { line in
      line.ranges(of: label).contains { line[$0.upperBound...].contains(value) }
    }
    #expect(isThere, "\(id): \(label) \(value)")
  }

  @Test(arguments: datasets) func `clusters: frame and report`(_ name: String) throws {
    let facts = try Facts(name)
    let lines = Frame.render(facts.state("clusters")).lines
    let records = facts.section("集群")
    #expect(records.count == facts.report.clusters.count && !records.isEmpty)
    for (cluster, record) in zip(facts.report.clusters, records) {
      let line = try #require(
        lines.first { $0.dropFirst().hasPrefix(cluster.cluster.name.zh + " ") }, "\(cluster.cluster.id)")
      for column in ["数值", "增速", "目标", "后续年均需增"] {
        let value = try #require(record[column])
        if column == "后续年均需增", cluster.target?.status == .reached { continue }
        #expect(value.isEmpty || line.contains(value), "\(cluster.cluster.id) \(column) \(value)")
      }
      if let share = cluster.share { #expect(line.contains(Decimal.percent(share))) }
      if let points = cluster.contribution { #expect(line.contains(Decimal.signed(points, digits: 2))) }
    }
  }

  @Test(arguments: datasets) func `pipeline: list, frame and report`(_ name: String) throws {
    let facts = try Facts(name)
    let lines = Frame.render(facts.state("overview")).lines
    let projects = facts.list(.projects)
    let listed = facts.section("项目数（清单项目）")
    #expect(!listed.isEmpty)
    for step in facts.report.board.pipeline.steps {
      let name = facts.dataset.rungName(step.rung).zh
      guard let record = listed.first(where: { $0["事项"] == name }) else { continue }
      // A part is listed, and counted with its project.
      let count = projects.count {
        $0["stage"]?.string == step.rung.rawValue && $0["parent"] == .null
          && $0["nature"] == .string("project")
      }
      #expect(record["数值"] == String(count))
      guard count > 0, Rung.ladder.contains(step.rung) else { continue }
      #expect(lines.contains { $0.contains(name) && $0.contains(" \(count) ") }, "\(name) \(count)")
      let reported = facts.section("项目数（官方通报数）").first { $0["事项"] == name }?["数值"]
      if let reported {
        #expect(
          lines.contains { $0.contains(name) && $0.contains(" \(reported)") || $0.contains("/\(reported)") })
      }
    }
  }

  @Test func `commitments: frame and report`() throws {
    let facts = try Facts("qianjiang")
    let text = Frame.render(facts.state("overview")).lines.joined(separator: "\n")
    let records = facts.section("年度目标任务")
    #expect(records.count == 2)
    for record in records {
      let (target, value, period, result) = try (
        #require(record["目标"]), #require(record["数值"]), #require(record["时期"]), #require(record["状态"])
      )
      let isThere = text.split(separator: "\n").contains { line in
        let verdict = result.prefix { $0 != "：" }
        return line.contains(target) && line.contains("\(period)年\(verdict)")
          && line.contains("通报\(value)")
      }
      #expect(isThere, "\(target) \(period) \(value) \(result)")
    }
  }
}

extension JSONOutput {
  fileprivate subscript(key: String) -> JSONOutput? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var number: Double? { if case .number(let value) = self { value } else { nil } }
  fileprivate var percent: String? { number.map { Decimal.percent($0) } }
  fileprivate func fixed(_ digits: Int) -> String? { number.map { Decimal.fixed($0, digits: digits) } }
  fileprivate var plain: String? { number.map { Decimal.text($0, digits: 4) } }
}
