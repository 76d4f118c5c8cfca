import Glibc
import Testing

@testable import Output
@testable import Store

@Suite struct NewFileTests {
  @Test func neverTakesOverAName() throws {
    let directory = try TemporaryDirectory()
    let names = try (1...3).map { try NewFile.write([UInt8(48 + $0)], named: "a.md", in: directory.path) }
    #expect(names == ["a.md", "a-2.md", "a-3.md"])
    let files = ["a.md", "a-2.md", "a-3.md"]
    let contents = try files.map { try InputFile.read(path: directory.path($0), name: $0).bytes }
    #expect(contents == [[49], [50], [51]])
  }

  @Test func aDirectoryThatIsNotThereIsAFailure() {
    #expect(throws: NewFile.Failure.self) { try NewFile.write([1], named: "a.md", in: "/nonexistent") }
  }

  @Test func reasonsAreSaidInWords() {
    #expect(NewFile.Failure(number: ENOSPC).name.zh == "磁盘已满")
    #expect(NewFile.Failure(number: EROFS).name.en == "the directory cannot be written")
  }
}
