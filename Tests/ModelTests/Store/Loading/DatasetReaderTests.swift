import Glibc
import Testing

@testable import Store

/// The thread that reads: what it finds comes over, and when it hangs nobody else does.
@Suite(.serialized) struct DatasetReaderTests {
  private func copy() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for file in try InputFile.readDirectory(Repository.path("fixtures/small")) {
      try directory.write(file.bytes, to: file.name)
    }
    return directory
  }

  private func wait(for reader: DatasetReader) -> DatasetReader.News? {
    var ready = [pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)]
    poll(&ready, 1, 20_000)
    return reader.news(now: 0)
  }

  @Test func `the first state comes over, then what changes`() throws {
    let directory = try copy()
    let reader = try DatasetReader(directory: directory.path)
    guard case .loaded(let loaded) = wait(for: reader) else {
      Issue.record("it should have been loaded")
      return
    }
    #expect(loaded.dataset.info.id == "testshire")
    try directory.write("{", to: "figures.json")
    guard case .failed(let diagnostics) = wait(for: reader) else {
      Issue.record("it should have failed")
      return
    }
    #expect(diagnostics.first?.path == directory.path("figures.json"))
  }

  @Test func `a change after the first reading is not missed`() throws {
    let directory = try copy()
    let feed = DatasetFeed(directory: directory.path)
    let known = try DatasetLoader.load(directory: directory.path)
    try directory.write("{", to: "figures.json")
    let reader = try DatasetReader(feed, known: known)
    guard case .failed = wait(for: reader) else {
      Issue.record("it should have failed")
      return
    }
  }

  /// Opens a FIFO that nobody writes to: that waits for ever, as a network file system does.
  @Test func `files that do not answer are reported, and told again when they do`() throws {
    let directory = try TemporaryDirectory()
    let fifo = directory.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
    let waits = Signal()
    let reader = try DatasetReader(directory.path) { link in
      return {
        guard link.send(.alive) else { return false }
        waits.send()
        let end = open(fifo, O_RDONLY | O_CLOEXEC)
        close(end)
        return link.send(.failed([])) && link.send(.alive)
      }
    }
    #expect(reader.news(now: 1000) == nil)
    try #require(waits.wait())
    #expect(reader.news(now: 2000) == nil)
    #expect(reader.news(now: 2000 + DatasetReader.patience) == nil)
    guard case .failed(let diagnostics) = reader.news(now: 2001 + DatasetReader.patience) else {
      Issue.record("silence should have been told")
      return
    }
    #expect(diagnostics.map(\.fault) == [.notAnswering])
    #expect(diagnostics.first?.path == directory.path)
    #expect(reader.news(now: 9000 + DatasetReader.patience) == nil)
    let end = open(fifo, O_WRONLY | O_CLOEXEC)
    close(end)
    guard case .failed(let news) = wait(for: reader) else {
      Issue.record("it should have told what it found")
      return
    }
    #expect(news.isEmpty)
  }

  @Test func `when the files are readable again and unchanged, the last state holds`() throws {
    let directory = try copy()
    let feed = DatasetFeed(directory: directory.path)
    let reader = try DatasetReader(feed, known: try DatasetLoader.load(directory: directory.path))
    // By this clock a minute passes from one look to the next; the thread sends a sign once a second.
    var now = 0
    let isTold = eventually {
      now += 60_000
      if case .failed = reader.news(now: now) { return true }
      return false
    }
    #expect(isTold)
    var again: DatasetReader.News?
    _ = eventually {
      again = reader.news(now: now)
      return again != nil
    }
    guard case .loaded = again else {
      Issue.record("the known data should hold again")
      return
    }
  }

  @Test func `a thread that computes is not called silent`() throws {
    let (computes, isDone) = (Signal(), Signal())
    defer { isDone.send() }
    let reader = try DatasetReader("/nowhere") { link in
      return {
        _ = link.send(.computing)
        computes.send()
        isDone.wait()
        return false
      }
    }
    try #require(computes.wait())
    #expect(reader.news(now: 0) == nil)
    #expect(reader.news(now: 60_000) == nil)
    #expect(reader.news(now: 120_000) == nil)
  }

  @Test func `a reader leaves no descriptor and no thread behind`() throws {
    let directory = try copy()
    var status = stat()
    try #require(stat(directory.path, &status) == 0)
    // The thread ends with its feed, and so with the watch of the directory.
    let watch = " ino:\(String(status.st_ino, radix: 16)) "
    func isWatched() -> Bool {
      Repository.names(in: "/proc/self/fdinfo").contains { name in
        (try? Repository.text(atPath: "/proc/self/fdinfo/\(name)"))?.range(of: watch) != nil
      }
    }
    var pipes: Set<String> = []
    for _ in 0..<3 {
      let reader = try DatasetReader(directory: directory.path)
      #expect(wait(for: reader) != nil)
      #expect(isWatched())
      pipes.insert(target(of: "\(reader.descriptor)"))
    }
    #expect(pipes.count == 3 && pipes.allSatisfy { $0.hasPrefix("pipe:") })
    func isOpen() -> Bool {
      Repository.names(in: "/proc/self/fd").contains { pipes.contains(target(of: $0)) }
    }
    #expect(eventually { !isWatched() && !isOpen() })
  }

  /// What one of the open descriptors refers to: `pipe:[4711]`.
  private func target(of descriptor: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.bindMemory(to: CChar.self).baseAddress.map { readlink("/proc/self/fd/\(descriptor)", $0, 255) }
        ?? 0
    }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

extension DatasetReader.News? {
  fileprivate static func == (left: Self, right: ExpressibleByNilLiteral) -> Bool {
    if case .none = left { true } else { false }
  }

  fileprivate static func != (left: Self, right: ExpressibleByNilLiteral) -> Bool { !(left == right) }
}
