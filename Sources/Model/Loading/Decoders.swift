// How each kind of record is read from its object. The keys are described in docs/data.md.

extension Source {
  init(_ fields: inout Fields) {
    id = fields.id()
    title = fields.name("title")
    short = fields.optionalName("short") ?? title
    issuer = fields.name("issuer")
    number = fields.optionalString("number") ?? ""
    date = fields.date("date")
    dateNote = fields.optionalName("date_note")
    kind = fields.choice("kind", default: .plan)
    file = fields.string("file")
    let range = fields.elements("lines").compactMap(\.number).map { Int($0) }
    lines = range.count == 2 && range[0] <= range[1] ? range[0]...range[1] : nil
    if lines == nil, let value = fields.value("lines") {
      fields.loading.report(
        .wrongType(key: "lines", found: value.kind.rawValue, allowed: "[1, 92]"), at: value)
    }
  }
}

extension Plan {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    short = fields.optionalName("short") ?? name
    source = fields.reference("source", to: "sources")
    start = fields.day("start")
    end = fields.day("end")
    baseline = fields.optionalPeriod("baseline")
    rank = fields.whole("rank")
    note = fields.optionalName("note")
    if start > end {
      fields.loading.report(.outOfOrder(first: "start", second: "end"), at: fields.origin)
    }
  }
}

extension Classification {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    source = fields.reference("source", to: "sources")
    isDamaged = fields.flag("damaged")
    note = fields.optionalName("note")
    citations = fields.citations()
  }
}

extension Cluster {
  init(_ fields: inout Fields) {
    id = fields.id()
    classification = fields.reference("classification", to: "classifications")
    kind = fields.choice("kind", default: .cluster)
    parent = fields.optionalReference("parent", to: "clusters")
    name = fields.name("name")
    aliases = fields.names("aliases")
    sameAs = fields.references("same_as", to: "clusters")
    products = fields.items("products")
    directions = fields.items("directions")
    chain = fields.objects("chain") { link in
      ChainLink(stage: link.choice("stage", default: .upstream), items: link.items("items"))
    }
    enterprises = fields.references("enterprises", to: "enterprises")
    parks = fields.references("parks", to: "parks")
    isDamaged = fields.flag("damaged")
    note = fields.optionalName("note")
    citations = fields.citations()
  }
}

extension Indicator {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    short = fields.optionalName("short") ?? name
    category = fields.reference("category", to: "categories")
    unit = fields.reference("unit", to: "units")
    measure = fields.choice("type", default: .stock)
    better = fields.choice("better", default: .higher)
    cadence = fields.choice("cadence", default: .year)
    isDescriptive = fields.flag("descriptive")
    note = fields.optionalName("note")
  }
}

extension Figure {
  init(_ fields: inout Fields) {
    id = fields.id()
    subject = fields.subject()
    indicator = fields.reference("indicator", to: "indicators")
    value = fields.number("value")
    upper = fields.optionalNumber("upper")
    unit = fields.reference("unit", to: "units")
    _ = fields.value("period", required: true)
    period = fields.optionalPeriod("period") ?? .placeholder
    kind = fields.choice("kind", default: .actual)
    comparator = fields.choice("comparator", default: .equal)
    scope = fields.reference("scope", to: "scopes")
    plan = fields.optionalReference("plan", to: "plans")
    citations = fields.citations()
    supersedes = fields.optionalReference("supersedes", to: "figures")
    note = fields.optionalName("note")
    origin = fields.origin
    if kind == .target, plan == nil { fields.loading.report(.targetWithoutPlan, at: origin) }
    if kind == .actual, plan != nil { fields.loading.report(.actualWithPlan, at: origin) }
    if let upper, upper < value {
      fields.loading.report(.outOfOrder(first: "value", second: "upper"), at: origin)
    }
  }
}

extension Period {
  /// Stands in for a period that could not be read; the dataset is refused anyway.
  fileprivate static let placeholder = Period(day: .distantPast)

  private init(day: Day) {
    self.init(text: day.description, start: day, end: day)
  }
}

extension Enterprise {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    aliases = fields.names("aliases")
    clusters = fields.references("clusters", to: "clusters")
    role = fields.optionalName("role")
    products = fields.items("products")
    parks = fields.references("parks", to: "parks")
    citations = fields.citations()
  }
}

extension Project {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    aliases = fields.names("aliases")
    parent = fields.optionalReference("parent", to: "projects")
    clusters = fields.references("clusters", to: "clusters")
    enterprise = fields.optionalReference("enterprise", to: "enterprises")
    owner = fields.optionalName("owner")
    park = fields.optionalReference("park", to: "parks")
    box = fields.optionalName("box")
    milestones = fields.objects("milestones", required: true, decode: Milestone.init)
    note = fields.optionalName("note")
    citations = fields.citations()
    origin = fields.origin
  }
}

extension Milestone {
  init(_ fields: inout Fields) {
    stage = fields.reference("stage", to: "stages")
    date = fields.date("date")
    isExpected = fields.flag("expected")
    note = fields.optionalName("note")
    citations = fields.citations()
  }
}

extension Organisation {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    aliases = fields.names("aliases")
    citations = fields.citations()
  }
}

extension Programme {
  init(_ fields: inout Fields) {
    id = fields.id()
    plan = fields.reference("plan", to: "plans")
    kind = fields.choice("kind", default: .programme)
    number = fields.string("number")
    name = fields.name("name")
    tasks = fields.objects("tasks", decode: Task.init)
    citations = fields.citations()
  }
}

extension Programme.Task {
  init(_ fields: inout Fields) {
    id = fields.id()
    number = fields.optionalString("number") ?? ""
    name = fields.name("name")
    lead = fields.references("lead", to: "organisations")
    cooperating = fields.references("cooperating", to: "organisations")
    indicators = fields.references("indicators", to: "indicators")
    due = fields.optionalDate("due")
    dueNote = fields.optionalName("due_note")
    projects = fields.references("projects", to: "projects")
    citations = fields.citations()
  }
}

extension Park {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    aliases = fields.names("aliases")
    kind = fields.choice("kind", default: .park)
    parent = fields.optionalReference("parent", to: "parks")
    clusters = fields.references("clusters", to: "clusters")
    place = fields.optionalObject("place") { Place(row: $0.whole("row"), column: $0.whole("column")) }
    note = fields.optionalName("note")
    citations = fields.citations()
  }
}

extension Strength {
  init(_ fields: inout Fields) {
    id = fields.id()
    category = fields.choice("category", default: .offer)
    name = fields.name("name")
    figures = fields.references("figures", to: "figures")
    citations = fields.citations()
  }
}

extension Conflict {
  init(_ fields: inout Fields) {
    id = fields.id()
    kind = fields.choice("kind", default: .contradiction)
    severity = fields.choice("severity", default: .note)
    title = fields.name("title")
    statements = fields.objects("statements", required: true) { side in
      if let figure = side.optionalReference("figure", to: "figures") { return .figure(figure) }
      return .claim(side.name("claim"), side.citations())
    }
    computed = fields.optionalName("computed")
    rule = fields.reference("rule", to: "rules")
    shown = fields.optionalName("shown")
    preferred = fields.optionalReference("prefer", to: "figures")
  }
}

extension Unit {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    dimension = fields.string("dimension")
    scale = fields.number("scale")
  }
}

extension Term {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
  }
}

extension Stage {
  init(_ fields: inout Fields) {
    id = fields.id()
    name = fields.name("name")
    ladder = fields.choice("ladder", default: .planned)
  }
}

extension Vocabulary {
  init(_ fields: inout Fields) {
    units = fields.objects("units", required: true, decode: Unit.init)
    scopes = fields.objects("scopes", required: true, decode: Term.init)
    categories = fields.objects("categories", required: true, decode: Term.init)
    stages = fields.objects("stages", required: true, decode: Stage.init)
    rules = fields.objects("rules", decode: Term.init)
    thresholds =
      fields.optionalObject("thresholds") { limits in
        Thresholds(behind: limits.number("behind"), farBehind: limits.number("far_behind"))
      } ?? Thresholds()
    if thresholds.behind > thresholds.farBehind {
      fields.loading.report(.outOfOrder(first: "behind", second: "far_behind"), at: fields.origin)
    }
  }
}
