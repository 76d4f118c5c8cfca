import Domain

// How each kind of record is read from its object. docs/data.md describes the keys.

extension Source {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      title: fields.name("title"),
      short: fields.name("short"),
      issuer: fields.name("issuer"),
      number: fields.optionalString("number") ?? "",
      date: fields.date("date"),
      dateNote: fields.optionalName("date_note"),
      kind: fields.choice("kind", default: .plan),
      file: fields.string("file"),
      lines: fields.optionalLines("lines"))
  }
}

extension Plan {
  init(_ fields: inout Fields) {
    let first = fields.day("start")
    let last = fields.day("end")
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      short: fields.name("short"),
      source: fields.reference("source", to: "sources"),
      start: first ?? .distantPast,
      end: last ?? .distantFuture,
      baseline: fields.optionalPeriod("baseline"),
      isDraft: fields.flag("draft"),
      adopted: fields.optionalObject("adopted") {
        Adoption(date: $0.date("date"), citations: $0.citations())
      },
      note: fields.optionalName("note"))
    if let first, let last, first > last {
      fields.loading.report(.outOfOrder(first: "start \(first)", second: "end \(last)"), at: fields.origin)
    }
  }
}

extension Classification {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      source: fields.reference("source", to: "sources"),
      isDamaged: fields.flag("damaged"),
      note: fields.optionalName("note"),
      citations: fields.citations())
  }
}

extension Cluster {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      classification: fields.reference("classification", to: "classifications"),
      kind: fields.choice("kind", default: .cluster),
      parent: fields.optionalReference("parent", to: "clusters"),
      name: fields.name("name"),
      aliases: fields.sourcedNames("aliases"),
      sameAs: fields.references("same_as", to: "clusters"),
      products: fields.items("products"),
      directions: fields.items("directions"),
      chain: fields.objects("chain") { link in
        ChainLink(stage: link.choice("stage", default: .upstream), items: link.items("items", .present))
      },
      firms: fields.references("enterprises", to: "enterprises"),
      parks: fields.references("parks", to: "parks"),
      isDamaged: fields.flag("damaged"),
      note: fields.optionalSourcedName("note"),
      citations: fields.citations(),
      origin: fields.origin)
  }
}

extension Indicator {
  init(_ fields: inout Fields) {
    let (id, name) = (fields.id(), fields.name("name"))
    self.init(
      id: id,
      name: name,
      short: fields.optionalName("short") ?? name,
      scopeNames: fields.objects("scope_names") {
        ScopeName(scope: $0.reference("scope", to: "scopes"), name: $0.name("name"))
      },
      category: fields.reference("category", to: "categories"),
      unit: fields.reference("unit", to: "units"),
      measure: fields.choice("type", default: .stock),
      better: fields.choice("better", default: .higher),
      cadence: fields.choice("cadence", default: .year),
      isDescriptive: fields.flag("descriptive"),
      path: fields.optionalChoice("path"),
      role: fields.optionalChoice("role"),
      noun: fields.optionalObject("noun") { Noun(one: $0.string("one"), other: $0.string("other")) },
      note: fields.optionalName("note"))
  }
}

extension Figure {
  convenience init(_ fields: inout Fields) {
    let (id, subject) = (fields.id(), fields.subject())
    let indicator = fields.reference("indicator", to: "indicators")
    let words = fields.optionalName("words")
    let number = fields.amount("value", required: words == nil)
    let upper = fields.amount("upper")
    let unit = fields.reference("unit", to: "units")
    let period = fields.optionalPeriod("period", required: true) ?? .placeholder
    let choice = fields.choice("kind", of: Kind.self)
    let comparator = fields.choice("comparator", default: Comparator.equal)
    self.init(
      id: id, subject: subject, indicator: indicator, value: number ?? 0, upper: upper, unit: unit,
      period: period,
      kind: choice ?? .actual, comparator: comparator, scope: fields.reference("scope", to: "scopes"),
      plan: fields.optionalReference("plan", to: "plans"), citations: fields.citations(),
      supersedes: fields.optionalReference("supersedes", to: "figures"), note: fields.optionalName("note"),
      words: words, isPeriodInferred: fields.flag("period_inferred"),
      definition: fields.optionalObject("definition", decode: Definition.init), origin: fields.origin)
    if words != nil, choice != .target || number != nil {
      fields.loading.report(.wordsWithValue, at: origin)
    }
    if choice == .target, !fields.has("plan") { fields.loading.report(.targetWithoutPlan, at: origin) }
    if choice == .actual, fields.has("plan") { fields.loading.report(.actualWithPlan, at: origin) }
    if let number, let upper, upper < number {
      fields.loading.report(
        .larger(
          first: "value \(Decimal.text(number, digits: 4))", second: "upper \(Decimal.text(upper, digits: 4))"
        ),
        at: origin)
    }
  }
}

extension Figure.Definition {
  init(_ fields: inout Fields) {
    self.init(
      method: fields.choice("method", default: .share),
      indicator: fields.reference("indicator", to: "indicators"),
      scope: fields.reference("scope", to: "scopes"),
      clusters: fields.references("clusters", to: "clusters", .filled),
      over: fields.amount("over"),
      unit: fields.optionalReference("unit", to: "units"))
  }
}

extension Period {
  /// Replaces a period that could not be read; the dataset is rejected anyway.
  fileprivate static let placeholder = Period(day: .distantPast)

  private init(day: Day) {
    self.init(text: day.description, start: day, end: day)
  }
}

extension Firm {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      aliases: fields.sourcedNames("aliases"),
      clusters: fields.references("clusters", to: "clusters"),
      role: fields.optionalSourcedName("role"),
      products: fields.items("products"),
      parks: fields.references("parks", to: "parks"),
      steps: fields.objects("steps") { step in
        Step(
          rung: step.reference("rung", to: "firm_ladder"), date: step.optionalDate("date"),
          citations: step.citations())
      },
      honours: fields.items("honours"),
      citations: fields.citations())
  }
}

extension Project {
  convenience init(_ fields: inout Fields) {
    let sameAs = fields.optionalReference("same_as", to: "projects")
    self.init(
      id: fields.id(), name: fields.name("name"), aliases: fields.sourcedNames("aliases"),
      code: fields.optionalString("code"), parent: fields.optionalReference("parent", to: "projects"),
      sameAs: sameAs,
      reason: fields.optionalName("reason", required: sameAs != nil),
      nature: fields.has("nature") ? fields.choice("nature", default: .project) : .project,
      clusters: fields.references("clusters", to: "clusters"),
      firm: fields.optionalReference("enterprise", to: "enterprises"),
      owner: fields.optionalName("owner"), park: fields.optionalReference("park", to: "parks"),
      box: fields.optionalName("box"),
      milestones: fields.objects("milestones", .filled, decode: Milestone.init),
      note: fields.optionalSourcedName("note"), citations: fields.citations(), origin: fields.origin)
  }
}

extension Milestone {
  init(_ fields: inout Fields) {
    self.init(
      stage: fields.reference("stage", to: "stages"),
      date: fields.date("date"),
      isExpected: fields.flag("expected"),
      isInferred: fields.flag("inferred"),
      note: fields.optionalName("note"),
      citations: fields.citations(),
      origin: fields.origin)
  }
}

extension Organisation {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      aliases: fields.sourcedNames("aliases"),
      citations: fields.citations())
  }
}

extension Programme {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      plan: fields.reference("plan", to: "plans"),
      kind: fields.choice("kind", default: .programme),
      number: fields.string("number"),
      name: fields.name("name"),
      tasks: fields.objects("tasks", .present, decode: Task.init),
      citations: fields.citations())
  }
}

extension Programme.Task {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      number: fields.optionalString("number") ?? "",
      name: fields.name("name"),
      lead: fields.references("lead", to: "organisations"),
      cooperating: fields.references("cooperating", to: "organisations"),
      indicators: fields.links("indicators"),
      due: fields.optionalDate("due"),
      dueNote: fields.optionalName("due_note"),
      projects: fields.references("projects", to: "projects"),
      citations: fields.citations())
  }
}

extension Park {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      aliases: fields.sourcedNames("aliases"),
      kind: fields.choice("kind", default: .park),
      parent: fields.optionalReference("parent", to: "parks"),
      clusters: fields.references("clusters", to: "clusters"),
      place: fields.optionalObject("place") {
        Place(row: $0.whole("row", .atLeast(0)), column: $0.whole("column", .atLeast(0)))
      },
      note: fields.optionalSourcedName("note"),
      citations: fields.citations(),
      origin: fields.origin)
  }
}

extension Strength {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      category: fields.choice("category", default: .offer),
      name: fields.name("name"),
      figures: fields.references("figures", to: "figures"),
      citations: fields.citations())
  }
}

extension Measure {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      topic: fields.reference("topic", to: "topics"),
      name: fields.name("name"),
      parts: fields.items("parts"),
      lead: fields.references("lead", to: "organisations"),
      cooperating: fields.references("cooperating", to: "organisations"),
      clusters: fields.references("clusters", to: "clusters"),
      indicators: fields.references("indicators", to: "indicators"),
      tasks: fields.references("tasks", to: "tasks"),
      figures: fields.references("figures", to: "figures"),
      cadence: fields.optionalChoice("cadence"),
      due: fields.optionalDate("due"),
      dueNote: fields.optionalName("due_note"),
      citations: fields.citations())
  }
}

extension Conflict {
  init(_ fields: inout Fields) {
    let choice = fields.choice("kind", of: Kind.self)
    self.init(
      id: fields.id(),
      kind: choice ?? .contradiction,
      severity: fields.choice("severity", default: .note),
      title: fields.name("title"),
      statements: fields.objects("statements", .filled) { side in
        guard side.has("figure") else { return .claim(side.name("claim"), side.citations()) }
        return .figure(side.reference("figure", to: "figures"))
      },
      computed: fields.optionalName("computed"),
      rule: fields.reference("rule", to: "rules"),
      shown: fields.optionalName("shown"),
      preferred: fields.optionalReference("prefer", to: "figures"),
      origin: fields.origin)
    if let choice, choice != .damagedText, let value = fields.value("statements"), value.count == 1 {
      fields.loading.report(.oneStatement, at: value)
    }
  }
}
