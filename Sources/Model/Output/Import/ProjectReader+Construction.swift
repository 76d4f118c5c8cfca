import Domain

/// The states of a project in words, and the dates of construction, which are done or planned as the state says.
extension ProjectReader {
  /// Adds the stages of state, nature and construction dates to those of the other columns.
  func construct(_ steps: inout [Step], _ reader: inout RowReader, of project: Project?) {
    let row = reader.row
    var start = reader.read(.constructionStart) { text throws(CellFault) in
      try PeriodText.date(text, in: row.mapping.base, row.mapping.words)
    }
    var end = reader.read(.constructionEnd) { text throws(CellFault) in
      try PeriodText.date(text, in: row.mapping.base, row.mapping.words)
    }
    let isStartPrinted = start != nil
    if let text = row.text(.constructionYears), !ProjectReader.isLength(text) {
      let years = reader.take(row.head(.constructionYears)) { () throws(CellFault) in
        try ProjectReader.years(text)
      }
      if start == nil { start = years?.first }
      if end == nil { end = years?.last }
    }
    let state = state(&reader, hasStart: isStartPrinted || has(steps, .started))
    let rung = state?.rung ?? steps.lazy.compactMap { self.dataset.stages[$0.stage]?.ladder }.max()
    let hasBegun =
      state.map { !$0.isNotBegun && $0.rung >= .started && $0.rung <= .fullOutput }
      ?? (rung.map { $0 >= .started && $0 <= .fullOutput } ?? false)
    let isNotBegun = state?.isNotBegun ?? false
    if isNotBegun {
      for number in steps.indices where isStart(steps[number]) { steps[number].isExpected = true }
    }
    let known = knownOn(row)
    if let start, !has(steps, .started) {
      let isPast = start.precision != .unknown && start.earliest <= known && isStartPrinted
      add(
        .started, start, isExpected: isNotBegun || !(hasBegun || isPast) || start.earliest > known, row,
        .constructionStart, &steps, &reader)
    }
    let hasEnded = state.map { $0.rung == .commissioned || $0.rung == .fullOutput } ?? false
    if let end, !has(steps, .commissioned) {
      let isDone =
        hasEnded && (end.precision == .by || end.precision == .before ? end.latest : end.earliest) <= known
      add(.commissioned, end, isExpected: !isDone, row, .constructionEnd, &steps, &reader)
    }
    if let state { addState(state, row, project, &steps, &reader) }
  }

  /// Adds the stage of a state, unless a date or the dataset has it.
  private func addState(
    _ state: OfficeWords.State, _ row: ImportRow, _ project: Project?, _ steps: inout [Step],
    _ reader: inout RowReader
  ) {
    guard !steps.contains(where: { !$0.isExpected && dataset.stages[$0.stage]?.ladder == state.rung }) else {
      return
    }
    let reached = (project?.milestones ?? []).filter { !$0.isExpected }.compactMap {
      dataset.stages[$0.stage]?.ladder
    }
    // 未开工 says only that construction has not begun.
    if state.isNotBegun, !reached.isEmpty, reached.allSatisfy({ $0 < .started }) { return }
    if reached.contains(state.rung),
      reached.filter({ $0 <= .fullOutput }).max().map({ $0 <= state.rung }) ?? false
    {
      return
    }
    let field: ImportField = row.text(.state) == nil ? .nature : .state
    add(state.rung, reportDate(row), isExpected: false, row, field, &steps, &reader)
  }

  private func add(
    _ rung: Rung, _ date: PartialDate, isExpected: Bool, _ row: ImportRow, _ field: ImportField,
    _ steps: inout [Step], _ reader: inout RowReader
  ) {
    let stage = reader.take(row.head(field)) { () throws(CellFault) in try self.stage(on: rung) }
    guard let stage else { return }
    let printed = row.text(field) ?? row.text(.constructionYears) ?? ""
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
  private func state(_ reader: inout RowReader, hasStart: Bool) -> OfficeWords.State? {
    if reader.row.text(.state) != nil {
      return reader.read(.state) { text throws(CellFault) in
        if let state = words.states[NameIndex.folded(text)] { return state }
        if case let named = index.all("stages", text), named.count == 1, let stage = dataset.stages[named[0]]
        {
          return OfficeWords.State(rung: stage.ladder, isNotBegun: stage.ladder < .started)
        }
        throw CellFault(
          zh: "不认得状态“\(text)”；可用：已开工、未开工、在建、竣工、投产等，或在 --words 的文件中加入",
          en: "unknown state '\(text)'; use 已开工, 未开工, 在建, 竣工, 投产 and the like, or add it in a file of --words"
        )
      }
    }
    guard !hasStart, reader.row.text(.stage) == nil, let text = reader.row.text(.nature) else { return nil }
    return words.states[NameIndex.folded(text)]
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
