import Domain
import Glibc

/// The state of one load: diagnostics, declared ids, and references that are not yet checked.
///
/// A class, because every decoder adds to it; it lives only while a dataset is read.
package final class Loading {
  /// A reference to an id that must be declared once everything is read.
  private struct Reference {
    var kind: Int
    var id: String
    var file: Int
    var offset: Int
  }

  /// Whether the files are known to have no faults: those built in, which the tests read as JSON. Their ids, references
  /// and keys are not checked, and their texts are not copied.
  let isChecked: Bool

  /// Creates the state before the first file.
  init(isChecked: Bool = false) { self.isChecked = isChecked }

  private(set) var diagnostics: [Diagnostic] = []
  private var errors = 0
  /// Whether any diagnostic is an error.
  var isFaulty: Bool { errors > 0 }
  private(set) var paths: [String] = []
  /// The offsets of the line starts of every file.
  private var lineStarts: [[UInt32]] = []
  private var text: [UInt8] = []
  /// Whether messages must not quote the current file.
  private var isSecret = false
  /// The line looked up last, from 0; the next one is mostly close behind.
  private var lastLine = 0
  /// The declared ids of a kind, each with its place.
  private struct Kind {
    let name: StaticString
    var ids: [String: Origin] = [:]
    /// Ids found to be declared, by their length; many references name the same few ids.
    var found = [String](repeating: "", count: 8)

    func isFound(_ id: String) -> Bool { found[id.utf8.count & 7] == id }
  }

  /// The kinds, in the order of their first use.
  private var kinds: [Kind] = []
  /// Positions found before, by the address of the name of the kind.
  private var lastPlaces = [(kind: UnsafePointer<UInt8>?, index: Int)](
    repeating: (nil, 0), count: Loading.places)
  private static let places = 32
  private var references: [Reference] = []
  /// The one kind that is read after all others.
  private var later: String?
  private var leftOut: Set<String> = []
  /// The state at the start of the current file.
  private var before = (diagnostics: 0, leftOut: Set<String>(), comparisons: 0)
  /// The keys asked for; written for every member of a file, so without the checks of an array.
  private var keys = UnsafeMutableBufferPointer<StaticString>.allocate(capacity: 256)
  private var keyCount = 0

  deinit { keys.deallocate() }

  /// The comparisons left for suggestions. A misspelt word is compared with all known words. To limit the time, only
  /// the first faults get suggestions.
  private var comparisonsLeft = 100_000

  /// Whether the files are still current; asked now and then, and never again after false.
  var isCurrent: () -> Bool = { true }
  private(set) var isOutdated = false
  private var recordsUntilCheck = Loading.step
  /// The number of records read between two calls of `isCurrent`.
  static let step = 1024

  /// Returns false when newer files supersede those being read.
  func goesOn() -> Bool {
    recordsUntilCheck -= 1
    if recordsUntilCheck <= 0, !isOutdated {
      recordsUntilCheck = Loading.step
      isOutdated = !isCurrent()
    }
    return !isOutdated
  }

  /// The number of names of the current file that have one language, and the place of the first.
  private var oneLanguage: (count: Int, first: Origin)?
  /// A warning for each file with such names.
  private(set) var untranslated: [Diagnostic] = []

  /// Counts a name with the text of one language.
  func noteOneLanguage(at value: JSONValue) {
    oneLanguage = ((oneLanguage?.count ?? 0) + 1, oneLanguage?.first ?? origin(value.offset))
  }

  private var texts = TextPool()
  var citations = CitationPool()

  /// Returns the text of a string or key of the current file; nil for any other value.
  func text(of value: JSONValue) -> String? {
    isChecked ? value.lastingString : value.withText { texts.text($0) }
  }

  /// Makes `file` the current file, which places refer to.
  func begin(_ file: InputFile) {
    paths.append(file.path)
    text = file.bytes
    isSecret = file.isLinked
    lastLine = 0
    before = (diagnostics.count, leftOut, comparisonsLeft)
    var starts: [UInt32] = [0]
    text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var next = 0
      while next < bytes.count, let feed = memchr(base + next, 0x0A, bytes.count - next) {
        next = UnsafeRawPointer(feed) - base + 1
        starts.append(UInt32(truncatingIfNeeded: next))
      }
    }
    lineStarts.append(starts)
  }

  /// Makes a file of the data built in the current file.
  func begin(checked path: String) {
    paths.append(path)
    lineStarts.append([])
  }

  /// Skips an unchanged file, so that later files keep their numbers.
  func skip(_ path: String) {
    paths.append(path)
    lineStarts.append([])
  }

  /// Frees the text of the current file, which may be large.
  func end() {
    text = []
    guard let (count, first) = oneLanguage else { return }
    oneLanguage = nil
    untranslated.append(
      Diagnostic(
        path: path(first), line: first.line, column: first.column, severity: .warning,
        fault: .oneLanguage(count: count)))
  }

  /// Drops everything read from the current file, because it is not JSON.
  func withdraw() {
    let file = paths.count - 1
    diagnostics.removeLast(diagnostics.count - before.diagnostics)
    errors = diagnostics.count { $0.severity == .error }
    leftOut = before.leftOut
    comparisonsLeft = before.comparisons
    keyCount = 0
    references.removeAll { $0.file == file }
    for index in kinds.indices {
      kinds[index].ids = kinds[index].ids.filter { $0.value.file != file }
      kinds[index].found = Kind(name: kinds[index].name).found
    }
  }

  /// Returns the line and column of an offset in the current file, both from 1.
  func origin(_ offset: Int) -> Origin {
    if isChecked { return Origin(file: paths.count - 1, line: offset >> 12, column: offset & 0xFFF) }
    guard let starts = lineStarts.last, starts[lastLine] <= offset else {
      return origin(offset, file: paths.count - 1)
    }
    var line = lastLine
    for _ in 0..<8 {
      guard line + 1 < starts.count, starts[line + 1] <= offset else {
        lastLine = line
        return Origin(file: paths.count - 1, line: line + 1, column: offset - Int(starts[line]) + 1)
      }
      line += 1
    }
    let origin = origin(offset, file: paths.count - 1)
    lastLine = origin.line - 1
    return origin
  }

  private func origin(_ offset: Int, file: Int) -> Origin {
    guard lineStarts.indices.contains(file) else { return Origin.unknown }
    let starts = lineStarts[file]
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Origin(file: file, line: low + 1, column: offset - Int(starts[low]) + 1)
  }

  func report(_ fault: Fault, at origin: Origin, severity: Diagnostic.Severity = .error) {
    report(
      Diagnostic(
        path: path(origin), line: origin.line, column: origin.column, severity: severity, fault: fault))
  }

  func report(_ fault: Fault, at value: JSONValue, severity: Diagnostic.Severity = .error) {
    report(fault, at: origin(value.offset), severity: severity)
  }

  func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { errors += 1 }
  }

  private func path(_ origin: Origin) -> String {
    paths.indices.contains(origin.file) ? paths[origin.file] : ""
  }

  /// Returns up to twelve bytes at an offset, for a syntax message: one line, repaired to valid UTF-8.
  func excerpt(at offset: Int) -> String {
    guard offset < text.count else { return "" }
    if isSecret { return "…" }
    let end = text[offset...].prefix(12).firstIndex { $0 < 0x20 } ?? min(offset + 12, text.count)
    return String(decoding: text[offset..<max(end, min(offset + 1, text.count))], as: UTF8.self)
  }

  // MARK: Keys

  /// Begins an object. Its keys are those asked for until `endKeys`, except those of objects inside it.
  func beginKeys() -> Int { keyCount }

  func ask(for key: StaticString) {
    if isChecked { return }
    if keyCount == keys.count { growKeys() }
    keys[keyCount] = key
    keyCount += 1
  }

  private func growKeys() {
    let more = UnsafeMutableBufferPointer<StaticString>.allocate(capacity: keys.count * 2)
    _ = more.initialize(from: keys)
    keys.deallocate()
    keys = more
  }

  func endKeys(_ start: Int) { keyCount = start }

  func keys(since start: Int) -> [String] { keys[start..<keyCount].map { "\($0)" } }

  /// Returns the likely spelling of a misspelt word; nil when none is close, or when the limit of comparisons is
  /// reached.
  func suggestion(for word: String, among candidates: @autoclosure () -> [String]) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    let candidates = candidates()
    comparisonsLeft -= candidates.count + 1
    return Spelling.nearest(to: word, among: candidates)
  }

  // MARK: Ids

  private func position(of kind: StaticString) -> Int {
    let slot = Int(bitPattern: kind.utf8Start) >> 2 & (Loading.places - 1)
    if lastPlaces[slot].kind == kind.utf8Start { return lastPlaces[slot].index }
    let index = searchedPosition(of: kind)
    lastPlaces[slot] = (kind.utf8Start, index)
    return index
  }

  private func searchedPosition(of kind: StaticString) -> Int {
    for index in kinds.indices where kinds[index].name.utf8Start == kind.utf8Start { return index }
    let name = "\(kind)"
    if let index = kinds.firstIndex(where: { "\($0.name)" == name }) { return index }
    kinds.append(Kind(name: kind))
    return kinds.count - 1
  }

  /// Makes room for the ids of a large file.
  func expect(_ kind: StaticString, bytes: Int) {
    guard bytes > 1 << 20 else { return }
    let index = position(of: kind)
    kinds[index].ids.reserveCapacity(kinds[index].ids.count + bytes / Loading.leastSize)
  }

  /// Records of large files mostly have more bytes.
  private static let leastSize = 400

  func declare(_ id: String, kind: StaticString, at value: JSONValue) {
    if isChecked { return }
    let place = origin(value.offset)
    let index = position(of: kind)
    if !Loading.isWellFormed(id), "\(kind)" != "units" { report(.badID(id), at: place) }
    guard let first = kinds[index].ids.updateValue(place, forKey: id) else { return }
    kinds[index].ids[id] = first
    report(.duplicateID(id, of: "\(kind)", first: "\(path(first)):\(first.line)"), at: place)
  }

  func refer(to id: String, kind: StaticString, at value: JSONValue) {
    // An empty id was already reported.
    guard !isChecked, !id.isEmpty else { return }
    let index = position(of: kind)
    if kinds[index].isFound(id) { return }
    if kinds[index].ids[id] != nil {
      kinds[index].found[id.utf8.count & 7] = id
    } else if let later, "\(kind)" != later {
      reportUnknown(id, kinds[index], at: origin(value.offset))
    } else {
      references.append(Reference(kind: index, id: id, file: paths.count - 1, offset: value.offset))
    }
  }

  /// The declared ids by kind.
  var declared: [String: [String: Origin]] {
    Dictionary(kinds.map { ("\($0.name)", $0.ids) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether every reference is to an id of the files read, or to one that `isDeclared` accepts.
  func references(allIn isDeclared: (_ id: String, _ kind: String) -> Bool) -> Bool {
    references.allSatisfy { reference in
      let kind = kinds[reference.kind]
      return kind.ids[reference.id] != nil || isDeclared(reference.id, "\(kind.name)")
    }
  }

  /// The positions of the files with open references.
  var referringFiles: Set<Int> { Set(references.map(\.file)) }

  /// Notes that not all entries of a kind could be read, so that references to missing ones are not faults.
  func leaveOut(_ kind: String) {
    leftOut.insert(kind)
    if kind == "programmes" { leftOut.insert("tasks") }
    if kind == "vocabulary" {
      leftOut.formUnion([
        "units", "scopes", "categories", "stages", "rules", "causes", "topics", "firm_ladder",
      ])
    }
  }

  /// Reports every reference to an undeclared id.
  ///
  /// - Parameter later: a kind that is not read yet; references to it stay open.
  func resolve(later: String? = nil) {
    var open: [Reference] = []
    for reference in references {
      let kind = kinds[reference.kind]
      let name = "\(kind.name)"
      guard name != later else {
        open.append(reference)
        continue
      }
      guard kind.ids[reference.id] == nil else { continue }
      reportUnknown(reference.id, kind, at: origin(reference.offset, file: reference.file))
    }
    references = open
    self.later = later
    guard later == nil else { return }
    kinds = []
    lastPlaces = lastPlaces.map { _ in (nil, 0) }
  }

  private func reportUnknown(_ id: String, _ kind: Kind, at origin: Origin) {
    let name = "\(kind.name)"
    guard !leftOut.contains(name) else { return }
    let nearest = suggestion(for: id, among: Array(kind.ids.keys))
    report(.unknownReference(id, of: name, nearest: nearest), at: origin)
  }

  /// Returns whether an id has only lowercase letters, digits and hyphens.
  package static func isWellFormed(_ id: String) -> Bool {
    func isAllowed(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    var id = id
    return !id.isEmpty && id.withUTF8 { $0.allSatisfy(isAllowed) }
  }
}
