import Domain

/// A table with its lines labelled and its columns mapped.
struct TableShape {
  /// The table; with rows and columns exchanged where the heads are in the first column.
  var grid: Grid
  var labels: LineLabels
  /// All columns, as they are shown.
  var mapping: ImportMapping
  /// The statements of a line: one mapping for each column of values of a wide table, else the only one.
  var parts: [ImportMapping]
  /// What a total or a section says about rows, by row.
  var inherited: [Int: [ImportField: String]] = [:]
  /// What is read instead of the cells of a row: 其中：装备制造业 below 规上工业总产值 is the output of that cluster.
  var replaced: [Int: [ImportField: String]] = [:]
  /// The columns whose blank cells continue the one above; in `rows` only, where cells were merged.
  var filled: [(field: ImportField, position: Int, rows: Set<Int>?)] = []
  var doubts: [ImportFault] = []
}

/// Finds the shape of a table: labels its lines, then gives each column what its head, the title and the user say.
struct TableShaper {
  var grid: Grid
  let reader: HeadReader
  let options: TableImport.Options
  var preamble = TablePreamble()
  /// How far the reading came.
  var draft: TableDraft?
  /// The years whose months are those of the title.
  private(set) var comparedYears: Set<Int> = []
  /// The years that heads print alone below a title of months.
  private(set) var bareYears: Set<Int> = []

  init(
    _ grid: Grid, fields: [ImportField], dataset: Dataset, index: NameIndex, options: TableImport.Options
  ) {
    self.grid = grid
    self.options = options
    reader = HeadReader(
      dataset: dataset, index: index, words: options.words,
      units: UnitText(dataset: dataset, words: options.words),
      fields: fields)
  }

  /// - Throws: the faults of the head and of the options about it.
  mutating func shape() throws(ImportFailure) -> TableShape {
    if options.head == nil, isOnItsSide { grid = grid.transposed() }
    var labels = HeadFinder(grid: grid, reader: reader).labels(chosen: try chosenHead())
    draft = TableDraft(grid, labels)
    guard labels.head.upperBound + 1 < grid.count else {
      throw ImportFailure(
        Name(zh: "只有表头，没有数据行", en: "there is a head but no row"), line: grid.line(labels.head.lowerBound))
    }
    let line = grid.line(labels.head.lowerBound)
    var shape: TableShape
    do throws(CellFault) {
      preamble = try TablePreamble(grid, labels, reader: reader, options: options)
      var columns = try columns(labels)
      let byHeads = columns.map(\.column.field)
      defer { keep(columns, byHeads: byHeads, labels) }
      comparedYears = comparedYears(columns)
      bareYears = bareYears(columns)
      if !reader.isOfProjects { findRowKeys(&columns, labels) }
      dropNumbers(&columns, labels)
      if reader.isOfProjects { dropWords(&columns, labels) }
      try BodyLabeller(grid: grid, reader: reader, columns: columns).label(&labels, corrected: options.labels)
      preamble.readNotes(grid, labels, reader: reader)
      if reader.isOfProjects { findState(&columns, labels) }
      try checkOnce(&columns, labels)
      shape = TableShape(
        grid: grid, labels: labels, mapping: mapping(columns.map(\.column)), parts: [])
      shape.parts = try parts(&columns, labels)
      shape.mapping.columns = columns.map(\.column)
      if reader.isOfProjects { shape.parts[0].columns = shape.mapping.columns }
    } catch {
      throw ImportFailure(error, line: line)
    }
    try require(shape, line: line)
    try refuseUnknownSubjects(shape, line: line)
    try checkWidth(&shape)
    inherit(&shape)
    return shape
  }

  /// Whether the table has the head of one of projects, with their names, or of observations, with two heads or more.
  mutating func fits() -> Bool {
    if options.head == nil, isOnItsSide { grid = grid.transposed() }
    var head: ClosedRange<Int>?
    do { head = try chosenHead() } catch { return false }
    let labels = HeadFinder(grid: grid, reader: reader).labels(chosen: head)
    guard let columns = try? columns(labels) else { return false }
    if reader.isOfProjects { return columns.contains { $0.column.field == .name } }
    return columns.count { $0.reading.isUnderstood } > 1
  }

  private func chosenHead() throws(ImportFailure) -> ClosedRange<Int>? {
    guard let head = options.head else { return nil }
    let rows = (0..<grid.count).filter { head.contains(grid.number($0)) }
    guard let first = rows.first, let last = rows.last else {
      throw ImportFailure(Name(zh: "--head：没有第\(head.lowerBound)行", en: "--head: no row \(head.lowerBound)"))
    }
    return first...last
  }

  /// Whether the heads are in the first column: three or more fields are named there, and none in any line.
  private var isOnItsSide: Bool {
    let rows = (0..<min(grid.count, 60)).filter { !grid.isBlank($0) }
    func isField(_ row: Int, _ column: Int) -> Bool {
      !grid.isEmpty(row, column) && reader.read(grid.text(row, column)).field != nil
    }
    guard rows.count < 60, rows.count(where: { isField($0, 0) }) >= 3 else { return false }
    return !rows.contains { row in grid.filled(row).count(where: { isField(row, $0) }) >= 2 }
  }

  func mapping(_ columns: [ImportMapping.Column]) -> ImportMapping {
    var mapping = ImportMapping(columns: columns, words: options.words)
    mapping.base = preamble.base
    mapping.bracket = preamble.bracket
    return mapping
  }

  private func require(_ shape: TableShape, line: Int) throws(ImportFailure) {
    for part in shape.parts {
      try part.require(reader.isOfProjects ? [.name] : [.indicator, .period, .value], line: line)
    }
  }

  /// Refuses a table without subjects and indicators whose first columns have names under an unknown head: its rows are not
  /// about the district.
  private func refuseUnknownSubjects(_ shape: TableShape, line: Int) throws(ImportFailure) {
    let columns = shape.mapping.columns
    guard !reader.isOfProjects, shape.mapping.column(of: .subject) == nil,
      shape.mapping.column(of: .indicator) == nil,
      !shape.parts.contains(where: { $0.constants[.subject] != nil })
    else { return }
    let rows = shape.labels.rows(.data).prefix(200)
    let values = shape.parts.compactMap { $0.column(of: .value)?.position }.min() ?? columns.count
    let unknown = columns.first { column in
      column.field == nil && column.position < values && !column.head.isEmpty
        && !options.mapped.contains(where: { TableShaper.isSame($0.head, column) })
        && rows.contains { row in
          let text = grid.text(row, column.position)
          return !reader.words.isEmpty(text) && !text.contains(where: \.isNumber)
        }
    }
    guard let column = unknown else { return }
    let (subject, none) = (
      ShellWord.quoted(OptionList.pair(column.head, "subject")),
      ShellWord.quoted(OptionList.pair(column.head, "-"))
    )
    throw ImportFailure(
      Name(
        zh:
          "\(column.place)“\(column.head)”：各行是谁的数？是主体用 --map \(subject)；都是全区的数、不用该列用 --map \(none)",
        en:
          "\(column.place) '\(column.head)': whose figures are the rows? If it names the subjects, use --map \(subject); if all rows are about the district, --map \(none)"
      ), line: line)
  }

  /// Refuses cells to the right of the head; they are the rest of a number whose comma separates cells.
  ///
  /// In a sheet they are remarks beside the table, of which a warning names the first.
  private func checkWidth(_ shape: inout TableShape) throws(ImportFailure) {
    let width = shape.mapping.columns.count
    var faults: [ImportFault] = []
    for row in grid.rows(after: shape.labels.head.upperBound) where grid.width(row) > width {
      guard shape.labels.labels[row] == .data,
        let column = (width..<grid.width(row)).first(where: { !grid.isEmpty(row, $0) })
      else { continue }
      if grid.sheet != nil {
        return shape.doubts.append(
          ImportFault(
            line: grid.line(row), column: nil, cell: grid.place(row, column),
            message: Name(zh: "在表头之外，不录入", en: "outside of the head, and not imported")))
      }
      faults.append(
        ImportFault(
          line: grid.line(row), column: nil, cell: grid.place(row, column),
          message: Name(
            zh: "有\(grid.width(row))格，表头只有\(width)格；含逗号的数须加引号：\"1,234.5\"",
            en:
              "\(grid.width(row)) cells, but the head has \(width); a number with a comma needs quotation marks: \"1,234.5\""
          )))
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
  }

  // MARK: Lines above others

  /// Gives rows what the sections and merged cells above them say.
  private func inherit(_ shape: inout TableShape) {
    let columns = shape.mapping.columns
    let labels = shape.labels
    let subject: ImportField = reader.isOfProjects ? .clusters : .subject
    for (number, column) in columns.enumerated() {
      guard let field = column.field, !field.isOfOneRow, !field.isAmount else { continue }
      let merged = grid.continued(column.position).filter { $0 > labels.head.upperBound + 1 }
      let isChosen = options.filled.contains { TableShaper.isSame($0, column) }
      // A CSV leaves merged cells blank; only the first column is taken for one without an option.
      let isGuessed =
        grid.sheet == nil && (field == .subject || field == .clusters && isGrouping(column, columns, labels))
        && isLeading(column, labels) && hasBlanks(column, labels)
      guard isChosen || isGuessed || !merged.isEmpty else {
        if field == .clusters, isBefore(.name, column, columns) { doubtBlanks(column, labels, &shape) }
        continue
      }
      let isMerged = !isChosen && !isGuessed
      shape.filled.append((field, column.position, isMerged ? merged : nil))
      shape.mapping.columns[number].remark =
        isMerged
        ? Name(
          zh: "\(field.name.zh)，合并的单元格各行相同", en: "\(field.name.en), merged cells count for each of their rows"
        )
        : Name(zh: "\(field.name.zh)，空格沿用上一行", en: "\(field.name.en), blank cells continue the one above")
    }
    doubtMerged(&shape)
    var sections = SectionStack()
    for row in 0..<labels.head.lowerBound {
      let isSection = grid.filled(row).contains {
        BodyLabeller.withoutOrdinal(grid.text(row, $0)) != grid.text(row, $0)
      }
      if isSection { sections.open(row, grid, reader, subject) }
    }
    for row in labels.labels.indices where [.section, .data].contains(labels.labels[row]) {
      if labels.labels[row] == .section {
        let before = sections.texts[subject]
        sections.open(row, grid, reader, subject)
        let isLost = before != nil && sections.texts[subject] == nil
        if reader.isOfProjects { doubtSection(row, isClusterLost: isLost, &shape) }
      } else if shape.mapping.column(of: subject) == nil || reader.isOfProjects {
        if !sections.texts.isEmpty { shape.inherited[row] = sections.texts }
      }
    }
    if !reader.isOfProjects { readSubjects(&shape) }
    if reader.isOfProjects { dropNumbersOfNames(&shape) }
    guard reader.isOfProjects, let state = options.state else { return }
    for row in labels.rows(.data) where shape.inherited[row]?[.state] == nil {
      shape.inherited[row, default: [:]][.state] = state
    }
  }

  /// Reads the names of clusters in a column of indicators as the subjects of the indicator above them.
  private func readSubjects(_ shape: inout TableShape) {
    guard let column = shape.mapping.column(of: .indicator), shape.mapping.column(of: .subject) == nil,
      !shape.parts.contains(where: { $0.constants[.subject] != nil })
    else { return }
    var indicator: String?
    // A long table repeats few names.
    var named: [String: String?] = [:]
    for row in shape.labels.rows(.data) where !grid.isEmpty(row, column.position) {
      let text = grid.text(row, column.position)
      let id = named[text] ?? namedIndicator(text)
      named[text] = .some(id)
      if let id {
        indicator = id
      } else if let above = indicator, let subject = reader.subject(ofCell: text), subject != .district {
        shape.replaced[row] = [.indicator: above, .subject: subject.text]
      } else {
        indicator = nil
      }
    }
  }

  /// Reads the names of projects without the running numbers before them, where all have one: 1.甲项目, 2.乙项目.
  private func dropNumbersOfNames(_ shape: inout TableShape) {
    guard let column = shape.mapping.column(of: .name) else { return }
    let rows = shape.labels.rows(.data).filter { !grid.isEmpty($0, column.position) }
    var last = 0
    var names: [(row: Int, name: String)] = []
    for row in rows {
      guard let (number, name) = TableShaper.numbered(grid.text(row, column.position)),
        number == last + 1 || number == 1
      else { return }
      last = number
      names.append((row, name))
    }
    guard names.count > 1 else { return }
    for (row, name) in names { shape.replaced[row, default: [:]][.name] = name }
    if let number = shape.mapping.columns.firstIndex(where: { $0.position == column.position }) {
      shape.mapping.columns[number].remark = Name(
        zh: "\(ImportField.name.name.zh)，不计前面的序号", en: "name, without the running numbers")
    }
  }

  /// Splits a name with a running number before it: `1.甲项目`, `2、乙项目`, `(3)丙项目`; nil for another name.
  private static func numbered(_ text: String) -> (Int, String)? {
    let plain = CellText.plain(text)
    let isBracketed = plain.hasPrefix("(")
    let rest = isBracketed ? plain.dropFirst() : plain[...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
    let after = rest.dropFirst(digits.count)
    guard let sign = after.first, isBracketed ? sign == ")" : ".、)".contains(sign),
      let next = after.dropFirst().first, !next.isNumber
    else { return nil }
    return (number, String(CellText.trimmed(after.dropFirst().unicodeScalars)))
  }

  private func namedIndicator(_ text: String) -> String? {
    let bare = reader.split(BodyLabeller.withoutOrdinal(text)).bare
    return reader.indicator(HeadReader.folded(reader.bareSubject(bare)))
  }

  /// Warns of an amount in a cell that is merged over several rows: it counts for the first.
  private func doubtMerged(_ shape: inout TableShape) {
    guard !grid.merged.isEmpty else { return }
    let amounts = shape.parts.flatMap { $0.columns.filter { $0.field?.isAmount ?? false } }
    for column in amounts {
      let rows = grid.continued(column.position).filter { shape.labels.labels[$0] == .data }
      guard let first = rows.min() else { continue }
      shape.doubts.append(
        ImportFault(
          line: grid.line(first), column: column.head, cell: grid.place(first, column.position),
          message: Name(
            zh: "数值单元格跨行合并，只计入第一行；请拆分后分别填写",
            en:
              "an amount is merged over several rows and counts for the first only; split the cell and fill each row"
          )))
    }
  }

  /// Warns of a section that names no cluster, where the rows below it would have none.
  ///
  /// - Parameter isClusterLost: whether the section above it named one.
  private func doubtSection(_ row: Int, isClusterLost: Bool, _ shape: inout TableShape) {
    guard BodyLabeller.cluster(in: grid, row, reader.index) == nil else { return }
    let position = grid.filled(row).first { !BodyLabeller.isOrdinal(grid.text(row, $0)) }
    guard let position,
      case let name = BodyLabeller.bare(BodyLabeller.withoutOrdinal(grid.text(row, position))),
      !options.leftOut.contains(name)
    else { return }
    let group = reader.group(name)
    if group?.field == .programme {
      guard !reader.index.programmes(name).contains(where: { $0.task != nil }) else { return }
      shape.doubts.append(
        ImportFault(
          line: grid.line(row), column: nil, cell: grid.place(row, position),
          message: Name(
            zh: "工程“\(name)”有几项任务或没有任务，下面的项目不列入；请在分组行写任务名称",
            en:
              "programme '\(name)' has no task or several, and the projects below it are not listed there; name the task in the section"
          )))
      return
    }
    guard isClusterLost || group == nil else { return }
    let below = grid.rows(after: row).prefix { shape.labels.labels[$0] != .section }
    let column = shape.mapping.column(of: .clusters)?.position
    let isMissing = below.contains { row in
      shape.labels.labels[row] == .data && column.map { grid.isEmpty(row, $0) } ?? true
    }
    guard isMissing else { return }
    let option = ShellWord.quoted(name)
    shape.doubts.append(
      ImportFault(
        line: grid.line(row), column: nil, cell: grid.place(row, position),
        message: Name(
          zh: "没有集群“\(name)”，下面的项目没有集群；确认用 --leave-out \(option)",
          en: "no cluster '\(name)'; the projects below it get none; confirm with --leave-out \(option)"),
        answers: [.leaveOut(name)]))
  }

  private func isBefore(
    _ field: ImportField, _ column: ImportMapping.Column, _ columns: [ImportMapping.Column]
  ) -> Bool {
    columns.first { $0.field == field }.map { column.position < $0.position } ?? false
  }

  /// Whether a column before the names prints each text once, above the rows that it is about.
  private func isGrouping(
    _ column: ImportMapping.Column, _ columns: [ImportMapping.Column], _ labels: LineLabels
  ) -> Bool {
    guard isBefore(.name, column, columns) else { return false }
    let texts = labels.rows(.data).filter { !grid.isEmpty($0, column.position) }.map {
      grid.text($0, column.position)
    }
    return Set(texts).count == texts.count
  }

  /// Warns of the first blank cell below a filled one, which a merged cell may have left.
  private func doubtBlanks(_ column: ImportMapping.Column, _ labels: LineLabels, _ shape: inout TableShape) {
    let rows = labels.rows(.data).drop { grid.isEmpty($0, column.position) }
    let blanks = rows.filter { grid.isEmpty($0, column.position) }
    guard let first = blanks.first else { return }
    let option = ShellWord.quoted(column.head)
    shape.doubts.append(
      ImportFault(
        line: grid.line(first), column: column.head, cell: grid.place(first, column.position),
        message: Name(
          zh: "\(blanks.count)行为空，这些项目没有集群；沿用上一行用 --fill \(option)",
          en:
            "blank in \(Counted.text(blanks.count, "row")), without a cluster then; --fill \(option) continues the cell above"
        ), answers: [.fill(head: column.head)]))
  }

  private func isLeading(_ column: ImportMapping.Column, _ labels: LineLabels) -> Bool {
    labels.labels.indices.first { labels.labels[$0] == .data }.map { !grid.isEmpty($0, column.position) }
      ?? false
  }

  private func hasBlanks(_ column: ImportMapping.Column, _ labels: LineLabels) -> Bool {
    labels.labels.indices.contains { labels.labels[$0] == .data && grid.isEmpty($0, column.position) }
  }

  static func isSame(_ choice: String, _ column: ImportMapping.Column) -> Bool {
    let wanted = HeadReader.folded(choice)
    return wanted == HeadReader.folded(column.head) || choice.uppercased() == Grid.letters(column.position)
  }
}

extension Grid {
  func rows(after row: Int) -> Range<Int> { min(row + 1, count)..<count }
}
