import CVTerm
import Glibc

/// A program in a terminal of its own: types its keys, reads its screen, and sees how it ends.
final class PseudoTerminal {
  /// How a program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let process: pid_t
  let screen: VirtualScreen
  /// Everything the program has written.
  private(set) var output: [UInt8] = []
  private var master: Int32
  /// Kept open, so that the terminal outlives the program and its line discipline can be compared.
  private var slave: Int32
  private let lineDiscipline: [UInt8]
  private var ending: Ending?

  /// Starts `command` (a path and arguments) as the leader of a session on a new terminal.
  ///
  /// - Parameter environment: added to TERM=xterm-256color, LC_ALL=C.UTF-8 and a search path; nothing else is passed
  ///   on, so that a test does not depend on who runs it. An empty value is passed as such.
  init(
    _ command: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    if qj_openpty(&master, &slave, &name) != 0 {
      throw Failure(description: "no pseudo terminal: errno \(errno)")
    }
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.master, self.slave) = (master, slave)
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    screen = VirtualScreen(columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24)
    Self.setSize(of: master, columns: columns, rows: rows)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    lineDiscipline = Self.lineDiscipline(of: slave)
    let defaults = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/",
      "TZ": "UTC0",
    ]
    process = try Self.spawn(command, on: path, defaults.merging(environment) { $1 })
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      kill(process, SIGCONT)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close()
  }

  /// Closes the window: the terminal is gone for the program.
  func close() {
    for descriptor in [slave, master] where descriptor >= 0 { _ = Glibc.close(descriptor) }
    slave = -1
    master = -1
  }

  // MARK: Doing

  func type(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
  }

  /// Types as many of the bytes as the terminal takes now.
  func offer(_ bytes: ArraySlice<UInt8>) -> Int {
    max(0, bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) })
  }

  func signal(_ number: Int32) { kill(process, number) }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  // MARK: Seeing

  /// Reads until `condition` holds for the lines of the screen; false after so many seconds.
  @discardableResult
  func wait(seconds: Double = 20, until condition: ([String]) -> Bool) -> Bool {
    let deadline = Self.now + Int(seconds * 1000)
    repeat {
      read()
      if condition(screen.lines) { return true }
      pause()
    } while Self.now < deadline
    return false
  }

  /// Reads until a row of the screen contains one of `texts`.
  @discardableResult
  func wait(seconds: Double = 20, for texts: String...) -> Bool {
    wait(seconds: seconds) { lines in lines.contains { line in texts.contains { line.contains($0) } } }
  }

  /// Reads until the program waits: it has taken all that was typed, sleeps, and writes nothing; false after so many
  /// seconds.
  @discardableResult
  func settle(seconds: Double = 20) -> Bool {
    var (length, quiet) = (-1, 0)
    return wait(seconds: seconds) { _ in
      quiet = isSleeping && untaken == 0 && output.count == length ? quiet + 1 : 0
      length = output.count
      return quiet == 3
    }
  }

  /// Waits for the program to end.
  ///
  /// - Parameter isReading: false to behave like a client that is frozen.
  func end(within seconds: Double = 30, isReading: Bool = true) -> Ending? {
    let deadline = Self.now + Int(seconds * 1000)
    while ending == nil, Self.now < deadline {
      if isReading { read() }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let number = status & 0x7F
        ending = number == 0 ? .exited(status >> 8 & 0xFF) : .killed(number)
      } else {
        pause()
      }
    }
    if ending != nil { read() }
    return ending
  }

  /// Whether the program has ended by now.
  var hasEnded: Bool { end(within: 0.02) != nil }

  /// Whether the line discipline is the one from before the program.
  var isLineDisciplineRestored: Bool { Self.lineDiscipline(of: slave) == lineDiscipline }

  /// Whether everything that the program changed about the terminal is as it was.
  var isRestored: Bool { isLineDisciplineRestored && !screen.isAlternate && screen.isCursorVisible }

  /// The processor time of the program so far, in seconds.
  var processorTime: Double {
    guard let stat = try? Self.contents(of: "/proc/\(process)/stat") else { return 0 }
    let fields = stat.split(separator: ")").last.map { $0.split(separator: " ") } ?? []
    let ticks = [11, 12].reduce(0) { sum, index in sum + (fields.count > index ? Int(fields[index]) ?? 0 : 0)
    }
    return Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The process that the program started first, if that is still there.
  var firstChild: pid_t? {
    let children = try? Self.contents(of: "/proc/\(process)/task/\(process)/children")
    return children?.split(separator: " ").first.flatMap { pid_t($0) }
  }

  /// How many bytes wait to be read from the terminal.
  var unread: Int {
    var count: Int32 = 0
    return ioctl(master, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  /// How many of the typed bytes the program has not read; as long as it reads byte by byte.
  private var untaken: Int {
    var count: Int32 = 0
    return ioctl(slave, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  private var isSleeping: Bool {
    let stat = try? Self.contents(of: "/proc/\(process)/stat")
    return stat?.split(separator: ")").last?.hasPrefix(" S") ?? false
  }

  /// Whether the program can write nothing more until somebody reads.
  var isFull: Bool {
    var descriptor = [pollfd(fd: slave, events: Int16(POLLOUT), revents: 0)]
    return poll(&descriptor, 1, 0) == 0
  }

  func read() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while master >= 0 {
      let count = Glibc.read(master, &buffer, buffer.count)
      if count <= 0 { return }
      output += buffer[..<count]
      screen.feed(buffer[..<count])
    }
  }

  /// A moment in which the program can do something, shorter when it writes.
  func pause() {
    var descriptor = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
    if unread > 0 || poll(&descriptor, 1, 10) > 0 { usleep(2000) }
  }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
