/// One row's effect on the dataset.
public struct ImportChange: Sendable {
  public enum Kind: Sendable, CaseIterable {
    case added
    /// A value of the same document changes.
    case corrected
    /// Another document says the same.
    case confirmed

    public var name: Name {
      switch self {
      case .added: Name(zh: "新增", en: "new")
      case .corrected: Name(zh: "更正", en: "changed")
      case .confirmed: Name(zh: "印证", en: "confirmed")
      }
    }
  }

  public var kind: Kind
  public var line: Int
  /// The file of the dataset that changes.
  public var file: String
  /// What it is about, and for a change the old and the new value.
  public var words: Name
}

/// What an import would do: the mapping, the changes, and the files as they would be.
public struct ImportPlan: Sendable {
  public var mapping: ImportMapping
  public var rows: Int
  public var changes: [ImportChange]
  /// Rows that say what is there.
  public var unchanged: Int
  public var remarks: [Name]
  /// The line of each project that a row is about, by its id.
  var projectLines: [String: Int]
  /// The changed files, whole.
  public var files: [InputFile]
}

/// The files of a dataset while rows are put into them.
struct ImportTarget {
  let dataset: Dataset
  let directory: String
  private let files: [InputFile]
  /// By the name of the file.
  private var edits: [String: JSONEdit] = [:]
  private var additions: [String: [JSONOutput]] = [:]
  /// The file and value of each entry that can change: `figures/ID`.
  private var entries: [String: (file: String, value: JSONValue)] = [:]
  private var taken: Set<String> = []
  private(set) var changes: [ImportChange] = []

  init(dataset: Dataset, files: [InputFile], directory: String) {
    self.dataset = dataset
    self.files = files
    self.directory = directory
    for file in files {
      let kind = DatasetLoader.kind(ofFile: file.name)
      guard kind == "figures" || kind == "projects", let edit = try? JSONEdit(file.bytes) else { continue }
      edits[file.name] = edit
      for entry in edit.root.member(kind)?.elements.map(Array.init) ?? [] {
        guard let id = entry.member("id")?.string else { continue }
        entries["\(kind)/\(id)"] = (file.name, entry)
        taken.insert("\(kind)/\(id)")
      }
    }
  }

  /// An id that nothing has yet; small letters, digits and hyphens.
  mutating func newID(_ kind: String, _ parts: [String]) -> String {
    var base = ""
    for byte in parts.filter({ !$0.isEmpty }).joined(separator: "-").utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte + 32 : byte
      if lower.isWordByte {
        base.unicodeScalars.append(Unicode.Scalar(lower))
      } else if !base.isEmpty, base.utf8.last != UInt8(ascii: "-") {
        base += "-"
      }
    }
    if base.utf8.last == UInt8(ascii: "-") { base.removeLast() }
    var id = base
    var number = 2
    while !taken.insert("\(kind)/\(id)").inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Changes

  mutating func note(_ kind: ImportChange.Kind, line: Int, file: String, _ words: Name) {
    changes.append(ImportChange(kind: kind, line: line, file: file, words: words))
  }

  /// - Returns: the file that the entry goes to.
  mutating func add(_ kind: String, _ entry: JSONOutput, source: String) -> String {
    let file = home(kind, source)
    additions[file, default: []].append(entry)
    return file
  }

  /// Where most entries of a document stand; else the kind's own file, its first one, or a new one.
  private func home(_ kind: String, _ source: String) -> String {
    let names = files.map(\.name).filter { DatasetLoader.kind(ofFile: $0) == kind }
    var counts: [String: Int] = [:]
    if kind == "figures" {
      for figure in dataset.figures where figure.citations.contains(where: { $0.source == source }) {
        if let file = entries["figures/\(figure.id)"]?.file { counts[file, default: 0] += 1 }
      }
    }
    if let best = names.filter({ counts[$0] != nil }).max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }) {
      return best
    }
    return names.contains("\(kind).json") ? "\(kind).json" : names.first ?? "\(kind).json"
  }

  func file(of key: String) -> String { entries[key]?.file ?? "" }

  func value(_ key: String, _ path: [String]) -> JSONValue? {
    path.reduce(entries[key]?.value) { $0?.member($1) }
  }

  /// Sets a member of an entry, or of an object or array element inside it.
  mutating func set(_ member: String, of key: String, in holder: JSONValue? = nil, to value: JSONOutput) {
    guard let (file, entry) = entries[key] else { return }
    let object = holder ?? entry
    if let old = object.member(member) {
      edits[file]?.replace(old, with: value)
    } else {
      edits[file]?.add(member, value, to: object)
    }
  }

  /// Adds an element to an array member of an entry, which is made when it is missing.
  mutating func append(
    _ element: JSONOutput, to member: String, of key: String, in holder: JSONValue? = nil,
    asEntries: Bool = false
  ) {
    guard let (file, entry) = entries[key] else { return }
    let object = holder ?? entry
    if let array = object.member(member) {
      edits[file]?.append([element], to: array, asEntries: asEntries)
    } else {
      edits[file]?.add(member, .array([element]), to: object)
    }
  }

  /// The changed files as they would be.
  func result() -> [InputFile] {
    var result: [InputFile] = []
    let names = Set(edits.filter(\.value.isChanged).keys).union(additions.keys)
    for name in names.sorted() {
      let kind = DatasetLoader.kind(ofFile: name)
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      guard var edit = edits[name] else {
        let text = JSONLayout().text(
          .object([(kind, .array(additions[name] ?? []))]), indent: "", isEntry: true)
        result.append(InputFile(path: path, name: name, bytes: Array((text + "\n").utf8)))
        continue
      }
      if let array = edit.root.member(kind) { edit.append(additions[name] ?? [], to: array, asEntries: true) }
      result.append(InputFile(path: path, name: name, bytes: edit.result))
    }
    return result
  }
}

extension JSONValue {
  /// The value of a member of an object.
  func member(_ key: String) -> JSONValue? {
    guard let members else { return nil }
    for (name, value) in members where name.string == key { return value }
    return nil
  }
}

/// The cells of one row by field.
struct ImportRow {
  let line: Int
  private let cells: [String]
  let mapping: ImportMapping
  /// The document that the user named for all rows.
  let source: String?

  init(_ row: CSVTable.Row, mapping: ImportMapping, source: String?) {
    line = row.line
    cells = row.cells
    self.mapping = mapping
    self.source = source
  }

  /// The text of a cell without blanks at its ends; nil when it is empty or there is no such column.
  func text(_ field: ImportField) -> String? {
    guard let position = mapping.position(of: field), cells.indices.contains(position) else { return nil }
    let text = String(CellText.trimmed(cells[position].unicodeScalars))
    return text.isEmpty ? nil : text
  }

  func head(_ field: ImportField) -> String? { mapping.position(of: field).map { mapping.columns[$0].head } }

  func unit(_ field: ImportField) -> String {
    mapping.position(of: field).map { mapping.columns[$0].unit } ?? ""
  }

  /// A citation of the row's document; the line of the table stands in where no column gives one.
  func citation(printed: String, index: NameIndex) throws(CellFault) -> Citation {
    var line = self.line
    var source = self.source
    if let text = text(.source) {
      // `list` prints `plan-2021:101`.
      let parts = text.split(separator: ":")
      if index.all("sources", text).isEmpty, parts.count == 2, let number = Int(parts[1]), number > 0 {
        source = try index.one("sources", String(parts[0]))
        line = number
      } else {
        source = try index.one("sources", text)
      }
    }
    guard let source else {
      throw CellFault(
        zh: "没有来源；加“来源”列，或用 --source 指定，新文件先写进 sources（见 docs/import.md）",
        en:
          "no source; add a column 'source' or say --source ID; a new document goes into sources first (docs/import.md)"
      )
    }
    if let text = text(.line) {
      guard let number = Int(CellText.plain(text)), number > 0 else {
        throw CellFault(zh: "行号“\(text)”应为正整数", en: "line '\(text)' is not a whole number from 1")
      }
      line = number
    }
    return Citation(
      source: source, section: text(.section) ?? "", line: line, printed: text(.printed) ?? printed)
  }
}

extension Citation {
  var json: JSONOutput {
    var members: [(String, JSONOutput)] = [("source", .string(source))]
    if !section.isEmpty { members.append(("section", .string(section))) }
    members += [("line", .number(Double(line))), ("printed", .string(printed))]
    return .object(members)
  }
}
