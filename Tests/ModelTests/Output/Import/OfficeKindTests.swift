import Domain
import Figures
import Testing

@testable import Output
@testable import Store

/// Tables of the kinds that offices send, in `fixtures/offices/kinds`, each with its right result beside it.
///
/// The first line of `NAME.expected` is the command, with the options that a clerk adds. A table that goes in has a line for
/// each project (P), figure (F) and warning (W); one that is refused has the cell and the remedy of each fault (E).
struct OfficeKindTests {
  static let names = Repository.names(in: "fixtures/offices/kinds").filter { !$0.hasSuffix(".expected") }

  @Test(arguments: names) func `a table goes in as it should, or is refused with cell and remedy`(
    name: String
  )
    throws
  {
    let path = "fixtures/offices/kinds/\(name)"
    let base = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    var lines = try Repository.text("fixtures/offices/kinds/\(base).expected")
      .split(separator: "\n").map(String.init)
    let command = Command(lines.removeFirst())
    let fixture = try Fixture("offices/district")
    let dataset = try fixture.dataset()
    do {
      let table = try TableFile(
        Repository.bytes(Repository.path(path)), name: name, encoding: .auto, delimiter: command.delimiter)
      let grid = try TableImport.grid(command.kind, of: table, options: command.options, dataset: dataset)
      let plan = try TableImport.plan(
        command.kind, grid, options: command.options, dataset: dataset, files: fixture.files,
        directory: "data")
      let after = plan.files.reduce(fixture) {
        $0.setting($1.name, to: String(decoding: $1.bytes, as: UTF8.self))
      }
      let found = try OfficeKindTests.lines(after.dataset(), plan)
      #expect(found == lines, "\(name)\n\(found.joined(separator: "\n"))")
    } catch let failure as ImportFailure {
      let found = failure.faults.map(OfficeKindTests.line)
      #expect(found == lines, "\(name)\n\(failure.faults.map { $0.text(name, .en) })")
    }
  }

  /// The command of a table: kind, document and options.
  private struct Command {
    var kind = TableImport.Kind.projects
    var options = TableImport.Options()
    var delimiter: Character?

    init(_ line: String) {
      let words = line.split(separator: " ").map(String.init)
      kind = words.first.flatMap(TableImport.Kind.init) ?? .projects
      for (option, value) in zip(words, words.dropFirst()) {
        switch option {
        case "--source": options.source = value
        case "--state": options.state = value
        case "--period": options.period = value
        case "--scope": options.scope = value
        case "--indicator": options.indicator = value
        case "--leave-out": options.leftOut.insert(value)
        case "--delimiter": delimiter = value.first
        case "--map": options.choices = OptionList.elements(value).compactMap { OptionList.pair($0) }
        case "--unit": options.units = OptionList.elements(value).compactMap { OptionList.pair($0) }
        default: break
        }
      }
    }
  }

  private static func lines(_ dataset: Dataset, _ plan: ImportPlan) -> [String] {
    func joined(_ parts: [String?]) -> String { parts.map { $0 ?? "" }.joined(separator: " | ") }
    let projects = dataset.projects.map { project in
      let steps = project.milestones.map { "\($0.stage) \($0.date.text)\($0.isExpected ? "?" : "")" }
      return joined([
        "P \(project.name.zh)", project.code, project.clusters.joined(separator: ","), project.owner?.zh,
        project.park, steps.joined(separator: ", "), project.note?.name.zh,
      ])
    }
    let figures = dataset.figures.map { figure in
      let subject =
        figure.subject.kind == .project ? dataset.projects[figure.subject.id]?.name.zh : figure.subject.text
      return joined([
        "F \(subject ?? "")", OfficeTableTests.text(figure), figure.scope, figure.plan,
        figure.citations.first?.printed,
      ])
    }
    return projects + figures + plan.doubts.map { "W \($0.cell ?? "")" }
  }

  private static func line(_ fault: ImportFault) -> String {
    let remedies = fault.message.en.split(separator: " ").filter { $0.hasPrefix("--") }
    return (["E \(fault.cell ?? "-")"] + remedies.map(String.init)).joined(separator: " ")
  }
}
