import Glibc
import Testing

/// A directory of its own, removed at the end of its life with the files and empty directories in it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/qjboard-model-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit {
    for name in Repository.names(in: path) { remove(path(name)) }
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
