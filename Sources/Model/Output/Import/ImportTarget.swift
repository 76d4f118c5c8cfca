import Domain
import Store

/// The files of a dataset while rows are put into them.
///
/// A file is parsed when something of it changes; a dataset may be large, and a table small.
struct ImportTarget {
  let dataset: Dataset
  let directory: String
  private let files: [InputFile]
  /// What the dataset calls each file, and its name.
  private let names: [String: String]
  /// By the name of the file; nil for one that is no JSON.
  private var edits: [String: JSONEdit?] = [:]
  private var additions: [String: [JSONOutput]] = [:]
  /// The entries of files that were parsed: `figures/ID`. The edits keep them.
  private var entries: [String: JSONValue] = [:]
  /// Where new entries of a document go: `figures/DOCUMENT`.
  private var homes: [String: String] = [:]
  /// Ids of new entries.
  private var taken: Set<String> = []
  private(set) var changes: [ImportChange] = []

  init(dataset: Dataset, files: [InputFile], directory: String) {
    self.dataset = dataset
    self.files = files
    self.directory = directory
    names = Dictionary(files.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
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
    while isTaken(kind, id) || !taken.insert("\(kind)/\(id)").inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private func isTaken(_ kind: String, _ id: String) -> Bool {
    kind == "figures" ? dataset.figures[id] != nil : dataset.projects[id] != nil
  }

  // MARK: Changes

  mutating func note(_ kind: ImportChange.Kind, line: Int, file: String, _ words: Name) {
    changes.append(ImportChange(kind: kind, line: line, file: file, words: words))
  }

  /// - Returns: the file that the entry goes to.
  mutating func add(_ kind: String, _ entry: JSONOutput, source: String) -> String {
    let file = homes["\(kind)/\(source)"] ?? home(kind, source)
    homes["\(kind)/\(source)"] = file
    additions[file, default: []].append(entry)
    return file
  }

  /// Where most entries of a document stand; else the kind's own file, its first one, or a new one.
  private func home(_ kind: String, _ source: String) -> String {
    let names = files.map(\.name).filter { DatasetLoader.kind(ofFile: $0) == kind }
    var counts: [String: Int] = [:]
    if kind == "figures" {
      for figure in dataset.figures where figure.citations.contains(where: { $0.source == source }) {
        if let file = name(figure.origin) { counts[file, default: 0] += 1 }
      }
    }
    if let best = names.filter({ counts[$0] != nil }).max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }) {
      return best
    }
    return names.contains("\(kind).json") ? "\(kind).json" : names.first ?? "\(kind).json"
  }

  private func name(_ origin: Origin) -> String? {
    dataset.files.indices.contains(origin.file) ? names[dataset.files[origin.file]] : nil
  }

  /// The file of an entry: `figures/ID`.
  func file(of key: String) -> String {
    let id = String(key.drop { $0 != "/" }.dropFirst())
    let origin = key.hasPrefix("figures/") ? dataset.figures[id]?.origin : dataset.projects[id]?.origin
    return origin.flatMap(name) ?? ""
  }

  // MARK: Texts

  /// The entry as it stands in its file, which is parsed for it.
  private mutating func entry(_ key: String) -> (file: String, value: JSONValue)? {
    let file = file(of: key)
    parse(file)
    return entries[key].map { (file, $0) }
  }

  private mutating func parse(_ name: String) {
    guard edits[name] == nil, let file = files.first(where: { $0.name == name }) else { return }
    let edit = try? JSONEdit(file.bytes)
    edits[name] = .some(edit)
    let kind = DatasetLoader.kind(ofFile: name)
    for entry in edit?.root.member(kind)?.elements.map(Array.init) ?? [] {
      if let id = entry.member("id")?.string { entries["\(kind)/\(id)"] = entry }
    }
  }

  private mutating func edit(_ name: String, _ change: (inout JSONEdit) -> Void) {
    guard var edit = edits[name] ?? nil else { return }
    // Changed where it is, and not in a copy.
    edits[name] = .some(nil)
    change(&edit)
    edits[name] = edit
  }

  mutating func value(_ key: String, _ path: [String]) -> JSONValue? {
    path.reduce(entry(key)?.value) { $0?.member($1) }
  }

  /// Sets a member of an entry, or of an object or array element inside it.
  mutating func set(_ member: String, of key: String, in holder: JSONValue? = nil, to value: JSONOutput) {
    guard let (file, entry) = entry(key) else { return }
    let object = holder ?? entry
    edit(file) { edit in
      if let old = object.member(member) {
        edit.replace(old, with: value)
      } else {
        edit.add(member, value, to: object)
      }
    }
  }

  /// Adds elements to an array member of an entry, which is made when it is missing. All of one row at once: what was
  /// added before is not seen.
  mutating func append(
    _ elements: [JSONOutput], to member: String, of key: String, in holder: JSONValue? = nil,
    asEntries: Bool = false
  ) {
    guard let (file, entry) = entry(key) else { return }
    let object = holder ?? entry
    edit(file) { edit in
      if let array = object.member(member) {
        edit.append(elements, to: array, asEntries: asEntries)
      } else {
        edit.add(member, .array(elements), to: object)
      }
    }
  }

  /// What a corrected citation of a document prints, and on which line.
  ///
  /// - Parameter holder: the entry or the part of it that has the citations.
  mutating func correct(_ citation: Citation, hasLine: Bool, of key: String, in holder: JSONValue) {
    for cited in holder.member("citations")?.elements.map(Array.init) ?? []
    where cited.member("source")?.string == citation.source {
      set("printed", of: key, in: cited, to: .string(citation.printed))
      if hasLine { set("line", of: key, in: cited, to: .number(Double(citation.line))) }
      break
    }
  }

  /// The changed files as they would be.
  mutating func result() -> [InputFile] {
    for name in additions.keys { parse(name) }
    let names = Set(edits.filter { $0.value?.isChanged == true }.keys).union(additions.keys)
    return names.sorted().map { name in
      let kind = DatasetLoader.kind(ofFile: name)
      let path = InputFile.path(of: name, in: directory)
      guard var edit = edits[name] ?? nil else {
        let text = JSONLayout().text(
          .object([(kind, .array(additions[name] ?? []))]), indent: "", isEntry: true)
        return InputFile(path: path, name: name, bytes: Array((text + "\n").utf8))
      }
      if let array = edit.root.member(kind) { edit.append(additions[name] ?? [], to: array, asEntries: true) }
      return InputFile(path: path, name: name, bytes: edit.result)
    }
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
