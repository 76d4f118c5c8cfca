import Glibc

/// A directory of its own for files that a run reads or writes; removed with all that is in it.
final class ScratchDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/qjboard-command-XXXXXX".utf8CString)
    guard let name = mkdtemp(&template) else { throw Command.Failure(description: "no temporary directory") }
    path = String(cString: name)
  }

  deinit { ScratchDirectory.remove(path) }

  private static func remove(_ path: String) {
    // A link is removed, not followed.
    guard unlink(path) != 0, let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    guard let file = fopen(path(name), "w") else {
      throw Command.Failure(description: "cannot write \(name)")
    }
    defer { fclose(file) }
    fputs(text, file)
  }

  /// What a file holds; nil when there is none.
  func bytes(of name: String) -> [UInt8]? {
    guard let file = fopen(path(name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  func text(of name: String) -> String? { bytes(of: name).map { String(decoding: $0, as: UTF8.self) } }
}

/// The package's directory, found from this file, and what lies in it.
enum Package {
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static func path(_ name: String) -> String { "\(root)/\(name)" }
}
