import ArgumentParser
import Domain
import Output
import Store

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of a kind of file or of an output, or all names.",
    discussion: """
      Examples:
        qjboard schema                      the names
        qjboard schema figures              the schema of figures*.json
        qjboard schema list-projects        the schema of list projects --format json
        qjboard schema config > config.schema.json
      """)

  @Argument(
    help: "The kind of file or output; without it, print all names.",
    completion: .list(SchemaCommand.names))
  var name: String?

  private static let suffix = ".schema.json"
  private static let lists = ListKind.allCases.map { (name: "list-\($0.rawValue)", kind: $0) }
  static let names = Schemas.all.map { String($0.name.dropLast(suffix.count)) } + lists.map(\.name)

  func validate() throws {
    guard let name, !Self.names.contains(name) else { return }
    throw ValidationError(Name(zh: "模式", en: "schema"), name, among: Self.names)
  }

  func run() throws {
    guard let name else {
      try Console.write(Self.names.map { $0 + "\n" }.joined())
      return
    }
    if let list = Self.lists.first(where: { $0.name == name }) {
      return try Console.write(list.kind.schema.text + "\n")
    }
    let file = Schemas.all.first { $0.name == name + Self.suffix }
    try Console.write(String(decoding: file?.bytes ?? [], as: UTF8.self))
  }
}
