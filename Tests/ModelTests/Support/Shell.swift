import Glibc

/// Runs a command by the shell.
enum Shell {
  /// Its exit status, or −1 when it did not end by itself, and what it wrote to standard output and error.
  static func run(_ command: String) -> (status: Int32, output: String) {
    guard let pipe = popen("{ \(command)\n} 2>&1", "r") else { return (-1, "") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 { bytes += chunk[..<count] }
    let status = pclose(pipe)
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, String(decoding: bytes, as: UTF8.self))
  }

  /// Whether script/validate has what it needs.
  static let hasValidator =
    run("python3 -c 'import jsonschema' || /usr/bin/python3 -c 'import jsonschema'").status == 0
}
