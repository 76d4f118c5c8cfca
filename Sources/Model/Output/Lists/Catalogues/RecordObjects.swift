import Domain
import Figures

// The parts shared by the JSON objects of several kinds.

extension Dataset {
  /// Returns a place in a document, as members of an object.
  func members(of citation: Citation) -> [(String, JSONOutput)] {
    [
      ("source", .string(citation.source)),
      ("file", .optional(sources[citation.source]?.file)),
      ("section", .string(citation.section)),
      ("line", .number(Double(citation.line))),
      ("printed", .string(citation.printed)),
    ]
  }

  func output(_ citations: [Citation]) -> JSONOutput {
    .array(citations.map { .object(members(of: $0)) })
  }

  func output(_ items: [Item]) -> JSONOutput {
    .array(items.map { .object([("name", .name($0.name)), ("citations", output($0.citations))]) })
  }

  /// Returns the indicators of a task, each with its subject and the places where the task prints it.
  func output(_ links: [Programme.Link]) -> JSONOutput {
    .array(
      links.map {
        .object([
          ("indicator", .string($0.indicator)), ("subject", .string($0.subject.text)),
          ("citations", output($0.citations)),
        ])
      })
  }

  func output(organisations ids: [String]) -> JSONOutput {
    .array(
      ids.map { id in
        .object([("id", .string(id)), ("name", .name(organisations[id]?.name ?? Name(both: id)))])
      })
  }
}

extension JSONOutput {
  static func optional(number value: Double?) -> JSONOutput { value.map { .number($0) } ?? .null }
  static func optional(name: Name?) -> JSONOutput { name.map { .name($0) } ?? .null }
  static func optional(name: SourcedName?) -> JSONOutput { name.map { .name($0) } ?? .null }
  static func names(_ names: [SourcedName]) -> JSONOutput { .array(names.map { .name($0) }) }

  /// Returns a name in the form of the files: with the document that it comes from, if one is named.
  private static func name(_ name: SourcedName) -> JSONOutput {
    .object(
      [("zh", .string(name.name.zh)), ("en", .string(name.name.en))]
        + (name.source.map { [("source", .string($0))] } ?? []))
  }
}

extension Board {
  /// Whether a record is listed: it is known on the day, or names no document.
  func isListed(_ citations: [Citation]) -> Bool { citations.isEmpty || isKnown(citations) }
}
