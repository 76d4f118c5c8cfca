import Dispatch
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
  @Test func `files that do not answer are told, and told again when they do`() throws {
    let directory = try TemporaryDirectory()
    let fifo = directory.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
    let begun = DispatchSemaphore(value: 0)
    let reader = try DatasetReader(directory.path) { link in
      return {
        guard link.send(.alive) else { return false }
        begun.signal()
        let end = open(fifo, O_RDONLY | O_CLOEXEC)
        close(end)
        return link.send(.failed([])) && link.send(.alive)
      }
    }
    #expect(reader.news(now: 1000) == nil)
    #expect(begun.wait(timeout: .now() + 60) == .success)
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

  @Test func `when the files answer again and nothing changed, the last news holds`() throws {
    let directory = try copy()
    let feed = DatasetFeed(directory: directory.path)
    let reader = try DatasetReader(feed, known: try DatasetLoader.load(directory: directory.path))
    _ = reader.news(now: 0)
    // By this clock the thread has been silent; it lives, and says so at the next look.
    var isTold = false
    if case .failed = reader.news(now: 60_000) { isTold = true }
    if !isTold { if case .failed = reader.news(now: 120_000) { isTold = true } }
    #expect(isTold)
    var again: DatasetReader.News?
    for _ in 0..<500 where again == nil {
      usleep(20_000)
      again = reader.news(now: 121_000)
    }
    guard case .loaded = again else {
      Issue.record("the known data should hold again")
      return
    }
  }

  @Test func `a thread that computes is not called silent`() throws {
    let (begun, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let reader = try DatasetReader("/nowhere") { link in
      return {
        _ = link.send(.computing)
        begun.signal()
        end.wait()
        return false
      }
    }
    defer { end.signal() }
    #expect(begun.wait(timeout: .now() + 60) == .success)
    #expect(reader.news(now: 0) == nil)
    #expect(reader.news(now: 60_000) == nil)
    #expect(reader.news(now: 120_000) == nil)
  }

  @Test func `a reader leaves no descriptor and no thread behind`() throws {
    let directory = try copy()
    func count(_ path: String) -> Int {
      guard let handle = opendir(path) else { return -1 }
      defer { closedir(handle) }
      var count = 0
      while readdir(handle) != nil { count += 1 }
      return count
    }
    let before = count("/proc/self/fd")
    var readers = try (0..<20).map { _ in try DatasetReader(directory: directory.path) }
    for reader in readers { #expect(wait(for: reader) != nil) }
    #expect(count("/proc/self/fd") > before + 20)
    readers = []
    var after = count("/proc/self/fd")
    for _ in 0..<100 where after > before + 10 {
      usleep(100_000)
      after = count("/proc/self/fd")
    }
    #expect(after <= before + 10)
  }
}

extension DatasetReader.News? {
  fileprivate static func == (left: Self, right: ExpressibleByNilLiteral) -> Bool {
    if case .none = left { true } else { false }
  }

  fileprivate static func != (left: Self, right: ExpressibleByNilLiteral) -> Bool { !(left == right) }
}
