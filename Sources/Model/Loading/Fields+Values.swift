/// Readers for the values that all kinds of records share.
extension Fields {
  mutating func optionalName(_ key: String, required: Bool = false) -> Name? {
    optionalObject(key, required: required, decode: Fields.name)
  }

  mutating func name(_ key: String) -> Name {
    optionalName(key, required: true) ?? Name(both: "")
  }

  mutating func names(_ key: String) -> [Name] {
    objects(key, decode: Fields.name)
  }

  private static func name(_ fields: inout Fields) -> Name {
    // A unit such as 座 has no word in English, so that an empty text is allowed here.
    func text(_ key: String, _ fields: inout Fields) -> String {
      guard let value = fields.value(key, required: true) else { return "" }
      if let text = value.string { return text }
      fields.loading.report(.wrongType(key: key, found: value.kind.rawValue, allowed: "string"), at: value)
      return ""
    }
    return Name(zh: text("zh", &fields), en: text("en", &fields))
  }

  mutating func citations(required: Bool = true) -> [Citation] {
    objects("citations", required: required) { fields in
      Citation(
        source: fields.reference("source", to: "sources"), section: fields.optionalString("section") ?? "",
        line: fields.whole("line"), printed: fields.string("printed"))
    }
  }

  mutating func items(_ key: String) -> [Item] {
    objects(key, kind: "items") { fields in
      Item(name: fields.name("name"), citations: fields.citations())
    }
  }

  mutating func optionalDate(_ key: String) -> PartialDate? {
    guard let text = optionalString(key), let value = value(key) else { return nil }
    guard let date = PartialDate(text) else {
      loading.report(.badDate(key: key, found: text), at: value)
      return nil
    }
    return date
  }

  mutating func date(_ key: String) -> PartialDate {
    guard value(key, required: true) != nil else { return .unknown }
    return optionalDate(key) ?? .unknown
  }

  mutating func day(_ key: String) -> Day {
    guard let value = value(key, required: true), let text = optionalString(key) else { return .distantPast }
    guard let day = Day(text) else {
      loading.report(.badDate(key: key, found: text), at: value)
      return .distantPast
    }
    return day
  }

  mutating func optionalPeriod(_ key: String) -> Period? {
    guard let text = optionalString(key), let value = value(key) else { return nil }
    guard let period = Period(text) else {
      loading.report(.badPeriod(key: key, found: text), at: value)
      return nil
    }
    return period
  }

  mutating func subject() -> Subject {
    guard let value = value("subject", required: true), let text = optionalString("subject")
    else { return .district }
    guard let subject = Subject(text) else {
      loading.report(.badSubject(text), at: value)
      return .district
    }
    if let kind = subject.kind { loading.refer(to: subject.id, kind: "\(kind.rawValue)s", at: value) }
    return subject
  }
}
