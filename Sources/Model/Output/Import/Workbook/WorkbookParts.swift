import Domain
import Glibc

/// The sheets of a workbook in their order.
final class SheetList: XMLHandler {
  struct Entry {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var is1904 = false
  var failure: ImportFailure?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": is1904 = attributes.isSet("date1904")
    case "sheet":
      guard entries.count < 1000 else {
        failure = ZipArchive.tooLarge("workbook.xml")
        return
      }
      guard let name = attributes["name"], let relation = attributes["id"] else { return }
      entries.append(
        Entry(name: name, relation: relation, isHidden: attributes["state"].map { $0 != "visible" } ?? false))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// The parts that a part of the archive refers to.
final class Relations: XMLHandler {
  struct Target {
    var kind: String
    /// The name of the part in the archive.
    var part: String
  }

  private(set) var targets: [String: Target] = [:]
  /// The folder of the part that refers, with a slash at its end.
  private let folder: String
  var failure: ImportFailure?

  init(of part: String) {
    folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", targets.count < 10_000, attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = Target(kind: kind, part: Relations.resolved(target, in: folder))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  func part(ofKind kind: String) -> String? { targets.values.filter { $0.kind == kind }.map(\.part).min() }

  /// Returns the name of a part without `.` and `..`; no name leads out of the archive.
  private static func resolved(_ target: String, in folder: String) -> String {
    var path: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(step) }
    }
    return path.joined(separator: "/")
  }
}

/// The formats of cells, by the number of their style.
final class StyleTable: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellFormats = false
  private(set) var formats: [NumberFormat] = []
  var failure: ImportFailure?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      // Excel allows 255 characters and some hundred formats.
      guard codes.count < 10_000, let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"], code.utf8.count <= 1000
      else { return }
      codes[id] = NumberFormat(code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      guard formats.count < 100_000 else {
        failure = ZipArchive.tooLarge("styles.xml")
        return
      }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// The texts that cells share, in one buffer.
final class SharedTexts: XMLHandler {
  private static let sizeLimit = 256 << 20
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  /// Whether the text is the pronunciation of another.
  private var isPhonetic = false
  var failure: ImportFailure?

  var count: Int { ends.count }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "t": isInText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isPhonetic = false
    case "si":
      guard ends.count < CSVReader.totalLimit else {
        failure = ZipArchive.tooLarge("sharedStrings.xml")
        return
      }
      ends.append(bytes.count)
    default: break
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) {
    guard isInText else { return }
    guard bytes.count + piece.count <= SharedTexts.sizeLimit else {
      failure = ZipArchive.tooLarge("sharedStrings.xml")
      return
    }
    bytes.append(contentsOf: piece)
  }

  /// Appends a text to a cell; false when there is none of that number.
  func append(_ number: Int, to cell: inout [UInt8]) -> Bool {
    guard ends.indices.contains(number) else { return false }
    cell.append(contentsOf: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
    return true
  }
}
