import Glibc
import Store

/// Where the files are that the tests read.
enum Repository {
  /// The package's directory, found from this file.
  static let root: String = {
    let steps = #filePath.split(separator: "/").dropLast(4)
    return "/" + steps.joined(separator: "/")
  }()

  /// The plain-text copies of the documents: `QJBOARD_DOCUMENTS`, or `seeds` in the directory beside the package.
  static let documents: String = {
    if let path = getenv("QJBOARD_DOCUMENTS") { return String(cString: path) }
    return root + "/../shared/seeds"
  }()

  /// A path below the root; an absolute one stays.
  static func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(root)/\(name)" }

  static func bytes(_ path: String) throws -> [UInt8] { try InputFile.read(path: path, name: path).bytes }

  static func text(_ name: String) throws -> String { try text(atPath: path(name)) }

  static func text(atPath path: String) throws -> String {
    String(decoding: try InputFile.read(path: path, name: path).bytes, as: UTF8.self)
  }

  /// The names in a directory, but for those that begin with a dot.
  static func names(in name: String) -> [String] {
    guard let directory = opendir(path(name)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
