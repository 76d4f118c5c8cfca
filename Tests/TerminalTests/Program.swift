import Glibc

/// The program that is tested: the file named by QJBOARD_BINARY, or else the release build.
enum Program {
  static var path: String {
    let path = getenv("QJBOARD_BINARY").map { String(cString: $0) } ?? ".build/release/qjboard"
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Tests need a build that they do not make themselves.
  /// A file that was named and is not there must fail them.
  static var isBuilt: Bool { getenv("QJBOARD_BINARY") != nil || access(path, X_OK) == 0 }

  /// Whether all kinds of terminals are tried, not only some that differ most: `QJBOARD_FULL=1`, which `script/soak` sets.
  static let isFull = getenv("QJBOARD_FULL") != nil

  /// Something that every screen of the program shows.
  static func isShown(in lines: [String]) -> Bool {
    lines.contains { line in
      ["qjboard", "黔江", "Qianjiang", "1Over", "1Home", "1总览"].contains { line.contains($0) }
    }
  }

  /// Starts it and waits for its first frame.
  static func start(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [path] + arguments, environment: environment, columns: columns, rows: rows)
    guard terminal.wait(until: { isShown(in: $0) }) else {
      throw PseudoTerminal.Failure(description: "no first frame: \(terminal.screen.lines)")
    }
    return terminal
  }
}
