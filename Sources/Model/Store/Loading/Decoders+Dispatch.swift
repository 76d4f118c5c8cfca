import Domain

// How the records of an office's month are read. docs/data.md describes the keys.

extension Problem {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      title: fields.name("title"),
      about: Matter(&fields),
      cause: fields.optionalReference("cause", to: "causes"),
      raised: fields.day("raised") ?? .distantPast,
      raisedBy: fields.optionalReference("raised_by", to: "organisations"),
      unit: fields.optionalReference("unit", to: "organisations"),
      due: fields.optionalDay("due"),
      history: fields.objects("history", decode: { Step(&$0) }),
      citations: fields.optionalCitations(),
      origin: fields.origin)
  }
}

extension Decision {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      title: fields.name("title"),
      meeting: fields.name("meeting"),
      date: fields.day("date") ?? .distantPast,
      about: Matter(&fields),
      units: fields.references("units", to: "organisations"),
      due: fields.optionalDay("due"),
      history: fields.objects("history", decode: { Step(&$0) }),
      citations: fields.optionalCitations(),
      origin: fields.origin)
    about.problem = fields.optionalReference("problem", to: "problems")
  }
}

extension Duty {
  init(_ fields: inout Fields) {
    let every: ReportingPeriod.Length = fields.choice("every", default: .month)
    self.init(
      id: fields.id(),
      unit: fields.reference("unit", to: "organisations"),
      name: fields.name("name"),
      every: every,
      day: fields.whole("day", within: 1...31),
      monthsAfter: fields.has("months_after") ? fields.whole("months_after", within: 0...12) : 1,
      from: fields.reportingPeriod("from", required: true, every) ?? Period(year: 1),
      until: fields.reportingPeriod("until", every),
      recipient: fields.optionalReference("recipient", to: "organisations"),
      citations: fields.optionalCitations(),
      origin: fields.origin)
    if let until, until.end < from.start {
      fields.loading.report(
        .outOfOrder(first: "from \(from.text)", second: "until \(until.text)"), at: fields.origin)
    }
  }
}

extension ReceivedReport {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      duty: fields.reference("duty", to: "duties"),
      period: fields.optionalPeriod("period", required: true) ?? Period(year: 1),
      received: fields.day("received") ?? .distantPast,
      note: fields.optionalName("note"),
      citations: fields.optionalCitations(),
      origin: fields.origin)
  }
}

extension StatusEntry {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      about: Matter(&fields),
      state: fields.optionalChoice("state"),
      light: fields.optionalChoice("light"),
      date: fields.day("date") ?? .distantPast,
      unit: fields.optionalReference("unit", to: "organisations"),
      person: fields.optionalName("person"),
      text: fields.optionalName("text"),
      citations: fields.optionalCitations(),
      origin: fields.origin)
    if about.task == nil, about.indicator == nil {
      fields.loading.report(.missingKey("task", of: "statuses"), at: fields.origin)
    }
  }
}

extension Step {
  init(_ fields: inout Fields) {
    let state = fields.choice("state", of: State.self)
    self.init(
      state: state ?? .filed,
      date: fields.day("date") ?? .distantPast,
      unit: fields.optionalReference("unit", to: "organisations"),
      due: fields.optionalDay("due", required: state == .extensionAsked || state == .extensionGranted),
      text: fields.optionalName("text", required: state == .extensionAsked),
      citations: fields.optionalCitations(),
      origin: fields.origin)
  }
}

extension Matter {
  init(_ fields: inout Fields) {
    self.init(
      subject: fields.has("subject") ? fields.subject() : .district,
      indicator: fields.optionalReference("indicator", to: "indicators"),
      task: fields.optionalReference("task", to: "tasks"))
  }
}

extension DispatchRules {
  init(_ fields: inout Fields) {
    self.init()
    every = fields.has("every") ? fields.choice("every", default: .month) : .month
    first = fields.reportingPeriod("first", every)
    cutoffDay = fields.has("cutoff_day") ? fields.whole("cutoff_day", within: 0...31) : 0
    green = fields.optionalNumber("green", .atLeast(0))
    yellow = fields.optionalNumber("yellow", .atLeast(0))
    yellowAfterRed = fields.has("yellow_after_red") ? fields.whole("yellow_after_red", .atLeast(0)) : 1
    escalations = fields.objects("escalation") { Escalation(&$0) }
    if let green, let yellow, yellow > green {
      fields.loading.report(
        .larger(first: "yellow \(Decimal.text(yellow))", second: "green \(Decimal.text(green))"),
        at: fields.origin)
    }
  }
}

/// What starts an escalation, as files name it.
private enum TriggerName: String, CaseIterable {
  case yellow, red, overdue, report
}

extension DispatchRules.Escalation {
  init(_ fields: inout Fields) {
    let trigger: DispatchRules.Trigger
    switch fields.choice("after", of: TriggerName.self) {
    case .overdue: trigger = .overdue(days: fields.whole("days", .atLeast(0)))
    case .report: trigger = .missedReports(periods: fields.whole("periods", .atLeast(1)))
    case .yellow: trigger = .light(.yellow, periods: fields.whole("periods", .atLeast(1)))
    case .red, nil: trigger = .light(.red, periods: fields.whole("periods", .atLeast(1)))
    }
    self.init(trigger: trigger, unit: fields.reference("to", to: "organisations"))
  }
}

extension Fields {
  /// Reads citations, if there are any.
  fileprivate mutating func optionalCitations() -> [Citation] { has("citations") ? citations() : [] }

  /// Reads a whole number, and reports one outside of `range`.
  fileprivate mutating func whole(_ key: StaticString, within range: ClosedRange<Int>) -> Int {
    let number = whole(key)
    if !range.contains(number), let value = value(key) {
      loading.report(
        .notWithin(key: "\(key)", found: number, least: range.lowerBound, most: range.upperBound), at: value)
    }
    return number
  }

  /// Reads a period of a length, such as a month.
  fileprivate mutating func reportingPeriod(
    _ key: StaticString, required: Bool = false, _ length: ReportingPeriod.Length
  ) -> Period? {
    guard let period = optionalPeriod(key, required: required) else { return nil }
    if ReportingPeriod(length, containing: period.start).period.end != period.end
      || ReportingPeriod(length, containing: period.start).start != period.start, let value = value(key)
    {
      loading.report(.badPeriod(key: "\(key)", found: period.text), at: value)
    }
    return period
  }
}
