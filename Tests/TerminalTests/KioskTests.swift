import Glibc
import Testing

/// The kiosk as visitors and keepers meet it.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct KioskTests {
  /// A directory of data that is replaced in every way there is.
  private struct Place {
    let base: String
    var path: String { "\(base)/data" }

    init() throws {
      var template = Array("/tmp/qjboard-kiosk-XXXXXX".utf8CString)
      base = String(cString: try #require(mkdtemp(&template)))
      try run("mkdir data v1 && cp \(Place.small)/*.json data/ && cp \(Place.small)/*.json v1/")
    }

    static var small: String { "\(Place.package)/fixtures/small" }
    private static let package =
      "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// Runs a line of shell in the directory above the data.
    func run(_ command: String) throws { try #require(system("cd \(base) && \(command)") == 0, "\(command)") }

    /// Shell that makes the directory `from` with another name of the district.
    func renamed(_ name: String, to directory: String) -> String {
      "rm -rf \(directory) && cp -r v1 \(directory) && sed -i 's/\\(\"short\".*\"en\": *\"\\)[^\"]*/\\1\(name)/' "
        + "\(directory)/dataset.json"
    }

    func remove() { _ = system("rm -rf \(base)") }
  }

  private func start(_ arguments: [String] = [], _ data: String? = nil) throws -> PseudoTerminal {
    let data = data.map { ["--data", $0] } ?? []
    return try PseudoTerminal(
      [Program.path, "kiosk", "--lang", "en"] + data + arguments, columns: 120, rows: 36)
  }

  /// Whether it still shows a page, reacts to an arrow, and holds the terminal.
  private func isAlive(_ terminal: PseudoTerminal) -> Bool {
    shows("Overview", after: "1", terminal) && shows("Clusters", after: "2", terminal) && !terminal.hasEnded
      && terminal.screen.isAlternate
  }

  /// Whether a key leads to a page. What comes with a burst belongs to the burst, so the key is typed again.
  private func shows(_ page: String, after key: String, _ terminal: PseudoTerminal) -> Bool {
    (0..<20).contains { _ in
      terminal.type(key)
      return terminal.wait(seconds: 1) { $0[0...1].contains { $0.contains(" \(page) ") } }
    }
  }

  @Test func `the system refuses what it does not do`() throws {
    let terminal = try start()
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    let status = try PseudoTerminal.contents(of: "/proc/\(terminal.process)/status")
    #expect(status.contains("Seccomp:\t2\n"))
    #expect(status.contains("NoNewPrivs:\t1\n"))
    #expect(isAlive(terminal))
  }

  @Test func `no key leaves, stops or freezes it`() throws {
    let terminal = try start()
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    for control in 0x01...0x1F {
      terminal.type(String(Character(Unicode.Scalar(UInt8(control)))))
      terminal.wait(seconds: 0.02) { _ in false }
    }
    #expect(isAlive(terminal))
    // Function keys, with and without modifiers; Alt with letters; the mouse in three dialects; focus; a paste in
    // brackets; answers to questions that nobody asked.
    let sequences =
      [
        "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~", "[24;5~", "q",
        "x", ":",
      ]
      + [
        "[<0;5;5M", "[<0;5;5m", "[M !!", "[32;5;5M", "[I", "[O", "[200~q\u{3}\u{1B}[201~", "[?1;2c", "[5;5R",
        "]0;x\u{7}", "P1$r\u{1B}\\",
      ]
    for sequence in sequences {
      terminal.type("\u{1B}" + sequence)
      terminal.wait(seconds: 0.02) { _ in false }
    }
    for key in "qQ:/?sdLTwxyZ+,.[]<> ：？ｑ" { terminal.type(String(key)) }
    #expect(isAlive(terminal))
    terminal.signal(SIGTSTP)
    terminal.signal(SIGWINCH)
    terminal.signal(SIGPIPE)
    #expect(isAlive(terminal))
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) == .exited(128 + SIGTERM))
    #expect(terminal.isRestored)
  }

  @Test func `a paste of a megabyte does not hold it up`() throws {
    let terminal = try start()
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    let piece = "q\u{3}\u{1A}\u{1C}\u{13}ZZ:quit\n\u{1B}[A中文１２３".utf8
    var rest = Array((0..<(1 << 20) / piece.count).flatMap { _ in piece })[...]
    var tries = 0
    while !rest.isEmpty, tries < 20_000 {
      let count = terminal.offer(rest.prefix(4096))
      rest = rest.dropFirst(count)
      if count == 0 {
        tries += 1
        terminal.read()
        terminal.pause()
      }
    }
    #expect(rest.isEmpty)
    #expect(isAlive(terminal))
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) == .exited(128 + SIGTERM))
    #expect(terminal.isRestored)
  }

  @Test func `the keeper's keys end it`() throws {
    let terminal = try start(["--exit-key", "Ctrl-X F12"])
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    terminal.type("\u{18}q\u{1B}[24~")
    #expect(isAlive(terminal))
    terminal.type("\u{18}")
    #expect(terminal.settle())
    terminal.type("\u{1B}[24~")
    #expect(terminal.end(within: 10) == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `the configuration can give the keys that end it`() throws {
    let place = try Place()
    defer { place.remove() }
    try place.run("echo '{\"kiosk_exit_key\": \"Ctrl-X F12\"}' > config.json")
    let terminal = try PseudoTerminal(
      [Program.path, "kiosk", "--lang", "en"], environment: ["QJBOARD_CONFIG": "\(place.base)/config.json"],
      columns: 120, rows: 36)
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    terminal.type("\u{18}")
    #expect(terminal.settle())
    terminal.type("\u{1B}[24~")
    #expect(terminal.end(within: 10) == .exited(0))
  }

  @Test func `it turns the pages by itself`() throws {
    let terminal = try start(["--interval", "3s", "--views", "sources,overview"])
    #expect(terminal.wait(seconds: 20, for: " Data age "))
    #expect(terminal.wait(seconds: 20, for: " Overview "))
    #expect(terminal.wait(seconds: 20, for: " Data age "))
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) != nil)
  }

  /// What replaces data in practice; `new` is what has the new name.
  @Test(arguments: [
    ("a file by rename", "cp new/dataset.json data/.tmp && mv data/.tmp data/dataset.json"),
    ("a file in place", "cat new/dataset.json > data/dataset.json"),
    ("cp", "cp new/*.json data/"),
    (
      "rsync",
      "if command -v rsync > /dev/null; then rsync -a --checksum new/ data/; else cp new/*.json data/; fi"
    ),
    ("an editor", "mv data/dataset.json data/dataset.json~ && cp new/dataset.json data/dataset.json"),
    ("the directory by rename", "mv data old && mv new data"),
    ("a symbolic link", "mv data old && ln -s old data; ln -s new link && mv -T link data"),
  ])
  func `replaced data are shown`(way: String, command: String) throws {
    let place = try Place()
    defer { place.remove() }
    let terminal = try start([], place.path)
    #expect(terminal.wait(seconds: 20, for: "Testshire"))
    terminal.type("2")
    #expect(terminal.wait(seconds: 20, for: " Clusters "))
    try place.run(place.renamed("Renamed", to: "new"))
    try place.run(command)
    #expect(
      terminal.wait(seconds: 20) {
        $0[0...1].contains { $0.contains("Renamed") && $0.contains(" Clusters ") }
      },
      "\(way)")
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) != nil)
  }

  @Test func `half-written, wrong and missing data leaves the last good, until good data is back`() throws {
    let place = try Place()
    defer { place.remove() }
    let terminal = try start([], place.path)
    #expect(terminal.wait(seconds: 20, for: "Testshire"))
    func isRefused(_ words: String) -> Bool {
      terminal.wait(seconds: 20) { lines in
        lines[0...1].contains { $0.contains("Testshire") }
          && lines.contains { $0.contains("are invalid") && $0.contains(words) }
      }
    }
    func isGood() -> Bool {
      terminal.wait(seconds: 20) { lines in !lines.contains { $0.contains("are invalid") } }
    }

    try place.run("head -c 200 v1/figures.json > data/figures.json")
    #expect(isRefused("figures.json"))
    try place.run("sed 's/\"indicator\": \"/&no-such-/' v1/figures.json > data/figures.json")
    #expect(isRefused("figures.json"))
    try place.run("cp v1/figures.json data/")
    #expect(isGood())
    try place.run("rm data/sources.json")
    #expect(isRefused("invalid"))
    try place.run("cp v1/sources.json data/")
    #expect(isGood())
    try place.run("mv data gone")
    #expect(isRefused("no such data directory"))
    #expect(isAlive(terminal))
    try place.run("mv gone data")
    #expect(isGood())
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) == .exited(128 + SIGTERM))
  }

  @Test func `at the start it waits for valid data`() throws {
    let place = try Place()
    defer { place.remove() }
    try place.run("mv data gone")
    let terminal = try start([], place.path)
    #expect(terminal.wait(seconds: 20, for: "no such data directory"))
    try place.run("mkdir data && echo '{' > data/dataset.json")
    #expect(terminal.wait(seconds: 20, for: "dataset.json:2:1", "is missing"))
    terminal.type("q\u{3}\u{1C}")
    try place.run("cp v1/*.json data/")
    #expect(terminal.wait(seconds: 20, for: "Testshire"))
    #expect(isAlive(terminal))
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) == .exited(128 + SIGTERM))
    #expect(terminal.isRestored)
  }

  @Test func `a service manager is reported`() throws {
    let place = try Place()
    defer { place.remove() }
    let manager = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(manager) }
    let name = "\(place.base)/notify"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(name.utf8)) }
    let bound = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(manager, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    let terminal = try PseudoTerminal(
      [Program.path, "kiosk", "--lang", "en", "--data", place.path],
      environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "400000"], columns: 120, rows: 36)
    #expect(terminal.wait(seconds: 20, for: "Testshire"))
    var messages: [String] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    func listen() {
      terminal.read()
      while case let count = recv(manager, &bytes, bytes.count, Int32(truncatingIfNeeded: Int(MSG_DONTWAIT))),
        count > 0
      {
        messages.append(String(decoding: bytes[..<count], as: UTF8.self))
      }
    }
    for _ in 0..<400 where messages.count(where: { $0 == "WATCHDOG=1" }) < 5 {
      listen()
      terminal.wait(seconds: 0.05) { _ in false }
    }
    #expect(messages.first == "READY=1")
    #expect(messages.contains { $0.hasPrefix("STATUS=testshire, data to ") })
    #expect(messages.count { $0 == "WATCHDOG=1" } >= 5)
    try place.run("mv data gone")
    #expect(terminal.wait(seconds: 20, for: "are invalid"))
    listen()
    #expect(messages.contains { $0.hasPrefix("STATUS=last good data, refused since") })
    terminal.signal(SIGTERM)
    #expect(terminal.end(within: 10) != nil)
    listen()
    #expect(messages.last == "STOPPING=1")
  }

  @Test(arguments: [
    ["--interval", "2s"], ["--interval", "soon"], ["--views", "overview,nowhere"],
    ["--views", "projects,projects"],
    ["--dim", "22-6"], ["--exit-key", "Alt-F4"], ["--exit-key", ""],
  ])
  func `invalid options are refused with the allowed values`(arguments: [String]) throws {
    let terminal = try start(arguments)
    #expect(terminal.end(within: 20) == .exited(64))
    #expect(terminal.screen.lines.contains { $0.contains("Error:") })
  }
}
