import Glibc
import Testing

/// A directory of its own, removed at the end of its life with the files and empty directories in it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/qjboard-model-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    // A link to a directory is removed at once, a directory only when it is empty.
    if remove(path) == 0 { return }
    guard let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { removeAll("\(path)/\(name)") }
    }
    remove(path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(path(name), "w"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
