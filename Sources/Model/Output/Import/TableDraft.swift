import Domain

/// How far the reading of a table came: its lines with their labels, and its columns with what they are taken for.
package struct TableDraft: Sendable {
  /// A column, and why it is taken for what it is.
  package struct Column: Sendable {
    /// The head, with the levels of a multi-line head joined.
    package var head: String
    /// The place of the head: `B3`.
    package var place = ""
    /// Nil when the column is not used, and for the values of a wide table.
    package var field: ImportField?
    /// Whether the column is imported.
    package var isUsed = false
    /// The unit of its numbers; empty for none.
    package var unit = ""
    /// The id of the indicator of its numbers.
    package var indicator: String?
    /// The period of its numbers.
    package var period: Period?
    /// The kind of its numbers, where it is not a level.
    package var kind: Figure.Kind?
    /// What the column holds, as the mapping prints it; nil where field and unit say it.
    package var remark: Name?
    /// Why; nil before the columns were read.
    package var reason: Name?
    /// Where the unit comes from; nil without one.
    package var unitReason: Name?
    /// Where the period comes from; nil without one.
    package var periodReason: Name?
  }

  /// The table, with rows and columns exchanged where the heads are in the first column.
  package var grid: Grid
  /// The label of each row, by position from 0.
  package var labels: [LineLabel]
  /// Why rows have their labels; nil for data and blank lines.
  package var reasons: [Int: Name]
  /// The rows of the head, from 0.
  package var head: ClosedRange<Int>
  /// The columns, by position; at least as many as the head has.
  package var columns: [Column]

  /// Creates the draft of a table of which nothing is known.
  init(_ grid: Grid, _ labels: LineLabels? = nil) {
    self.grid = grid
    self.labels = labels?.labels ?? Array(repeating: .data, count: grid.count)
    reasons = labels?.reasons ?? [:]
    head = labels?.head ?? 0...0
    let top = head.lowerBound
    columns =
      grid.count == 0
      ? []
      : (0..<grid.width).map { Column(head: grid.text(top, $0), place: grid.place(top, $0)) }
  }

  /// Returns the position of a cell by its place in the spreadsheet; nil for one outside of the table.
  package func position(of place: String) -> (row: Int, column: Int)? {
    let cell = place.split(separator: "!").last.map(String.init) ?? place
    let letters = cell.prefix { $0.isLetter }
    guard let number = Int(cell.dropFirst(letters.count)) else { return nil }
    let position = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    if grid.isTransposed {
      let column = (0..<grid.width).first { grid.place(position, $0) == place }
      return (0..<grid.count).contains(position) ? column.map { (position, $0) } : nil
    }
    return grid.rows(numbered: number...number).map { ($0.lowerBound, position) }
  }
}

extension TableDraft {
  /// Takes the columns as they are now.
  ///
  /// - Parameters:
  ///   - shaped: the columns with what their heads say.
  ///   - byHeads: their fields before the cells were read.
  ///   - labels: the labels of the lines.
  ///   - shaper: the reader of the table, with the options.
  mutating func take(
    _ shaped: [ShapedColumn], byHeads: [ImportField?], _ labels: LineLabels, _ shaper: TableShaper
  ) {
    (self.labels, reasons, head) = (labels.labels, labels.reasons, labels.head)
    for (number, column) in shaped.enumerated() where columns.indices.contains(number) {
      let isByCells =
        byHeads.indices.contains(number)
        && byHeads[number]?.withoutPeriod != column.column.field?.withoutPeriod
      columns[number] = Column(column, shaper, isByCells: isByCells)
    }
  }

  /// Takes what the finished shape says about columns.
  mutating func take(_ shape: TableShape) {
    labels = shape.labels.labels
    for (number, column) in shape.mapping.columns.enumerated() where columns.indices.contains(number) {
      columns[number].remark = column.remark
    }
    guard shape.parts.count > 1 || shape.mapping.column(of: .value) == nil else { return }
    for part in shape.parts {
      guard let position = part.column(of: .value)?.position, columns.indices.contains(position) else {
        continue
      }
      columns[position].isUsed = true
      columns[position].indicator = part.constants[.indicator]
      columns[position].period = part.constants[.period].flatMap { Period($0) }
      columns[position].kind = part.constants[.kind].flatMap { Figure.Kind(rawValue: $0) }
    }
  }
}

extension ImportField {
  /// A figure without its period, which the title may give to it.
  fileprivate var withoutPeriod: ImportField {
    if case .figure(let id, _) = self { .figure(id, nil) } else { self }
  }
}

extension TableDraft.Column {
  fileprivate init(_ shaped: ShapedColumn, _ shaper: TableShaper, isByCells: Bool) {
    let column = shaped.column
    self.init(head: column.head, place: column.place, field: column.field)
    (unit, remark) = (column.unit, column.remark)
    isUsed = field != nil
    if case .figure(let id, let period)? = field { (indicator, self.period) = (id, period) }
    let options = shaper.options
    let chosen = options.mapped.last { shaper.isNamed($0.head, shaped) }
    let measured = options.measured.last { shaper.isNamed($0.head, shaped) }
    func given(_ origin: String?, _ option: String) -> Name {
      origin == nil
        ? Name(zh: "由 \(option) 指定", en: "given by \(option)") : Name(zh: "按方案文件", en: "by the recipe")
    }
    if let chosen {
      reason = given(chosen.origin, "--map")
    } else if isByCells {
      reason = Name(zh: "按各格内容", en: "by its cells")
    } else if shaped.reading.isUnderstood {
      reason = Name(zh: "认得表头", en: "the head is known")
    } else {
      reason =
        head.isEmpty ? Name(zh: "没有表头", en: "it has no head") : Name(zh: "不认得表头", en: "the head is unknown")
    }
    if chosen?.field.contains("@") == true {
      periodReason = reason
    } else if shaped.reading.hint?.year != nil {
      periodReason = Name(zh: "见表头", en: "in the head")
    } else if options.period != nil {
      periodReason = given(nil, "--period")
    } else if shaper.preamble.base != nil {
      periodReason = Name(zh: "见标题", en: "in the title")
    }
    guard !unit.isEmpty else { return }
    if let measured {
      unitReason = given(measured.origin, "--unit")
    } else {
      unitReason =
        unit == shaped.reading.unit
        ? Name(zh: "见表头", en: "in the head") : Name(zh: "见标题或单位行", en: "in the title or unit row")
    }
  }
}

extension TableShaper {
  /// Keeps the columns as they are now, for a table whose reading ends with a fault.
  mutating func keep(_ columns: [ShapedColumn], byHeads: [ImportField?], _ labels: LineLabels) {
    var kept = draft
    kept?.take(columns, byHeads: byHeads, labels, self)
    draft = kept
  }
}
