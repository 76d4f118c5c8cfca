/// The type of a value in the JSON that `list` prints, from which the schema of a kind is made.
indirect enum JSONShape: Sendable {
  case boolean
  case number
  case string
  /// One of these strings.
  case word([String])
  /// A text in both languages.
  case name
  /// A text in both languages, with `source` if it has a document of its own.
  case sourcedName
  case array(JSONShape)
  /// An object with exactly these members.
  case object([(key: String, shape: JSONShape)])
  /// A value of one of these types.
  case either([JSONShape])
  /// A value, or null if it is missing.
  case optional(JSONShape)

  /// The members of a place in a document.
  static let place: [(key: String, shape: JSONShape)] = [
    ("source", .string), ("file", .optional(.string)), ("section", .string), ("line", .number),
    ("printed", .string),
  ]
  static let strings = array(.string)
  static let names = array(.sourcedName)
  static let citations = array(.object(place))
  static let items = array(.object([("name", .name), ("citations", citations)]))

  /// The JSON Schema of the type; names refer to ``definitions``.
  var schema: JSONOutput {
    switch self {
    case .boolean: JSONShape.typed("boolean")
    case .number: JSONShape.typed("number")
    case .string: JSONShape.typed("string")
    case .word(let words): .object([("enum", .strings(words))])
    case .name: .object([("$ref", .string("#/$defs/name"))])
    case .sourcedName: .object([("$ref", .string("#/$defs/sourced-name"))])
    case .array(let shape): JSONShape.typed("array", [("items", shape.schema)])
    case .object(let members):
      JSONShape.object(members.map { ($0.key, $0.shape.schema) }, required: members.map(\.key))
    case .either(let shapes): .object([("anyOf", .array(shapes.map(\.schema)))])
    case .optional(let shape): .object([("anyOf", .array([shape.schema, JSONShape.typed("null")]))])
    }
  }

  /// The definitions that a schema needs beside it, as its member `$defs`.
  static let definitions: JSONOutput = {
    let texts: [(String, JSONOutput)] = [("zh", typed("string")), ("en", typed("string"))]
    return .object([
      ("name", object(texts, required: ["zh", "en"])),
      ("sourced-name", object(texts + [("source", typed("string"))], required: ["zh", "en"])),
    ])
  }()

  private static func typed(_ type: String, _ more: [(String, JSONOutput)] = []) -> JSONOutput {
    .object([("type", .string(type))] + more)
  }

  /// Returns the schema of an object without other members than these.
  static func object(_ properties: [(String, JSONOutput)], required: [String]) -> JSONOutput {
    typed(
      "object",
      [
        ("properties", .object(properties)), ("required", .strings(required)),
        ("additionalProperties", .boolean(false)),
      ])
  }
}
