import Domain
import Glibc

/// The state of one load: what has been found wrong, which ids are taken, which references are still to be checked.
///
/// A class, because every decoder adds to it; it lives only while a dataset is read.
package final class Loading {
  /// A mention of an id that must exist once everything is read.
  private struct Reference {
    var kind: Int
    var id: String
    var file: Int
    var offset: Int
  }

  private(set) var diagnostics: [Diagnostic] = []
  private var errors = 0
  /// Whether anything that was found is an error.
  var isFaulty: Bool { errors > 0 }
  private(set) var paths: [String] = []
  /// Where the lines of every file begin.
  private var lineStarts: [[UInt32]] = []
  private var text: [UInt8] = []
  /// Whether nothing of the current file may be quoted.
  private var isSecret = false
  /// The line that was asked for last, from 0: the next is mostly close behind.
  private var lastLine = 0
  /// The declared ids of a kind, each with its place.
  private struct Kind {
    let name: StaticString
    var ids: [String: Origin] = [:]
    /// An id that is known to be declared: many references in a row are to the same.
    var lastFound = ""
  }

  /// In the order in which they were first met.
  private var kinds: [Kind] = []
  private var references: [Reference] = []
  /// The one kind that is still to be read, once all others have been.
  private var later: String?
  private var leftOut: Set<String> = []
  /// What was there when the current file began.
  private var before = (diagnostics: 0, leftOut: Set<String>(), comparisons: 0)
  private var keys: [StaticString] = []
  /// A misspelt word is compared with all that are known. So that very many of both do not take minutes, the first
  /// faults get a suggestion and the others none.
  private var comparisonsLeft = 100_000

  /// Whether what is read still counts; asked now and then, and never again once it does not.
  var isCurrent: () -> Bool = { true }
  private(set) var isOvertaken = false
  private var recordsUntilAsked = Loading.step
  /// How many records are read between two questions.
  static let step = 1024

  /// False when reading on is of no use, because what is read has been overtaken.
  func goesOn() -> Bool {
    recordsUntilAsked -= 1
    if recordsUntilAsked <= 0, !isOvertaken {
      recordsUntilAsked = Loading.step
      isOvertaken = !isCurrent()
    }
    return !isOvertaken
  }

  private var texts = TextPool()
  var citations = CitationPool()

  /// A text of the current file; nil when the value is none.
  func text(of value: JSONValue) -> String? {
    value.withText { texts.text($0) }
  }

  /// Makes `file` the one that places refer to from now on.
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

  /// Passes over a file that is as it was, so that the next ones keep their numbers.
  func skip(_ path: String) {
    paths.append(path)
    lineStarts.append([])
  }

  /// Lets go of the text of the current file, which may be large.
  func end() { text = [] }

  /// Forgets what the current file has said so far, because it turns out to be no JSON.
  func withdraw() {
    let file = paths.count - 1
    diagnostics.removeLast(diagnostics.count - before.diagnostics)
    errors = diagnostics.count { $0.severity == .error }
    leftOut = before.leftOut
    comparisonsLeft = before.comparisons
    keys.removeAll()
    references.removeAll { $0.file == file }
    for index in kinds.indices {
      kinds[index].ids = kinds[index].ids.filter { $0.value.file != file }
      kinds[index].lastFound = ""
    }
  }

  /// Line and column, both from 1, of an offset in the current file.
  func origin(_ offset: Int) -> Origin {
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

  /// The few bytes at an offset, for a message about syntax: one line, repaired to UTF-8.
  func excerpt(at offset: Int) -> String {
    guard offset < text.count else { return "" }
    if isSecret { return "…" }
    let end = text[offset...].prefix(12).firstIndex { $0 < 0x20 } ?? min(offset + 12, text.count)
    return String(decoding: text[offset..<max(end, min(offset + 1, text.count))], as: UTF8.self)
  }

  // MARK: Keys

  /// Begins an object; its keys are those that are asked for until `endKeys`, but for objects inside it.
  func beginKeys() -> Int { keys.count }

  func ask(for key: StaticString) { keys.append(key) }

  func endKeys(_ start: Int) { keys.removeLast(keys.count - start) }

  func keys(since start: Int) -> [String] { keys[start...].map { "\($0)" } }

  /// What a misspelt word was meant to be; nil once enough words were compared.
  func suggestion(for word: String, among candidates: @autoclosure () -> [String]) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    let candidates = candidates()
    comparisonsLeft -= candidates.count + 1
    return Spelling.nearest(to: word, among: candidates)
  }

  // MARK: Ids

  private func position(of kind: StaticString) -> Int {
    for index in kinds.indices where kinds[index].name.utf8Start == kind.utf8Start { return index }
    let name = "\(kind)"
    if let index = kinds.firstIndex(where: { "\($0.name)" == name }) { return index }
    kinds.append(Kind(name: kind))
    return kinds.count - 1
  }

  func declare(_ id: String, kind: StaticString, at value: JSONValue) {
    let place = origin(value.offset)
    let index = position(of: kind)
    if !Loading.isWellFormed(id), "\(kind)" != "units" { report(.badID(id), at: place) }
    guard let first = kinds[index].ids.updateValue(place, forKey: id) else { return }
    kinds[index].ids[id] = first
    report(.duplicateID(id, of: "\(kind)", first: "\(path(first)):\(first.line)"), at: place)
  }

  func refer(to id: String, kind: StaticString, at value: JSONValue) {
    // An empty id has been reported as such.
    guard !id.isEmpty else { return }
    let index = position(of: kind)
    if id == kinds[index].lastFound { return }
    if kinds[index].ids[id] != nil {
      kinds[index].lastFound = id
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

  /// Whether every reference is to an id of the files that were read, or to another one that is declared.
  func references(allIn isDeclared: (_ id: String, _ kind: String) -> Bool) -> Bool {
    references.allSatisfy { reference in
      let kind = kinds[reference.kind]
      return kind.ids[reference.id] != nil || isDeclared(reference.id, "\(kind.name)")
    }
  }

  /// The positions of the files with references that are still open.
  var referringFiles: Set<Int> { Set(references.map(\.file)) }

  /// Says that not all entries of a kind could be read, so that a reference to one is no further fault.
  func leaveOut(_ kind: String) { leftOut.insert(kind) }

  /// Reports every reference to an id that nobody declared.
  ///
  /// - Parameter later: a kind that is still to be read; references to it stay open.
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
    if later == nil { kinds = [] }
  }

  private func reportUnknown(_ id: String, _ kind: Kind, at origin: Origin) {
    let name = "\(kind.name)"
    guard !leftOut.contains(name) else { return }
    let nearest = suggestion(for: id, among: Array(kind.ids.keys))
    report(.unknownReference(id, of: name, nearest: nearest), at: origin)
  }

  package static func isWellFormed(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
