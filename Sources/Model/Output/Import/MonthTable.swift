import Domain
import Store

/// A table of problems, decisions, duties, reports or statuses, and what it changes in a dataset.
///
/// Each column has the key or a title of a field. A row whose id or title is known adds an entry to the history of its
/// record; nothing is overwritten.
package struct MonthTable {
  /// The kinds of tables.
  package enum Kind: String, CaseIterable, Sendable {
    case problems, decisions, duties, reports, statuses
  }

  /// The changes of a table.
  package struct Result: Sendable {
    /// The head and the field of each column; nil for a column that is not used.
    package var columns: [(head: String, field: String?)]
    /// What each row changes, in the order of the rows.
    package var changes: [Name]
    /// The number of rows that change nothing.
    package var unchanged: Int
    /// The changed files, complete.
    package var files: [InputFile]
  }

  /// The fields of each kind, with their titles in tables.
  private static let fields: [Kind: [(key: String, heads: [String])]] = [
    .problems: [
      ("id", ["代码", "id"]), ("title", ["问题", "问题名称", "事项", "problem", "title"]),
      ("title_en", ["英文", "english"]),
      ("subject", ["对象", "涉及对象", "subject", "about"]), ("indicator", ["指标", "indicator"]),
      ("task", ["任务", "task"]),
      ("cause", ["原因", "问题类型", "cause"]), ("raised", ["提出日期", "提出时间", "raised"]),
      ("raised_by", ["提出单位", "raised by"]), ("unit", ["责任单位", "unit"]),
      ("due", ["期限", "办结时限", "完成时限", "due"]),
      ("state", ["状态", "办理情况", "state"]), ("date", ["状态日期", "日期", "date"]), ("until", ["延期至", "until"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
    .decisions: [
      ("id", ["代码", "id"]), ("title", ["事项", "决定", "议定事项", "decision", "title"]),
      ("title_en", ["英文", "english"]),
      ("meeting", ["会议", "meeting"]), ("date", ["会议日期", "会议时间", "date"]),
      ("subject", ["对象", "subject", "about"]),
      ("indicator", ["指标", "indicator"]), ("task", ["任务", "task"]), ("problem", ["问题", "problem"]),
      ("units", ["责任单位", "units", "unit"]), ("due", ["期限", "完成时限", "due"]), ("state", ["状态", "state"]),
      ("state_date", ["状态日期", "state date"]), ("until", ["延期至", "until"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
    .duties: [
      ("id", ["代码", "id"]), ("unit", ["报送单位", "单位", "unit"]), ("name", ["报送内容", "内容", "report", "name"]),
      ("every", ["周期", "every"]), ("day", ["截止日", "day"]), ("from", ["起", "from"]),
      ("until", ["止", "until"]),
      ("recipient", ["接收单位", "recipient"]),
    ],
    .reports: [
      ("id", ["代码", "id"]), ("duty", ["报送义务", "duty"]), ("unit", ["报送单位", "单位", "unit"]),
      ("name", ["报送内容", "内容", "report", "name"]), ("period", ["时期", "期别", "period"]),
      ("received", ["收到日期", "报送日期", "收到时间", "received"]), ("note", ["备注", "note"]),
    ],
    .statuses: [
      ("id", ["代码", "id"]), ("task", ["任务", "task"]), ("indicator", ["指标", "indicator"]),
      ("subject", ["对象", "subject"]), ("state", ["状态", "state"]), ("light", ["评定灯", "灯", "light"]),
      ("date", ["日期", "date"]), ("unit", ["单位", "unit"]), ("person", ["评定人", "person"]),
      ("text", ["说明", "备注", "text", "note"]),
    ],
  ]

  private let kind: Kind
  private let grid: Grid
  private let dataset: Dataset
  private let index: NameIndex
  private let files: [InputFile]
  private let directory: String
  private var columns: [(position: Int, head: String, key: String?)] = []
  private var faults: [ImportFault] = []
  private var changes: [Name] = []
  private var unchanged = 0
  private var additions: [JSONOutput] = []
  private var taken: Set<String> = []
  /// New entries of histories, by the id of their record.
  private var steps: [(id: String, step: JSONOutput)] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - kind: what its rows are.
  ///   - grid: its cells.
  ///   - dataset: the data before the import.
  ///   - files: the dataset's files.
  ///   - directory: their directory.
  /// - Throws: all faults of the table; nothing may be written then.
  package static func plan(
    _ kind: Kind, _ grid: Grid, dataset: Dataset, files: [InputFile], directory: String
  ) throws(ImportFailure) -> Result {
    var table = MonthTable(kind, grid, dataset, files, directory)
    return try table.result()
  }

  private init(_ kind: Kind, _ grid: Grid, _ dataset: Dataset, _ files: [InputFile], _ directory: String) {
    (self.kind, self.grid, self.dataset, self.files, self.directory) = (kind, grid, dataset, files, directory)
    index = NameIndex(dataset)
  }

  private mutating func result() throws(ImportFailure) -> Result {
    let head = try findHead()
    for row in (head + 1)..<max(head + 1, grid.count) where !grid.isBlank(row) {
      do throws(CellFault) {
        try put(row)
      } catch {
        faults.append(
          ImportFault(line: grid.line(row), column: nil, cell: nil, message: error.message))
      }
    }
    guard faults.isEmpty else { throw ImportFailure(faults) }
    return Result(
      columns: columns.map { ($0.head, $0.key) }, changes: changes, unchanged: unchanged,
      files: try changedFiles())
  }

  // MARK: Columns

  /// Returns the row whose cells name the most fields, among the first ten.
  private mutating func findHead() throws(ImportFailure) -> Int {
    let fields = Self.fields[kind] ?? []
    func key(_ text: String) -> String? {
      let folded = NameIndex.folded(text)
      return fields.first { field in ([field.key] + field.heads).contains { NameIndex.folded($0) == folded }
      }?.key
    }
    let rows = (0..<min(10, grid.count)).map { row in (row, grid.texts(row).compactMap(key).count) }
    guard let best = rows.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }), best.1 >= 2 else {
      let known = fields.map { $0.heads[0] }.joined(separator: "、")
      let keys = fields.map(\.key).joined(separator: ", ")
      throw ImportFailure(
        Name(zh: "没有找到表头；可用的列：\(known)", en: "no row of heads found; the columns are \(keys)"))
    }
    var seen: Set<String> = []
    columns = grid.texts(best.0).enumerated().filter { !$0.element.isEmpty }.map { position, text in
      let found = key(text)
      return (position, text, found.flatMap { seen.insert($0).inserted ? $0 : nil })
    }
    return best.0
  }

  private func text(_ key: String, _ row: Int) -> String? {
    guard let column = columns.first(where: { $0.key == key }) else { return nil }
    let text = grid.text(row, column.position)
    return text.isEmpty || ["-", "—", "无", "/"].contains(text) ? nil : text
  }

  private func required(_ key: String, _ row: Int) throws(CellFault) -> String {
    if let text = text(key, row) { return text }
    let head = Self.fields[kind]?.first { $0.key == key }?.heads[0] ?? key
    throw CellFault(zh: "“\(head)”为空", en: "'\(key)' is empty")
  }

  private func day(_ key: String, _ row: Int) throws(CellFault) -> Day? {
    guard let text = text(key, row) else { return nil }
    let date = try PeriodText.date(text)
    guard date.precision == .day else {
      throw CellFault(zh: "“\(text)”不是一天；写作 2024-07-05", en: "'\(text)' is not a day; write 2024-07-05")
    }
    return date.earliest
  }

  private func one(_ kind: String, _ key: String, _ row: Int) throws(CellFault) -> String? {
    guard let text = text(key, row) else { return nil }
    return try index.one(kind, text)
  }

  private func units(_ key: String, _ row: Int) throws(CellFault) -> [String] {
    var ids: [String] = []
    for part in (text(key, row) ?? "").split(whereSeparator: { "、,，;；".contains($0) }) {
      ids.append(try index.one("organisations", String(part)))
    }
    return ids
  }

  /// Returns the id of a word of a list: by its id or its name in either language.
  private func word(_ words: [(id: String, name: Name)], _ key: String, _ row: Int) throws(CellFault)
    -> String?
  {
    guard let text = text(key, row) else { return nil }
    let folded = NameIndex.folded(text)
    let found = words.first { word in
      [word.id, word.name.zh, word.name.en].contains { NameIndex.folded($0) == folded }
    }
    if let found { return found.id }
    throw CellFault(
      zh: "“\(text)”不可用；可用：\(words.map(\.name.zh).joined(separator: "、"))",
      en: "'\(text)' is not allowed; expected one of \(words.map(\.id).joined(separator: ", "))")
  }

  private func words<Word: CaseIterable & RawRepresentable>(_ name: (Word) -> Name) -> [(
    id: String, name: Name
  )]
  where Word.RawValue == String {
    Word.allCases.map { ($0.rawValue, name($0)) }
  }

  // MARK: Rows

  private mutating func put(_ row: Int) throws(CellFault) {
    switch kind {
    case .problems: try putProblem(row)
    case .decisions: try putDecision(row)
    case .duties: try putDuty(row)
    case .reports: try putReport(row)
    case .statuses: try putStatus(row)
    }
  }

  private mutating func newID(_ parts: String...) -> String {
    let base = parts.joined(separator: "-").lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
    }
    var id = String(base)
    var number = 2
    while isKnown(id) || !taken.insert(id).inserted {
      id = "\(String(base))-\(number)"
      number += 1
    }
    return id
  }

  private func isKnown(_ id: String) -> Bool {
    switch kind {
    case .problems: dataset.problems[id] != nil
    case .decisions: dataset.decisions[id] != nil
    case .duties: dataset.duties[id] != nil
    case .reports: dataset.reports[id] != nil
    case .statuses: dataset.statuses[id] != nil
    }
  }

  private func members(_ pairs: [(String, String?)]) -> [(String, JSONOutput)] {
    pairs.compactMap { key, value in value.map { (key, .string($0)) } }
  }

  private func about(_ row: Int) throws(CellFault) -> [(String, JSONOutput)] {
    let subject = try text("subject", row).map { text throws(CellFault) in
      try index.subject(text, in: dataset).text
    }
    let tasks = dataset.programmes.flatMap(\.tasks).map { (id: $0.id, name: $0.name) }
    return members([
      ("subject", subject), ("indicator", try one("indicators", "indicator", row)),
      ("task", try word(tasks, "task", row)),
    ])
  }

  private func named(_ key: String, _ row: Int) -> JSONOutput? {
    text(key, row).map { zh in
      text(key + "_en", row).map { .name(Name(zh: zh, en: $0)) } ?? .string(zh)
    }
  }

  /// Returns the entry of the history that a row states; nil without a state.
  private func step(_ row: Int, dateKey: String, default day: Day?) throws(CellFault) -> (Step, JSONOutput)? {
    guard let id = try word(words(\Step.State.name), "state", row), let state = Step.State(rawValue: id)
    else {
      return nil
    }
    guard let date = try self.day(dateKey, row) ?? day else {
      throw CellFault(zh: "状态没有日期", en: "a state without a date")
    }
    let until = try self.day("until", row)
    let step = Step(state: state, date: date, due: until)
    let pairs = members([
      ("state", id), ("date", date.description), ("due", until?.description), ("text", text("text", row)),
    ])
    return (step, .object(pairs))
  }

  /// Adds an entry to a history, unless it has one of that state and day.
  private mutating func append(_ step: (Step, JSONOutput)?, to id: String, _ title: Name, _ history: [Step]) {
    guard let (step, json) = step,
      !history.contains(where: { $0.state == step.state && $0.date == step.date })
    else {
      unchanged += 1
      return
    }
    steps.append((id, json))
    changes.append(
      Name(
        zh: "\(title.zh)：\(step.state.name.zh) \(step.date)",
        en: "\(title.en): \(step.state.name.en) \(step.date)"))
  }

  private mutating func add(_ title: Name, _ entry: [(String, JSONOutput)]) {
    additions.append(.object(entry))
    changes.append(Name(zh: "新增 \(title.zh)", en: "new  \(title.en)"))
  }

  private mutating func putProblem(_ row: Int) throws(CellFault) {
    let title = text("title", row)
    let known = dataset.problems.first { problem in
      text("id", row) == problem.id || (text("id", row) == nil && title == problem.title.zh)
        || title == problem.title.en
    }
    if let known {
      return append(try step(row, dateKey: "date", default: nil), to: known.id, known.title, known.history)
    }
    let name = try required("title", row)
    guard let raised = try day("raised", row) else {
      throw CellFault(zh: "“提出日期”为空", en: "'raised' is empty")
    }
    let causes = dataset.vocabulary.causes.map { (id: $0.id, name: $0.name) }
    var entry: [(String, JSONOutput)] = [
      ("id", .string(text("id", row) ?? newID("problem", raised.description))),
      ("title", named("title", row) ?? .string(name)),
    ]
    entry += try about(row)
    entry += members([
      ("cause", try word(causes, "cause", row)), ("raised", raised.description),
      ("raised_by", try one("organisations", "raised_by", row)),
      ("unit", try one("organisations", "unit", row)),
      ("due", try day("due", row)?.description),
    ])
    if let step = try step(row, dateKey: "date", default: raised) {
      entry.append(("history", .array([step.1])))
    }
    add(Name(both: name), entry)
  }

  private mutating func putDecision(_ row: Int) throws(CellFault) {
    let title = text("title", row)
    let known = dataset.decisions.first { decision in
      text("id", row) == decision.id || (text("id", row) == nil && title == decision.title.zh)
        || title == decision.title.en
    }
    if let known {
      return append(
        try step(row, dateKey: "state_date", default: nil), to: known.id, known.title, known.history)
    }
    let name = try required("title", row)
    guard let date = try day("date", row) else {
      throw CellFault(zh: "“会议日期”为空", en: "'date' is empty")
    }
    let problems = dataset.problems.map { (id: $0.id, name: $0.title) }
    var entry: [(String, JSONOutput)] = [
      ("id", .string(text("id", row) ?? newID("decision", date.description))),
      ("title", named("title", row) ?? .string(name)), ("meeting", .string(try required("meeting", row))),
      ("date", .string(date.description)),
    ]
    entry += try about(row)
    entry += members([("problem", try word(problems, "problem", row))])
    entry.append(("units", .strings(try units("units", row))))
    entry += members([("due", try day("due", row)?.description)])
    if let step = try step(row, dateKey: "state_date", default: date) {
      entry.append(("history", .array([step.1])))
    }
    add(Name(both: name), entry)
  }

  private mutating func putDuty(_ row: Int) throws(CellFault) {
    let unit = try index.one("organisations", try required("unit", row))
    let name = try required("name", row)
    let isKnown = dataset.duties.contains { duty in
      text("id", row) == duty.id || (duty.unit == unit && [duty.name.zh, duty.name.en].contains(name))
    }
    if isKnown {
      unchanged += 1
      return
    }
    guard let day = Int(try required("day", row)), (1...31).contains(day) else {
      throw CellFault(zh: "“截止日”应为 1 至 31", en: "'day' must be 1 to 31")
    }
    let every = try word(words(\ReportingPeriod.Length.name), "every", row) ?? "month"
    var entry: [(String, JSONOutput)] = [
      ("id", .string(text("id", row) ?? newID(every, unit))), ("unit", .string(unit)),
      ("name", .string(name)),
      ("every", .string(every)), ("day", .number(Double(day))),
      ("from", .string(try PeriodText.period(try required("from", row)).text)),
    ]
    let until = try text("until", row).map { text throws(CellFault) in try PeriodText.period(text).text }
    entry += members([("until", until), ("recipient", try one("organisations", "recipient", row))])
    add(Name(both: name), entry)
  }

  private mutating func putReport(_ row: Int) throws(CellFault) {
    let duty = try self.duty(row)
    let period = try PeriodText.period(try required("period", row))
    guard let received = try day("received", row) else {
      throw CellFault(zh: "“收到日期”为空", en: "'received' is empty")
    }
    if dataset.reports.contains(where: { $0.duty == duty.id && $0.period.start == period.start }) {
      unchanged += 1
      return
    }
    var entry: [(String, JSONOutput)] = [
      ("id", .string(text("id", row) ?? newID(duty.id, period.text))), ("duty", .string(duty.id)),
      ("period", .string(period.text)), ("received", .string(received.description)),
    ]
    entry += members([("note", text("note", row))])
    let unit = dataset.organisations[duty.unit]?.name ?? Name(both: duty.unit)
    add(unit + Name(both: " \(period.text)"), entry)
  }

  /// Returns the duty of a row: by its id, or by its unit, and by what is reported if the unit has several.
  private func duty(_ row: Int) throws(CellFault) -> Duty {
    if let id = text("duty", row) {
      let named = dataset.duties.filter { [$0.id, $0.name.zh, $0.name.en].contains(id) }
      if named.count == 1 { return named[0] }
    }
    let unit = try index.one("organisations", try required("unit", row))
    let name = text("name", row)
    let found = dataset.duties.filter { duty in
      duty.unit == unit && (name.map { [duty.name.zh, duty.name.en].contains($0) } ?? true)
    }
    if found.count == 1 { return found[0] }
    let list = found.map(\.id).joined(separator: ", ")
    throw CellFault(
      zh: found.isEmpty ? "“\(unit)”没有报送义务" : "“\(unit)”有几项报送义务；在“报送义务”列写 id：\(list)",
      en: found.isEmpty
        ? "'\(unit)' has no duty to report" : "'\(unit)' has several duties; write the id in 'duty': \(list)")
  }

  private mutating func putStatus(_ row: Int) throws(CellFault) {
    let about = try about(row)
    guard about.contains(where: { $0.0 == "task" || $0.0 == "indicator" }) else {
      throw CellFault(zh: "没有写明任务或指标", en: "neither a task nor an indicator is named")
    }
    guard let date = try day("date", row) else { throw CellFault(zh: "“日期”为空", en: "'date' is empty") }
    let id = text("id", row) ?? newID("status", date.description)
    if isKnown(id) {
      unchanged += 1
      return
    }
    var entry: [(String, JSONOutput)] = [("id", .string(id))]
    entry += about
    entry += members([
      ("state", try word(words(\StatusEntry.State.name), "state", row)),
      ("light", try word(words(\Light.name), "light", row)), ("date", date.description),
      ("unit", try one("organisations", "unit", row)), ("person", text("person", row)),
      ("text", text("text", row)),
    ])
    add(Name(both: text("task", row) ?? text("indicator", row) ?? id), entry)
  }

  // MARK: Files

  private func changedFiles() throws(ImportFailure) -> [InputFile] {
    let own = files.filter { DatasetLoader.kind(ofFile: $0.name) == kind.rawValue }
    var result: [InputFile] = []
    let home = own.first { $0.name == "\(kind.rawValue).json" } ?? own.first
    for file in own {
      var edit: JSONEdit
      do throws(JSONFault) {
        edit = try JSONEdit(file.bytes)
      } catch {
        continue
      }
      for entry in edit.root.member(kind.rawValue)?.elements.map(Array.init) ?? [] {
        guard let id = entry.member("id")?.string else { continue }
        let new = steps.filter { $0.id == id }.map(\.step)
        guard !new.isEmpty else { continue }
        if let history = entry.member("history") {
          edit.append(new, to: history)
        } else {
          edit.add("history", .array(new), to: entry)
        }
      }
      if file.name == home?.name, !additions.isEmpty, let array = edit.root.member(kind.rawValue) {
        edit.append(additions, to: array, asEntries: true)
      }
      if edit.isChanged { result.append(InputFile(path: file.path, name: file.name, bytes: edit.result)) }
    }
    if home == nil, !additions.isEmpty {
      let name = "\(kind.rawValue).json"
      let text = JSONLayout().text(.object([(kind.rawValue, .array(additions))]), indent: "", isEntry: true)
      result.append(
        InputFile(path: InputFile.path(of: name, in: directory), name: name, bytes: Array((text + "\n").utf8))
      )
    }
    return result
  }
}

extension TableFile {
  /// Returns the cells of a text, of the sheet that is named, or of the first visible one with rows.
  package func grid(sheet name: String?) throws(ImportFailure) -> Grid {
    switch self {
    case .text(let grid, _): return grid
    case .workbook(let workbook):
      for sheet in workbook.sheets where name.map({ $0 == sheet.name }) ?? !sheet.isHidden {
        let grid = try workbook.grid(sheet)
        if name != nil || grid.count > 1 { return grid }
      }
      throw ImportFailure(Name(zh: "没有这样的工作表", en: "no such sheet"))
    }
  }
}
