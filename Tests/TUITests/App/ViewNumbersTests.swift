import Testing

@testable import App
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels
@testable import Store

/// The views of projects, tasks, park and sources tell the figures that the lists and the report tell; those of the other
/// views are in ``OneSetOfNumbersTests``.
struct ViewNumbersTests {
  static let datasets = ["qianjiang", "gas-conversion"]

  private struct Facts {
    let dataset: Dataset
    let board: Board
    let report: Report

    init(_ name: String) throws {
      dataset = try DatasetLoader.load(directory: "\(Fixture.package)/fixtures/\(name)").dataset
      board = Board(dataset, asOf: Fixture.today)
      report = Report(dataset, asOf: Fixture.today)
    }

    func list(_ kind: ListKind) -> RecordList { RecordList(kind, of: board) }

    /// The lines of a view that is high enough for all of its records, with single blanks.
    func lines(
      _ view: String, selecting id: String? = nil, filters: [String: String] = [:], height: Int = 900
    ) throws -> [String] {
      var state = Fixture.state(dataset, view, .zh, width: 240, height: height)
      state.updateView { $0.filters = filters }
      if let id { try state.select(id) }
      return Frame.render(state).lines.map { $0.split(separator: " ").joined(separator: " ") }
    }

    /// The flat table of the report: the rows of a section, as subject and figure.
    func counts(_ section: String) -> [String: String] {
      let sheet = report.records(.zh)
      let rows = sheet.rows.map { row in
        Dictionary(uniqueKeysWithValues: zip(sheet.columns.map(\.name), row.map(\.text)))
      }
      return Dictionary(
        rows.filter { $0["部分"] == section }.map { ($0["事项"] ?? "", $0["数值"] ?? "") },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private func text(_ list: RecordList, _ row: Int, _ key: String, isPlain: Bool = false) throws -> String {
    let value = list.value(row: row, field: try list.field(key))
    return isPlain ? value.plain(.zh) : value.shown(.zh)
  }

  @Test(arguments: datasets) func `projects: stage, date and investment of each, and how many stand where`(
    name: String
  )
    throws
  {
    let facts = try Facts(name)
    let (list, lines) = (facts.list(.projects), try facts.lines("projects"))
    // Product lines and programmes are listed on demand, and never counted.
    let all = try facts.lines("projects", filters: ["nature": ProjectFilter.all])
    let projects = list.objects.filter { $0["parent"] == .null && $0["nature"] == .string("project") }
    #expect(lines.contains { $0.contains("项目 \(projects.count)/\(projects.count) ") })
    for row in 0..<list.count {
      let (project, stage) = (try text(list, row, "name"), try text(list, row, "stage"))
      let (date, investment) = (try text(list, row, "date"), try text(list, row, "investment"))
      // A project without a stage has a dash there.
      guard !stage.isEmpty else { continue }
      // The table cuts a long name, never a figure.
      let isThere = all.contains { line in
        // An inferred stage is marked.
        guard let end = line.ranges(of: " \(stage) ").first ?? line.ranges(of: " \(stage)* ").first else {
          return false
        }
        let shown = line[..<end.lowerBound].drop { "▌└ ".contains($0) }
        let own = shown.hasSuffix("…") ? project.hasPrefix(shown.dropLast()) : shown == project
        // Where few have an investment there is no column of it.
        return own && line[end.upperBound...].hasPrefix(date)
          && (investment.isEmpty || !all.contains { $0.contains(" 投资 ") }
            || ["", "≠"].contains { line.contains(" \(investment)\($0) ") })
      }
      #expect(isThere, "\(project) \(stage) \(date) \(investment)")
    }
    let reported = facts.counts("项目数（清单项目）")
    for step in facts.board.pipeline.steps where step.listed > 0 && Rung.ladder.contains(step.rung) {
      let rung = facts.dataset.rungName(step.rung).zh
      let count = projects.count { $0["stage"] == .string(step.rung.rawValue) }
      let isThere = lines.contains { line in
        let words = line.split(separator: " ").map(String.init)
        return zip(words, words.dropFirst()).contains { $0 == (rung, "\(count)") }
      }
      #expect(isThere, "\(rung) \(count)")
      #expect(reported[rung] == String(count), "\(rung)")
    }
  }

  @Test(arguments: datasets) func `tasks: their number, and what the indicators of each say`(name: String)
    throws
  {
    let facts = try Facts(name)
    let list = facts.list(.tasks)
    #expect(try facts.lines("tasks").contains { $0.hasPrefix("任务 \(list.count) ") })
    let targets = facts.list(.targets).objects
    for task in list.objects {
      guard case .string(let id)? = task["id"], case .array(let links)? = task["links"], !links.isEmpty else {
        continue
      }
      let lines = try facts.lines("tasks", selecting: id, height: 200)
      // Where there is little room the figure is below the status.
      let pairs = zip(lines, lines.dropFirst() + [""]).map { "\($0) \($1) " }
      for link in links {
        // A plan may set two targets for one indicator; the one in the line of the task is shown.
        let all = targets.filter { $0["indicator"] == link["indicator"] && $0["subject"] == link["subject"] }
        let own = all.filter { $0["plan"] == task["plan"] }
        let rows = own.isEmpty ? all : own
        let shown = rows.compactMap { row -> (Status, Double)? in
          guard case .number(let actual)? = row["actual"], case .string(let word)? = row["status"],
            let status = Status(rawValue: word)
          else { return nil }
          return (status, actual)
        }
        let isShown = shown.contains { status, actual in
          let value = Decimal.text(actual, digits: 4)
          return pairs.contains { $0.contains(" \(status.name.zh) ") && $0.contains(" \(value)") }
        }
        // The target in the line of the task may be the one without a figure.
        #expect(shown.count < rows.count || rows.isEmpty || isShown, "\(id) \(link.text)")
      }
    }
  }

  @Test func `park: the figures of each, with the targets that the report has`() throws {
    let facts = try Facts("qianjiang")
    var found = 0
    for figure in facts.list(.figures).objects {
      guard case .string(let subject)? = figure["subject"], subject.hasPrefix("park/"),
        case .number(let value)? = figure["value"],
        case .string(let unit)? = figure["unit"]
      else { continue }
      let text = Decimal.text(value, digits: 4) + unit
      let lines = try facts.lines("park", selecting: String(subject.dropFirst(5)), height: 300)
      #expect(lines.contains { $0.contains(text) }, "\(subject) \(text)")
      found += 1
    }
    #expect(found > 5)
    // The targets of clusters on the map and beside it are those of the report.
    var shown = 0
    let map = try facts.lines("park", height: 300)
    let cells = map.flatMap { $0.split { "│┃".contains($0) } }
    for row in facts.report.targets
    where row.target.subject.kind == .cluster && row.plan.id == facts.report.totals.first?.plan.id {
      let name = facts.dataset.name(of: row.target.subject).zh
      guard map.contains(where: { $0.contains(" \(name) ") }) else { continue }
      shown += 1
      let goal = facts.dataset.label(row.target, .zh)
      #expect(cells.contains { $0.contains("\(name) ") && $0.contains(goal) }, "\(name)")
    }
    #expect(shown > 2)
  }

  @Test(arguments: datasets) func `sources: what each contributed, and how many conflicts of each kind`(
    name: String
  ) throws {
    let facts = try Facts(name)
    let lines = try facts.lines("sources")
    let sources = facts.list(.sources)
    #expect(lines.contains { $0.hasPrefix("文件 \(sources.count) ") })
    for row in 0..<sources.count {
      let title = try text(sources, row, "title")
      let figures = try text(sources, row, "figures")
      let line = try #require(lines.first { $0.contains(" \(title.prefix(12))") }, "\(title)")
      // Figures are the first number after the kind.
      let after = try #require(
        line.ranges(of: " \(try text(sources, row, "kind")) ").last?.upperBound, "\(line)")
      let numbers = line[after...].split(separator: " ")
      #expect(numbers.first.map(String.init) == (figures == "0" ? "-" : figures), "\(title)")
    }
    let conflicts = facts.list(.conflicts).objects
    let head = try #require(lines.first { $0.hasPrefix("矛盾 ") })
    #expect(head.hasPrefix("矛盾 \(conflicts.count) "))
    for (severity, word) in [("misleads", "重大分歧"), ("needs-label", "需注明"), ("note", "提示")] {
      let count = conflicts.count { $0["severity"] == .string(severity) }
      #expect(head.contains("\(word) \(count) ") || count == 0, "\(head)")
    }
    let critical = conflicts.count { $0["severity"] == .string("misleads") }
    #expect(facts.report.conflicts.count == critical)
  }
}

extension JSONOutput {
  fileprivate subscript(key: String) -> JSONOutput? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }
}
