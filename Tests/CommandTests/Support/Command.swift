import Glibc
import Testing

/// The built program as a user's shell starts it: arguments and environment in; output, messages and exit status out.
///
///     let result = try Command.run("list", "sources", "--format", "json")
///     #expect(result.status == 0 && result.error.isEmpty)
///
/// The environment is pinned, so that a test does not depend on who runs it; a test adds what it is about.
enum Command {
  /// What a run left behind.
  struct Result {
    /// The exit status; 128 plus the number of a signal.
    var status: Int32
    /// What it wrote to standard output, byte by byte.
    var bytes: [UInt8]
    /// What it wrote to standard error.
    var error: String

    /// Standard output as text.
    var output: String { String(decoding: bytes, as: UTF8.self) }
    /// The lines of standard output, without the last line's end.
    var lines: [String] { Result.lines(output) }
    var errorLines: [String] { Result.lines(error) }

    private static func lines(_ text: String) -> [String] {
      // A line end of CSV is one character.
      var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The program: the file named by QJBOARD_BINARY, or else the one that was built beside these tests.
  static let path: String = {
    if let path = getenv("QJBOARD_BINARY") { return real(String(cString: path)) }
    let tests = real("/proc/self/exe")
    return tests.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/qjboard"
  }()

  private static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// What every run has in its environment; empty values of `environment` take a variable away.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs the program and waits for its end.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], directory: String? = nil
  ) throws -> Result {
    try start([path] + arguments, Array(input.utf8), environment, directory)
  }

  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], directory: String? = nil
  ) throws -> Result {
    try start([path] + arguments, input, environment, directory)
  }

  /// Runs a line of shell in which `$QJBOARD` is the program: for pipes and redirections.
  static func shell(_ line: String, environment: [String: String] = [:], directory: String? = nil) throws
    -> Result
  {
    try start(["/bin/sh", "-c", line], [], environment.merging(["QJBOARD": path]) { $1 }, directory)
  }

  /// Whether a line of shell succeeds, such as one that looks for a tool.
  static func succeeds(_ line: String) -> Bool { (try? shell(line))?.status == 0 }

  /// Longer than any run may take, also on a machine that is busy with others.
  private static let limit = 300.0

  private static func start(
    _ words: [String], _ input: [UInt8], _ changes: [String: String], _ directory: String?
  ) throws -> Result {
    let files = try [ScratchFile(input), ScratchFile([]), ScratchFile([])]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(number))
    }
    let values = environment.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    let words = (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + words
    var arguments = words.map { strdup($0) } + [nil]
    var variables = values.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, words[0], &actions, nil, &arguments, &variables)
    guard error == 0 else { throw Failure(description: "\(words[0]): \(String(cString: strerror(error)))") }
    let status = try wait(for: child, words)
    return Result(
      status: status, bytes: files[1].bytes, error: String(decoding: files[2].bytes, as: UTF8.self))
  }

  private static func wait(for child: pid_t, _ words: [String]) throws -> Int32 {
    var status: Int32 = 0
    var slept = 0.0
    while waitpid(child, &status, WNOHANG) == 0 {
      usleep(2_000)
      slept += 0.002
      guard slept < limit else {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        throw Failure(description: "did not end: \(words.joined(separator: " "))")
      }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

/// A file without a name that is gone with its last descriptor.
private final class ScratchFile {
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws {
    let name = "/tmp/qjboard-command-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Command.Failure(description: "no temporary file") }
    unlink(name)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Command.Failure(description: "cannot write the input") }
      rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  /// All that is in it.
  var bytes: [UInt8] {
    let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        guard read > 0 else { break }
        count += read
      }
    }
  }

  deinit { close(descriptor) }
}
