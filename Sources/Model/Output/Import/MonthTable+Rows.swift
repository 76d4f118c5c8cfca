import Domain

// What one row adds: a new record, or an entry of the history of a known one.

extension MonthTable {
  mutating func put(_ row: Int) throws(CellFault) {
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
    if let known = dataset.reports.first(where: { $0.duty == duty.id && $0.period.start == period.start }) {
      guard known.received == received else {
        throw CellFault(
          zh: "\(period.text)的报送已登记为\(known.received)收到，不是\(received)；要更正请改 reports.json 的 \(known.id)",
          en:
            "the report for \(period.text) is recorded as received on \(known.received), not \(received); to correct it, change \(known.id) in reports.json"
        )
      }
      unchanged += 1
      return
    }
    guard received >= period.start else {
      throw CellFault(
        zh: "收到日期\(received)早于期间\(period.text)",
        en: "received on \(received), before the period \(period.text)")
    }
    guard reported.insert("\(duty.id) \(period.start)").inserted else {
      throw CellFault(zh: "\(period.text)的报送在表中有两行", en: "the table has the report for \(period.text) twice")
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
}
