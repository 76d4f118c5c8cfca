import ArgumentParser
import Testing

@testable import qjboard

/// Command lines that are recognised without the parser of arguments.
struct CommonCommandTests {
  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: [
    "", "--lang zh", "--lang en", "--lang auto", "--data fixtures/small", "--lang en --data fixtures/small",
    "--data fixtures/small --lang zh", "show overview", "show targets --size 80x24",
    "show projects --lang en",
    "show sources --data fixtures/small --size 40x12 --lang auto",
  ])
  func `a common command line has the parser's result`(line: String) throws {
    let command = try #require(CommonCommand.command(words(line)))
    let parsed = try QJBoard.parseAsRoot(words(line))
    #expect(type(of: command) == type(of: parsed))
    #expect(values(of: command) == values(of: parsed))
  }

  @Test(arguments: [
    "--lang", "--lang fr", "--lang=zh", "--lang zh --lang en", "--data --lang zh", "--data show",
    "--data help",
    "--size 80x24", "--view targets", "--plain", "--help", "--version", "show", "show nothing",
    "show overview targets",
    "show overview --size 0x0", "show overview --size big", "show overview --format html",
    "show --lang zh overview",
    "--lang zh show overview", "list sources", "-- show overview", "help", "show overview --data -",
  ])
  func `any other is left to the parser`(line: String) {
    #expect(CommonCommand.command(words(line)) == nil)
  }

  @Test func `an empty value is left to the parser`() {
    #expect(CommonCommand.command(["--data", ""]) == nil)
  }

  /// Returns every value that the command has, with its name.
  private func values(of value: Any, named name: String = "") -> [String] {
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return ["\(name) \(value)"] }
    return mirror.children.flatMap { values(of: $0.value, named: "\(name).\($0.label ?? "")") }
  }
}
