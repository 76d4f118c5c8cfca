import Domain
import Store

/// Finds the project of the dataset that a row means. Its name decides; a number confirms it or contradicts it.
struct ProjectIdentity {
  private let dataset: Dataset
  private let index: NameIndex
  private let options: TableImport.Options
  /// The projects by the part of their names that distinguishes them.
  private let similar: [String: [Project]]
  private let codes: [String: Project]

  init(dataset: Dataset, index: NameIndex, options: TableImport.Options) {
    (self.dataset, self.index, self.options) = (dataset, index, options)
    var similar: [String: [Project]] = [:]
    var codes: [String: Project] = [:]
    for project in dataset.projects {
      for key in Set(project.names.map { ProjectIdentity.key($0.zh, options.words) }) {
        similar[key, default: []].append(project)
      }
      if let code = project.code { codes[code] = project }
    }
    (self.similar, self.codes) = (similar, codes)
  }

  /// Returns a name without what two spellings of it may differ in: blanks, brackets, 项目, 工程, （新建）.
  static func key(_ name: String, _ words: OfficeWords) -> String {
    var text = String(
      String.UnicodeScalarView(
        NameIndex.folded(name).unicodeScalars.filter { !"()[]〔〕【】 -_,、.".unicodeScalars.contains($0) }))
    let fillers = words.words(.nameFillers)
    while let filler = fillers.first(where: { text.hasSuffix($0) && text.count > $0.count + 1 }) {
      text.removeLast(filler.count)
    }
    return text
  }

  /// - Returns: nil for a new project, or with a fault noted.
  func project(_ reader: inout RowReader, _ name: String) -> Project? {
    let row = reader.row
    if let (_, id) = options.same.first(where: { NameIndex.folded($0.0) == NameIndex.folded(name) }) {
      return reader.take(row.head(.name)) { () throws(CellFault) in try index.one("projects", id) }
        .flatMap { dataset.projects[$0] }
    }
    if let id = row.text(.id) { return project(&reader, name, id: id) }
    let named = index.all("projects", name)
    if let code = row.text(.code), let coded = codes[code] {
      if named.contains(coded.id) || isSimilar(coded, name) { return coded }
      contradiction(&reader, .code, code, coded, name)
      return nil
    }
    if !named.isEmpty {
      let id = reader.take(row.head(.name)) { () throws(CellFault) in try index.one("projects", name) }
      let project = id.flatMap { dataset.projects[$0] }
      if let project, let code = row.text(.code), let own = project.code, own != code {
        reader.note(
          row.head(.code),
          CellFault(
            zh: "“\(name)”的代码在数据集中是\(own)，此行是\(code)",
            en: "the code of '\(name)' is \(own) in the dataset, \(code) here"))
      }
      return project
    }
    if let near = similar[ProjectIdentity.key(name, options.words)]?.first, !options.new.contains(name) {
      reader.note(row.head(.name), question(name, near.name.zh, near.id))
    }
    return nil
  }

  private func project(_ reader: inout RowReader, _ name: String, id: String) -> Project? {
    let row = reader.row
    if let project = dataset.projects[id] {
      if isSimilar(project, name) { return project }
      contradiction(&reader, .id, id, project, name)
      return nil
    }
    if !Loading.isWellFormed(id) {
      reader.note(
        row.head(.id),
        CellFault(
          zh: "id“\(id)”不合规；只用小写字母、数字和 -", en: "id '\(id)'; small letters, digits and - are allowed"))
    } else if case let named = index.all("projects", name), named.count == 1 {
      reader.note(
        row.head(.id),
        CellFault(
          zh: "“\(name)”的 id 是 \(named[0])，不是 \(id)；改正其一，或用 --map 'id=-' 不用 id 列",
          en:
            "the id of '\(name)' is \(named[0]), not \(id); correct one, or leave the ids out with --map 'id=-'"
        ))
    }
    return nil
  }

  private func isSimilar(_ project: Project, _ name: String) -> Bool {
    let folded = NameIndex.folded(name)
    let key = ProjectIdentity.key(name, options.words)
    return project.names.contains { [$0.zh, $0.en].contains { NameIndex.folded($0) == folded } }
      || project.names.contains { ProjectIdentity.key($0.zh, options.words) == key }
  }

  private func contradiction(
    _ reader: inout RowReader, _ field: ImportField, _ number: String, _ project: Project, _ name: String
  ) {
    let option = ShellWord.quoted(OptionList.pair(reader.row.head(field)?.head ?? "", "-"))
    reader.note(
      reader.row.head(field),
      CellFault(
        zh:
          "\(number) 是“\(project.name.zh)”，此行却是“\(name)”；改正其一，或用 --map \(option) 不用该列",
        en:
          "\(number) is '\(project.name.zh)', but the row names '\(name)'; correct one, or leave the column out with --map \(option)",
        answers: [.field(head: reader.row.head(field)?.head ?? "", "-")]))
  }

  private func question(_ name: String, _ other: String, _ target: String) -> CellFault {
    CellFault(
      zh:
        "“\(name)”与“\(other)”几乎同名；是同一个用 --same \(ShellWord.quoted(OptionList.pair(name, target)))，是另一个用 --new \(ShellWord.quoted(name))",
      en:
        "'\(name)' is nearly '\(other)'; if it is the same, add --same \(ShellWord.quoted(OptionList.pair(name, target))), if another, --new \(ShellWord.quoted(name))",
      answers: [.same(name: name, project: target), .new(name)])
  }

  /// Notes a fault for a project or an id that occurs twice in the table, and for two new names that are nearly the same.
  func checkOnce(_ reader: inout RowReader, _ name: String, _ known: Project?, _ seen: inout [String: Int]) {
    let row = reader.row
    if let before = seen.updateValue(row.line, forKey: known?.id ?? NameIndex.folded(name)) {
      reader.note(
        row.head(.name),
        CellFault(zh: "“\(name)”已在第\(before)行出现", en: "'\(name)' is on line \(before) already"))
      return
    }
    if let code = row.text(.code), let before = seen.updateValue(row.line, forKey: "code/\(code)") {
      let option = ShellWord.quoted(OptionList.pair(row.head(.code)?.head ?? "", "-"))
      reader.note(
        row.head(.code),
        CellFault(
          zh: "第\(before)行的另一个项目也是代码“\(code)”；改正其一，或用 --map \(option) 不用该列",
          en:
            "the project on line \(before) has the code '\(code)' as well; correct one, or leave the column out with --map \(option)"
        ))
    }
    guard known == nil else { return }
    if let id = row.text(.id), let before = seen.updateValue(row.line, forKey: "id/\(id)") {
      reader.note(
        row.head(.id), CellFault(zh: "“\(id)”已在第\(before)行出现", en: "'\(id)' is on line \(before) already"))
    }
    if let before = seen.updateValue(row.line, forKey: "key/\(ProjectIdentity.key(name, options.words))"),
      !options.new.contains(name)
    {
      reader.note(
        row.head(.name),
        CellFault(
          zh: "“\(name)”与第\(before)行几乎同名；是另一个项目用 --new \(ShellWord.quoted(name))，否则删去一行",
          en:
            "'\(name)' is nearly the name on line \(before); if it is another project, add --new \(ShellWord.quoted(name)), else remove one row",
          answers: [.new(name)]))
    }
  }
}
