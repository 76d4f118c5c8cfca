import Domain

extension TableShape {
  /// Returns the options that repeat how the table was read, with their values.
  ///
  /// - Parameter choices: the heads and fields of the user; the columns that it leaves out are left out again.
  func options(_ choices: [(head: String, field: String, origin: String?)]) -> [(String, String)] {
    var options: [(String, String)] = []
    if let sheet = grid.sheet { options.append(("--sheet", sheet)) }
    if let delimiter = grid.delimiter {
      options.append(
        ("--delimiter", [",": "comma", ";": "semicolon", "\t": "tab"][delimiter] ?? String(delimiter)))
    }
    if !grid.isTransposed {
      let (first, last) = (grid.number(labels.head.lowerBound), grid.number(labels.head.upperBound))
      options.append(("--head", first == last ? "\(first)" : "\(first)-\(last)"))
    }
    let below = labels.labels.indices.filter {
      $0 > labels.head.upperBound && ![.data, .blank, .head].contains(labels.labels[$0])
    }
    if !below.isEmpty, below.count <= 100 {
      options.append(
        ("--label", below.map { "\(grid.number($0))=\(labels.labels[$0].rawValue)" }.joined(separator: ",")))
    }
    if let period = mapping.base?.text { options.append(("--period", period)) }
    if let plan = parts.lazy.compactMap({ $0.constants[.plan] }).first { options.append(("--plan", plan)) }
    let indicators = Set(parts.compactMap { $0.constants[.indicator] })
    if indicators.count == 1, let indicator = indicators.first { options.append(("--indicator", indicator)) }
    let columns = mapping.columns
    let leftOut = columns.filter { column in
      column.field == nil && !column.head.isEmpty
        && choices.contains {
          $0.field == "-"
            && (TableShaper.isSame($0.head, column)
              || CellText.plain(column.head).hasPrefix(CellText.plain($0.head) + "("))
        }
    }
    let fields =
      columns.filter { $0.field != nil && !$0.head.isEmpty }.map {
        OptionList.pair($0.head, $0.field?.key ?? "")
      } + leftOut.map { OptionList.pair($0.head, "-") }
    if !fields.isEmpty { options.append(("--map", fields.joined(separator: ","))) }
    let units = columns.filter {
      !$0.unit.isEmpty && $0.unit != "%" && ($0.field != nil || $0.remark != nil) && !$0.head.isEmpty
    }
    if !units.isEmpty {
      options.append(("--unit", units.map { OptionList.pair($0.head, $0.unit) }.joined(separator: ",")))
    }
    let filled = filled.filter { $0.rows == nil }.compactMap { fill in
      columns.first { $0.position == fill.position }?.head
    }.filter {
      !$0.isEmpty
    }
    if !filled.isEmpty { options.append(("--fill", filled.map(OptionList.quoted).joined(separator: ","))) }
    return options
  }
}
