import Domain

/// Readers for the values that several kinds of records share.
extension Fields {
  mutating func optionalName(_ key: StaticString, required: Bool = false) -> Name? {
    text(key, required: required) { $0.languages(allowsEmptyEnglish: false) }
  }

  mutating func name(_ key: StaticString) -> Name {
    optionalName(key, required: true) ?? Name(both: "")
  }

  /// Reads the name of a unit. A unit such as 座 has no English word, so that the English name may be empty.
  mutating func unitName(_ key: StaticString) -> Name {
    text(key, required: true) { $0.languages(allowsEmptyEnglish: true) } ?? Name(both: "")
  }

  /// Reads texts that may name the document that they come from.
  mutating func sourcedNames(_ key: StaticString) -> [SourcedName] {
    guard let elements = elements(key) else { return [] }
    return elements.compactMap { element in
      text(element, key: key) {
        $0.sourcedName()
      } bare: {
        SourcedName($0)
      }
    }
  }

  mutating func optionalSourcedName(_ key: StaticString) -> SourcedName? {
    value(key).flatMap {
      text($0, key: key) {
        $0.sourcedName()
      } bare: {
        SourcedName($0)
      }
    }
  }

  private mutating func sourcedName() -> SourcedName {
    SourcedName(
      languages(allowsEmptyEnglish: false), source: optionalReference("source", to: "sources"))
  }

  private mutating func text(
    _ key: StaticString, required: Bool, decode: (inout Fields) -> Name
  ) -> Name? {
    value(key, required: required).flatMap { text($0, key: key, decode: decode, bare: { $0 }) }
  }

  /// Reads a text in one language, or an object with the text of each.
  private func text<Text>(
    _ value: JSONValue, key: StaticString, decode: (inout Fields) -> Text, bare: (Name) -> Text
  ) -> Text? {
    if value.kind == .string {
      loading.noteOneLanguage(at: value)
      return string(value, key: key).map { bare(Name(both: $0)) }
    }
    guard value.members != nil else {
      wrongType(key, value, allowed: "name")
      return nil
    }
    guard var fields = Fields(value, kind: key, loading: loading) else { return nil }
    defer { fields.finish() }
    return decode(&fields)
  }

  /// Reads the text of each language. One that is absent is shown in the other; at least one is required.
  private mutating func languages(allowsEmptyEnglish: Bool) -> Name {
    let zh = optionalString("zh")
    let english = value("en")
    guard zh != nil || english != nil || has("zh") else {
      loading.report(.missingKey("zh", of: "\(kind)"), at: object)
      return Name(both: "")
    }
    guard let english else {
      loading.noteOneLanguage(at: object)
      return Name(both: zh ?? "")
    }
    if allowsEmptyEnglish, english.string == "" { return Name(zh: zh ?? "", en: "") }
    let en = string(english, key: "en") ?? ""
    if zh == nil { loading.noteOneLanguage(at: object) }
    return Name(zh: zh ?? en, en: en)
  }

  /// Reads citations; at least one is required.
  mutating func citations() -> [Citation] {
    loading.citations.shared(
      objects("citations", .filled) { fields in
        let source = fields.reference("source", to: "sources")
        let section = fields.optionalString("section") ?? ""
        return Citation(
          fields.loading.citations.place(source: source, section: section),
          line: fields.whole("line", .atLeast(1)), printed: fields.string("printed"))
      })
  }

  mutating func items(_ key: StaticString, _ presence: Presence = .optional) -> [Item] {
    objects(key, kind: "items", presence) { fields in
      Item(name: fields.name("name"), citations: fields.citations())
    }
  }

  /// Reads the indicators of a task, each with the places that print it there.
  mutating func links(_ key: StaticString) -> [Programme.Link] {
    guard let elements = elements(key) else { return [] }
    return elements.compactMap { element in
      guard element.members != nil else {
        loading.report(.wrongType(key: "\(key)", found: element.kind.rawValue, allowed: "link"), at: element)
        return nil
      }
      guard var fields = Fields(element, kind: key, loading: loading) else { return nil }
      defer { fields.finish() }
      return fields.link()
    }
  }

  private mutating func link() -> Programme.Link {
    Programme.Link(
      indicator: reference("indicator", to: "indicators"),
      subject: has("subject") ? subject() : .district, citations: citations())
  }

  mutating func optionalDate(_ key: StaticString, required: Bool = false) -> PartialDate? {
    parsed(key, required: required, PartialDate.init(_:)) { .badDate(key: "\(key)", found: $0) }
  }

  mutating func date(_ key: StaticString) -> PartialDate {
    optionalDate(key, required: true) ?? .unknown
  }

  /// Reads a required day; nil after a fault.
  mutating func day(_ key: StaticString) -> Day? {
    parsed(key, required: true, Day.init) { .badDay(key: "\(key)", found: $0) }
  }

  /// Reads a day, if there is one.
  mutating func optionalDay(_ key: StaticString, required: Bool = false) -> Day? {
    parsed(key, required: required, Day.init) { .badDay(key: "\(key)", found: $0) }
  }

  mutating func optionalPeriod(_ key: StaticString, required: Bool = false) -> Period? {
    parsed(key, required: required, Period.init) { .badPeriod(key: "\(key)", found: $0) }
  }

  private mutating func parsed<Value>(
    _ key: StaticString, required: Bool, _ parse: (String) -> Value?, fault: (String) -> Fault
  ) -> Value? {
    guard let value = value(key, required: required), let text = string(value, key: key), !text.isEmpty
    else { return nil }
    let result = parse(text)
    if result == nil { loading.report(fault(text), at: value) }
    return result
  }

  /// Reads the first and last line: two whole numbers from 1, the first not larger than the second.
  mutating func optionalLines(_ key: StaticString) -> ClosedRange<Int>? {
    guard let elements = elements(key) else { return nil }
    let numbers = elements.map { $0.kind == .number ? $0.wholeNumber ?? 0 : 0 }
    if numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
    if let value = value(key) { loading.report(.badLines(key: "\(key)"), at: value) }
    return nil
  }

  mutating func subject() -> Subject {
    let found = parsed("subject", required: true, Subject.init) { .badSubject($0) }
    guard let subject = found, let kind = subject.kind, let value = value("subject") else { return .district }
    loading.refer(to: subject.id, kind: kind.plural, at: value)
    return subject
  }
}

extension Subject.Kind {
  /// The kind of file that declares it.
  fileprivate var plural: StaticString {
    switch self {
    case .cluster: "clusters"
    case .firm: "enterprises"
    case .project: "projects"
    case .park: "parks"
    case .programme: "programmes"
    case .organisation: "organisations"
    }
  }
}
