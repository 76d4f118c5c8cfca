import Domain
import Store

extension TableImport.Options {
  /// The heads and fields of a recipe, with the places where it names them.
  package struct Recipe: Sendable {
    /// The path of the file.
    package var path: String
    package var columns: [RecipeFile.Pair]
    package var units: [RecipeFile.Pair]

    package init(path: String, _ file: RecipeFile) {
      (self.path, columns, units) = (path, file.columns, file.units)
    }
  }

  /// What heads mean: by the recipe, then by the user, whose words replace it.
  var mapped: [(head: String, field: String, origin: String?)] {
    let saved =
      recipe?.columns.map { ($0.name.value, $0.value.value, Optional($0.name.origin(recipe))) } ?? []
    return saved + choices.map { ($0.0, $0.1, nil) }
  }

  /// The units of heads: by the recipe unless the user names another, then by the user.
  var measured: [(head: String, unit: String, origin: String?)] {
    let own = Set(units.map(\.0).map(HeadReader.folded))
    let saved = (recipe?.units ?? []).filter { !own.contains(HeadReader.folded($0.name.value)) }
      .map { ($0.name.value, $0.value.value, Optional($0.name.origin(recipe))) }
    return saved + units.map { ($0.0, $0.1, nil) }
  }
}

extension Placed {
  /// The place of a text in the file of a recipe: `monthly.json:7`.
  fileprivate func origin(_ recipe: TableImport.Options.Recipe?) -> String { "\(recipe?.path ?? ""):\(line)" }
}

extension TableShape {
  /// The heads and fields that a recipe keeps for the next table: those that name no period, each once.
  ///
  /// - Parameter choices: the user's own, which are kept as they are.
  func columnsToKeep(_ choices: [(head: String, field: String, origin: String?)]) -> [(String, String)] {
    func isChosen(_ column: ImportMapping.Column) -> String? {
      choices.last { TableShaper.isSame($0.head, column) }?.field
    }
    return mapping.columns.compactMap { column in
      guard !column.head.isEmpty, mapping.columns.count(where: { $0.head == column.head }) == 1 else {
        return nil
      }
      if let chosen = isChosen(column) { return (column.head, chosen) }
      guard let field = column.field, PeriodHint.found(in: HeadReader.folded(column.head)) == nil else {
        return nil
      }
      if case .figure(let id, _) = field { return (column.head, id) }
      return (column.head, field.key)
    }
  }
}

extension ImportPlan {
  /// The recipe that reads the next table in the same way, as JSON.
  package func recipe(
    _ kind: TableImport.Kind, _ options: TableImport.Options, delimiter: String?, encoding: TextEncoding
  )
    -> String
  {
    func object(_ pairs: [(String, String)]) -> JSONOutput? {
      pairs.isEmpty ? nil : .object(pairs.map { ($0.0, .string($0.1)) })
    }
    func list(_ texts: [String]) -> JSONOutput? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
    let members: [(String, JSONOutput?)] = [
      ("kind", .string(kind.rawValue)), ("sheet", options.sheet.map { .string($0) }),
      ("encoding", encoding == .auto ? nil : .string(encoding.rawValue)),
      ("delimiter", delimiter.map { .string($0) }), ("plan", options.plan.map { .string($0) }),
      ("indicator", options.indicator.map { .string($0) }), ("scope", options.scope.map { .string($0) }),
      ("state", options.state.map { .string($0) }),
      ("columns", object(kept)), ("units", object(options.measured.map { ($0.head, $0.unit) })),
      ("same", object(options.same)), ("fill", list(options.filled)),
      ("leave_out", list(options.leftOut.sorted())),
    ]
    let present = members.compactMap { key, value in value.map { (key, $0) } }
    return JSONLayout(step: "  ").text(.object(present), indent: "", isEntry: true) + "\n"
  }
}
