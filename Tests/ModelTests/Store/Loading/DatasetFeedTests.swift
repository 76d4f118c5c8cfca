import Glibc
import Testing

@testable import Store

struct DatasetFeedTests {
  /// A copy of a small dataset that can be changed.
  private struct Place {
    let directory: TemporaryDirectory
    let feed: DatasetFeed

    init() throws {
      directory = try TemporaryDirectory()
      for file in try InputFile.readDirectory(Repository.path("fixtures/small")) {
        try directory.write(file.bytes, to: file.name)
      }
      feed = DatasetFeed(directory: directory.path)
    }

    /// What comes of the present state once it is calm.
    func settle(at now: Int = 0) -> DatasetFeed.News? {
      feed.check(now: now) ?? feed.check(now: now + DatasetFeed.calm)
    }

    /// Puts another text into a file, by a file beside it that takes its place.
    func replace(_ old: String, by new: String, in name: String) throws {
      let file = try InputFile.read(path: directory.path(name), name: name)
      let text = String(decoding: file.bytes, as: UTF8.self)
      try #require(text.contains(old))
      try directory.write(text.replacing(old, with: new), to: "new")
      try #require(rename(directory.path("new"), directory.path(name)) == 0)
    }
  }

  @Test func `a directory that stays as it is brings nothing`() throws {
    let place = try Place()
    #expect(place.settle() == nil)
    #expect(place.feed.timeout == DatasetFeed.interval)
  }

  @Test func `a file that was replaced is read when it is calm`() throws {
    let place = try Place()
    try place.replace("\"id\"", by: "\"id\" ", in: "clusters.json")
    #expect(place.feed.check(now: 0) == nil)
    #expect(place.feed.timeout == DatasetFeed.calm)
    #expect(place.feed.check(now: DatasetFeed.calm - 1) == nil)
    guard case .loaded = place.feed.check(now: DatasetFeed.calm) else {
      Issue.record("it should have been loaded")
      return
    }
    #expect(place.settle(at: 1000) == nil)
  }

  @Test func `changes that go on are not waited for without end`() throws {
    let place = try Place()
    var news: DatasetFeed.News?
    var now = 0
    while news == nil, now < 2 * DatasetFeed.patience {
      try place.replace("\"id\"", by: "\"id\" ", in: "clusters.json")
      news = place.feed.check(now: now)
      now += DatasetFeed.calm / 2
    }
    #expect(news != nil)
    #expect(now >= DatasetFeed.patience)
  }

  @Test func `a fault is reported once, with its place, and its correction is told again`() throws {
    let place = try Place()
    try place.directory.write("{\"clusters\": [", to: "clusters.json")
    guard case .failed(let diagnostics) = place.settle() else {
      Issue.record("it should have failed")
      return
    }
    #expect(diagnostics.first?.path == place.directory.path("clusters.json"))
    #expect(diagnostics.first?.line == 1)
    #expect(place.settle(at: 1000) == nil)

    let good = try InputFile.read(
      path: "\(Repository.path("fixtures/small"))/clusters.json", name: "clusters.json")
    try place.directory.write(good.bytes, to: "clusters.json")
    guard case .loaded = place.settle(at: 2000) else {
      Issue.record("it should have been loaded")
      return
    }
  }

  @Test func `a directory that is gone is a fault until it is back`() throws {
    let place = try Place()
    let hidden = place.directory.path + ".gone"
    try #require(rename(place.directory.path, hidden) == 0)
    guard case .failed(let diagnostics) = place.settle() else {
      Issue.record("it should have failed")
      return
    }
    #expect(diagnostics.map(\.fault) == [.directoryMissing])
    try #require(rename(hidden, place.directory.path) == 0)
    // Nothing in it has changed: it is the same data as before.
    guard case .loaded = place.settle(at: 1000) else {
      Issue.record("it should have been loaded")
      return
    }
  }

  @Test func `files that are not data are not looked at`() throws {
    let place = try Place()
    try place.directory.write("x", to: "notes.txt")
    try place.directory.write("x", to: ".figures.json.swp")
    #expect(place.settle() == nil)
  }

  @Test func `a change makes the descriptor readable, a replaced directory as well`() throws {
    let place = try Place()
    let descriptor = try #require(place.feed.descriptor)
    func isReadable() -> Bool {
      var wait = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      return poll(&wait, 1, 2000) == 1
    }
    try place.directory.write("{}", to: "clusters.json")
    #expect(isReadable())
    _ = place.settle()

    let hidden = place.directory.path + ".gone"
    try #require(rename(place.directory.path, hidden) == 0)
    #expect(isReadable())
    try #require(rename(hidden, place.directory.path) == 0)
  }

  @Test func `events outside the directory are ignored`() throws {
    let parent = try TemporaryDirectory()
    let path = parent.path("data")
    try #require(mkdir(path, 0o755) == 0)
    var watch = DirectoryWatch(path)
    #expect(watch.drain() == .nowhere)
    try parent.write("x", to: "log")
    #expect(watch.drain() == .elsewhere)
    try parent.write("{}", to: "data/clusters.json")
    #expect(watch.drain() == .directory)
    try parent.write("x", to: "data/notes.txt")
    _ = watch.drain()
    try parent.write("y", to: "data/notes.txt")
    #expect(watch.drain() == .elsewhere)

    try #require(rename(path, parent.path("data.old")) == 0)
    #expect(watch.drain() == .directory)
    try #require(mkdir(path, 0o755) == 0)
    #expect(watch.drain() == .directory)
    watch.renew()
    try parent.write("{}", to: "data.old/clusters.json")
    #expect(watch.drain() != .directory)
    try parent.write("{}", to: "data/clusters.json")
    #expect(watch.drain() == .directory)
    try #require(chmod(path, 0o700) == 0)
    #expect(watch.drain() == .directory)
  }

  @Test func `a switched link is reported, and its old directory is no longer watched`() throws {
    let parent = try TemporaryDirectory()
    for version in ["1", "2"] { try #require(mkdir(parent.path(version), 0o755) == 0) }
    func link(to version: String) throws {
      try #require(symlink(version, parent.path("next")) == 0)
      try #require(rename(parent.path("next"), parent.path("current")) == 0)
    }
    try link(to: "1")
    var watch = DirectoryWatch(parent.path("current"))
    try link(to: "2")
    #expect(watch.drain() == .directory)
    watch.renew()
    _ = watch.drain()
    try parent.write("{}", to: "1/clusters.json")
    #expect(watch.drain() == .nowhere)
    try parent.write("{}", to: "2/clusters.json")
    #expect(watch.drain() == .directory)
  }

  @Test func `a directory that is its own parent is watched in full`() throws {
    let parent = try TemporaryDirectory()
    try parent.write("{}", to: "clusters.json")
    let watch = DirectoryWatch(parent.path("."))
    _ = watch.drain()
    // Only what is written is told of, no name.
    try parent.write("{ }", to: "clusters.json")
    #expect(watch.drain() == .directory)
  }

  @Test func `a directory is watched again after its return`() throws {
    let parent = try TemporaryDirectory()
    for name in ["1", "2"] { try #require(mkdir(parent.path(name), 0o755) == 0) }
    try #require(symlink("1", parent.path("current")) == 0)
    var watch = DirectoryWatch(parent.path("current"))
    try #require(rename(parent.path("1"), parent.path("old")) == 0)
    #expect(watch.drain() == .directory)
    // It leads nowhere now.
    watch.renew()
    _ = watch.drain()
    try #require(rename(parent.path("2"), parent.path("1")) == 0)
    #expect(watch.drain() == .directory)
  }

  @Test func `files that change without end are read once a second and looked at in steps`() throws {
    let place = try Place()
    var reads = 0
    var looks = 0
    // Every 10 ms for 5 s; each reading is overtaken by the next change.
    for now in stride(from: 0, to: 5000, by: 10) {
      try place.directory.write(String(repeating: " ", count: now / 10 + 1), to: "notes.json")
      _ = place.feed.check(now: now) {
        reads += 1
        try? place.directory.write("{\(now)", to: "notes.json")
      }
      if place.feed.timeout == DatasetFeed.calm { looks += 1 }
    }
    #expect((3...5).contains(reads) && looks <= 110)
  }

  @Test func `a busy place beside the directory neither hastens a look nor puts it off`() throws {
    let place = try Place()
    // What a link leads to is not watched.
    let target = try TemporaryDirectory()
    let file = place.directory.path("clusters.json")
    try target.write(try InputFile.read(path: file, name: "clusters.json").bytes, to: "real")
    try #require(remove(file) == 0 && symlink(target.path("real"), file) == 0)
    guard case .some = place.settle() else {
      Issue.record("the link was not seen")
      return
    }
    // A second after the last look, whatever others do beside it meanwhile.
    let look = DatasetFeed.calm + 1000
    _ = place.feed.check(now: look)
    try target.write("{}", to: "real")
    let beside = place.directory.path + ".log"
    close(open(beside, O_CREAT | O_WRONLY, 0o600))
    defer { unlink(beside) }
    #expect(place.feed.check(now: look + 200) == nil && place.feed.timeout == 800)
    unlink(beside)
    #expect(place.feed.check(now: look + 300) == nil && place.feed.timeout == 700)
    #expect(place.feed.check(now: look + 1000) == nil && place.feed.timeout == DatasetFeed.calm)
  }
}

extension DatasetFeed.News? {
  fileprivate static func == (left: Self, right: ExpressibleByNilLiteral) -> Bool {
    if case .none = left { true } else { false }
  }
}
