import Glibc
import Testing

@testable import Domain
@testable import Output
@testable import Store

/// Files of a dataset are files of its directory.
struct FileLinkTests {
  /// `data` with a copy of the small dataset, and beside it what must not be read.
  private func place() throws -> TemporaryDirectory {
    let place = try TemporaryDirectory()
    try place.run(
      "mkdir data && cp \(Repository.path("fixtures/small"))/*.json data && echo 'root:$6$secret:' > shadow")
    return place
  }

  private func messages(_ directory: String) -> [String] {
    do throws(LoadFailure) {
      return try DatasetLoader.load(directory: directory).warnings.map { $0.message(.en) }
    } catch {
      return error.diagnostics.map { $0.message(.en) }
    }
  }

  @Test func `a link out of the directory is refused, and nothing of it is quoted`() throws {
    let place = try place()
    try place.run("ln -sf ../shadow data/conflicts.json")
    #expect(
      messages(place.path("data")) == [
        "\(place.path("data"))/conflicts.json: error: link to a file outside the directory, not read; "
          + "copy the file, or link the whole directory"
      ])
  }

  @Test func `so is one by way of a directory that is a link`() throws {
    let place = try place()
    try place.run(
      "mkdir other && mv shadow other/x.json && ln -s ../other data/sub && ln -sf sub/x.json data/conflicts.json"
    )
    #expect(messages(place.path("data")).first?.contains("link to a file outside the directory") == true)
    #expect(!messages(place.path("data")).joined().contains("secret"))
  }

  @Test func `links inside the directory and a link to the directory are followed`() throws {
    let place = try place()
    try place.run(
      "mkdir data/..v1 && mv data/conflicts.json data/..v1/ && ln -s ..v1 data/..data "
        + "&& ln -s ..data/conflicts.json data/conflicts.json && ln -s data current")
    #expect(messages(place.path("current")).isEmpty)
  }

  @Test func `a dangling link is reported as one`() throws {
    let place = try place()
    try place.run("ln -sf nothing data/conflicts.json")
    #expect(
      messages(place.path("data")) == [
        "\(place.path("data"))/conflicts.json: error: cannot be read: No such file or directory"
      ])
  }

  @Test func `configuration may be linked where only its owner writes, and is not quoted`() throws {
    let place = try TemporaryDirectory()
    try place.run("mkdir own shared && chmod 755 own && chmod 777 shared && echo 'root:$6$secret:' > shadow")
    for directory in ["own", "shared"] { try place.run("ln -s ../shadow \(directory)/config.json") }
    func fault(_ directory: String) -> String {
      let path = place.path("\(directory)/config.json")
      do throws(Diagnostic) {
        let file = try InputFile.read(path: path, name: "config.json", links: .fromOwnDirectory)
        return ConfigurationFile.read(file).1.map { $0.message(.en) }.joined()
      } catch {
        return error.message(.en)
      }
    }
    #expect(fault("own").hasSuffix("config.json:1:1: error: not valid JSON: found '…'; expected a value"))
    #expect(fault("shared").contains("link to a file outside the directory"))
  }

  @Test func `a replacement is written in the same directory`() throws {
    let place = try place()
    try place.run(
      "ln -sf ../shadow data/figures-x.json && mkdir data/v && cp shadow data/v/y.json && ln -s v/y.json data/y.json"
    )
    func replace(_ name: String) throws {
      var replacement = FileReplacement()
      try replacement.replace([
        InputFile(path: place.path("data/\(name)"), name: name, bytes: Array("new".utf8))
      ])
    }
    #expect(throws: Diagnostic.self) { try replace("figures-x.json") }
    #expect(try place.text("shadow").hasPrefix("root:"))
    try replace("y.json")
    #expect(try place.text("data/v/y.json") == "new")
  }
}

/// Names that are not UTF-8.
struct FileNameTests {
  @Test(arguments: [
    ("figures.json", "figures.json"), ("数据.json", "数据.json"),
  ])
  func `a UTF-8 locale name is recognised`(name: String, shown: String) {
    #expect(FileName.text(Array(name.utf8)) == name)
    #expect(FileName.shown(name) == shown && FileName.bytes(name) == Array(name.utf8))
  }

  @Test(
    arguments: [
      // 中 in GBK; a lone byte between ASCII; a character that is cut off; what stands for bytes itself; a surrogate.
      ([0xD6, 0xD0], #"\xD6\xD0"#), ([0x61, 0xFF, 0x62], #"a\xFFb"#), ([0x61, 0xE4, 0xB8], #"a\xE4\xB8"#),
      ([0xF4, 0x8F, 0xBF, 0xBF], #"\xF4\x8F\xBF\xBF"#),
      ([0xED, 0xA0, 0x80, 0xE4, 0xB8, 0xAD], #"\xED\xA0\x80中"#),
    ] as [([UInt8], String)])
  func `any other leads back to its bytes, and is shown escaped`(bytes: [UInt8], shown: String) {
    let text = FileName.text(bytes)
    #expect(FileName.bytes(text) == bytes)
    #expect(FileName.shown(text) == shown)
  }

  @Test func `such files are read, and their faults have a place`() throws {
    let place = try TemporaryDirectory()
    try place.run("cp \(Repository.path("fixtures/small"))/*.json .")
    try place.run("mv projects.json \"$(printf 'projects-\\326\\320.json')\"")
    let loaded = try DatasetLoader.load(directory: place.path)
    #expect(loaded.dataset.projects["gear-works"] != nil)
    try place.run("printf '{' > \"$(printf 'figures-\\326\\320.json')\"")
    let failure = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: place.path) }
    let message = failure?.diagnostics.first?.message(.en) ?? ""
    #expect(message.contains(#"/figures-\xD6\xD0.json:1:2: error: not valid JSON"#), "\(message)")
  }
}

extension TemporaryDirectory {
  /// Runs a line of shell in it.
  fileprivate func run(_ command: String) throws {
    let (status, output) = Shell.run("cd '\(path)' && \(command)")
    try #require(status == 0, "\(command): \(output)")
  }

  fileprivate func text(_ name: String) throws -> String { Shell.run("cat '\(path(name))'").output }
}
