import Domain
import Store

/// The findings of `check` as SARIF 2.1.0 (OASIS), which editors and code review show beside the line.
package struct SarifLog {
  /// The locations of the files.
  package struct Files: Sendable {
    /// The working directory as an absolute path; locations are relative to it.
    var root: String
    /// The prefix of places in the built-in data, which are not files.
    var builtIn: String
    private let texts: [String: SarifText]

    /// - Parameters:
    ///   - root: the working directory as an absolute path.
    ///   - builtIn: the prefix of locations in the built-in data.
    ///   - bytes: the contents of the files by path, to convert columns from bytes to characters.
    package init(root: String, builtIn: String, bytes: [String: [UInt8]]) {
      self.root = root
      self.builtIn = builtIn
      texts = bytes.mapValues(SarifText.init)
    }

    /// Converts a column in bytes to one in characters, both from 1.
    func characters(_ path: String, _ line: Int, _ column: Int) -> Int {
      texts[path]?.characters(line, column) ?? column
    }
  }

  let diagnostics: [Diagnostic]
  let files: Files
  let version: String
  let language: Language

  /// Creates a log; texts are in the language, rules and places are not translated.
  package init(_ diagnostics: [Diagnostic], files: Files, version: String, language: Language) {
    self.diagnostics = diagnostics
    self.files = files
    self.version = version
    self.language = language
  }

  /// The log as SARIF 2.1.0.
  package var json: JSONOutput {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private var run: JSONOutput {
    let driver: JSONOutput = .object([
      ("name", .string("qjboard")),
      ("semanticVersion", .string(version)),
      ("rules", .array(CheckRule.all.map(rule))),
    ])
    return .object([
      ("tool", .object([("driver", driver)])),
      ("language", .string(language == .zh ? "zh-CN" : "en-US")),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "originalUriBaseIds",
        .object([
          ("SRCROOT", .object([("uri", .string("file://\(SarifLog.encoded(files.root, asFolder: true))"))]))
        ])
      ),
      ("results", .array(diagnostics.map(result))),
    ])
  }

  private func rule(_ rule: CheckRule) -> JSONOutput {
    .object([
      ("id", .string(rule.id)),
      ("shortDescription", text(rule.name[language])),
      ("fullDescription", text(rule.explanation[language])),
      ("help", text(rule.remedy[language])),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
    ])
  }

  private func result(_ diagnostic: Diagnostic) -> JSONOutput {
    let id = diagnostic.fault.rule
    var members: [(String, JSONOutput)] = [("ruleId", .string(id))]
    if let index = CheckRule.all.firstIndex(where: { $0.id == id }) {
      members.append(("ruleIndex", .number(Double(index))))
    }
    members += [
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", text(diagnostic.fault.message[language])),
      ("locations", .array([.object([("physicalLocation", location(diagnostic))])])),
    ]
    return .object(members)
  }

  private func text(_ text: String) -> JSONOutput { .object([("text", .string(text))]) }

  private func location(_ diagnostic: Diagnostic) -> JSONOutput {
    var artifact: [(String, JSONOutput)] = [("uri", .string(uri(diagnostic.path)))]
    if !isBuiltIn(diagnostic.path) { artifact.append(("uriBaseId", .string("SRCROOT"))) }
    var members: [(String, JSONOutput)] = [("artifactLocation", .object(artifact))]
    if let line = diagnostic.line {
      var region: [(String, JSONOutput)] = [("startLine", .number(Double(line)))]
      if let column = diagnostic.column {
        region.append(("startColumn", .number(Double(files.characters(diagnostic.path, line, column)))))
      }
      members.append(("region", .object(region)))
    }
    return .object(members)
  }

  private func isBuiltIn(_ path: String) -> Bool {
    path == files.builtIn || path.utf8.starts(with: "\(files.builtIn)/".utf8)
  }

  // MARK: Places

  /// Returns a path relative to the root, percent-encoded.
  private func uri(_ path: String) -> String {
    if isBuiltIn(path) { return SarifLog.encoded(path) }
    let steps = SarifLog.steps(path.utf8.first == UInt8(ascii: "/") ? path : "\(files.root)/\(path)")
    let root = SarifLog.steps(files.root)
    let common = zip(steps, root).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: root.count - common)
    let relative = (up + steps.dropFirst(common)).joined(separator: "/")
    return relative.isEmpty ? "." : SarifLog.encoded(relative)
  }

  /// Returns the steps of an absolute path with `.` and `..` resolved.
  private static func steps(_ path: String) -> [String] {
    var steps: [String] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return steps
  }

  /// Percent-encodes everything except the characters that RFC 3986 leaves unreserved, and `/`.
  private static func encoded(_ path: String, asFolder: Bool = false) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in FileName.bytes(path) {
      if byte.isWordByte || (0x41...0x5A).contains(byte) || "-._~/".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return asFolder && result.utf8.last != UInt8(ascii: "/") ? result + "/" : result
  }
}

/// The text of a file, indexed for fast column lookup even if all of it is one line.
private struct SarifText {
  private static let blockSize = 256

  private let bytes: [UInt8]
  /// The offsets of the line starts.
  private let lines: [Int]
  /// The number of continuation bytes of characters before each block.
  private let continued: [Int]

  init(_ bytes: [UInt8]) {
    var (lines, continued, count) = ([0], [Int](), 0)
    for (index, byte) in bytes.enumerated() {
      if index % SarifText.blockSize == 0 { continued.append(count) }
      if byte == UInt8(ascii: "\n") { lines.append(index + 1) }
      if byte & 0xC0 == 0x80 { count += 1 }
    }
    // Needed when the file ends at the end of a block.
    continued.append(count)
    (self.bytes, self.lines, self.continued) = (bytes, lines, continued)
  }

  /// Returns a column in characters; nil for a line that does not exist. Continuation bytes of a character do not
  /// count.
  func characters(_ line: Int, _ column: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return nil }
    let start = lines[line - 1]
    let end = min(start + max(0, column - 1), bytes.count)
    return end - start - (continued(before: end) - continued(before: start)) + 1
  }

  private func continued(before offset: Int) -> Int {
    let block = offset / SarifText.blockSize
    return continued[block]
      + bytes[(block * SarifText.blockSize)..<offset].count { $0 & 0xC0 == 0x80 }
  }
}
