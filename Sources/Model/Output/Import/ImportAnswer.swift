import Domain

/// A correction of the reading of a table, which is an option of the command line.
package enum ImportAnswer: Hashable, Sendable {
  /// An option whose value a user chooses or types.
  package enum Option: String, CaseIterable, Sendable {
    case source, sheet, period, plan, indicator, scope, state
  }

  /// Leaves out a name that the dataset does not have.
  case leaveOut(String)
  /// A name in the table is that of a project of the dataset, by its id.
  case same(name: String, project: String)
  /// A name in the table is that of a new project.
  case new(String)
  /// The numbers of a column have a unit.
  case unit(head: String, String)
  /// A column has a field; `-` leaves it out.
  case field(head: String, String)
  /// The blank cells of a column continue the one above.
  case fill(head: String)
  /// What a row of the spreadsheet is.
  case label(row: Int, LineLabel)
  /// The sheet of a workbook.
  case sheet(String)
  /// An option is needed, and the fault does not say its value.
  case need(Option)

  /// The option and its value, as on the command line.
  package var text: String {
    switch self {
    case .leaveOut(let name): "--leave-out \(ShellWord.quoted(name))"
    case .same(let name, let project): "--same \(ShellWord.quoted(OptionList.pair(name, project)))"
    case .new(let name): "--new \(ShellWord.quoted(name))"
    case .unit(let head, let unit): "--unit \(ShellWord.quoted(OptionList.pair(head, unit)))"
    case .field(let head, let field): "--map \(ShellWord.quoted(OptionList.pair(head, field)))"
    case .fill(let head): "--fill \(ShellWord.quoted(OptionList.quoted(head)))"
    case .label(let row, let label): "--label \(row)=\(label.rawValue)"
    case .sheet(let name): "--sheet \(ShellWord.quoted(name))"
    case .need(let option): "--\(option.rawValue)"
    }
  }
}

extension TableImport.Options {
  /// Takes a correction, in place of an earlier one about the same thing.
  package mutating func take(_ answer: ImportAnswer) {
    switch answer {
    case .leaveOut(let name): leftOut.insert(name)
    case .same(let name, let project):
      new.remove(name)
      same.removeAll { $0.0 == name }
      same.append((name, project))
    case .new(let name):
      same.removeAll { $0.0 == name }
      new.insert(name)
    case .unit(let head, let unit):
      units.removeAll { HeadReader.folded($0.0) == HeadReader.folded(head) }
      units.append((head, unit))
    case .field(let head, let field):
      choices.removeAll { HeadReader.folded($0.0) == HeadReader.folded(head) }
      choices.append((head, field))
    case .fill(let head):
      if !filled.contains(head) { filled.append(head) }
    case .label(let row, let label): labels[row] = label
    case .sheet(let name): sheet = name
    case .need: break
    }
  }

  /// The options of the command that are set, with their values; those of a recipe are not among them.
  package var arguments: [(String, String)] {
    func list(_ pairs: [(String, String)]) -> String? {
      pairs.isEmpty ? nil : pairs.map { OptionList.pair($0.0, $0.1) }.joined(separator: ",")
    }
    let rows = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
    let single: [(String, String?)] = [
      ("--source", source), ("--sheet", sheet),
      ("--head", head.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }),
      ("--label", rows.isEmpty ? nil : rows.joined(separator: ",")), ("--map", list(choices)),
      ("--unit", list(units)),
      ("--fill", filled.isEmpty ? nil : filled.map(OptionList.quoted).joined(separator: ",")),
      ("--period", period), ("--plan", plan), ("--indicator", indicator), ("--scope", scope),
      ("--state", state),
    ]
    return single.compactMap { name, value in value.map { (name, $0) } } + names
  }

  /// The options about names, with their values.
  package var names: [(String, String)] {
    same.map { ("--same", OptionList.pair($0.0, $0.1)) } + new.sorted().map { ("--new", $0) }
      + leftOut.sorted().map { ("--leave-out", $0) }
  }
}
