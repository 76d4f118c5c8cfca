import Domain
import Store

/// The files of a new dataset: a vocabulary, the usual indicators, and one example of each kind of record.
///
/// They are made from `templates/`, in which a text is an object with both languages and `{word}` stands for a value.
package struct NewDataset {
  /// The languages of its names.
  package enum Languages: String, CaseIterable, Sendable {
    case zh, en, both
  }

  /// The name of the district.
  package var name: String
  /// The languages of names and of the README.
  package var languages: Languages
  /// The first and last year of the plan.
  package var years: ClosedRange<Int>
  /// The name of the classification shown first.
  package var classification: String
  /// The names of its clusters; at least one.
  package var clusters: [String]
  private let today: Day

  package init(
    name: String, languages: Languages, years: ClosedRange<Int>, classification: String?, clusters: [String],
    today: Day
  ) {
    (self.name, self.languages, self.years, self.today) = (name, languages, years, today)
    let isEnglish = languages == .en
    self.classification = classification ?? (isEnglish ? "Leading industries" : "主导产业")
    self.clusters = clusters.isEmpty ? [isEnglish ? "Example industry" : "示例产业"] : clusters
  }

  /// Returns the years of the five-year plan that a day is in: 2021-2025, 2026-2030.
  package static func usualYears(on day: Day) -> ClosedRange<Int> {
    let first = day.year - (day.year - 1) % 5
    return first...(first + 4)
  }

  /// Returns the files: those of JSON, the copy of the example's document, and a README.
  package var files: [InputFile] {
    let templates = Templates.all
    let records = templates.filter { $0.name.hasSuffix(".json") }.map { file in
      InputFile(path: file.name, name: file.name, bytes: Array((json(file) + "\n").utf8))
    }
    func text(_ name: String, _ language: Language) -> String {
      let template = templates.first { $0.name == name.replacing("*", with: language.rawValue) }
      return replaced(String(decoding: template?.bytes ?? [], as: UTF8.self), values)
    }
    let readme = Language.allCases.filter { languages == .both || languages.rawValue == $0.rawValue }
      .map { text("README.*.md", $0) }.joined(separator: "\n")
    return records + [
      InputFile(path: "", name: "README.md", bytes: Array(readme.utf8)),
      InputFile(
        path: "", name: "example-plan.txt", bytes: Array(text("example-plan.*.txt", document).utf8)),
    ]
  }

  /// The language of the example's document.
  private var document: Language { languages == .en ? .en : .zh }

  // MARK: Values

  /// The name without the word for its kind of place.
  private var bareName: String {
    guard name.count > 2, let last = name.last, "区县市旗".contains(last) else { return name }
    return String(name.dropLast())
  }

  private var base: Int { years.lowerBound - 1 }

  /// The day of the example's document: before the plan begins, but not after today.
  private var published: Day { min(Day.last(ofYear: base), today) }

  private var values: [(String, String)] {
    [
      ("{name}", name), ("{id}", NewDataset.id(bareName, among: []) ?? "district"),
      ("{start}", "\(years.lowerBound)"), ("{end}", "\(years.upperBound)"), ("{base}", "\(base)"),
      ("{published}", "\(published)"), ("{classification}", classification),
      ("{clusters}", clusters.joined(separator: document == .zh ? "、" : ", ")),
      ("{cluster}", ids.first ?? ""),
    ]
  }

  /// The ids of the clusters, in their order.
  private var ids: [String] {
    var ids: [String] = []
    for (number, name) in clusters.enumerated() {
      ids.append(NewDataset.id(name, among: ids) ?? "cluster-\(number + 1)")
    }
    return ids
  }

  /// Returns an id from the readings of a name; nil without any, or where it is taken.
  private static func id(_ name: String, among taken: [String]) -> String? {
    let table = PinyinTable.common
    let syllables = name.lowercased().unicodeScalars.map { scalar -> String in
      guard let sound = table.sound(of: scalar) else { return "-" }
      return table.readings[table.bounds[Int(sound)]].text
    }
    let id = syllables.joined().split(separator: "-").joined(separator: "-")
    return Loading.isWellFormed(id) && id.utf8.count <= 60 && !taken.contains(id) ? id : nil
  }

  /// Returns a text with every value once replaced. A value that holds another's sign keeps it.
  private func replaced(_ text: String, _ values: [(String, String)]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let (sign, value) = values.first(where: { rest.hasPrefix($0.0) }) {
        result += value
        rest = rest.dropFirst(sign.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  // MARK: JSON

  private func json(_ file: InputFile) -> String {
    guard let document = try? JSONDocument.parse(file.bytes) else { return "" }
    return document.withRoot { root in
      JSONLayout().text(output(root, key: "", values), indent: "", isEntry: true)
    }
  }

  private func output(_ value: JSONValue, key: String, _ values: [(String, String)]) -> JSONOutput {
    switch value.kind {
    case .object: object(value, key: key, values)
    case .array where key == "clusters": .array(clusters(in: value, values))
    case .array: .array((value.elements.map(Array.init) ?? []).map { output($0, key: "", values) })
    case .string: .string(replaced(value.string ?? "", values))
    case .number: .number(value.number ?? 0)
    case .boolean: .boolean(value.boolean ?? false)
    case .null: .null
    }
  }

  /// The entry of a cluster for each of them, or the id of the first.
  private func clusters(in value: JSONValue, _ values: [(String, String)]) -> [JSONOutput] {
    guard let entry = value.elements.map(Array.init)?.first, entry.kind == .object else {
      return (value.elements.map(Array.init) ?? []).map { output($0, key: "", values) }
    }
    return zip(clusters, ids).map { name, id in
      output(entry, key: "", [("{cluster}", id), ("{cluster name}", name)] + values)
    }
  }

  private func object(_ value: JSONValue, key: String, _ values: [(String, String)]) -> JSONOutput {
    let members = (value.members.map(Array.init) ?? []).map { member in
      (member.key.string ?? "", member.value)
    }
    guard members.map(\.0) == ["zh", "en"] else {
      return .object(members.map { ($0.0, output($0.1, key: $0.0, values)) })
    }
    // What is no name is chosen by the language: units, and amounts that are in one of them.
    let chosen = members[document == .zh ? 0 : 1].1
    if key == "units", document == .zh { return units(chosen, values) }
    if chosen.kind != .string || key == "unit" { return output(chosen, key: "", values) }
    let texts = members.map { replaced($0.1.string ?? "", values) }
    // A quotation is in the language of its document.
    if key == "printed" || key == "number" { return .string(texts[document == .zh ? 0 : 1]) }
    switch languages {
    case .both where texts[0] == texts[1]: return .object([("zh", .string(texts[0]))])
    case .both: return .object(zip(members.map(\.0), texts).map { ($0, .string($1)) })
    case .zh: return .string(texts[0])
    case .en: return .string(texts[1])
    }
  }

  /// The units of Chinese documents, which keep both languages: an English reader sees ¥14.45bn for 144.5 亿元.
  private func units(_ value: JSONValue, _ values: [(String, String)]) -> JSONOutput {
    var all = self
    all.languages = .both
    return .array(
      (value.elements.map(Array.init) ?? []).map { unit in
        .object(
          (unit.members.map(Array.init) ?? []).map { member in
            let key = member.key.string ?? ""
            let name = Name(
              zh: member.value.member("zh")?.string ?? "", en: member.value.member("en")?.string ?? "")
            return (key, key == "name" ? .name(name) : all.output(member.value, key: key, values))
          })
      })
  }
}
