import Glibc

/// Follows a directory of data on its own thread, so that files that do not respond block nothing else.
///
/// A network file system that goes away blocks every caller, for minutes or for ever. The thread makes all the calls;
/// its results come through a pipe as single values, and nothing else is shared.
package final class DatasetReader {
  /// A result to report.
  package enum News: Sendable {
    case loaded(DatasetLoader.Loaded)
    /// All faults of the files.
    case failed([Diagnostic])
  }

  /// The time without a sign of life, in milliseconds, after which the files count as not responding.
  static let patience = 5000

  /// Readable when ``news(now:)`` has something to return.
  package let descriptor: Int32
  /// Receives one byte for each sign of life of the thread.
  private let signs: Int32
  private let path: String
  private var lastSign: Int?
  /// Whether the thread is computing, and silent for as long as that takes.
  private var isComputing = false
  private var isSilent = false
  /// The last news reported; it holds again when the files respond again.
  private var last: News?

  /// Starts following `path`; its present state is the first news.
  ///
  /// - Throws: the system's error when a thread or pipe cannot be created.
  package convenience init(directory path: String) throws(SystemError) {
    try self.init(path) { link in
      // Created on this thread, because opening the directory may already block.
      let feed = DatasetFeed(directory: path)
      feed.forget()
      return { link.follow(feed) }
    }
  }

  /// Continues with a feed that was begun before `known` was read. Nothing else may use the feed afterwards.
  ///
  /// - Throws: the system's error when a thread or pipe cannot be created.
  package convenience init(_ feed: DatasetFeed, known: DatasetLoader.Loaded) throws(SystemError) {
    feed.remember(known)
    nonisolated(unsafe) let feed = feed
    try self.init(feed.path) { link in { link.follow(feed) } }
    last = .loaded(known)
  }

  /// - Parameter work: called on the thread; the closure it returns is called repeatedly until it returns false.
  init(_ path: String, work: @escaping @Sendable (Link) -> () -> Bool) throws(SystemError) {
    let news = try Self.pipe()
    let life: (reading: Int32, writing: Int32)
    do throws(SystemError) {
      life = try Self.pipe()
    } catch {
      close(news.reading)
      close(news.writing)
      throw error
    }
    (self.path, descriptor, signs) = (path, news.reading, life.reading)
    try Self.start(Link(news: news.writing, signs: life.writing), work)
  }

  deinit {
    take()
    // The thread sees that the reader is gone, and ends.
    close(descriptor)
    close(signs)
  }

  /// The longest time to wait before calling ``news(now:)`` again, in milliseconds, so that silence is noticed.
  package var timeout: Int { Self.patience }

  /// Returns the latest news; nil when there is none.
  ///
  /// - Parameter now: a monotonic clock, in milliseconds.
  package func news(now: Int) -> News? {
    listen(now)
    if let news = take() {
      last = news
      isSilent = false
      return news
    }
    let isLate = !isComputing && now - (lastSign ?? now) > Self.patience
    if isLate == isSilent { return nil }
    isSilent = isLate
    guard isLate else { return last }
    return .failed([Diagnostic(path: path, line: nil, column: nil, fault: .notAnswering)])
  }

  private func listen(_ now: Int) {
    if lastSign == nil { lastSign = now }
    var bytes = [UInt8](repeating: 0, count: 256)
    while case let count = read(signs, &bytes, bytes.count), count > 0 {
      lastSign = now
      isComputing = bytes[count - 1] == Link.Sign.computing.rawValue
    }
  }

  /// Returns the latest value in the pipe and drops older ones; nil when it is empty.
  @discardableResult
  private func take() -> News? {
    var news: News?
    var address: UInt = 0
    while read(descriptor, &address, MemoryLayout<UInt>.size) == MemoryLayout<UInt>.size {
      guard let pointer = UnsafeRawPointer(bitPattern: address) else { continue }
      news = Unmanaged<Parcel>.fromOpaque(pointer).takeRetainedValue().news
    }
    return news
  }
}

/// The object whose address goes through the pipe.
private final class Parcel: Sendable {
  let news: DatasetReader.News

  init(_ news: DatasetReader.News) { self.news = news }
}

extension DatasetReader {
  /// The thread's end of the pipes.
  struct Link: Sendable {
    enum Sign: UInt8 {
      case alive = 1
      /// All files are read; parsing them may take any time.
      case computing = 2
    }

    let news: Int32
    let signs: Int32

    /// Returns false when the reader is gone.
    func send(_ sign: Sign) -> Bool {
      var byte = sign.rawValue
      // A full pipe already holds enough signs.
      return write(signs, &byte, 1) == 1 || errno == EAGAIN
    }

    func send(_ value: News) -> Bool {
      let parcel = Unmanaged.passRetained(Parcel(value))
      var address = UInt(bitPattern: parcel.toOpaque())
      while true {
        if write(news, &address, MemoryLayout<UInt>.size) == MemoryLayout<UInt>.size { return true }
        if errno == EAGAIN {
          // The pipe is full: wait for the reader.
          usleep(10_000)
        } else if errno != EINTR {
          parcel.release()
          return false
        }
      }
    }

    /// Waits for a change, at most for the feed's timeout, then checks. Returns false when the reader is gone.
    func follow(_ feed: DatasetFeed) -> Bool {
      guard send(.alive) else { return false }
      var change = [pollfd(fd: feed.descriptor ?? -1, events: Int16(POLLIN), revents: 0)]
      _ = poll(&change, 1, Int32(clamping: feed.timeout))
      switch feed.check(now: Self.now, whenRead: { _ = send(.computing) }) {
      case .loaded(let loaded):
        defer { ThreadStack.trim() }
        return send(.loaded(loaded))
      case .failed(let diagnostics): return send(.failed(diagnostics))
      case nil: return true
      }
    }

    private static var now: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
  }

  /// The arguments of the thread.
  private final class Job {
    let link: Link
    let work: (Link) -> () -> Bool

    init(_ link: Link, _ work: @escaping (Link) -> () -> Bool) {
      self.link = link
      self.work = work
    }

    func run() {
      let step = work(link)
      while step() {}
      close(link.news)
      close(link.signs)
    }
  }

  private static func pipe() throws(SystemError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SystemError(number: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }

  /// Starts the thread with all signals blocked except those of a crash; the others belong to the thread that draws.
  private static func start(_ link: Link, _ work: @escaping (Link) -> () -> Bool) throws(SystemError) {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&blocked, number) }
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // As large as that of the main thread, so that both can read the same files.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let job = Unmanaged.passRetained(Job(link, work))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, job.toOpaque())
    guard error == 0 else {
      job.release()
      close(link.news)
      close(link.signs)
      throw SystemError(number: error)
    }
  }
}
