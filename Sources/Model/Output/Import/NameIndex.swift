import Domain
import Store

/// Finds records of a dataset by id, or by a name in either language.
struct NameIndex {
  private var ids: [String: [String: [String]]] = [:]
  private var known: [String: [String]] = [:]
  /// The same ids as sets, for lookup.
  private var isKnown: [String: Set<String>] = [:]
  /// The tasks by each of their names, folded.
  private var tasks: [String: [TaskPlace]] = [:]
  /// The number of tasks of each programme.
  private var programmeTasks: [String: Int] = [:]

  /// A task by its programme and its position there.
  struct TaskPlace: Hashable {
    var programme: String
    /// Nil for a programme without tasks, or with several of which none is named.
    var task: Int?
  }

  /// Returns the tasks and programmes that a text names; a programme with one task means that task.
  func programmes(_ text: String) -> [TaskPlace] {
    if let named = tasks[NameIndex.folded(text)] { return named }
    return all("programmes", text).map { TaskPlace(programme: $0, task: programmeTasks[$0] == 1 ? 0 : nil) }
  }
  /// The ids of the clusters of the classification that the dataset shows first.
  let shownClusters: Set<String>
  private let suggestions: Suggestions
  /// The words that reverse a meaning.
  private let words: OfficeWords

  /// - Parameters:
  ///   - words: the words of tables, with those of the user.
  ///   - comparisons: how many names may be compared to suggest a spelling.
  init(_ dataset: Dataset, words: OfficeWords = .builtIn, comparisons: Int = 1_000_000) {
    suggestions = Suggestions(comparisons)
    self.words = words
    shownClusters = Set(
      dataset.clusters.filter { $0.classification == dataset.info.classification && $0.parent == nil }.map(
        \.id))
    add("indicators", dataset.indicators) { [$0.name, $0.short] }
    // If several classifications have a cluster of that name, the name means the classification that the dataset shows
    // first. The others need an id.
    let shown = dataset.clusters.filter { $0.classification == dataset.info.classification }
    add("clusters", shown) { $0.names }
    let taken = ids["clusters"] ?? [:]
    for cluster in dataset.clusters where cluster.classification != dataset.info.classification {
      let names = cluster.names.filter { taken[NameIndex.folded($0.zh)] == nil }
      add("clusters", [cluster]) { _ in names }
    }
    add("enterprises", dataset.firms) { $0.names }
    add("projects", dataset.projects) { $0.names }
    add("parks", dataset.parks) { $0.names }
    add("organisations", dataset.organisations) { $0.names }
    add("programmes", dataset.programmes) { [$0.name] }
    for programme in dataset.programmes {
      for (number, task) in programme.tasks.enumerated() {
        for name in Set([task.id, task.name.zh, task.name.en].map(NameIndex.folded)) where !name.isEmpty {
          tasks[name, default: []].append(TaskPlace(programme: programme.id, task: number))
        }
      }
    }
    programmeTasks = Dictionary(
      dataset.programmes.map { ($0.id, $0.tasks.count) }, uniquingKeysWith: { first, _ in first })
    add("sources", dataset.sources) { [$0.title, $0.short] }
    add("plans", dataset.plans) { [$0.name, $0.short] }
    add("stages", dataset.stages) { [$0.name] }
    add("scopes", dataset.vocabulary.scopes) { [$0.name] }
  }

  /// Returns a name in the form used for comparison: half-width, lower case, without quotation marks and extra spaces.
  static func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: SearchText(text).scalars)
    return String(view)
  }

  private mutating func add<Records: Sequence>(
    _ kind: String, _ records: Records, names: (Records.Element) -> [Name]
  ) where Records.Element: Identified {
    for record in records {
      known[kind, default: []].append(record.id)
      isKnown[kind, default: []].insert(record.id)
      for name in names(record) {
        for text in Set([NameIndex.folded(name.zh), NameIndex.folded(name.en)]) where !text.isEmpty {
          if ids[kind]?[text]?.contains(record.id) != true {
            ids[kind, default: [:]][text, default: []].append(record.id)
          }
        }
      }
    }
  }

  /// Returns the ids that a text can mean.
  func all(_ kind: String, _ text: String) -> [String] {
    let plain = String(CellText.plain(text))
    if isKnown[kind]?.contains(plain) == true { return [plain] }
    return ids[kind]?[NameIndex.folded(text)] ?? []
  }

  /// Returns the id that a text means.
  /// - Throws: a fault when there is none, or more than one.
  func one(_ kind: String, _ text: String) throws(CellFault) -> String {
    let found = all(kind, text)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let list = found.joined(separator: ", ")
      throw CellFault(
        zh: "“\(text)”对应几个\(NameIndex.lists[kind] ?? kind)；请写 id：\(list)",
        en: "'\(text)' matches several \(kind); write the id: \(list)")
    }
    let names = { (known[kind] ?? []) + (ids[kind] ?? [:]).keys.sorted() }
    let nearest = suggestions.nearest(to: NameIndex.folded(text), among: names).flatMap { word in
      // A suggestion must not reverse the meaning: 未开工 is not 开工.
      words.isReversed(NameIndex.folded(text), NameIndex.folded(word)) ? nil : word
    }
    let few = (known[kind] ?? []).count <= 12 ? (known[kind] ?? []).joined(separator: ", ") : ""
    throw CellFault(
      zh: "没有\(NameIndex.lists[kind] ?? kind)“\(text)”" + Spelling.aside(nearest).zh
        + (few.isEmpty ? "" : "；可用：\(few)"),
      en: "no '\(text)' among the \(kind)" + Spelling.aside(nearest).en
        + (few.isEmpty ? "" : "; expected one of \(few)"))
  }

  /// The Chinese words for the records of each list.
  private static let lists = [
    "clusters": "集群", "enterprises": "企业", "projects": "项目", "parks": "园区", "programmes": "工程",
    "organisations": "单位", "indicators": "指标", "plans": "规划", "sources": "来源", "stages": "阶段", "scopes": "口径",
  ]

  private static let subjects: [(String, Subject.Kind)] = [
    ("clusters", .cluster), ("enterprises", .firm), ("projects", .project), ("parks", .park),
    ("programmes", .programme), ("organisations", .organisation),
  ]

  /// Returns the subject of a figure: `cluster/ID`, the district's name, or the name of a record of any kind.
  /// - Throws: a fault when there is none, or more than one.
  func subject(_ text: String, in dataset: Dataset) throws(CellFault) -> Subject {
    let folded = NameIndex.folded(text)
    let own = [
      dataset.info.name.zh, dataset.info.name.en, dataset.info.short.zh, dataset.info.short.en, "district",
    ]
    if own.contains(where: { NameIndex.folded($0) == folded }) { return .district }
    if let subject = Subject(CellText.plain(text)), let kind = subject.kind,
      let list = NameIndex.subjects.first(where: { $0.1 == kind })?.0, all(list, subject.id) == [subject.id]
    {
      return subject
    }
    let found = NameIndex.subjects.flatMap { list, kind in
      all(list, text).map { Subject(kind: kind, id: $0) }
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let list = found.map(\.text).joined(separator: ", ")
      throw CellFault(
        zh: "“\(text)”不唯一；请写：\(list)", en: "'\(text)' matches several records; write one of \(list)")
    }
    let names = { NameIndex.subjects.flatMap { Array((ids[$0.0] ?? [:]).keys) }.sorted() }
    let nearest = suggestions.nearest(to: folded, among: names).flatMap { word in
      words.isReversed(folded, word) ? nil : word
    }
    let hint =
      nearest == nil
      ? Name(
        zh: "；写 district、集群、企业、项目或园区的名称或 id",
        en: "; write district or the name or id of a cluster, firm, project or park")
      : Spelling.aside(nearest)
    throw CellFault(zh: "没有叫“\(text)”的主体\(hint.zh)", en: "no subject '\(text)'\(hint.en)")
  }
}

/// Finds the spellings that unknown names may stand for, until so many names have been compared. A table of only unknown
/// names would otherwise take minutes, and its first faults are the ones that are printed.
private final class Suggestions {
  private var comparisonsLeft: Int

  init(_ comparisons: Int) { comparisonsLeft = comparisons }

  /// Returns the nearest name; nil if none is near, or if the comparisons are used up.
  func nearest(to text: String, among names: () -> [String]) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    let names = names()
    comparisonsLeft -= names.count
    return Spelling.nearest(to: text, among: names)
  }
}
