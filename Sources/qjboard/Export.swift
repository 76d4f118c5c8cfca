import App
import Output

/// Writes exports of the board to the current directory.
enum Export {
  static func write(_ name: String, _ bytes: [UInt8]) -> Event? {
    do throws(NewFile.Failure) {
      return .written(name: try NewFile.write(bytes, named: name))
    } catch {
      return .notWritten(name: name, reason: error.name)
    }
  }
}
