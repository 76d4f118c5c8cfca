import Foundation

/// The commands and their options as the program itself keeps them: what `--experimental-dump-help` prints.
struct OptionTable {
  struct Command {
    /// `config show`; empty for the built-in one.
    var path: String
    /// `--format`, `-o`: as they are written.
    var options: Set<String>
    var abstract: String
    /// The values that completions offer, by the name of the argument: `view`, `kind`, `theme`.
    var values: [String: [String]]
  }

  let commands: [Command]

  init() throws {
    let result = try CommandTests.Command.run("--experimental-dump-help")
    let root = try JSONDecoder().decode(Root.self, from: Data(result.bytes)).command
    commands = OptionTable.walk(root, [])
  }

  subscript(path: String) -> Set<String> { commands.first { $0.path == path }?.options ?? [] }

  /// The values of an argument, in the program's order; none when it takes anything.
  func values(of argument: String, in path: String) -> [String] {
    commands.first { $0.path == path }?.values[argument] ?? []
  }

  /// The views of the board, in the order of their digits, and the kinds that `list` prints. Empty when the program does not
  /// run; `ListedValuesTests` fails then.
  static let views = (try? OptionTable())?.values(of: "view", in: "show") ?? []
  static let kinds = (try? OptionTable())?.values(of: "kind", in: "list") ?? []

  /// Of all commands.
  var options: Set<String> { commands.reduce(into: []) { $0.formUnion($1.options) } }

  private struct Root: Decodable { var command: Entry }

  private struct Entry: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        var kind: String
        var name: String
      }
      struct Completion: Decodable {
        struct Values: Decodable { var values: [String] }
        var list: Values?
      }
      var names: [Name]?
      var valueName: String?
      var completionKind: Completion?
      var shouldDisplay: Bool
    }
    var commandName: String
    var abstract: String?
    var arguments: [Argument]?
    var subcommands: [Entry]?
  }

  private static func walk(_ entry: Entry, _ above: [String]) -> [Command] {
    let names = (entry.arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
    let options = names.map { ($0.kind == "short" ? "-" : "--") + $0.name }
    let values = (entry.arguments ?? []).compactMap { argument in
      argument.completionKind?.list.map { (argument.valueName ?? "", $0.values) }
    }
    let own = Command(
      path: above.joined(separator: " "), options: Set(options), abstract: entry.abstract ?? "",
      values: Dictionary(values) { first, _ in first })
    return [own]
      + (entry.subcommands ?? []).filter { $0.commandName != "help" }
      .flatMap { walk($0, above + [$0.commandName]) }
  }
}
