import Domain
import Store

/// Reads a table of observations or projects and reports what it would change in a dataset.
package struct TableImport {
  /// The kinds of tables.
  package enum Kind: String, CaseIterable, Sendable {
    case projects, observations
  }

  /// Returns the changes that a table would make.
  ///
  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - grid: the cells of the table, from the first line.
  ///   - options: the document and the choice of columns.
  ///   - dataset: the data before the import.
  ///   - files: the dataset's files.
  ///   - directory: their directory.
  /// - Throws: all faults of the table; nothing may be written then.
  package static func plan(
    _ kind: Kind, _ grid: Grid, options: Options, dataset: Dataset, files: [InputFile], directory: String
  ) throws(ImportFailure) -> ImportPlan {
    try trial(kind, grid, options: options, dataset: dataset, files: files, directory: directory).result.get()
  }

  /// Reads a table, and keeps what is known of it where it cannot be imported; see `plan`.
  static func trial(
    _ kind: Kind, _ grid: Grid, options: Options, dataset: Dataset, files: [InputFile], directory: String
  ) -> TableTrial {
    var draft: TableDraft?
    let result = Result { () throws(ImportFailure) in
      try plan(
        kind, grid, options: options, dataset: dataset, files: files, directory: directory, draft: &draft)
    }
    return TableTrial(draft: draft ?? TableDraft(grid), result: result)
  }

  private static func plan(
    _ kind: Kind, _ grid: Grid, options: Options, dataset: Dataset, files: [InputFile], directory: String,
    draft: inout TableDraft?
  ) throws(ImportFailure) -> ImportPlan {
    let index = NameIndex(dataset, words: options.words)
    var source: String?
    do throws(CellFault) {
      source = try options.source.map { text throws(CellFault) in try index.one("sources", text) }
    } catch {
      throw ImportFailure(error.message, answers: [.need(.source)])
    }
    let fields = kind == .projects ? ImportField.ofProjects : ImportField.ofObservations
    var shaper = TableShaper(grid, fields: fields, dataset: dataset, index: index, options: options)
    defer { draft = shaper.draft }
    var shape = try shaper.shape()
    shaper.draft?.take(shape)
    TotalsCheck(
      shape, columns: TotalsCheck.additive(shape, isOfProjects: kind == .projects), units: shaper.reader.units
    ).check(
      into: &shape)
    if kind == .observations, let row = Subtotal.district(shape, shaper.reader) {
      TotalsCheck(shape, columns: TotalsCheck.unruled(shape, dataset), units: shaper.reader.units).check(
        district: row, into: &shape)
    }
    var run = TableImport(
      shape: shape, heads: shaper.reader, source: source, options: options,
      target: ImportTarget(dataset: dataset, files: files, directory: directory))
    try run.put(kind)
    return run.plan(kind)
  }

  private let shape: TableShape
  private let options: Options
  private let source: String?
  private var target: ImportTarget
  private var figures: FigureImport
  private var projects: ProjectImport
  private let statements: FigureReader
  private var magnitudes: MagnitudeCheck
  private let index: NameIndex
  private var rows = 0
  private var unchanged = 0
  private var faults: [ImportFault] = []
  private var doubts: [ImportFault] = []
  /// The cells that print a date to come below a head of what was reached, by head.
  private var intentions: [String: [ImportRow.Place]] = [:]

  private init(
    shape: TableShape, heads: HeadReader, source: String?, options: Options, target: ImportTarget
  ) {
    (self.shape, self.source, self.target, self.options, index) = (
      shape, source, target, options, heads.index
    )
    figures = FigureImport(dataset: heads.dataset)
    projects = ProjectImport(heads: heads, mapping: shape.mapping, options: options)
    let scope = options.scope.flatMap { try? heads.index.one("scopes", $0) }
    statements = FigureReader(heads: heads, defaultScope: scope)
    magnitudes = MagnitudeCheck(dataset: heads.dataset)
    doubts = shape.doubts
  }

  // MARK: Rows

  private mutating func put(_ kind: Kind) throws(ImportFailure) {
    let labels = shape.labels.labels
    let isWide =
      shape.parts.count > 1
      || shape.parts.first?.column(of: .value)?.field != shape.mapping.column(of: .value)?.field
    let isWhole = kind == .observations && Subtotal.isOfAllClusters(shape, statements.heads)
    var carried: [ImportField: String] = [:]
    for row in labels.indices {
      var inherited = shape.inherited[row] ?? [:]
      switch labels[row] {
      case .data:
        for (field, position, rows) in shape.filled {
          if !shape.grid.isEmpty(row, position) {
            let text = shape.grid.text(row, position)
            carried[field] = shape.mapping.words.isEmpty(text) ? nil : text
          } else if let text = carried[field], rows?.contains(row) ?? true {
            inherited[field] = text
          }
        }
      case .total where isWhole:
        inherited[.subject] = Subject.district.text
      case .section, .total:
        carried = [:]
        continue
      default: continue
      }
      rows += 1
      put(row, kind, isWide: isWide, isWhole: labels[row] == .total, inherited)
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
    addOutliers()
    addIntentions()
    if kind == .observations { doubtParts() }
    projects.finish(&target)
  }

  private mutating func addIntentions() {
    for (head, places) in intentions.sorted(by: { $0.key < $1.key }) {
      guard let first = places.first else { continue }
      doubts.append(
        ImportFault(
          line: first.line, column: head, cell: first.cell,
          message: Name(
            zh: "晚于文件日期，按预计录入（该列\(places.count)行）",
            en:
              "later than its document, and imported as expected (\(Counted.text(places.count, "row")) of the column)"
          )))
    }
  }

  private mutating func put(
    _ row: Int, _ kind: Kind, isWide: Bool, isWhole: Bool, _ inherited: [ImportField: String]
  ) {
    var isChanged = false
    if kind == .observations, !isWhole, isLeftOut(row) {
      unchanged += 1
      return
    }
    for var part in shape.parts {
      if isWhole { part.remove(.subject) }
      guard !hasUnusable(row, part) else { continue }
      let cells = ImportRow(
        shape.grid, row: row, mapping: part, source: source, inherited: inherited,
        replaced: shape.replaced[row] ?? [:])
      if kind == .observations, cells.text(.value) == nil, isWide || cells.isMarkedEmpty(.value) { continue }
      do throws(RowFaults) {
        if try put(cells, kind, row) { isChanged = true }
      } catch {
        add(error, row)
      }
    }
    if !isChanged { unchanged += 1 }
  }

  /// Whether the user leaves out the subject or the indicator of a row.
  private func isLeftOut(_ row: Int) -> Bool {
    !options.leftOut.isEmpty
      && [ImportField.subject, .indicator].contains { field in
        shape.mapping.column(of: field).map {
          options.leftOut.contains(shape.grid.text(row, $0.position))
        } ?? false
      }
  }

  /// Warns of lines of an unknown 其中 with numbers, which are not imported.
  private mutating func doubtParts() {
    guard let column = shape.mapping.column(of: .indicator) ?? shape.mapping.column(of: .subject) else {
      return
    }
    for row in shape.labels.rows(.part) where row > shape.labels.head.upperBound {
      let text = shape.grid.text(row, column.position)
      let hasNumbers = shape.parts.contains { part in
        part.column(of: .value).map { shape.grid.text(row, $0.position).contains(where: \.isNumber) } ?? false
      }
      guard hasNumbers, !text.isEmpty, !options.leftOut.contains(text) else { continue }
      addDoubt(
        row, column.position, column.head,
        Name(
          zh: "“\(text)”不是数据集的指标或主体，此行不录入；确认用 --leave-out \(ShellWord.quoted(text))",
          en:
            "'\(text)' is no indicator or subject of the dataset, and the row is not imported; confirm with --leave-out \(ShellWord.quoted(text))"
        ), [.leaveOut(text)])
    }
  }

  /// Whether a cell of a statement is an error or has no stored result, which becomes a fault.
  private mutating func hasUnusable(_ row: Int, _ part: ImportMapping) -> Bool {
    let broken = part.columns.compactMap { column in
      column.field.flatMap { $0 == .number ? nil : shape.grid.fault(row, column.position) }.map {
        (column, $0)
      }
    }
    for (column, fault) in broken {
      let place = ImportRow.Place(
        head: column.head, cell: shape.grid.place(row, column.position),
        line: shape.grid.line(row, column.position))
      add(RowFaults(place, fault), row)
    }
    return !broken.isEmpty
  }

  private mutating func put(_ cells: ImportRow, _ kind: Kind, _ row: Int) throws(RowFaults) -> Bool {
    switch kind {
    case .observations:
      if try statements.repeats(cells) { return false }
      let figure = try statements.figure(cells)
      doubt(figure, cells.mapping.column(of: .value), row)
      return try figures.put(figure, from: cells, into: &target)
    case .projects:
      let read = try projects.read(cells)
      for (figure, field) in read.figures { doubt(figure, cells.mapping.column(of: field), row) }
      for place in read.intentions { intentions[place.head, default: []].append(place) }
      return try projects.put(read, into: &target)
    }
  }

  private mutating func add(_ error: RowFaults, _ row: Int) {
    for fault in error.faults {
      let found = ImportFault(
        line: fault.place?.line ?? shape.grid.line(row), column: fault.place?.head, cell: fault.place?.cell,
        message: fault.fault.message, leftOut: fault.fault.leftOut, answers: fault.fault.answers)
      // Several cells can fail for the same reason, such as an unknown document.
      if !faults.suffix(error.faults.count).contains(where: {
        ($0.line, $0.column, $0.message) == (found.line, found.column, found.message)
      }) {
        faults.append(found)
      }
    }
  }

  // MARK: Doubts

  private mutating func doubt(_ figure: Figure, _ column: ImportMapping.Column?, _ row: Int) {
    if let column, figure.value < 0, figure.kind != .growth,
      CellText.plain(shape.grid.text(row, column.position)).hasPrefix("(")
    {
      addDoubt(
        row, column.position, column.head,
        Name(
          zh: "括号按负数录入：\(Decimal.text(figure.value, digits: 4))\(figure.unit)",
          en:
            "the brackets are read as a negative number: \(Decimal.text(figure.value, digits: 4)) \(figure.unit)"
        ))
    }
    guard let column, let before = magnitudes.add(figure, row: row, position: column.position) else { return }
    let (a, b) = (Decimal.text(figure.value, digits: 4), Decimal.text(before, digits: 4))
    addDoubt(
      row, column.position, column.head,
      Name(
        zh: "\(a)\(figure.unit)，此前是\(b)\(figure.unit)；单位对吗？",
        en: "\(a) \(figure.unit), but \(b) before; is the unit right?"))
  }

  private mutating func addOutliers() {
    for (row, position, median, value) in magnitudes.outliers() {
      let head = shape.mapping.columns.first { $0.position == position }?.head ?? ""
      let (a, b) = (Decimal.text(value, digits: 4), Decimal.text(median, digits: 4))
      addDoubt(
        row, position, head,
        Name(
          zh: "\(a)，该列中位数是\(b)；单位对吗？", en: "\(a), but the median of its column is \(b); is the unit right?"))
    }
  }

  private mutating func addDoubt(
    _ row: Int, _ position: Int, _ head: String, _ message: Name, _ answers: [ImportAnswer] = []
  ) {
    doubts.append(
      ImportFault(
        line: shape.grid.line(row, position), column: head, cell: shape.grid.place(row, position),
        message: message, answers: answers))
  }

  // MARK: Result

  private mutating func plan(_ kind: Kind) -> ImportPlan {
    var remarks = shape.grid.remarks
    // A dataset in one language needs no other.
    if projects.untranslated > 0, target.dataset.info.name.zh != target.dataset.info.name.en {
      remarks.append(
        Name(
          zh: "\(projects.untranslated) 个新项目没有英文名称（“英文名称”列），暂用中文",
          en:
            "\(Counted.text(projects.untranslated, "new project")) without an English name (column 'name_en'); the Chinese name is used"
        ))
    }
    return ImportPlan(
      mapping: shape.mapping, sheet: shape.grid.sheet, lines: shape.lines, rows: rows,
      changes: target.changes, unchanged: unchanged,
      remarks: remarks, doubts: doubts, projectLines: projects.lines, files: target.result(),
      options: shape.options(options.mapped), kept: shape.columnsToKeep(options.mapped))
  }
}

/// The total of a wide table.
private enum Subtotal {
  /// Whether the subjects of the rows are all clusters that the dataset shows first, so that their total is the district's.
  static func isOfAllClusters(_ shape: TableShape, _ reader: HeadReader) -> Bool {
    shape.labels.labels.count { $0 == .total } == 1
      && isOfAllClusters(shape.labels.rows(.data), shape, reader)
  }

  /// Returns the row of the district where the other rows are all clusters that the dataset shows first; nil without one.
  static func district(_ shape: TableShape, _ reader: HeadReader) -> Int? {
    guard let column = shape.mapping.column(of: .subject) else { return nil }
    let rows = shape.labels.rows(.data)
    let whole = rows.filter { reader.subject(ofCell: shape.grid.text($0, column.position)) == .district }
    guard whole.count == 1 else { return nil }
    return isOfAllClusters(rows.filter { $0 != whole[0] }, shape, reader) ? whole[0] : nil
  }

  private static func isOfAllClusters(_ rows: [Int], _ shape: TableShape, _ reader: HeadReader) -> Bool {
    guard let column = shape.mapping.column(of: .subject) else { return false }
    let ids = Set(
      rows.flatMap {
        reader.index.all("clusters", reader.bareSubject(shape.grid.text($0, column.position)))
      })
    return !ids.isEmpty && ids == reader.index.shownClusters
  }
}

extension ImportMapping {
  /// Leaves a column out.
  fileprivate mutating func remove(_ field: ImportField) { columns.removeAll { $0.field == field } }
}
