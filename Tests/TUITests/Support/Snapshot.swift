import Glibc
import Testing

@testable import Canvas

/// Frames as text and styles in `Snapshots/`. `RECORD_SNAPSHOTS=1` writes them anew, and fails the test that did.
enum Snapshot {
  static let directory = "\(Fixture.tests)/Snapshots"

  private static var records: Bool { getenv("RECORD_SNAPSHOTS").map { String(cString: $0) } == "1" }

  /// Compares a frame with the recorded one of this name, `<directory>/<file>`.
  static func expect(_ buffer: Buffer, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = "\(directory)/\(name).txt"
    let text = buffer.lines.map { $0 + "\n" }.joined() + "\n\(FrameStyles(buffer: buffer))"
    let recorded = TextFile.read(path)
    if records || recorded == nil {
      for parent in [directory, "\(directory)/\(name.prefix { $0 != "/" })"] { _ = mkdir(parent, 0o755) }
      let isWritten = TextFile.write(text, to: path)
      Issue.record("\(isWritten ? "recorded" : "could not write") \(path)", sourceLocation: sourceLocation)
      return
    }
    guard let recorded, recorded != text else { return }
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let difference = LineDifference(expected: expected, actual: actual)
    Issue.record("\(name) differs\n\(difference)", sourceLocation: sourceLocation)
  }
}
