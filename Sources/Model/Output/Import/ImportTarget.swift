import Domain
import Store

/// The files of a dataset while rows are added to them.
///
/// A file is parsed only when it changes, because a dataset may be large and a table small.
struct ImportTarget {
  let dataset: Dataset
  let directory: String
  private let files: [InputFile]
  /// The names of the files, by their path in the dataset.
  private let names: [String: String]
  /// Edits by file name; nil for a file that is not JSON.
  private var edits: [String: JSONEdit?] = [:]
  private var additions: [String: [JSONOutput]] = [:]
  /// The entries of parsed files by key, such as `figures/ID`. The edits keep their documents alive.
  private var entries: [String: JSONValue] = [:]
  /// The files for new entries of a document, by key, such as `figures/DOCUMENT`.
  private var homes: [String: String] = [:]
  /// The ids of new entries.
  private var taken: Set<String> = []
  private(set) var changes: [ImportChange] = []

  init(dataset: Dataset, files: [InputFile], directory: String) {
    self.dataset = dataset
    self.files = files
    self.directory = directory
    names = Dictionary(files.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns an unused id of lower-case letters, digits and hyphens.
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

  /// Adds an entry.
  ///
  /// - Returns: the name of the file that it is added to.
  mutating func add(_ kind: String, _ entry: JSONOutput, source: String) -> String {
    let file = homes["\(kind)/\(source)"] ?? home(kind, source)
    homes["\(kind)/\(source)"] = file
    additions[file, default: []].append(entry)
    return file
  }

  /// Returns the file with most figures of the document, otherwise the kind's own file, its first one, or a new one.
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

  /// Returns the file name of an entry, by key, such as `figures/ID`; empty for an unknown entry.
  func file(of key: String) -> String {
    let id = String(key.drop { $0 != "/" }.dropFirst())
    let origin = key.hasPrefix("figures/") ? dataset.figures[id]?.origin : dataset.projects[id]?.origin
    return origin.flatMap(name) ?? ""
  }

  /// Returns the file name of a programme; empty for an unknown one.
  mutating func file(ofProgramme id: String) -> String {
    let names = files.map(\.name).filter { DatasetLoader.kind(ofFile: $0) == "programmes" }
    for name in names {
      parse(name)
      let edit = edits[name] ?? nil
      let own = edit?.root.member("programmes")?.elements.map(Array.init) ?? []
      if own.contains(where: { $0.member("id")?.string == id }) { return name }
    }
    return ""
  }

  // MARK: Texts

  /// Returns an entry of its file, and parses the file if necessary.
  private mutating func entry(_ key: String) -> (file: String, value: JSONValue)? {
    let programme = "programmes/"
    let file =
      key.hasPrefix(programme) ? file(ofProgramme: String(key.dropFirst(programme.count))) : file(of: key)
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
    // Changed in place, not in a copy.
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

  /// Adds elements to an array member of an entry, and creates the member when it is missing. All elements of a row
  /// must be added at once, because earlier additions are not seen.
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

  /// Corrects the printed text of a document's citation, and its line.
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

  /// Returns the changed files with their new contents.
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
  /// Returns the value of an object's member; nil when there is none.
  func member(_ key: String) -> JSONValue? {
    guard let members else { return nil }
    for (name, value) in members where name.string == key { return value }
    return nil
  }
}
