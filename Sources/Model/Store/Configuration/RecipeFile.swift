import Domain

/// A saved way to read the table of an office: what its columns and names mean. Validated strictly, with places.
package struct RecipeFile: Equatable, Sendable {
  /// What the rows of the table are.
  package enum Kind: String, CaseIterable, Sendable { case projects, observations }

  /// A text of the table and what it means.
  package struct Pair: Equatable, Sendable {
    /// A head, or a name in the table.
    package var name: Placed<String>
    /// A field, a unit or a project.
    package var value: Placed<String>
  }

  /// What the rows of the table are.
  package var kind: Placed<Kind>?
  /// The sheet of a workbook.
  package var sheet: Placed<String>?
  /// The charset of a text.
  package var encoding: Placed<String>?
  /// The separator of the cells of a text.
  package var delimiter: Placed<String>?
  /// The plan of targets.
  package var plan: Placed<String>?
  /// The indicator of a table about one.
  package var indicator: Placed<String>?
  /// The scope of figures that have no other.
  package var scope: Placed<String>?
  /// The state of projects that have none.
  package var state: Placed<String>?
  /// Heads and their fields.
  package var columns: [Pair] = []
  /// Heads and their units.
  package var units: [Pair] = []
  /// Names in the table and the projects that they mean.
  package var same: [Pair] = []
  /// The heads of columns whose blank cells continue the one above.
  package var filled: [Placed<String>] = []
  /// Names that the dataset does not have and that are left out.
  package var leftOut: [Placed<String>] = []

  package init() {}

  /// Reads a file.
  ///
  /// - Returns: the recipe, and all its faults with their places; with any of them it must not be used.
  package static func read(_ file: InputFile) -> (RecipeFile, [Diagnostic]) {
    let loading = Loading()
    var result = RecipeFile()
    loading.object(file, kind: "recipe") { result.take(&$0) }
    // An unknown key is a word that would have no effect on the table.
    let faults = loading.diagnostics.map { found in
      var fault = found.fault
      if case .unknownKey(let key, _, let nearest) = fault {
        fault = .unknownName(key, what: Name(zh: "键", en: "key"), allowed: RecipeFile.keys, nearest: nearest)
      }
      return Diagnostic(
        path: found.path, line: found.line, column: found.column, severity: .error, fault: fault)
    }
    return (result, faults)
  }

  private static let keys = [
    "kind", "sheet", "encoding", "delimiter", "plan", "indicator", "scope", "state", "columns", "units",
    "same", "fill", "leave_out",
  ]

  private mutating func take(_ fields: inout Fields) {
    _ = fields.value("$schema")
    _ = fields.value("kind", required: true)
    kind = fields.placedChoice("kind")
    sheet = fields.placedString("sheet")
    encoding = fields.placedString("encoding")
    delimiter = fields.placedString("delimiter")
    plan = fields.placedString("plan")
    indicator = fields.placedString("indicator")
    scope = fields.placedString("scope")
    state = fields.placedString("state")
    columns = fields.placedPairs("columns")
    units = fields.placedPairs("units")
    same = fields.placedPairs("same")
    filled = fields.placedStrings("fill")
    leftOut = fields.placedStrings("leave_out")
  }
}

extension Fields {
  /// Returns the members of an object whose values are texts.
  fileprivate mutating func placedPairs(_ key: StaticString) -> [RecipeFile.Pair] {
    guard let value = value(key) else { return [] }
    guard let members = value.members else {
      refuse(value, key: key, allowed: "object")
      return []
    }
    var seen: Set<String> = []
    return members.compactMap { name, value in
      let name = loading.placed(name.string ?? "", at: name)
      if !seen.insert(name.value).inserted { loading.report(name.diagnostic(.duplicateKey(name.value))) }
      return string(value, key: key).map { RecipeFile.Pair(name: name, value: loading.placed($0, at: value)) }
    }
  }

  fileprivate mutating func placedStrings(_ key: StaticString) -> [Placed<String>] {
    guard let value = value(key) else { return [] }
    guard let elements = value.elements else {
      refuse(value, key: key, allowed: "array")
      return []
    }
    return elements.compactMap { element in
      string(element, key: key).map { loading.placed($0, at: element) }
    }
  }
}
