import Domain

/// What a row says about the state of a project.
struct StateReading {
  var state: OfficeWords.State
  /// The date that the cell of the state prints; nil without one.
  var date: PartialDate?
  /// Whether the state is intended for that date.
  var isExpected = false
  /// The date for which the start is intended: 未开工（拟2024年9月）.
  var intendedStart: PartialDate?
}

/// The states of a project in words, and the dates of construction, which are done or planned as the state says.
extension ProjectReader {
  /// Adds the stages of state, nature and construction dates to those of the other columns.
  func construct(_ steps: inout [Step], _ reader: inout RowReader, of project: Project?) {
    let row = reader.row
    let begun = reader.read(.constructionStart) { text throws(CellFault) in
      try intention(text, in: row.mapping.base)
    }
    let ended = reader.read(.constructionEnd) { text throws(CellFault) in
      try intention(text, in: row.mapping.base)
    }
    var (start, end) = (begun?.date, ended?.date)
    let isStartPrinted = start != nil && begun?.isExpected == false
    if let text = row.text(.constructionYears), !ProjectReader.isLength(text) {
      let years = reader.take(row.head(.constructionYears)) { () throws(CellFault) in
        try ProjectReader.years(text)
      }
      if start == nil { start = years?.first }
      if end == nil { end = years?.last }
    }
    let reading = state(&reader, hasStart: isStartPrinted || has(steps, .started))
    let state = reading?.isExpected == true ? nil : reading?.state
    let rung = state?.rung ?? steps.lazy.compactMap { self.dataset.stages[$0.stage]?.ladder }.max()
    let hasBegun =
      state.map { !$0.isNotBegun && $0.rung >= .started && $0.rung <= .fullOutput }
      ?? (rung.map { $0 >= .started && $0 <= .fullOutput } ?? false)
    let isNotBegun = state?.isNotBegun ?? false
    if isNotBegun {
      for number in steps.indices where isStart(steps[number]) { steps[number].isExpected = true }
    }
    // What is still under construction was not completed on the date in another column; 停产 comes after production.
    let isStillBuilt = state.map {
      isNotBegun || $0.rung == .started || $0.rung == .underConstruction || $0.rung == .cancelled
        || $0.rung == .stalled && row.text(.state)?.contains("产") != true
    }
    if isStillBuilt == true {
      for number in steps.indices where steps[number].isDated {
        let rung = dataset.stages[steps[number].stage]?.ladder
        if rung == .commissioned || rung == .fullOutput { steps[number].isExpected = true }
      }
    }
    let known = knownOn(row)
    let ownStart = state?.rung == .started ? reading?.date : nil
    if let start = start ?? ownStart ?? reading?.intendedStart, !has(steps, .started) {
      let isPast = start.precision != .unknown && start.earliest <= known && isStartPrinted
      add(
        .started, start,
        isExpected: isNotBegun || begun?.isExpected == true || !(hasBegun || isPast)
          || start.earliest > known, row,
        .constructionStart, &steps, &reader)
    }
    let hasEnded = state.map { $0.rung == .commissioned || $0.rung == .fullOutput } ?? false
    // A day beside the state is when it was reached; the date in the column may be the planned one.
    let isDayPrinted = hasEnded && reading?.date != nil
    if let end, !has(steps, .commissioned), !isDayPrinted || end.latest > known {
      let isDone =
        hasEnded && ended?.isExpected != true
        && (end.precision == .by || end.precision == .before ? end.latest : end.earliest) <= known
      add(.commissioned, end, isExpected: !isDone, row, .constructionEnd, &steps, &reader)
    }
    if let state { addState(state, reading?.date, row, project, &steps, &reader) }
    if let reading, reading.isExpected, let date = reading.date, !has(steps, reading.state.rung) {
      add(reading.state.rung, date, isExpected: true, row, .state, &steps, &reader)
    }
  }

  /// Adds the stage of a state, unless a date or the dataset has it.
  ///
  /// - Parameter date: the date that the cell of the state prints; nil without one.
  private func addState(
    _ state: OfficeWords.State, _ date: PartialDate?, _ row: ImportRow, _ project: Project?,
    _ steps: inout [Step], _ reader: inout RowReader
  ) {
    guard !steps.contains(where: { !$0.isExpected && dataset.stages[$0.stage]?.ladder == state.rung }) else {
      return
    }
    let reached = (project?.milestones ?? []).filter { !$0.isExpected }.compactMap {
      dataset.stages[$0.stage]?.ladder
    }
    // 未开工 says only that construction has not begun.
    if state.isNotBegun, !reached.isEmpty, reached.allSatisfy({ $0 < .started }) { return }
    if date == nil, reached.contains(state.rung),
      reached.filter({ $0 <= .fullOutput }).max().map({ $0 <= state.rung }) ?? false
    {
      return
    }
    let field: ImportField = row.text(.state) == nil ? .nature : .state
    add(state.rung, date ?? reportDate(row), isExpected: false, row, field, &steps, &reader)
  }

  private func add(
    _ rung: Rung, _ date: PartialDate, isExpected: Bool, _ row: ImportRow, _ field: ImportField,
    _ steps: inout [Step], _ reader: inout RowReader
  ) {
    let stage = reader.take(row.head(field)) { () throws(CellFault) in try self.stage(on: rung) }
    guard let stage else { return }
    // The state of an option is not printed; the document lists the project.
    let isGiven = field == .state && !row.isInCell(.state) && row.text(.state) == givenState
    let answer = answers.lazy.compactMap { row.text($0.field) }.first
    let state = isGiven ? nil : row.text(.state) ?? answer
    let printed =
      (isGiven ? nil : row.text(field)) ?? row.text(.constructionYears) ?? state ?? row.text(.name) ?? ""
    steps.append(Step(stage: stage, date: date, isExpected: isExpected, printed: printed))
  }

  private func has(_ steps: [Step], _ rung: Rung) -> Bool {
    steps.contains { dataset.stages[$0.stage]?.ladder == rung }
  }

  private func isStart(_ step: Step) -> Bool { dataset.stages[step.stage]?.ladder == .started }

  /// Returns the only stage of the dataset on a rung.
  func stage(on rung: Rung) throws(CellFault) -> String {
    let stages = dataset.stages.filter { $0.ladder == rung }
    if stages.count == 1, let stage = stages.first { return stage.id }
    guard !stages.isEmpty else {
      throw CellFault(
        zh: "数据集没有“\(rung.rawValue)”这一级的阶段；在 vocabulary.json 中加入",
        en: "the dataset has no stage on the rung '\(rung.rawValue)'; add one to vocabulary.json")
    }
    let names = stages.map(\.id).joined(separator: ", ")
    throw CellFault(
      zh: "数据集在这一级有\(stages.count)个阶段（\(names)）；请用“阶段”和“阶段日期”列",
      en: "the dataset has \(stages.count) stages on this rung (\(names)); use the columns 'stage' and 'date'"
    )
  }

  /// Returns the stage of the vocabulary that a cell names, or a common word for it.
  func stage(_ text: String) throws(CellFault) -> String {
    if index.all("stages", text).isEmpty, let state = words.states[NameIndex.folded(text)] {
      return try stage(on: state.rung)
    }
    return try index.one("stages", text)
  }

  /// Returns the state in words. The nature of the works counts only where neither a state nor a start is printed: a
  /// project is 新建 until it is completed.
  private func state(_ reader: inout RowReader, hasStart: Bool) -> StateReading? {
    let row = reader.row
    if row.text(.state) != nil, row.text(.stage) == nil || row.head(.state) != nil {
      return reader.read(.state) { text throws(CellFault) in try state(text, row) }
    }
    if let answered = answered(&reader) { return StateReading(state: answered) }
    guard !hasStart, row.text(.stage) == nil, let text = row.text(.nature) else { return nil }
    return words.states[NameIndex.folded(text)].map { StateReading(state: $0) }
  }

  private func state(_ text: String, _ row: ImportRow) throws(CellFault) -> StateReading {
    if let state = words.states[NameIndex.folded(text)] { return StateReading(state: state) }
    if case let named = index.all("stages", text), named.count == 1, let stage = dataset.stages[named[0]] {
      return StateReading(
        state: OfficeWords.State(rung: stage.ladder, isNotBegun: stage.ladder < .started))
    }
    if let dated = dated(text, row) { return dated }
    if let state = explained(text) { return StateReading(state: state) }
    throw CellFault(
      zh: "不认得状态“\(text)”；可用：已开工、未开工、在建、竣工、投产等，或在 --words 的文件中加入；不用该列写 --map '列名=-'",
      en:
        "unknown state '\(text)'; use 已开工, 未开工, 在建, 竣工, 投产 and the like, or add it in a file of --words; --map 'column=-' leaves the column out"
    )
  }

  /// Returns the state before brackets that say more about it: `在建（主体施工）`; nil where they may say something else.
  private func explained(_ text: String) -> OfficeWords.State? {
    let plain = CellText.plain(text)
    guard plain.hasSuffix(")"), let open = plain.firstIndex(of: "("),
      let state = words.states[NameIndex.folded(String(plain[..<open]))]
    else { return nil }
    let inside = NameIndex.folded(String(plain[open...].dropFirst().dropLast()))
    let isOther =
      words.states.contains { word, other in
        word.count > 1 && inside.contains(word)
          && (other.rung != state.rung || other.isNotBegun != state.isNotBegun)
      } || words.words(.negations).contains(where: inside.contains)
    return isOther || inside.isEmpty ? nil : state
  }

  /// Returns the state that a cell prints with its date: `已竣工（2024年5月20日）`, `2023年11月投产`, `预计2025年6月竣工`; nil for
  /// another text.
  private func dated(_ text: String, _ row: ImportRow) -> StateReading? {
    let scalars = Array(CellText.plain(text).unicodeScalars)
    guard let first = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return nil }
    let signs = Set("0123456789年月日号.-/上中下旬底末初前半季度一二三四第".unicodeScalars)
    let date = scalars[first...].prefix { signs.contains($0) }
    func string(_ part: some Sequence<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part))
    }
    guard let read = try? PeriodText.date(string(date), in: row.mapping.base, words),
      read.precision != .unknown
    else { return nil }
    let filler = Set("(),:;、于在 ".unicodeScalars)
    var rest = NameIndex.folded(
      string((scalars[..<first] + scalars[(first + date.count)...]).filter { !filler.contains($0) }))
    var isExpected = false
    for word in words.words(.expected) where rest.hasPrefix(word) && words.states[rest] == nil {
      rest.removeFirst(word.count)
      isExpected = true
      break
    }
    for word in words.words(.expected) where rest.hasSuffix(word) {
      guard let state = words.states[String(rest.dropLast(word.count))], state.isNotBegun else { continue }
      return StateReading(state: state, intendedStart: read)
    }
    guard let state = words.states[rest] else { return nil }
    let isBound = read.precision == .by || read.precision == .before
    if (isBound ? read.latest : read.earliest) > knownOn(row) { isExpected = true }
    return StateReading(state: state, date: read, isExpected: isExpected)
  }

  /// Returns the state by the columns that say whether stages are reached; nil where none says anything.
  private func answered(_ reader: inout RowReader) -> OfficeWords.State? {
    var state: OfficeWords.State?
    for column in answers {
      let found = reader.read(column.field) { text throws(CellFault) in
        try answer(text, column.rung)
      }
      guard let found = found ?? nil else { continue }
      if let before = state, before.rung > found.rung { continue }
      state = found
    }
    return state
  }

  /// - Returns: nil for a no about a stage that says nothing about the ones below it.
  private func answer(_ text: String, _ rung: Rung) throws(CellFault) -> OfficeWords.State? {
    let folded = NameIndex.folded(text)
    if words.words(.yes).contains(folded) {
      return OfficeWords.State(rung: rung, isNotBegun: rung < .started)
    }
    if words.words(.no).contains(folded) {
      return rung == .started ? OfficeWords.State(rung: .planned, isNotBegun: true) : nil
    }
    if let state = words.states[folded] { return state }
    let (yes, no) = (words.words(.yes).joined(separator: "、"), words.words(.no).joined(separator: "、"))
    throw CellFault(
      zh: "“\(text)”不是“是”或“否”；可用：\(yes)、\(no)，不用该列写 --map '列名=-'",
      en: "'\(text)' is neither yes nor no; use \(yes), \(no), or leave the column out with --map 'column=-'")
  }

  private func knownOn(_ row: ImportRow) -> Day {
    let source = (try? row.citation(printed: "", index: index))?.source
    return source.flatMap { dataset.sources[$0]?.knownOn } ?? .distantFuture
  }

  /// The date of a state: by the month of the table, else by the date of its document.
  private func reportDate(_ row: ImportRow) -> PartialDate {
    let source = (try? row.citation(printed: "", index: index))?.source
    guard let date = source.flatMap({ dataset.sources[$0]?.date }) else { return .unknown }
    if let base = row.mapping.base, let year = base.year, let month = base.months?.upperBound,
      let own = PartialDate("by \(year)-\(month < 10 ? "0" : "")\(month)"), own.latest <= date.latest
    {
      return own
    }
    return [.day, .month, .year].contains(date.precision)
      ? PartialDate("by \(date.text)") ?? .unknown : .unknown
  }

  /// Whether a cell prints the length of construction and no dates: `24个月`, `3年`.
  private static func isLength(_ text: String) -> Bool {
    ["N个月", "N月", "N年", "N"].contains(CellShape(text).pattern) && (CellShape(text).lengths.first ?? 0) < 4
  }

  /// Returns the first and last date of a cell such as `2021-2025`, `2021-03/2024-12`, `2023年3月至2025年6月`.
  private static func years(_ text: String) throws(CellFault) -> (first: PartialDate, last: PartialDate) {
    let shape = CellShape(text)
    var period: Period?
    if shape.pattern == "N-N-N-N", shape.lengths[0] == 4, shape.lengths[2] == 4 {
      period = try PeriodText.period(
        "\(shape.numbers[0])/\(shape.numbers[1])-\(shape.numbers[2])/\(shape.numbers[3])")
    } else {
      period = try PeriodText.period(text)
    }
    let parts = (period?.text ?? "").split(separator: "/").map(String.init)
    guard let first = parts.first.flatMap({ PartialDate($0) }),
      let last = parts.last.flatMap({ PartialDate($0) })
    else {
      throw CellFault(
        zh: "“\(text)”不是起止年限；写作 2021-2025 或 2021-03/2024-12",
        en: "'\(text)' is not a range of dates; write 2021-2025 or 2021-03/2024-12")
    }
    return (first, last)
  }
}
