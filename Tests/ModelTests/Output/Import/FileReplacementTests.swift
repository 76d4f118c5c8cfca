import Glibc
import Testing

@testable import Output
@testable import Store

/// Files that take the place of others: all of them or none.
struct FileReplacementTests {
  private func file(_ name: String, in directory: TemporaryDirectory, _ text: String) -> InputFile {
    InputFile(path: directory.path(name), name: name, bytes: Array(text.utf8))
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try InputFile.read(path: path, name: "").bytes, as: UTF8.self)
  }

  private func names(_ directory: TemporaryDirectory) -> [String] {
    Repository.names(in: directory.path).sorted()
  }

  @Test func `files are replaced, and new ones made`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "a")
    var replacement = FileReplacement()
    try replacement.replace([file("a", in: directory, "new"), file("b", in: directory, "other")])
    #expect(try text(directory.path("a")) == "new" && text(directory.path("b")) == "other")
    #expect(names(directory) == ["a", "b"])
  }

  @Test func `when one cannot be put in its place, the others are as before`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "a")
    // A directory that is not empty cannot be replaced by a file.
    try #require(mkdir(directory.path("c"), 0o700) == 0)
    var replacement = FileReplacement()
    #expect(throws: Diagnostic.self) {
      try replacement.replace(["a", "b", "c"].map { file($0, in: directory, "new") })
    }
    #expect(try text(directory.path("a")) == "old")
    #expect(names(directory) == ["a", "c"])
  }

  @Test func `a directory that is not there changes nothing`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "a")
    var replacement = FileReplacement()
    #expect(throws: Diagnostic.self) {
      try replacement.replace([file("a", in: directory, "new"), file("none/b", in: directory, "new")])
    }
    #expect(try text(directory.path("a")) == "old" && names(directory) == ["a"])
  }
}
