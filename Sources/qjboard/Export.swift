import App
import Canvas
import Glibc
import Output

/// Writes exports of the board to the current directory.
enum Export {
  /// Returns the current directory as shown to users: `~/reports`; empty if it cannot be determined.
  static func directory(_ environment: [String: String]) -> String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    let path = TextWidth.cleaned(String(cString: buffer))
    guard let home = environment["HOME"], home.count > 1, path == home || path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  static func write(_ name: String, _ bytes: [UInt8]) -> Event? {
    do throws(NewFile.Failure) {
      return .written(name: try NewFile.write(bytes, named: name))
    } catch {
      return .notWritten(name: name, reason: error.name)
    }
  }
}
