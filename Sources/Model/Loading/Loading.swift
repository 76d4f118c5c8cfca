/// The state of one load: what has been found wrong, which ids are taken, which references are still to be checked.
///
/// A class, because every decoder adds to it; it lives only while a dataset is read.
final class Loading {
  /// A mention of an id that must exist once everything is read.
  private struct Reference {
    var kind: String
    var id: String
    var origin: Origin
  }

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var paths: [String] = []
  private var lineStarts: [[Int]] = []
  private var texts: [[UInt8]] = []
  private var ids: [String: [String: Origin]] = [:]
  private var references: [Reference] = []

  /// Makes `file` the one that places refer to from now on.
  func begin(_ file: InputFile) {
    paths.append(file.path)
    texts.append(file.bytes)
    var starts = [0]
    for (index, byte) in file.bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts.append(starts)
  }

  /// Line and column, both from 1, of an offset in the current file.
  func origin(_ offset: Int) -> Origin {
    guard let starts = lineStarts.last else { return Origin(file: 0, line: 1, column: 1) }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Origin(file: paths.count - 1, line: low + 1, column: offset - starts[low] + 1)
  }

  func report(_ fault: Fault, at origin: Origin, severity: Diagnostic.Severity = .error) {
    let path = paths.indices.contains(origin.file) ? paths[origin.file] : ""
    diagnostics.append(
      Diagnostic(path: path, line: origin.line, column: origin.column, severity: severity, fault: fault))
  }

  func report(_ fault: Fault, at value: JSONValue, severity: Diagnostic.Severity = .error) {
    report(fault, at: origin(value.offset), severity: severity)
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The few bytes at an offset, for a message about syntax: one line, repaired to UTF-8.
  func excerpt(at offset: Int) -> String {
    guard let bytes = texts.last, offset < bytes.count else { return "" }
    let end = bytes[offset...].prefix(12).firstIndex { $0 < 0x20 } ?? min(offset + 12, bytes.count)
    return String(decoding: bytes[offset..<max(end, min(offset + 1, bytes.count))], as: UTF8.self)
  }

  func declare(_ id: String, kind: String, at origin: Origin) {
    if !Loading.isWellFormed(id), kind != "units" { report(.badID(id), at: origin) }
    if let first = ids[kind]?[id] {
      let path = paths.indices.contains(first.file) ? paths[first.file] : ""
      report(.duplicateID(id, of: kind, first: "\(path):\(first.line)"), at: origin)
    } else {
      ids[kind, default: [:]][id] = origin
    }
  }

  func refer(to id: String, kind: String, at value: JSONValue) {
    references.append(Reference(kind: kind, id: id, origin: origin(value.offset)))
  }

  /// Reports every reference to an id that nobody declared.
  func resolve() {
    for reference in references where ids[reference.kind]?[reference.id] == nil {
      let nearest = Spelling.nearest(to: reference.id, among: Array((ids[reference.kind] ?? [:]).keys))
      report(.unknownReference(reference.id, of: reference.kind, nearest: nearest), at: reference.origin)
    }
  }

  static func isWellFormed(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
