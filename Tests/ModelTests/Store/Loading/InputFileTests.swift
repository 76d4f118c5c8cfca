import Glibc
import Store
import Testing

struct InputFileTests {
  /// Loads a directory that holds nothing but what `prepare` puts there; the messages begin after its path.
  private func messages(_ prepare: (TemporaryDirectory) throws -> Void) throws -> [String] {
    let directory = try TemporaryDirectory()
    try prepare(directory)
    return faults(of: directory.path).map { String($0.dropFirst(directory.path.count)) }
  }

  private func faults(of path: String) -> [String] {
    do throws(LoadFailure) {
      return try DatasetLoader.load(directory: path).warnings.map { $0.message(.en) }
    } catch {
      return error.diagnostics.map { $0.message(.en) }
    }
  }

  @Test func `files are read by name, hidden and other ones are not`() throws {
    let directory = try TemporaryDirectory()
    for name in ["b.json", "a.json", ".c.json", "d.txt", "e.json~", "f.JSON"] {
      try directory.write(name, to: name)
    }
    let files = try InputFile.readDirectory(directory.path)
    #expect(files.map(\.name) == ["a.json", "b.json"])
    #expect(files.map(\.path) == [directory.path("a.json"), directory.path("b.json")])
    #expect(files.map(\.bytes) == [Array("a.json".utf8), Array("b.json".utf8)])
    #expect(try InputFile.readDirectory(directory.path + "/").map(\.path) == files.map(\.path))
  }

  @Test func `a file larger than one block is read in full`() throws {
    let directory = try TemporaryDirectory()
    let bytes = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try directory.write(bytes, to: "a.json")
    #expect(try InputFile.read(path: directory.path("a.json"), name: "a.json").bytes == bytes)
  }

  @Test func `an empty directory and a missing one`() throws {
    #expect(try messages { _ in } == [": error: no .json file in the directory"])
    #expect(try messages { rmdir($0.path) } == [": error: no such data directory"])
  }

  @Test func `a file where a directory should be`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("{}", to: "a.json")
    let path = directory.path("a.json")
    #expect(faults(of: path) == ["\(path): error: cannot be read: Not a directory"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a named pipe does not hold the program up`() throws {
    let found = try messages { try #require(mkfifo($0.path("figures.json"), 0o600) == 0) }
    #expect(found == ["/figures.json: error: not a regular file; only regular files are read"])
  }

  @Test func `a directory that is named like a file`() throws {
    let found = try messages { try #require(mkdir($0.path("figures.json"), 0o700) == 0) }
    #expect(found == ["/figures.json: error: not a regular file; only regular files are read"])
  }

  @Test func `a device`() throws {
    let fault = #expect(throws: Diagnostic.self) {
      try InputFile.read(path: "/dev/zero", name: "figures.json")
    }
    #expect(fault?.message(.en) == "/dev/zero: error: not a regular file; only regular files are read")
  }

  @Test func `links that lead nowhere or to themselves`() throws {
    let found = try messages { directory in
      try #require(symlink("b.json", directory.path("a.json")) == 0)
      try #require(symlink("a.json", directory.path("b.json")) == 0)
      try #require(symlink("nothing", directory.path("c.json")) == 0)
    }
    #expect(
      found == [
        "/a.json: error: cannot be read: Too many levels of symbolic links",
        "/b.json: error: cannot be read: Too many levels of symbolic links",
        "/c.json: error: cannot be read: No such file or directory",
      ])
  }

  @Test func `a file whose reading fails`() throws {
    // A regular file that opens, and whose first page is not mapped.
    let fault = #expect(throws: Diagnostic.self) {
      try InputFile.read(path: "/proc/self/mem", name: "figures.json")
    }
    #expect(fault?.message(.en) == "/proc/self/mem: error: cannot be read: Input/output error")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func `a file without permission`() throws {
    let found = try messages { directory in
      try directory.write("{}", to: "figures.json")
      try #require(chmod(directory.path("figures.json"), 0) == 0)
    }
    #expect(found == ["/figures.json: error: cannot be read: Permission denied"])
  }

  @Test(arguments: [(0, false), (1, true)])
  func `a file that is too large is refused before it is read`(beyond: Int, isRefused: Bool) throws {
    let directory = try TemporaryDirectory()
    let path = directory.path("figures.json")
    try directory.write("", to: "figures.json")
    // Sparse: it takes no room on the disk.
    try #require(truncate(path, InputFile.maximumSize + beyond) == 0)
    if isRefused {
      #expect(
        faults(of: directory.path) == ["\(path): error: 268435457 bytes; at most 268435456 are allowed"])
    } else {
      #expect(try InputFile.read(path: path, name: "figures.json").bytes.count == InputFile.maximumSize)
    }
  }

  @Test func `an empty input differs from an invalid one`() throws {
    let directory = try TemporaryDirectory()
    func isMissing() -> Bool? {
      do throws(LoadFailure) {
        _ = try DatasetLoader.load(directory: directory.path)
        return nil
      } catch {
        return error.isMissing
      }
    }
    #expect(isMissing() == true)
    try directory.write("{", to: "figures.json")
    #expect(isMissing() == false)
  }
}
